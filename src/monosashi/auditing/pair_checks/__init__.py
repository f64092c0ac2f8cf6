"""The checks of the rule set over two sheets of one policy, one module each, in the order of the catalogue."""

from monosashi.auditing.check import PairCheckModule

PAIR_CHECKS: tuple[PairCheckModule, ...] = ()

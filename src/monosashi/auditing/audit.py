"""Audit: every check of the rule set over one sheet, or over two of one policy, in an order that never depends on the
machine."""

from collections.abc import Iterable, Sequence
from itertools import chain

from monosashi.auditing.checks import CHECKS
from monosashi.auditing.count_checks import COUNT_CHECKS
from monosashi.auditing.ledger_checks import LEDGER_CHECKS
from monosashi.auditing.pair import Pair
from monosashi.auditing.pair_checks import PAIR_CHECKS
from monosashi.model import Count, Finding, Reconciliation, Sheet, Tolerances
from monosashi.model.measuring.printed import printed_order

#: The version of the set of checks. It changes whenever a check joins, leaves or finds otherwise.
RULE_SET = "2026.4"


def audit(sheet: Sheet, by: Tolerances | None = None, counts: Sequence[Count] = ()) -> tuple[Finding, ...]:
    """What a reader of the sheet should know, by the order in which the form prints the values concerned, then by code.

    Never raises for what is printed on a sheet; the same sheet gives the same findings. ``by``: the tolerances in force,
    the rules' own where none are given. ``counts``: what was counted from records for the sheet, beside which it is
    checked, too.
    """
    allowed = by or Tolerances()
    alone = (finding for module in CHECKS for finding in module.check(sheet, allowed))
    counted = (finding for module in COUNT_CHECKS for finding in module.check(sheet, counts, allowed))
    return _ordered(sheet, chain(alone, counted if counts else ()))


def audit_pair(pair: Pair, by: Tolerances | None = None) -> tuple[Finding, ...]:
    """What a reader of the later sheet should know of it beside the earlier one, in the later sheet's order."""
    allowed = by or Tolerances()
    return _ordered(pair.later, (finding for module in PAIR_CHECKS for finding in module.check(pair, allowed)))


def audit_ledgers(sheet: Sheet, told: Reconciliation, by: Tolerances | None = None) -> tuple[Finding, ...]:
    """What a reader of the sheet should know of it beside the outside books, in the sheet's order."""
    allowed = by or Tolerances()
    return _ordered(sheet, (finding for module in LEDGER_CHECKS for finding in module.check(sheet, told, allowed)))


def _ordered(sheet: Sheet, found: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(found, key=lambda finding: (printed_order(sheet, finding.path), finding.code)))

"""Auditing: Sheet -> Findings. One check a module, whose docstring is the text published about it.

A finding is a value with a code, a severity, the path it concerns, what was expected, what was found, the evidence and
a sentence in Japanese and English.
"""

from monosashi.auditing.audit import RULE_SET, audit, audit_ledgers, audit_pair
from monosashi.auditing.catalogue import CheckText, catalogue
from monosashi.auditing.pair import Pair, pair_of

__all__ = ["RULE_SET", "CheckText", "Pair", "audit", "audit_ledgers", "audit_pair", "catalogue", "pair_of"]

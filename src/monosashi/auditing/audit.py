"""Audit: every check of the rule set over one sheet, in an order that never depends on the machine."""

from monosashi.auditing.checks import CHECKS
from monosashi.auditing.printed import printed_order
from monosashi.model import Finding, Sheet

#: The version of the set of checks. It changes whenever a check joins, leaves or finds otherwise.
RULE_SET = "2026.2"


def audit(sheet: Sheet) -> tuple[Finding, ...]:
    """What a reader of the sheet should know, by the order in which the form prints the values concerned, then by code.

    Never raises for what is printed on a sheet; the same sheet gives the same findings.
    """
    found = [finding for module in CHECKS for finding in module.check(sheet)]
    return tuple(sorted(found, key=lambda finding: (printed_order(sheet, finding.path), finding.code)))

"""The checks of the rule set over a sheet beside the outside books, one module each, in the order of the catalogue."""

from monosashi.auditing.ledger_check import LedgerCheckModule
from monosashi.auditing.ledger_checks import measure_differs, policy_total_differs, review_number_differs

LEDGER_CHECKS: tuple[LedgerCheckModule, ...] = (policy_total_differs, review_number_differs, measure_differs)

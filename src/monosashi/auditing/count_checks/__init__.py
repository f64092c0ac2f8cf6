"""The checks of the rule set over a sheet beside what was counted from records, one module each, in the catalogue's order."""

from monosashi.auditing.count_check import CountCheckModule
from monosashi.auditing.count_checks import register_differs

COUNT_CHECKS: tuple[CountCheckModule, ...] = (register_differs,)

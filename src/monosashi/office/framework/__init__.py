"""The framework: a ministry's tree of policies by period, what became of them, their sheets, and the calendar."""

from monosashi.office.framework.calendar import Asked, Item, Standing, calendar, calendar_csv, this_year, years
from monosashi.office.framework.dates import Step, days_set, due_day, set_due_days, usual_day
from monosashi.office.framework.lineage import Became, Correspondence, Correspondences, correspondences, link, unlink
from monosashi.office.framework.linking import (
    SheetLine,
    Unlinked,
    link_sheet,
    link_sheets,
    linked,
    sheets_of,
    without_policy,
    without_sheets,
)
from monosashi.office.framework.offices import Office, offices
from monosashi.office.framework.pasting import Fate, Pasted, PastedLine, look_at, paste
from monosashi.office.framework.periods import begin_next, change_period, make_period, remove_period
from monosashi.office.framework.policies import (
    PolicyEntry,
    change_field,
    change_policy,
    make_field,
    make_policy,
    remove_field,
    remove_policy,
)
from monosashi.office.framework.tree import Branch, FieldLine, PeriodLine, PolicyLine, fields, periods, tree
from monosashi.office.framework.years import year_name

__all__ = [
    "Asked",
    "Became",
    "Branch",
    "Correspondence",
    "Correspondences",
    "Fate",
    "FieldLine",
    "Item",
    "Office",
    "Pasted",
    "PastedLine",
    "PeriodLine",
    "PolicyEntry",
    "PolicyLine",
    "SheetLine",
    "Standing",
    "Step",
    "Unlinked",
    "begin_next",
    "calendar",
    "calendar_csv",
    "change_field",
    "change_period",
    "change_policy",
    "correspondences",
    "days_set",
    "due_day",
    "fields",
    "link",
    "link_sheet",
    "link_sheets",
    "linked",
    "look_at",
    "make_field",
    "make_period",
    "make_policy",
    "offices",
    "paste",
    "periods",
    "remove_field",
    "remove_period",
    "remove_policy",
    "set_due_days",
    "sheets_of",
    "this_year",
    "tree",
    "unlink",
    "usual_day",
    "without_policy",
    "without_sheets",
    "year_name",
    "years",
]

"""Anchors: which path stands where on the page. Every printed value is an element whose id is its path.

What a finding speaks of may be a node above the values or a detail below one; it leads to the nearest element there is.
"""

import re
from dataclasses import dataclass

from monosashi.model import Sheet
from monosashi.model.path import leaves

#: Leaves that stand in the head of a column or row, not in an element of their own.
_IN_HEADS = re.compile(
    r"/labels/.*|/policy/statements/\d+/label|/rationales/\d+/measures/\d+|/notes/\d+/mark"
    r"|.*/(?:targets/\d+/years/\d+|actuals/\d+/year|money/\d+/year)"
    r"|/budgets/\d+/(?:label|rows/\d+/(?:label|amounts/\d+/years/\d+))|/budget_items/\d+/amounts/\d+/year"
)

_EMPTY_GROUP = re.compile(r"/goals/.*/group")
#: Columns that most forms do not have: the start year apart from the name, the parts of a budget's item, the mark of a
#: primary indicator, the judgement of a result, the unit.
_EMPTY_COLUMN = re.compile(
    r"/programmes/\d+/started|/budget_items/\d+/(?!amounts).*|/goals/.*/(?:primary_mark|mark|counted_in)"
)
_GOAL = re.compile(r"/goals/\d+/text")
_LEVER = re.compile(r"/goals/\d+/levers/\d+/text")


def has_goals(sheet: Sheet) -> bool:
    """Whether the sheet prints goals beside its indicators; else the page has no column for them."""
    return any(goal.text.strip() for goal in sheet.goals)


def has_levers(sheet: Sheet) -> bool:
    """Whether the sheet prints levers."""
    return any(lever.text.strip() for goal in sheet.goals for lever in goal.levers)


def value_paths(sheet: Sheet) -> dict[str, str]:
    """Each value of the page by its path, in printed order, with its text."""
    return {path: text for path, text in leaves(sheet) if not _IN_HEADS.fullmatch(path)}


@dataclass(frozen=True, slots=True)
class Anchors:
    """The ids of a page."""

    paths: tuple[str, ...]

    @classmethod
    def of(cls, sheet: Sheet) -> "Anchors":
        """The anchors of a sheet's page: its values, without empty names of groups and columns that are left out."""
        left_out = [_EMPTY_GROUP, _EMPTY_COLUMN]
        left_out += [] if has_goals(sheet) else [_GOAL]
        left_out += [] if has_levers(sheet) else [_LEVER]
        found = value_paths(sheet).items()
        return cls(
            tuple(p for p, text in found if text.strip() or not any(pattern.fullmatch(p) for pattern in left_out))
        )

    def nearest(self, path: str) -> str:
        """The id that shows a path: its own, else one below it, else the same of the node above; nothing for the whole."""
        here = path
        while here:
            if here in self.paths:
                return here
            below = next((known for known in self.paths if known.startswith(f"{here}/")), "")
            if below:
                return below
            here = here.rpartition("/")[0]
        return ""

"""Structure: rows and columns that come, go, move and are counted anew, with the measures' lasting ids."""

from monosashi.office.authoring.structure.acts import NoSuchAct, NotAYear, add, done, speaking_of
from monosashi.office.authoring.structure.authored import Authored, added, moved, removed, with_ids
from monosashi.office.authoring.structure.numbers import numbered_through, renumbered
from monosashi.office.authoring.structure.years import (
    money_heads,
    shifted_year,
    slot_of,
    with_money_year,
    with_year,
    without_money_year,
    without_year,
    year_heads,
)

__all__ = [
    "Authored",
    "NoSuchAct",
    "NotAYear",
    "add",
    "added",
    "done",
    "money_heads",
    "moved",
    "numbered_through",
    "removed",
    "renumbered",
    "shifted_year",
    "slot_of",
    "speaking_of",
    "with_ids",
    "with_money_year",
    "with_year",
    "without_money_year",
    "without_year",
    "year_heads",
]

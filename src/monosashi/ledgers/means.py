"""Means: a sheet's programmes as they are compared with projects, and whose sheet it is.

Amounts are turned into 百万円, the unit of the review sheets; equity, guarantees and 内数 are no budget and left out.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cached_property
from typing import Final, NamedTuple

from monosashi.ledgers.naming import bare, body, core, figures, folded, grams, plain
from monosashi.model.folding import is_dash
from monosashi.model.measuring.review_year import review_year
from monosashi.model.money import UNITS, Account, MoneyCell
from monosashi.model.policy import StatementRole
from monosashi.model.programme import Programme
from monosashi.model.sheet import Sheet

_MILLION: Final = UNITS["百万円"]
_BUDGETED: Final = frozenset({Account.TOTAL, Account.GENERAL, Account.SPECIAL})
_NUMBER: Final = re.compile(r"[^\s、,，;；/()]+")


class YearMoney(NamedTuple):
    """A year's budget and execution as a sheet prints them, 百万円."""

    year: int
    budget: Decimal | None
    executed: Decimal | None


class Mean:
    """One programme with what is compared of it."""

    def __init__(self, place: int, programme: Programme, office: str) -> None:
        self.path = f"/programmes/{place}"
        self.number = programme.number.text
        self.name = programme.name.name
        self.review_number = programme.review_number
        self.folded, self.core, self.bare = folded(self.name), core(self.name), bare(self.name)
        self.grams, self.figures = grams(self.core), figures(self.name)
        self.start = programme.start.year if programme.start else None
        self.office = office
        self.money = tuple(_money(programme.money))
        self.number_key = _number_key(programme.review_number)

    @cached_property
    def is_blank(self) -> bool:
        """Whether the row names nothing."""
        return not self.folded


def means_of(sheet: Sheet) -> tuple[Mean, ...]:
    """The sheet's programmes, in its order; rows without a name are none."""
    office = plain("".join(s.text for s in sheet.policy.statements if s.role is StatementRole.OFFICE))
    means = (Mean(place, programme, office) for place, programme in enumerate(sheet.programmes))
    return tuple(mean for mean in means if not mean.is_blank)


def _number_key(printed: str) -> str:
    """The printed review number as it is compared; nothing where a dash is printed. Of several the first."""
    found = _NUMBER.search(printed)
    if not found or is_dash(printed) or not re.search(r"\d", plain(found[0])):
        return ""
    return plain(found[0])


def _money(cells: tuple[MoneyCell, ...]) -> Iterator[YearMoney]:
    for cell in cells:
        lines = [line for line in cell.lines if line.account in _BUDGETED and not line.included_only]
        if cell.year.nendo is None or not lines:
            continue
        shares = [(line, UNITS.get(line.unit, _MILLION) / _MILLION) for line in lines]
        budgets = [line.budget * share for line, share in shares if line.budget is not None]
        executions = [line.executed * share for line, share in shares if line.executed is not None]
        yield YearMoney(cell.year.nendo.year, _sum(budgets), _sum(executions))


def _sum(amounts: list[Decimal]) -> Decimal | None:
    return sum(amounts, Decimal(0)) if amounts else None


def edition_wanted(sheet: Sheet) -> int | None:
    """The edition of the review sheets whose numbers the sheet prints; None where it tells no year."""
    nendo = review_year(sheet)
    return nendo.year if nendo else None


def ministries_of(sheet: Sheet, known: frozenset[str]) -> frozenset[str]:
    """Which of the books' ministries the sheet is of: that of its number, else those its head and title name. Empty where it
    names none, and then any may be meant."""
    if sheet.identifier.ministry:
        return frozenset({body(sheet.identifier.ministry)})
    said = folded(sheet.title.text + "".join(statement.text for statement in sheet.policy.statements))
    return frozenset(body(ministry) for ministry in known if folded(ministry) in said)

"""Means: the policy's printed total of a year beside what the means (達成手段) print for it.

What may be added is kept apart from what must not be: 内数 is a part of some other amount, and equity, guarantees and
loans of the fiscal investment and loan programme (財政投融資) are no budget. Budget and execution are two sides of a year.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from itertools import combinations

from monosashi.auditing.budget_years import budget_years
from monosashi.auditing.determined import half_units
from monosashi.model import Account, BudgetRowKind, Message, MoneyCell, MoneyLine, Nendo, Programme, Sheet, Tolerances
from monosashi.model.folding import is_dash, unbroken
from monosashi.model.measuring.arithmetic import difference, is_sane, total
from monosashi.model.measuring.once import once
from monosashi.model.measuring.units import same_unit


class Side(StrEnum):
    """Which of the two amounts of a money cell."""

    BUDGET = "budget"
    EXECUTED = "executed"

    @property
    def said(self) -> Message:
        """予算額 / budget."""
        return Message(ja="予算額", en="budget") if self is Side.BUDGET else Message(ja="執行額", en="execution")

    def of(self, line: MoneyLine) -> Decimal | None:
        """The line's amount, where it can be written out."""
        value = line.budget if self is Side.BUDGET else line.executed
        return value if value is not None and is_sane(value) else None


@dataclass(frozen=True)
class Part:
    """What one line of a means prints for the year; ``kind`` says why it is not added (empty: it is)."""

    path: str
    value: Decimal
    account: Account
    kind: str


@dataclass(frozen=True)
class MeansYear:
    """One year's total of the policy (each figure that may be meant by it, with its path), and the parts below it.
    ``closed``: every means' cell of the year could be read."""

    nendo: Nendo
    side: Side
    totals: tuple[tuple[str, Decimal], ...]
    account: Account
    unit: str
    parts: tuple[Part, ...]
    closed: bool

    @property
    def added(self) -> tuple[Part, ...]:
        """The parts that may be added up."""
        return tuple(part for part in self.parts if not part.kind)

    @property
    def apart(self) -> tuple[Part, ...]:
        """The parts that must not."""
        return tuple(part for part in self.parts if part.kind)

    @cached_property
    def sums(self) -> tuple[Decimal, ...]:
        """What the added parts may make: of the general account alone, with the special ones, with those of other names.
        The widest comes first."""
        wide = (Account.TOTAL, Account.GENERAL, Account.SPECIAL, Account.OTHER)
        narrow = wide[:2] if self.account is Account.GENERAL else wide
        choices = [narrow, narrow[:3], narrow[:2], (*narrow[:2], *narrow[3:])]
        return tuple(
            dict.fromkeys(total(part.value for part in self.added if part.account in choice) for choice in choices)
        )

    def tolerance(self, by: Tolerances, *parts: Part) -> Decimal:
        """How far total and sum may stand apart: as set, else half a unit of each part's last digit."""
        return half_units([part.value for part in (*self.added, *parts)]) if by.total is None else by.total

    def agrees(self, by: Tolerances) -> bool:
        """Whether one of the totals is one of the sums."""
        off = self.tolerance(by)
        return any(difference(printed, one) <= off for _, printed in self.totals for one in self.sums)

    def reached_by(self, by: Tolerances) -> tuple[Part, ...]:
        """The fewest kinds of parts (or the single part) that must not be added and yet make the total; none where the
        total is right without them, or where some cell could not be read."""
        if not self.closed or not any(self.sums) or self.agrees(by):
            return ()
        kinds = list(dict.fromkeys(part.kind for part in self.apart))
        tried: list[tuple[Part, ...]] = [(part,) for part in self.apart]
        for size in range(1, len(kinds) + 1):
            for chosen in combinations(kinds, size):
                tried.append(tuple(part for part in self.apart if part.kind in chosen))
        return next((parts for parts in tried if self._makes(parts, by)), ())

    def _makes(self, parts: tuple[Part, ...], by: Tolerances) -> bool:
        more, off = total(part.value for part in parts), self.tolerance(by, *parts)
        reached = (difference(printed, total((one, more))) for _, printed in self.totals for one in self.sums)
        return more > off and any(apart <= off for apart in reached)


#: Why a line's amount is not added.
_APART = {
    Account.EQUITY: "equity",
    Account.GUARANTEE: "guarantee",
    Account.LOAN: "loan",
}
INCLUDED = "included"


@once
def means_years(sheet: Sheet) -> tuple[MeansYear, ...]:
    """Each year and side for which the policy prints a total and its means print amounts, all in one unit."""
    return tuple(_means_years(sheet)) if sheet.programmes else ()


def _means_years(sheet: Sheet) -> Iterator[MeansYear]:
    for year, side, totals, line in _totals(sheet):
        parts: list[Part] = []
        closed, units = True, [line.unit]
        for n, programme in enumerate(sheet.programmes):
            at = next((k for k, cell in enumerate(programme.money) if cell.year.nendo == year), None)
            cell = programme.money[at] if at is not None else None
            found = list(_parts(f"/programmes/{n}/money/{at}", cell, side)) if cell else []
            units += [one.unit for one in cell.lines] if cell else []
            parts += found
            closed = closed and _is_read(programme, cell, side, year)
        if parts and min(value for _, value in totals) >= 0 and all(same_unit(line.unit, unit) for unit in units):
            yield MeansYear(year, side, totals, line.account, line.unit, tuple(parts), closed)


def _parts(path: str, cell: MoneyCell, side: Side) -> Iterator[Part]:
    for n, line in enumerate(cell.lines):
        value = side.of(line)
        if value is not None:
            kind = INCLUDED if line.included_only else _APART.get(line.account, "")
            yield Part(f"{path}/lines/{n}", value, line.account, kind)


def _is_read(programme: Programme, cell: MoneyCell | None, side: Side, year: Nendo) -> bool:
    """Whether nothing of the cell is unknown: a dash is nil, and so is a blank before the means began, or of one that
    never has money (a law, a tax measure)."""
    if cell and cell.lines:
        return all(side.of(line) is not None for line in cell.lines if not line.included_only)
    if cell and cell.text.strip():
        return is_dash(unbroken(cell.text))
    before = programme.start is not None and programme.start.year > year.year
    return before or not any(one.text.strip() and not is_dash(unbroken(one.text)) for one in programme.money)


_Total = tuple[Nendo, Side, tuple[tuple[str, Decimal], ...], MoneyLine]


def _totals(sheet: Sheet) -> Iterator[_Total]:
    """The policy's totals: of its money cells, else of its one budget table."""
    cells = [cell.year.nendo for cell in sheet.money if cell.lines]
    for n, cell in enumerate(sheet.money):
        if cell.year.nendo and cells.count(cell.year.nendo) == 1:
            yield from _of_cell(f"/money/{n}", cell.year.nendo, cell.lines)
    if not cells and len(sheet.budgets) == 1:
        yield from _of_table(sheet)


_OWN = frozenset({Account.TOTAL, Account.GENERAL, Account.SPECIAL})


def _of_cell(path: str, year: Nendo, lines: tuple[MoneyLine, ...]) -> Iterator[_Total]:
    """The lines that are budget. Those of several accounts are one total."""
    own = [(n, line) for n, line in enumerate(lines) if line.account in _OWN]
    if not own or any(line.included_only for _, line in own) or len({line.unit for _, line in own}) > 1:
        return
    first, line = own[0]
    alone = line if len(own) == 1 else line.model_copy(update={"account": Account.TOTAL})
    for side in Side:
        values = [value for _, one in own if (value := side.of(one)) is not None]
        if len(values) == len(own):
            yield year, side, ((f"{path}/lines/{first}", total(values)),), alone


def _of_table(sheet: Sheet) -> Iterator[_Total]:
    """The total of a budget table or its initial budget, for the means may print either; and its execution."""
    wanted = {Side.BUDGET: (BudgetRowKind.TOTAL, BudgetRowKind.INITIAL), Side.EXECUTED: (BudgetRowKind.EXECUTED,)}
    for columns in budget_years(sheet):
        for column in columns:
            for side, kinds in wanted.items():
                figures = [one for kind in kinds if (one := column.figure(kind)) and one.value is not None]
                totals = tuple((one.path, one.value) for one in figures if one.value is not None)
                if totals and column.one_unit(*figures):
                    line = MoneyLine(budget=totals[0][1], unit=figures[0].unit)
                    yield column.nendo, side, totals, line


#: Words in a means' own row for why its money is not, or not only, the policy's.
_IN_ROW = re.compile(r"再\s*掲|重\s*複|外\s*数|他の?(?:政策|施策|目標)")
#: In an outline, which speaks of many things, they must be about how the money is entered.
_IN_OUTLINE = re.compile(r"再掲|重複計上|(?:他の?|別の)(?:政策|施策)(?:において|にて|に|で).{0,6}計上")
#: What a note, a label or the total's own cell says of the total. That 〈　〉 stands for 内数 is no reason.
_OF_TOTAL = re.compile(
    r"再掲|重複|(?:政策|施策)(?:に|を)?(?:共通|横断)|共通(?:の)?経費|(?:達成手段|事業|手段)[^。]{0,40}(?:一致し|異な|合わな|含ま|以外)|"
    r"(?:合計|計|総額)(?:額)?[はと][^。]{0,30}(?:一致し|異な|合わな)|(?:政策|施策)(?:全体)?の(?:予算|執行)(?![^。]*(?:補正|繰越|予備費|当初))[^。]{0,40}(?:含[むめまん]|除|以外)"
)


def stated_reason(sheet: Sheet) -> str:
    """The path at which the sheet says why its means do not add up to the total; empty where it gives no reason."""
    for n, programme in enumerate(sheet.programmes):
        path = f"/programmes/{n}"
        row = {f"{path}/name": programme.name.text, f"{path}/review_number": programme.review_number}
        row |= {f"{path}/money/{c}": cell.text for c, cell in enumerate(programme.money)}
        for at, text in row.items():
            if _IN_ROW.search(unbroken(text)):
                return at
        if _IN_OUTLINE.search(unbroken(programme.outline)):
            return f"{path}/outline"
    said = [(f"/notes/{n}/text", note.text) for n, note in enumerate(sheet.notes)]
    said += [(f"/labels/{n}/text", label.text) for n, label in enumerate(sheet.labels)]
    said += [(f"/money/{n}", cell.text) for n, cell in enumerate(sheet.money)]
    return next((path for path, text in said if _OF_TOTAL.search(unbroken(text))), "")

"""Unit jumps: amounts of one row, year by year, of which one looks as if it stood in another unit (千円 for 百万円).

Amounts are compared in yen where their units are known. A slip makes an amount a thousand times what it should be; a
supplementary budget makes it fifty times, a new project a hundred. So an amount is only suspected where it is some
thousand times away from all the others of its row, and those lie close together. Among the 42,370 review sheets of 2015 to 2022
(judgit/data, CC BY 4.0), all of them in one unit, six have such an amount: projects that began or ended with a tide.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from monosashi.auditing.budget_years import BudgetYear, Figure, budget_years
from monosashi.auditing.determined import budget_total
from monosashi.model import Account, BudgetRowKind, Message, MoneyCell, Nendo, Sheet, Tolerances
from monosashi.model.folding import unbroken
from monosashi.model.measuring.arithmetic import is_sane
from monosashi.model.money import UNITS

#: The neighbouring units of money are a thousand apart: 千円, 百万円, 十億円.
_STEP = Decimal(1000)
#: The other amounts of the row lie within this of one another.
_CLOSE = 3
#: A row of small amounts jumps by itself: 1, 2, 900.
_LEAST = 10
_FEWEST = 3


@dataclass(frozen=True)
class Sum:
    """One printed amount of a row: path, year, value in its unit, and in yen where the unit is known."""

    path: str
    nendo: Nendo
    value: Decimal
    unit: str

    @property
    def size(self) -> Decimal:
        """By what it is compared."""
        return self.value * UNITS.get(self.unit, Decimal(1))

    @property
    def text(self) -> str:
        """7,840百万円."""
        return f"{self.value:,f}{self.unit}"


@dataclass(frozen=True)
class Jump:
    """An amount that stands some thousand times away from the others of its row, and what the row is."""

    odd: Sum
    others: tuple[Sum, ...]
    row: Message


def seems_another_unit(left: Decimal, right: Decimal, by: Tolerances) -> bool:
    """Whether two amounts that should be alike stand about a thousand times apart: from ``by.unit_jump`` times to as
    many times less than a million."""
    if left <= 0 or right <= 0:
        return False
    ratio = max(left, right) / min(left, right)
    return by.unit_jump <= ratio <= _STEP * _STEP / by.unit_jump


def unit_jumps(sheet: Sheet, by: Tolerances) -> Iterator[Jump]:
    """Each row of money with one such amount."""
    for row, sums in _rows(sheet):
        if jump := _jump(row, sums, by):
            yield jump
    for columns in budget_years(sheet):
        yield from _of_table(columns, by)


def printed_sums(sheet: Sheet) -> Iterator[Sum]:
    """Every amount of the policy and its means, by rows."""
    for _, sums in _rows(sheet):
        yield from sums
    for columns in budget_years(sheet):
        for column in columns:
            for figure in column.figures:
                if figure and figure.value is not None and figure.kind is not BudgetRowKind.RATE:
                    yield Sum(figure.path, column.nendo, figure.value, figure.unit)


def _jump(row: Message, sums: list[Sum], by: Tolerances) -> Jump | None:
    known = [one.unit in UNITS for one in sums]
    if len(sums) < _FEWEST or (any(known) and not all(known)):
        return None
    for odd in sums:
        others = tuple(one for one in sums if one is not odd)
        sizes = [one.size for one in others]
        close = max(sizes) <= _CLOSE * min(sizes)
        large = min(odd.value, *(one.value for one in others)) >= _LEAST or len({one.unit for one in sums}) > 1
        if close and large and all(seems_another_unit(odd.size, size, by) for size in sizes):
            return Jump(odd, others, row)
    return None


_Row = tuple[Message, list[Sum]]


def _rows(sheet: Sheet) -> Iterator[_Row]:
    for n, programme in enumerate(sheet.programmes):
        number = unbroken(programme.number.text)
        who = Message(ja=f"達成手段{number}", en=f"programme {number}")
        yield from _of_cells(f"/programmes/{n}/money", programme.money, who)
    yield from _of_cells("/money", sheet.money, Message(ja="政策", en="the policy"))


def _of_cells(path: str, cells: tuple[MoneyCell, ...], who: Message) -> Iterator[_Row]:
    """The budgets and the executions of one account, year by year."""
    rows: dict[tuple[Account, str, bool, bool], list[Sum]] = {}
    for c, cell in enumerate(cells):
        for k, line in enumerate(cell.lines if cell.year.nendo else ()):
            for spent, value in enumerate((line.budget, line.executed)):
                if value is not None and is_sane(value) and value > 0 and cell.year.nendo:
                    row = rows.setdefault((line.account, line.label, line.included_only, bool(spent)), [])
                    row.append(Sum(f"{path}/{c}/lines/{k}", cell.year.nendo, value, line.unit))
    for (_, label, _, executed), sums in rows.items():
        ja, en = ("執行額", "execution") if executed else ("予算額", "budget")
        of = f"{label}の" if label else ""
        yield Message(ja=f"{who.ja}の{of}{ja}", en=f"the {label}{' ' if label else ''}{en} of {who.en}"), sums


_NAMES = {
    BudgetRowKind.INITIAL: Message(ja="当初予算", en="initial budget"),
    BudgetRowKind.TOTAL: Message(ja="合計", en="total"),
    BudgetRowKind.EXECUTED: Message(ja="執行額", en="execution"),
}


def _of_table(columns: list[BudgetYear], by: Tolerances) -> Iterator[Jump]:
    """The first row of a table, of initial budgets, totals and executions, with such an amount that nothing explains."""
    for kind, name in _NAMES.items():
        figures = [
            (column, figure, figure.value)
            for column in columns
            if (figure := column.figure(kind)) and figure.value is not None and figure.value > 0
        ]
        sums = [Sum(figure.path, column.nendo, value, figure.unit) for column, figure, value in figures]
        jump = _jump(Message(ja=f"政策の{name.ja}", en=f"the policy’s {name.en}"), sums, by)
        if jump and not any(
            _is_explained(column, figure, by) for column, figure, _ in figures if figure.path == jump.odd.path
        ):
            yield jump
            return


def _is_explained(column: BudgetYear, figure: Figure, by: Tolerances) -> bool:
    """A total is what its parts make it; an execution is of the size of its total."""
    if figure.kind is BudgetRowKind.TOTAL:
        made = budget_total(column, by)
        return made is not None and not made.wrong
    printed = column.figure(BudgetRowKind.TOTAL)
    return (
        figure.kind is BudgetRowKind.EXECUTED
        and printed is not None
        and printed.value is not None
        and figure.value is not None
        and not seems_another_unit(printed.value, figure.value, by)
    )

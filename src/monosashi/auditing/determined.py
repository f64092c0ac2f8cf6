"""Determined: a printed amount that other amounts of the same table settle, as parts settle their sum.

In a budget table 当初予算(a), 補正予算(b), 繰越し等(c) and what else stands over the total settle 合計(a+b+c), and the total and
the execution settle 執行率. In the list of budget items the lines settle 小計, and those 合計.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from monosashi.auditing.budget_years import BudgetYear, Figure
from monosashi.model import BudgetItem, BudgetRowKind, Message, MoneyCell, MoneyLine, Tolerances
from monosashi.model.folding import is_dash, key, unbroken
from monosashi.model.measuring.arithmetic import decimals_of, difference, is_sane, percentage, total
from monosashi.model.measuring.units import same_unit
from monosashi.model.measuring.wording import and_numbers, numbers, years

#: An execution rate is compared in the tenth of a point at best.
_RATE_OFF = Decimal("0.1")
_RATE_DECIMALS = 2
#: A rate up to this may be printed as a fraction of one: 0.98.
_FRACTION = 2


@dataclass(frozen=True)
class Determined:
    """A printed amount: its path and value, what the others make it, how far off it may be, on which paths that rests,
    what it is called, and how it is reckoned."""

    path: str
    printed: Decimal
    right: Decimal
    tolerance: Decimal
    rests_on: tuple[str, ...]
    unit: str
    name: Message
    reckoned: Message

    @property
    def wrong(self) -> bool:
        """Whether the print cannot be what the others make it."""
        return difference(self.printed, self.right) > self.tolerance


def half_units(values: list[Decimal]) -> Decimal:
    """How far a sum may be off because each part was rounded: half a unit of its last printed digit."""
    return total(Decimal(1).scaleb(-decimals_of(value)) / 2 for value in values)


def budget_total(column: BudgetYear, by: Tolerances) -> Determined | None:
    """The total of a year by its stages; None where a stage is not printed, is 内数 or another unit, or is not known."""
    printed = column.figure(BudgetRowKind.TOTAL)
    parts = _parts(column) if printed else ()
    if not printed or printed.value is None or not parts or not column.one_unit(printed, *parts):
        return None
    values = [part.value or Decimal(0) for part in parts]
    stated = [value for value, part in zip(values, parts, strict=True) if part.value is not None]
    right, when = total(values), years([column.nendo])
    return Determined(
        path=printed.path,
        printed=printed.value,
        right=right,
        tolerance=by.total if by.total is not None else half_units(stated),
        rests_on=tuple(part.path for part in parts),
        unit=printed.unit,
        name=Message(ja=f"{when.ja}の合計", en=f"the total of {when.en}"),
        reckoned=Message(ja=f"{numbers(stated)}の合計", en=f"the sum of {and_numbers(stated)}"),
    )


#: Stages that a total adds up; what a table prints under another name before its total may be one more.
_ADDED = frozenset(
    {
        BudgetRowKind.INITIAL,
        BudgetRowKind.SUPPLEMENTARY,
        BudgetRowKind.CARRIED,
        BudgetRowKind.CARRIED_IN,
        BudgetRowKind.CARRIED_OUT,
        BudgetRowKind.RESERVE,
    }
)


def _parts(column: BudgetYear) -> tuple[Figure, ...]:
    """The stages over the total, two at least, each with an amount; a dash is none in a year whose execution is printed.
    Nothing where one is missing, where two rows are of one stage, or where an unknown row states an amount."""
    executed = column.figure(BudgetRowKind.EXECUTED)
    closed = executed is not None and executed.value is not None
    kinds = [row.kind for row in column.budget.rows]
    found: list[Figure] = []
    for kind, figure in zip(kinds[: kinds.index(BudgetRowKind.TOTAL)], column.figures, strict=False):
        if kind in _ADDED:
            if kinds.count(kind) > 1 or not figure or not (figure.value is not None or (closed and figure.nothing)):
                return ()
            found.append(figure)
        elif figure and figure.amount.value:
            return ()
    return tuple(found) if len(found) > 1 else ()


def execution_rate(column: BudgetYear) -> Determined | None:
    """The rate of execution by total and execution; None where one is missing, or where the rate is of another base
    or may be a fraction. A rate may be rounded or cut off: it is not wrong within one unit of its last digit."""
    rate, budget = column.figure(BudgetRowKind.RATE), column.figure(BudgetRowKind.TOTAL)
    executed = column.figure(BudgetRowKind.EXECUTED)
    if not rate or not budget or not executed or not column.one_unit(budget, executed):
        return None
    if rate.value is None or rate.value <= _FRACTION or not budget.value or budget.value < 0 or executed.value is None:
        return None
    tolerance = max(_RATE_OFF, Decimal(1).scaleb(-decimals_of(rate.value)))
    for figure in column.figures:
        base = figure.value if figure and figure.kind in _ADDED else None
        if base and difference(percentage(executed.value, base, _RATE_DECIMALS), rate.value) <= tolerance:
            return None
    when = years([column.nendo])
    return Determined(
        path=rate.path,
        printed=rate.value,
        right=percentage(executed.value, budget.value, _RATE_DECIMALS),
        tolerance=tolerance,
        rests_on=(executed.path, budget.path),
        unit="％",
        name=Message(ja=f"{when.ja}の執行率", en=f"the execution rate of {when.en}"),
        reckoned=Message(
            ja=f"{executed.value:,f}÷{budget.value:,f}の", en=f"{executed.value:,f} over {budget.value:,f}"
        ),
    )


def item_sums(items: tuple[BudgetItem, ...], by: Tolerances) -> Iterator[Determined]:
    """Each 小計 and 合計 among the budget items by the lines above it, column by column."""
    for column in range(max((len(item.amounts) for item in items), default=0)):
        yield from _column_sums(items, column, by)


_Addend = tuple[str, Decimal]


def _column_sums(items: tuple[BudgetItem, ...], column: int, by: Tolerances) -> Iterator[Determined]:
    """A 小計 sums the lines since the sum before it; the 合計 sums the 小計, or all lines. ``None`` stands for a line that
    cannot be read: no sum over it is judged."""
    lines: list[_Addend | None] = []
    subtotals: list[_Addend | None] = []
    every: list[_Addend | None] = []
    head = ""
    for n, item in enumerate(items):
        cell = item.amounts[column] if column < len(item.amounts) else None
        path = f"/budget_items/{n}/amounts/{column}"
        if cell and head and unbroken(cell.year.text) != head:
            return
        head = unbroken(cell.year.text) if cell else head
        if not item.total:
            lines.append(_addend(path, cell))
            every.append(lines[-1])
        elif key(item.total) == "小計":
            yield from _sum(path, item, cell, lines, by)
            subtotals.append(_addend(path, cell))
            lines = []
        else:
            by_lines = list(_sum(path, item, cell, every, by))
            by_sums = list(_sum(path, item, cell, [*subtotals, *lines], by)) if subtotals else by_lines
            if all(one.wrong for one in (*by_sums, *by_lines)):
                yield from by_sums
            lines, subtotals, every = [], [], []


def _addend(path: str, cell: MoneyCell | None) -> _Addend | None:
    """What a line adds: nothing where it is 内数 or a dash."""
    if cell and is_dash(cell.text):
        return path, Decimal(0)
    line = _only_line(cell)
    if not line:
        return None
    return path, Decimal(0) if line.included_only else line.budget or Decimal(0)


def _only_line(cell: MoneyCell | None) -> MoneyLine | None:
    line = cell.lines[0] if cell and len(cell.lines) == 1 else None
    return line if line and line.budget is not None and is_sane(line.budget) else None


def _sum(
    path: str, item: BudgetItem, cell: MoneyCell | None, addends: list[_Addend | None], by: Tolerances
) -> Iterator[Determined]:
    """The sum that an item prints; none where it is 内数, where nothing is added, or where a line cannot be read."""
    line = _only_line(cell)
    added = [one for one in addends if one and one[1]]
    if not cell or not line or line.budget is None or line.included_only or not added or None in addends:
        return
    values = [value for _, value in added]
    name, when = unbroken(item.total), unbroken(cell.year.text)
    yield Determined(
        path=path,
        printed=line.budget,
        right=total(values),
        tolerance=by.total if by.total is not None else half_units(values) if len(values) > 1 else Decimal(0),
        rests_on=tuple(one for one, _ in added),
        unit=line.unit,
        name=Message(ja=f"{when}の{name}", en=f"the {name} under {when}"),
        reckoned=Message(ja=f"{numbers(values)}の合計", en=f"the sum of {and_numbers(values)}"),
    )


def item_units_agree(items: tuple[BudgetItem, ...]) -> bool:
    """Whether every amount of the items is in one unit."""
    units = [line.unit for item in items for cell in item.amounts for line in cell.lines]
    return all(same_unit(units[0], unit) for unit in units)

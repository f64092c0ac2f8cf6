"""Printed money: what a sheet prints of its policy's money, year by year, as far as it is the budget's.

Equity and guarantees of the fiscal investment and loan programme (産投出資, 政府保証, 財政融資) and what is part of another
amount (内数) are never added. Where a cell prints a total and accounts beside it, the total alone counts.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from monosashi.model import Account, MoneyCell, MoneyLine, Nendo, Sheet, Stage
from monosashi.model.measuring.arithmetic import is_sane, total
from monosashi.model.money import UNITS

#: The accounts of the budget itself, the general and the special ones.
BUDGET_ACCOUNTS = (Account.TOTAL, Account.GENERAL, Account.SPECIAL)
#: What amounts are taken to be in where neither cell nor label prints a unit.
DEFAULT_UNIT = "百万円"
#: The years a sheet tells the money of: its own and the two before.
_TOLD = 3


@dataclass(frozen=True)
class PrintedYear:
    """One year of the policy's money, in ``unit``; ``path``: where the sheet prints it (empty: it prints none)."""

    nendo: Nendo
    path: str = ""
    budget: Decimal | None = None
    executed: Decimal | None = None
    unit: str = DEFAULT_UNIT

    @property
    def in_yen(self) -> Decimal:
        """What one printed unit is in yen."""
        return UNITS.get(self.unit, UNITS[DEFAULT_UNIT])


def sheet_year(sheet: Sheet) -> Nendo | None:
    """The year the sheet is of: its title's, its number's, else the newest of its money."""
    printed = (one.nendo.year for one in _printed(sheet))
    newest = max(printed, default=None)
    return sheet.title.nendo or sheet.identifier.nendo or (Nendo(year=newest) if newest else None)


def printed_years(sheet: Sheet) -> tuple[PrintedYear, ...]:
    """The policy's money by year, oldest first. A sheet that prints none has the three years up to its own, empty."""
    found: dict[int, PrintedYear] = {}
    for one in _printed(sheet):
        found.setdefault(one.nendo.year, one)
    own = sheet_year(sheet)
    if not found and own:
        unit = next((cell.lines[0].unit for p in sheet.programmes for cell in p.money if cell.lines), "")
        blank = [PrintedYear(Nendo(year=own.year - back), unit=_unit(unit)) for back in range(_TOLD)]
        return tuple(reversed([one for one in blank if one.nendo.year > 0]))
    return tuple(found[year] for year in sorted(found))


def _printed(sheet: Sheet) -> Iterator[PrintedYear]:
    for n, cell in enumerate(sheet.money):
        if told := _of_cell(f"/money/{n}", cell):
            yield told
    if len(sheet.budgets) == 1:
        for one in sheet.budgets[0].sums():
            if not one.included_only:
                yield PrintedYear(Nendo(year=one.nendo.year), "/budgets/0", one.budget, one.executed, _unit(one.unit))


def _of_cell(path: str, cell: MoneyCell) -> PrintedYear | None:
    """The cell's amount of the budget; None where it prints none, or some in other units."""
    lines = [line for line in cell.lines if _counts(line)]
    lines = [line for line in lines if line.account is Account.TOTAL] or lines
    if not lines or cell.year.nendo is None or len({line.unit for line in lines}) > 1:
        return None
    return PrintedYear(
        Nendo(year=cell.year.nendo.year),
        path,
        _sum(line.budget for line in lines),
        _sum(line.executed for line in lines),
        _unit(lines[0].unit),
    )


def _counts(line: MoneyLine) -> bool:
    """Whether it is a whole figure of the budget: no 内数, no investment, no single stage."""
    return line.account in BUDGET_ACCOUNTS and not line.included_only and line.stage is Stage.TOTAL


def _sum(values: Iterator[Decimal | None]) -> Decimal | None:
    """The sum of what is stated; None where nothing is."""
    stated = [value for value in values if value is not None and is_sane(value)]
    return total(stated) if stated else None


def _unit(printed: str) -> str:
    return printed if printed in UNITS else DEFAULT_UNIT

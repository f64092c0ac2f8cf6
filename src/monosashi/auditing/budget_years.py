"""Budget years: a policy's budget table read down one year's column, stage by stage, each figure with its path.

A year that is only requested is none of them, and a text that stands over several years at once belongs to none.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from monosashi.model import Budget, BudgetAmount, BudgetRow, BudgetRowKind, Nendo, Sheet
from monosashi.model.folding import is_dash, unbroken
from monosashi.model.measuring.arithmetic import is_sane
from monosashi.model.measuring.units import same_unit


@dataclass(frozen=True)
class Figure:
    """What one stage prints for one year; ``value`` is None for a dash, words, a figure of which the year is only a
    part (内数), and a number beyond paper."""

    path: str
    kind: BudgetRowKind
    amount: BudgetAmount
    unit: str

    @property
    def value(self) -> Decimal | None:
        """The amount, in its unit."""
        value = self.amount.value
        return None if value is None or self.amount.included_only or not is_sane(value) else value

    @property
    def nothing(self) -> bool:
        """Whether a dash stands for it."""
        return is_dash(self.amount.text)

    @property
    def text(self) -> str:
        """The amount for a sentence: 7,840百万円."""
        return f"{self.value:,f}{self.unit}" if self.value is not None else unbroken(self.amount.text)


@dataclass(frozen=True)
class BudgetYear:
    """One year's column of a budget table. ``figures`` follows the table's rows; None where a row prints nothing for the
    year, or more than one thing."""

    path: str
    budget: Budget
    nendo: Nendo
    figures: tuple[Figure | None, ...]

    @property
    def printed(self) -> str:
        """The year as its head prints it."""
        heads = (year.text for figure in self.figures if figure for year in figure.amount.years)
        return unbroken(next(heads, str(self.nendo)))

    def figure(self, kind: BudgetRowKind) -> Figure | None:
        """What the stage prints for the year; None where it prints nothing, or where several rows are of that stage."""
        of_kind = [n for n, row in enumerate(self.budget.rows) if row.kind is kind]
        return self.figures[of_kind[0]] if len(of_kind) == 1 else None

    def one_unit(self, *figures: Figure) -> bool:
        """Whether the figures are printed in one unit; one that prints none agrees with any."""
        return all(same_unit(left.unit, right.unit) for left in figures for right in figures)


def budget_years(sheet: Sheet) -> Iterator[list[BudgetYear]]:
    """For each budget table its years, oldest first."""
    for b, budget in enumerate(sheet.budgets):
        path = f"/budgets/{b}"
        yield [
            BudgetYear(
                path=path,
                budget=budget,
                nendo=year,
                figures=tuple(_figure(f"{path}/rows/{r}", budget, row, year) for r, row in enumerate(budget.rows)),
            )
            for year in budget.years
        ]


def _figure(path: str, budget: Budget, row: BudgetRow, year: Nendo) -> Figure | None:
    own = [(n, one) for n, one in enumerate(row.amounts) if one.nendo == year and not one.requested]
    if len(own) != 1:
        return None
    n, amount = own[0]
    return Figure(f"{path}/amounts/{n}", row.kind, amount, budget.unit_of(amount, row))

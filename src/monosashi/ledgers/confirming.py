"""Confirming: which of the lines that are like a policy by name add up to what its sheet prints, year by year.

A settled year is 歳出予算現額 less 翌年度繰越額, spent 支出済歳出額; the running year the initial budget. A sum of lines agrees
where every execution the sheet prints does, and every budget or none but those of the years not yet settled; a single
figure proves nothing, as some sum will always agree with it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations
from typing import Final

from monosashi.ledgers.budget_lines import BudgetBook, BudgetLine, LineYear
from monosashi.ledgers.printed_money import PrintedYear
from monosashi.model.measuring.arithmetic import difference, rounded_to

#: The figures that must agree.
FEWEST: Final = 2
#: So many lines are tried together at most, of so many.
LARGEST: Final = 4
TRIED: Final = 10


@dataclass(frozen=True)
class Confirmation:
    """Lines whose sums agree, and in how many figures."""

    lines: tuple[BudgetLine, ...]
    figures: int


def in_unit(yen: Decimal, printed: PrintedYear) -> Decimal:
    """Yen in the printed unit, rounded half up."""
    return rounded_to(yen / printed.in_yen, 0)


def is_settled(printed: PrintedYear, told: LineYear, running: int) -> bool:
    """Whether a printed year is to be held against the settlement: it prints what was executed, or lies before the
    sheet's own year."""
    return printed.executed is not None or (printed.nendo.year < running and told.settled)


def confirmed(book: BudgetBook, lines: Sequence[BudgetLine], printed: Sequence[PrintedYear]) -> Confirmation | None:
    """The first sum of lines that agrees: few lines before many, the likeliest first. None: none does."""
    stated = [one for one in printed if one.budget is not None or one.executed is not None]
    running = max((one.nendo.year for one in stated), default=0)
    tried = list(lines[:TRIED])
    for size in range(1, min(LARGEST, len(tried)) + 1):
        for chosen in combinations(tried, size):
            figures = [agrees for one in stated for agrees in _figures(book, chosen, one, running)]
            if len(figures) >= FEWEST and all(figures):
                return Confirmation(chosen, len(figures))
    return None


def _figures(book: BudgetBook, lines: Sequence[BudgetLine], printed: PrintedYear, running: int) -> Iterator[bool]:
    """Whether each figure of the year agrees that the books tell. A nil tells nothing."""
    told = book.year(lines, printed.nendo.year)
    settled = is_settled(printed, told, running)
    if settled and not told.settled and printed.nendo.year not in book.settled:
        return
    made = ((printed.budget, told.kept if settled else told.initial), (printed.executed, told.spent))
    for figure, yen in made:
        if figure:
            yield yen is not None and agrees(figure, yen, printed, len(lines))


def agrees(figure: Decimal, yen: Decimal, printed: PrintedYear, lines: int = 1) -> bool:
    """Whether a figure is the amount in the printed unit; of several lines each may have been rounded by itself."""
    return difference(figure, yen / printed.in_yen) <= Decimal(max(lines, 1)) / 2

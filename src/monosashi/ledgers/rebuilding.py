"""Rebuilding: the policy's money of each year as the state's accounts give it, beside what the sheet prints.

A settled year is 歳出予算現額 less 翌年度繰越額, spent 支出済歳出額; the running year its initial budget. What the next sheet will
print (the running year once it is settled, the year after it) is told as a prediction where the books have it.

Source: the convention of 総務省's 事前分析表 (予算額・執行額), held against 歳出決算報告書.
"""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from monosashi.ledgers.budget_lines import BudgetBook, BudgetLine
from monosashi.ledgers.confirming import in_unit, is_settled
from monosashi.ledgers.policy_differences import BUDGET, EXECUTED, Compared, difference_of
from monosashi.ledgers.printed_money import PrintedYear
from monosashi.model import Nendo
from monosashi.model.book import Appropriation
from monosashi.model.reconciliation import Difference, PolicyYear

SETTLED: Final = "settled"
INITIAL: Final = "initial"


def policy_years(
    book: BudgetBook,
    lines: tuple[BudgetLine, ...],
    near: tuple[BudgetLine, ...],
    printed: tuple[PrintedYear, ...],
    running: int,
) -> tuple[PolicyYear, ...]:
    """The printed years and, after them, the predicted ones. ``near``: other lines that the policy may draw on, too;
    ``running``: the sheet's own year."""
    told = [_year(book, lines, near, one, running) for one in printed]
    return (*told, *_predicted(book, lines, printed, running)) if lines else tuple(told)


def _year(
    book: BudgetBook, lines: tuple[BudgetLine, ...], near: tuple[BudgetLine, ...], printed: PrintedYear, running: int
) -> PolicyYear:
    told = book.year(lines, printed.nendo.year)
    settled = is_settled(printed, told, running)
    budget, executed = (told.kept, told.spent) if settled else (told.initial, None)
    used = told.settled_lines if settled else told.initial_lines
    differences: list[Difference] = []
    for side, figure, yen in ((BUDGET, printed.budget, budget), (EXECUTED, printed.executed, executed)):
        compared = Compared(side, figure, yen, settled, printed, book, lines, near)
        differences += [one] if lines and (one := difference_of(compared)) else []
    return PolicyYear(
        nendo=printed.nendo,
        printed_budget=printed.budget,
        rebuilt_budget=_shown(budget, printed),
        printed_executed=printed.executed,
        rebuilt_executed=_shown(executed, printed),
        unit=printed.unit,
        basis=SETTLED if settled else INITIAL,
        lines=tuple(map(address, used)),
        differences=tuple(differences),
        used=used,
        path=printed.path,
    )


def _predicted(
    book: BudgetBook, lines: tuple[BudgetLine, ...], printed: tuple[PrintedYear, ...], running: int
) -> Iterator[PolicyYear]:
    """What the next sheet will print anew: the running year settled, and the initial budget of the year after."""
    unit = printed[-1] if printed else PrintedYear(Nendo(year=running))
    closed = {one.nendo.year for one in printed if one.executed is not None}
    own, following = book.year(lines, running), book.year(lines, running + 1)
    if own.settled and running not in closed:
        yield _prediction(running, unit, SETTLED, (own.kept, own.spent), own.settled_lines)
    if following.initial is not None:
        yield _prediction(running + 1, unit, INITIAL, (following.initial, None), following.initial_lines)


def _prediction(
    year: int,
    unit: PrintedYear,
    basis: str,
    yen: tuple[Decimal | None, Decimal | None],
    used: tuple[Appropriation, ...],
) -> PolicyYear:
    return PolicyYear(
        nendo=Nendo(year=year),
        rebuilt_budget=_shown(yen[0], unit),
        rebuilt_executed=_shown(yen[1], unit),
        unit=unit.unit,
        basis=basis,
        predicted=True,
        lines=tuple(map(address, used)),
        used=used,
    )


def address(one: Appropriation) -> str:
    """Where a line stands: the book's file and line, and what it is of."""
    return f"{one.place.file}:{one.place.line}"


def _shown(yen: Decimal | None, printed: PrintedYear) -> Decimal | None:
    return None if yen is None else in_unit(yen, printed)

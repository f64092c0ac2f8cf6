"""Counting: what the rules find in every review sheet of 2017 to 2022, by tolerances given and by their own."""

from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from decimal import Decimal
from functools import partial
from pathlib import Path

from monosashi.auditing import audit
from monosashi.judging import achievements
from monosashi.model import BudgetRowKind, Finding, InputRole, Sheet, Tolerances
from monosashi.model.path import resolve
from tests.review_sheets.adapter import records, review_sheet

YEARS = range(2017, 2023)
#: The tolerances by which the data's own README counts (百万円): beyond rounding of three figures, or of one.
GIVEN = Tolerances(total=Decimal("1.5"), executed=Decimal(1), carried=Decimal("1.5"))
OWN = Tolerances()

_Tally = Callable[[Path, int], Counter[str]]


def over_all_years(tally: _Tally, folder: Path) -> Counter[str]:
    """The tallies of all years together, two years at a time."""
    with ProcessPoolExecutor(2) as pool:
        return sum(pool.map(partial(tally, folder), YEARS), Counter[str]())


def money(folder: Path, year: int, by: Tolerances, most: int | None = None) -> Counter[str]:
    """What is found in the budgets of one year's sheets, each wrong amount counted."""
    found: Counter[str] = Counter()
    for record in records(folder, year, most):
        sheet = review_sheet({**record, "アウトカム": []})
        found.update(_judged(sheet))
        for finding in audit(sheet, by):
            found[finding.code] += _amounts_of(finding)
            found["executed over nil"] += finding.code == "executed-over-budget" and _is_over_nil(sheet, finding)
    return found


def _judged(sheet: Sheet) -> Iterator[str]:
    """Each amount that a check of money looks at, by what it is."""
    budget = sheet.budgets[0]
    by_year = {
        kind: {amount.nendo.year: amount.value for amount in row.amounts if amount.nendo}
        for kind in BudgetRowKind
        for row in budget.rows
        if row.kind is kind
    }
    totals = by_year[BudgetRowKind.TOTAL]
    yield from ("total" for year in totals if year in by_year[BudgetRowKind.INITIAL])
    yield from ("execution" for year in by_year[BudgetRowKind.EXECUTED] if year in totals)
    out, into = by_year[BudgetRowKind.CARRIED_OUT], by_year[BudgetRowKind.CARRIED_IN]
    yield from ("carried" for year in out if year + 1 in into and (out[year] or into[year + 1]))


def _amounts_of(finding: Finding) -> int:
    """How many pairs of years a carry-over speaks of; any other finding of money is of one amount."""
    return (len(finding.evidence) + 1) // 2 if finding.code == "carry-over" else 1


def _is_over_nil(sheet: Sheet, finding: Finding) -> bool:
    total = sheet.budgets[0].amount(BudgetRowKind.TOTAL, resolve(sheet, finding.path).nendo)
    return bool(total and total.value == 0)


def outcomes(folder: Path, year: int, *, worded: bool, most: int | None = None) -> Counter[str]:
    """What the outcomes of one year's sheets reached, each year with a target and an actual counted."""
    found: Counter[str] = Counter()
    for record in records(folder, year, most):
        sheet = review_sheet({**record, "予算": []}, worded=worded)
        years = {one.year.nendo for _, _, measure in sheet.measures() for one in measure.actuals if one.year.nendo}
        for nendo in sorted(years, key=lambda one: one.year):
            for one in achievements(sheet, nendo=nendo):
                values = {given.role: given.value for given in one.inputs}
                if one.footing.is_evidence and InputRole.YEAR_TARGET in values and one.nendo == nendo:
                    found.update(("pair", f"way {one.way.value}", *["met"] * bool(one.met)))
                    found["equal"] += values[InputRole.YEAR_TARGET] == values[InputRole.ACTUAL]
    return found


def findings(folder: Path, year: int) -> Counter[str]:
    """Every finding of one year's sheets as the rules stand, by code."""
    found: Counter[str] = Counter()
    for record in records(folder, year):
        found.update(finding.code for finding in audit(review_sheet(record)))
        found["sheet"] += 1
    return found

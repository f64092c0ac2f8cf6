"""Adapter: one published record of a review sheet as a Sheet: its budget by stages, its outcomes with yearly values.

Amounts are 百万円. A record gives numbers, no prints, so each noun's text is the number as Python writes it, and its
meaning is given beside it.
"""

import json
import lzma
from collections.abc import Iterator
from decimal import Decimal
from itertools import islice
from pathlib import Path
from typing import TypedDict

from monosashi.model import (
    Actual,
    Budget,
    BudgetAmount,
    BudgetRow,
    BudgetRowKind,
    Goal,
    Indicator,
    Lever,
    Measure,
    MeasureName,
    Nendo,
    Number,
    PrintedNendo,
    Quantity,
    Sheet,
    State,
    Title,
    Value,
    YearTarget,
)


class BudgetRecord(TypedDict, total=False):
    """One fiscal year of a project's budget, 百万円."""

    年度: int
    当初予算: float | None
    補正予算: float | None
    前年度から繰越し: float | None
    翌年度へ繰越し: float | None
    予備費等: float | None
    予算計: float | None
    執行額: float | None


class ResultRecord(TypedDict):
    """One fiscal year of an outcome; a value that is no number is a word."""

    年度: int
    成果実績: float | str | None
    目標値: float | str | None


class OutcomeRecord(TypedDict):
    """An outcome of a project with its yearly values."""

    成果目標: str | None
    成果指標: str | None
    単位: str | None
    成果実績: list[ResultRecord]


class ProjectRecord(TypedDict, total=False):
    """What is used of one published record."""

    公開年度: int
    予算: list[BudgetRecord]
    アウトカム: list[OutcomeRecord]


ROWS = {
    "当初予算": BudgetRowKind.INITIAL,
    "補正予算": BudgetRowKind.SUPPLEMENTARY,
    "前年度から繰越し": BudgetRowKind.CARRIED_IN,
    "翌年度へ繰越し": BudgetRowKind.CARRIED_OUT,
    "予備費等": BudgetRowKind.RESERVE,
    "予算計": BudgetRowKind.TOTAL,
    "執行額": BudgetRowKind.EXECUTED,
}


def records(folder: Path, year: int, most: int | None = None) -> Iterator[ProjectRecord]:
    """The records published in a year, as they follow each other in the file; no more than so many."""
    with lzma.open(folder / f"review-sheets-{year}.jsonl.xz", "rt", encoding="utf-8") as lines:
        for line in islice(lines, most):
            record: ProjectRecord = json.loads(line)
            yield record


def review_sheet(record: ProjectRecord, *, worded: bool = True) -> Sheet:
    """The record as a sheet. ``worded``: with the words of its outcomes, from which the rules take the direction of
    improvement; without them more is taken to be better."""
    return Sheet(
        title=Title(text="", nendo=Nendo(year=record["公開年度"])),
        budgets=(_budget(record.get("予算") or []),),
        goals=tuple(_goal(n, outcome, worded=worded) for n, outcome in enumerate(record.get("アウトカム") or [], 1)),
    )


def _budget(years: list[BudgetRecord]) -> Budget:
    return Budget(rows=tuple(_row(label, kind, years) for label, kind in ROWS.items()))


def _row(label: str, kind: BudgetRowKind, years: list[BudgetRecord]) -> BudgetRow:
    amounts = tuple(
        BudgetAmount(text=str(value), years=(_year(one["年度"]),), value=Decimal(str(value)), included_only=False)
        for one in years
        if isinstance(value := one.get(label), int | float)
    )
    return BudgetRow(label=label, kind=kind, unit="百万円", amounts=amounts)


def _year(year: int) -> PrintedNendo:
    return PrintedNendo(text=f"{year}年度", nendo=Nendo(year=year))


def _goal(n: int, outcome: OutcomeRecord, *, worded: bool) -> Goal:
    unit, name = outcome["単位"] or "", outcome["成果指標"] or ""
    measure = Measure(
        name=MeasureName(text=name, name=name) if worded else MeasureName(text=""),
        targets=tuple(
            YearTarget(years=(_year(one["年度"]),), value=value)
            for one in outcome["成果実績"]
            if (value := _value(one["目標値"], unit))
        ),
        actuals=tuple(
            Actual(year=_year(one["年度"]), value=value, state=State.REPORTED)
            for one in outcome["成果実績"]
            if (value := _value(one["成果実績"], unit))
        ),
    )
    indicator = Indicator(number=Number(text=str(n), value=n), measures=(measure,))
    return Goal(text=(outcome["成果目標"] or "") if worded else "", levers=(Lever(indicators=(indicator,)),))


def _value(number: float | str | None, unit: str) -> Value | None:
    if not isinstance(number, int | float):
        return None
    return Value(text=f"{number}{unit}", quantity=Quantity(value=Decimal(str(number)), unit=unit))

"""Planned evaluation: the month in which a sheet says that its policy will be evaluated."""

from collections.abc import Iterator
from dataclasses import dataclass

from monosashi.model import Sheet, StatementRole
from monosashi.model.date import YearMonth, parse_month
from monosashi.model.folding import unbroken


@dataclass(frozen=True)
class PlannedEvaluation:
    """The month, where it is printed, and how."""

    path: str
    month: YearMonth
    printed: str


def planned_evaluations(sheet: Sheet) -> Iterator[PlannedEvaluation]:
    """Each planned month that can be read; a statement of when the evaluation was done is not one."""
    for n, statement in enumerate(sheet.policy.statements):
        planned = statement.role is StatementRole.EVALUATION_MONTH and "予定" in statement.plain_label
        month = parse_month(statement.text) if planned else None
        if month:
            yield PlannedEvaluation(f"/policy/statements/{n}/text", month, unbroken(statement.text))

"""Due days: by when each step of a year is to be done. The usual calendar, and the days an office set instead.

The usual: 事前分析表 of a year are made public between March and August of that year with last year's actuals; a year's
actuals are therefore in hand by the end of the August after it; a 評価書 is due by the end of August of its year.
Source: 目標管理型の政策評価の実施に関するガイドライン (20 December 2013), 1(5) and 2.
"""

import datetime as dt
from collections.abc import Mapping
from enum import StrEnum

from django.db import transaction

from monosashi.office.framework.noting import note
from monosashi.office.framework.refusals import BadEntry
from monosashi.office.framework.years import EARLIEST, LATEST
from monosashi.office.keeping import Actor, Thing, may, require_role, within
from monosashi.office.keeping.who_may import MayNot
from monosashi.store.models import DueDay, Organisation


class Step(StrEnum):
    """What is due: the sheet of a year, the measuring of a year, the evaluation in a year."""

    PLAN = "plan"
    MEASURING = "measuring"
    EVALUATION = "evaluation"


#: How many years after its own a step is due by the end of August.
_YEARS_LATER = {Step.PLAN: 0, Step.MEASURING: 1, Step.EVALUATION: 0}

#: A day farther from its year than so many years is a slip.
_FARTHEST = 3

#: A day that was set, by ministry, fiscal year and step.
Days = Mapping[tuple[str, int, str], dt.date]


def usual_day(step: Step, nendo: int) -> dt.date:
    """The day by which a step of a fiscal year is due unless the office set another."""
    return dt.date(nendo + _YEARS_LATER[step], 8, 31)


def days_set(actor: Actor) -> Days:
    """Every day that was set in the ministries whose framework the actor may see."""
    require_role(actor, "see_framework")
    rows = DueDay.objects.filter(within(actor, "see_framework")).select_related("ministry")
    return {(row.ministry.address, row.nendo, row.step): row.day for row in rows}


def due_day(days: Days, ministry: str, step: Step, nendo: int) -> dt.date:
    """The day by which a step is due: the one set, else the usual one."""
    return days.get((ministry, nendo, step.value)) or usual_day(step, nendo)


@transaction.atomic
def set_due_days(actor: Actor, nendo: int, days: Mapping[Step, dt.date | None]) -> None:
    """Set the days for the steps of a year in the actor's ministry, all or none; None sets a step back to its usual
    day. Raises ``MayNot``, ``BadEntry``."""
    require_role(actor, "arrange")
    if not may(actor, "arrange", Thing(ministry=actor.ministry)):
        raise MayNot("arrange")
    if not EARLIEST <= nendo <= LATEST:
        raise BadEntry(f"年度{nendo}は使えません。", f"The year {nendo} cannot be used.")
    ministry = Organisation.objects.get(address=actor.ministry)
    for step, day in days.items():
        if day is not None and abs(day.year - nendo) > _FARTHEST:
            raise BadEntry(
                f"{day.isoformat()}は、その年度から離れすぎています。", f"{day.isoformat()} is too far from that year."
            )
        _set(actor, ministry, nendo, step, None if day == usual_day(step, nendo) else day)


def _set(actor: Actor, ministry: Organisation, nendo: int, step: Step, day: dt.date | None) -> None:
    rows = DueDay.objects.filter(ministry=ministry, nendo=nendo, step=step.value)
    was = rows.first()
    if (was.day if was else None) == day:
        return
    rows.delete()
    if day is not None:
        DueDay.objects.create(ministry=ministry, nendo=nendo, step=step.value, day=day)
    details = {"step": step.value, "was": was.day if was else None, "now": day}
    note(actor, "set-due-day", f"calendar/{ministry.address}/{nendo}", ministry, details)

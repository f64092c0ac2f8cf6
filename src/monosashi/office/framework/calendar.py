"""The calendar of a year: for each policy its sheet, its measuring and its evaluation, by when, and whether done.

Everything is computed from the framework, the sheets and today's date; nothing of it is kept. What happens in another
bureau's drafts is not told: a step of theirs is done once it is released, and until then only due.
"""

import csv
import datetime as dt
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from django.utils import timezone

from monosashi.model import Noun, State
from monosashi.office.collecting.records import harmless
from monosashi.office.framework.dates import Days, Step, days_set, due_day
from monosashi.office.framework.linking import SheetLine, sheet_lines, thing_of_policy
from monosashi.office.framework.tree import PeriodLine, PolicyLine, periods, policies_of
from monosashi.office.keeping import Actor, clock, may
from monosashi.store.models import KeptSheet, Period, SheetKind, YearlyRow

#: So many days before its day a step is told as coming near.
SOON = 60
#: States of an actual that may still become a number.
_AWAITED = frozenset({State.NOT_YET.value, State.COMPILING.value, State.UNSTATED.value})


class Standing(StrEnum):
    """How a step stands: 済, 期限超過, 期限間近, 作業中, これから."""

    DONE = "done"
    OVERDUE = "overdue"
    SOON = "soon"
    UNDER_WAY = "under_way"
    AHEAD = "ahead"


class Item(Noun):
    """A step of a policy in a year. ``sheet``: the sheet it shows in, as far as the asker may see it; ``last``: last
    year's, from which it can be rolled forward; ``reported`` of ``asked``: the measures of a measuring."""

    ministry: str
    period: int
    policy: PolicyLine
    nendo: int
    step: Step
    due: dt.date
    standing: Standing
    days: int
    sheet: SheetLine | None = None
    last: SheetLine | None = None
    reported: int = 0
    asked: int = 0


class Asked(Noun):
    """What of the calendar is asked for; nothing said, everything."""

    step: Step | None = None
    standing: Standing | None = None
    office: str = ""


def today() -> dt.date:
    """The day in Japan."""
    return timezone.localdate(clock.now())


def calendar(actor: Actor, nendo: int, asked: Asked | None = None) -> tuple[Item, ...]:
    """The steps of a fiscal year that the actor may see, by ministry, policy and step. Raises ``MayNot``,
    ``SignInFirst``."""
    asked = asked or Asked()
    lines = [line for line in periods(actor) if line.first <= nendo <= line.last]
    kept = Period.objects.in_bulk([line.id for line in lines])
    days = days_set(actor)
    found: list[Item] = []
    for line in lines:
        about = _About.of(actor, line, nendo, policies_of(kept[line.id]), days)
        found += [item for item in _items(actor, about) if _is_asked(item, asked)]
    return tuple(found)


def years(actor: Actor) -> tuple[int, ...]:
    """The fiscal years that some period is for, the newest first."""
    return tuple(sorted({year for line in periods(actor) for year in line.years}, reverse=True))


def this_year() -> int:
    """The fiscal year of today."""
    day = today()
    return day.year - (day.month < 4)


@dataclass(frozen=True)
class _About:
    """What the steps of a ministry's year are computed from."""

    period: PeriodLine
    nendo: int
    policies: Sequence[PolicyLine]
    sheets: Mapping[int, Sequence[SheetLine]]
    counts: Mapping[str, tuple[int, int]]
    days: Days
    today: dt.date

    @classmethod
    def of(cls, actor: Actor, period: PeriodLine, nendo: int, policies: Sequence[PolicyLine], days: Days) -> "_About":
        rows = KeptSheet.objects.filter(
            policy__in=[one.id for one in policies], nendo__gte=nendo - 1, nendo__lte=nendo + 1
        )
        sheets: dict[int, list[SheetLine]] = {}
        for line in sheet_lines(actor, rows):
            sheets.setdefault(line.policy or 0, []).append(line)
        counts = _counts([line for lines in sheets.values() for line in lines], nendo)
        return cls(period, nendo, policies, sheets, counts, days, today())

    def sheet(self, policy: PolicyLine, kind: SheetKind, *nendos: int) -> SheetLine | None:
        """The sheet of a policy in the first of the years that has one."""
        told = self.sheets.get(policy.id, ())
        return next((one for year in nendos for one in told if (one.kind, one.nendo) == (kind, year)), None)


def _counts(sheets: Iterable[SheetLine], nendo: int) -> dict[str, tuple[int, int]]:
    """How many measures of each sheet have an actual of the year, and how many are asked for one. Strangers see the
    released edition's."""
    found: dict[str, tuple[int, int]] = {}
    released = {one.slug: one.state is None for one in sheets}
    rows = YearlyRow.objects.filter(sheet__slug__in=released, nendo=nendo).order_by("pk")
    for slug, of_release, state in rows.values_list("sheet__slug", "released", "record__actual_state"):
        if released[slug] == of_release and state:
            reported, asked = found.get(slug, (0, 0))
            found[slug] = (reported + (state not in _AWAITED), asked + 1)
    return found


def _items(actor: Actor, about: _About) -> Iterator[Item]:
    for policy in about.policies:
        yield _plan(actor, about, policy)
        yield _measuring(about, policy)
        if about.nendo in policy.evaluated:
            sheet = about.sheet(policy, SheetKind.EVALUATION, about.nendo, about.nendo - 1)
            yield _item(about, policy, Step.EVALUATION, sheet, done=_is_released(sheet))


def _plan(actor: Actor, about: _About, policy: PolicyLine) -> Item:
    sheet = about.sheet(policy, SheetKind.PLAN, about.nendo)
    last = about.sheet(policy, SheetKind.PLAN, about.nendo - 1)
    own = may(actor, "edit", thing_of_policy(policy, about.period.ministry))
    # only the drafts of one's own are known not to be there
    rolls = last if sheet is None and own and last and last.state is not None else None
    return _item(about, policy, Step.PLAN, sheet, done=_is_released(sheet)).model_copy(update={"last": rolls})


def _measuring(about: _About, policy: PolicyLine) -> Item:
    """Measured in the next year's sheet, which prints the year's actuals; in the year's own until there is one."""
    sheet = about.sheet(policy, SheetKind.PLAN, about.nendo + 1, about.nendo)
    reported, asked = about.counts.get(sheet.slug, (0, 0)) if sheet else (0, 0)
    item = _item(about, policy, Step.MEASURING, sheet, done=0 < asked == reported)
    return item.model_copy(update={"reported": reported, "asked": asked})


def _is_released(sheet: SheetLine | None) -> bool:
    return sheet is not None and sheet.edition > 0


def _item(about: _About, policy: PolicyLine, step: Step, sheet: SheetLine | None, *, done: bool) -> Item:
    due = due_day(about.days, about.period.ministry, step, about.nendo)
    days = (due - about.today).days
    begun = sheet is not None and step is not Step.MEASURING
    return Item(
        ministry=about.period.ministry,
        period=about.period.id,
        policy=policy,
        nendo=about.nendo,
        step=step,
        due=due,
        days=days,
        standing=_standing(days, done=done, begun=begun),
        sheet=sheet,
    )


def _standing(days: int, *, done: bool, begun: bool) -> Standing:
    if done:
        return Standing.DONE
    if days < 0:
        return Standing.OVERDUE
    if days <= SOON:
        return Standing.SOON
    return Standing.UNDER_WAY if begun else Standing.AHEAD


def _is_asked(item: Item, asked: Asked) -> bool:
    return (
        asked.step in (None, item.step)
        and asked.standing in (None, item.standing)
        and asked.office in ("", item.policy.bureau, item.policy.division)
    )


#: The columns of the CSV.
COLUMNS = (
    *("ministry", "number", "name", "office", "nendo", "step", "due", "standing", "days"),
    *("sheet", "state", "edition", "reported", "asked"),
)


def calendar_csv(items: Iterable[Item]) -> str:
    """One line a step. ``days``: until it is due, negative after."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for one in items:
        sheet = one.sheet
        writer.writerow(
            [
                *(
                    one.ministry,
                    harmless(one.policy.number),
                    harmless(one.policy.name),
                    harmless(one.policy.answerable),
                ),
                *(one.nendo, one.step.value, one.due.isoformat(), one.standing.value, one.days),
                *(sheet.slug if sheet else "", sheet.state.value if sheet and sheet.state else ""),
                *(sheet.edition if sheet else "", one.reported, one.asked),
            ]
        )
    return out.getvalue()

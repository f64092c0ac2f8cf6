"""The desk: what waits for one person, by what the role has to do. Counts and links, never more than the person may see."""

import datetime as dt
from collections.abc import Callable, Iterator

from django.db.models import Count, Q

from monosashi.model import Noun
from monosashi.office.framework.calendar import Asked, Standing, calendar, this_year, today
from monosashi.office.framework.dates import Step
from monosashi.office.keeping import Actor, person_of, within
from monosashi.office.keeping.who_may import Reach, SignInFirst, rules
from monosashi.office.review.states import step_from
from monosashi.store.models import (
    Ask,
    Comment,
    Draft,
    Intake,
    KeptSheet,
    ReviewStep,
    Role,
    Round,
    SheetState,
    SheetSummary,
)

#: So many lines of a kind are shown; the page that has them all is linked.
MOST = 8


class Waiting(Noun):
    """One thing that waits. ``address`` leads to it; ``day`` is when it is due, ``note`` what someone said of it,
    ``step`` which step of the calendar it is."""

    name: str
    address: str
    day: dt.date | None = None
    overdue: bool = False
    note: str = ""
    step: str = ""


class Pile(Noun):
    """Things of one kind: its key in the words, how many there are, the first of them, and the page with all."""

    key: str
    count: int
    things: tuple[Waiting, ...]
    all_at: str = ""


def desk(actor: Actor) -> tuple[Pile, ...]:
    """What waits for this person, in the order of the work; nothing where nothing does. Raises ``SignInFirst``."""
    if not actor.known:
        raise SignInFirst
    piles = (Pile(key=key, count=len(found), things=found[:MOST], all_at=at) for key, at, found in _found(actor))
    return tuple(pile for pile in piles if pile.count)


def _found(actor: Actor) -> Iterator[tuple[str, str, tuple[Waiting, ...]]]:
    for key, at, gather in _PILES:
        yield key, at, tuple(gather(actor))


def _has(actor: Actor, verb: str) -> bool:
    return rules()[verb].reach[actor.role] is not Reach.NONE


def _sent_back(actor: Actor) -> Iterator[Waiting]:
    """Drafts of one's own whose last step was back, with the reason."""
    for kept in _drafts_of(actor):
        step = ReviewStep.objects.filter(sheet=kept).order_by("-time", "-pk").first()
        if step and step.verb == "send_back" and kept.newest.pk == step.version_id:
            yield Waiting(name=_name(kept), address=f"/sheets/{kept.slug}/", note=f"{step.person_name}：{step.reason}")


def _drafts_of(actor: Actor) -> list[KeptSheet]:
    if not _has(actor, "edit"):
        return []
    rows = KeptSheet.objects.filter(within(actor, "edit"), state=SheetState.DRAFT, head__isnull=False)
    return list(rows.select_related("head").order_by("slug"))


def _asks(actor: Actor) -> Iterator[Waiting]:
    """Rounds with asks that this bureau or division has not answered."""
    if actor.role not in (Role.BUREAU, Role.DIVISION):
        return
    own = within(actor, "answer")
    rows = Ask.objects.filter(own, closed=False, round__state="open", state__in=("asked", "returned"))
    counted = rows.values("round_id", "round__name", "round__deadline").annotate(n=Count("pk"))
    for row in counted.order_by("round__deadline", "round_id"):
        yield Waiting(
            name=f"{row['round__name']}（{row['n']}）",
            address=f"/rounds/{row['round_id']}/",
            day=row["round__deadline"],
            overdue=row["round__deadline"] < today(),
        )


def _rounds(actor: Actor) -> Iterator[Waiting]:
    """Open rounds of the office, with what is not answered."""
    if not _has(actor, "collect"):
        return
    rows = Round.objects.filter(within(actor, "collect"), state="open").annotate(
        n=Count("asks", filter=Q(asks__closed=False, asks__state__in=("asked", "returned")))
    )
    for row in rows.order_by("deadline", "pk"):
        yield Waiting(
            name=f"{row.name}（{row.n}）",
            address=f"/rounds/{row.pk}/",
            day=row.deadline,
            overdue=row.deadline < today(),
        )


def _steps(verb: str) -> Callable[[Actor], Iterator[Waiting]]:
    """Sheets whose next step is that verb, where it is this person's to take."""

    def gather(actor: Actor) -> Iterator[Waiting]:
        if not _has(actor, verb):
            return
        rows = KeptSheet.objects.filter(within(actor, verb), head__isnull=False).exclude(state=SheetState.RELEASED)
        for kept in rows.select_related("head").order_by("slug"):
            step = step_from(SheetState(kept.state), in_bureau=kept.bureau_id is not None)
            if step and step.verb == verb:
                yield Waiting(name=_name(kept), address=f"/sheets/{kept.slug}/review/")

    return gather


def _intakes(actor: Actor) -> Iterator[Waiting]:
    if not _has(actor, "take_in"):
        return
    rows = Intake.objects.filter(within(actor, "take_in"), state__in=("open", "failed"))
    for row in rows.order_by("started", "pk"):
        yield Waiting(name=row.name, address=f"/intake/{row.pk}/")


def _drafts(actor: Actor) -> Iterator[Waiting]:
    """What this person has typed and not saved."""
    rows = Draft.objects.filter(person=person_of(actor)).exclude(edits={}).select_related("sheet")
    for row in rows.order_by("saved", "pk"):
        yield Waiting(name=_name(row.sheet), address=f"/sheets/{row.sheet.slug}/edit/")


def _comments(actor: Actor) -> Iterator[Waiting]:
    """Open threads on one's own sheets whose last word is another's."""
    if not _has(actor, "comment"):
        return
    verb = "edit" if _has(actor, "edit") else "comment"
    firsts = Comment.objects.filter(
        within(actor, verb, "sheet__"), answers__isnull=True, resolved=False, withdrawn=False
    ).select_related("sheet")
    if actor.role is Role.COUNCIL:
        firsts = firsts.filter(for_council=True, person=person_of(actor))
    for first in firsts.order_by("time", "pk"):
        last = first.replies.filter(withdrawn=False).order_by("-time", "-pk").first() or first
        if last.person_id != actor.person:
            yield Waiting(
                name=_name(first.sheet),
                address=f"/sheets/{first.sheet.slug}/comments/#thread-{first.pk}",
                note=f"{last.person_name}：{last.text}",
            )


def _evaluations(actor: Actor) -> Iterator[Waiting]:
    """Evaluations and sheets of this and last year that are due soon or late, of one's own offices."""
    if not _has(actor, "see_framework") or actor.role is Role.AUDITOR:
        return
    for nendo in (this_year() - 1, this_year()):
        for step in (Step.EVALUATION, Step.PLAN):
            for item in calendar(actor, nendo, Asked(step=step)):
                own = {
                    Role.BUREAU: item.policy.bureau == actor.bureau,
                    Role.DIVISION: item.policy.division == actor.division,
                }
                if item.standing in (Standing.OVERDUE, Standing.SOON) and own.get(actor.role, True):
                    yield Waiting(
                        name=f"{item.policy.number} {item.policy.name}",
                        address=f"/calendar/?year={nendo}&step={step.value}",
                        day=item.due,
                        overdue=item.standing is Standing.OVERDUE,
                        step=step.value,
                    )


def _name(kept: KeptSheet) -> str:
    """The slug and the policy's name as the newest version has it."""
    rows = SheetSummary.objects.filter(sheet=kept, released=False)
    return f"{kept.slug} {rows.values_list('record__name', flat=True).first() or ''}".strip()


_PILES: tuple[tuple[str, str, Callable[[Actor], Iterator[Waiting]]], ...] = (
    ("sent_back", "", _sent_back),
    ("asks", "/rounds/", _asks),
    ("check_bureau", "/review/", _steps("check_bureau")),
    ("check_office", "/review/", _steps("check_office")),
    ("approve", "/review/", _steps("approve")),
    ("release", "/review/", _steps("release")),
    ("comments", "", _comments),
    ("drafts", "", _drafts),
    ("intakes", "/intake/", _intakes),
    ("rounds", "/rounds/", _rounds),
    ("due", "/calendar/", _evaluations),
)

"""Steps: a sheet checked, approved, sent back. Each names the version it is about, and is logged with it or not at all."""

from collections.abc import Mapping, Sequence

from django.db import transaction

from monosashi.model import Message, Noun
from monosashi.model.error import MonosashiError
from monosashi.office.keeping import Actor, clock, person_of, require, require_role, thing_of
from monosashi.office.keeping.saving import locked
from monosashi.office.keeping.who_may import MayNot
from monosashi.office.review.four_eyes import trail_of, who_can
from monosashi.office.review.refusals import EmptyText, ReasonWanted, SamePerson, UnknownStep, VersionMoved, WrongState
from monosashi.office.review.states import (
    ORDER,
    STATE_NAMES,
    STEP_NAMES,
    Step,
    returnable,
    returns_to,
    step_from,
)
from monosashi.store.log import append
from monosashi.store.models import KeptSheet, ReviewStep, SheetState

#: The steps that are nothing but steps; a release does more (``releasing``).
CHECKS = ("check_bureau", "check_office", "approve")
#: No reason or word to the next is longer.
MOST_WORDS = 4_000


class Stepped(Noun):
    """What became of one sheet of many: the error's message where the step was refused."""

    slug: str
    refused: Message | None = None


@transaction.atomic
def take_step(actor: Actor, slug: str, verb: str, version: int, word: str = "") -> ReviewStep:
    """Check or approve a sheet's newest version. ``word``: what the next should know.

    Raises ``NotInLibrary``, ``MayNot``, ``UnknownStep``, ``WrongState``, ``VersionMoved``, ``SamePerson``.
    """
    if verb not in CHECKS:
        raise UnknownStep(verb)
    kept = locked(slug)
    step = ready(actor, kept, verb, version)
    return record(actor, kept, verb, step.now, word)


def take_steps(actor: Actor, verb: str, sheets: Sequence[tuple[str, int]], word: str = "") -> tuple[Stepped, ...]:
    """The same step on many sheets, each with the version that was looked at. Each is a transaction of its own: what one
    refuses does not undo another. Raises ``SignInFirst``, ``MayNot`` where the actor sees no review at all."""
    require_role(actor, "see_review")
    return tuple(_one_of_many(actor, verb, slug.replace("\x00", "?"), version, word) for slug, version in sheets)


@transaction.atomic
def send_back(actor: Actor, slug: str, version: int, to: str, reason: str) -> ReviewStep:
    """Send a sheet back to a state it has passed, with the reason; the steps above it no longer stand.

    Raises ``NotInLibrary``, ``MayNot``, ``WrongState``, ``VersionMoved``, ``UnknownStep``, ``ReasonWanted``.
    """
    kept = locked(slug)
    require(actor, "send_back", thing_of(kept))
    state = SheetState(kept.state)
    targets = returns_to(state, in_bureau=kept.bureau_id is not None)
    if not targets:
        raise WrongState(slug, STEP_NAMES["send_back"], STATE_NAMES[state])
    if not returnable(actor.role, state):
        raise MayNot("send_back")
    same_version(kept, version)
    if to not in targets:
        raise UnknownStep(to)
    if not reason.strip():
        raise ReasonWanted
    target = SheetState(to)
    above = [one.value for one in ORDER[ORDER.index(target) + 1 :]]
    standing = ReviewStep.objects.filter(sheet=kept, version=kept.newest, verb__in=CHECKS, undone=False)
    standing.filter(now__in=above).update(undone=True)
    return record(actor, kept, "send_back", target, reason)


def ready(actor: Actor, kept: KeptSheet, verb: str, version: int) -> Step:
    """The step, where this person may take it now on this version. Raises as ``take_step``."""
    require(actor, verb, thing_of(kept))
    step = step_from(SheetState(kept.state), in_bureau=kept.bureau_id is not None)
    if step is None or step.verb != verb:
        raise WrongState(kept.slug, STEP_NAMES[verb], STATE_NAMES[SheetState(kept.state)])
    same_version(kept, version)
    barred = trail_of(kept).barred(verb)
    if actor.person in barred:
        raise SamePerson(step.name, [person.name for person in who_can(kept, verb, barred)])
    return step


def same_version(kept: KeptSheet, version: int) -> None:
    """Raise ``VersionMoved`` unless the version is the newest."""
    if kept.newest.number != version:
        raise VersionMoved(kept.slug, version, kept.newest.number)


def record(
    actor: Actor, kept: KeptSheet, verb: str, now: SheetState, reason: str, details: Mapping[str, object] | None = None
) -> ReviewStep:
    """Write a step: the sheet's state, the step, its log entry. The caller holds the row locked."""
    was, version, time = SheetState(kept.state), kept.newest, clock.now()
    said = reason.replace("\x00", "").strip()
    if len(said) > MOST_WORDS:
        raise EmptyText(MOST_WORDS)
    kept.state = now
    kept.save(update_fields=["state"])
    step = ReviewStep.objects.create(
        sheet=kept,
        version=version,
        verb=verb,
        was=was,
        now=now,
        person=person_of(actor),
        person_name=actor.name,
        reason=said,
        time=time,
    )
    told = {"version": version.number, "sha256": version.sha256, "was": was.value, "now": now.value, "reason": said}
    append(verb, kept.slug, person=actor.signed, time=time, whose=kept.answerable, details={**told, **(details or {})})
    return step


def _one_of_many(actor: Actor, verb: str, slug: str, version: int, word: str) -> Stepped:
    try:
        take_step(actor, slug, verb, version, word)
    except MonosashiError as error:
        return Stepped(slug=slug, refused=error.message)
    return Stepped(slug=slug)

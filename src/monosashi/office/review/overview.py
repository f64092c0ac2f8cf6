"""Overview: how a sheet stands on its way to the public, what is next, by whom, and what is in the way."""

import datetime as dt

from monosashi.model import Noun
from monosashi.office.keeping import Actor, may, thing_of
from monosashi.office.review.blockers import Blocker, blockers
from monosashi.office.review.editions import EditionKey, Told, told
from monosashi.office.review.four_eyes import trail_of, who_can
from monosashi.office.review.marked import sheet_for
from monosashi.office.review.states import ORDER, returnable, returns_to, step_from, steps_of
from monosashi.store.models import Release, ReviewStep, SheetKind, SheetState


class Station(Noun):
    """A state on the way: whether it is passed, the one the sheet is in, or to come; who took the step to it and when."""

    state: str
    passed: bool
    here: bool
    who: str = ""
    time: dt.datetime | None = None
    word: str = ""


class Overview(Noun):
    """The page of a sheet's review. ``next``: the verb of the next step, empty once released; ``may_step``: whether this
    person may take it; ``barred``: whether only four eyes stand against it; ``others``: who may."""

    slug: str
    kind: str
    state: str
    version: int
    stations: tuple[Station, ...]
    next: str
    may_step: bool
    barred: bool
    others: tuple[str, ...]
    returns: tuple[str, ...]
    blockers: tuple[Blocker, ...]
    shown: bool
    may_show: bool
    editions: tuple[Told, ...]
    address: str

    @property
    def blocking(self) -> tuple[Blocker, ...]:
        """What must be settled before the release."""
        return tuple(one for one in self.blockers if one.must)


def overview(actor: Actor, slug: str) -> Overview:
    """How a sheet stands. Raises ``NotInLibrary``, ``MayNot``, ``SignInFirst``."""
    kept = sheet_for(actor, slug, "see_review")
    thing, state, in_bureau = thing_of(kept), SheetState(kept.state), kept.bureau_id is not None
    step = step_from(state, in_bureau=in_bureau)
    barred = trail_of(kept).barred(step.verb) if step else frozenset()
    allowed = step is not None and may(actor, step.verb, thing)
    key = EditionKey(ministry=thing.ministry, nendo=kept.nendo, number=kept.number, kind=SheetKind(kept.kind))
    sends = may(actor, "send_back", thing) and returnable(actor.role, state)
    releases = Release.objects.filter(sheet=kept).select_related("version").order_by("-edition")
    taken = ReviewStep.objects.filter(sheet=kept, version=kept.head, undone=False).exclude(verb="send_back")
    standing = {row.now: row for row in taken.order_by("time", "id")}
    way = (SheetState.DRAFT, *(one.now for one in steps_of(in_bureau=in_bureau)))
    return Overview(
        slug=slug,
        kind=kept.kind,
        state=state,
        version=kept.newest.number,
        stations=tuple(_station(one, state, standing.get(one)) for one in way),
        next=step.verb if step else "",
        may_step=allowed and actor.person not in barred,
        barred=allowed and actor.person in barred,
        others=tuple(person.name for person in who_can(kept, step.verb, barred)) if step else (),
        returns=tuple(one.value for one in returns_to(state, in_bureau=in_bureau)) if sends else (),
        blockers=blockers(kept),
        shown=kept.shown_to_council,
        may_show=may(actor, "show_to_council", thing),
        editions=tuple(told(key, row) for row in releases),
        address=key.address,
    )


def _station(one: SheetState, state: SheetState, step: ReviewStep | None) -> Station:
    reached = one is not SheetState.DRAFT and step is not None and ORDER.index(one) <= ORDER.index(state)
    return Station(
        state=one,
        passed=ORDER.index(one) < ORDER.index(state),
        here=one == state,
        who=step.person_name if step and reached else "",
        time=step.time if step and reached else None,
        word=step.reason if step and reached else "",
    )

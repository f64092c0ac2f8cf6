"""Proposals: other texts for a value, side by side, until one is taken (a new version) or none."""

import datetime as dt

from django.db import transaction

from monosashi.model import Message, Noun
from monosashi.model.path import leaves
from monosashi.office.authoring.commitments import commits
from monosashi.office.keeping import Actor, clock, may, person_of, save, thing_of
from monosashi.office.keeping.reasons import FOR_COMMITMENTS, REASONS
from monosashi.office.keeping.saving import locked
from monosashi.office.reprinting import reprinted
from monosashi.office.review.blockers import place
from monosashi.office.review.marked import newest_sheet, said, sheet_for, text_at
from monosashi.office.review.refusals import MarkClosed, NoSuchMark, NotYours, ReasonKindNeeded, SameAsNow
from monosashi.publishing.html import Run, difference
from monosashi.store.log import append
from monosashi.store.models import KeptSheet, Proposal, Version


class Rival(Noun):
    """One proposal of a place. ``runs``: its text with what differs from what stands there now."""

    id: int
    who: str
    time: dt.datetime
    version: int
    was: str
    text: str
    runs: tuple[Run, ...]
    why: str
    reason: Message | None
    state: str
    settled_by: str
    mine: bool


class Contest(Noun):
    """All proposals of one place, beside what stands there now."""

    path: str
    where: Message
    now: str
    version: int
    may_decide: bool
    rivals: tuple[Rival, ...]

    @property
    def waiting(self) -> tuple[Rival, ...]:
        """Those that are not decided."""
        return tuple(one for one in self.rivals if one.state == "open")

    @property
    def decided(self) -> tuple[Rival, ...]:
        """Those that are."""
        return tuple(one for one in self.rivals if one.state != "open")


def contests(actor: Actor, slug: str, path: str | None = None) -> tuple[Contest, ...]:
    """The proposals of a sheet by place, those with open ones first. Raises ``NotInLibrary``, ``MayNot``."""
    kept = sheet_for(actor, slug, "see_review")
    sheet = newest_sheet(kept)
    texts = dict(leaves(sheet))
    grouped: dict[str, list[Rival]] = {}
    for row in Proposal.objects.filter(sheet=kept).select_related("version").order_by("time", "id"):
        if path is None or row.path == path:
            grouped.setdefault(row.path, []).append(_rival(actor, row, texts.get(row.path, "")))
    found = [
        Contest(
            path=at,
            where=place(sheet, at),
            now=texts.get(at, ""),
            version=kept.newest.number,
            may_decide=may(actor, "edit", thing_of(kept)),
            rivals=tuple(rivals),
        )
        for at, rivals in grouped.items()
    ]
    return tuple(sorted(found, key=lambda one: not one.waiting))


def reasons_to_propose(actor: Actor, slug: str, path: str) -> tuple[tuple[str, Message], ...]:
    """The kinds of reason to choose from where another text is proposed for a value: none but for a target, a baseline or
    a definition. Raises ``NotInLibrary``, ``MayNot``."""
    kept = sheet_for(actor, slug, "see")
    codes = FOR_COMMITMENTS if commits(newest_sheet(kept), path) else ()
    return tuple((code, REASONS[code]) for code in codes)


@transaction.atomic
def propose(actor: Actor, slug: str, path: str, text: str, why: str, code: str = "") -> Proposal:
    """Propose another text for a value, with why; ``code``: the kind of reason, asked for where the value is a target, a
    baseline or a definition. Raises ``NotInLibrary``, ``MayNot``, ``NoSuchValue``, ``SameAsNow``, ``ReasonKindNeeded``,
    ``EmptyText`` (of the reason; the text itself may be empty, which proposes to leave the value out)."""
    kept = sheet_for(actor, slug, "propose")
    sheet = newest_sheet(kept)
    was = text_at(sheet, path)
    now = "\n".join(text.replace("\x00", "").splitlines())
    if now == "\n".join(was.splitlines()):
        raise SameAsNow
    committed = commits(sheet, path)
    if committed and code not in FOR_COMMITMENTS:
        raise ReasonKindNeeded
    one = Proposal.objects.create(
        sheet=kept,
        version=kept.newest,
        path=path,
        was=was,
        text=now,
        reason_code=code if committed else "",
        why=said(why),
        person=person_of(actor),
        person_name=actor.name,
        time=clock.now(),
    )
    told = {"proposal": one.pk, "at": path, "was": was, "text": now, "reason_code": one.reason_code, "why": one.why}
    _log(actor, kept, "propose", told)
    return one


@transaction.atomic
def take(actor: Actor, slug: str, number: int, started_from: int) -> Version:
    """Take a proposal: the sheet's next version says it, for the proposal's reason (for another reason where it is of a
    time when none was asked for), and its rivals are declined. ``started_from``: the version that was looked at. Raises ``NotInLibrary``, ``MayNot``, ``NoSuchMark``, ``MarkClosed``, ``SavedMeanwhile``, ``Locked``,
    ``NoSuchValue``."""
    sheet_for(actor, slug, "edit")
    kept = locked(slug)
    one = _open(kept, number)
    sheet = newest_sheet(kept)
    text_at(sheet, one.path)
    version = save(
        actor,
        slug,
        started_from,
        reprinted(sheet, one.path, one.text),
        reason_code=one.reason_code or ("other" if commits(sheet, one.path) else "proposal"),
        reason=f"{one.person_name}の提案：{one.why}",
    )
    _settle(actor, kept, one, "taken")
    for rival in Proposal.objects.select_for_update(of=("self",)).filter(sheet=kept, path=one.path, state="open"):
        _settle(actor, kept, rival, "declined")
    return version


@transaction.atomic
def decline(actor: Actor, slug: str, number: int) -> None:
    """Decline a proposal: what stands stays. Raises ``NotInLibrary``, ``MayNot``, ``NoSuchMark``, ``MarkClosed``."""
    sheet_for(actor, slug, "edit")
    kept = locked(slug)
    _settle(actor, kept, _open(kept, number), "declined")


@transaction.atomic
def withdraw(actor: Actor, slug: str, number: int) -> None:
    """Take back one's own proposal. Raises ``NotInLibrary``, ``MayNot``, ``NoSuchMark``, ``MarkClosed``, ``NotYours``."""
    sheet_for(actor, slug, "propose")
    kept = locked(slug)
    one = _open(kept, number)
    if one.person_id != actor.person:
        raise NotYours
    _settle(actor, kept, one, "withdrawn")


def _rival(actor: Actor, row: Proposal, now: str) -> Rival:
    return Rival(
        id=row.pk,
        who=row.person_name,
        time=row.time,
        version=row.version.number,
        was=row.was,
        text=row.text,
        runs=difference(now, row.text)[1],
        why=row.why,
        reason=REASONS.get(row.reason_code),
        state=row.state,
        settled_by=row.settled_by,
        mine=row.person_id == actor.person,
    )


def _open(kept: KeptSheet, number: int) -> Proposal:
    found = Proposal.objects.select_for_update(of=("self",)).filter(sheet=kept, pk=number).first()
    if found is None:
        raise NoSuchMark
    if found.state != "open":
        raise MarkClosed
    return found


def _settle(actor: Actor, kept: KeptSheet, one: Proposal, state: str) -> None:
    one.state, one.settled_by = state, actor.name
    one.save(update_fields=["state", "settled_by"])
    _log(actor, kept, f"{state}_proposal", {"proposal": one.pk, "at": one.path, "text": one.text})


def _log(actor: Actor, kept: KeptSheet, act: str, details: dict[str, object]) -> None:
    append(act, kept.slug, person=actor.signed, time=clock.now(), whose=kept.answerable, details=details)

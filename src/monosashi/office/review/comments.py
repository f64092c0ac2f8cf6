"""Comments: threads on a value or on the whole sheet. Nothing said is edited; withdrawn, its text is no longer shown.

A council member writes on what was shown to the council, and reads of the comments those that are for the council alone.
"""

import datetime as dt

from django.db import transaction
from django.db.models import QuerySet

from monosashi.model import Message, Noun
from monosashi.model.path import leaves
from monosashi.office.keeping import Actor, clock, may, person_of, require, thing_of
from monosashi.office.library import NotInLibrary
from monosashi.office.review.blockers import place
from monosashi.office.review.marked import assert_place, newest_sheet, said, sheet_for
from monosashi.office.review.refusals import MarkClosed, NoSuchMark, NotYours
from monosashi.publishing.html.anchors import value_paths
from monosashi.store.canonical import sha256_of
from monosashi.store.log import append
from monosashi.store.models import Comment, KeptSheet, Role


class Said(Noun):
    """One remark of a thread. ``mine``: whether the asker wrote it and may withdraw it."""

    id: int
    who: str
    version: int
    time: dt.datetime
    text: str
    withdrawn: bool
    mine: bool


class Thread(Noun):
    """A remark and what was answered, on one place. ``now``: what is printed there now."""

    id: int
    path: str
    where: Message
    now: str
    for_council: bool
    must_resolve: bool
    resolved: bool
    resolved_by: str
    may_resolve: bool
    may_answer: bool
    said: tuple[Said, ...]


def threads(actor: Actor, slug: str, path: str | None = None) -> tuple[Thread, ...]:
    """The threads that this person may read, open ones first, in the order they were begun. ``path``: of one place only.
    Raises ``NotInLibrary``, ``MayNot``, ``SignInFirst``."""
    kept = sheet_for(actor, slug, "see")
    rows = list(_readable(actor, kept).select_related("version"))
    answers: dict[int, list[Comment]] = {}
    for row in rows:
        if row.answers_id:
            answers.setdefault(row.answers_id, []).append(row)
    sheet = newest_sheet(kept)
    texts = dict(leaves(sheet))
    settles = may(actor, "settle", thing_of(kept))
    comments = may(actor, "comment", thing_of(kept))
    found = [
        Thread(
            id=row.pk,
            path=row.path,
            where=place(sheet, row.path),
            now=texts.get(row.path, ""),
            for_council=row.for_council,
            must_resolve=row.must_resolve,
            resolved=row.resolved,
            resolved_by=row.resolved_by,
            may_resolve=_may_resolve(actor, row, settles=settles, comments=comments),
            may_answer=comments,
            said=tuple(_said(actor, one) for one in (row, *answers.get(row.pk, ()))),
        )
        for row in rows
        if row.answers_id is None and (path is None or row.path == path)
    ]
    return tuple(sorted(found, key=lambda one: one.resolved or one.said[0].withdrawn))


def counts(actor: Actor, slug: str) -> dict[str, int]:
    """How many open threads each path bears, of those this person may read. Raises as ``threads``."""
    kept = sheet_for(actor, slug, "see")
    found: dict[str, int] = {}
    rows = _readable(actor, kept).filter(answers__isnull=True, resolved=False, withdrawn=False)
    for path in rows.values_list("path", flat=True):
        found[path] = found.get(path, 0) + 1
    return found


class Place(Noun):
    """A value that can be spoken of: its path, its name and what is printed."""

    path: str
    where: Message
    text: str


def places(actor: Actor, slug: str) -> tuple[Place, ...]:
    """Every value of the newest version, in printed order. Raises as ``threads``."""
    sheet = newest_sheet(sheet_for(actor, slug, "see"))
    return tuple(Place(path=path, where=place(sheet, path), text=text) for path, text in value_paths(sheet).items())


def place_at(actor: Actor, slug: str, path: str) -> Place:
    """One value, or the whole sheet. Raises as ``threads``, and ``NoSuchValue``."""
    sheet = newest_sheet(sheet_for(actor, slug, "see"))
    assert_place(sheet, path)
    return Place(path=path, where=place(sheet, path), text=dict(leaves(sheet)).get(path, ""))


@transaction.atomic
def comment(
    actor: Actor, slug: str, path: str, text: str, *, for_council: bool = False, must_resolve: bool = False
) -> Comment:
    """Begin a thread. A council member's is for the council, and blocks nothing. Raises ``NotInLibrary``, ``MayNot``,
    ``NoSuchValue``, ``EmptyText``."""
    kept = sheet_for(actor, slug, "comment")
    assert_place(newest_sheet(kept), path)
    council = actor.role is Role.COUNCIL
    return _keep(
        actor, kept, path, said(text), None, for_council=council or for_council, must=must_resolve and not council
    )


@transaction.atomic
def answer(actor: Actor, slug: str, thread: int, text: str) -> Comment:
    """Answer in a thread; who may read it is the thread's. A resolved one is open again. Raises as ``comment``, and
    ``NoSuchMark``."""
    kept = sheet_for(actor, slug, "comment")
    first = _first(actor, kept, thread)
    if first.resolved:
        _resolved(actor, kept, first, resolved=False)
    return _keep(actor, kept, first.path, said(text), first, for_council=first.for_council, must=False)


@transaction.atomic
def resolve(actor: Actor, slug: str, thread: int, *, resolved: bool = True) -> None:
    """Resolve a thread, or open it again. One that must be resolved is resolved by who began it or who answers for the
    sheet. Raises ``NotInLibrary``, ``MayNot``, ``NoSuchMark``, ``MarkClosed``, ``NotYours``."""
    kept = sheet_for(actor, slug, "comment")
    first = _first(actor, kept, thread)
    if first.resolved == resolved or first.withdrawn:
        raise MarkClosed
    if not _may_resolve(actor, first, settles=may(actor, "settle", thing_of(kept)), comments=True):
        raise NotYours
    _resolved(actor, kept, first, resolved=resolved)


@transaction.atomic
def withdraw(actor: Actor, slug: str, number: int) -> None:
    """Take back what one has said oneself. Raises ``NotInLibrary``, ``MayNot``, ``NoSuchMark``, ``NotYours``,
    ``MarkClosed``."""
    kept = sheet_for(actor, slug, "comment")
    one = _locked_row(actor, kept, number)
    if one.person_id != actor.person:
        raise NotYours
    if one.withdrawn:
        raise MarkClosed
    one.withdrawn = True
    one.save(update_fields=["withdrawn"])
    _log(actor, kept, "withdraw_comment", {"comment": one.pk})


@transaction.atomic
def show_to_council(actor: Actor, slug: str, *, shown: bool) -> None:
    """Show a sheet's newest version to the ministry's council, or no longer. Raises ``NotInLibrary``, ``MayNot``."""
    kept = KeptSheet.objects.select_for_update(of=("self",)).filter(slug=slug).first()
    if kept is None:
        raise NotInLibrary(slug)
    require(actor, "show_to_council", thing_of(kept))
    if kept.shown_to_council != shown:
        kept.shown_to_council = shown
        kept.save(update_fields=["shown_to_council"])
        _log(actor, kept, "show_to_council", {"shown": shown, "version": kept.newest.number})


def _readable(actor: Actor, kept: KeptSheet) -> QuerySet[Comment]:
    rows = Comment.objects.filter(sheet=kept).order_by("time", "id")
    return rows.filter(for_council=True) if actor.role is Role.COUNCIL else rows


def _said(actor: Actor, one: Comment) -> Said:
    return Said(
        id=one.pk,
        who=one.person_name,
        version=one.version.number,
        time=one.time,
        text="" if one.withdrawn else one.text,
        withdrawn=one.withdrawn,
        mine=one.person_id == actor.person,
    )


def _may_resolve(actor: Actor, first: Comment, *, settles: bool, comments: bool) -> bool:
    if first.withdrawn or not comments:
        return False
    own = first.person_id == actor.person
    if first.must_resolve or actor.role is Role.COUNCIL:
        return own or (settles and actor.role is not Role.COUNCIL)
    return True


def _locked_row(actor: Actor, kept: KeptSheet, number: int) -> Comment:
    found = _readable(actor, kept).select_for_update(of=("self",)).filter(pk=number).first()
    if found is None:
        raise NoSuchMark
    return found


def _first(actor: Actor, kept: KeptSheet, number: int) -> Comment:
    found = _locked_row(actor, kept, number)
    if found.answers_id is not None:
        raise NoSuchMark
    return found


def _resolved(actor: Actor, kept: KeptSheet, first: Comment, *, resolved: bool) -> None:
    first.resolved, first.resolved_by = resolved, actor.name if resolved else ""
    first.save(update_fields=["resolved", "resolved_by"])
    _log(actor, kept, "resolve_comment" if resolved else "reopen_comment", {"comment": first.pk})


def _keep(
    actor: Actor, kept: KeptSheet, path: str, text: str, first: Comment | None, *, for_council: bool, must: bool
) -> Comment:
    one = Comment.objects.create(
        sheet=kept,
        version=kept.newest,
        path=path,
        answers=first,
        person=person_of(actor),
        person_name=actor.name,
        text=text,
        time=clock.now(),
        for_council=for_council,
        must_resolve=must,
    )
    # the log keeps the text's hash alone: what is withdrawn is to be read nowhere
    told = {"comment": one.pk, "at": path, "text_sha256": sha256_of(text), "answers": first.pk if first else None}
    _log(actor, kept, "comment", {**told, "for_council": for_council, "must_resolve": must})
    return one


def _log(actor: Actor, kept: KeptSheet, act: str, details: dict[str, object]) -> None:
    append(act, kept.slug, person=actor.signed, time=clock.now(), whose=kept.answerable, details=details)

"""Approving answers: each sheet gets one new version with the actuals that were answered, or is told why not.

A sheet is a transaction of its own, so that one that cannot be written holds up no other. What someone has written into
the sheet since the answer was given is never overwritten unasked.
"""

from collections.abc import Sequence

from django.db import transaction

from monosashi.model import Message, Noun, Sheet
from monosashi.model.error import MonosashiError
from monosashi.model.path import resolve
from monosashi.office.collecting.measures import asked_measure, is_open_text, printed_of, text_of_year, with_actual
from monosashi.office.collecting.refusals import NothingChosen
from monosashi.office.collecting.rounds import object_of
from monosashi.office.collecting.seeing import reply_of, round_to
from monosashi.office.keeping import Actor, clock, save
from monosashi.office.keeping.saving import locked
from monosashi.store.log import append
from monosashi.store.models import Answer, Ask, Round
from monosashi.store.versions import opened


class WrittenMeanwhile(Noun):
    """A line whose sheet says something else now than when it was answered."""

    ask: int
    number: str
    name: str
    was: str
    now: str
    answer: str


class SheetOutcome(Noun):
    """What approving did to one sheet. ``version``: the new one, None where nothing was written; ``skipped``: chosen lines
    without an answer that waits; ``gone``: lines whose measure the sheet no longer has; ``refused``: why the sheet could
    not be written."""

    slug: str
    approved: int = 0
    version: int | None = None
    skipped: int = 0
    gone: int = 0
    meanwhile: tuple[WrittenMeanwhile, ...] = ()
    refused: Message | None = None


class Refusing(Exception):
    """Carries a refusal out of a sheet's transaction, so that nothing of it is kept."""

    def __init__(self, error: MonosashiError) -> None:
        super().__init__(error.code)
        self.error = error


def approve(actor: Actor, round_id: int, asks: Sequence[int], *, overwrite: bool = False) -> tuple[SheetOutcome, ...]:
    """Approve the answers of these lines and write them into their sheets. ``overwrite``: also over what was written into a
    sheet since. Raises ``NothingChosen``, ``NoSuchRound``, ``MayNot``; what hinders one sheet is in its outcome."""
    found = round_to(actor, "collect", round_id)
    rows = list(Ask.objects.filter(round=found, pk__in=asks).select_related("sheet").order_by("sheet__slug", "pk"))
    if not rows:
        raise NothingChosen(Message(ja="承認する回答が選ばれていません。", en="No answer is chosen."))
    by_sheet: dict[str, list[int]] = {}
    for row in rows:
        by_sheet.setdefault(row.sheet.slug, []).append(row.pk)
    return tuple(_approve_sheet(actor, found, slug, chosen, overwrite=overwrite) for slug, chosen in by_sheet.items())


def _approve_sheet(actor: Actor, found: Round, slug: str, chosen: Sequence[int], *, overwrite: bool) -> SheetOutcome:
    try:
        with transaction.atomic():
            return _write_sheet(actor, found, slug, chosen, overwrite=overwrite)
    except Refusing as refusing:
        return SheetOutcome(slug=slug, refused=refusing.error.message)


def _write_sheet(actor: Actor, found: Round, slug: str, chosen: Sequence[int], *, overwrite: bool) -> SheetOutcome:
    kept = locked(slug)
    rows = list(Ask.objects.select_for_update(of=("self",)).filter(pk__in=chosen).order_by("pk"))
    waiting = [row for row in rows if row.state == "answered"]
    newest = {one.ask_id: one for one in Answer.objects.filter(ask__in=waiting)}
    before, identities = opened(kept.newest)
    paths = {identity: path for path, identity in identities.items()}
    sheet, approved, meanwhile = before, [], []
    for row in waiting:
        path = paths.get(row.identity)
        if path is None:
            continue
        conflict = _meanwhile(before, path, found, row, newest[row.pk])
        if conflict and not overwrite:
            meanwhile.append(conflict)
            continue
        sheet = _written(sheet, path, found, newest[row.pk])
        approved.append(row)
    version = None
    if approved:
        try:
            version = save(
                actor,
                slug,
                kept.newest.number,
                sheet,
                reason_code="collected",
                reason=f"{found.name}（{len(approved)}件）",
                identities=identities,
                verb="collect",
            )
        except MonosashiError as error:
            raise Refusing(error) from error
        Ask.objects.filter(pk__in=[row.pk for row in approved]).update(state="approved", remark="", written=version)
        append(
            "approve_answers",
            object_of(found),
            person=actor.signed,
            time=clock.now(),
            whose=kept.answerable,
            details={"sheet": slug, "version": version.number, "asks": [row.pk for row in approved]},
        )
    gone = sum(row.identity not in paths for row in waiting)
    return SheetOutcome(
        slug=slug,
        approved=len(approved),
        version=version.number if version and sheet != before else None,
        skipped=len(rows) - len(waiting),
        gone=gone,
        meanwhile=tuple(meanwhile),
    )


def _meanwhile(sheet: Sheet, path: str, found: Round, row: Ask, given: Answer) -> WrittenMeanwhile | None:
    """What was written into the sheet since the answer, where that is not what the answer says."""
    asked = asked_measure(row.pk, sheet, path, found.nendo, reply_of(given))
    now, answer = asked.now, printed_of(asked, asked.reply, found.nendo)
    if now in (given.was, answer) or is_open_text(now):
        return None
    return WrittenMeanwhile(ask=row.pk, number=asked.number, name=asked.name, was=given.was, now=now, answer=answer)


def _written(sheet: Sheet, path: str, found: Round, given: Answer) -> Sheet:
    reply = reply_of(given)
    asked = asked_measure(given.ask_id, sheet, path, found.nendo, reply)
    text = printed_of(asked, reply, found.nendo)
    if reply.state is None or text == text_of_year(resolve(sheet, path), found.nendo):
        return sheet
    return with_actual(sheet, path, found.nendo, text, reply.state)

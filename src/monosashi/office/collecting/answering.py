"""Answering: replies to the lines of a round, all of them or none, in one transaction with their log entries."""

from collections.abc import Mapping, Sequence

from django.db import transaction

from monosashi.model import Message, Noun, Reply
from monosashi.model.asked import STATE_CHOICES, reply_digest
from monosashi.model.path import resolve
from monosashi.office.collecting.doubts import Doubt, doubts_of
from monosashi.office.collecting.measures import text_of_year
from monosashi.office.collecting.opened import sheet_now
from monosashi.office.collecting.refusals import FaultyAnswers, NoSuchAsk, RoundClosed
from monosashi.office.collecting.rounds import object_of
from monosashi.office.collecting.seeing import WITH, lines_of, reply_of, round_seen, thing_of_ask
from monosashi.office.keeping import Actor, clock, may
from monosashi.office.keeping.actor import person_of
from monosashi.office.keeping.who_may import MayNot
from monosashi.reading.rounds import Typed, replied
from monosashi.reading.rounds.reply import Fault
from monosashi.store.log import append
from monosashi.store.models import Answer, AnswerDraft, Ask, KeptDocument, Person, Round


class Answered(Noun):
    """What a sending did: how many answers are new, how many differ from the one before, how many were left as they
    were."""

    added: int = 0
    changed: int = 0
    left: int = 0


def answer(actor: Actor, round_id: int, given: Mapping[int, Typed], bases: Mapping[int, str] | None = None) -> Answered:
    """Answer lines as typed, by the number of each ask; what is blank is left as it was. All or nothing. ``bases``: the
    ``reply_digest`` of the answer that stood when one began to type: a line that still says so is left as it is, and one
    that someone else has answered since is refused, so that neither answer is lost.

    Raises ``FaultyAnswers``, ``RoundClosed``, ``NoSuchAsk``, ``NoSuchRound``, ``MayNot``.
    """
    replies: dict[int, Reply] = {}
    faults: dict[int, tuple[Fault, ...]] = {}
    for ask, typed in given.items():
        reply, wrong = replied(typed)
        if wrong:
            faults[ask] = wrong
        else:
            replies[ask] = reply
    if faults:
        may_answer(actor, round_id, list(given))
        raise FaultyAnswers(faults)
    known = bases or {}
    touched = {ask: reply for ask, reply in replies.items() if reply_digest(reply) != known.get(ask)}
    done = give(actor, round_id, touched, bases=known)
    return done.model_copy(update={"left": done.left + len(replies) - len(touched)})


def may_answer(actor: Actor, round_id: int, asks: Sequence[int]) -> Round:
    """The round, if the actor may answer all these lines now. Raises as ``answer``."""
    found = round_seen(actor, round_id)
    rows = {
        row.pk: row
        for row in Ask.objects.filter(pk__in=asks, round=found).select_related("ministry", "bureau", "division")
    }
    for ask in asks:
        if ask not in rows or not may(actor, "see_round", thing_of_ask(rows[ask])):
            raise NoSuchAsk
        if not may(actor, "answer", thing_of_ask(rows[ask])):
            raise MayNot("answer")
    return found


@transaction.atomic
def give(
    actor: Actor,
    round_id: int,
    replies: Mapping[int, Reply],
    source: KeptDocument | None = None,
    bases: Mapping[int, str] | None = None,
) -> Answered:
    """Keep replies that were found in order. ``source``: the workbook they came by. Raises as ``answer``."""
    found = may_answer(actor, round_id, list(replies))
    rows = list(
        Ask.objects.select_for_update(of=("self",))
        .filter(pk__in=list(replies), round=found)
        .select_related("sheet", "sheet__head", "bureau", "division")
        .order_by("pk")
    )
    newest = {one.ask_id: one for one in Answer.objects.filter(ask__in=rows)}
    before = {ask: reply_of(one) for ask, one in newest.items()}
    crossed = {
        ask: (("value", _crossed(newest[ask])),)
        for ask, was in before.items()
        if bases and ask in bases and reply_digest(was) != bases[ask] and replies[ask] not in (was, Reply())
    }
    if crossed:
        raise FaultyAnswers(crossed)
    told = []
    added = changed = 0
    person = person_of(actor)
    for row in rows:
        reply, was = replies[row.pk], before.get(row.pk, Reply())
        if reply.blank or reply == was:
            continue
        if found.state != "open" or row.closed:
            raise RoundClosed
        _keep(person, found, row, reply, source)
        added, changed = added + was.blank, changed + (not was.blank)
        told.append(
            {"ask": row.pk, "sheet": row.sheet.slug, "was": _said(was), "now": _said(reply), "state": row.state}
        )
    AnswerDraft.objects.filter(ask__in=rows, person=person).delete()
    if told:
        append(
            "answer",
            object_of(found),
            person=actor.signed,
            time=clock.now(),
            whose=rows[0].division or rows[0].bureau,
            details={"answers": told, "workbook": source.sha256 if source else ""},
        )
    return Answered(added=added, changed=changed, left=len(replies) - added - changed)


def _crossed(given: Answer) -> Message:
    said = " ".join(_said(reply_of(given)).values())
    return Message(
        ja=f"書いているあいだに、{given.person_name}が「{said}」と回答しました。見比べて、もう一度送ると置き換えます。",
        en=f"{given.person_name} answered “{said}” while you were typing. Compare them; sending again replaces it.",
    )


def _keep(person: Person, found: Round, row: Ask, reply: Reply, source: KeptDocument | None) -> None:
    now = sheet_now(row.sheet)
    path = now.paths.get(row.identity)
    Answer.objects.create(
        ask=row,
        text=reply.text,
        status=reply.state or "",
        year=reply.year,
        note=reply.note,
        evidence=reply.evidence,
        by_workbook=source is not None,
        was=text_of_year(resolve(now.sheet, path), found.nendo) if path else "",
        source=source,
        person=person,
        person_name=person.name,
        time=clock.now(),
    )
    # an approved line that is answered anew has to be looked at again
    Ask.objects.filter(pk=row.pk).update(state="answered")


def _said(reply: Reply) -> dict[str, str]:
    parts = {
        "state": STATE_CHOICES[reply.state] if reply.state else "",
        "value": reply.text,
        "year": str(reply.year or ""),
        "note": reply.note,
        "evidence": reply.evidence,
    }
    return {part: text for part, text in parts.items() if text}


def keep_draft(actor: Actor, round_id: int, ask: int, typed: Typed) -> None:
    """Keep what is being typed for a line, for this person alone; a blank one is forgotten. Raises as ``answer``."""
    may_answer(actor, round_id, [ask])
    texts = {role: text.replace("\x00", "")[:4000] for role, text in dict(typed).items()}
    person = person_of(actor)
    if any(texts.values()):
        AnswerDraft.objects.update_or_create(ask_id=ask, person=person, defaults={"texts": texts, "saved": clock.now()})
    else:
        AnswerDraft.objects.filter(ask_id=ask, person=person).delete()


def drafts_of(actor: Actor, round_id: int) -> dict[int, Typed]:
    """What this person has typed and not sent, by ask."""
    rows = AnswerDraft.objects.filter(ask__round_id=round_id, person=person_of(actor))
    return {row.ask_id: Typed.model_validate(row.texts) for row in rows}


def drop_drafts(actor: Actor, round_id: int) -> None:
    """Forget what this person has typed and not sent in a round. Raises as ``round_seen``."""
    found = round_seen(actor, round_id)
    AnswerDraft.objects.filter(ask__round=found, person=person_of(actor)).delete()


def doubts_of_typed(actor: Actor, round_id: int, ask: int, typed: Typed) -> tuple[tuple[Fault, ...], tuple[Doubt, ...]]:
    """What is wrong with words that are being typed for a line, and what is to be asked of them. Raises as ``answer``."""
    found = may_answer(actor, round_id, [ask])
    reply, faults = replied(typed)
    row = Ask.objects.select_related(*WITH, "sheet", "sheet__head").get(pk=ask)
    line = lines_of(actor, found, [row])[0]
    return faults, () if faults else doubts_of(line.asked, reply, found.nendo)

"""A workbook that comes back: read in the worker, shown as what it would do, and taken over whole or not at all."""

import datetime as dt
import hashlib
import json
from collections.abc import Iterable

from django.db import transaction

from monosashi.model import CellFault, Message, Noun, Reply, ReturnedLine, ReturnedPaper
from monosashi.model.asked import reply_digest
from monosashi.model.error import MonosashiError
from monosashi.office.collecting.answering import Answered, give
from monosashi.office.collecting.doubts import Doubt, doubts_of
from monosashi.office.collecting.refusals import (
    AnswersMoved,
    NoSuchRound,
    OtherWorkbook,
    WorkbookRefused,
)
from monosashi.office.collecting.rounds import object_of
from monosashi.office.collecting.seeing import AskLine, asks_for, round_seen
from monosashi.office.job import Job
from monosashi.office.keeping import Actor, clock, require_role
from monosashi.office.keeping.actor import person_of
from monosashi.office.limits import limits_here
from monosashi.office.worker import ask as ask_worker
from monosashi.reading.errors import TooBig
from monosashi.reading.kind import XLSX
from monosashi.reading.limits import Limits
from monosashi.store.documents import keep_document
from monosashi.store.log import append
from monosashi.store.models import Ask, Organisation, OrganisationKind, RoundUpload


class PlannedLine(Noun):
    """What a workbook would do to one line. ``doing``: added, changed, left. ``crossed``: the answer has changed since the
    workbook was made, and would be replaced."""

    line: AskLine
    reply: Reply
    doing: str
    crossed: bool = False
    edited: bool = False
    doubts: tuple[Doubt, ...] = ()
    at: str = ""


class Plan(Noun):
    """What taking a workbook over would do. ``sign``: by which one sees that it is still the same plan."""

    upload: int
    name: str
    state: str
    whose: str
    lines: tuple[PlannedLine, ...]
    missing: tuple[AskLine, ...]
    faults: tuple[CellFault, ...]
    unread: tuple[CellFault, ...]
    sign: str

    def of(self, doing: str) -> tuple[PlannedLine, ...]:
        """The lines to which that is done."""
        return tuple(line for line in self.lines if line.doing == doing)

    @property
    def ready(self) -> bool:
        """Whether it can be taken over."""
        return self.state == "open" and not self.faults and any(line.doing != "left" for line in self.lines)


def upload(actor: Actor, round_id: int, data: bytes, name: str) -> int:
    """Keep a workbook that came back and what it says; nothing is answered yet. Gives the upload's number.

    Raises ``WorkbookRefused`` for a file that is none, ``OtherWorkbook``, ``NoSuchRound``, ``MayNot``.
    """
    require_role(actor, "answer")
    found = round_seen(actor, round_id)
    returned = _read(data, name)
    whose = Organisation.objects.filter(address=returned.whose).first()
    if returned.key != found.key or whose is None:
        raise OtherWorkbook
    if not any(line.answerable or found.state != "open" for line in _lines(actor, round_id, returned.whose)):
        raise OtherWorkbook
    with transaction.atomic():
        document = keep_document(data, name, XLSX, clock.now())
        kept = RoundUpload.objects.create(
            round=found,
            bureau=whose.above(OrganisationKind.BUREAU) or whose,
            document=document,
            content=returned.model_dump_json(),
            person=person_of(actor),
            person_name=actor.name,
            time=clock.now(),
        )
        details = {"workbook": document.sha256, "name": name[:200], "faults": len(returned.faults)}
        append("upload", object_of(found), person=actor.signed, time=clock.now(), whose=whose, details=details)
    return kept.pk


def _read(data: bytes, name: str) -> ReturnedPaper:
    """What the workbook says, read in the worker. Raises ``WorkbookRefused``."""
    limits = limits_here()
    try:
        if len(data) > limits.file_bytes:
            most = f"{limits.file_bytes:,}"
            raise TooBig(
                name,
                f"ファイルが上限の {most} バイトを超えます。",
                f"it is larger than {most} bytes.",
                Limits.setting("file_bytes"),
            )
        made = ask_worker(Job(name=name, task="round", limits=limits), data)
        if made.head.refusal:
            raise made.head.refusal.error
    except MonosashiError as error:
        raise WorkbookRefused(error) from error
    return ReturnedPaper.model_validate_json(made.frames[0])


def _lines(actor: Actor, round_id: int, address: str) -> list[AskLine]:
    return [line for line in asks_for(actor, round_id) if address in (line.bureau, line.division)]


def plan(actor: Actor, round_id: int, upload_id: int) -> Plan:
    """What a workbook that was uploaded would do now. Only whoever uploaded it and the evaluation office see it. Raises
    ``NoSuchRound``."""
    return _plan(actor, _upload(actor, round_id, upload_id))


def _upload(actor: Actor, round_id: int, upload_id: int) -> RoundUpload:
    found = round_seen(actor, round_id)
    require_role(actor, "answer")
    kept = RoundUpload.objects.select_related("document", "round").filter(round=found, pk=upload_id).first()
    if kept is None or (kept.person_id != actor.person and not _sees_all(actor, kept)):
        raise NoSuchRound
    return kept


def _sees_all(actor: Actor, kept: RoundUpload) -> bool:
    """Whether the actor sees what colleagues of the bureau, or any bureau, sent."""
    own = actor.bureau == kept.bureau.address and not actor.division
    return own or (not actor.bureau and actor.ministry == kept.round.ministry.address)


def _plan(actor: Actor, kept: RoundUpload) -> Plan:
    returned = ReturnedPaper.model_validate_json(kept.content)
    lines = {line.id: line for line in _lines(actor, kept.round_id, returned.whose)}
    planned, faults = [], list(returned.faults)
    for one in returned.lines:
        line = lines.get(one.ask)
        if line is None:
            faults.append(_fault(one, _NOT_YOURS))
        else:
            made = _planned(line, one, kept.round.nendo)
            if made.doing != "left" and not line.answerable:
                faults.append(_fault(one, _NO_MORE))
            else:
                planned.append(made)
    said = {one.ask for one in returned.lines}
    faulty = {(fault.worksheet, fault.cell) for fault in faults}
    missing = tuple(line for ask, line in lines.items() if ask not in said and not line.closed)
    made_of = [
        (one.line.id, one.doing, one.line.state, one.line.asked.reply.model_dump(mode="json")) for one in planned
    ]
    return Plan(
        upload=kept.pk,
        name=kept.document.name,
        state=kept.state,
        whose=returned.whose,
        lines=tuple(planned),
        missing=missing if not faulty else (),
        faults=tuple(faults),
        unread=returned.unread,
        sign=hashlib.sha256(json.dumps(made_of, sort_keys=True).encode()).hexdigest()[:32],
    )


_NOT_YOURS = Message(
    ja="この行は、今はあなたが答える指標ではありません（尋ねる先が変わったか、取り下げられました）。値を消すか、行を消してください。",
    en="This line is not yours to answer now (it was addressed to others or withdrawn). Clear it, or delete the row.",
)
_NO_MORE = Message(
    ja="この指標は締め切られているか、あなたの課の担当ではないので、回答を受け付けません。値を配られたときに戻すか、行を消してください。",
    en="This measure takes no more answers, or is another division's. Put back what stood there, or delete the row.",
)


def _fault(one: ReturnedLine, message: Message) -> CellFault:
    return CellFault(worksheet=one.worksheet, cell=one.cells["value"], message=message)


def _planned(line: AskLine, one: ReturnedLine, nendo: int) -> PlannedLine:
    now = line.asked.reply
    left = one.reply.blank or not one.touched or one.reply == now
    doing = "left" if left else "added" if now.blank else "changed"
    at = f"{one.worksheet}!{one.cells['value']}"
    if left:
        return PlannedLine(line=line, reply=one.reply, doing=doing, edited=one.edited, at=at)
    return PlannedLine(
        line=line,
        reply=one.reply,
        doing=doing,
        crossed=doing == "changed" and line.answer is not None and not _known(one, line),
        edited=one.edited,
        doubts=doubts_of(line.asked, one.reply, nendo),
        at=at,
    )


def _known(one: ReturnedLine, line: AskLine) -> bool:
    """Whether the workbook was made with the answer that stands now."""
    return one.made_with == reply_digest(line.asked.reply)


@transaction.atomic
def take(actor: Actor, round_id: int, upload_id: int, sign: str) -> Answered:
    """Take a workbook over as its plan says, all of it. Raises ``AnswersMoved`` where the plan is no longer ``sign``'s, a
    cell is wrong or it was taken already, and as ``give``."""
    seen = _upload(actor, round_id, upload_id)
    # nobody may answer between the plan and its doing
    list(Ask.objects.select_for_update(of=("self",)).filter(round_id=seen.round_id).order_by("pk").values_list("pk"))
    kept = RoundUpload.objects.select_for_update(of=("self",)).get(pk=seen.pk)
    found = _plan(actor, kept)
    if found.faults or found.sign != sign or kept.state != "open":
        raise AnswersMoved
    replies = {one.line.id: one.reply for one in found.lines if one.doing != "left"}
    done = give(actor, round_id, replies, kept.document)
    RoundUpload.objects.filter(pk=kept.pk).update(state="taken")
    return done.model_copy(update={"left": len(found.lines) - done.added - done.changed + len(found.missing)})


def marked_workbook(actor: Actor, round_id: int, upload_id: int) -> tuple[str, bytes]:
    """The workbook as it came, its faults marked in it, and a name for the file. Raises ``NoSuchRound``,
    ``WorkbookRefused``."""
    kept = _upload(actor, round_id, upload_id)
    faults = _plan(actor, kept).faults
    name = kept.document.name
    try:
        made = ask_worker(Job(name=name, task="mark", limits=limits_here(), faults=faults), bytes(kept.document.data))
        if made.head.refusal:
            raise made.head.refusal.error
    except MonosashiError as error:
        raise WorkbookRefused(error) from error
    stem = name[: -len(".xlsx")] if name.lower().endswith(".xlsx") else name
    return f"{stem}_直すところ.xlsx", made.frames[0]


def set_aside(actor: Actor, round_id: int, upload_id: int) -> None:
    """Put a workbook away without taking it over. Raises ``NoSuchRound``."""
    kept = _upload(actor, round_id, upload_id)
    RoundUpload.objects.filter(pk=kept.pk, state="open").update(state="set_aside")


class UploadLine(Noun):
    """A workbook that was sent, as lists show it."""

    id: int
    name: str
    person: str
    time: dt.datetime
    state: str


def uploads_of(actor: Actor, round_id: int) -> tuple[UploadLine, ...]:
    """The workbooks sent to a round that the actor may open, the newest first. Raises ``NoSuchRound``."""
    found = round_seen(actor, round_id)
    rows: Iterable[RoundUpload] = (
        RoundUpload.objects.filter(round=found)
        .select_related("document", "bureau", "round__ministry")
        .defer("document__data", "content")
    )
    return tuple(
        UploadLine(id=row.pk, name=row.document.name, person=row.person_name, time=row.time, state=row.state)
        for row in rows
        if row.person_id == actor.person or _sees_all(actor, row)
    )

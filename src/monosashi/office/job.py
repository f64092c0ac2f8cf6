"""Job: what is asked of a reading process, what it answers, and how both go through a pipe.

Everything is length-prefixed bytes: eight bytes of length (big-endian), then so many bytes. Heads and readings are JSON
and are checked against the nouns when they arrive; nothing that a reading process says is ever executed or unpickled.
"""

import struct
from collections import Counter
from collections.abc import Callable
from typing import Literal, Protocol

from pydantic import Field

from monosashi import auditing, reading
from monosashi.forms import Form
from monosashi.model import CellFault, Message, Noun, Reading, Severity
from monosashi.model.error import MonosashiError
from monosashi.publishing.json import reading_to_json
from monosashi.publishing.rounds import marked
from monosashi.reading.limits import DEFAULT_LIMITS, Limits
from monosashi.reading.picture import page_image
from monosashi.reading.registers import read_register
from monosashi.reading.rounds import read_round

_LENGTH = struct.Struct(">Q")
#: The most bytes of one answer: a paper of as many cells as are allowed, with room to spare.
_MOST = 1 << 30
_STEP = 1 << 20


class Job(Noun):
    """Read a document. ``task``: *read* answers with the readings alone, *report* also counts what the audit finds and
    answers with the canonical JSON that is kept as a file, *page* with the image of ``page`` as PNG, *round* with what a
    round's workbook answers, *register* with what a register's says, *mark* with that workbook, ``faults`` marked in
    it."""

    name: str
    blank: Form | None = None
    limits: Limits = DEFAULT_LIMITS
    task: Literal["read", "report", "page", "round", "register", "mark"] = "read"
    page: int = Field(default=1, ge=1, description="1-based, for *page* alone")
    faults: tuple[CellFault, ...] = Field(default=(), description="For *mark* alone")


class Refusal(Noun):
    """Why there is no reading: the code and the sentences of a ``MonosashiError``."""

    code: str
    message: Message

    @property
    def error(self) -> MonosashiError:
        """The error again, to be raised on this side."""
        return MonosashiError(self.code, self.message.ja, self.message.en)


class Counts(Noun):
    """How many findings a reading deserves, by severity."""

    error: int = 0
    warning: int = 0
    note: int = 0


class AnswerHead(Noun):
    """What comes before the frames: how many there are, and the findings of each reading counted; or why there is
    none."""

    refusal: Refusal | None = None
    frames: int = Field(default=0, ge=0)
    counts: tuple[Counts, ...] = ()


class Answer(Noun):
    """A head, and a frame for each thing made: readings as JSON."""

    head: AnswerHead
    frames: tuple[bytes, ...] = ()

    def readings(self) -> tuple[Reading, ...]:
        """The frames as readings, checked against their nouns. Raises ``MonosashiError`` or pydantic's error."""
        if self.head.refusal:
            raise self.head.refusal.error
        return tuple(Reading.model_validate_json(data) for data in self.frames)


#: What a task makes: a head, and a frame for each thing made.
Made = tuple[AnswerHead, tuple[bytes, ...]]


class Channel(Protocol):
    """What frames go through."""

    def sendall(self, data: bytes, /) -> None:
        """Send all of it."""

    def recv(self, most: int, /) -> bytes:
        """Some bytes, none at the end."""


def send_frame(channel: Channel, data: bytes) -> None:
    """Send one frame. Raises ``OSError`` where nobody listens."""
    channel.sendall(_LENGTH.pack(len(data)))
    channel.sendall(data)


def receive_frame(channel: Channel, most: int = _MOST) -> bytes:
    """Receive one frame. Raises ``EOFError`` where it ends early, or says that it is longer than ``most``."""
    length: int = _LENGTH.unpack(_receive(channel, _LENGTH.size))[0]
    if length > most:
        raise EOFError(f"{length} > {most}")
    return _receive(channel, length)


def _receive(channel: Channel, length: int) -> bytes:
    parts = bytearray()
    while len(parts) < length:
        step = channel.recv(min(_STEP, length - len(parts)))
        if not step:
            raise EOFError(f"{len(parts)} < {length}")
        parts += step
    return bytes(parts)


def send_job(channel: Channel, job: Job, data: bytes) -> None:
    """Ask for a reading."""
    send_frame(channel, job.model_dump_json().encode())
    send_frame(channel, data)


def answer_job(channel: Channel) -> None:
    """The other side: receive a job, do it, and send the answer. Raises what is nobody's fault but ours."""
    job = Job.model_validate_json(receive_frame(channel))
    answer = do_job(job, receive_frame(channel))
    send_frame(channel, answer.head.model_dump_json().encode())
    for frame in answer.frames:
        send_frame(channel, frame)


def receive_answer(channel: Channel) -> Answer:
    """The answer to a job. Raises ``EOFError`` where the reading process died before it was complete."""
    head = AnswerHead.model_validate_json(receive_frame(channel))
    most = _MOST
    frames = []
    for _ in range(head.frames):
        frames.append(receive_frame(channel, most))
        most -= len(frames[-1])
    return Answer(head=head, frames=tuple(frames))


def do_job(job: Job, data: bytes) -> Answer:
    """Do a job in this very process."""
    try:
        head, frames = _TASKS[job.task](job, data)
    except MonosashiError as error:
        return Answer(head=AnswerHead(refusal=Refusal(code=error.code, message=error.message)))
    return Answer(head=head.model_copy(update={"frames": len(frames)}), frames=frames)


def _read(job: Job, data: bytes) -> Made:
    readings = reading.read(data, job.name, job.blank, job.limits)
    return AnswerHead(), tuple(found.model_dump_json().encode() for found in readings)


def _report(job: Job, data: bytes) -> Made:
    readings = reading.read(data, job.name, job.blank, job.limits)
    return AnswerHead(counts=tuple(map(counts_of, readings))), tuple(map(reading_to_json, readings))


def _page(job: Job, data: bytes) -> Made:
    return AnswerHead(), (page_image(data, job.page, job.name).png,)


def counts_of(found: Reading) -> Counts:
    """How many findings the reader and the audit have, by severity."""
    number = Counter(finding.severity for finding in (*found.findings, *auditing.audit(found.sheet)))
    return Counts(**{severity.value: number[severity] for severity in Severity})


def _round(job: Job, data: bytes) -> Made:
    return AnswerHead(), (read_round(data, job.name, job.limits).model_dump_json().encode(),)


def _register(job: Job, data: bytes) -> Made:
    return AnswerHead(), (read_register(data, job.name, job.limits).model_dump_json().encode(),)


def _mark(job: Job, data: bytes) -> Made:
    return AnswerHead(), (marked(data, job.faults),)


_TASKS: dict[str, Callable[[Job, bytes], Made]] = {
    "read": _read,
    "report": _report,
    "page": _page,
    "round": _round,
    "register": _register,
    "mark": _mark,
}

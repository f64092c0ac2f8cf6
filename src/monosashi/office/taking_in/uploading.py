"""Uploading: files are kept, each at once and byte for byte, before anything of them is read."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Protocol

from django.db import transaction

from monosashi.model import Message, Noun
from monosashi.office.keeping import Actor, clock, may, person_of, require_role
from monosashi.office.keeping.who_may import thing_of_organisation
from monosashi.office.limits import limits_here
from monosashi.office.taking_in.doors import intakes, object_of
from monosashi.office.taking_in.refusals import NothingSent
from monosashi.reading.errors import TooBig
from monosashi.reading.limits import Limits
from monosashi.store.documents import keep_document
from monosashi.store.log import append
from monosashi.store.models import Intake, KeptDocument, Organisation

#: A name longer than this is cut in the middle of nothing but our list; no file system allows more.
_LONGEST_NAME = 255
_LONGEST_TYPE = 200


class SentFile(Protocol):
    """A file as it arrives."""

    @property
    def name(self) -> str | None:
        """What the sender calls it."""

    @property
    def size(self) -> int | None:
        """How many bytes it has."""

    @property
    def content_type(self) -> str | None:
        """What the sender takes it for."""

    def read(self) -> bytes:
        """All of it."""


@dataclass
class Uploaded:
    """What became of the files of one upload, as rows of the list: kept now, there before, or not to be kept."""

    kept: list[Intake] = field(default_factory=list)
    known: list[Intake] = field(default_factory=list)
    refused: list[Intake] = field(default_factory=list)


class Outcome(Noun):
    """The same in words for a page: how many were kept; the name, number and state of each that was there; the name of
    each that could not be kept, and why."""

    kept: int
    known: tuple[tuple[str, int, str], ...]
    refused: tuple[tuple[str, Message], ...]


def outcome(found: Uploaded) -> Outcome:
    """What to tell of an upload."""
    return Outcome(
        kept=len(found.kept),
        known=tuple((row.name, row.pk, row.state) for row in found.known),
        refused=tuple((row.name, why) for row in found.refused if (why := error_of(row))),
    )


def error_of(intake: Intake) -> Message | None:
    """Why a document could not be kept or read."""
    return Message(ja=intake.error["ja"], en=intake.error["en"]) if intake.error else None


def bureaus_of(actor: Actor) -> tuple[Organisation, ...]:
    """The bureaus into whose intake the actor may put documents."""
    rows = Organisation.objects.filter(parent__address=actor.ministry, closed=False).select_related("parent")
    return tuple(row for row in rows if may(actor, "take_in", thing_of_organisation(row)))


def upload(actor: Actor, files: Iterable[SentFile], bureau: str = "") -> Uploaded:
    """Keep files. ``bureau``: the address of the bureau whose work it is; a bureau's officer's own, whatever is given.
    The same bytes again are not doubled. Raises ``NothingSent``, ``MayNot``."""
    require_role(actor, "take_in")
    ministry = Organisation.objects.get(address=actor.ministry)
    allowed = {one.address: one for one in bureaus_of(actor)}
    whose = allowed.get(actor.bureau or bureau)
    found = Uploaded()
    for file in files:
        _take(actor, file, (ministry, whose), found)
    if not (found.kept or found.known or found.refused):
        raise NothingSent
    return found


def _take(actor: Actor, file: SentFile, whose: tuple[Organisation, Organisation | None], found: Uploaded) -> None:
    name, limits = (file.name or "?")[-_LONGEST_NAME:], limits_here()
    if (file.size or 0) > limits.file_bytes:
        found.refused.append(_refused(actor, name, file.size or 0, whose, limits))
        return
    data = file.read()
    with transaction.atomic():
        document = keep_document(data, name, (file.content_type or "")[:_LONGEST_TYPE], clock.now())
        # held until the row stands, so that two uploads of the same bytes at once become one
        KeptDocument.objects.select_for_update().only("sha256").get(pk=document.pk)
        same = intakes(actor).filter(document=document).order_by("id").first()
        if same is not None:
            found.known.append(same)
            return
        found.kept.append(_row(actor, name, whose, document=document))


def _refused(
    actor: Actor, name: str, size: int, whose: tuple[Organisation, Organisation | None], limits: Limits
) -> Intake:
    error = TooBig(
        name,
        f"大きさが {size:,} バイトあり、上限の {limits.file_bytes:,} バイトを超えます。",
        f"it has {size:,} bytes, more than {limits.file_bytes:,}.",
        Limits.setting("file_bytes"),
    )
    with transaction.atomic():
        return _row(actor, name, whose, state="failed", error=told(error.code, error.message))


def told(code: str, message: Message) -> dict[str, str]:
    """An error as a row keeps it."""
    return {"code": code, "ja": message.ja, "en": message.en}


def _row(actor: Actor, name: str, whose: tuple[Organisation, Organisation | None], **fields: object) -> Intake:
    ministry, bureau = whose
    made = Intake(
        ministry=ministry, bureau=bureau, person=person_of(actor), name=name, started=clock.now(), **dict(fields)
    )
    made.save(force_insert=True)
    append(
        "upload",
        object_of(made),
        person=actor.signed,
        time=made.started,
        whose=bureau or ministry,
        details=dict(_what(made)),
    )
    return made


def _what(made: Intake) -> Iterator[tuple[str, str]]:
    yield "name", made.name
    yield "sha256", made.document_id or ""
    if made.error:
        yield "error", made.error["code"]

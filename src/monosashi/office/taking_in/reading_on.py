"""Reading on: the documents that wait are read one after another, each in a worker of its own.

A row is claimed before it is read, so that two windows never read the same one; a claim older than ``STALE`` is open to
whoever comes next (the server may have been killed), and the first who is done is believed. A document that brought its
reader down ``MOST_TRIES`` times is given up, and says so. Every step is a transaction of its own: whenever the machine
stops, each row is where it was or where it was to be.
"""

import datetime as dt
from collections.abc import Sequence
from time import monotonic

from django.db import transaction
from django.db.models import Q, QuerySet

from monosashi.forms import Form, form, forms
from monosashi.model import Noun, Reading
from monosashi.model.error import MonosashiError
from monosashi.office.keeping import Actor, clock
from monosashi.office.limits import limits_here
from monosashi.office.taking_in.doors import intake_of, intakes, object_of
from monosashi.office.taking_in.opened import count_left
from monosashi.office.taking_in.uploading import told
from monosashi.office.worker import read_in_worker
from monosashi.reading.errors import UnreadableDocument
from monosashi.store.documents import keep_reading
from monosashi.store.log import append
from monosashi.store.models import Intake

#: After this time another may read what someone has begun to read.
STALE = dt.timedelta(minutes=1)
#: How often a document may bring its reader down.
MOST_TRIES = 3
#: How many rows are tried, where others claim them first.
_LOOKED_AT = 50


class Progress(Noun):
    """How far reading is: ``left`` documents wait, of which ``name`` is read next; ``read`` were read just now. ``busy``:
    how many are being read elsewhere."""

    left: int
    busy: int
    name: str = ""
    read: tuple[int, ...] = ()

    @property
    def done(self) -> bool:
        """Whether nothing waits and nothing is being read."""
        return not self.left and not self.busy


class ReaderBrokeDown(UnreadableDocument):
    """A document during whose reading the server stopped again and again."""

    def __init__(self, name: str) -> None:
        super().__init__(
            name,
            f"読み取りが{MOST_TRIES}回、途中で止まりました。",
            f"reading it was broken off {MOST_TRIES} times.",
            code="reading-broken-off",
        )


def progress(actor: Actor, number: int | None = None, read: Sequence[int] = ()) -> Progress:
    """How far reading is, of all the actor may take in or of one intake."""
    rows = _rows(actor, number)
    waiting = _to_be_read(rows).order_by("id")
    first = waiting.first()
    busy = rows.filter(state="reading", claimed__gt=clock.now() - STALE).count()
    return Progress(left=waiting.count(), busy=busy, name=first.name if first else "", read=tuple(read))


def read_on(actor: Actor, number: int | None = None, seconds: float = 0) -> Progress:
    """Read the next document that waits (or the one of that number), and further ones while there is time. Raises
    ``NoSuchIntake``."""
    if number is not None:
        intake_of(actor, number, "take_in")
    began, read = monotonic(), []
    while True:
        claimed = _claim(actor, number)
        if claimed is None:
            break
        _read(actor, claimed)
        read.append(claimed.pk)
        if monotonic() - began >= seconds:
            break
    return progress(actor, number, read)


def form_of_id(form_id: str) -> Form | None:
    """The form that a person chose; None: the reader finds out."""
    return form(form_id) if form_id in {one.id for one in forms()} else None


def _rows(actor: Actor, number: int | None) -> QuerySet[Intake]:
    rows = intakes(actor, "take_in")
    return rows if number is None else rows.filter(pk=number)


def _to_be_read(rows: QuerySet[Intake]) -> QuerySet[Intake]:
    stale = Q(state="reading") & (Q(claimed__lte=clock.now() - STALE) | Q(claimed=None))
    return rows.filter(Q(state="waiting") | stale)


def _claim(actor: Actor, number: int | None) -> Intake | None:
    for row in _to_be_read(_rows(actor, number)).order_by("id")[:_LOOKED_AT]:
        same = Intake.objects.filter(pk=row.pk, state=row.state, claimed=row.claimed)
        if not same.update(state="reading", claimed=clock.now(), tries=row.tries + 1):
            continue
        row.refresh_from_db()
        if row.tries <= MOST_TRIES:
            return row
        _failed(actor, row, ReaderBrokeDown(row.name))
    return None


def _read(actor: Actor, row: Intake) -> None:
    document = row.document
    if document is None:
        return
    try:
        readings = read_in_worker(bytes(document.data), row.name, form_of_id(row.form), limits_here())
    except MonosashiError as error:
        _failed(actor, row, error)
        return
    with transaction.atomic():
        held = Intake.objects.select_for_update(of=("self",)).select_related("ministry", "bureau").get(pk=row.pk)
        if held.state == "reading":
            _keep(actor, held, readings)


def _failed(actor: Actor, row: Intake, error: MonosashiError) -> None:
    with transaction.atomic():
        held = Intake.objects.select_for_update(of=("self",)).select_related("ministry", "bureau").get(pk=row.pk)
        if held.state != "reading":
            return
        held.state, held.error = _after_failure(held), told(error.code, error.message)
        held.claimed, held.tries = None, 0
        held.save(update_fields=["state", "error", "claimed", "tries"])
        _log(actor, held, {"error": error.code})


def _after_failure(row: Intake) -> str:
    """A reading there was is not lost by one that failed."""
    return "open" if row.reading_id else "failed"


def _keep(actor: Actor, held: Intake, readings: Sequence[Reading]) -> None:
    """The readings of a document: this row's, and rows of their own for sheets that have none."""
    own = next((one for one in readings if one.ordinal == held.ordinal), None)
    if own is None:
        error = NoLongerThere(held.name, held.ordinal)
        held.state, held.error, held.claimed, held.tries = (
            _after_failure(held),
            told(error.code, error.message),
            None,
            0,
        )
        held.save(update_fields=["state", "error", "claimed", "tries"])
        return
    _take_up(actor, held, own)
    beside = Intake.objects.filter(document=held.document, ministry=held.ministry, bureau=held.bureau)
    there = set(beside.values_list("ordinal", flat=True))
    for other in readings:
        if other.ordinal not in there:
            made = Intake(
                document=held.document,
                ordinal=other.ordinal,
                ministry=held.ministry,
                bureau=held.bureau,
                person=held.person,
                name=held.name,
                form=held.form,
                started=held.started,
            )
            _take_up(actor, made, other)


def _take_up(actor: Actor, row: Intake, reading: Reading) -> None:
    if row.document is None:
        return
    row.reading = keep_reading(row.document, reading, clock.now())
    row.state, row.error, row.claimed, row.tries = "open", None, None, 0
    row.save()
    row.left = count_left(row)
    row.save(update_fields=["left"])
    _log(actor, row, {"reading": row.reading.sha256, "reader": row.reading.reader, "ordinal": row.ordinal})


def _log(actor: Actor, row: Intake, details: dict[str, object]) -> None:
    append(
        "read",
        object_of(row),
        person=actor.signed,
        time=clock.now(),
        whose=row.bureau or row.ministry,
        details={"form": row.form, **details},
    )


class NoLongerThere(UnreadableDocument):
    """A new reading finds fewer sheets in the document than the one before."""

    def __init__(self, name: str, ordinal: int) -> None:
        super().__init__(
            name,
            f"今回の読み取りでは、{ordinal}番目の表が見つかりません。",
            f"this reading finds no sheet number {ordinal} in it.",
            code="sheet-no-longer-there",
        )

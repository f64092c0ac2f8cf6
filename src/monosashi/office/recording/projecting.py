"""Projecting: the line of a register's list, drawn from a record and the register as it is defined now. It can be drawn
again from the versions alone (``monosashi rebuild``)."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence

from monosashi.model import FieldKind, Nendo, Record, Register
from monosashi.model.folding import key
from monosashi.model.nendo import YearKind
from monosashi.office.recording.seeing_registers import registers_of
from monosashi.registers.showing import shown
from monosashi.store.models import KeptRecord, Organisation, RecordRow, RecordVersion
from monosashi.store.records import opened_record

#: Fields by which a list is filtered, and by which two entries may be seen to be of one event.
_MARKED = frozenset(
    {
        *(FieldKind.CHOICE, FieldKind.COUNTRIES, FieldKind.FLAG, FieldKind.COMPANY),
        *(FieldKind.NAMES, FieldKind.RECORD, FieldKind.YEAR),
    }
)
_AT_ONCE = 200


def draw(entries: Sequence[tuple[KeptRecord, Record]], registers: Mapping[str, Register]) -> None:
    """Draw the lines of records anew. ``registers``: of their ministry, by code."""
    RecordRow.objects.filter(record__in=[kept for kept, _ in entries]).delete()
    RecordRow.objects.bulk_create(
        [row_of(kept, record, registers.get(record.kind)) for kept, record in entries], batch_size=_AT_ONCE
    )


def redraw(whose: Organisation, register: str = "") -> list[str]:
    """Draw the lines of every record of a ministry anew, or of one register. Gives the addresses of those that cannot be
    opened; they are in no list until they can."""
    registers = registers_of(whose)
    only = {"register": register} if register else {}
    RecordRow.objects.filter(record__in=KeptRecord.objects.filter(ministry=whose, **only)).delete()
    broken: list[str] = []
    some: list[tuple[KeptRecord, Record]] = []
    rows = KeptRecord.objects.filter(ministry=whose, **only).select_related("head").order_by("pk")
    for kept in rows.iterator(chunk_size=_AT_ONCE):
        try:
            some.append((kept, opened_record(kept.newest)))
        except (ValueError, RecordVersion.DoesNotExist):
            broken.append(kept.address)
    draw(some, registers)
    return broken


def row_of(kept: KeptRecord, record: Record, register: Register | None) -> RecordRow:
    """A record's line. Without a register (its definition is gone) it has no day and no title."""
    day = day_of(record, register)
    return RecordRow(
        record=kept,
        version=kept.newest,
        day=day,
        nendo=nendo_of(day) if day else None,
        title=record.text(register.title) if register else "",
        state=record.state.value,
        policy=record.policy,
        office=record.office,
        invented=record.invented,
        marks=_line(marks_of(record, register)),
        words=" ".join(dict.fromkeys(key(text).casefold() for text in _words(record, register))),
        proofs=len(record.proofs),
    )


def day_of(record: Record, register: Register | None) -> dt.date | None:
    """The day a record is listed by; None where it is not filled."""
    try:
        return dt.date.fromisoformat(record.text(register.day)) if register else None
    except ValueError:
        return None


def nendo_of(day: dt.date) -> int:
    """The fiscal year of a day.

    >>> nendo_of(dt.date(2019, 3, 31)), nendo_of(dt.date(2019, 4, 1))
    (2018, 2019)
    """
    return day.year if Nendo(year=day.year, kind=YearKind.FISCAL).first_day <= day else day.year - 1


def marks_of(record: Record, register: Register | None) -> tuple[tuple[str, str], ...]:
    """What a record may be found by, field by field: a choice, each country, each name. Names are folded."""
    fields = register.fields if register else ()
    return tuple(
        (field.code, part)
        for field in fields
        if field.kind in _MARKED
        for part in _parts(field.kind, record.text(field.code))
    )


def mark(field: str, text: str) -> str:
    """How a mark stands in a line's marks.

    >>> mark("countries", "FR")
    '|countries=FR|'
    """
    return f"|{field}={text.replace('|', '')}|"


def _parts(kind: FieldKind, text: str) -> Iterator[str]:
    if kind is FieldKind.COUNTRIES:
        yield from text.split()
    elif kind is FieldKind.NAMES:
        yield from (key(name).casefold() for name in text.split("\n") if name.strip())
    elif text:
        yield text


def _line(marks: Iterable[tuple[str, str]]) -> str:
    return "".join(mark(field, text) for field, text in marks)


def _words(record: Record, register: Register | None) -> Iterator[str]:
    """Everything a record says: as it is kept, and as people read it in either language."""
    yield from (record.id, record.office, record.policy)
    for value in record.values:
        yield value.text
        field = register.field(value.field) if register else None
        if field and field.kind is not FieldKind.TEXT:
            yield from (shown(field, value.text, language) for language in ("ja", "en"))
    yield from (proof.name or proof.url for proof in record.proofs)

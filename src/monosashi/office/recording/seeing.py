"""The list of a register, searched, filtered and paged."""

import datetime as dt
from collections.abc import Mapping

from django.db.models import Count, F, Q, QuerySet
from pydantic import Field

from monosashi.model import FieldKind, Noun, Record, RecordState, Register
from monosashi.model.folding import key
from monosashi.office.keeping import Actor, may
from monosashi.office.keeping.who_may import Thing
from monosashi.office.recording.projecting import mark
from monosashi.office.recording.seeing_registers import RegisterLine, register_line
from monosashi.office.recording.whose import WITH, thing_of_record
from monosashi.store.models import RecordRow
from monosashi.store.records import opened_record

#: Records on a page of a list.
A_PAGE = 50
#: Fields that a list can be filtered by, each with what it may hold.
FILTERED = frozenset({FieldKind.CHOICE, FieldKind.COUNTRIES, FieldKind.FLAG})


class RecordLine(Noun):
    """A record in a list. ``day`` and ``nendo``: of the field its register lists it by; None where it is not filled."""

    ministry: str
    register_code: str
    code: str
    record: Record
    version: int
    day: dt.date | None
    nendo: int | None
    title: str
    office: str
    division: str
    writable: bool

    @property
    def address(self) -> str:
        """consultations/K-2018-0007."""
        return f"{self.register_code}/{self.code}"

    @property
    def state(self) -> RecordState:
        """Where it stands."""
        return self.record.state


class Wanted(Noun):
    """Which records: those that say every word of ``q``; of a fiscal year (``none``: without a day); in a state; for a
    policy; of an office (its name); holding, by field, that choice or country."""

    q: str = ""
    nendo: str = ""
    state: str = ""
    policy: str = ""
    office: str = ""
    marks: Mapping[str, str] = Field(default_factory=dict)


class RecordsPage(Noun):
    """A page of a register's list. ``counts``: by state, of all that are wanted; ``total`` of the whole register."""

    whole: RegisterLine
    lines: tuple[RecordLine, ...]
    counts: dict[str, int]
    found: int
    total: int
    number: int
    pages: int
    years: tuple[int, ...]
    policies: tuple[str, ...]
    offices: tuple[str, ...]
    countries: Mapping[str, tuple[str, ...]]


def page_of(actor: Actor, ministry: str, register: str, wanted: Wanted, number: int = 1) -> RecordsPage:
    """A page of a register, the newest day first; a number beyond the last gives the last. Raises ``NoSuchRegister``,
    ``SignInFirst``, ``MayNot``."""
    line = register_line(actor, ministry, register)
    whole = RecordRow.objects.filter(record__ministry__address=ministry, record__register=register)
    rows = whole.filter(_condition(wanted, line.defined))
    counts = dict(rows.order_by().values_list("state").annotate(Count("pk")))
    found = sum(counts.values())
    pages = max(1, -(-found // A_PAGE))
    here = min(max(1, number), pages)
    return RecordsPage(
        whole=line,
        lines=lines_of(actor, rows, slice((here - 1) * A_PAGE, here * A_PAGE)),
        counts={state.value: counts.get(state.value, 0) for state in RecordState},
        found=found,
        total=line.records,
        number=here,
        pages=pages,
        years=_values(whole, "nendo"),
        policies=_values(whole, "policy"),
        offices=_values(whole, "office"),
        countries=_countries(whole, line.defined),
    )


def records_wanted(
    actor: Actor, ministry: str, register: str, wanted: Wanted
) -> tuple[Register, tuple[RecordLine, ...]]:
    """Every record of a register that is wanted, with the register, for files and programs. Raises as ``page_of``."""
    line = register_line(actor, ministry, register)
    whole = RecordRow.objects.filter(record__ministry__address=ministry, record__register=register)
    return line.defined, lines_of(actor, whole.filter(_condition(wanted, line.defined)))


def lines_of(actor: Actor, rows: QuerySet[RecordRow], span: slice | None = None) -> tuple[RecordLine, ...]:
    """Rows as lines, the newest day first, those without a day before all."""
    ordered = rows.order_by(F("day").desc(nulls_first=True), "record__code")
    found = ordered.select_related("version", *(f"record__{one}" for one in WITH))
    return tuple(_line(actor, row) for row in (found[span] if span else found))


def _line(actor: Actor, row: RecordRow) -> RecordLine:
    kept = row.record
    return RecordLine(
        ministry=kept.ministry.address,
        register_code=kept.register,
        code=kept.code,
        record=opened_record(row.version),
        version=row.version.number,
        day=row.day,
        nendo=row.nendo,
        title=row.title,
        office=row.office,
        division=kept.division.address if kept.division else "",
        writable=may(actor, "record", thing_of_record(kept)),
    )


def _condition(wanted: Wanted, register: Register) -> Q:
    found = Q()
    # no text that is kept holds the character that PostgreSQL cannot even be asked for
    wanted = Wanted.model_validate_json(wanted.model_dump_json().replace("\\u0000", "?"))
    for word in wanted.q.split():
        found &= Q(words__contains=key(word).casefold())
    if wanted.nendo == "none":
        found &= Q(nendo__isnull=True)
    elif wanted.nendo.isascii() and wanted.nendo.isdigit() and len(wanted.nendo) <= 4:
        found &= Q(nendo=int(wanted.nendo))
    for column, text in (("state", wanted.state), ("policy", wanted.policy), ("office", wanted.office)):
        if text:
            found &= Q(**{column: text})
    for field, text in wanted.marks.items():
        if text and register.field(field):
            found &= Q(marks__contains=mark(field, text))
    return found


def _values(rows: QuerySet[RecordRow], column: str) -> tuple[object, ...]:
    found = rows.order_by(column).values_list(column, flat=True).distinct()
    return tuple(value for value in found if value not in (None, ""))


def _countries(rows: QuerySet[RecordRow], register: Register) -> dict[str, tuple[str, ...]]:
    """The countries that stand in each of a register's fields of countries."""
    fields = {field.code for field in register.fields if field.kind is FieldKind.COUNTRIES}
    if not fields:
        return {}
    found: dict[str, set[str]] = {field: set() for field in fields}
    for marks in rows.order_by().values_list("marks", flat=True).distinct():
        for one in marks.split("|"):
            field, _, text = one.partition("=")
            if field in found and text:
                found[field].add(text)
    return {field: tuple(sorted(codes)) for field, codes in found.items()}


def may_add(actor: Actor, ministry: str) -> bool:
    """Whether the actor may enter records of its own office in a ministry."""
    own = Thing(ministry=actor.ministry, bureau=actor.bureau, division=actor.division)
    return actor.ministry == ministry and may(actor, "record", own)

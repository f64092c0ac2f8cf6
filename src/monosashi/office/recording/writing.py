"""Writing: the next versions of records, with their log entry and the lines of lists, in one transaction or not at all."""

import re
from collections.abc import Mapping, Sequence

from monosashi.model import Record
from monosashi.office.keeping import Actor, clock
from monosashi.office.keeping.actor import person_of
from monosashi.office.recording.projecting import day_of, draw, nendo_of
from monosashi.office.recording.seeing_registers import registers_of
from monosashi.store.log import append
from monosashi.store.models import KeptRecord, Organisation, OrganisationKind, RecordVersion
from monosashi.store.records import Deed, append_records, told_record

#: What the id of a record begins with that has none yet: it is given the next of its year when it is entered.
NEW = "*"
_GIVEN = re.compile(r"K-(\d{4})-(\d{4,})")


def write(
    actor: Actor,
    whose: Organisation,
    entries: Sequence[tuple[KeptRecord, Record]],
    act: str,
    *,
    reason: str = "",
    object_: str = "",
    details: Mapping[str, object] | None = None,
) -> list[RecordVersion]:
    """The next version of each record, by one act and under one log entry. ``object_``: how the log names what it was
    done to, where there are several. The caller holds the rows locked and has asked who may."""
    time = clock.now()
    by = Deed(author=person_of(actor), signed=actor.signed, time=time, act=act, reason=reason)
    versions = append_records(entries, by)
    told = {"records": [told_record(version) for version in versions], "reason": reason, **(details or {})}
    append(
        f"record_{act}",
        object_ or entries[0][0].address,
        person=actor.signed,
        time=time,
        whose=entries[0][0].answerable if len(entries) == 1 else whose,
        details=told,
    )
    draw(entries, registers_of(entries[0][0].ministry))
    return versions


def begin_records(organisation: Organisation, records: Sequence[Record]) -> list[tuple[KeptRecord, Record]]:
    """Rows for new records of an organisation, saved without a version yet; one whose id begins with ``NEW`` is given
    the next. Raises ``IntegrityError`` where an id is taken."""
    return begin_for([(organisation, record) for record in records])


def begin_for(entries: Sequence[tuple[Organisation, Record]]) -> list[tuple[KeptRecord, Record]]:
    """The same, each record with the organisation it is for; all of one ministry."""
    above = {
        organisation.pk: tuple(organisation.above(kind) for kind in OrganisationKind) for organisation, _ in entries
    }
    ministry = above[entries[0][0].pk][0]
    if ministry is None:
        raise LookupError(entries[0][0].address)
    named = _named(ministry, [record for _, record in entries])
    time = clock.now()
    rows = []
    for (organisation, _), record in zip(entries, named, strict=True):
        _, bureau, division = above[organisation.pk]
        rows.append(
            KeptRecord(
                register=record.kind,
                code=record.id,
                ministry=ministry,
                bureau=bureau,
                division=division,
                created=time,
            )
        )
    return list(zip(KeptRecord.objects.bulk_create(rows), named, strict=True))


def _named(ministry: Organisation, records: Sequence[Record]) -> list[Record]:
    """The records, those without an id with the next of their year: K-2018-0007."""
    if not any(record.id.startswith(NEW) for record in records):
        return list(records)
    # two who enter at once must not be given the same number
    Organisation.objects.select_for_update().get(pk=ministry.pk)
    registers = registers_of(ministry)
    this_year = nendo_of(clock.now().date())
    last: dict[int, int] = {}
    named = []
    for record in records:
        if not record.id.startswith(NEW):
            named.append(record)
            continue
        day = day_of(record, registers.get(record.kind))
        year = nendo_of(day) if day else this_year
        if year not in last:
            last[year] = _last_number(ministry, year)
        last[year] += 1
        named.append(record.model_copy(update={"id": f"K-{year:04}-{last[year]:04}"}))
    return named


def _last_number(ministry: Organisation, year: int) -> int:
    codes = KeptRecord.objects.filter(ministry=ministry, code__startswith=f"K-{year:04}-").values_list(
        "code", flat=True
    )
    return max((int(match[2]) for code in codes if (match := _GIVEN.fullmatch(code))), default=0)

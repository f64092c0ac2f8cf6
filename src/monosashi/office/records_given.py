"""Records, registers and counting rules given as files: a file or a folder of them, read for ``derive`` and ``audit``.

A record with a fault is set aside and told, with its place; the others are taken. Nothing here asks a database.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from monosashi.model import CountingRule, Noun, Record, RecordFault, Register
from monosashi.model.error import MonosashiError
from monosashi.office.document import NoSuchFile, document_bytes, document_name, path_text
from monosashi.office.limits import limits_here
from monosashi.office.recording.papers import returned_records, sent_of
from monosashi.office.recording.sent import BESIDE, SentRow, record_of_row
from monosashi.registers.files import KINDS_OF_FILES, read_records
from monosashi.registers.kinds import parse_register, shipped_registers
from monosashi.registers.rules import parse_rules, shipped_rules

_WORKBOOK = ".xlsx"
#: Faults of which the record itself is none: an earlier one of the same id stands.
_REPEATED = "repeated-id"


class NoRecords(MonosashiError):
    """A folder in which there is no file of records."""

    def __init__(self, path: Path) -> None:
        kinds = ", ".join((*KINDS_OF_FILES, _WORKBOOK))
        super().__init__(
            "no-records",
            f"「{path_text(path)}」には記録のファイル（{kinds}）がありません。何も数えていません。場所を確かめてください。",
            f"There is no file of records ({kinds}) in {path_text(path)!r}. Nothing was counted. Check the place.",
        )


class RecordsGiven(Noun):
    """What files tell: the records that are whole, in the order of files and lines, and what is wrong with the others."""

    records: tuple[Record, ...]
    faults: tuple[RecordFault, ...] = ()


def registers_at(path: Path | None) -> tuple[Register, ...]:
    """The package's registers and those of a file or folder, of which one takes the place of another of its code. Raises
    ``BadRegister`` and ``NoSuchFile``."""
    own = [parse_register(text, name) for text, name in _texts(path)] if path else []
    replaced = {register.code for register in own}
    return (*(one for one in shipped_registers() if one.code not in replaced), *own)


def rules_at(path: Path | None, registers: Iterable[Register]) -> tuple[CountingRule, ...]:
    """The package's rules and those of a file or folder, of which one takes the place of the package's of its code. Raises
    ``BadRule`` and ``NoSuchFile``."""
    known = tuple(registers)
    own = [rule for text, name in _texts(path) for rule in parse_rules(text, name, known)] if path else []
    replaced = {rule.code for rule in own}
    return (*(one for one in shipped_rules() if one.code not in replaced), *own)


def records_at(path: Path, registers: Iterable[Register]) -> RecordsGiven:
    """The records of a file, or of every file of records in a folder and its folders. Of two records with one id in one
    register the first stands. Raises ``NoSuchFile``, ``NoRecords``, and for a file alone whatever keeps it from being read."""
    known = tuple(registers)
    if not path.is_dir():
        return _records(path, known)
    files = [file for file in _files(path) if file.suffix.lower() in (*KINDS_OF_FILES, _WORKBOOK)]
    if not files:
        raise NoRecords(path)
    return _first_of_each([(document_name(file), _records_or_fault(file, known)) for file in files])


def _records_or_fault(file: Path, registers: tuple[Register, ...]) -> RecordsGiven:
    """One of many files: what keeps it from being read is told like any other fault."""
    try:
        return _records(file, registers)
    except MonosashiError as error:
        told = RecordFault(place=document_name(file), code=error.code, ja=error.message.ja, en=error.message.en)
        return RecordsGiven(records=(), faults=(told,))


def _records(file: Path, registers: tuple[Register, ...]) -> RecordsGiven:
    data, name = document_bytes(file, limits_here()), document_name(file)
    if file.suffix.lower() == _WORKBOOK:
        return _of_workbook(data, name, registers)
    read = read_records(data, name, registers)
    return _without_faulty(read.records, read.faults)


def _of_workbook(data: bytes, name: str, registers: tuple[Register, ...]) -> RecordsGiven:
    """The records of a register's workbook, every row of it."""
    returned = returned_records(data, name)
    register = next((one for one in registers if one.code == returned.register_code), None)
    if register is None:
        told = RecordFault(
            place=name,
            code="no-such-register",
            ja=f"「{returned.register_code}」という台帳がありません。台帳の定義を渡してください。",
            en=f"There is no register {returned.register_code!r}; give its definition.",
        )
        return RecordsGiven(records=(), faults=(told,))
    columns = {*BESIDE, *(field.code for field in register.fields)}
    records: list[Record] = []
    sent = sent_of(returned)
    faults = [fault.model_copy(update={"place": f"{name} {fault.place}"}) for fault in sent.faults]
    for row, whole in zip(sent.rows, returned.records, strict=True):
        texts = {code: text for code, text in whole.texts.items() if code in columns}
        full = SentRow(id=row.id, place=f"{name} {row.place}", texts=texts, places=_places(name, row))
        new = Record(kind=register.code, id=row.id, office=whole.texts.get("office", ""))
        record, found = record_of_row(full, register, new)
        records.append(record)
        faults += found
    return _without_faulty(records, faults)


def _places(name: str, row: SentRow) -> dict[str, str]:
    return {code: f"{name} {place}" for code, place in row.places.items()}


def _without_faulty(records: Iterable[Record], faults: Iterable[RecordFault]) -> RecordsGiven:
    told = tuple(faults)
    faulty = {fault.record for fault in told if fault.code != _REPEATED}
    return RecordsGiven(records=tuple(record for record in records if record.id not in faulty), faults=told)


def _first_of_each(given: Iterable[tuple[str, RecordsGiven]]) -> RecordsGiven:
    """All records of several files; of those whose register and id an earlier one has, each file is told once."""
    records: dict[str, Record] = {}
    faults: list[RecordFault] = []
    for name, one in given:
        faults += one.faults
        repeated = [record for record in one.records if records.setdefault(record.address, record) is not record]
        if repeated:
            faults.append(_repeated(name, repeated))
    return RecordsGiven(records=tuple(records.values()), faults=tuple(faults))


def _repeated(name: str, records: list[Record]) -> RecordFault:
    first, n = records[0].address, len(records)
    return RecordFault(
        place=name,
        record=records[0].id,
        field="id",
        code=_REPEATED,
        ja=f"{first} など{n}件の番号が、前のファイルにもあります。この{n}件は数えません。",
        en=f"An earlier file has {first}, too, as all {n} ids that this one repeats; these {n} are not counted.",
    )


def _files(folder: Path) -> Iterator[Path]:
    """The files of a folder and its folders by their names, without hidden ones and those that a program has open (~$)."""
    found = (file for file in folder.rglob("*") if file.is_file())
    parts = ((file, file.relative_to(folder).parts) for file in found)
    yield from sorted(file for file, steps in parts if not any(step.startswith((".", "~$")) for step in steps))


def _texts(path: Path) -> Iterator[tuple[str, str]]:
    """The TOML files at a path, each with its name. Raises ``NoSuchFile``."""
    files = [file for file in _files(path) if file.suffix == ".toml"] if path.is_dir() else [path]
    for file in files:
        try:
            yield document_bytes(file, limits_here()).decode("utf-8-sig"), document_name(file)
        except UnicodeDecodeError as error:
            raise NoSuchFile(file) from error

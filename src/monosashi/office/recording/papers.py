"""A register as a workbook: written with what stands in it, and read again, in the worker, as what was filled in.

Who may have which records is decided by the caller. Cells say what ``registers.showing`` says in Japanese, so that what
was left alone is told from what was typed.
"""

from collections.abc import Iterable, Sequence

from monosashi.model import CellFault, FieldKind, Message, Record, RecordFault, Register, RegisterField
from monosashi.model.register import Choice
from monosashi.model.register_paper import (
    FIXED_COLUMNS,
    TOLD_COLUMNS,
    PaperColumn,
    PaperRecord,
    RegisterPaper,
    ReturnedRecord,
    ReturnedRegister,
    column_codes,
    digest,
)
from monosashi.office.job import Job
from monosashi.office.limits import limits_here
from monosashi.office.recording.sent import Sent, SentRow
from monosashi.office.worker import ask as ask_worker
from monosashi.publishing.registers import register_workbook as write_workbook
from monosashi.registers.proof_texts import proof_text
from monosashi.registers.showing import STATE_NAMES, shown

#: What the id of a record that has none yet begins with.
_NEW = "*"
#: How many empty rows a workbook has, at least.
_BLANK_ROWS = 50
_HOW_TO = {
    FieldKind.DATE: "令和3年6月18日、R3.6.18、2021/6/18 のいずれでも書けます。",
    FieldKind.COUNTRIES: "国名を「、」で区切ります。国でない相手は書けません。",
    FieldKind.COMPANY: "法人番号（13桁）。検査数字を確かめます。",
    FieldKind.NAMES: "名前を「、」か改行で区切ります。",
    FieldKind.YEAR: "令和3年度、R3、2021 のいずれでも書けます。",
    FieldKind.RECORD: "台帳の符号と番号を書きます。",
}
_FIXED_HOW_TO = {
    "id": "取り込むときに付きます。書かないでください。",
    "state": "空けると「登録」です。中止や誤りは「取消し」、まだ確かでないものは「下書き」。",
    "policy": "どの政策のために行ったか。政策の名前を番号なしで書きます。空けると、どの政策にも数えられます。",
    "proofs": "報道資料などのアドレス（https://…）を一行に一つ。ファイルは記録のページで付けます。",
    "office": "記録を加えた課室です。書き換えられません。",
}


def register_workbook(
    register: Register,
    records: Iterable[Record],
    *,
    whose: str = "",
    whose_name: str = "",
    made_on: str = "",
    blank_rows: int = _BLANK_ROWS,
) -> bytes:
    """The workbook of a register with these records and empty rows for new ones; the same bytes for the same records.
    ``whose``: the address of the office it is made for; ``made_on``: the day, as it is shown. Raises ``CannotPublish``."""
    return write_workbook(paper_of(register, records, whose, whose_name, made_on, blank_rows))


def paper_of(
    register: Register,
    records: Iterable[Record],
    whose: str = "",
    whose_name: str = "",
    made_on: str = "",
    blank_rows: int = _BLANK_ROWS,
) -> RegisterPaper:
    """What the workbook of a register says."""
    rows = tuple(PaperRecord(id=record.id, texts=paper_texts(register, record)) for record in records)
    return RegisterPaper(
        key=digest(register.model_dump_json(), whose, made_on, *(row.model_dump_json() for row in rows))[:32],
        register_code=register.code,
        name=register.name.ja,
        counted=register.counted.ja,
        whose=whose,
        whose_name=whose_name,
        made_on=made_on,
        columns=tuple(_column(code, register.field(code)) for code in column_codes(register)),
        records=rows,
        blank_rows=blank_rows,
    )


def paper_texts(register: Register, record: Record) -> dict[str, str]:
    """What the cells of a record say, by column."""
    return {
        "id": record.id,
        "state": STATE_NAMES[record.state].ja,
        **{field.code: shown(field, record.text(field.code), "ja") for field in register.fields},
        "policy": record.policy,
        "proofs": proof_text(record.proofs),
        "office": record.office,
    }


def _column(code: str, field: RegisterField | None) -> PaperColumn:
    if field is None:
        return PaperColumn(
            code=code,
            name=FIXED_COLUMNS[code].ja,
            prompt=_FIXED_HOW_TO[code],
            told=code in TOLD_COLUMNS,
            wide=code in {"policy", "proofs"},
            choices=tuple(name.ja for name in STATE_NAMES.values()) if code == "state" else (),
        )
    unit = f"（{field.unit}）" if field.unit else ""
    how = _HOW_TO.get(field.kind, "")
    said = field.note.ja if field.note else ""
    return PaperColumn(
        code=code,
        name=f"{field.name.ja}{unit}",
        # what the register itself says of a field says more than what is said of its kind
        prompt=said or how,
        required=field.required,
        wide=field.kind in {FieldKind.TEXT, FieldKind.NAMES, FieldKind.COUNTRIES},
        choices=_choices(field.kind, field.choices),
    )


def _choices(kind: FieldKind, choices: Sequence[Choice]) -> tuple[str, ...]:
    return ("はい", "いいえ") if kind is FieldKind.FLAG else tuple(choice.name.ja for choice in choices)


def returned_records(data: bytes, name: str) -> ReturnedRegister:
    """What a register's workbook says that came back, read in the worker. Raises ``MonosashiError``: ``not-of-register``
    for a file that is none, and as any file that is read."""
    made = ask_worker(Job(name=name, task="register", limits=limits_here()), data)
    if made.head.refusal:
        raise made.head.refusal.error
    return ReturnedRegister.model_validate_json(made.frames[0])


def sent_of(returned: ReturnedRegister) -> Sent:
    """A workbook's rows as records that were sent: of each, the cells that were filled in or changed. A new record's id
    begins with ``*``. Rows that are gone or were emptied are no part of it: nothing is deleted."""
    return Sent(
        rows=tuple(_sent(n, row, returned) for n, row in enumerate(returned.records, 1)),
        faults=tuple(_as_record_fault(fault) for fault in returned.faults),
        untaken=(*map(_as_record_fault, returned.told), *map(_gone, returned.missing)),
        workbook=True,
    )


def _gone(record: str) -> RecordFault:
    return RecordFault(
        place="",
        record=record,
        code="row-gone",
        ja=f"「{record}」の行がありませんが、記録は消していません。取り消すときは、状態を「取消し」にしてください。",
        en=f"The row of {record} is gone, but the record was not deleted. To take it back, set its state to 取消し.",
    )


def _sent(n: int, row: ReturnedRecord, returned: ReturnedRegister) -> SentRow:
    places = {code: f"{row.worksheet}!{cell}" for code, cell in row.cells.items()}
    return SentRow(
        id=row.id or f"{_NEW}{n}",
        place=next(iter(places.values()), f"{row.worksheet}!A{row.row}"),
        texts={code: row.texts[code] for code in row.touched},
        places=places,
        made_with=returned.made_with.get(row.id, {}),
    )


def _as_record_fault(fault: CellFault) -> RecordFault:
    place = f"{fault.worksheet}!{fault.cell}"
    return RecordFault(place=place, code="cell", ja=fault.message.ja, en=fault.message.en)


def marked_workbook(data: bytes, name: str, faults: Sequence[RecordFault]) -> bytes:
    """The workbook as it came, each fault marked at its cell and listed in front, by the worker. Raises
    ``MonosashiError``."""
    cells = tuple(_as_cell_fault(fault) for fault in faults)
    made = ask_worker(Job(name=name, task="mark", limits=limits_here(), faults=cells), data)
    if made.head.refusal:
        raise made.head.refusal.error
    return made.frames[0]


def _as_cell_fault(fault: RecordFault) -> CellFault:
    worksheet, _, cell = fault.place.rpartition("!")
    return CellFault(worksheet=worksheet, cell=cell, message=Message(ja=fault.ja, en=fault.en))

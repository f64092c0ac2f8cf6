"""Records as CSV: one register a file, a heading of codes or names, UTF-8 or cp932; and written so again.

A text that a spreadsheet program would take for a formula is written behind an apostrophe, which is taken off when the
file is read: whatever stands in a record, no program calculates it.

>>> guarded("=1+1"), unguarded("'=1+1"), unguarded(guarded("'＝1")), guarded("令和")
("'=1+1", '=1+1', "'＝1", '令和')
"""

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence

from monosashi.model import Record, RecordFault, Register, RegisterField
from monosashi.model.folding import key
from monosashi.model.register import FieldKind
from monosashi.model.register_paper import FIXED_COLUMNS, column_codes
from monosashi.registers.given import GivenFile, GivenRecord, UnreadableRecords, fault_of, place_of
from monosashi.registers.not_entered import NotEntered, quoted
from monosashi.registers.proof_texts import proof_text

_FORMULA = re.compile(r"'*[=+\-@＝＋－＠\t\r\x00]")
_GUARDED = re.compile(r"'+[=+\-@＝＋－＠\t\r\x00]")
#: Kinds whose canonical texts may hold what a person wrote; the others hold digits, codes and days.
_WRITTEN = {FieldKind.TEXT, FieldKind.NAMES, FieldKind.RECORD}
#: Other headings that are understood.
_ALSO = {
    "記録番号": "id",
    "識別番号": "id",
    "台帳": "register",
    "担当部署": "office",
    "証拠": "proofs",
    "架空": "invented",
}
_CODES = ("register", "invented", *FIXED_COLUMNS)
_IN_BRACKETS = re.compile(r"[（(][^（）()]*[）)]\s*$|[＊*※]\s*$")


def guarded(text: str) -> str:
    """A text that no program takes for a formula."""
    return f"'{text}" if _FORMULA.match(text) else text


def unguarded(text: str) -> str:
    """The text again."""
    return text[1:] if _GUARDED.match(text) else text


def records_csv(register: Register, records: Sequence[Record]) -> str:
    """The records of a register as CSV: a heading of codes, canonical texts, proofs one a line in their cell."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([*column_codes(register), "invented"])
    for record in records:
        if record.kind == register.code:
            writer.writerow(_cells(register, record))
    return out.getvalue()


def _cells(register: Register, record: Record) -> Iterator[str]:
    fixed = {
        "id": guarded(record.id),
        "state": record.state.value,
        "office": guarded(record.office),
        "policy": guarded(record.policy),
        "proofs": guarded(proof_text(record.proofs)),
    }
    for code in column_codes(register):
        field = register.field(code)
        if field is None:
            yield fixed[code]
        else:
            text = record.text(code)
            yield guarded(text) if field.kind in _WRITTEN else text
    yield "true" if record.invented else ""


def decoded(data: bytes, name: str) -> str:
    """The text of a file in UTF-8, UTF-16 with its mark, or the Japanese code page of Windows. Raises
    ``UnreadableRecords``."""
    codings = ("utf-16",) if data[:2] in {b"\xff\xfe", b"\xfe\xff"} else ("utf-8-sig", "cp932")
    for coding in codings:
        try:
            return data.decode(coding).replace("\r\n", "\n")
        except UnicodeDecodeError:
            continue
    raise UnreadableRecords(
        name, "文字コードが UTF-8 でも Shift_JIS（cp932）でもありません", "its text is neither UTF-8 nor cp932"
    )


def given_csv(
    text: str, name: str, registers: Sequence[Register], named: Register | None
) -> tuple[Register | None, GivenFile]:
    """The records of a CSV file, and the register its heading is of. ``named``: the register that the file's name tells.
    Raises ``UnreadableRecords``."""
    lines = _lines(text)
    heading = next(((line, cells) for line, cells, _ in lines if any(cell.strip() for cell in cells)), None)
    if heading is None:
        raise UnreadableRecords(name, "何も書かれていません", "it is empty")
    register = named or _fitting(heading[1], registers)
    own = any(_fixed(cell) == "register" for cell in heading[1])
    if register is None and not own:
        raise UnreadableRecords(
            name,
            "どの台帳のものか分かりません。ファイルの名前を台帳の符号（consultations.csv など）にするか、見出しを台帳の項目にしてください",
            "it is not told which register it is of; name the file after the register's code (consultations.csv)",
        )
    known = [register] if register else list(registers)
    columns, faults = _columns(heading, known, name)
    records = []
    for line, cells, broken in _lines(text):
        if broken:
            faults.append(fault_of(place_of(name, line), _broken(broken)))
        elif line > heading[0] and any(cell.strip() for cell in cells):
            records.append(_record(line, cells, columns))
    return register, GivenFile(tuple(records), tuple(faults))


def _lines(text: str) -> Iterator[tuple[int, list[str], str]]:
    """Every row with the line it begins on; of one that is broken, what is wrong."""
    first = text.split("\n", 1)[0]
    tabs = "\t" in first and first.count("\t") > first.count(",")
    reader = csv.reader(io.StringIO(text, newline=""), delimiter="\t" if tabs else ",", strict=True)
    while True:
        line = reader.line_num + 1
        try:
            yield line, next(reader), ""
        except StopIteration:
            return
        except csv.Error as error:
            yield line, [], str(error)


def _record(line: int, cells: Sequence[str], columns: Mapping[int, str]) -> GivenRecord:
    texts = {code: unguarded(cells[at]) if at < len(cells) else "" for at, code in columns.items()}
    beyond = [cell for at, cell in enumerate(cells) if at not in columns and cell.strip()]
    odd = [("", _beyond(cell)) for cell in beyond[:1]]
    return GivenRecord(texts.pop("register", "").strip(), line, texts, {}, tuple(odd))


def _columns(
    heading: tuple[int, list[str]], registers: Sequence[Register], name: str
) -> tuple[dict[int, str], list[RecordFault]]:
    """Which column holds what; a heading that is none, or stands twice, is told."""
    columns: dict[int, str] = {}
    faults: list[RecordFault] = []
    for at, cell in enumerate(heading[1]):
        code = _fixed(cell) or next((found for one in registers if (found := _field(cell, one))), "")
        if code and code not in columns.values():
            columns[at] = code
        elif cell.strip():
            error = _repeated(cell) if code else _unknown(cell)
            faults.append(fault_of(place_of(name, heading[0]), error, code=code))
    return columns, faults


def _fitting(cells: Sequence[str], registers: Sequence[Register]) -> Register | None:
    """The one register that most of the headings are fields of; None where none or two fit best."""
    fits = [(sum(bool(_field(cell, register)) for cell in cells), register) for register in registers]
    best = max((fit for fit, _ in fits), default=0)
    found = [register for fit, register in fits if fit == best and best]
    return found[0] if len(found) == 1 else None


def _fixed(heading: str) -> str:
    wanted = {key(heading), key(_IN_BRACKETS.sub("", heading))}
    names = {key(code): code for code in _CODES} | {key(word): code for word, code in _ALSO.items()}
    for code, name in FIXED_COLUMNS.items():
        names |= {key(name.ja): code, key(name.en): code}
    return next((names[one] for one in wanted if one in names), "")


def _field(heading: str, register: Register) -> str:
    """The field a heading names: by its code, or its name in either language, with or without a unit in brackets."""
    for wanted in (key(heading), key(_IN_BRACKETS.sub("", heading))):
        for field in register.fields:
            if wanted and wanted in _headings(field):
                return field.code
    return ""


def _headings(field: RegisterField) -> set[str]:
    return {key(field.code), key(field.name.ja), key(field.name.en)}


def _unknown(heading: str) -> NotEntered:
    return NotEntered(
        "no-such-column",
        f"見出し「{quoted(heading)}」は、この台帳の項目ではありません",
        f"The heading {quoted(heading)!r} is no field of this register",
        "見出しを項目の名前か符号に直すか、列を消してください",
        "Give it the name or code of a field, or delete the column",
    )


def _repeated(heading: str) -> NotEntered:
    return NotEntered(
        "repeated-column",
        f"見出し「{quoted(heading)}」の列が二つあり、後の列は読んでいません",
        f"There are two columns {quoted(heading)!r}; the second was not read",
        "どちらかを消してください",
        "Delete one",
    )


def _beyond(cell: str) -> NotEntered:
    return NotEntered(
        "beyond-heading",
        f"見出しのない列に「{quoted(cell)}」があります",
        f"{quoted(cell)!r} stands in a column without a heading",
        '列を消すか、見出しを付けてください。文に「,」があるときは、文を " で囲みます',
        "Delete it or give it a heading; a text with a comma must stand in quotation marks",
    )


def _broken(why: str) -> NotEntered:
    return NotEntered(
        "broken-line",
        f"この行は CSV として読めません（{why}）",
        f"This line is no CSV ({why})",
        '引用符（"）の対応を確かめてください。ほかの行は読んでいます',
        "See whether its quotation marks match; the other lines were read",
    )

"""A register's workbook, read: whose it is, its rows by the marks in them, and every cell that cannot be taken.

A row is known by its hidden mark, a column by the hidden role over its heading (by the heading where that row is gone),
the register by the hidden worksheet. A row without a mark is a new record. A row that is gone, or was emptied, deletes
nothing: it is told.
"""

from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from monosashi.model import Message, ReturnedRecord, ReturnedRegister
from monosashi.model.asked import FAULTS_WORKSHEET, GUIDE_WORKSHEET, HIDDEN_WORKSHEET, CellFault
from monosashi.model.error import MonosashiError
from monosashi.model.register_paper import REGISTER_LAYOUT
from monosashi.reading.document import media_type
from monosashi.reading.errors import TooBig, UnreadableDocument, shown_name
from monosashi.reading.kind import XLSX
from monosashi.reading.limits import DEFAULT_LIMITS, Limits
from monosashi.reading.package import check_package
from monosashi.reading.registers.rows import RowsFound, rows_of
from monosashi.reading.registers.values import as_typed
from monosashi.reading.rounds.cells import Worksheet, worksheets_of
from monosashi.reading.styles import WorkbookFormats


class NotOfRegister(MonosashiError):
    """A file that is no workbook of a register, or no longer bears the signs by which it is known."""

    def __init__(self, name: str, why_ja: str, why_en: str) -> None:
        super().__init__(
            "not-of-register",
            f"「{shown_name(name)}」は、台帳のブックとして読めません。{why_ja}何も取り込んでいません。"
            "台帳のページから取り出したブックに記入し、.xlsx 形式で保存して送ってください。",
            f'"{shown_name(name)}" cannot be read as a workbook of a register: {why_en} Nothing was taken over. Fill in the '
            "workbook from the register's page and save it as .xlsx.",
        )


class Made(NamedTuple):
    """What the hidden worksheet says of how the workbook was made: the digests are by record, then by column."""

    register: str
    key: str
    whose: str
    digests: dict[str, dict[str, str]]


def read_register(data: bytes, name: str, limits: Limits = DEFAULT_LIMITS) -> ReturnedRegister:
    """What the workbook says. Raises ``NotOfRegister``, ``UnreadableDocument``."""
    if media_type(data, name) != XLSX:
        raise NotOfRegister(name, ".xlsx 形式のブックではありません。", "it is no .xlsx workbook.")
    check_package(data, name, limits, "xl/workbook.xml")
    formats = WorkbookFormats(data)
    try:
        worksheets = tuple(_within(formats, name, limits))
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableDocument(
            name, f"ブックの中身が壊れています（{error}）。", f"the workbook is damaged ({error})."
        ) from error
    hidden = next((one for one in worksheets if one.name == HIDDEN_WORKSHEET), None)
    if hidden is None:
        raise NotOfRegister(
            name,
            "どの台帳のものかを示す隠れたシートがありません。",
            "the hidden worksheet that says what it is, is gone.",
        )
    return _returned(worksheets, _made(hidden, name), name)


def _within(formats: WorkbookFormats, name: str, limits: Limits) -> Iterator[Worksheet]:
    """The worksheets with their cells as typed, as long as these are together no more than is allowed. Raises
    ``TooBig``."""
    cells = 0
    for index, worksheet in enumerate(worksheets_of(formats)):
        cells += len(worksheet.cells)
        if cells > limits.cells:
            raise TooBig(
                name,
                f"セルが上限の{limits.cells:,}個を超えます。",
                f"it holds more than {limits.cells:,} cells.",
                Limits.setting("cells"),
            )
        yield as_typed(worksheet, formats, index)


def _made(hidden: Worksheet, name: str) -> Made:
    """How the workbook was made. Raises ``NotOfRegister``."""
    rows = {
        cell.text: hidden.cells[row, 2].text if (row, 2) in hidden.cells else ""
        for (row, column), cell in hidden.cells.items()
        if column == 1
    }
    register, key = rows.get("register", ""), rows.get("key", "")
    if rows.get("layout") != REGISTER_LAYOUT or not register or not key:
        raise NotOfRegister(
            name, "隠れたシートが書き換えられているか、別の版のものです。", "its hidden worksheet was changed."
        )
    digests = {
        head.removeprefix("record:"): dict(one.split("=", 1) for one in told.split() if "=" in one)
        for head, told in rows.items()
        if head.startswith("record:")
    }
    return Made(register, key, rows.get("whose", ""), digests)


def _returned(worksheets: tuple[Worksheet, ...], made: Made, name: str) -> ReturnedRegister:
    found = RowsFound()
    for worksheet in worksheets:
        if worksheet.name not in {HIDDEN_WORKSHEET, GUIDE_WORKSHEET, FAULTS_WORKSHEET}:
            rows_of(worksheet, made.key, made.digests, found)
    if not found.tables:
        raise NotOfRegister(name, "記録の表が見つかりません。", "its table of records is gone.")
    records: dict[str, ReturnedRecord] = {}
    new: list[ReturnedRecord] = []
    for record in found.records:
        if not record.id:
            new.append(record)
        elif record.id in records:
            found.faults.append(_twice(records[record.id], record))
        else:
            records[record.id] = record
    return ReturnedRegister(
        key=made.key,
        register_code=made.register,
        whose=made.whose,
        records=(*records.values(), *new),
        missing=tuple(one for one in made.digests if one not in records and one not in found.at_fault),
        made_with=made.digests,
        faults=tuple(found.faults),
        told=tuple(found.told),
    )


def _twice(first: ReturnedRecord, record: ReturnedRecord) -> CellFault:
    at = f"{first.worksheet}の{first.row}行"
    return CellFault(
        worksheet=record.worksheet,
        cell=next(iter(record.cells.values()), f"A{record.row}"),
        message=Message(
            ja=f"この行は、{at}と同じ記録の行です（行が複写されています）。消すか、新しい記録なら空いた行に書き写してください。",
            en=f"This row is of the same record as row {first.row} of {first.worksheet} (a copied row). Delete it, or write a "
            "new record into an empty row.",
        ),
    )

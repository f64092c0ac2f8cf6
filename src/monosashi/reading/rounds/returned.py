"""A workbook that came back, read: whose it is, its lines wherever they were moved, and every cell that cannot be taken.

A line is known by the mark in it, a column by the hidden role over its heading (by the heading itself where the hidden
row is gone), the round by the hidden worksheet. What has no such sign and holds words is refused or told, never skipped.
"""

from collections.abc import Iterator

from lxml import etree

from monosashi.model import Message
from monosashi.model.asked import (
    FAULTS_WORKSHEET,
    GUIDE_WORKSHEET,
    HIDDEN_WORKSHEET,
    LAYOUT,
    CellFault,
    ReturnedLine,
    ReturnedPaper,
)
from monosashi.model.error import MonosashiError
from monosashi.reading.document import media_type
from monosashi.reading.errors import TooBig, UnreadableDocument, shown_name
from monosashi.reading.kind import XLSX
from monosashi.reading.limits import DEFAULT_LIMITS, Limits
from monosashi.reading.package import check_package
from monosashi.reading.rounds.cells import Worksheet, worksheets_of
from monosashi.reading.rounds.lines import Made, lines_of
from monosashi.reading.styles import WorkbookFormats


class NotOfRound(MonosashiError):
    """A file that is no workbook of a round, or no longer bears the signs by which it is known."""

    def __init__(self, name: str, why_ja: str, why_en: str) -> None:
        super().__init__(
            "not-of-round",
            f"「{shown_name(name)}」は、照会のブックとして読めません。{why_ja}何も反映していません。"
            "画面から配られたブックに記入し、.xlsx 形式で保存して送ってください。",
            f'"{shown_name(name)}" cannot be read as a workbook of a round: {why_en} Nothing was taken over. Fill in the '
            "workbook from the round's page and save it as .xlsx.",
        )


def read_round(data: bytes, name: str, limits: Limits = DEFAULT_LIMITS) -> ReturnedPaper:
    """What the workbook says. Raises ``NotOfRound``, ``UnreadableDocument``."""
    if media_type(data, name) != XLSX:
        raise NotOfRound(name, ".xlsx 形式のブックではありません。", "it is no .xlsx workbook.")
    check_package(data, name, limits, "xl/workbook.xml")
    formats = WorkbookFormats(data)
    try:
        worksheets = tuple(_within(worksheets_of(formats), name, limits))
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableDocument(
            name, f"ブックの中身が壊れています（{error}）。", f"the workbook is damaged ({error})."
        ) from error
    hidden = next((one for one in worksheets if one.name == HIDDEN_WORKSHEET), None)
    if hidden is None:
        raise NotOfRound(
            name,
            "どの照会のものかを示す隠れたシートがありません。",
            "the hidden worksheet that says whose it is, is gone.",
        )
    return _returned(worksheets, _made(hidden, name))


def _within(worksheets: Iterator[Worksheet], name: str, limits: Limits) -> Iterator[Worksheet]:
    """The worksheets, as long as their cells together are no more than is allowed. Raises ``TooBig``."""
    cells = 0
    for worksheet in worksheets:
        cells += len(worksheet.cells)
        if cells > limits.cells:
            raise TooBig(
                name,
                f"セルが上限の{limits.cells:,}個を超えます。",
                f"it holds more than {limits.cells:,} cells.",
                Limits.setting("cells"),
            )
        yield worksheet


def _made(hidden: Worksheet, name: str) -> Made:
    """What the hidden worksheet says of how the workbook was made. Raises ``NotOfRound``."""
    rows: dict[str, tuple[str, str]] = {}
    for (row, column), cell in hidden.cells.items():
        if column == 1:
            second, third = (hidden.cells.get((row, c)) for c in (2, 3))
            rows[cell.text] = (second.text if second else "", third.text if third else "")
    said = {head: rows.pop(head, ("", ""))[0] for head in ("layout", "round", "whose")}
    if said["layout"] != LAYOUT or not said["round"] or not said["whose"]:
        raise NotOfRound(
            name, "隠れたシートが書き換えられているか、別の版のものです。", "its hidden worksheet was changed."
        )
    lines = {int(ask): digests for ask, digests in rows.items() if ask.isdecimal() and len(ask) < 16}
    return Made(said["round"], said["whose"], lines)


def _returned(worksheets: tuple[Worksheet, ...], made: Made) -> ReturnedPaper:
    lines: dict[int, ReturnedLine] = {}
    faults: list[CellFault] = []
    unread: list[CellFault] = []
    for worksheet in worksheets:
        if worksheet.name in {HIDDEN_WORKSHEET, GUIDE_WORKSHEET, FAULTS_WORKSHEET}:
            continue
        found = lines_of(worksheet, made)
        faults += found.faults
        unread += found.unread
        for line in found.lines:
            first = lines.setdefault(line.ask, line)
            if first is not line:
                faults.append(_twice(first, line))
    return ReturnedPaper(
        key=made.key, whose=made.whose, lines=tuple(lines.values()), faults=tuple(faults), unread=tuple(unread)
    )


def _twice(first: ReturnedLine, line: ReturnedLine) -> CellFault:
    at = f"{first.worksheet}の{first.row}行"
    return CellFault(
        worksheet=line.worksheet,
        cell=line.cells.get("value") or line.cells["state"],
        message=Message(
            ja=f"この行は、{at}と同じ指標の行です（行が複写されています）。どちらかを消してください。",
            en=f"This line is for the same measure as row {first.row} of {first.worksheet} (a copied row). Delete one.",
        ),
    )

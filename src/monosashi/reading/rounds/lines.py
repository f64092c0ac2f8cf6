"""The lines of one worksheet: its columns found by their roles, its rows by their marks, its cells taken or refused."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from monosashi.model import Message
from monosashi.model.asked import (
    COLUMNS,
    INPUTS,
    ROLE_SIGN,
    CellFault,
    ReturnedLine,
    ask_mark,
    fixed_digest,
    reply_digest,
)
from monosashi.model.folding import key
from monosashi.model.place import column_letters
from monosashi.reading.rounds.cells import CellKind, Found, Worksheet
from monosashi.reading.rounds.reply import Typed, replied

_MARK = re.compile(r"([1-9]\d{0,14})-[0-9a-f]{8}")
#: Headings without the year, by which a column is known where the hidden roles are gone.
_HEADINGS = {key(heading.replace("{year}", "")): role for role, heading in COLUMNS.items()}
_YEAR = re.compile(r"^.*?年度(?=の)")
#: So many headings make a row of headings.
_FEWEST = 4
#: More faults of one kind on one worksheet are not told one by one.
_MOST_TOLD = 200


class Made(NamedTuple):
    """How the workbook was made: the round, whose it is, and of each ask the digests of its fixed cells and its reply."""

    key: str
    whose: str
    lines: dict[int, tuple[str, str]]


@dataclass
class LinesFound:
    """What a worksheet gave."""

    lines: list[ReturnedLine] = field(default_factory=list)
    faults: list[CellFault] = field(default_factory=list)
    unread: list[CellFault] = field(default_factory=list)


class _Columns(NamedTuple):
    """Which column has which role, and the row above the lines."""

    roles: dict[int, str]
    heading_row: int

    def of(self, role: str) -> int:
        return next(column for column, one in self.roles.items() if one == role)


def lines_of(worksheet: Worksheet, made: Made) -> LinesFound:
    """The lines of a worksheet, and what of it cannot be taken."""
    found = LinesFound()
    marks = _marks(worksheet)
    columns = _columns(worksheet)
    if not marks and columns is None:
        found.unread += list(_told_unread(worksheet, frozenset(worksheet.cells)))[:1]
        return found
    if not marks and columns and not any(row > columns.heading_row for row, _ in worksheet.cells):
        return found  # every line was deleted
    faults = _faults_of_columns(columns, bool(marks))
    if columns is None or faults:
        found.faults += [CellFault(worksheet=worksheet.name, cell="A1", message=message) for message in faults]
        return found
    for row, (column, ask) in marks.items():
        mark = worksheet.cells[row, column].text.strip()
        if ask not in made.lines or mark != ask_mark(made.key, made.whose, ask):
            at = _name(row, columns.of("state"))
            found.faults.append(CellFault(worksheet=worksheet.name, cell=at, message=_FOREIGN))
        else:
            _take(found, worksheet, columns, row, ask, made)
    _look_around(found, worksheet, columns, frozenset(marks))
    return found


_FOREIGN = Message(
    ja="この行は、このブックで答える指標の行ではありません（ほかのブックから写されたか、隠れた列が書き換えられています）。消してください。",
    en="This line is of no measure that this workbook asks for (copied from another workbook, or its hidden cell was "
    "changed). Delete it.",
)
_NO_COLUMNS = Message(
    ja="見出しの行が見つからないため、このシートを読めません。配られたブックをもう一度取り出し、値を写してください。",
    en="The row of headings is gone, so this worksheet cannot be read. Get the workbook again and copy your values into it.",
)
_NO_MARKS = Message(
    ja="指標を見分ける隠れた列がないため、このシートを読めません。配られたブックをもう一度取り出し、値を写してください。",
    en="The hidden column that tells measures apart is gone, so this worksheet cannot be read. Get the workbook again and "
    "copy your values into it.",
)
_INSERTED = Message(
    ja="増やされた行です。どの指標の値か分からないため受け取れません。配られた行に書いて、この行を消してください。",
    en="An inserted row: it is not known which measure it is for. Write in the rows that were there, and delete this one.",
)
_MERGED = Message(
    ja="結合されたセルで、どの行の値か決められません。結合を解いて、行ごとに書いてください。",
    en="Merged cells: it cannot be told which line the value belongs to. Unmerge them and write line by line.",
)
_UNREAD = Message(
    ja="ここに書かれた言葉は、回答の欄の外なので反映しません。伝えることは「補足」に書いてください。",
    en="Words outside the cells to be filled in are not taken over. Put what you want to say in the notes.",
)


def _marks(worksheet: Worksheet) -> dict[int, tuple[int, int]]:
    """The rows that bear a mark: in which column, and of which ask."""
    return {
        row: (column, int(match[1]))
        for (row, column), cell in sorted(worksheet.cells.items())
        if (match := _MARK.fullmatch(cell.text.strip()))
    }


def _columns(worksheet: Worksheet) -> _Columns | None:
    """The columns by the hidden roles, else by the headings. The last row that names roles counts."""
    by_row: dict[int, list[tuple[int, str]]] = {}
    headed: dict[int, list[tuple[int, str]]] = {}
    for (row, column), cell in sorted(worksheet.cells.items()):
        text = cell.text.strip()
        if text.startswith(ROLE_SIGN) and text.removeprefix(ROLE_SIGN) in COLUMNS:
            by_row.setdefault(row, []).append((column, text.removeprefix(ROLE_SIGN)))
        elif role := _HEADINGS.get(key(_YEAR.sub("", text))):
            headed.setdefault(row, []).append((column, role))
    for rows, least in ((by_row, 1), (headed, _FEWEST)):
        row, named = max(rows.items(), key=lambda one: len(one[1]), default=(0, []))
        if len(named) >= least:
            heading = row + 1 if rows is by_row and row + 1 in headed else row
            return _Columns(_without_repeats(named), heading)
    return None


def _without_repeats(named: list[tuple[int, str]]) -> dict[int, str]:
    """Roles by column; a role that two columns bear is told apart from none, so that it is refused."""
    roles = [role for _, role in named]
    return {column: role if roles.count(role) == 1 else f"{role}!" for column, role in named}


def _faults_of_columns(columns: _Columns | None, marked: bool) -> list[Message]:
    if columns is None:
        return [_NO_COLUMNS]
    if not marked:
        return [_NO_MARKS]
    faults = []
    for role in INPUTS:
        name = COLUMNS[role].replace("{year}の", "")
        if f"{role}!" in columns.roles.values():
            faults.append(
                Message(
                    ja=f"「{name}」の列が二つあります。一つを消してください。",
                    en=f"There are two columns {name}. Delete one.",
                )
            )
        elif role not in columns.roles.values():
            faults.append(
                Message(
                    ja=f"「{name}」の列がありません。配られたブックをもう一度取り出し、値を写してください。",
                    en=f"The column {name} is gone. Get the workbook again and copy your values into it.",
                )
            )
    return faults


def _take(found: LinesFound, worksheet: Worksheet, columns: _Columns, row: int, ask: int, made: Made) -> None:
    """One line: its reply where every cell can be taken, else what is wrong."""
    at = {role: (row, columns.of(role)) for role in INPUTS}
    faults = [(role, fault) for role in INPUTS if (fault := _unfit(worksheet, at[role], role))]
    texts = {role: worksheet.cells[place].text if place in worksheet.cells else "" for role, place in at.items()}
    reply, odds = replied(Typed(**texts)) if not faults else (None, ())
    cells = {role: _name(*place) for role, place in at.items()}
    for role, message in (*faults, *odds):
        found.faults.append(CellFault(worksheet=worksheet.name, cell=cells[role], message=message))
    if faults or odds or reply is None:
        return
    fixed, before = made.lines[ask]
    printed = tuple(
        worksheet.cells[row, column].text if (row, column) in worksheet.cells else ""
        for role in COLUMNS
        if role not in {*INPUTS, "ask"}
        for column in [next((c for c, one in columns.roles.items() if one == role), 0)]
    )
    found.lines.append(
        ReturnedLine(
            ask=ask,
            worksheet=worksheet.name,
            row=row,
            reply=reply,
            touched=reply_digest(reply) != before,
            made_with=before,
            edited=fixed_digest(printed) != fixed,
            cells=cells,
        )
    )


def _unfit(worksheet: Worksheet, at: tuple[int, int], role: str) -> Message | None:
    """Why what stands in a cell cannot be taken as what was typed."""
    if any(top <= at[0] <= bottom and left <= at[1] <= right for top, left, bottom, right in worksheet.merged):
        return _MERGED
    cell = worksheet.cells.get(at)
    if cell is None:
        return None
    return _unfit_kind(cell, role)


def _unfit_kind(cell: Found, role: str) -> Message | None:
    if cell.kind is CellKind.FORMULA:
        shown = cell.text if len(cell.text) <= 60 else f"{cell.text[:60]}…"
        return Message(
            ja=f"数式（{shown}）は受け取れません。計算した結果を、値だけ貼り付けてください。",
            en=f"A formula ({shown}) is not taken. Paste its result as a value.",
        )
    if cell.kind is CellKind.ERROR:
        return Message(
            ja=f"エラー（{cell.text}）になっています。値を書き直してください。",
            en=f"It is an error ({cell.text}). Write the value again.",
        )
    if cell.kind is CellKind.TRUTH:
        return Message(
            ja=f"論理値（{cell.text}）です。値を書き直してください。",
            en=f"It is a truth value ({cell.text}). Write the value again.",
        )
    if cell.kind is CellKind.DATE and role in {"state", "value", "year"}:
        return Message(
            ja=f"日付（{cell.text}）になっています。表計算ソフトが日付に変えたのかもしれません。値を書き直してください。",
            en=f"It is a date ({cell.text}), perhaps made one by the spreadsheet program. Write the value again.",
        )
    return None


def _look_around(found: LinesFound, worksheet: Worksheet, columns: _Columns, marked: frozenset[int]) -> None:
    """Rows that were inserted, and words beside the table."""
    inserted: dict[int, str] = {}
    beside = set()
    for (row, column), cell in sorted(worksheet.cells.items()):
        if row <= columns.heading_row or (row in marked and column in columns.roles):
            continue
        if column not in columns.roles:
            if not _MARK.fullmatch(cell.text.strip()):
                beside.add((row, column))
        elif row not in marked:
            inserted.setdefault(row, _name(row, column))
    found.faults += [
        CellFault(worksheet=worksheet.name, cell=cell, message=_INSERTED)
        for cell in list(inserted.values())[:_MOST_TOLD]
    ]
    found.unread += list(_told_unread(worksheet, frozenset(beside)))[:_MOST_TOLD]


def _told_unread(worksheet: Worksheet, places: frozenset[tuple[int, int]]) -> Iterator[CellFault]:
    for place in sorted(places):
        yield CellFault(worksheet=worksheet.name, cell=_name(*place), message=_UNREAD)


def _name(row: int, column: int) -> str:
    return f"{column_letters(column)}{row}"

"""The rows of a worksheet of records: its columns by their roles, its rows by their marks, its cells taken or refused."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from monosashi.model import Message, ReturnedRecord
from monosashi.model.asked import ROLE_SIGN, CellFault
from monosashi.model.place import column_letters
from monosashi.model.register_paper import TOLD_COLUMNS, row_mark, text_digest
from monosashi.reading.registers.saying import (
    BESIDE,
    COLUMN_GONE,
    EMPTIED,
    FOREIGN,
    ID_LOST,
    MERGED,
    NO_COLUMNS,
    NOT_TAKEN,
    column_twice,
    unfit,
)
from monosashi.reading.rounds.cells import Found, Worksheet

_MARK = re.compile(r"(\S{1,80})#[0-9a-f]{8}")
#: What is told one by one on a worksheet; more of a kind would help nobody.
_MOST_TOLD = 200


@dataclass
class RowsFound:
    """What the worksheets gave. ``at_fault``: records whose row is there but cannot be taken; ``tables``: how many
    worksheets held a table of records."""

    records: list[ReturnedRecord] = field(default_factory=list)
    faults: list[CellFault] = field(default_factory=list)
    told: list[CellFault] = field(default_factory=list)
    at_fault: set[str] = field(default_factory=set)
    tables: int = 0


class _Table(NamedTuple):
    """A worksheet with its columns by code and the row above its records."""

    worksheet: Worksheet
    columns: dict[str, int]
    heading_row: int

    def cell(self, row: int, code: str) -> Found | None:
        return self.worksheet.cells.get((row, self.columns[code]))

    def name(self, row: int, code: str) -> str:
        return f"{column_letters(self.columns[code])}{row}"

    def fault(self, row: int, code: str, message: Message) -> CellFault:
        return CellFault(worksheet=self.worksheet.name, cell=self.name(row, code), message=message)

    @property
    def inputs(self) -> list[str]:
        return [code for code in self.columns if code not in {"mark", *TOLD_COLUMNS}]


def rows_of(worksheet: Worksheet, key: str, made: Mapping[str, Mapping[str, str]], found: RowsFound) -> None:
    """Add what a worksheet gives. ``key``: of the workbook; ``made``: of each record the digests it was made with."""
    table = _table(worksheet, found)
    if table is None:
        return
    found.tables += 1
    codes = {code for digests in made.values() for code in digests}
    gone = sorted(codes - table.columns.keys() - set(TOLD_COLUMNS))
    if gone:
        found.told.append(CellFault(worksheet=worksheet.name, cell="A1", message=COLUMN_GONE))
    rows = sorted({row for row, _ in worksheet.cells if row > table.heading_row})
    for row in rows:
        _take(table, row, key, made, found)
    found.told += list(_beside(table))[:_MOST_TOLD]


def _table(worksheet: Worksheet, found: RowsFound) -> _Table | None:
    """The columns by the hidden roles; None, told, for a worksheet without them."""
    by_row: dict[int, list[tuple[str, int]]] = {}
    for (row, column), cell in sorted(worksheet.cells.items()):
        text = cell.text.strip()
        if text.startswith(ROLE_SIGN):
            by_row.setdefault(row, []).append((text.removeprefix(ROLE_SIGN), column))
    row, named = max(by_row.items(), key=lambda one: len(one[1]), default=(0, []))
    columns: dict[str, int] = {}
    for code, column in named:
        if columns.setdefault(code, column) != column:
            place = f"{column_letters(column)}{row + 1}"
            found.faults.append(CellFault(worksheet=worksheet.name, cell=place, message=column_twice(code)))
    if not named or "mark" not in columns:
        marked = bool(named) or any(_MARK.fullmatch(cell.text.strip()) for cell in worksheet.cells.values())
        if worksheet.cells:
            told = CellFault(worksheet=worksheet.name, cell="A1", message=NO_COLUMNS if marked else BESIDE)
            (found.faults if marked else found.told).append(told)
        found.tables += marked
        return None
    return _Table(worksheet, columns, row + 1)


def _take(table: _Table, row: int, key: str, made: Mapping[str, Mapping[str, str]], found: RowsFound) -> None:
    """One row: a record where every cell can be taken, else what is wrong."""
    mark = table.cell(row, "mark")
    texts = {code: cell.text if (cell := table.cell(row, code)) else "" for code in table.inputs}
    match = _MARK.fullmatch(mark.text.strip()) if mark else None
    if mark and (not match or match[1] not in made or mark.text.strip() != row_mark(key, match[1])):
        found.faults.append(table.fault(row, _first(table), FOREIGN))
        found.at_fault.add(match[1] if match else "")
        return
    record = match[1] if match else ""
    if not any(text.strip() for text in texts.values()):
        if record:
            found.told.append(table.fault(row, _first(table), EMPTIED))
        return
    if not record and _has_lost_its_mark(table, row, made):
        found.faults.append(table.fault(row, "id", ID_LOST))
        found.at_fault.add(_text(table, row, "id"))
        return
    faults = [(code, fault) for code in table.inputs if (fault := _unfit(table, row, code))]
    if faults:
        found.faults += [table.fault(row, code, message) for code, message in faults]
        found.at_fault.add(record)
        return
    before = made.get(record, {})
    nothing = text_digest("")
    touched = tuple(code for code, text in texts.items() if text_digest(text) != before.get(code, nothing))
    found.told += [table.fault(row, code, NOT_TAKEN) for code in _changed_told(table, row, before)]
    found.records.append(
        ReturnedRecord(
            id=record,
            worksheet=table.worksheet.name,
            row=row,
            texts=texts,
            touched=touched,
            cells={code: table.name(row, code) for code in table.inputs},
        )
    )


def _first(table: _Table) -> str:
    """The first column in sight, at which a row's fault is told."""
    return min(table.inputs, key=lambda code: table.columns[code], default="mark")


def _has_lost_its_mark(table: _Table, row: int, made: Mapping[str, Mapping[str, str]]) -> bool:
    """Whether a row without a mark bears the number of a record: its hidden cell was emptied, or a row was pasted as
    values."""
    return _text(table, row, "id") in made


def _text(table: _Table, row: int, code: str) -> str:
    cell = table.cell(row, code) if code in table.columns else None
    return cell.text.strip() if cell else ""


def _changed_told(table: _Table, row: int, before: Mapping[str, str]) -> Iterator[str]:
    """Columns that are only told and say something else than they did."""
    nothing = text_digest("")
    for code in TOLD_COLUMNS:
        if code in table.columns:
            cell = table.cell(row, code)
            if text_digest(cell.text if cell else "") != before.get(code, nothing):
                yield code


def _unfit(table: _Table, row: int, code: str) -> Message | None:
    """Why what stands in a cell cannot be taken as what was typed."""
    column = table.columns[code]
    merged = table.worksheet.merged
    if any(top <= row <= bottom and left <= column <= right for top, left, bottom, right in merged):
        return MERGED
    cell = table.cell(row, code)
    return unfit(cell) if cell else None


def _beside(table: _Table) -> Iterator[CellFault]:
    """Words beside the table."""
    known = set(table.columns.values())
    for row, column in sorted(table.worksheet.cells):
        if row > table.heading_row and column not in known:
            yield CellFault(worksheet=table.worksheet.name, cell=f"{column_letters(column)}{row}", message=BESIDE)

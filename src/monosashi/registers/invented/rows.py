"""Rows: records before they have an id, each with what it was made to be; and the ids, by day.

A row that counts is an event of its day's year. A row that must not count bears the code of why, or names the row that
counts in its place.
"""

import datetime as dt
from dataclasses import dataclass, field

from monosashi.model import FieldText, Nendo, Proof, Record, RecordState, Register
from monosashi.registers.invented.key import KeyLine
from monosashi.registers.invented.names import names


@dataclass
class Row:
    """One record to be. ``code``: why it counts in no year (draft, cancelled, other-policy, filtered); ``copy_of``: the
    row of the same event that counts; ``part``: whether it is in the 「うち」 part; ``trap``: what it tries."""

    day: dt.date
    values: dict[str, str]
    trap: str = ""
    code: str = ""
    copy_of: "Row | None" = None
    part: bool = False
    state: RecordState = RecordState.ENTERED
    policy: str = field(default_factory=lambda: names().policy)
    office: str = ""
    id: str = ""


def year_of(day: dt.date) -> int:
    """The fiscal year of a day."""
    return day.year if day.month >= 4 else day.year - 1


def numbered(rows: list[Row], letter: str) -> list[Row]:
    """The rows in the order of their days, each with an id; a copy comes after the row that counts."""
    place = {id(row): n for n, row in enumerate(rows)}
    ordered = sorted(rows, key=lambda row: (row.day, row.copy_of is not None, place[id(row)]))
    last: dict[int, int] = {}
    for row in ordered:
        year = year_of(row.day)
        last[year] = last.get(year, 0) + 1
        row.id = f"{letter}-{year}-{last[year]:04}"
    return ordered


def record_of_row(row: Row, register: Register) -> Record:
    """The record of a row, its values in the register's order."""
    texts = {**row.values, register.day: row.day.isoformat()}
    return Record(
        kind=register.code,
        id=row.id,
        office=row.office,
        policy=row.policy,
        state=row.state,
        values=tuple(FieldText(field=one.code, text=texts[one.code]) for one in register.fields if texts.get(one.code)),
        proofs=(Proof(url=f"https://mihon.example/{register.code}/{row.id}"),) if row.copy_of is None else (),
        invented=True,
    )


def lines_of(rows: list[Row], register: str, rule: str, years: tuple[int, ...], part: str = "") -> list[KeyLine]:
    """The key of rows that each count as one event in the year of their day."""
    return [
        line
        for nendo in years
        for row in rows
        for line in (_line(row, register, rule, nendo, ""), _line(row, register, rule, nendo, part))[: 2 if part else 1]
    ]


def _line(row: Row, register: str, rule: str, nendo: int, part: str) -> KeyLine:
    code = row.code
    if not code and year_of(row.day) != nendo:
        code = "other-year"
    instead = ""
    if not code and row.copy_of is not None:
        code, instead = "same-event", f"{register}/{row.copy_of.id}"
    if not code and part and not row.part:
        code = "filtered"
    return KeyLine(
        rule=rule,
        nendo=nendo,
        part=part,
        record=f"{register}/{row.id}",
        counts=not code,
        code=code,
        instead=instead,
        trap=row.trap,
    )


def days_of(year: int) -> tuple[dt.date, dt.date]:
    """The first and the last day of a fiscal year."""
    nendo = Nendo(year=year)
    return nendo.first_day, nendo.last_day

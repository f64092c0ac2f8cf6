"""Sections: an indicator that has a part of the paper to itself, with its name beside or above its own small tables.

It begins with a heading (○業績指標5-1-1-A：…, 指標１ …), with a label and the name (指標名 | …), or with a name to the left
of a head without one. What follows are pairs of labels and values, and tables that print no names.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from monosashi.forms import IndicatorWords
from monosashi.model import Nendo
from monosashi.reading.entry import ID, WORD_AND_NUMBER
from monosashi.reading.grid import Grid, GridCell
from monosashi.reading.headword import HeadWord
from monosashi.reading.measure_head import ROW_ROLES, VALUES, MeasureHeader, head_words, measure_headers

_PRIMARY_FIRST = re.compile(r"\s*[\[［【(（]\s*主要\s*[\]］】)）]\s*(?=[○●◎■◆・]|\S)")
#: 「指標１」 alone: the name stands in the next cell.
ALONE = re.compile(
    r"\s*[○●◎■◆・]?\s*(?:参考|主要な)?(?:測定|業績|評価|成果)?指標\s*(?P<n>[(（]?[0-9０-９①-⑳]{1,3}[)）]?)\s*[:：]?\s*"
)


@dataclass(frozen=True)
class SectionHeader(MeasureHeader):
    """Where a section begins: its first cell, and the heads of the tables inside it."""

    start: GridCell | None = None
    parts: tuple[MeasureHeader, ...] = ()


def measure_tables(grid: Grid, words: IndicatorWords, like: Nendo | None) -> Iterator[MeasureHeader]:
    """The heads of every table of indicators and of every section, from top to bottom."""
    heads = head_words(grid, words, like)
    headers = _heads_alone(grid, heads, list(measure_headers(grid, words, like)))
    named = [header for header in headers if header.has("indicator")]
    starts = _starts(grid, heads, headers)
    own = [header for header in headers if not header.has("indicator")]
    tops = sorted([start.top for start in starts] + [header.top for header in named])
    found: list[MeasureHeader] = list(named)
    for start in starts:
        end = min((top for top in tops if top > start.top), default=grid.last_row + 1)
        parts = tuple(header for header in own if start.top <= header.top < end)
        own = [header for header in own if header not in parts]
        if parts or _has_values(grid, heads, start, end):
            found.append(_section(start, parts))
    # a head without names under a table with names goes on with it
    found += [header for header in own if any(other.top < header.top for other in named)]
    yield from sorted(found, key=lambda header: header.top)


def _heads_alone(grid: Grid, heads: dict[int, HeadWord], headers: list[MeasureHeader]) -> list[MeasureHeader]:
    """The heads without those that are the first row of an indicator: years beside its name, under a head with names."""
    kept: list[MeasureHeader] = []
    over: MeasureHeader | None = None
    for header in headers:
        if header.has("indicator"):
            over = header
        elif over and not header.labels:
            rows = (cell for cell in grid.in_rows(header.top, header.bottom) if id(cell) not in heads)
            if any(over.role_of(cell) == "indicator" for cell in rows):
                continue
        kept.append(header)
    return kept


def _section(start: GridCell, parts: tuple[MeasureHeader, ...]) -> SectionHeader:
    labels = tuple(label for part in parts for label in part.labels)
    return SectionHeader(labels, (), start.top, start.top, start=start, parts=parts)


def _has_values(grid: Grid, heads: dict[int, HeadWord], start: GridCell, end: int) -> bool:
    """Whether labels of values stand in the rows of a section."""
    rows = (cell for cell in grid.in_rows(start.top, end - 1) if cell.top >= start.top and cell is not start)
    words = [heads[id(cell)] for cell in rows if id(cell) in heads and grid.right_of(cell)]
    return any(word.role in VALUES | ROW_ROLES or (word.year and not word.role) for word in words)


def _starts(grid: Grid, heads: dict[int, HeadWord], headers: list[MeasureHeader]) -> list[GridCell]:
    """The first cell of each section, from top to bottom; only one in a row."""
    found: list[GridCell] = []
    for cell in grid.cells:
        if _in_named(cell, headers) or (found and cell.top <= found[-1].top):
            continue
        if _begins(grid, heads, cell, headers):
            word = heads.get(id(cell))
            above = heads.get(id(found[-1])) if found and cell.top - found[-1].bottom <= 1 else None
            if not (word and above and above.role == "number" and word.role == "indicator"):
                found.append(cell)
    return found


def _in_named(cell: GridCell, headers: list[MeasureHeader]) -> bool:
    """Whether a cell stands in the rows of a table that prints its indicators' names."""
    over = [header for header in headers if header.top <= cell.top]
    return bool(over) and over[-1].has("indicator")


def _begins(grid: Grid, heads: dict[int, HeadWord], cell: GridCell, headers: list[MeasureHeader]) -> bool:
    head = next((h for h in headers if h.top <= cell.top <= h.bottom + 1 or cell.top <= h.top <= cell.bottom), None)
    if head and not head.has("indicator") and cell.right < head.left and id(cell) not in heads:
        return cell.top <= head.bottom + 1
    if head and head.top <= cell.top <= head.bottom:
        return False
    word = heads.get(id(cell))
    if word and word.role in ("indicator", "number") and not word.year:
        beside = grid.right_of(cell)[:1]
        named = word.role == "indicator" or _names_follow(grid, heads, cell)
        return named and bool(beside) and id(beside[0]) not in heads
    text = _PRIMARY_FIRST.sub("", cell.text)
    if ALONE.fullmatch(text):
        return bool(grid.right_of(cell))
    if WORD_AND_NUMBER.fullmatch(text):
        return True
    return bool(ID.fullmatch(text)) and "指標" in text[:12]


def _names_follow(grid: Grid, heads: dict[int, HeadWord], cell: GridCell) -> bool:
    """Whether 指標番号 is followed by 指標名: beside it, or in the next row."""
    near = (c for c in grid.in_rows(cell.top, cell.bottom + 1) if c is not cell and id(c) in heads)
    return any(heads[id(c)].role == "indicator" for c in near)


def left_cells(grid: Grid, header: SectionHeader) -> list[GridCell]:
    """The cells left of a section's first table: its number and name."""
    if not header.parts:
        return []
    first = header.parts[0]
    rows = grid.in_rows(first.top, first.bottom + 1)
    return [cell for cell in rows if cell.right < first.left]


def moved_primary(text: str) -> tuple[str, str]:
    """The mark ［主要］ that leads a heading, and the heading without it."""
    match = _PRIMARY_FIRST.match(text)
    return (match.group().strip(), text[match.end() :]) if match else ("", text)

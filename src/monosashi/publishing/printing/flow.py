"""Labelled texts one below the other: label left, text right, over the width of the form.

A label may stand beside all of them (評価結果), and one over the labels of several
(目標達成度合いの測定結果 over （各行政機関共通区分） and （判断根拠）).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from monosashi.forms import Form, Over, PrintedPart, StatementSpec
from monosashi.model import Sheet
from monosashi.publishing.printing.box import Block, Box, Look, Ruler, Span
from monosashi.publishing.printing.labels import Words, matching_label, optional_label
from monosashi.publishing.printing.statements import Placed, spec_of, statements_of

_LINE = 20.0


@dataclass(frozen=True)
class _Row:
    """A line: its texts (two of one role where the first is a label alone), and what the form says of the last."""

    entries: tuple[Placed, ...]
    spec: StatementSpec


def flow_block(sheet: Sheet, form: Form, part: PrintedPart, ruler: Ruler) -> Block:
    """The part's texts, a line each; nothing where the sheet has none."""
    rows = list(_rows(sheet, form, part))
    if not rows:
        return Block()
    boxes: list[Box] = []
    left = 1
    side = matching_label(sheet, "head.heading", part.side) if part.side and len(rows) > 1 else None
    if side:
        first, last = ruler.span(part.side_columns)
        boxes.append(Box(1, first, len(rows), last, *side, Look.LABEL))
        left = part.side_columns[1] + 1
    covered = list(_covered(sheet, part, rows))
    for over, words, lines in covered:
        boxes.append(
            Box(lines[0], ruler.span((left, left))[0], lines[1], ruler.span(over.columns)[1], *words, Look.LABEL)
        )
    for n, row in enumerate(rows, 1):
        ends = [over.columns[1] for over, _, lines in covered if lines[0] <= n <= lines[1]]
        boxes += _line(row, n, ends[0] + 1 if ends else left, ruler, under=bool(ends))
    return Block(tuple(boxes), (_LINE,) * len(rows))


def _rows(sheet: Sheet, form: Form, part: PrintedPart) -> Iterator[_Row]:
    rest = statements_of(sheet, form, part)
    plain = form.statements[0]
    while rest:
        entries = [rest.pop(0)]
        statement = entries[0][1]
        if rest and not statement.text.strip() and rest[0][1].role is statement.role and rest[0][1].text.strip():
            entries.append(rest.pop(0))
        yield _Row(tuple(entries), spec_of(form, entries[-1][1]) or plain)


def _covered(sheet: Sheet, part: PrintedPart, rows: list[_Row]) -> Iterator[tuple[Over, Words, Span]]:
    """Each label over several texts that is printed, with the lines it stands over."""
    for over in part.over:
        lines = [n for n, row in enumerate(rows, 1) if row.entries[0][1].role in over.covers and len(row.entries) == 1]
        words = optional_label(sheet, over.role, over)
        together = lines == list(range(lines[0], lines[0] + len(lines))) if lines else False
        if words and together and len(lines) > 1:
            yield over, words, (lines[0], lines[-1])


def _line(row: _Row, line: int, left: int, ruler: Ruler, *, under: bool) -> Iterator[Box]:
    last = row.spec.label_columns[1]
    if row.spec.heading and len(row.entries) == 1:
        yield _heading(row, line, left, ruler)
        return
    edges = [left, *(left + (last - left + 1) // 2 for _ in row.entries[1:]), last + 1]
    for (n, statement), first, after in zip(row.entries, edges, edges[1:], strict=False):
        label = statement.label or (row.spec.under if under and row.spec.under else row.spec.label)
        path = f"/policy/statements/{n}/label" if statement.label else ""
        start, end = ruler.span((first, after - 1))
        yield Box(line, start, line, end, label, path, Look.LABEL)
    n, statement = row.entries[-1]
    start, end = ruler.span((last + 1, row.spec.columns[1]))
    yield Box(line, start, line, end, statement.text, f"/policy/statements/{n}/text")


def _heading(row: _Row, line: int, left: int, ruler: Ruler) -> Box:
    """Label and text in one line: 政策目標５－１：…"""
    n, statement = row.entries[0]
    start, end = ruler.span((left, row.spec.columns[1]))
    paths = f"/policy/statements/{n}/text", (f"/policy/statements/{n}/label",)
    words = [statement.label or row.spec.label, statement.text]
    return Box(line, start, line, end, "：".join(word for word in words if word.strip()), paths[0], Look.TEXT, paths[1])

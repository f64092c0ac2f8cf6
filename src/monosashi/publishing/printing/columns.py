"""Columns: where each column of a table stands on the worksheet, the year columns among them."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate
from typing import Self

from monosashi.forms import TableSpec
from monosashi.publishing.printing.box import Box, Look, Ruler, Span
from monosashi.publishing.printing.years import YearColumn

#: How many of the grid's columns the other columns of a table may give to the years.
_MOST = 4


@dataclass(frozen=True)
class Columns:
    """The span of each role, and of each year within the span that the years share."""

    at: dict[str, Span]
    years: tuple[YearColumn, ...]
    spans: tuple[Span, ...]

    @classmethod
    def set_out(cls, at: dict[str, Span], years: tuple[YearColumn, ...], role: str) -> Self:
        """The years divide the span of ``role`` among them evenly; without years it stays whole."""
        placed = widened(at, role, max(1, len(years)))
        return cls(placed, years, Ruler().divide(placed[role], max(1, len(years))))

    def of(self, year: YearColumn) -> Span:
        """The span of a year."""
        return next(span for mine, span in zip(self.years, self.spans, strict=True) if mine.place == year.place)

    def heads(self, line: int) -> Iterator[Box]:
        """The heads of the years; one blank head where there are no years."""
        texts = [column.year.text for column in self.years] or [""]
        for text, (left, right) in zip(texts, self.spans, strict=True):
            yield Box(line, left, line, right, text, "", Look.LABEL)

    def blanks(self, line: int, taken: Iterable[YearColumn]) -> Iterator[Box]:
        """An empty box for each year of a line that has no cell of its own."""
        places = {column.place for column in taken}
        free = [n for n, column in enumerate(self.years) if column.place not in places] if self.years else [0]
        for n in free:
            left, right = self.spans[n]
            yield Box(line, left, line, right, look=Look.VALUE)


def printed_columns(table: TableSpec, absent: Collection[str], ruler: Ruler) -> dict[str, Span]:
    """The spans of a table's columns without those optional ones that are ``absent``: the next one takes the place of one
    that is left out, the one before it the place of the last. One that shares its place with another leaves no room."""
    shared = {column.columns for column in table.columns if not (column.optional and column.role in absent)}
    at: dict[str, Span] = {}
    start: int | None = None
    for column in table.columns:
        left, right = ruler.span(column.columns)
        if column.optional and column.role in absent:
            if column.columns not in shared:
                start = left if start is None else start
        else:
            at[column.role] = (left if start is None else start, right)
            start = None
    if start is not None:
        end = max(span[1] for span in at.values())
        last = max(ruler.span(column.columns)[1] for column in table.columns)
        at = {role: (left, last if right == end else right) for role, (left, right) in at.items()}
    return at


def widened(at: Mapping[str, Span], role: str, into: int) -> dict[str, Span]:
    """The columns of a table with those of ``role`` widened to a multiple of ``into``; the widest others give way.

    Where more than ``_MOST`` would have to give way, everything stays: columns of two widths are the lesser evil.

    >>> widened({"name": (1, 10), "year": (11, 14), "why": (15, 20)}, "year", 3)
    {'name': (1, 8), 'year': (9, 14), 'why': (15, 20)}
    """
    spans = sorted(set(at.values()))
    widths = {span: span[1] - span[0] + 1 for span in spans}
    lacking = -widths[at[role]] % into
    others = [span for span in spans if span != at[role]]
    for _ in range(lacking if others and lacking <= _MOST else 0):
        widest = max(others, key=lambda span: widths[span])
        widths[widest] -= 1
        widths[at[role]] += 1
    ends = list(accumulate(widths.values(), initial=spans[0][0] - 1))
    moved = {span: (end + 1, end + widths[span]) for span, end in zip(spans, ends, strict=False)}
    return {name: moved[span] for name, span in at.items()}

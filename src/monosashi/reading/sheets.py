"""Where sheets begin: one document may hold many, a worksheet each or one below the other.

A sheet is known by what it has once: its title, its number, the policy's name. Where one of them comes again with other
words, a new sheet begins, at the first of the marks that stand together there. The same title again, or the same number,
is what is printed on every page; title and name together are the head of a sheet.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from monosashi.forms import Form, label_key
from monosashi.model.folding import key
from monosashi.reading.grid import Grid, GridCell
from monosashi.reading.labels import StatementLabels, statement_labels
from monosashi.reading.paper import Paper
from monosashi.reading.title import is_identifier, number_at_end, speaks_title

#: A title stands no further above its sheet's labels.
_HEAD_ROWS = 12
#: The lines of one title stand no further apart.
_TITLE_ROWS = 3


@dataclass(frozen=True)
class _Mark:
    """A title, a number or a name on the paper."""

    kind: str
    row: int
    words: str


def sheet_starts(paper: Paper, known: Form) -> list[int]:
    """The first row of each sheet; the first sheet begins in row 1."""
    starts = [1]
    seen: dict[str, str] = {}
    last = 0
    again: list[_Mark] = []  # the marks right above that said what was known already
    for mark in sorted(_marks(paper.grid, known), key=lambda one: one.row):
        again = [one for one in again if mark.row - one.row <= _HEAD_ROWS]
        is_new = mark.kind not in seen
        if seen.setdefault(mark.kind, mark.words) == mark.words:
            again += [] if is_new else [mark]
            last = mark.row
            kinds = {one.kind for one in again}
            if "name" not in kinds or len(kinds) == 1:  # not a whole head over again
                continue
        elif set(seen) == {mark.kind} and mark.row - last <= _TITLE_ROWS:  # a title of several lines
            continue
        begin = again[0].row if again else mark.row
        own = [start for start in paper.starts if max(starts[-1], begin - _HEAD_ROWS) < start <= begin]
        starts.append(max(own, default=begin))
        seen, last, again = {one.kind: one.words for one in (*again, mark)}, mark.row, []
    return starts


def _marks(grid: Grid, known: Form) -> Iterator[_Mark]:
    labels = statement_labels(known)
    columns = {one for table in known.tables for column in table.columns for one in column.keys}
    heads = [c.top for c in grid.cells if (spec := labels.named(c.text)) and spec.role in ("name", "outline", "aim")]
    above = {row - rows for row in heads for rows in range(_HEAD_ROWS + 1)}
    for cell in grid.cells:
        spec = labels.named(cell.text)
        lead = labels.leading(cell.text) if spec is None else None
        if spec and spec.role == "name" and (value := _value(grid, cell, labels)):
            if label_key(value.text) in columns:  # the label heads a column, beside others that do
                continue
            yield _Mark("name", cell.top, key(number_at_end(value.text)[0]))
        elif lead and lead.marked and lead.spec.role == "name":
            yield _Mark("name", cell.top, key(cell.text))
        elif is_identifier(cell.text) and _stands_apart(cell):
            yield _Mark("identifier", cell.top, key(cell.text))
        elif cell.top in above and speaks_title(cell, known) and spec is None and _is_first(grid, cell):
            yield _Mark("title", cell.top, key(cell.text))


def _stands_apart(cell: GridCell) -> bool:
    """Whether a number has brackets around it, as a sheet's own number has in a running text."""
    return cell.text.strip()[:1] in tuple("(（[［【")


def _is_first(grid: Grid, cell: GridCell) -> bool:
    return all(other.left >= cell.left for other in grid.in_rows(cell.top, cell.top))


def _value(grid: Grid, label: GridCell, labels: StatementLabels) -> GridCell | None:
    beside = grid.right_of(label)
    return beside[0] if beside and not labels.named(beside[0].text) else grid.below(label)

"""The head of the form: title, number, and the labelled texts where the form prints them."""

from collections.abc import Iterator

from monosashi.forms import Form, StatementSpec
from monosashi.model import Sheet, Statement
from monosashi.publishing.excel.box import Block, Box, Look, Ruler, Span
from monosashi.publishing.excel.labels import printed_label

_TITLE_LINE = 24.0
_LINE = 18.0

#: A statement with its place in the sheet's list.
_Placed = tuple[int, Statement]


def title_block(sheet: Sheet, form: Form, ruler: Ruler) -> Block:
    """The first line: 標題 and 整理番号."""
    title, number = ruler.span(form.title_columns), ruler.span(form.identifier_columns)
    boxes = (
        Box(1, title[0], 1, title[1], sheet.title.text, "/title", Look.TITLE),
        Box(1, number[0], 1, number[1], sheet.identifier.text, "/identifier", Look.IDENTIFIER),
    )
    printed = tuple(box for box in boxes if box.text)
    return Block(printed, (_TITLE_LINE,) if printed else ())


def head_block(sheet: Sheet, form: Form, ruler: Ruler) -> Block:
    """The labelled texts. What a sheet does not state is not printed; what the form has no place for follows below."""
    rest: list[_Placed] = list(enumerate(sheet.policy.statements))
    placed = [(spec, _take(rest, spec)) for spec in form.statements]
    placed = [(spec, found) for spec, found in placed if found]
    rows = sorted({row for spec, _ in placed for row in range(spec.rows[0], spec.rows[1] + 1)})
    line = {row: n for n, row in enumerate(rows, 1)}
    boxes: list[Box] = []
    for spec, found in placed:
        lines = line[spec.rows[0]], line[spec.rows[1]]
        boxes += (*_label(sheet, spec, found, lines, ruler), *_text(spec, found, lines, ruler))
    for n, entry in enumerate(rest, len(rows) + 1):
        boxes += _row_below(form, entry, n, ruler)
    return Block(tuple(boxes), (_LINE,) * (len(rows) + len(rest)))


def _take(rest: list[_Placed], spec: StatementSpec) -> list[_Placed]:
    """Take the statements that stand in the spec's cell: the first of its role, and of each label inside it."""
    found: list[_Placed] = []
    for role in (spec.role, *(inner.role for inner in spec.inner)):
        entry = next((entry for entry in rest if entry[1].role is role), None)
        if entry:
            rest.remove(entry)
            found.append(entry)
    return sorted(found, key=lambda entry: entry[0])


def _label(sheet: Sheet, spec: StatementSpec, found: list[_Placed], lines: Span, ruler: Ruler) -> Iterator[Box]:
    own = next((entry for entry in found if entry[1].role is spec.role and entry[1].label), None)
    label, path = printed_label(sheet, spec.role.value, spec)
    if own:
        label, path = own[1].label, f"/policy/statements/{own[0]}/label"
    left, right = ruler.span(spec.label_columns)
    yield Box(lines[0], left, lines[1], right, label, path, Look.LABEL)


def _text(spec: StatementSpec, found: list[_Placed], lines: Span, ruler: Ruler) -> Iterator[Box]:
    left, right = ruler.span(spec.columns)
    text = "\n".join(part for part in (_words(spec, statement) for _, statement in found) if part)
    yield Box(lines[0], left, lines[1], right, text, f"/policy/statements/{found[0][0]}/text")


def _words(spec: StatementSpec, statement: Statement) -> str:
    """A text as it stands in the spec's cell: an inner label leads its text, with a colon between them."""
    if statement.role is spec.role:
        return statement.text
    label = statement.label or next(inner.label for inner in spec.inner if inner.role is statement.role)
    return label + ("" if label.rstrip().endswith(("：", ":")) else "：") + statement.text


def _row_below(form: Form, entry: _Placed, line: int, ruler: Ruler) -> Iterator[Box]:
    """A statement the form prints nowhere (or a second one of its role): a line of its own, below."""
    n, statement = entry
    boundary = form.statements[0].label_columns[1]
    left, right = ruler.span((1, boundary))
    yield Box(line, left, line, right, statement.label, f"/policy/statements/{n}/label", Look.LABEL)
    left, right = ruler.span((boundary + 1, form.paper.columns))
    yield Box(line, left, line, right, statement.text, f"/policy/statements/{n}/text")

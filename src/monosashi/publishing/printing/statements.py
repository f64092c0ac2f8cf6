"""The labelled texts of a sheet (the head, the result, the last lines), each where the form prints it.

On a part with rows of its own a text stands where the form says; on one that flows, each text has a line, in the sheet's
order. What a form has no place for follows below.
"""

from collections.abc import Iterable, Iterator

from monosashi.forms import Form, PrintedPart, StatementSpec, label_key
from monosashi.model import Sheet, Statement
from monosashi.publishing.printing.box import Block, Box, Look, Ruler, Span
from monosashi.publishing.printing.labels import printed_label

_LINE = 18.0

#: A statement with its place in the sheet's list.
Placed = tuple[int, Statement]


def statements_of(sheet: Sheet, form: Form, part: PrintedPart) -> list[Placed]:
    """The texts that stand in a part: those of its roles; in the first part also those of no part's roles."""
    placed = {role for one in form.printed for role in one.roles}
    first = next(one for one in form.printed if one.part is part.part)
    inner = {one.role: spec.role for spec in form.statements for one in spec.inner}

    def belongs(statement: Statement) -> bool:
        role = statement.role if statement.role in placed else inner.get(statement.role, statement.role)
        return role in part.roles or (part == first and role not in placed)

    return [(n, one) for n, one in enumerate(sheet.policy.statements) if belongs(one)]


def spec_of(form: Form, statement: Statement) -> StatementSpec | None:
    """How the form prints a text: by its role and its label (達成目標1について and what follows it), else by its role."""
    specs = [spec for spec in form.statements if spec.role is statement.role]
    label = label_key(statement.label)
    named = (spec for spec in specs if label and any(label.startswith(one) for one in spec.keys))
    return next(named, specs[0] if specs else None)


def head_block(sheet: Sheet, form: Form, part: PrintedPart, ruler: Ruler) -> Block:
    """The texts on the form's own rows. What a sheet does not state is not printed; what has no row follows below."""
    rest = statements_of(sheet, form, part)
    specs = [spec for spec in form.statements if not part.roles or spec.role in part.roles]
    placed = [(spec, _take(rest, spec)) for spec in specs]
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


def _take(rest: list[Placed], spec: StatementSpec) -> list[Placed]:
    """Take the statements that stand in the spec's cell: the first of its role, and of each label inside it."""
    found: list[Placed] = []
    for role in (spec.role, *(inner.role for inner in spec.inner)):
        entry = next((entry for entry in rest if entry[1].role is role), None)
        if entry:
            rest.remove(entry)
            found.append(entry)
    return sorted(found, key=lambda entry: entry[0])


def _label(sheet: Sheet, spec: StatementSpec, found: list[Placed], lines: Span, ruler: Ruler) -> Iterator[Box]:
    own = next((entry for entry in found if entry[1].role is spec.role and entry[1].label), None)
    label, path = printed_label(sheet, spec.role.value, spec)
    if own:
        label, path = own[1].label, f"/policy/statements/{own[0]}/label"
    left, right = ruler.span(spec.label_columns)
    yield Box(lines[0], left, lines[1], right, label, path, Look.LABEL)


def _text(spec: StatementSpec, found: list[Placed], lines: Span, ruler: Ruler) -> Iterator[Box]:
    left, right = ruler.span(spec.columns)
    text = "\n".join(part for part in (_words(spec, statement) for _, statement in found) if part)
    yield Box(lines[0], left, lines[1], right, text, f"/policy/statements/{found[0][0]}/text")


def _words(spec: StatementSpec, statement: Statement) -> str:
    """A text as it stands in the spec's cell: an inner label leads its text, with a colon between them."""
    if statement.role is spec.role:
        return statement.text
    label = statement.label or next(inner.label for inner in spec.inner if inner.role is statement.role)
    return label + ("" if label.rstrip().endswith(("：", ":")) else "：") + statement.text


def _row_below(form: Form, entry: Placed, line: int, ruler: Ruler) -> Iterable[Box]:
    """A statement the form prints nowhere (or a second one of its role): a line of its own, below."""
    n, statement = entry
    boundary = form.statements[0].label_columns[1]
    left, right = ruler.span((1, boundary))
    yield Box(line, left, line, right, statement.label, f"/policy/statements/{n}/label", Look.LABEL)
    left, right = ruler.span((boundary + 1, form.paper.columns))
    yield Box(line, left, line, right, statement.text, f"/policy/statements/{n}/text")

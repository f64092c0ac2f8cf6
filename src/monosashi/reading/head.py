"""The head: the labelled texts of a sheet, above its tables, between them or below.

A text stands right of its label or below it, or follows its label in the same cell. A label alone in its row is a
heading: the rows below belong to it up to the next label. What stands beside a cell that only looks like a label is
kept as a labelled text of no known role, and said to be a guess.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from monosashi.forms import Form, StatementSpec
from monosashi.model import Guess, Label, Message, Policy, Statement, StatementRole
from monosashi.reading.grid import Claims, Grid, GridCell
from monosashi.reading.labels import StatementLabels, statement_labels
from monosashi.reading.title import number_at_end

#: A cell that could label the one beside it is no longer than this.
_LONGEST_LABEL = 24
_NO_LABEL = re.compile(r"[。、:：]|^[\d\s.,()（）%％△▲+-]*$|^[-－―ー–]$")
#: A heading in brackets that fills its line: 【指標】.
_HEADING = re.compile(r"\s*[【［\[〔＜<《][^】］\]〕＞>》]{1,24}[】］\]〕＞>》]\s*")
_GUESSED = Message(
    ja="知っている様式の見出しではありません。位置から見出しと判断しました。",
    en="This is no label of a known form; it was taken for one by its place.",
)


@dataclass
class Head:
    """What was read so far: the labelled texts, the labels that stand over others, and what was guessed."""

    claims: Claims
    statements: list[Statement] = field(default_factory=list)
    outer: list[tuple[Label, GridCell]] = field(default_factory=list)
    guesses: list[Guess] = field(default_factory=list)
    identifier: str = ""
    used: set[int] = field(default_factory=set)

    def add(self, role: StatementRole, label: tuple[str, GridCell | None], text: str, cells: Iterable[GridCell]) -> str:
        """Keep a labelled text; its path."""
        path = f"/policy/statements/{len(self.statements)}"
        words, cell = label
        places = list(cells)
        if role is StatementRole.NAME and not self.identifier:
            self.identifier = number_at_end(text)[1]
            self.claims.take("/identifier", places if self.identifier else [])
        self.claims.take(f"{path}/label", [cell] if cell else places)
        self.claims.take(f"{path}/text", places)
        self.used |= {id(place) for place in places} | ({id(cell)} if cell else set())
        self.statements.append(Statement(role=role, label=words, text=text))
        return path


def read_policy(grid: Grid, form: Form, known: Form, claims: Claims) -> tuple[Policy, Head]:
    """The labelled texts on the part of a paper that no table fills. ``known``: the form widened by other forms' labels.

    The labels that stand over others are in the head's ``outer``; the sheet's number, where it stands at the end of the
    policy's name, in its ``identifier``.
    """
    labels = statement_labels(known)
    head = Head(claims, used={id(cell) for _, cell in claims.taken} | {id(cell) for cell in claims.furniture})
    for cell in grid.cells:
        if id(cell) in head.used:
            continue
        if spec := labels.named(cell.text):
            _labelled(grid, cell, spec, labels, head)
        elif lead := labels.leading(cell.text):
            below = _below(grid, cell, labels, head) if lead.marked and _is_alone(grid, cell) else []
            _keep(head, lead.spec, (lead.label, None), [cell, *below], "\n".join([lead.text, *(c.text for c in below)]))
    for cell in grid.cells:
        if id(cell) not in head.used:
            _guessed(grid, cell, labels, head)
    return Policy(level=form.level, level_in_law=form.level_in_law, statements=tuple(head.statements)), head


def _labelled(grid: Grid, cell: GridCell, spec: StatementSpec, labels: StatementLabels, head: Head) -> None:
    """The text of a label that has a cell of its own."""
    values = _beside(grid, cell, labels, head)
    outer = not values and cell.bottom > cell.top and _inner_labels(grid, cell, labels)
    if not values and not outer:
        values = _below(grid, cell, labels, head)
    head.claims.furnish([cell])
    head.used.add(id(cell))
    text = "\n".join(value.text for value in values)
    inner = _inner_statements(spec, text)
    if outer or inner:
        head.outer.append((Label(role=spec.role.value, text=cell.text), cell))
    if not inner and not outer:
        _keep(head, spec, (cell.text, cell), values, text)
    for statement in inner:
        head.add(
            statement.role, (statement.label, None if statement.label != spec.label else cell), statement.text, values
        )


def _inner_labels(grid: Grid, cell: GridCell, labels: StatementLabels) -> bool:
    """Whether labels stand right beside a cell, in its rows: it is the label over them."""
    beside = [c for c in grid.right_of(cell) if c.top >= cell.top and c.left == cell.right + 1]
    return any(labels.named(c.text) for c in beside)


def _keep(
    head: Head, spec: StatementSpec, label: tuple[str, GridCell | None], values: list[GridCell], text: str
) -> None:
    """A labelled text, unless it is printed again (a head repeated on the next page)."""
    words, cell = label
    same = [s for s in head.statements if s.role is spec.role and _plain(s.label) == _plain(words)]
    if same and (not text or _plain(text) in {_plain(s.text) for s in same}):
        head.claims.furnish([*values, *([cell] if cell else [])])
        head.used |= {id(value) for value in values}
        return
    head.add(spec.role, label, text, values)


def _plain(text: str) -> str:
    return "".join(text.split())


def _beside(grid: Grid, label: GridCell, labels: StatementLabels, head: Head) -> list[GridCell]:
    """The cells right of a label, row by row up to the next label; none where another label's text is nearer."""
    found: list[GridCell] = []
    for row in range(label.top, label.bottom + 1):
        cells = sorted((c for c in grid.in_rows(row, row) if c.left > label.right), key=lambda c: c.left)
        own: list[GridCell] = []
        for cell in cells:
            if labels.named(cell.text) or (cell.top < label.top and id(cell) in head.used):
                break
            if id(cell) not in head.used and not any(cell is one for one in found):
                own.append(cell)
        found += _first_value(own, labels)
    return found


def _first_value(cells: list[GridCell], labels: StatementLabels) -> list[GridCell]:
    """Of the cells between two labels those that are the first label's text: an odd number may hold further pairs of an
    unknown label and its text."""
    if len(cells) > 2 and len(cells) % 2 and all(could_label(cell.text) for cell in cells[1::2]):
        return cells[:1]
    return cells


def _below(grid: Grid, label: GridCell, labels: StatementLabels, head: Head) -> list[GridCell]:
    """The cells below a label: those in its columns up to the next label; below a heading, rows of one cell each."""
    alone = _is_alone(grid, label)
    found: list[GridCell] = []
    row = label.bottom + 1
    while cells := [c for c in grid.in_rows(row, row) if c.top == row]:
        under = [c for c in cells if alone or label.left <= c.left <= label.right]
        ends = any(
            id(c) in head.used or labels.named(c.text) or _leads(c, labels) or _HEADING.fullmatch(c.text) for c in under
        )
        if not under or ends or (alone and len(cells) > 1 and not _is_list_line(cells)):
            break
        found += under
        row = max(c.bottom for c in under) + 1
        if not alone:
            break
    return found


def _is_list_line(cells: list[GridCell]) -> bool:
    """Whether a row is one line of a list: a short mark and its text."""
    return len(cells) == 2 and len(cells[0].text.strip()) <= 3


def _leads(cell: GridCell, labels: StatementLabels) -> bool:
    lead = labels.leading(cell.text)
    return bool(lead and lead.marked)


def _is_alone(grid: Grid, cell: GridCell) -> bool:
    """Whether nothing else stands in its rows."""
    return all(other is cell for other in grid.in_rows(cell.top, cell.bottom))


def could_label(text: str) -> bool:
    """Whether a text is short and wordy enough to label another: no number, no sentence, no dash."""
    plain = _plain(text)
    return 1 < len(plain) <= _LONGEST_LABEL and not _NO_LABEL.search(plain)


def _guessed(grid: Grid, cell: GridCell, labels: StatementLabels, head: Head) -> None:
    """A cell that nothing took and that could label another: one over labels, or a heading in brackets; one with a text beside it; one in a row
    of labels with a text below it. The last two are labelled texts of no known role."""
    if not could_label(cell.text):
        return
    if _stands_over_labels(grid, cell, labels):
        head.outer.append((Label(role="head.heading", text=cell.text), cell))
        head.used.add(id(cell))
        return
    value = (_paired(grid, cell, labels, head) or _headed(grid, cell, labels, head)) if cell.bordered else None
    if value:
        path = head.add(StatementRole.OTHER, (cell.text, cell), value.text, [value])
        head.guesses.append(Guess(path=path, reason=_GUESSED))


def _stands_over_labels(grid: Grid, cell: GridCell, labels: StatementLabels) -> bool:
    """Whether a cell heads labels and nothing else: they stand in its rows, or it is alone over one."""
    if any(c.top >= cell.top for c in grid.right_of(cell)):
        return cell.bottom > cell.top and _inner_labels(grid, cell, labels)
    if _HEADING.fullmatch(cell.text):
        return True
    under = [c for c in grid.in_rows(cell.bottom + 1, cell.bottom + 1) if c.top == cell.bottom + 1]
    return bool(under) and bool(labels.named(min(under, key=lambda c: c.left).text))


def _paired(grid: Grid, cell: GridCell, labels: StatementLabels, head: Head) -> GridCell | None:
    """The text beside a cell, in a row of one such pair, or of several where a label is known."""
    row = sorted((c for c in grid.in_rows(cell.top, cell.top) if c.top == cell.top), key=lambda c: c.left)
    free = [c for c in row if id(c) not in head.used]
    at = next((n for n, c in enumerate(free) if c is cell), 1)
    known = any(labels.named(c.text) for c in row)
    if at % 2 or len(free) % 2 or not (len(row) == 2 or known):
        return None
    value = free[at + 1]
    return value if value.bordered and not labels.named(value.text) else None


def _headed(grid: Grid, cell: GridCell, labels: StatementLabels, head: Head) -> GridCell | None:
    """The text right below a cell whose row is one of labels."""
    row = [c for c in grid.in_rows(cell.top, cell.top) if c is not cell]
    under = [
        c for c in grid.in_rows(cell.bottom + 1, cell.bottom + 1) if c.top == cell.bottom + 1 and c.left == cell.left
    ]
    if not under or id(under[0]) in head.used or not any(labels.named(c.text) for c in row):
        return None
    return under[0] if all(labels.named(c.text) or could_label(c.text) for c in row) else None


def _inner_statements(spec: StatementSpec, text: str) -> list[Statement]:
    """The texts under labels inside the cell, with what stands before the first under the outer label itself."""
    pattern = "|".join(re.escape(form) for inner in spec.inner for form in (inner.label, *inner.variants))
    found = list(re.finditer(rf"(?:^|(?<=\n))\s*(?P<label>{pattern})\s*[:：]?\s*", text)) if pattern else []
    if not found:
        return []
    before = text[: found[0].start()].strip()
    statements = [Statement(role=spec.role, label=spec.label, text=before)] if before else []
    for match, end in zip(found, [*(m.start() for m in found[1:]), len(text)], strict=True):
        inner = next(i for i in spec.inner if match["label"] in (i.label, *i.variants))
        statements.append(Statement(role=inner.role, label=match["label"], text=text[match.end() : end].strip()))
    return statements

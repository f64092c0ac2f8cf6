"""The head: title, number, and the labelled texts above the tables."""

import re

from monosashi.forms import Form, StatementSpec, Wording, label_key
from monosashi.model import Identifier, Label, Policy, Statement, Title
from monosashi.model.folding import key
from monosashi.reading.grid import Claims, Grid, GridCell

#: Titles seen have up to 60 characters; prose that mentions a sheet is longer.
_LONGEST_TITLE = 90
_BRACKETED_END = re.compile(r"(?P<title>.*\S)\s*(?P<id>[(（][^()（）]+[)）])\s*", re.S)


def title_cell(grid: Grid, form: Form) -> GridCell | None:
    """The cell that holds the title: the first that speaks the title's words and stands above every label."""
    first = min((cell.top for cell in grid.cells if statement_of(cell, form)), default=grid.last_row + 1)
    return next((cell for cell in grid.cells if cell.top < first and speaks_title(cell, form)), None)


def speaks_title(cell: GridCell, form: Form) -> bool:
    """Whether a cell could be a title: it speaks the title's words, is short, and is no note."""
    folded = key(cell.text)
    words = (key(text) for text in (form.title.label, *form.title.variants))
    return len(folded) <= _LONGEST_TITLE and not folded.startswith("※") and any(word in folded for word in words)


def statement_of(cell: GridCell, form: Form) -> StatementSpec | None:
    """The labelled text whose label a cell is."""
    folded = label_key(cell.text)
    return next((spec for spec in form.statements if folded in spec.keys), None)


def read_title(grid: Grid, form: Form, claims: Claims) -> tuple[Title, Identifier]:
    """標題 and 整理番号; the number stands in a cell of its own, or in brackets at the title's end."""
    cell = title_cell(grid, form)
    text, number = (cell.text, "") if cell else ("", "")
    above = [c for c in grid.cells if c is not cell and (cell is None or c.top <= cell.bottom + 1)]
    own = next((c for c in above if _is_identifier(c.text) and not statement_of(c, form)), None)
    if cell and own is None and (match := _BRACKETED_END.fullmatch(cell.text)) and _is_identifier(match["id"]):
        text, number, own = match["title"], match["id"], cell
    if cell:
        claims.take("/title", [cell])
    if own:
        claims.take("/identifier", [own])
    return Title.model_validate(text), Identifier.model_validate(number or (own.text if own else ""))


def _is_identifier(text: str) -> bool:
    return Identifier.model_validate(text).number is not None


def read_policy(grid: Grid, form: Form, claims: Claims) -> tuple[Policy, tuple[tuple[Label, GridCell], ...]]:
    """The labelled texts in printed order, and the labels that stand over inner ones."""
    statements: list[Statement] = []
    outer: list[tuple[Label, GridCell]] = []
    for cell in grid.cells:
        spec = statement_of(cell, form)
        if spec is None or not claims.is_free(cell) or any(s.role is spec.role for s in statements):
            continue
        value = _value_of(grid, cell, form)
        claims.furnish([cell])
        inner = _inner_statements(spec, value.text) if value else []
        if inner:
            outer.append((Label(role=spec.role.value, text=cell.text), cell))
        for statement in inner or [Statement(role=spec.role, label=cell.text, text=value.text if value else "")]:
            path = f"/policy/statements/{len(statements)}"
            claims.take(f"{path}/label", [value if inner and value and statement.label != cell.text else cell])
            claims.take(f"{path}/text", [value] if value else [])
            statements.append(statement)
    return Policy(level=form.level, level_in_law=form.level_in_law, statements=tuple(statements)), tuple(outer)


def _value_of(grid: Grid, label: GridCell, form: Form) -> GridCell | None:
    """What a label labels: the cell to its right, else the cell below, unless that is a label too."""
    beside = grid.right_of(label)
    nearest = [cell for cell in beside if cell.left == beside[0].left and cell.top <= label.top] or beside[:1]
    under = grid.below(label)
    for cell in (*nearest[:1], *([under] if under and under.left == label.left else [])):
        if statement_of(cell, form) is None and not _heads_a_table(cell, form):
            return cell
    return None


def _heads_a_table(cell: GridCell, form: Form) -> bool:
    wordings: list[Wording] = [column for table in form.tables for column in table.columns]
    return any(label_key(cell.text) in wording.keys for wording in wordings)


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

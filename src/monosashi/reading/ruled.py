"""A ruled paper -> a sheet: which parts of the paper are sheets, by which form, and then part by part."""

from collections.abc import Iterator

from monosashi.forms import Form, label_key
from monosashi.model import Document, Label, Nendo, Reading, Sheet
from monosashi.reading.cabinet import read_cabinet
from monosashi.reading.grid import Claims, Grid, GridCell
from monosashi.reading.head import read_policy, read_title, speaks_title, statement_of
from monosashi.reading.indicators import read_goals
from monosashi.reading.leftover import account, trace_of
from monosashi.reading.notes import note_rows, read_notes
from monosashi.reading.paper import Paper
from monosashi.reading.programmes import read_programmes, read_total, total_cells
from monosashi.reading.rationales import read_rationales
from monosashi.reading.table import Header, Table, find_headers

#: Fewer labels of a form than this on a paper are chance.
FEWEST_LABELS = 3


def ruled_sheets(paper: Paper, candidates: tuple[Form, ...]) -> Iterator[tuple[Grid, Form]]:
    """The document cut where a new sheet begins, each part with its form."""
    best = max(candidates, key=lambda form: _likeness(paper.grid, form), default=None)
    if best is None or _likeness(paper.grid, best) < FEWEST_LABELS:
        return
    starts = _beginnings(paper, best)
    ends = [row - 1 for row in starts[1:]] + [paper.grid.last_row]
    for row, end in zip([1, *starts[1:]], ends, strict=True):
        part = paper.grid.between(row, end)
        yield part, max(candidates, key=lambda form: _likeness(part, form))


def _likeness(grid: Grid, form: Form) -> int:
    """How many different labels of a form stand on the paper."""
    words = {label_key(cell.text) for cell in grid.cells}
    wordings = [*form.statements, *(column for table in form.tables for column in table.columns)]
    return sum(not words.isdisjoint(wording.keys) for wording in wordings)


def _beginnings(paper: Paper, form: Form) -> list[int]:
    """The rows where a sheet begins: each title over a head; without titles, each worksheet that names a policy."""
    names = [cell.top for cell in paper.grid.cells if (spec := statement_of(cell, form)) and spec.role == "name"]
    starts: list[int] = []
    for previous, row in zip([0, *names], names, strict=False):
        titles = [cell.top for cell in paper.grid.cells if previous < cell.top < row and speaks_title(cell, form)]
        own = [start for start in paper.starts if previous < start <= row]
        if titles or own or not starts:
            starts.append(max([*titles, *own], default=row))
    return starts or [1]


def read_ruled(grid: Grid, form: Form, document: Document, ordinal: int) -> Reading:
    """The sheet on one part of the paper."""
    claims = Claims()
    title, identifier = read_title(grid, form, claims)
    notes = note_rows(grid)
    tables = _tables(grid, form, notes, title.nendo)
    labels = list(_labels(grid, tables, form))
    policy, outer = read_policy(
        grid.between(1, min((t.header.top for _, t in tables), default=grid.last_row + 1) - 1), form, claims
    )
    for n, (_, cell) in enumerate(labels := [*labels, *outer]):
        claims.take(f"/labels/{n}", [cell])
        claims.furnish([cell])
    _furnish_repeats(tables, claims)
    of = {part: [table for found, table in tables if found == part] for part in ("indicators", "programmes", "cabinet")}
    goals, rows = read_goals(grid, of["indicators"], title.nendo, claims)
    total = form.table("programmes").total
    sheet = Sheet(
        form=form.id,
        title=title,
        identifier=identifier,
        policy=policy,
        labels=tuple(label for label, _ in labels),
        goals=goals,
        rationales=read_rationales(rows, claims),
        programmes=read_programmes(grid, of["programmes"], total, claims),
        money=read_total(grid, of["programmes"], total, claims),
        cabinet=read_cabinet(grid, of["cabinet"], claims),
        notes=read_notes(grid, notes, claims),
    )
    furniture, leftover, coverage = account(grid, claims)
    return Reading(
        document=document,
        ordinal=ordinal,
        sheet=sheet,
        trace=trace_of(claims),
        cells=tuple(shown for cell in grid.cells for shown in cell.shown()),
        furniture=furniture,
        leftover=leftover,
        coverage=coverage,
    )


def _tables(grid: Grid, form: Form, notes: set[int], like: Nendo | None) -> list[tuple[str, Table]]:
    """Every table of the form that stands on the paper, with the rows of its body."""
    headers = [(spec.part, header) for spec in form.tables for header in find_headers(grid, spec, like)]
    headers.sort(key=lambda found: found[1].top)
    tops = [header.top for _, header in headers]
    found = []
    for part, header in headers:
        limits = [row for row in (*tops, *notes) if row > header.bottom]
        found.append((part, Table(header, header.bottom + 1, min(limits, default=grid.last_row + 1) - 1)))
    return found


def _labels(grid: Grid, tables: list[tuple[str, Table]], form: Form) -> Iterator[tuple[Label, GridCell]]:
    """The labels of columns, sides and totals as printed, each role once a table."""
    for spec in form.tables:
        own = [table for part, table in tables if part == spec.part]
        if not own:
            continue
        order = [column.role for column in spec.columns]
        first = own[0].header
        for cell in _side_cells(grid, first, spec.side.keys if spec.side else frozenset()):
            yield Label(role=f"{spec.part}.side", text=cell.text), cell
        for head in sorted(first.labels, key=lambda head: order.index(head.role)):
            yield Label(role=f"{spec.part}.{head.role}", text=head.cell.text), head.cell
        for table in own:
            for cell in total_cells(grid, table, spec.total):
                yield Label(role=f"{spec.part}.total", text=cell.text), cell


def _side_cells(grid: Grid, header: Header, keys: frozenset[str]) -> list[GridCell]:
    """The label beside a table, or over it."""
    near = grid.in_rows(max(1, header.top - 1), header.bottom)
    return [cell for cell in near if label_key(cell.text) in keys][:1]


def _furnish_repeats(tables: list[tuple[str, Table]], claims: Claims) -> None:
    """A head that is printed again on the next page says nothing new."""
    seen: set[str] = set()
    for part, table in tables:
        if part in seen:
            claims.furnish(head.cell for head in table.header.labels)
        seen.add(part)

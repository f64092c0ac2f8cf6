"""A ruled paper -> a sheet: which parts of the paper are sheets, by which form, and then part by part."""

import re
from collections.abc import Iterator

from monosashi.forms import UNKNOWN, Form, forms, general, indicator_words, widened
from monosashi.model import Document, Identifier, Nendo, Reading, Sheet
from monosashi.model.folding import fold
from monosashi.model.nendo import ERA, parse_nendo
from monosashi.reading.budget import read_budgets, sheet_unit
from monosashi.reading.budget_items import read_items
from monosashi.reading.cabinet import read_cabinet, read_cabinet_lines
from monosashi.reading.grid import Claims, Grid
from monosashi.reading.head import read_policy
from monosashi.reading.indicators import read_goals
from monosashi.reading.leftover import account, trace_of
from monosashi.reading.likeness import form_of
from monosashi.reading.notes import read_notes
from monosashi.reading.paper import Paper
from monosashi.reading.parts import find_parts, furnish_repeats, table_labels
from monosashi.reading.programme_list import read_programme_list
from monosashi.reading.programmes import read_programmes, read_total
from monosashi.reading.rationales import read_rationales
from monosashi.reading.recognised import recognised_guesses
from monosashi.reading.righted import Righted, righted
from monosashi.reading.sheets import sheet_starts
from monosashi.reading.title import read_title
from monosashi.reading.unknown_form import told_of_form


def ruled_sheets(paper: Paper, candidates: tuple[Form, ...]) -> Iterator[tuple[Grid, Form]]:
    """The document cut where a new sheet begins, each part with its form."""
    best = form_of(paper.grid, candidates)
    if best is None:
        return
    starts = sheet_starts(paper, _known(best.form))
    ends = [row - 1 for row in starts[1:]] + [paper.grid.last_row]
    for row, end in zip(starts, ends, strict=True):
        part = paper.grid.between(row, end)
        own = form_of(part, candidates)
        yield part, own.form if own else best.form


def _known(form: Form) -> Form:
    """A form with every label that another form on file prints."""
    return widened(form, (*forms(), general()))


def read_ruled(paper: Grid, form: Form, document: Document, ordinal: int) -> Reading:
    """The sheet on one part of the paper. On an unknown form its tables may have to be turned first (``righted``)."""
    claims = Claims()
    known = _known(form)
    title, identifier = read_title(paper, known, Claims())
    near = title.nendo or identifier.nendo or _year_on(paper)
    turned = righted(paper, known, near) if form.id == UNKNOWN else Righted(paper)
    grid = turned.grid
    title, identifier = read_title(grid, known, claims)
    like = title.nendo or identifier.nendo
    parts = find_parts(grid, known, near)
    labels = list(table_labels(grid, parts, known))
    budgets, around = read_budgets(parts.budgets, claims)
    for _, cell in labels:
        claims.furnish([cell])
    total = known.table("programmes").total
    circles = None if form.id == UNKNOWN else form.primary == "circled"
    goals, rows = read_goals(grid, parts.of("indicators"), indicator_words(known), like, claims, circles=circles)
    rationales = read_rationales(rows, claims)
    programmes = read_programmes(grid, parts.of("programmes"), total, near, claims)
    programmes = programmes or read_programme_list(grid, known, parts.fills, near, claims)
    money = read_total(grid, parts.of("programmes"), total, near, claims)
    items, over = read_items(grid, list(parts.items), sheet_unit(budgets), claims)
    cabinet = read_cabinet(grid, parts.of("cabinet"), claims)
    cabinet = (*cabinet, *read_cabinet_lines(grid, known, parts.fills, len(cabinet), claims))
    outside = Grid(tuple(cell for cell in grid.cells if not parts.fills(cell)))
    policy, head = read_policy(outside, form, known, claims)
    for n, (_, cell) in enumerate(labels := [*labels, *around, *over, *head.outer]):
        claims.take(f"/labels/{n}", [cell])
        claims.furnish([cell])
    furnish_repeats(list(parts.tables), claims)
    sheet = Sheet(
        form=form.id,
        title=title,
        identifier=identifier if identifier.text or not head.identifier else Identifier.model_validate(head.identifier),
        policy=policy,
        labels=tuple(label for label, _ in labels),
        goals=goals,
        rationales=rationales,
        programmes=programmes,
        money=money,
        budgets=budgets,
        budget_items=items,
        cabinet=cabinet,
        notes=read_notes(grid, set(parts.notes), claims),
    )
    claims = turned.printed(claims)
    furniture, leftover, coverage = account(paper, claims)
    reading = Reading(
        document=document,
        ordinal=ordinal,
        sheet=sheet,
        trace=trace_of(claims),
        guesses=(*head.guesses, *recognised_guesses(claims)),
        cells=tuple(shown for cell in paper.cells for shown in cell.shown()),
        furniture=furniture,
        leftover=leftover,
        coverage=coverage,
    )
    return told_of_form(reading)


def _year_on(grid: Grid) -> Nendo:
    """A year to tell the era of a bare 「27年度」 by, where title and number tell none: the first that the paper prints
    with its era, else one about which the sheets of this form of evaluation (平成13年 on) stand."""
    for cell in grid.cells:
        if (match := _ERA_YEAR.search(fold(cell.text))) and (found := parse_nendo(match.group())):
            return found
    return _ABOUT


_ERA_YEAR = re.compile(rf"(?:{ERA})\s*(?:元|\d{{1,2}})\s*年\s*度")
_ABOUT = Nendo(year=2018)

"""The printed form as boxes: each part of the form, in the order of its paper, with what the sheet says in it.

Both writers (Excel, HTML) draw these boxes, so what one prints the other prints.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil

from monosashi.forms import Form, Layout, PartKind, PrintedPart
from monosashi.model import Sheet
from monosashi.publishing.printing.box import Block, Ruler, stacked
from monosashi.publishing.printing.budgets import budget_blocks, budget_years
from monosashi.publishing.printing.cabinet import cabinet_block, notes_block
from monosashi.publishing.printing.dropped import refuse_dropped
from monosashi.publishing.printing.flow import flow_block
from monosashi.publishing.printing.frames import frames
from monosashi.publishing.printing.goals import goals_block, told_apart, year_columns
from monosashi.publishing.printing.items import items_block
from monosashi.publishing.printing.measures import measures_of
from monosashi.publishing.printing.programmes import money_columns, programmes_block
from monosashi.publishing.printing.series_tables import series_tables
from monosashi.publishing.printing.small_tables import small_tables
from monosashi.publishing.printing.statements import head_block
from monosashi.publishing.printing.title import heading_block, title_block
from monosashi.publishing.printing.words_table import words_table
from monosashi.publishing.refusal import FormNotPrintable


@dataclass(frozen=True)
class LaidOut:
    """A sheet on its blank form: the title, the parts below it, and the ruler by which their columns are counted."""

    title: Block
    parts: tuple[Block, ...]
    ruler: Ruler

    @property
    def whole(self) -> Block:
        """All parts as one, a gap between two; the title stands right above the first."""
        first, *rest = self.parts or (Block(),)
        return stacked([self.title.over(first), *rest])


def laid_out(sheet: Sheet, form: Form) -> LaidOut:
    """The sheet on the form. Raises ``FormNotPrintable`` where the form does not say where things are printed,
    ``CannotPublish`` with the path of a text that it has no place for."""
    if not form.printable:
        raise FormNotPrintable(form)
    ruler = Ruler(_fineness(sheet, form))
    title = Block()
    parts: list[Block] = []
    for part in form.printed:
        if part.part is PartKind.TITLE:
            title = title_block(sheet, form, ruler)
        else:
            parts += [block for block in _blocks(sheet, form, part, ruler) if block.least]
    found = LaidOut(title, tuple(parts), ruler)
    refuse_dropped(sheet, form, found.whole)
    return found


def _blocks(sheet: Sheet, form: Form, part: PrintedPart, ruler: Ruler) -> Iterator[Block]:
    if part.part is PartKind.STATEMENTS:
        yield (flow_block if part.flow else head_block)(sheet, form, part, ruler)
    elif part.part is PartKind.HEADING:
        yield heading_block(sheet, form, part, ruler)
    elif part.part is PartKind.NOTES:
        yield notes_block(sheet, form, ruler)
    elif part.part is PartKind.BUDGET:
        yield from budget_blocks(sheet, form, ruler)
    elif part.part is PartKind.INDICATORS:
        yield from _indicators(sheet, form, ruler)
    elif part.part is PartKind.ITEMS:
        yield items_block(sheet, form, ruler)
    elif part.part is PartKind.PROGRAMMES:
        yield programmes_block(sheet, form, ruler)
    elif part.part is PartKind.CABINET:
        yield cabinet_block(sheet, form, ruler)


def _indicators(sheet: Sheet, form: Form, ruler: Ruler) -> Iterator[Block]:
    layout = form.table("indicators").layout
    if layout is Layout.EACH:
        yield from small_tables(sheet, form, ruler)
    elif layout is Layout.FRAMES:
        yield from frames(sheet, form, ruler)
    elif layout is Layout.SERIES:
        yield from series_tables(sheet, form, ruler)
    elif layout is Layout.WORDS:
        yield words_table(sheet, form.table("indicators"), measures_of(sheet), ruler)
    else:
        told = told_apart(sheet, form)
        yield goals_block(sheet, form, ruler, {one.path for one in told})
        if told:
            spec = form.table("indicators")
            own = spec.model_copy(update={"columns": spec.apart})
            yield words_table(sheet, own, told, ruler, own_labels=True)


def _fineness(sheet: Sheet, form: Form) -> int:
    """Into how many each column of the grid is cut, so that every year has a column of its own."""
    needs = [1]
    if form.has("indicators"):
        needs.append(_needed(len(year_columns(sheet)), form.table("indicators").column("yearly_actual").columns))
    if form.has("programmes"):
        needs.append(_needed(len(money_columns(sheet)), form.table("programmes").column("money").columns))
    if form.has("budget"):
        area = form.table("budget").column("head").columns[1] + 1, form.paper.columns
        needs += [_needed(len(budget_years(budget)), area) for budget in sheet.budgets]
    return max(needs)


def _needed(years: int, columns: tuple[int, int]) -> int:
    left, right = columns
    return max(1, ceil(years / (right - left + 1)))

"""The items of the budget that pay for a policy (個別票１－２): a line each, the mark of its group beside it, sums below."""

from collections.abc import Iterator
from itertools import groupby

from monosashi.forms import ColumnSpec, Form, TableSpec, Wording, label_key
from monosashi.model import BudgetItem, Sheet
from monosashi.publishing.printing.box import Block, Box, Look, Ruler, Span
from monosashi.publishing.printing.labels import Words, matching_label
from monosashi.publishing.printing.years import Place, YearColumn, all_columns, columns_of

_LINE = 18.0
_NUMBER = Wording(label="番号")


def items_block(sheet: Sheet, form: Form, ruler: Ruler) -> Block:
    """The table; nothing where the sheet lists no items."""
    if not sheet.budget_items:
        return Block()
    table = form.table("items")
    years = all_columns([columns_of(one.year for one in item.amounts) for item in sheet.budget_items])
    spans = ruler.divide(table.column("money").columns, max(1, len(years)))
    at = {year.place: span for year, span in zip(years, spans, strict=False)}
    above = matching_label(sheet, "items.column", table.side) if table.side else None
    top = 2 if above else 1
    boxes = list(_head(sheet, table, ruler, top))
    if above:
        boxes.append(Box(1, *_cut(ruler.span((1, form.paper.columns)), 1), *above, Look.NOTE))
    boxes += [Box(top, *_cut(at[y.place], top), *_year_words(sheet, y), Look.LABEL) for y in years]
    for n, item in enumerate(sheet.budget_items):
        boxes += _line(item, f"/budget_items/{n}", top + 1 + n, table, ruler)
        boxes += _amounts(item, f"/budget_items/{n}", top + 1 + n, at)
    boxes += _marks(sheet, table, ruler, top + 1)
    last = top + len(sheet.budget_items)
    return Block(tuple(boxes), (_LINE,) * last, ((1, min(last, top + 1)),))


def _cut(span: Span, line: int) -> tuple[int, int, int]:
    return span[0], line, span[1]


def _year_words(sheet: Sheet, year: YearColumn) -> Words:
    """The head over a year's amounts, with the path of the label that keeps it."""
    text = year.year.text
    paths = (f"/labels/{n}/text" for n, one in enumerate(sheet.labels) if (one.role, one.text) == ("items.year", text))
    return text, next(paths, "")


def _number_columns(table: TableSpec) -> Span:
    """Between the mark and the account."""
    return table.column("mark").columns[1] + 1, table.column("account").columns[0] - 1


def _head(sheet: Sheet, table: TableSpec, ruler: Ruler, line: int) -> Iterator[Box]:
    yield Box(line, *_cut(ruler.span(table.column("mark").columns), line), look=Look.LABEL)
    columns: list[tuple[Wording, Span]] = [(_NUMBER, _number_columns(table))]
    columns += [(spec, spec.columns) for spec in table.columns if spec.role not in ("mark", "money")]
    for wording, span in columns:
        words = matching_label(sheet, "items.column", wording) or (wording.label, "")
        yield Box(line, *_cut(ruler.span(span), line), *words, Look.LABEL)


def _line(item: BudgetItem, path: str, line: int, table: TableSpec, ruler: Ruler) -> Iterator[Box]:
    if item.total:
        span = table.column("mark").columns[0], table.column("money").columns[0] - 1
        yield Box(line, *_cut(ruler.span(span), line), item.total, f"{path}/total", Look.LABEL)
        return
    cells = {
        "number": (item.number, _number_columns(table)),
        "account": (item.account, table.column("account").columns),
        "organisation": (item.organisation, table.column("organisation").columns),
        "item": (item.item, table.column("item").columns),
        "matter": (item.matter, table.column("matter").columns),
    }
    for role, (text, span) in cells.items():
        look = Look.VALUE if role == "number" else Look.TEXT
        yield Box(line, *_cut(ruler.span(span), line), text, f"{path}/{role}", look)


def _marks(sheet: Sheet, table: TableSpec, ruler: Ruler, first: int) -> Iterator[Box]:
    """The mark of neighbouring lines in one cell beside them: 対応表において●となっているもの."""
    lines = [(n, item) for n, item in enumerate(sheet.budget_items)]
    for (mark, is_sum), run in groupby(lines, key=lambda one: (one[1].mark, bool(one[1].total))):
        members = [n for n, _ in run]
        if is_sum:
            continue
        paths = tuple(f"/budget_items/{n}/mark" for n in members)
        span = ruler.span(table.column("mark").columns)
        words = _mark_words(table.column("mark"), mark)
        yield Box(first + members[0], span[0], first + members[-1], span[1], words, paths[0], Look.LABEL, paths[1:])


def _mark_words(spec: ColumnSpec, mark: str) -> str:
    return next((text for text in (spec.label, *spec.variants) if mark and mark in label_key(text)), mark)


def _amounts(item: BudgetItem, path: str, line: int, at: dict[Place, Span]) -> Iterator[Box]:
    columns = columns_of(one.year for one in item.amounts)
    for n, column in enumerate(columns):
        text = item.amounts[n].text
        yield Box(line, *_cut(at[column.place], line), text, f"{path}/amounts/{n}", Look.VALUE)
    places = {column.place for column in columns}
    for place, span in at.items():
        if place not in places:
            yield Box(line, *_cut(span, line), look=Look.VALUE)

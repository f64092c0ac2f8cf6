"""The table of means: programmes with their money by year, and the policy's own money in the last line."""

from collections.abc import Iterator, Sequence

from monosashi.forms import ColumnSpec, Form, TableSpec
from monosashi.model import MoneyCell, Programme, Sheet
from monosashi.publishing.printing.box import Block, Box, Look, Ruler, Span
from monosashi.publishing.printing.columns import Columns, printed_columns
from monosashi.publishing.printing.labels import column_label, own_label, printed_label
from monosashi.publishing.printing.years import YearColumn, all_columns, columns_of

_HEAD_LINES = 2
_LINE = 20.0
#: Columns of the form that a programme's number fills.
_NUMBER = 2


def money_columns(sheet: Sheet) -> tuple[YearColumn, ...]:
    """The years over the money: those of every programme and of the policy."""
    rows = (*(programme.money for programme in sheet.programmes), sheet.money)
    return all_columns([_columns_of(cells) for cells in rows])


def _columns_of(cells: Sequence[MoneyCell]) -> tuple[YearColumn, ...]:
    return columns_of(cell.year for cell in cells)


def programmes_block(sheet: Sheet, form: Form, ruler: Ruler) -> Block:
    """The whole table; nothing where the sheet has neither programmes nor money."""
    if not sheet.programmes and not sheet.money:
        return Block()
    table = form.table("programmes")
    columns = Columns.set_out(_at(sheet, table, ruler), money_columns(sheet), "money")
    boxes = list(_head(sheet, table, columns))
    line = _HEAD_LINES
    for n, programme in enumerate(sheet.programmes):
        line += 1
        boxes += _row(programme, f"/programmes/{n}", line, columns, ruler)
    if sheet.money and table.total:
        line += 1
        label, path = printed_label(sheet, f"{table.part}.total", table.total)
        left, right = columns.at["programme"]
        boxes.append(Box(line, left, line, right, label, path, Look.LABEL))
        boxes += _money(sheet.money, "/money", line, columns)
    return Block(tuple(boxes), (_LINE,) * line, ((1, min(line, _HEAD_LINES + 1)),))


def _at(sheet: Sheet, table: TableSpec, ruler: Ruler) -> dict[str, Span]:
    """The table's columns; starting years have one only where the sheet keeps them apart from the names. An execution
    stands in brackets under its budget, in no column of its own."""
    started = any(programme.started for programme in sheet.programmes) or sheet.label("programmes.start")
    return printed_columns(table, {"executed"} if started else {"executed", "start"}, ruler)


def _head(sheet: Sheet, table: TableSpec, columns: Columns) -> Iterator[Box]:
    for spec in table.columns:
        if spec.role == "money":
            yield from _over_money(sheet, spec, columns)
        elif spec.role in columns.at:
            left, right = columns.at[spec.role]
            yield Box(1, left, _HEAD_LINES, right, *column_label(sheet, table, spec), Look.LABEL)
    yield from columns.heads(_HEAD_LINES)


def _over_money(sheet: Sheet, spec: ColumnSpec, columns: Columns) -> Iterator[Box]:
    """The label over the years; where the paper bore several, each of the others over one of the last years: 予算額計
    （執行額） over the years past, 当初予算額 over the running one."""
    words = [one for n in range(len(columns.years) or 1) if (one := own_label(sheet, "programmes.money", n))]
    words = words or [(spec.label, "")]
    spans = columns.spans
    parted = [spans[: len(spans) - len(words) + 1], *((span,) for span in spans[len(spans) - len(words) + 1 :])]
    for word, over in zip(words, parted, strict=True):
        yield Box(1, over[0][0], 1, over[-1][1], *word, Look.LABEL)


def _row(programme: Programme, path: str, line: int, columns: Columns, ruler: Ruler) -> Iterator[Box]:
    left, right = columns.at["programme"]
    name = left + _NUMBER * ruler.fineness
    yield Box(line, left, line, name - 1, programme.number.text, f"{path}/number", Look.VALUE)
    yield Box(line, name, line, right, programme.name.text, f"{path}/name")
    yield from _money(programme.money, f"{path}/money", line, columns)
    if "start" in columns.at:
        left, right = columns.at["start"]
        yield Box(line, left, line, right, programme.started.text, f"{path}/started", Look.VALUE)
    left, right = columns.at["related"]
    yield Box(line, left, line, right, programme.related.text, f"{path}/related", Look.VALUE)
    left, right = columns.at["outline"]
    yield Box(line, left, line, right, programme.outline, f"{path}/outline", _outline_look(programme.outline))
    left, right = columns.at["review_number"]
    yield Box(line, left, line, right, programme.review_number, f"{path}/review_number", Look.VALUE)


def _outline_look(text: str) -> Look:
    """A note mark that stands for the outline (※５) is centred, as the form prints it."""
    return Look.VALUE if len(text) <= 4 else Look.TEXT


def _money(cells: Sequence[MoneyCell], path: str, line: int, columns: Columns) -> Iterator[Box]:
    years = _columns_of(cells)
    for n, column in enumerate(years):
        left, right = columns.of(column)
        yield Box(line, left, line, right, cells[n].text, f"{path}/{n}", Look.VALUE)
    yield from columns.blanks(line, years)

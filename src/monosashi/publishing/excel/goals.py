"""The table of goals, levers, indicators and measures: two lines a measure, its yearly targets over its actuals.

A goal, a lever and a rationale are merged over the measures they belong to; a target printed once for several years
is merged over them. The number stands beside each measure, and the name of a group to the left of its numbers.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from monosashi.forms import Form
from monosashi.model import Indicator, Lever, Measure, PrintedNendo, Sheet, YearTarget
from monosashi.publishing.excel.box import Block, Box, Look, Ruler, Span
from monosashi.publishing.excel.columns import Columns
from monosashi.publishing.excel.labels import column_label
from monosashi.publishing.excel.rationales import rationale_boxes
from monosashi.publishing.excel.years import YearColumn, all_columns, columns_of

_HEAD_LINES = 3
_LINE = 16.0
#: Columns of the form that an indicator's number fills, and the name of a group.
_NUMBER, _GROUP = 2, 3


@dataclass(frozen=True)
class Band:
    """The two lines of one measure."""

    path: str
    top: int
    bottom: int


def year_columns(sheet: Sheet) -> tuple[YearColumn, ...]:
    """The years over the table: those of every measure's targets and actuals."""
    measures = [measure for _, _, measure in sheet.measures()]
    actuals = [columns_of(actual.year for actual in measure.actuals) for measure in measures]
    return all_columns([*actuals, *(run for measure in measures for run in target_columns(measure))])


def target_columns(measure: Measure) -> tuple[tuple[YearColumn, ...], ...]:
    """The columns of each of a measure's yearly targets; a target that names no year has one without a head."""
    years = [_years(target) for target in measure.targets]
    flat = iter(columns_of(year for listed in years for year in listed))
    return tuple(tuple(next(flat) for _ in listed) for listed in years)


def _years(target: YearTarget) -> tuple[PrintedNendo, ...]:
    return target.years or (PrintedNendo(text=""),)


def goals_block(sheet: Sheet, form: Form, ruler: Ruler) -> Block:
    """The whole table; nothing where the sheet has neither goals nor rationales."""
    if not sheet.goals and not sheet.rationales:
        return Block()
    columns = _columns(sheet, form, ruler)
    body, bands, last = _body(sheet, columns, ruler)
    reasons, last = rationale_boxes(sheet, {b.path: (b.top, b.bottom) for b in bands}, columns.at["rationale"], last)
    boxes = (*_head(sheet, form, columns), *body, *reasons)
    together = [(band.top, band.bottom) for band in bands]
    return Block(boxes, (_LINE,) * last, ((1, min(last, _HEAD_LINES + 2)), *together))


def _columns(sheet: Sheet, form: Form, ruler: Ruler) -> Columns:
    """The table's columns. A column that other printings leave out is left out where the sheet has nothing for it, its
    label included; the next one then takes its place."""
    at: dict[str, Span] = {}
    start: int | None = None
    empty = {
        "goal": not any(goal.text for goal in sheet.goals),
        "lever": not any(lever.text for goal in sheet.goals for lever in goal.levers),
    }
    for column in form.table("indicators").columns:
        left, right = ruler.span(column.columns)
        if column.optional and empty.get(column.role) and not sheet.label(f"indicators.{column.role}"):
            start = left if start is None else start
        else:
            at[column.role] = (left if start is None else start, right)
            start = None
    return Columns.set_out(at, year_columns(sheet), "yearly_target")


def _head(sheet: Sheet, form: Form, columns: Columns) -> Iterator[Box]:
    table = form.table("indicators")
    lines = {"yearly_target": (1, 1), "yearly_actual": (2, 2)}
    for spec in table.columns:
        if spec.role in columns.at:
            left, right = columns.at[spec.role]
            top, bottom = lines.get(spec.role, (1, _HEAD_LINES))
            yield Box(top, left, bottom, right, *column_label(sheet, table, spec), Look.LABEL)
    yield from columns.heads(_HEAD_LINES)


#: Boxes, the bands of the measures among them, and the last line they use.
_Part = tuple[list[Box], list[Band], int]


def _body(sheet: Sheet, columns: Columns, ruler: Ruler) -> _Part:
    """Everything below the head."""
    boxes: list[Box] = []
    bands: list[Band] = []
    line = _HEAD_LINES
    for g, goal in enumerate(sheet.goals):
        top = line + 1
        for v, lever in enumerate(goal.levers):
            entry, found, line = _lever(f"/goals/{g}/levers/{v}", lever, line, columns, ruler)
            boxes += entry
            bands += found
        line = max(line, top)
        boxes += _over(columns, "goal", (top, line), goal.text, f"/goals/{g}/text")
    return boxes, bands, line


def _lever(path: str, lever: Lever, line: int, columns: Columns, ruler: Ruler) -> _Part:
    """A lever's indicators below ``line``; neighbours of one group beside the group's name."""
    boxes: list[Box] = []
    bands: list[Band] = []
    top = line + 1
    for group, members in groupby(enumerate(lever.indicators), key=lambda entry: entry[1].group):
        numbered = list(members)
        group_top = line + 1
        for i, indicator in numbered:
            entry, found, line = _indicator(f"{path}/indicators/{i}", indicator, line, columns, ruler)
            boxes += entry
            bands += found
        if group:
            left = columns.at["indicator"][0]
            leaf = f"{path}/indicators/{numbered[0][0]}/group"
            boxes.append(Box(group_top, left, line, left + _GROUP * ruler.fineness - 1, group, leaf))
    line = max(line, top)
    boxes += _over(columns, "lever", (top, line), lever.text, f"{path}/text")
    return boxes, bands, line


def _over(columns: Columns, role: str, lines: Span, text: str, path: str) -> Iterator[Box]:
    """The cell of a goal or a lever over the lines of its measures."""
    if role in columns.at:
        left, right = columns.at[role]
        yield Box(lines[0], left, lines[1], right, text, path, Look.RUNNING)


def _indicator(path: str, indicator: Indicator, line: int, columns: Columns, ruler: Ruler) -> _Part:
    left, right = columns.at["indicator"]
    left += _GROUP * ruler.fineness if indicator.group else 0
    name = left + _NUMBER * ruler.fineness
    boxes: list[Box] = []
    bands: list[Band] = []
    for m, measure in enumerate(indicator.measures):
        top, bottom = line + 1, line + 2
        boxes.append(Box(top, left, bottom, name - 1, indicator.number.text, f"{path}/number", Look.VALUE))
        boxes.append(Box(top, name, bottom, right, measure.name.text, f"{path}/measures/{m}/name"))
        boxes += _values(measure, f"{path}/measures/{m}", top, bottom, columns)
        boxes += _series(measure, f"{path}/measures/{m}", top, columns)
        bands.append(Band(f"{path}/measures/{m}", top, bottom))
        line = bottom
    if not indicator.measures:
        line += 1
        boxes.append(Box(line, left, line, name - 1, indicator.number.text, f"{path}/number", Look.VALUE))
    return boxes, bands, line


def _values(measure: Measure, path: str, top: int, bottom: int, columns: Columns) -> Iterator[Box]:
    cells = {
        "baseline": (measure.baseline.value.text, "baseline/value"),
        "baseline_year": (measure.baseline.year.text, "baseline/year"),
        "target": (measure.target.value.text, "target/value"),
        "target_year": (measure.target.year.text, "target/year"),
    }
    for role, (text, leaf) in cells.items():
        left, right = columns.at[role]
        yield Box(top, left, bottom, right, text, f"{path}/{leaf}", Look.VALUE)


def _series(measure: Measure, path: str, top: int, columns: Columns) -> Iterator[Box]:
    """The yearly targets and, below them, the actuals; a blank box where a year has none."""
    runs = target_columns(measure)
    for n, run in enumerate(runs):
        for left, right in _joined(sorted(columns.of(column) for column in run)):
            yield Box(top, left, top, right, measure.targets[n].value.text, f"{path}/targets/{n}/value", Look.VALUE)
    yield from columns.blanks(top, [column for run in runs for column in run])
    actuals = columns_of(actual.year for actual in measure.actuals)
    for n, column in enumerate(actuals):
        left, right = columns.of(column)
        text = measure.actuals[n].value.text
        yield Box(top + 1, left, top + 1, right, text, f"{path}/actuals/{n}/value", Look.VALUE)
    yield from columns.blanks(top + 1, actuals)


def _joined(spans: list[Span]) -> Iterator[Span]:
    """Neighbouring spans as one."""
    left, right = spans[0]
    for span in spans[1:]:
        if span[0] == right + 1:
            right = span[1]
        else:
            yield left, right
            left, right = span
    yield left, right

"""The table of goals, levers, indicators and measures: two lines a measure, its yearly targets over its actuals.

A goal, a lever and a rationale are merged over the measures they belong to; a target printed once for several years
is merged over them. The number stands beside each measure, and the name of a group to the left of its numbers.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import groupby, takewhile

from monosashi.forms import Form
from monosashi.model import Indicator, Lever, Measure, Sheet
from monosashi.model.folding import unbroken
from monosashi.publishing.printing.box import Block, Box, Look, Ruler, Span
from monosashi.publishing.printing.columns import Columns, printed_columns
from monosashi.publishing.printing.labels import column_label, own_label
from monosashi.publishing.printing.measures import Placed, measures_of
from monosashi.publishing.printing.rationales import rationale_boxes
from monosashi.publishing.printing.series import joined, target_columns
from monosashi.publishing.printing.years import YearColumn, all_columns, columns_of

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


def told_apart(sheet: Sheet, form: Form) -> list[Placed]:
    """The last measures that are told in words, of other years than the first: where the form says so, they have a table
    of their own (qualitative indicators, each year with its text)."""
    members = measures_of(sheet)
    if not form.table("indicators").apart or not members:
        return []
    years = _years_of(members[0])
    found = list(takewhile(lambda one: _years_of(one) != years and _is_in_words(one.measure), reversed(members)))
    return found[::-1] if len(found) < len(members) else []


def _years_of(one: Placed) -> list[str]:
    return [unbroken(actual.year.text) for actual in one.measure.actuals]


def _is_in_words(measure: Measure) -> bool:
    """Whether a measure has no baseline and no numbers, each yearly text of one year."""
    values = [measure.target.value, *(t.value for t in measure.targets), *(a.value for a in measure.actuals)]
    plain = all(len(target.years) == 1 for target in measure.targets) and not measure.mark
    return plain and not (measure.baseline.value or measure.baseline.year) and not any(v.quantity for v in values)


def goals_block(sheet: Sheet, form: Form, ruler: Ruler, apart: Collection[str] = ()) -> Block:
    """The whole table; nothing where the sheet has neither goals nor rationales. ``apart``: the paths of measures that
    stand elsewhere."""
    if not sheet.goals and not sheet.rationales:
        return Block()
    whole, sheet = sheet, _without(sheet, apart)
    columns = _columns(sheet, form, ruler)
    body, bands, last = _body(sheet, columns, ruler)
    reasons: tuple[Box, ...] = ()
    if "rationale" in columns.at:
        lines = {band.path: (band.top, band.bottom) for band in bands}
        elsewhere = {n for n, one in enumerate(whole.rationales) if one.measures and set(one.measures) <= set(apart)}
        reasons, last = rationale_boxes(whole, lines, columns.at["rationale"], last, elsewhere)
    boxes = (*_head(sheet, form, columns), *body, *reasons)
    together = [(band.top, band.bottom) for band in bands]
    return Block(boxes, (_LINE,) * last, ((1, min(last, _HEAD_LINES + 2)), *together))


def _without(sheet: Sheet, apart: Collection[str]) -> Sheet:
    """The sheet without those measures, which are its last: the paths of the others stay."""
    goals = []
    for g, goal in enumerate(sheet.goals):
        levers = []
        for v, lever in enumerate(goal.levers):
            path = f"/goals/{g}/levers/{v}/indicators"
            kept = [
                indicator.model_copy(update={"measures": _kept(indicator, f"{path}/{i}", apart)})
                for i, indicator in enumerate(lever.indicators)
                if not indicator.measures or _kept(indicator, f"{path}/{i}", apart)
            ]
            levers.append(lever.model_copy(update={"indicators": tuple(kept)}))
        goals.append(goal.model_copy(update={"levers": tuple(levers)}))
    return sheet.model_copy(update={"goals": tuple(goals)}) if apart else sheet


def _kept(indicator: Indicator, path: str, apart: Collection[str]) -> tuple[Measure, ...]:
    return tuple(m for n, m in enumerate(indicator.measures) if f"{path}/measures/{n}" not in apart)


def _columns(sheet: Sheet, form: Form, ruler: Ruler) -> Columns:
    """The table's columns. A column that other printings leave out is left out where the sheet has nothing for it, its
    label included; its neighbour then takes its place."""
    empty = {
        "goal": not any(goal.text for goal in sheet.goals),
        "lever": not any(lever.text for goal in sheet.goals for lever in goal.levers),
        "rationale": not sheet.rationales,
        "met": not any(measure.mark for _, _, measure in sheet.measures()),
    }
    table = form.table("indicators")
    absent = {role for role, is_empty in empty.items() if is_empty and not sheet.label(f"indicators.{role}")}
    return Columns.set_out(printed_columns(table, absent, ruler), year_columns(sheet), "yearly_target")


def _head(sheet: Sheet, form: Form, columns: Columns) -> Iterator[Box]:
    table = form.table("indicators")
    both = own_label(sheet, "indicators.yearly")
    lines = {"yearly_target": (1, 1), "yearly_actual": (2, 2)}
    for spec in table.columns:
        if spec.role in columns.at and not (both and spec.role in lines):
            left, right = columns.at[spec.role]
            top, bottom = lines.get(spec.role, (1, _HEAD_LINES))
            yield Box(top, left, bottom, right, *column_label(sheet, table, spec), Look.LABEL)
    if both:  # 年度ごとの目標値 and 年度ごとの実績値 in one label
        left, right = columns.at["yearly_target"]
        yield Box(1, left, _HEAD_LINES - 1, right, *both, Look.LABEL)
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
        "met": (measure.mark.text, "mark"),
    }
    for role, (text, leaf) in cells.items():
        if role in columns.at:
            left, right = columns.at[role]
            yield Box(top, left, bottom, right, text, f"{path}/{leaf}", Look.VALUE)


def _series(measure: Measure, path: str, top: int, columns: Columns) -> Iterator[Box]:
    """The yearly targets and, below them, the actuals; a blank box where a year has none."""
    runs = target_columns(measure)
    for n, run in enumerate(runs):
        for left, right in joined(sorted(columns.of(column) for column in run)):
            yield Box(top, left, top, right, measure.targets[n].value.text, f"{path}/targets/{n}/value", Look.VALUE)
    yield from columns.blanks(top, [column for run in runs for column in run])
    actuals = columns_of(actual.year for actual in measure.actuals)
    for n, column in enumerate(actuals):
        left, right = columns.of(column)
        text = measure.actuals[n].value.text
        yield Box(top + 1, left, top + 1, right, text, f"{path}/actuals/{n}/value", Look.VALUE)
    yield from columns.blanks(top + 1, actuals)

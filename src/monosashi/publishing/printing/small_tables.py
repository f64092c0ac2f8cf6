"""A small table for each number of an indicator, with heads of its own: 基準値, 実績値 by year, 目標値, and whether it was met.

The years of baseline and target stand under their labels in the head; where members of a group do not share them, under
the values. The yearly targets are a row of their own below the actuals. A number with its name stands to the left of the
heads; where the form labels their column, or a group has members, below that label.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from monosashi.forms import ColumnSpec, Form
from monosashi.model import PrintedNendo, Sheet
from monosashi.publishing.printing.box import Block, Box, Look, Ruler, Span
from monosashi.publishing.printing.labels import Words, column_label, is_made, own_label
from monosashi.publishing.printing.measures import Placed, is_odd_year, measures_of
from monosashi.publishing.printing.series import joined, target_columns
from monosashi.publishing.printing.years import Place, YearColumn, all_columns, columns_of

_LINE = 18.0
_HEAD = 2
#: Columns of the form that a number fills.
_NUMBER = 3


def small_tables(sheet: Sheet, form: Form, ruler: Ruler) -> Iterator[Block]:
    """The tables, a group's members together."""
    for _, run in groupby(measures_of(sheet), key=_together):
        yield _Table(sheet, form, ruler, tuple(run)).block()


def _together(one: Placed) -> object:
    """What stands in one table: the members of a group, else a measure alone."""
    number = one.indicator.number
    shared = one.indicator.group or (number.sub and number.text.endswith(number.sub))
    return (number.value, number.circled, one.indicator.group) if shared else one.path


@dataclass(frozen=True)
class _Table:
    """One small table being laid out."""

    sheet: Sheet
    form: Form
    ruler: Ruler
    members: tuple[Placed, ...]

    def block(self) -> Block:
        """The head, a line for the group, and each member's lines."""
        boxes = list(self._head())
        line = _HEAD
        group = self.members[0].indicator.group
        top = line + 1
        if group:
            line += 1
            boxes += self._group(line)
        for member in self.members:
            boxes += self._member(member, line + 1)
            line += self._lines
        if self._headed:
            boxes += self._number(top, line)
        return Block(tuple(boxes), (_LINE,) * line, ((1, line),))

    def _spec(self, role: str) -> ColumnSpec:
        return self.form.table("indicators").column(role)

    def _has(self, role: str) -> bool:
        return any(column.role == role for column in self.form.table("indicators").columns)

    def _span(self, role: str) -> Span:
        return self.ruler.span(self._spec(role).columns)

    def _words(self, role: str) -> Words:
        return column_label(self.sheet, self.form.table("indicators"), self._spec(role))

    @property
    def _headed(self) -> bool:
        """Whether a label stands over numbers and names."""
        bare = not self.sheet.label("indicators.indicator") and self.form.table("indicators").unheaded
        return not bare or len(self.members) > 1 or bool(self.members[0].indicator.group)

    @property
    def _lines(self) -> int:
        """Lines of a member: its actuals, and its yearly targets where any member has some."""
        return 2 if any(one.measure.targets for one in self.members) else 1

    @property
    def _met(self) -> bool:
        """Whether the column of judgements is printed."""
        if not self._has("met"):
            return False
        marks = any(measure.mark for _, _, measure in self.sheet.measures())
        return (
            marks or bool(self.sheet.label("indicators.met")) or is_made(self.sheet) or not self._spec("met").optional
        )

    def _years(self) -> tuple[YearColumn, ...]:
        lists = [columns_of(actual.year for actual in one.measure.actuals) for one in self.members]
        return all_columns([*lists, *(run for one in self.members for run in target_columns(one.measure))])

    def _spans(self) -> dict[Place, Span]:
        years = self._years()
        spans = self.ruler.divide(self._spec("yearly_actual").columns, max(1, len(years)))
        return {year.place: span for year, span in zip(years, spans, strict=False)}

    def _year_apart(self, role: str) -> Words | None:
        """The label of a column of its own for the years of baseline or target; None where they stand in the head: they
        can, where each is a year."""
        own = own_label(self.sheet, f"indicators.{role}_year")
        label = self._spec(role).year
        ends = [m.baseline if role == "baseline" else m.target for _, _, m in self.sheet.measures()]
        odd = any(is_odd_year(end.year) for end in ends)
        return own or ((label, "") if odd and label else None)

    def _value_span(self, role: str) -> Span:
        """The columns of the value: all of its own, or the first of them beside its year."""
        left, right = self._span(role)
        return (left, (left + right) // 2) if self._year_apart(role) else (left, right)

    def _shared_year(self, role: str) -> PrintedNendo | None:
        """The year that the head prints for all members; None where their cells print their own."""
        ends = [one.measure.baseline if role == "baseline" else one.measure.target for one in self.members]
        alike = {end.year.text for end in ends} == {ends[0].year.text}
        inside = any(_bears(end.value.text, end.year.text) for end in ends)
        if not alike or inside or self._year_apart(role):
            return None
        return ends[0].year if ends[0].year.text else None

    def _head(self) -> Iterator[Box]:
        if self._headed:
            left, right = self._span("indicator")
            yield Box(1, left, _HEAD, right, *self._words("indicator"), Look.LABEL)
        for role in ("baseline", "target"):
            left, right = self._value_span(role)
            year = self._shared_year(role)
            yield Box(1, left, 1 if year else _HEAD, right, *self._words(role), Look.LABEL)
            if apart := self._year_apart(role):
                yield Box(1, right + 1, _HEAD, self._span(role)[1], *apart, Look.LABEL)
            if year:
                paths = tuple(f"{one.path}/{role}/year" for one in self.members)
                yield Box(_HEAD, left, _HEAD, right, year.text, paths[0], Look.LABEL, paths[1:])
        left, right = self._span("yearly_actual")
        other = own_label(self.sheet, "indicators.yearly_actual_first") or own_label(self.sheet, "indicators.yearly")
        yield Box(1, left, 1, right, *(other or self._words("yearly_actual")), Look.LABEL)
        spans = self._spans()
        for column in self._years():
            first, last = spans[column.place]
            yield Box(_HEAD, first, _HEAD, last, column.year.text, "", Look.LABEL)
        if not spans:
            yield Box(_HEAD, left, _HEAD, right, look=Look.LABEL)
        if self._met:
            left, right = self._span("met")
            yield Box(1, left, _HEAD, right, *self._words("met"), Look.LABEL)

    def _number(self, top: int, bottom: int) -> Iterator[Box]:
        left = self._span("indicator")[0]
        indicator = self.members[0].indicator
        text = indicator.number.text
        many = indicator.group or len(self.members) > 1
        text = text.removesuffix(indicator.number.sub) if many else text
        paths = tuple(f"{one.above}/number" for one in self.members)
        right = left + _NUMBER * self.ruler.fineness - 1
        yield Box(top, left, bottom, right, text, paths[0], Look.VALUE, paths[1:])

    def _name_left(self) -> int:
        return self._span("indicator")[0] + _NUMBER * self.ruler.fineness

    def _group(self, line: int) -> Iterator[Box]:
        left, right = self._name_left(), self._span("indicator")[1]
        paths = tuple(f"{one.above}/group" for one in self.members)
        yield Box(line, left, line, right, self.members[0].indicator.group, paths[0], Look.TEXT, paths[1:])
        yield Box(line, right + 1, line, self.ruler.span((1, self.form.paper.columns))[1], look=Look.VALUE)

    def _member(self, one: Placed, top: int) -> Iterator[Box]:
        bottom = top + self._lines - 1
        left, right = self._name_left(), self._span("indicator")[1]
        many = one.indicator.group or len(self.members) > 1
        sub = one.indicator.number.sub if many else ""
        name_top = top if self._headed else 1
        yield Box(name_top, left, bottom, right, sub + one.measure.name.text, f"{one.path}/name")
        if not self._headed:
            number = self._span("indicator")[0]
            words, path = one.indicator.number.text, f"{one.above}/number"
            yield Box(1, number, bottom, left - 1, words, path, Look.VALUE)
        yield from self._ends(one, top, bottom)
        yield from self._series(one, top)

    def _ends(self, one: Placed, top: int, bottom: int) -> Iterator[Box]:
        """Baseline, target, and whether it was met."""
        for role, end in (("baseline", one.measure.baseline), ("target", one.measure.target)):
            left, right = self._value_span(role)
            low = top if role == "baseline" else bottom
            text, year = end.value.text, f"{one.path}/{role}/year"
            also: tuple[str, ...] = ()
            if self._year_apart(role):
                yield Box(top, right + 1, low, self._span(role)[1], end.year.text, year, Look.VALUE)
            elif end.year.text and not self._shared_year(role):
                text = text if _bears(text, end.year.text) else f"{text}\n（{end.year.text}）"
                also = (year,)
            yield Box(top, left, low, right, text, f"{one.path}/{role}/value", Look.VALUE, also)
        if self._met:
            left, right = self._span("met")
            yield Box(top, left, bottom, right, one.measure.mark.text, f"{one.path}/mark", Look.VALUE)

    def _series(self, one: Placed, top: int) -> Iterator[Box]:
        spans = self._spans()
        actuals = columns_of(actual.year for actual in one.measure.actuals)
        for n, column in enumerate(actuals):
            left, right = spans[column.place]
            words = one.measure.actuals[n].value.text
            yield Box(top, left, top, right, words, f"{one.path}/actuals/{n}/value", Look.VALUE)
        yield from self._blanks(top, actuals)
        if self._lines == 1:
            return
        left, right = self._span("yearly_target")
        yield Box(top + 1, left, top + 1, right, *self._words("yearly_target"), Look.LABEL)
        runs = target_columns(one.measure)
        for n, run in enumerate(runs):
            for left, right in joined(sorted(spans[column.place] for column in run)):
                words = one.measure.targets[n].value.text
                yield Box(top + 1, left, top + 1, right, words, f"{one.path}/targets/{n}/value", Look.VALUE)
        yield from self._blanks(top + 1, [column for run in runs for column in run])

    def _blanks(self, line: int, taken: Sequence[YearColumn]) -> Iterator[Box]:
        places = {column.place for column in taken}
        free = [span for place, span in self._spans().items() if place not in places]
        for left, right in free if self._spans() else [self._span("yearly_actual")]:
            yield Box(line, left, line, right, look=Look.VALUE)


def _bears(value: str, year: str) -> bool:
    """Whether a value ends in brackets with its year and nothing else (約75%（24年度）), by which a reader knows the year."""
    bracketed = value.rstrip()[:-1].rstrip().endswith(year) and value.rstrip()[-1:] in ")）"
    before = value.rstrip()[:-1].rstrip().removesuffix(year).rstrip()
    return bool(year) and bracketed and before[-1:] in ("(", "（")

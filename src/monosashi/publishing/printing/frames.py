"""A frame for each indicator: its name at the left; at the right its reasons, and below them a grid of its values.

The year stands under 基準値 and 目標値; 年度ごとの目標値 over 年度ごとの実績値 head the years, and targets stand over actuals.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from monosashi.forms import Form, TableSpec
from monosashi.model import Sheet
from monosashi.publishing.printing.box import Block, Box, Look, Ruler, Span
from monosashi.publishing.printing.labels import Words, own_label, printed_label
from monosashi.publishing.printing.measures import Placed, is_odd_year, measures_of, reasons_of
from monosashi.publishing.printing.series import joined, target_columns
from monosashi.publishing.printing.years import Place, YearColumn, all_columns, columns_of

_LINE = 18.0
#: The lines of a frame: two of reasons, three of heads, targets, actuals.
_REASON, _HEADS, _VALUES, _LAST = 1, 3, 6, 7


def frames(sheet: Sheet, form: Form, ruler: Ruler) -> Iterator[Block]:
    """A block for each measure."""
    for one in measures_of(sheet):
        yield Block(tuple(_Frame(sheet, form, ruler, one).boxes()), (_LINE,) * _LAST, ((1, _LAST),))


@dataclass(frozen=True)
class _Frame:
    """One measure's frame being laid out."""

    sheet: Sheet
    form: Form
    ruler: Ruler
    one: Placed

    @property
    def _spec(self) -> TableSpec:
        return self.form.table("indicators")

    def _span(self, role: str) -> Span:
        return self.ruler.span(self._spec.column(role).columns)

    def _words(self, role: str) -> Words:
        return printed_label(self.sheet, f"indicators.{role}", self._spec.column(role))

    def boxes(self) -> Iterator[Box]:
        """Everything in the frame."""
        left, right = self._span("indicator")
        number = self.one.indicator.number.text
        text = f"指標{number}\n{self.one.measure.name.text}" if number else self.one.measure.name.text
        yield Box(1, left, _LAST, right, text, f"{self.one.path}/name", Look.TEXT, (f"{self.one.above}/number",))
        yield from self._reasons()
        yield from self._ends()
        yield from self._series()
        # a number's mark stands in the first of its frames
        primary = self.one.indicator.primary_mark if self.one.path.endswith("/measures/0") else ""
        for role, leaf, text in (
            ("primary", f"{self.one.above}/primary_mark", primary),
            ("met", f"{self.one.path}/mark", self.one.measure.mark.text),
        ):
            left, right = self._span(role)
            yield Box(_HEADS, left, _VALUES - 1, right, *self._words(role), Look.LABEL)
            yield Box(_VALUES, left, _LAST, right, text, leaf, Look.VALUE)

    def _reasons(self) -> Iterator[Box]:
        """One reason for the choice, one for the target's height."""
        found = reasons_of(self.sheet, self.one.path)
        for n, role in enumerate(("rationale", "target_rationale")):
            left, right = self._span(role)
            line = _REASON + n
            own = own_label(self.sheet, f"indicators.{role}") if n or len(found) == 1 else None
            words = own or (self._spec.column(role).label, "")
            yield Box(line, left, line, right, *words, Look.LABEL)
            end = self.ruler.span((1, self.form.paper.columns))[1]
            text, path = (
                (self.sheet.rationales[found[n]].text, f"/rationales/{found[n]}") if n < len(found) else ("", "")
            )
            yield Box(line, right + 1, line, end, text, path)

    def _ends(self) -> Iterator[Box]:
        """Baseline and target, each with its year below the label, or in a column of its own where it is no year (－)."""
        measure = self.one.measure
        for role, end in (("baseline", measure.baseline), ("target", measure.target)):
            left, right = self._span(role)
            path, heads = f"{self.one.path}/{role}", _HEADS if end.year else _VALUES - 1
            label = self._spec.column(role).year
            if label and is_odd_year(end.year):
                heads, middle = _VALUES - 1, (left + right) // 2
                yield Box(_HEADS, middle + 1, heads, right, label, "", Look.LABEL)
                yield Box(_VALUES, middle + 1, _LAST, right, end.year.text, f"{path}/year", Look.VALUE)
                right = middle
            elif end.year:
                yield Box(_HEADS + 1, left, _VALUES - 1, right, end.year.text, f"{path}/year", Look.LABEL)
            yield Box(_HEADS, left, heads, right, *self._words(role), Look.LABEL)
            yield Box(_VALUES, left, _LAST, right, end.value.text, f"{path}/value", Look.VALUE)

    def _series(self) -> Iterator[Box]:
        measure = self.one.measure
        left, right = self._span("yearly_target")
        yield Box(_HEADS, left, _HEADS, right, *self._words("yearly_target"), Look.LABEL)
        yield Box(_HEADS + 1, left, _HEADS + 1, right, *self._words("yearly_actual"), Look.LABEL)
        runs = target_columns(measure)
        actuals = columns_of(actual.year for actual in measure.actuals)
        years = all_columns([actuals, *runs])
        spans = self.ruler.divide(self._spec.column("yearly_target").columns, max(1, len(years)))
        at = {year.place: span for year, span in zip(years, spans, strict=False)}
        for year in years:
            yield Box(_VALUES - 1, at[year.place][0], _VALUES - 1, at[year.place][1], year.year.text, "", Look.LABEL)
        for n, run in enumerate(runs):
            for first, last in joined(sorted(at[column.place] for column in run)):
                path = f"{self.one.path}/targets/{n}/value"
                yield Box(_VALUES, first, _VALUES, last, measure.targets[n].value.text, path, Look.VALUE)
        for n, column in enumerate(actuals):
            path = f"{self.one.path}/actuals/{n}/value"
            yield Box(_LAST, *_at(at[column.place], _LAST), measure.actuals[n].value.text, path, Look.VALUE)
        yield from _blanks(_VALUES, at, [column for run in runs for column in run], (left, right))
        yield from _blanks(_LAST, at, list(actuals), (left, right))


def _at(span: Span, line: int) -> tuple[int, int, int]:
    return span[0], line, span[1]


def _blanks(line: int, at: dict[Place, Span], taken: list[YearColumn], whole: Span) -> Iterator[Box]:
    places = {column.place for column in taken}
    for place, (left, right) in at.items():
        if place not in places:
            yield Box(line, left, line, right, look=Look.VALUE)
    if not at:
        yield Box(line, *_at(whole, line), look=Look.VALUE)

"""A heading for each indicator (○業績指標5-1-1-A：name　（単位：…）) over rows of years: 目標値, 実績値, 達成度."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from monosashi.forms import Form, TableSpec
from monosashi.model import Sheet
from monosashi.publishing.printing.box import Block, Box, Look, Ruler, Span
from monosashi.publishing.printing.labels import Words, printed_label
from monosashi.publishing.printing.measures import Placed, measures_of, reasons_of
from monosashi.publishing.printing.series import joined, target_columns
from monosashi.publishing.printing.years import Place, all_columns, columns_of

_LINE = 18.0
#: One reason is the target's; of several the sheet does not say which is which (（出所）, （目標値の設定の根拠）).
_REASON, _REMARK = "目標値の設定の根拠", "備考"
_UNIT = "単位"
_YEAR = "年度"


def series_tables(sheet: Sheet, form: Form, ruler: Ruler) -> Iterator[Block]:
    """A block for each measure."""
    for one in measures_of(sheet):
        rows = list(_Series(sheet, form, ruler, one).rows())
        boxes = [box for row in rows for box in row]
        yield Block(tuple(boxes), (_LINE,) * len(rows), ((1, len(rows)),))


#: The boxes of one line.
_Row = list[Box]


@dataclass(frozen=True)
class _Series:
    """One measure being laid out."""

    sheet: Sheet
    form: Form
    ruler: Ruler
    one: Placed

    @property
    def _spec(self) -> TableSpec:
        return self.form.table("indicators")

    def _words(self, role: str) -> Words:
        return printed_label(self.sheet, f"indicators.{role}", self._spec.column(role))

    def rows(self) -> Iterator[_Row]:
        """The lines, one below the other."""
        yield [self._heading(1)]
        line = 2
        if self.one.measure.counted_in:
            yield self._pair(line, _UNIT, self.one.measure.counted_in, f"{self.one.path}/counted_in")
            line += 1
        yield from self._down(line) if len(self._at()) == 1 else self._across(line)

    def _across(self, line: int) -> Iterator[_Row]:
        """The years side by side, a row for each kind of value, and one for each reason."""
        yield self._years(line)
        yield self._targets(line + 1)
        yield self._actuals(line + 2)
        line += 3
        if any(actual.mark for actual in self.one.measure.actuals):
            yield self._marks(line)
            line += 1
        for n, (label, text, path) in enumerate(self._reasons()):
            yield self._pair(line + n, label, text, path)

    def _down(self, line: int) -> Iterator[_Row]:
        """A single year, its values side by side with their reasons: one year alone heads no columns."""
        rows = list(self._across(line))
        spans = self.ruler.divide((1, self.form.paper.columns), len(rows))
        for n, below in enumerate(zip(*(sorted(row, key=lambda box: box.left) for row in rows), strict=True)):
            cells = zip(below, spans, strict=True)
            yield [replace(box, top=line + n, bottom=line + n, left=span[0], right=span[1]) for box, span in cells]

    def _reasons(self) -> list[tuple[str, str, str]]:
        """The label, the text and the path of each reason."""
        found = reasons_of(self.sheet, self.one.path)
        label = _REASON if len(found) == 1 else _REMARK
        return [(label, self.sheet.rationales[n].text, f"/rationales/{n}") for n in found]

    def _whole(self) -> Span:
        return self.ruler.span((1, self.form.paper.columns))

    def _label_span(self) -> Span:
        return self.ruler.span(self._spec.column("yearly_target").columns)

    def _heading(self, line: int) -> Box:
        left, right = self._whole()
        number, name = self.one.indicator.number.text, self.one.measure.name.text
        label = self._spec.column("indicator").label
        text = f"○{label} {number}：{name}" if number else name
        return Box(line, left, line, right, text, f"{self.one.path}/name", Look.TEXT, (f"{self.one.above}/number",))

    def _pair(self, line: int, label: str, text: str, path: str) -> _Row:
        left, right = self._label_span()
        return [
            Box(line, left, line, right, label, "", Look.LABEL),
            Box(line, right + 1, line, self._whole()[1], text, path),
        ]

    def _at(self) -> dict[Place, Span]:
        measure = self.one.measure
        years = all_columns([columns_of(one.year for one in measure.actuals), *target_columns(measure)])
        area = self._spec.column("yearly_target").columns[1] + 1, self.form.paper.columns
        spans = self.ruler.divide(area, max(1, len(years)))
        return {year.place: span for year, span in zip(years, spans, strict=False)}

    def _row(self, line: int, words: Words, found: dict[Place, tuple[str, str]], look: Look = Look.VALUE) -> _Row:
        """A label, and under each year its text with its path."""
        left, right = self._label_span()
        at = self._at()
        boxes = [Box(line, left, line, right, *words, Look.LABEL)]
        boxes += [Box(line, *_cut(span, line), *found.get(place, ("", "")), look) for place, span in at.items()]
        if not at:
            boxes.append(Box(line, right + 1, line, self._whole()[1], look=look))
        return boxes

    def _years(self, line: int) -> _Row:
        measure = self.one.measure
        years = all_columns([columns_of(one.year for one in measure.actuals), *target_columns(measure)])
        return self._row(line, (_YEAR, ""), {year.place: (year.year.text, "") for year in years}, Look.LABEL)

    def _targets(self, line: int) -> _Row:
        at = self._at()
        boxes = self._row(line, self._words("yearly_target"), {})
        for n, run in enumerate(target_columns(self.one.measure)):
            for left, right in joined(sorted(at[column.place] for column in run)):
                boxes = [box for box in boxes if box.right < left or box.left > right]
                text = self.one.measure.targets[n].value.text
                boxes.append(Box(line, left, line, right, text, f"{self.one.path}/targets/{n}/value", Look.VALUE))
        return boxes

    def _actuals(self, line: int) -> _Row:
        actuals = self.one.measure.actuals
        columns = columns_of(one.year for one in actuals)
        found: dict[Place, tuple[str, str]] = {
            column.place: (one.value.text, f"{self.one.path}/actuals/{n}/value")
            for n, (column, one) in enumerate(zip(columns, actuals, strict=True))
        }
        return self._row(line, self._words("yearly_actual"), found)

    def _marks(self, line: int) -> _Row:
        actuals = self.one.measure.actuals
        columns = columns_of(one.year for one in actuals)
        found: dict[Place, tuple[str, str]] = {
            column.place: (one.mark, f"{self.one.path}/actuals/{n}/mark")
            for n, (column, one) in enumerate(zip(columns, actuals, strict=True))
        }
        return self._row(line, self._words("rate"), found)


def _cut(span: Span, line: int) -> tuple[int, int, int]:
    return span[0], line, span[1]

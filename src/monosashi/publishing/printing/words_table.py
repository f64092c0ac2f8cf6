"""A table of indicators that are told in words: a row a year, its text beside it.

The measure's name and what it is to reach stand over the rows of its years.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from monosashi.forms import ColumnSpec, TableSpec
from monosashi.model import Sheet
from monosashi.model.folding import unbroken
from monosashi.publishing.printing.box import Block, Box, Look, Ruler
from monosashi.publishing.printing.columns import printed_columns
from monosashi.publishing.printing.labels import is_made, own_label, printed_label
from monosashi.publishing.printing.measures import Placed, reasons_of

_LINE = 20.0
#: Columns of the form that a number fills, and a year beside its text.
_NUMBER, _YEAR = 2, 6

#: A year's words, its text and the text's path.
_Said = tuple[str, str, str]


def words_table(
    sheet: Sheet, spec: TableSpec, members: Sequence[Placed], ruler: Ruler, *, own_labels: bool = False
) -> Block:
    """The table of those measures; nothing where there are none. ``own_labels``: its labels are the form's, because the
    sheet's own stand over another table."""
    if not members:
        return Block()
    table = _Table(sheet, spec, ruler, tuple(members), own_labels)
    boxes = list(table.head())
    line = 1
    bands = []
    for one in members:
        boxes += table.measure(one, line + 1)
        bands.append((line + 1, line + table.rows(one)))
        line += table.rows(one)
    return Block(tuple(boxes), (_LINE,) * line, ((1, bands[0][1]), *bands))


@dataclass(frozen=True)
class _Table:
    """The table being laid out."""

    sheet: Sheet
    spec: TableSpec
    ruler: Ruler
    members: tuple[Placed, ...]
    own: bool

    @property
    def _columns(self) -> dict[str, tuple[int, int]]:
        """Each column's span; those that may be left out, where nothing stands in them."""
        filled = {
            "met": any(one.measure.mark for one in self.members),
            "rationale": any(reasons_of(self.sheet, one.path) for one in self.members),
            "target_year": any(one.measure.target.year for one in self.members),
            "target": any(one.measure.target.value for one in self.members),
        }
        made = is_made(self.sheet)
        absent = {
            role
            for role, is_filled in filled.items()
            if not is_filled and not made and not self.sheet.label(f"indicators.{role}")
        }
        return printed_columns(self.spec, absent, self.ruler)

    def _label(self, spec: ColumnSpec) -> tuple[str, str]:
        if self.own:
            return spec.label, ""
        other = own_label(self.sheet, "indicators.yearly") if spec.role == "yearly_actual" else None
        return other or printed_label(self.sheet, f"indicators.{spec.role}", spec)

    def head(self) -> Iterator[Box]:
        """The labels of the columns."""
        for spec in self.spec.columns:
            if spec.role in self._columns:
                left, right = self._columns[spec.role]
                yield Box(1, left, 1, right, *self._label(spec), Look.LABEL)

    def _series(self, one: Placed) -> dict[str, list[_Said]]:
        targets = [
            (target.years[0].text, target.value.text, f"{one.path}/targets/{n}/value")
            for n, target in enumerate(one.measure.targets)
            if len(target.years) == 1
        ]
        actuals = [
            (actual.year.text, actual.value.text, f"{one.path}/actuals/{n}/value")
            for n, actual in enumerate(one.measure.actuals)
        ]
        found = {"yearly_target": targets, "yearly_actual": actuals}
        return {role: said for role, said in found.items() if role in self._columns}

    def rows(self, one: Placed) -> int:
        """How many rows a measure fills."""
        return max(1, *(len(said) for said in self._series(one).values()))

    def measure(self, one: Placed, top: int) -> Iterator[Box]:
        """A measure's cells."""
        bottom = top + self.rows(one) - 1
        left, right = self._columns["indicator"]
        name = left + _NUMBER * self.ruler.fineness
        yield Box(top, left, bottom, name - 1, one.indicator.number.text, f"{one.above}/number", Look.VALUE)
        yield Box(top, name, bottom, right, one.measure.name.text, f"{one.path}/name")
        reasons = reasons_of(self.sheet, one.path)
        texts = {
            "target": (one.measure.target.value.text, f"{one.path}/target/value", Look.TEXT),
            "target_year": (one.measure.target.year.text, f"{one.path}/target/year", Look.VALUE),
            "met": (one.measure.mark.text, f"{one.path}/mark", Look.VALUE),
            "rationale": (
                "".join(self.sheet.rationales[n].text for n in reasons[:1]),
                "".join(f"/rationales/{n}" for n in reasons[:1]),
                Look.TEXT,
            ),
        }
        for role, (text, path, look) in texts.items():
            if role in self._columns:
                left, right = self._columns[role]
                yield Box(top, left, bottom, right, text, path, look)
        for role, said in self._series(one).items():
            yield from self._years(role, said, top, bottom)

    def _in_label(self, role: str, said: list[_Said]) -> bool:
        """Whether the label over the texts names their year: 施策の進捗状況（26年度）."""
        spec = next(spec for spec in self.spec.columns if spec.role == role)
        return len(said) == 1 and bool(said[0][0]) and unbroken(said[0][0]) in unbroken(self._label(spec)[0])

    def _years(self, role: str, said: list[_Said], top: int, bottom: int) -> Iterator[Box]:
        """A row a year; the last is merged over the rows that are left."""
        left, right = self._columns[role]
        if not said:
            yield Box(top, left, bottom, right)
        if self._in_label(role, said):
            yield Box(top, left, bottom, right, said[0][1], said[0][2])
            return
        text_left = left + min(_YEAR * self.ruler.fineness, (right - left) // 2)
        for n, (year, text, path) in enumerate(said):
            low = bottom if n == len(said) - 1 else top + n
            yield Box(top + n, left, low, text_left - 1, year, "", Look.LABEL)
            yield Box(top + n, text_left, low, right, text, path)

"""The budget by its stages: 区分 over the stages (当初予算(a) … 合計, then 執行額), a column for each year, the request last."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from monosashi.forms import Form, TableSpec, Wording
from monosashi.model import Budget, BudgetAmount, BudgetRow, BudgetRowKind, PrintedNendo, Sheet
from monosashi.model.budget import printed_unit
from monosashi.model.folding import unbroken
from monosashi.publishing.printing.box import Block, Box, Look, Ruler, Span
from monosashi.publishing.printing.labels import Words, is_made, optional_label, own_label

_LINE = 18.0
#: The rows that stand beside 予算の状況, not below it, are all but these.
_APART = frozenset({BudgetRowKind.EXECUTED, BudgetRowKind.RATE})


def budget_blocks(sheet: Sheet, form: Form, ruler: Ruler) -> Iterator[Block]:
    """A table for each budget."""
    for n, budget in enumerate(sheet.budgets):
        if budget.rows:
            yield _Table(sheet, form, ruler, n, budget).block()


def budget_years(budget: Budget) -> tuple[PrintedNendo, ...]:
    """The heads over the amounts: each once, as it is printed, where the rows put it."""
    found: dict[str, PrintedNendo] = {}
    rows = [[year for one in row.amounts for year in one.years] for row in budget.rows]
    for years in sorted(rows, key=len, reverse=True):
        order = list(found)
        for n, year in enumerate(years):
            words = unbroken(year.text)
            if words not in order:
                order.insert(_place(order, years, n, found), words)
                found[words] = year
        found = {words: found[words] for words in order}
    return tuple(found.values())


def _place(order: list[str], years: list[PrintedNendo], n: int, found: dict[str, PrintedNendo]) -> int:
    """Where a row puts its nth year among the heads: behind the one before it, before the one behind it; where it has
    neither, by the calendar."""
    before = unbroken(years[n - 1].text) if n else None
    if before in order:
        return order.index(before) + 1
    behind = next((words for year in years[n + 1 :] if (words := unbroken(year.text)) in order), None)
    if behind is not None:
        return order.index(behind)
    own = years[n].nendo
    later = (place for place, words in enumerate(order) if own and (at := found[words].nendo) and at.year > own.year)
    return next(later, len(order))


@dataclass(frozen=True)
class _Table:
    """One budget being laid out."""

    sheet: Sheet
    form: Form
    ruler: Ruler
    n: int
    budget: Budget

    @property
    def spec(self) -> TableSpec:
        return self.form.table("budget")

    def block(self) -> Block:
        """The whole table, under a line with its unit where the paper had one."""
        above = own_label(self.sheet, "budget.unit", self.n)
        top = 2 if above else 1
        last = top + len(self.budget.rows)
        years = self._years()
        boxes = [*self._side(top, last), *self._head(top, years), *self._state(top), *self._rows(top, years)]
        if above:
            left, right = self.ruler.span((1, self.form.paper.columns))
            boxes.append(Box(1, left, 1, right, *above, Look.UNIT))
        return Block(tuple(boxes), (_LINE,) * last, ((1, last),))

    def _label(self, role: str, wording: Wording) -> Words | None:
        return optional_label(self.sheet, f"budget.{role}", wording, self.n)

    def _side_words(self) -> Words | None:
        if self.budget.label:
            return self.budget.label, f"/budgets/{self.n}/label"
        side = self.spec.side
        return (side.label, "") if side and is_made(self.sheet) else None

    def _left(self) -> int:
        """The first of the form's columns right of the label beside the table."""
        return self.spec.side_columns[1] + 1 if self.spec.side_columns and self._side_words() else 1

    def _side(self, top: int, last: int) -> Iterator[Box]:
        words = self._side_words()
        if words and self.spec.side_columns:
            left, right = self.ruler.span(self.spec.side_columns)
            yield Box(top, left, last, right, *words, Look.LABEL)

    def _head(self, top: int, years: dict[str, Span]) -> Iterator[Box]:
        spec = self.spec.column("head")
        left, right = self.ruler.span((self._left(), spec.columns[1]))
        yield Box(top, left, top, right, *(self._label("head", spec) or ("", "")), Look.LABEL)
        for year in budget_years(self.budget):
            first, last = years[unbroken(year.text)]
            yield Box(top, first, top, last, year.text, "", Look.LABEL)

    def _years(self) -> dict[str, Span]:
        """The columns of each year by its words."""
        heads = budget_years(self.budget)
        area = self.spec.column("head").columns[1] + 1, self.form.paper.columns
        spans = self.ruler.divide(area, max(1, len(heads)))
        return {unbroken(year.text): span for year, span in zip(heads, spans, strict=False)}

    def _beside_state(self) -> int:
        """How many rows stand beside 予算の状況."""
        apart = (n for n, row in enumerate(self.budget.rows) if row.kind in _APART)
        return next(apart, len(self.budget.rows))

    def _state_words(self) -> Words | None:
        spec = self.spec.column("state")
        words = self._label("state", spec)
        if not words or words[1] or self._beside_state() < 1:
            return words if self._beside_state() else None
        units = {row.unit for row in self.budget.rows if row.unit}
        unit = f"\n（{units.pop()}）" if len(units) == 1 and not printed_unit(words[0]) else ""
        return words[0] + unit, ""

    def _state(self, top: int) -> Iterator[Box]:
        words = self._state_words()
        if words:
            left, right = self.ruler.span((self._left(), self.spec.column("state").columns[1]))
            yield Box(top + 1, left, top + self._beside_state(), right, *words, Look.LABEL)

    def _rows(self, top: int, years: dict[str, Span]) -> Iterator[Box]:
        beside = self._beside_state() if self._state_words() else 0
        for n, row in enumerate(self.budget.rows):
            line, path = top + 1 + n, f"/budgets/{self.n}/rows/{n}"
            first = self.spec.column("state").columns[1] + 1 if n < beside else self._left()
            left, right = self.ruler.span((first, self.spec.column("head").columns[1]))
            yield Box(line, left, line, right, row.label or self._stage(row), f"{path}/label", Look.LABEL)
            yield from _amounts(row.amounts, path, line, years)

    def _stage(self, row: BudgetRow) -> str:
        """What the form calls a stage that the sheet names by its kind alone."""
        return next((one.label for one in self.spec.columns if one.role == row.kind.value), "")


def _amounts(amounts: Sequence[BudgetAmount], path: str, line: int, years: dict[str, Span]) -> Iterator[Box]:
    """The amounts of a row under their years; one that stands under several is merged over them."""
    taken: set[str] = set()
    for n, amount in enumerate(amounts):
        heads = [unbroken(year.text) for year in amount.years]
        if heads and amount.text and taken.isdisjoint(heads):
            spans = [years[head] for head in heads]
            taken.update(heads)
            left, right = min(left for left, _ in spans), max(right for _, right in spans)
            yield Box(line, left, line, right, amount.text, f"{path}/amounts/{n}", Look.VALUE)
    for head, (left, right) in years.items():
        if head not in taken:
            yield Box(line, left, line, right, look=Look.VALUE)

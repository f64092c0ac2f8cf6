"""The measures of a report: baseline, five years of targets and actuals, the final target, and the mark."""

from collections.abc import Iterator
from dataclasses import dataclass

from monosashi.forms import Form
from monosashi.model import (
    Actual,
    Goal,
    Indicator,
    Judged,
    Judgement,
    Lever,
    Measure,
    MeasureName,
    PrintedNendo,
    Sheet,
    Title,
    Value,
    YearTarget,
)
from monosashi.model.folding import is_dash
from monosashi.model.indicator import read_actual
from monosashi.model.measuring.strand import Strand, strands
from monosashi.model.nendo import parse_nendo, print_nendo
from monosashi.office.report.marking import counted, marked_on, running_numbers
from monosashi.office.report.years import past_actuals, past_text, report_years, within


@dataclass(frozen=True)
class MeasureTable:
    """The goals of a report, and where each measure of the sheet stands in it (path to path)."""

    goals: tuple[Goal, ...]
    placed: dict[str, str]


def measure_table(sheet: Sheet, judgement: Judgement, blank: Form, title: Title) -> MeasureTable:
    """The sheet's measures on the blank form. Where that has no column for goals or levers they stand under one."""
    table = blank.table("indicators") if blank.has("indicators") else None
    roles = {column.role for column in table.columns} if table else set()
    made = _Maker(sheet, judgement, blank, title, frozenset(roles))
    if table is None or not sheet.goals:
        return MeasureTable((), {})
    goals = tuple(made.goals())
    places = [path for path, _, _ in Sheet(goals=goals).measures()]
    return MeasureTable(goals, dict(zip((path for path, _, _ in sheet.measures()), places, strict=True)))


_NO_TARGET = Value.model_validate("－")


class _Maker:
    """Makes the report's goals from the sheet's."""

    def __init__(self, sheet: Sheet, judgement: Judgement, blank: Form, title: Title, roles: frozenset[str]) -> None:
        self.sheet, self.blank, self.roles, self.title = sheet, blank, roles, title
        self.years = report_years(sheet, judgement)
        self.signs = _signs(judgement)
        self.counts = running_numbers(sheet)
        self.strands = {one.path: one for one in strands(sheet) if not one.part}

    def goals(self) -> Iterator[Goal]:
        if "goal" in self.roles:
            for g, goal in enumerate(self.sheet.goals):
                yield Goal(text=goal.text, levers=tuple(self._levers(goal.levers, f"/goals/{g}")))
            return
        every = tuple(
            self._indicator(indicator, f"/goals/{g}/levers/{v}/indicators/{i}")
            for g, goal in enumerate(self.sheet.goals)
            for v, lever in enumerate(goal.levers)
            for i, indicator in enumerate(lever.indicators)
        )
        yield Goal(levers=(Lever(indicators=every),))

    def _levers(self, levers: tuple[Lever, ...], path: str) -> Iterator[Lever]:
        for v, lever in enumerate(levers):
            found = (
                self._indicator(one, f"{path}/levers/{v}/indicators/{i}") for i, one in enumerate(lever.indicators)
            )
            yield Lever(text=lever.text if "lever" in self.roles else "", indicators=tuple(found))

    def _indicator(self, indicator: Indicator, path: str) -> Indicator:
        named = counted(indicator, self.counts[path]) if path in self.counts else indicator
        marked = marked_on(self.blank, named)
        measures = (self._measure(one, f"{path}/measures/{m}") for m, one in enumerate(marked.measures))
        return marked.model_copy(update={"measures": tuple(measures)})

    def _measure(self, measure: Measure, path: str) -> Measure:
        targets = tuple(self._targets(measure))
        return Measure(
            name=self._name(measure),
            baseline=measure.baseline.model_copy(update={"year": _head(measure.baseline.year)}),
            target=measure.target.model_copy(update={"year": _head(measure.target.year)}),
            targets=targets,
            actuals=tuple(self._actuals(measure, targets, self.strands.get(path))),
            mark=Judged.model_validate(self._mark(measure, path)),
            counted_in=measure.counted_in if "unit" in self.roles else "",
        )

    def _name(self, measure: Measure) -> MeasureName:
        """The name; with the unit, where the sheet printed that in a column that the report does not have."""
        if "unit" in self.roles or not measure.counted_in or measure.name.unit:
            return measure.name
        return MeasureName.model_validate(f"{measure.name.text}（単位：{measure.counted_in}）")

    def _mark(self, measure: Measure, path: str) -> str:
        return (self.signs.get(path) or measure.mark.text) if "met" in self.roles else ""

    def _targets(self, measure: Measure) -> Iterator[YearTarget]:
        """The targets of the report's years. One that holds 年度ごとに, if it stood alone, would be taken to speak of every
        year over it: then each year has its own cell, with a dash where no target was set."""
        found = [(within(target.years, self.years), target.value) for target in measure.targets]
        found = [(years, value) for years, value in found if years]
        found.sort(key=lambda target: self.years.index(target[0][0]))
        if len(found) != 1 or not (found[0][1].quantity and found[0][1].quantity.each_year):
            yield from (YearTarget(years=years, value=value) for years, value in found)
            return
        ((own, value),) = found
        for year in self.years:
            yield YearTarget(years=(year,), value=value if year in own else _NO_TARGET)

    def _actuals(self, measure: Measure, targets: tuple[YearTarget, ...], strand: Strand | None) -> Iterator[Actual]:
        """An actual for each year: the one that is printed for it, else one under 【参考】, else a blank."""
        own = {actual.year.nendo: actual.value.text for actual in measure.actuals}
        past = {one.nendo: past_text(self.sheet, one) for one in past_actuals(self.sheet, strand)} if strand else {}
        for year in self.years:
            text = own.get(year.nendo) or past.get(year.nendo, "") if year.nendo else ""
            yield self._actual(text, year, targets)

    def _actual(self, text: str, year: PrintedNendo, targets: tuple[YearTarget, ...]) -> Actual:
        expected = any(year in target.years and not is_dash(target.value.text) for target in targets)
        return read_actual(text, year, self.title.nendo.year if self.title.nendo else None, expected=expected)


def _signs(judgement: Judgement) -> dict[str, str]:
    """The mark of each measure by its path: a person's, else the rule's; by a rule without marks, the plain fact."""
    wholes = [one for one in judgement.achievements if not one.part]
    found = {one.path: one.mark.sign for one in wholes if one.mark}
    if not any(one.mark_steps for one in wholes):
        found = {one.path: _FACT[one.met] for one in wholes if one.met is not None}
    return found | {one.path: one.sign for one in judgement.overrides if one.path}


_FACT = {True: "達成", False: "未達成"}


def _head(year: PrintedNendo) -> PrintedNendo:
    """A year as it can stand over a column: one that was read among other words (R6年度まで) without them, a dash left out."""
    if is_dash(year.text):
        return PrintedNendo(text="")
    alone = not year.nendo or parse_nendo("".join(year.text.split()), year.nendo)
    return year if alone or not year.nendo else PrintedNendo(text=print_nendo(year.nendo), nendo=year.nendo)

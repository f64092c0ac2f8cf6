"""``yearly``: a row for each measure and year that a target, an actual or a reference under 【参考】 speaks of."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from monosashi.model import Actual, Measure, Nendo, PrintedNendo, Reading, Value
from monosashi.model.indicator import read_actual
from monosashi.model.mark import plain_number
from monosashi.publishing.tables.references import Past, past_actuals
from monosashi.publishing.tables.table import Row, Table, amount, parts, text, truth, year


@dataclass
class _Year:
    """What is printed for one year."""

    year: PrintedNendo
    targets: list[Value] = field(default_factory=list)
    actuals: list[Actual] = field(default_factory=list)
    past: list[Past] = field(default_factory=list)


def rows(reading: Reading) -> Iterator[Row]:
    """The years of each measure, earliest first; years that no calendar has follow as they are printed."""
    sheet = reading.sheet
    for path, indicator, measure in sheet.measures():
        for one in _years(measure, past_actuals(sheet, path, measure)):
            yield {
                "number": plain_number(indicator.number),
                "name": text(measure.name.name),
                "nendo": year(one.year.nendo),
                **_target(one),
                **_actual(one, sheet.title.nendo),
                **_past(one),
            }


def _years(measure: Measure, past: Iterable[Past]) -> list[_Year]:
    found: dict[Nendo | str, _Year] = {}

    def of(printed: PrintedNendo) -> _Year:
        return found.setdefault(printed.nendo or text(printed.text), _Year(printed))

    for target in measure.targets:
        for printed in target.years:
            of(printed).targets.append(target.value)
    for actual in measure.actuals:
        of(actual.year).actuals.append(actual)
    for one in past:
        of(PrintedNendo(text="", nendo=one.nendo)).past.append(one)
    return sorted(found.values(), key=lambda one: one.year.nendo.year if one.year.nendo else 10_000)


def _target(one: _Year) -> Row:
    if not one.targets:
        return {}
    value = one.targets[0]
    return {
        "target_text": text(value.text),
        "target_value": amount(value.quantity),
        "target_part": parts(value.quantity.parts) if value.quantity else "",
    }


def _actual(one: _Year, sheet_year: Nendo | None) -> Row:
    """The actual; where none is printed though a target is, the way in which it is missing."""
    if one.actuals:
        actual = one.actuals[0]
    elif one.targets:
        actual = read_actual("", one.year, sheet_year.year if sheet_year else None)
    else:
        return {}
    quantity = actual.value.quantity
    return {
        "actual_text": text(actual.value.text),
        "actual_value": amount(quantity),
        "actual_state": actual.state.value,
        "actual_nendo": year(quantity.as_of) if quantity else "",
        "actual_part": parts(quantity.parts) if quantity else "",
        "provisional": truth(quantity.provisional) if quantity else "",
    }


def _past(one: _Year) -> Row:
    if not one.past:
        return {}
    past = one.past[0]
    return {
        "reference_value": amount(past.amount),
        "reference_unit": past.amount.unit,
        "reference_part": parts(past.parts),
    }


YEARLY = Table(
    "yearly",
    (
        "number",
        "name",
        "nendo",
        "target_text",
        "target_value",
        "actual_text",
        "actual_value",
        "actual_state",
        "actual_nendo",
        "reference_value",
        "reference_unit",
        "target_part",
        "actual_part",
        "reference_part",
        "provisional",
    ),
    rows,
)

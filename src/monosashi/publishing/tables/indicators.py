"""``indicators``: a row for each measure, with its goal, lever, baseline and target."""

from collections.abc import Iterator

from monosashi.model import Measure, Quantity, Reading
from monosashi.model.mark import plain_number
from monosashi.publishing.tables.table import Row, Table, amount, listed, number, parts, text, truth, year

#: Units that are a quotient by themselves.
_RATES = frozenset({"%", "％", "‰", "割"})
_CUMULATIVE = ("累計", "累積")


def rows(reading: Reading) -> Iterator[Row]:
    """One row a measure, in printed order; two measures under one number are two rows with that number."""
    for goal in reading.sheet.goals:
        for lever in goal.levers:
            for indicator in lever.indicators:
                for measure in indicator.measures:
                    yield {
                        "goal": text(goal.text),
                        "lever": text(lever.text),
                        "group": text(indicator.group_name),
                        "number": plain_number(indicator.number),
                        "primary": truth(indicator.primary),
                        "name": text(measure.name.name),
                        "kind": measure.name.kind.value if measure.name.kind else "",
                        **_nature(measure),
                        **_baseline(measure),
                        **_target(measure),
                        **_parts(measure),
                        "mark": text(measure.mark.text),
                    }


def _nature(measure: Measure) -> Row:
    values = (measure.target.value, measure.baseline.value, *(t.value for t in measure.targets))
    found = [value.quantity for value in (*values, *(a.value for a in measure.actuals)) if value.quantity]
    cumulative = any(q.cumulative for q in found) or any(word in measure.name.name for word in _CUMULATIVE)
    return {
        "unit": _unit(measure),
        "cumulative": truth(cumulative) if found else "",
        "ratio": truth(_unit(measure) in _RATES or any(map(_is_ratio, found))) if found else "",
    }


def _unit(measure: Measure) -> str:
    """The baseline's unit, and the target's where there is no baseline: what a later value is held against."""
    baseline = measure.baseline.value.quantity
    return baseline.unit if baseline and baseline.unit else measure.unit


def _is_ratio(quantity: Quantity) -> bool:
    return quantity.ratio is not None or quantity.unit in _RATES


def _baseline(measure: Measure) -> Row:
    quantity = measure.baseline.value.quantity
    return {
        "baseline_text": text(measure.baseline.value.text),
        "baseline_value": amount(quantity),
        "baseline_nendo": year(measure.baseline.year.nendo),
        "mean_of": listed(map(year, quantity.mean_of)) if quantity else "",
        "earlier_target_value": amount(quantity.earlier_target) if quantity else "",
    }


def _target(measure: Measure) -> Row:
    quantity = measure.target.value.quantity
    return {
        "target_text": text(measure.target.value.text),
        "target_value": amount(quantity),
        "target_nendo": year(measure.target.year.nendo),
        "approximate": truth(quantity.approximate) if quantity else "",
    }


def _parts(measure: Measure) -> Row:
    """The parts of the target by name; what only the baseline names follows."""
    baseline, target = measure.baseline.value.quantity, measure.target.value.quantity
    named = [part for quantity in (target, baseline) if quantity for part in quantity.parts]
    names = list(dict.fromkeys(part.name for part in named))
    if len(names) <= 1:
        return {
            "part_name": listed(names),
            "baseline_part": parts(baseline.parts if baseline else ()),
            "target_part": parts(target.parts if target else ()),
        }
    return {
        "part_name": listed(names),
        "baseline_part": listed(_part(baseline, name) for name in names).strip(),
        "target_part": listed(_part(target, name) for name in names).strip(),
    }


def _part(quantity: Quantity | None, name: str) -> str:
    part = quantity.part(name) if quantity else None
    return number(part.amount.value) if part else ""


INDICATORS = Table(
    "indicators",
    (
        "goal",
        "lever",
        "group",
        "number",
        "primary",
        "name",
        "kind",
        "unit",
        "cumulative",
        "ratio",
        "baseline_text",
        "baseline_value",
        "baseline_nendo",
        "mean_of",
        "earlier_target_value",
        "target_text",
        "target_value",
        "target_nendo",
        "approximate",
        "part_name",
        "baseline_part",
        "target_part",
        "mark",
    ),
    rows,
)

"""The numbers of a report's indicators, and the marks of primary ones, as its blank form prints them."""

from collections.abc import Callable
from functools import partial

from monosashi.forms import Form
from monosashi.model import Indicator, MeasureName, Number, Sheet
from monosashi.model.mark import print_number


def running_numbers(sheet: Sheet) -> dict[str, int]:
    """A number for each indicator by its path, where a sheet knows its indicators by other signs alone (5-1-1-A); else none."""
    found = dict(sheet.indicators())
    if not all(one.number.text.strip() and one.number.value is None for one in found.values()):
        return {}
    return {path: n for n, path in enumerate(found, 1)}


def counted(indicator: Indicator, number: int) -> Indicator:
    """The indicator under a running number, its own sign before the names of its measures."""
    measures = (
        one.model_copy(update={"name": MeasureName.model_validate(f"{indicator.number.text} {one.name.text}")})
        for one in indicator.measures
    )
    running = {"number": Number.model_validate(print_number(number)), "circle_marks": False}
    return indicator.model_copy(update={**running, "measures": tuple(measures)})


def marked_on(blank: Form, indicator: Indicator) -> Indicator:
    """The indicator with the mark of a primary one as the form prints it; none on a form without marks."""
    return _MARKINGS.get(blank.primary, _unmarked)(indicator)


def _circled(indicator: Indicator) -> Indicator:
    """A circle around the number of a primary indicator, unless the sheet marks it so already."""
    number = indicator.number
    if number.value is None or number.sub:
        named = indicator if indicator.circle_marks and number.circled else _in_the_name("［主要］", indicator)
        return named.model_copy(update={"primary_mark": "", "circle_marks": True})
    if indicator.circle_marks:
        return indicator.model_copy(update={"primary_mark": ""})
    text = print_number(number.value, circled=indicator.primary)
    return indicator.model_copy(
        update={"primary_mark": "", "circle_marks": True, "number": Number.model_validate(text)}
    )


def _in_a_column(indicator: Indicator) -> Indicator:
    return indicator.model_copy(update={"primary_mark": "○" if indicator.primary else "－", "circle_marks": False})


def _in_the_name(mark: str, indicator: Indicator) -> Indicator:
    measures = tuple(
        one.model_copy(update={"name": MeasureName.model_validate(one.name.text + mark)})
        if indicator.primary and not one.name.primary
        else one
        for one in indicator.measures
    )
    return indicator.model_copy(update={"primary_mark": "", "circle_marks": False, "measures": measures})


def _unmarked(indicator: Indicator) -> Indicator:
    return indicator.model_copy(update={"primary_mark": "", "circle_marks": False})


#: How a form marks a primary indicator; one that does not is left without marks.
_MARKINGS: dict[str, Callable[[Indicator], Indicator]] = {
    "circled": _circled,
    "column": _in_a_column,
    "asterisk": partial(_in_the_name, "＊"),
    "main": partial(_in_the_name, "［主要］"),
}

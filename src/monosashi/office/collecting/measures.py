"""A measure as a round sees it: what one must know to answer, what the answer prints, and the sheet with it written in."""

from typing import TypeVar

from monosashi.model import Actual, AskedMeasure, Measure, Nendo, PastValue, PrintedNendo, Reply, Sheet, State, Value
from monosashi.model.asked import STATE_CHOICES
from monosashi.model.folding import is_dash, unbroken
from monosashi.model.mark import plain_number
from monosashi.model.nendo import print_nendo
from monosashi.model.path import resolve

#: So many earlier years are in sight.
_YEARS_SHOWN = 5


def asked_measure(ask: int, sheet: Sheet, path: str, nendo: int, reply: Reply, remark: str = "") -> AskedMeasure:
    """What is in sight beside the cell to be filled in."""
    indicator = resolve(sheet, path.rpartition("/measures/")[0])
    measure: Measure = resolve(sheet, path)
    reasons = [unbroken_lines(one.text) for one in sheet.rationales if path in one.measures]
    return AskedMeasure(
        ask=ask,
        number=indicator.number.text.strip() or plain_number(indicator.number),
        name=measure.name.name or indicator.group_name,
        kind=measure.name.kind,
        unit=measure.unit,
        unit_in_values=_unit_in_values(measure),
        definition="\n".join(reasons),
        baseline=unbroken(measure.baseline.value.text),
        baseline_year=unbroken(measure.baseline.year.text),
        target=unbroken(measure.target.value.text),
        target_year=unbroken(measure.target.year.text),
        year_target=target_of(measure, nendo),
        now=text_of_year(measure, nendo),
        past=_past(measure, nendo),
        remark=remark,
        reply=reply,
    )


def unbroken_lines(text: str) -> str:
    """A text without empty lines and the blanks at its lines' ends."""
    return "\n".join(line for part in text.splitlines() if (line := part.strip(" \t\u3000")))


def target_of(measure: Measure, nendo: int) -> str:
    """The target of that year, as printed."""
    return next(iter(_targets(measure, nendo)), "")


def _targets(measure: Measure, nendo: int) -> list[str]:
    return [
        unbroken(one.value.text)
        for one in measure.targets
        if any(year.nendo and year.nendo.year == nendo for year in one.years)
    ]


def text_of_year(measure: Measure, nendo: int) -> str:
    """What the sheet prints as the actual of that year."""
    at = _index(measure, nendo)
    return unbroken(measure.actuals[at].value.text) if at is not None else ""


def expects(measure: Measure, nendo: int) -> bool:
    """Whether the sheet has a place for that year's actual: a column of it, or a target for it."""
    return _index(measure, nendo) is not None or bool(_targets(measure, nendo))


def reported(measure: Measure, nendo: int) -> bool:
    """Whether the sheet has that year's value already."""
    at = _index(measure, nendo)
    return at is not None and measure.actuals[at].state is State.REPORTED and bool(measure.actuals[at].value)


def is_open_text(text: str) -> bool:
    """Whether a print says that the value is still to come: nothing, a dash, a word such as 集計中."""
    return not text or is_dash(text) or text in STATE_CHOICES.values()


def printed_of(asked: AskedMeasure, reply: Reply, nendo: int) -> str:
    """What the sheet will print for a reply: the value as typed, with the unit where the sheet prints one and none was
    typed, and the year in brackets where it is another's; or the word for a missing value.

    >>> asked = AskedMeasure(ask=1, number="1", name="件数", unit="件", unit_in_values=True)
    >>> printed_of(asked, Reply(state=State.REPORTED, text="1,250", year=2020), 2021)
    '1,250件（令和2年度）'
    >>> printed_of(asked, Reply(state=State.COMPILING), 2021)
    '集計中'
    """
    if reply.state is None:
        return ""
    if reply.state is not State.REPORTED:
        return reply.text or ("－" if reply.state is State.NOT_YET else STATE_CHOICES[reply.state])
    quantity = Value.model_validate(reply.text).quantity
    bare = asked.unit_in_values and quantity is not None and not quantity.unit and reply.text[-1:].isdigit()
    year = f"（{print_nendo(Nendo(year=reply.year))}）" if reply.year not in (None, nendo) else ""
    return f"{reply.text}{asked.unit if bare else ''}{year}"


def with_actual(sheet: Sheet, path: str, nendo: int, text: str, state: State) -> Sheet:
    """The sheet with that year's actual of the measure at ``path``; a year it had no column for comes in its order."""
    measure: Measure = resolve(sheet, path)
    at = _index(measure, nendo)
    actuals = list(measure.actuals)
    value = Value.model_validate(text)
    if at is None:
        year = _year_printed(sheet, nendo)
        later = (n for n, one in enumerate(actuals) if one.year.nendo and one.year.nendo.year > nendo)
        actuals.insert(next(later, len(actuals)), Actual(year=year, value=value, state=state))
    else:
        actuals[at] = actuals[at].model_copy(update={"value": value, "state": state})
    changed = measure.model_copy(update={"actuals": tuple(actuals)})
    g, v, i, m = (int(step) for step in path.split("/")[2::2])
    goal = sheet.goals[g]
    lever = goal.levers[v]
    indicator = lever.indicators[i]
    indicator = indicator.model_copy(update={"measures": _put(indicator.measures, m, changed)})
    lever = lever.model_copy(update={"indicators": _put(lever.indicators, i, indicator)})
    goal = goal.model_copy(update={"levers": _put(goal.levers, v, lever)})
    return sheet.model_copy(update={"goals": _put(sheet.goals, g, goal)})


_Item = TypeVar("_Item")


def _put(items: tuple[_Item, ...], at: int, item: _Item) -> tuple[_Item, ...]:
    return (*items[:at], item, *items[at + 1 :])


def _index(measure: Measure, nendo: int) -> int | None:
    """Where that year's actual stands among the measure's; the last of them, should there be several."""
    found = [n for n, one in enumerate(measure.actuals) if one.year.nendo and one.year.nendo.year == nendo]
    return found[-1] if found else None


def _past(measure: Measure, nendo: int) -> tuple[PastValue, ...]:
    found = [
        PastValue(year=unbroken(one.year.text), nendo=one.year.nendo.year, text=text)
        for one in measure.actuals
        if one.year.nendo and one.year.nendo.year < nendo and (text := unbroken(one.value.text))
    ]
    return tuple(found[-_YEARS_SHOWN:])


def _unit_in_values(measure: Measure) -> bool:
    values = (measure.target.value, measure.baseline.value, *(one.value for one in measure.actuals))
    return any(value.quantity and value.quantity.unit for value in values)


def _year_printed(sheet: Sheet, nendo: int) -> PrintedNendo:
    """The year as another measure of the sheet prints it, else in the usual way."""
    for _, _, measure in sheet.measures():
        for year in (*(one.year for one in measure.actuals), *(y for one in measure.targets for y in one.years)):
            if year.nendo and year.nendo.year == nendo:
                return year
    return PrintedNendo.model_validate(print_nendo(Nendo(year=nendo)))

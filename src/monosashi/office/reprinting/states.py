"""States of actuals after a text was printed anew: a dash means another thing once the sheet's year, the year over it,
or the target beside it is another."""

from collections.abc import Callable

from monosashi.model import Actual, Measure, Sheet, State
from monosashi.model.folding import is_dash
from monosashi.model.indicator import read_actual
from monosashi.office.reprinting.tree import put


def restated(before: Sheet, after: Sheet) -> Sheet:
    """``after`` with each actual's state as the reader would state it. An actual whose state no way of stating it
    explains in ``before`` keeps it as long as it prints what it printed."""
    changed = after
    pairs = zip(before.measures(), after.measures(), strict=True)
    for (path, _, old), (_, _, new) in pairs:
        for n, state in enumerate(_states(before, old, after, new)):
            if state is not new.actuals[n].state:
                changed = put(changed, f"{path}/actuals/{n}/state", state)
    return changed


def _states(before: Sheet, old: Measure, after: Sheet, new: Measure) -> list[State]:
    expects = next((way for way in _WAYS if _explains(way, before, old)), None)
    return [
        _stated(after, new, now, (expects or _aimed_at)) if expects or _prints_anew(was, now) else now.state
        for was, now in zip(old.actuals, new.actuals, strict=True)
    ]


def _prints_anew(was: Actual, now: Actual) -> bool:
    return (was.value.text, was.year.text) != (now.value.text, now.year.text)


def _aimed_at(measure: Measure, actual: Actual) -> bool:
    """A target, not a dash, is printed for the actual's year: so a table asks for it."""
    return any(actual.year in target.years and not is_dash(target.value.text) for target in measure.targets)


def _aimed_at_all(measure: Measure, _: Actual) -> bool:
    """Any yearly target asks for an actual of every year: so a text without tables does."""
    return bool(measure.targets)


#: Whether an actual of a measure is to be expected, in the ways of the readers.
_WAYS: tuple[Callable[[Measure, Actual], bool], ...] = (_aimed_at, _aimed_at_all)


def _explains(way: Callable[[Measure, Actual], bool], sheet: Sheet, measure: Measure) -> bool:
    return all(_stated(sheet, measure, actual, way) is actual.state for actual in measure.actuals)


def _stated(sheet: Sheet, measure: Measure, actual: Actual, way: Callable[[Measure, Actual], bool]) -> State:
    own = sheet.title.nendo or sheet.identifier.nendo
    year = own.year if own else None
    return read_actual(actual.value.text, actual.year, year, expected=way(measure, actual)).state

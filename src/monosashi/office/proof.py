"""Proof-reading: a printed form is read back before it is handed out, and must say what the sheet says.

Reading and publishing are inverses over the same blank form; where a sheet's own words make the printed form say something
else (a text that reads as a label, a value no cell of the form can hold apart), the form is refused with the path, and
nothing is lost in silence. What the form itself adds or settles is no difference: its labels, the order of its parts, a
blank cell under a year.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from monosashi import reading
from monosashi.forms import Form
from monosashi.model import Budget, Indicator, Measure, Rationale, Sheet, Statement
from monosashi.model.folding import unbroken
from monosashi.publishing.refusal import ReadsOtherwise
from monosashi.reading.errors import NoSheetFound

#: What the form says where the sheet says nothing.
_FORMS_OWN = frozenset({"label", "unit"})


def proved(sheet: Sheet, form: Form, printed: bytes, name: str) -> bytes:
    """The printed form, read back and found to say what the sheet says. ``name``: a file name that tells its kind.

    Raises ``ReadsOtherwise`` with the first path at which it says something else. A form with too little on it to be known
    for a sheet (a blank one) is not held to this.
    """
    try:
        found = reading.read(printed, name, form)
    except NoSheetFound:
        return printed
    differing = next(differences(sheet, found[0].sheet), "") if len(found) == 1 else "/policy/statements"
    if differing:
        raise ReadsOtherwise(form, differing)
    return printed


def differences(sheet: Sheet, again: Sheet) -> Iterator[str]:
    """The paths at which a sheet read back says something else."""
    return _differences(_settled(sheet), _settled(again), "")


def _differences(was: Any, now: Any, path: str) -> Iterator[str]:
    if isinstance(was, dict) and isinstance(now, dict):
        for name, value in was.items():
            if not (name in _FORMS_OWN and value == ""):
                yield from _differences(value, now[name], f"{path}/{name}")
    elif isinstance(was, list | tuple):
        for n, (one, other) in enumerate(zip(was, now, strict=False)):
            yield from _differences(one, other, f"{path}/{n}")
        if len(was) != len(now):
            yield f"{path}/{min(len(was), len(now))}"
    elif (unbroken(was) if isinstance(was, str) else was) != (unbroken(now) if isinstance(now, str) else now):
        yield path


def _settled(sheet: Sheet) -> dict[str, Any]:
    """What a sheet says, in one order, without what a form adds."""
    tree = sheet.model_dump()
    tree["policy"] = {"statements": [one.model_dump() for one in _in_order(sheet.policy.statements)]}
    tree["rationales"] = [one.model_dump() for one in sorted(sheet.rationales, key=_beside)]
    tree["budgets"] = [_budget(one) for one in sheet.budgets]
    tree["goals"] = [
        {
            "text": goal.text,
            "levers": [
                {"text": lever.text, "indicators": [_indicator(one) for one in lever.indicators]}
                for lever in goal.levers
            ],
        }
        for goal in sheet.goals
    ]
    return {name: value for name, value in tree.items() if name not in ("labels", "form")}


def _in_order(statements: Iterable[Statement]) -> list[Statement]:
    return sorted(statements, key=lambda one: one.role)


def _beside(one: Rationale) -> tuple[tuple[str, ...], str]:
    return one.measures, unbroken(one.text)


def _indicator(one: Indicator) -> dict[str, Any]:
    """Whether it is primary, by whichever sign; its measures without blank actuals."""
    tree = one.model_dump(exclude={"circle_marks", "measures"})
    return {**tree, "primary": one.primary, "measures": [_measure(measure) for measure in one.measures]}


def _measure(one: Measure) -> dict[str, Any]:
    actuals = [actual.model_dump() for actual in one.actuals if actual.value or actual.mark]
    return {**one.model_dump(exclude={"actuals"}), "actuals": actuals}


def _budget(one: Budget) -> dict[str, Any]:
    rows = [
        {**row.model_dump(exclude={"amounts"}), "amounts": [amount.model_dump() for amount in row.amounts if amount]}
        for row in one.rows
    ]
    return {"label": one.label, "rows": rows}

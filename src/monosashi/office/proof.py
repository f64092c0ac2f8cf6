"""Proof-reading: a printed form is read back before it is handed out, and must say what the sheet says.

Reading and publishing are inverses over the same blank form; where a sheet's own words make the printed form say something
else (a text that reads as a label, a value no cell of the form can hold apart), the form is refused with the path, and
nothing is lost in silence. What the form itself adds or settles is no difference: its labels, the order of its parts, a
blank cell under a year.
"""

from collections.abc import Iterator, Sequence
from typing import TypeVar

from monosashi import reading
from monosashi.forms import Form
from monosashi.model import Budget, Goal, Indicator, Measure, Printed, Rationale, Sheet, Statement, StatementRole
from monosashi.model.folding import unbroken
from monosashi.model.path import leaves
from monosashi.publishing.refusal import reads_otherwise
from monosashi.reading.errors import NoSheetFound

_Cell = TypeVar("_Cell", bound=Printed)


def proved(sheet: Sheet, form: Form, printed: bytes, name: str) -> bytes:
    """The printed form, read back and found to say what the sheet says. ``name``: a file name that tells its kind.

    Raises ``CannotPublish`` (``reads-otherwise``) with the first path at which it says something else. A form with too little on it to be known
    for a sheet (a blank one) is not held to this.
    """
    if differing := misread(sheet, form, printed, name):
        raise reads_otherwise(form, differing)
    return printed


def misread(sheet: Sheet, form: Form, printed: bytes, name: str) -> str:
    """The first path at which a printed form says something else than the sheet once it is read back; nothing where it
    says the same, or too little to be known for a sheet."""
    try:
        found = reading.read(printed, name, form)
    except NoSheetFound:
        return ""
    return next(differences(sheet, found[0].sheet), "") if len(found) == 1 else "/policy/statements"


def differences(sheet: Sheet, again: Sheet) -> Iterator[str]:
    """The paths at which a sheet read back says something else, in the words of its leaves."""
    was, now = _said(sheet), _said(again)
    for path in [*was, *(path for path in now if path not in was)]:
        mine, theirs = was.get(path, ""), now.get(path, "")
        forms_own = path.endswith("/label") and not mine
        if mine != theirs and not forms_own:
            yield path


def _said(sheet: Sheet) -> dict[str, str]:
    """Every leaf but the labels around tables, in one order, and what each reason stands beside."""
    settled = _settled(sheet)
    said = {path: unbroken(text) for path, text in leaves(settled) if not path.startswith("/labels/")}
    beside = {f"/rationales/{n}": " ".join(one.measures) for n, one in enumerate(settled.rationales)}
    return said | {f"{path}/measures": measures for path, measures in beside.items()}


def _settled(sheet: Sheet) -> Sheet:
    """The sheet without what a form adds, its parts in one order: where on the paper a text stands is the form's."""
    statements = [one for one in sheet.policy.statements if one.text.strip() or one.role is not StatementRole.OTHER]
    return sheet.model_copy(
        update={
            "policy": sheet.policy.model_copy(update={"statements": tuple(sorted(statements, key=_role))}),
            "goals": tuple(_goal(goal) for goal in sheet.goals),
            "rationales": tuple(sorted(sheet.rationales, key=_beside)),
            "programmes": tuple(one.model_copy(update={"money": _printed(one.money)}) for one in sheet.programmes),
            "money": _printed(sheet.money),
            "budgets": tuple(_budget(one) for one in sheet.budgets),
            "budget_items": tuple(
                one.model_copy(update={"amounts": _printed(one.amounts)}) for one in sheet.budget_items
            ),
        }
    )


def _role(one: Statement) -> str:
    return one.role


def _beside(one: Rationale) -> tuple[tuple[str, ...], str]:
    return one.measures, unbroken(one.text)


def _printed(cells: Sequence[_Cell]) -> tuple[_Cell, ...]:
    """The cells with something in them: a form has one for every year, blank or not."""
    return tuple(cell for cell in cells if cell)


def _goal(goal: Goal) -> Goal:
    levers = [
        lever.model_copy(update={"indicators": tuple(_indicator(one) for one in lever.indicators)})
        for lever in goal.levers
    ]
    return goal.model_copy(update={"levers": tuple(levers)})


def _indicator(one: Indicator) -> Indicator:
    return one.model_copy(update={"measures": tuple(_measure(measure) for measure in one.measures)})


def _measure(one: Measure) -> Measure:
    """Without the years under which nothing is reported: a form asks for every year it has a column for."""
    reported = tuple(actual for actual in one.actuals if actual.value or actual.mark)
    return one.model_copy(update={"actuals": reported})


def _budget(one: Budget) -> Budget:
    rows = [row.model_copy(update={"amounts": _printed(row.amounts)}) for row in one.rows]
    return one.model_copy(update={"rows": tuple(rows)})

"""Which blank form a sheet's evaluation report is drafted on: its ministry's own, else the standard form of the guideline."""

import tomllib
from functools import cache
from importlib.resources import files

from monosashi.forms import Form, form, forms
from monosashi.model import Sheet, StatementRole
from monosashi.model.error import MonosashiError

#: What a form must have a place for to be that of an evaluation report.
_ASKED = frozenset({StatementRole.RESULT, StatementRole.RESULT_REASON})


class NotAReportForm(MonosashiError):
    """A blank form that has no place for a result."""

    def __init__(self, name: str) -> None:
        known = ", ".join(sorted(one.id for one in report_forms()))
        super().__init__(
            "not-a-report-form",
            f"「{name}」は評価書の様式ではありません。何も書いていません。{known} から選んでください。",
            f"{name!r} is no form of an evaluation report. Nothing was written. Choose one of {known}.",
        )


def report_form(sheet: Sheet, name: str = "") -> Form:
    """The form of the sheet's report. ``name``: one that is asked for. Raises ``NotAReportForm``."""
    if name:
        chosen = next((one for one in report_forms() if one.id == name), None)
        if chosen is None:
            raise NotAReportForm(name)
        return chosen
    if any(one.id == sheet.form for one in report_forms()):
        return form(sheet.form)
    return form(_ministries().get(sheet.identifier.ministry, _standard()))


def report_forms() -> tuple[Form, ...]:
    """The forms on file that an evaluation report can be drafted on."""
    return tuple(one for one in forms() if {spec.role for spec in one.statements} >= _ASKED)


@cache
def _data() -> tuple[str, dict[str, str]]:
    tree = tomllib.loads(files("monosashi.office.report").joinpath("forms.toml").read_text(encoding="utf-8"))
    return tree["standard"], tree["ministries"]


def _standard() -> str:
    return _data()[0]


def _ministries() -> dict[str, str]:
    return _data()[1]

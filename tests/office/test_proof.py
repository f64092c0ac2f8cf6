"""A printed form is read back before it is handed out."""

import pytest

from monosashi.model import Sheet, StatementRole
from monosashi.model.path import resolve
from monosashi.office.proof import differences
from monosashi.office.samples import sample_sheets
from monosashi.office.verbs import form_page, publish_sheet
from monosashi.publishing.refusal import CannotPublish
from tests.laws.edits import put
from tests.publishing.html.sheets import MEASURE, small_sheet

REPORT = {
    "form": "hyoujun-hyoka",
    "title": "令和５年度港湾省実績評価書",
    "policy": {
        "statements": [
            {"role": "name", "label": "", "text": "灯台の保守"},
            {"role": "outline", "label": "", "text": "灯りを絶やさない。"},
            {"role": "aim", "label": "", "text": "船が迷わない。"},
        ]
    },
    "goals": [
        {
            "levers": [
                {
                    "indicators": [
                        {
                            "number": "1",
                            "measures": [
                                {
                                    "name": "点灯率",
                                    "baseline": {"value": "97%", "year": "令和３年度"},
                                    "target": {"value": "99%", "year": "令和６年度"},
                                    "actuals": [{"year": "令和４年度", "value": "98%"}, {"year": "令和５年度"}],
                                }
                            ],
                        }
                    ]
                }
            ]
        }
    ],
}


def report(**changes: object) -> Sheet:
    """The report with other things at some paths."""
    sheet = Sheet.model_validate(REPORT)
    for path, now in changes.items():
        sheet = put(sheet, path, now)
    return sheet


def refused(sheet: Sheet) -> tuple[str, str]:
    """The code and the path by which both kinds of form refuse a sheet."""
    codes = set()
    for printing in (lambda: publish_sheet(sheet, "excel"), lambda: form_page(sheet)):
        with pytest.raises(CannotPublish) as told:
            printing()
        codes.add((told.value.code, told.value.path))
    assert len(codes) == 1
    return codes.pop()


def test_a_sheet_that_reads_as_it_says_is_handed_out() -> None:
    for sheet in (report(), small_sheet(), *sample_sheets()):
        assert publish_sheet(sheet, "excel")[:2] == b"PK"
        assert form_page(sheet).startswith("<!doctype html>")


def test_a_text_that_reads_as_another_label_is_refused_with_its_path() -> None:
    sheet = report(**{"/policy/statements/0/text": "施策の概要"})
    code, path = refused(sheet)
    assert code == "reads-otherwise"
    assert path.startswith("/policy/statements/")


def test_a_value_whose_own_bracket_contradicts_its_year_is_refused() -> None:
    measure = resolve(report(), MEASURE)
    target = measure.target.model_copy(update={"value": type(measure.target.value).model_validate("99%（令和８年度）")})
    sheet = report(**{f"{MEASURE}/target": target})
    assert refused(sheet) == ("reads-otherwise", f"{MEASURE}/target/year")


def test_what_the_form_has_no_place_for_is_refused_before_it_is_printed() -> None:
    assert refused(report(**{"/goals/0/text": "灯りを絶やさない"})) == ("no-place-on-form", "/goals/0/text")


def test_blank_cells_labels_and_order_are_the_forms_own() -> None:
    sheet = report()
    blank = resolve(sheet, f"{MEASURE}/actuals")[:1]
    statements = tuple(reversed(sheet.policy.statements))
    other = put(put(sheet, f"{MEASURE}/actuals", blank), "/policy/statements", statements)
    labelled = put(other, "/policy/statements/0/label", "達成すべき目標")
    assert statements[0].role is StatementRole.AIM
    assert list(differences(sheet, labelled)) == []
    assert list(differences(sheet, put(sheet, f"{MEASURE}/baseline/value", measure_value("96%")))) == [
        f"{MEASURE}/baseline/value"
    ]


def measure_value(text: str) -> object:
    """A value that prints this."""
    return type(resolve(report(), f"{MEASURE}/baseline/value")).model_validate(text)

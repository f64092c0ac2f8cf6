"""On every form, reading and printing are inverses: Excel and HTML print the same boxes, and read back they say what the
sheet says; a sheet that was read from a printed form is printed and read the same to the last label."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from monosashi.forms import forms
from monosashi.model import Sheet, same
from monosashi.model.path import leaves
from monosashi.office.proof import differences
from monosashi.office.verbs import form_of, form_page, publish_sheet, read
from monosashi.publishing.excel import sheet_to_excel
from monosashi.publishing.html import sheet_to_print_html
from monosashi.publishing.printing import laid_out
from monosashi.publishing.refusal import CannotPublish
from tests.laws.form_sheets import OTHER_FORMS, form_sheets
from tests.laws.other_sheets import other_sheets

#: A few of each form in an ordinary run; ``make soak`` draws thousands.
FEW = settings(max_examples=max(2, settings().max_examples // 30))
IDS = [blank.id for blank in forms()]


def reread(data: bytes, name: str) -> Sheet:
    """The sheet of a printed form, nothing on it left over, every leaf with a place (a mark beside several items of the
    budget has one with the first of them)."""
    (reading,) = read(data, name)
    assert reading.leftover == ()
    placed = [
        path for path, text in leaves(reading.sheet) if text and not re.fullmatch(r"/budget_items/\d+/mark", path)
    ]
    assert [path for path in placed if not reading.trace.places(path)] == []
    return reading.sheet


@pytest.mark.parametrize("form_id", OTHER_FORMS)
def test_a_drafted_sheet_printed_and_read_says_the_same(form_id: str) -> None:
    @FEW
    @given(form_sheets(form_id))
    def law(sheet: Sheet) -> None:
        blank = form_of(sheet)
        again = reread(sheet_to_excel(sheet, blank), "form.xlsx")
        assert (again.form, list(differences(sheet, again))) == (form_id, [])
        assert same(reread(sheet_to_print_html(sheet, blank).encode(), "form.html"), again)
        assert same(reread(sheet_to_excel(again, blank), "form.xlsx"), again)

    law()


@settings(FEW, max_examples=2 * FEW.max_examples)
@given(other_sheets(), st.sampled_from(IDS))
def test_a_sheet_that_speaks_past_its_form_is_printed_whole_or_refused_with_the_path(
    sheet: Sheet, form_id: str
) -> None:
    moved = sheet.model_copy(update={"form": form_id, "labels": ()})
    refused = refusal(moved)
    if refused:
        assert refused.code in ("no-place-on-form", "reads-otherwise")
        assert refused.path.startswith("/")
        assert refused.path in str(refused)


def refusal(sheet: Sheet) -> CannotPublish | None:
    try:
        publish_sheet(sheet, "excel")
        form_page(sheet)
    except CannotPublish as refused:
        return refused
    return None


@FEW
@given(st.one_of(*(form_sheets(form_id) for form_id in OTHER_FORMS)))
def test_no_two_boxes_of_a_form_claim_one_place(sheet: Sheet) -> None:
    printed = laid_out(sheet, form_of(sheet))
    last = printed.ruler.span((1, form_of(sheet).paper.columns))[1]
    for block in printed.parts:
        places = [
            (line, column)
            for box in block.boxes
            for line in range(box.top, box.bottom + 1)
            for column in range(box.left, box.right + 1)
        ]
        assert len(places) == len(set(places))
        assert {1 <= line <= len(block.least) and 1 <= column <= last for line, column in places} <= {True}

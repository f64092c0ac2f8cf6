"""Every paper printed on its own form, in Excel and in HTML, and read back.

What is read from a paper in another arrangement of the same form says the same when it is printed on the form: its
statements stand in the form's order, its labels where the form has them.
"""

from pathlib import Path

import pytest

from monosashi.model import Sheet, same
from monosashi.office.proof import differences
from monosashi.office.verbs import form_page, publish_sheet, read
from monosashi.publishing.refusal import CannotPublish
from tests.conftest import Convert
from tests.papers.catalogue import papers
from tests.papers.test_papers import KNOWN, readings

#: The cover before this paper reads as a name of its own: printed, it would begin a second sheet.
REFUSED = {"odd_blocks_cover": ("reads-otherwise", "/policy/statements")}
#: Papers that LibreOffice saves again: one small table each; a frame each.
RESAVED = ("result_small_tables", "blocks_prose_above")
#: One in three each time, of every form some; CI runs all.
SHEETS = [
    pytest.param(paper.name, n, id=f"{paper.name}-{n}", marks=[pytest.mark.thorough] * bool(place % 3))
    for place, paper in enumerate(KNOWN)
    for n in range(len(paper.pages))
    if paper.name not in REFUSED
]


def sheet_of(name: str, n: int = 0) -> Sheet:
    """A sheet of a paper."""
    paper = next(paper for paper in papers() if paper.name == name)
    return readings(paper, "xlsx")[n].sheet


def reread(data: bytes, name: str) -> Sheet:
    """The sheet of a printed form, nothing left over."""
    (reading,) = read(data, name)
    assert reading.leftover == ()
    return reading.sheet


@pytest.mark.parametrize(("name", "n"), SHEETS)
def test_a_paper_printed_on_its_form_reads_the_same(name: str, n: int) -> None:
    sheet = sheet_of(name, n)
    again = reread(publish_sheet(sheet, "excel"), "form.xlsx")
    assert (again.form, list(differences(sheet, again))) == (sheet.form, [])
    assert same(reread(form_page(sheet).encode(), "form.html"), again)


@pytest.mark.parametrize("name", REFUSED)
def test_what_would_read_otherwise_is_refused(name: str) -> None:
    with pytest.raises(CannotPublish) as refused:
        publish_sheet(sheet_of(name), "excel")
    assert (refused.value.code, refused.value.path) == REFUSED[name]


@pytest.mark.parametrize("name", ["result_small_tables", "monitoring_stacked", "blocks_prose_above", "plan_two_halves"])
def test_a_paper_in_the_forms_own_arrangement_is_the_same_to_the_last_label(name: str) -> None:
    sheet = sheet_of(name)
    assert same(reread(publish_sheet(sheet, "excel"), "form.xlsx"), sheet)


@pytest.mark.thorough
@pytest.mark.office_suite
@pytest.mark.parametrize("name", RESAVED)
def test_a_form_saved_again_by_libreoffice_reads_the_same(name: str, soffice: Convert, tmp_path: Path) -> None:
    file = tmp_path / "form.xlsx"
    file.write_bytes(publish_sheet(sheet_of(name), "excel"))
    assert same(reread(soffice(file, "xlsx").read_bytes(), "form.xlsx"), sheet_of(name))


@pytest.mark.thorough
@pytest.mark.office_suite
@pytest.mark.parametrize("name", RESAVED)
def test_a_printed_form_reads_the_same_from_its_pdf(name: str, soffice: Convert, tmp_path: Path) -> None:
    file = tmp_path / "form.xlsx"
    file.write_bytes(publish_sheet(sheet_of(name), "excel"))
    (reading,) = read(soffice(file, "pdf").read_bytes(), "form.pdf")
    assert list(differences(sheet_of(name), reading.sheet)) == []

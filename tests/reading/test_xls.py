"""Old workbooks: the same cells as the new ones, with the printed form where xlrd is installed, told where it is not."""

import importlib.util
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook

from monosashi.reading import UnreadableDocument
from monosashi.reading.excel import read_xlsx
from monosashi.reading.limits import DEFAULT_LIMITS
from monosashi.reading.paper import Paper
from monosashi.reading.xls import read_xls

Convert = Callable[[Path, str], Path]


def cells(paper: Paper) -> list[tuple[str, tuple[int, int, int, int], str]]:
    return [(c.text, (c.top, c.left, c.bottom, c.right), str(c.places[0])) for c in paper.grid.cells]


@pytest.fixture
def without_xlrd(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine on which the extra was never installed."""
    real = importlib.util.find_spec
    monkeypatch.setattr("monosashi.reading.xls.find_spec", lambda name: None if name == "xlrd" else real(name))


@pytest.mark.shared
def test_the_old_workbook_has_the_cells_of_the_new_one(shared: Path) -> None:
    old, new = (shared / f"seed/others/h5_kohyo.{suffix}" for suffix in ("xls", "xlsx"))
    paper = read_xls(old.read_bytes(), old.name, DEFAULT_LIMITS)
    assert cells(paper) == cells(read_xlsx(new.read_bytes(), new.name, DEFAULT_LIMITS))
    assert paper.findings == ()


@pytest.mark.shared
@pytest.mark.usefixtures("without_xlrd")
def test_without_the_extra_the_cells_are_the_same_and_a_finding_says_what_is_missing(shared: Path) -> None:
    old, new = (shared / f"seed/others/h5_kohyo.{suffix}" for suffix in ("xls", "xlsx"))
    paper = read_xls(old.read_bytes(), old.name, DEFAULT_LIMITS)
    assert cells(paper) == cells(read_xlsx(new.read_bytes(), new.name, DEFAULT_LIMITS))
    (finding,) = paper.findings
    assert (finding.code, finding.severity.value) == ("number-formats-unread", "warning")
    assert "monosashi[xls]" in finding.message.ja


@pytest.fixture
def printed(tmp_path: Path, soffice: Convert) -> bytes:
    """A workbook whose words are in its formats, as LibreOffice writes an .xls."""
    book = Workbook()
    page = book.worksheets[0]
    page.title = "表"
    for name, value, code in (
        ("A1", 41, '0"回程度"'),
        ("B1", 44365, '[$-411]ggge"年"m"月"d"日"'),
        ("C1", "山田", '@"様"'),
        ("D1", True, "General"),
        ("A2", 140, "0000"),
        ("B2", "=1/0", "General"),
        ("A3", "隠行", "General"),
        ("C2", -288349, "#,##0;△ #,##0"),
    ):
        page[name] = value
        page[name].number_format = code
    page.row_dimensions[3].hidden = True
    book.create_sheet("控え").sheet_state = "hidden"
    book.save(tmp_path / "book.xlsx")
    return soffice(tmp_path / "book.xlsx", "xls").read_bytes()


@pytest.mark.office_suite
def test_what_only_formats_print(printed: bytes) -> None:
    paper = read_xls(printed, "book.xls", DEFAULT_LIMITS)
    assert [cell.text for cell in paper.grid.cells] == [
        "41回程度",
        "令和3年6月18日",
        "山田様",
        "TRUE",
        "0140",
        "#DIV/0!",
        "△ 288,349",
    ]
    assert [(f.code, f.found) for f in paper.findings] == [("hidden-worksheet", "控え"), ("hidden-rows", "表!A3")]


@pytest.mark.office_suite
@pytest.mark.usefixtures("without_xlrd")
def test_values_without_their_formats(printed: bytes) -> None:
    paper = read_xls(printed, "book.xls", DEFAULT_LIMITS)
    assert [cell.text for cell in paper.grid.cells][:2] == ["41", "2021/6/18"]
    assert [finding.code for finding in paper.findings] == ["hidden-worksheet", "number-formats-unread"]


@pytest.mark.parametrize("data", [b"\xd0\xcf\x11\xe0" + bytes(600), b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(5000)])
def test_a_damaged_workbook_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableDocument) as error:
        read_xls(data, "old.xls", DEFAULT_LIMITS)
    assert error.value.code == "unreadable"

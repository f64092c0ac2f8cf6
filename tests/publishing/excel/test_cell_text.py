"""What a cell can hold: every text whole and as text, or a refusal that names the leaf."""

from collections.abc import Callable

import pytest
from hypothesis import given
from openpyxl.cell.cell import MergedCell

from monosashi.model import Sheet
from monosashi.publishing.excel import sheet_to_excel
from monosashi.publishing.excel.cell_text import LONGEST, cell_text
from monosashi.publishing.refusal import CannotPublish
from tests.publishing.excel.book import FORM, published, shown
from tests.publishing.made import AWKWARD, measured, plain, texts


@pytest.mark.parametrize("text", AWKWARD)
def test_a_text_is_a_text_whatever_it_looks_like(text: str) -> None:
    cell = published(plain(title=text))["A1"]
    assert not isinstance(cell, MergedCell)
    assert (cell.data_type, cell.number_format) == ("s", "@")
    assert cell.quotePrefix == text.startswith(("=", "+", "-", "@", "＝", "\t"))


def test_line_breaks_of_every_kind_become_the_one_that_cells_know() -> None:
    assert cell_text("一\r\n二\r三\x0b四\u2028五", "/title") == "一\n二\n三\n四\n五"


@given(texts)
def test_what_looks_like_an_escape_is_shown_as_it_is(text: str) -> None:
    breaks = str.maketrans({"\r": "\n", "\u2028": "\n"})
    assert shown(cell_text(text, "")) == text.replace("\r\n", "\n").translate(breaks)


@pytest.mark.parametrize("character", ["\x00", "\x07", "\x1f", "\ufffe", "\ud800"])
def test_a_character_no_cell_can_hold_is_refused(character: str) -> None:
    with pytest.raises(CannotPublish) as refusal:
        cell_text(f"灯{character}", "/notes/0/text")
    assert (refusal.value.code, refusal.value.path) == ("cell-character", "/notes/0/text")
    assert f"U+{ord(character):04X}（2文字目）" in refusal.value.message.ja


Change = Callable[[str], Sheet]


@pytest.mark.parametrize(
    ("change", "path"),
    [
        (lambda text: plain(notes=[{"mark": "", "text": text}]), "/notes/0/text"),
        (lambda text: plain(cabinet=[{"name": "", "excerpt": text}]), "/cabinet/0/excerpt"),
        (lambda text: measured([{"name": "甲"}, {"name": text}]), "/goals/0/levers/0/indicators/1/measures/0/name"),
    ],
)
def test_a_text_too_long_for_a_cell_is_refused_and_never_cut(change: Change, path: str) -> None:
    assert sheet_to_excel(change("灯" * LONGEST), FORM)[:2] == b"PK"
    with pytest.raises(CannotPublish) as refusal:
        sheet_to_excel(change("灯" * (LONGEST + 1)), FORM)
    assert (refusal.value.code, refusal.value.path) == ("cell-too-long", path)
    assert "32,768" in refusal.value.message.ja
    assert "32,768" in refusal.value.message.en


def test_length_is_counted_as_workbooks_count_it() -> None:
    with pytest.raises(CannotPublish):
        cell_text("😀" * 16_384, "/title")
    assert cell_text("😀" * 16_383, "/title") == "😀" * 16_383

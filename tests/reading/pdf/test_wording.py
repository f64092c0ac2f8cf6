"""Runs of one cell -> text."""

from monosashi.reading.pdf.letters import PlainLetters
from monosashi.reading.pdf.outside import runs_to_outside
from monosashi.reading.pdf.runs import real_spaces
from monosashi.reading.pdf.shapes import BLANK, Run
from monosashi.reading.pdf.wording import runs_to_text
from tests.reading.pdf.drawing import run

LETTERS = PlainLetters()


def glyph(letter: str, x: float, y: float, order: int, size: float = 8.0) -> Run:
    return Run(letter, x, y - size, x + size, y, x, y, order, order + 1)


def test_lines_are_told_by_their_baseline() -> None:
    small = run("41", 40, 20, size=4)
    assert runs_to_text([run("下の行", 0, 30), small, run("基準値：", 0, 20)], LETTERS) == "基準値：41\n下の行"


def test_a_raised_mark_stays_in_its_line() -> None:
    assert runs_to_text([run("政策名", 0, 20), run("※１", 24, 16.5, size=4)], LETTERS) == "政策名※１"


def test_a_gap_is_a_space_only_between_latin_words() -> None:
    assert runs_to_text([run("ICT", 0, 20), run("JICT", 28, 20)], LETTERS) == "ICT JICT"
    assert runs_to_text([run("目", 0, 20), run("標", 20, 20)], LETTERS) == "目標"


def test_a_blank_drawn_on_its_own_is_as_wide_as_its_gap() -> None:
    wide = [run("〈", 0, 20), Run(BLANK, 8, 20, 8, 20, 8, 20, 1), run("〉", 16, 20)]
    narrow = [run("年", 0, 20), Run(BLANK, 8, 20, 8, 20, 8, 20, 1), run("度", 11, 20)]
    assert (runs_to_text(wide, LETTERS), runs_to_text(narrow, LETTERS)) == ("〈\u3000〉", "年 度")


def test_letters_drawn_twice_are_read_once() -> None:
    assert runs_to_text([run("主要", 0, 20), run("主要", 0.3, 20), run("な", 16, 20)], LETTERS) == "主要な"


def test_upright_columns_are_read_from_right_to_left() -> None:
    right = [glyph(letter, 20, 10 + 8 * n, n) for n, letter in enumerate("施策目標")]
    left = [glyph(letter, 8, 10 + 8 * n, 9 + n) for n, letter in enumerate("達成")]
    assert runs_to_text([*right, *left], LETTERS) == "施策目標\n達成"


def test_single_letters_in_lines_are_not_upright() -> None:
    assert runs_to_text([glyph("1", 0, 10, 0), glyph("2", 0, 21, 1), glyph("3", 0, 32, 2)], LETTERS) == "1\n2\n3"


def test_made_up_spaces_are_left_out_but_between_latin_words() -> None:
    assert real_spaces("年 度 a b", [1, 3, 5]) == "年度a b"


def test_a_title_and_a_number_far_to_the_right_are_two_texts() -> None:
    found = runs_to_outside([run("事前分析表", 100, 20), run("（省R3－⑭）", 400, 20)], 500, LETTERS)
    assert [cell.text for cell in found] == ["事前分析表", "（省R3－⑭）"]


def test_a_note_goes_on_only_from_a_full_line() -> None:
    full = [run("※１" + "あ" * 20, 0, 20), run("続きの行", 0, 30), run("※２短い", 0, 40), run("別の行", 0, 50)]
    assert [cell.text for cell in runs_to_outside(full, 176, LETTERS)] == [
        "※１" + "あ" * 20 + "\n続きの行",
        "※２短い",
        "別の行",
    ]

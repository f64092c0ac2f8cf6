"""Which cell text belongs to."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from monosashi.reading.pdf.letters import PlainLetters
from monosashi.reading.pdf.owners import FrameFinder, runs_to_owners
from monosashi.reading.pdf.page import Ink, ink_to_stages, without_hidden
from monosashi.reading.pdf.shapes import Box, Frame, Run
from tests.reading.pdf.drawing import run, table_strokes

LEFT, RIGHT = Frame(Box(0, 0, 50, 20)), Frame(Box(50, 0, 100, 20))
FINDER = FrameFinder([[LEFT, RIGHT]])


class Clipped(PlainLetters):
    """Letters of which only a part is seen."""

    def __init__(self, box: Box) -> None:
        self.box = box

    def clip(self, run: Run) -> Box:
        return self.box


def test_the_clip_path_names_the_cell_of_text_that_overflows() -> None:
    long = run("あふれる文字列です", 2, 12)._replace(clipped=True)
    assert runs_to_owners([long], FINDER, Clipped(Box(0, 0, 50, 20))) == [(LEFT, long)]


def test_text_under_another_cell_that_its_clip_hides_is_not_that_cells() -> None:
    under = run("下の文字", 60, 12)._replace(clipped=True)
    assert runs_to_owners([under], FINDER, Clipped(Box(1, 1, 49, 19))) == [(LEFT, under)]
    assert runs_to_owners([under], FINDER, Clipped(Box(0, 200, 300, 400))) == []


def test_text_that_goes_on_over_a_border_stays_whole() -> None:
    long = run("あふれる文字列", 2, 12)
    assert [(frame, part.text) for frame, part in runs_to_owners([long], FINDER, PlainLetters())] == [
        (LEFT, "あふれる文字列")
    ]
    parts = [run("あふれる", 2, 12, order=0), run("文字", 34, 12, order=1), run("列", 50, 12, order=2)]
    assert [frame for frame, _ in runs_to_owners(parts, FINDER, PlainLetters())] == [LEFT] * 3


class Gapped(PlainLetters):
    """One object that writes 41 and 28 into two cells."""

    def glyphs(self, run: Run) -> list[Run]:
        places = ((30, "4"), (36, "1"), (60, "2"), (66, "8"))
        return [run.at(letter, Box(x, 5, x + 6, 13))._replace(x=x) for x, letter in places]


def test_one_object_that_writes_into_two_cells_is_parted() -> None:
    both = Run("4128", 30, 5, 72, 13, 30, 12, 0)
    assert [(frame, part.text) for frame, part in runs_to_owners([both], FINDER, Gapped())] == [
        (LEFT, "41"),
        (RIGHT, "28"),
    ]


@given(
    st.lists(
        st.tuples(st.text("政策目標12あ", min_size=1, max_size=6), st.integers(0, 240), st.integers(10, 140)),
        max_size=12,
    )
)
def test_no_letter_of_a_page_is_lost(words: list[tuple[str, int, int]]) -> None:
    """The characters on the page are those of the cells and of the text outside, where no two lie on one another."""
    runs = [run(text, x, y, order=n) for n, (text, x, y) in enumerate(words)]
    strokes = table_strokes([20, 90, 200], [20, 60, 100], ((0, 0, 1, 1), (1, 0, 2, 1), (0, 1, 2, 2)))
    stages = ink_to_stages(Ink(300, 200, strokes, runs), 1, 1000)
    unique = {(text, x, y): text for text, x, y in words}
    said = Counter("".join(cell.text for cell in stages.cells).replace("\n", "").replace(" ", ""))
    printed = Counter("".join(text for text, _, _ in words))
    assert not said - printed
    if len(unique) == len({text for text, _, _ in words}) == len(words):
        assert said == printed


def test_invisible_text_is_read_only_where_it_is_the_page() -> None:
    seen, hidden = run("見える文字", 0, 12), run("文字", 0, 30)._replace(hidden=True)
    assert without_hidden([seen, hidden]) == [seen]
    layer = run("走査した紙の文字の層", 0, 30)._replace(hidden=True)
    assert without_hidden([seen, layer]) == [seen, layer]

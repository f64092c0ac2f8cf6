"""Pages -> one paper."""

from monosashi.reading.pdf.joining import PaperCell, joined_text, pages_to_paper
from monosashi.reading.pdf.page import Ink, PageStages, ink_to_stages
from monosashi.reading.pdf.placing import paper_to_grid
from monosashi.reading.pdf.shapes import Box, Run, Stroke
from tests.reading.pdf.drawing import run, table_strokes

XS = [0.0, 60.0, 120.0, 180.0]


def page(number: int, strokes: list[Stroke], runs: list[Run]) -> PageStages:
    return ink_to_stages(Ink(200, 300, strokes, runs), number, 1000)


def cut_strokes(top: float, *, head: bool, foot: bool) -> list[Stroke]:
    """Two rows with a merged cell at their left, open where the page was cut."""
    cells = ((1, 0, 2, 1), (2, 0, 3, 1), (1, 1, 2, 2), (2, 1, 3, 2))
    strokes = table_strokes(XS, [top, top + 20, top + 40], cells)
    strokes.append(Stroke(True, 0.0, top, top + 40))
    strokes += [Stroke(False, top, 0.0, 60.0)] * head + [Stroke(False, top + 40, 0.0, 60.0)] * foot
    return strokes


def rows(top: float, names: str) -> list[Run]:
    return [run(name, XS[1 + n % 2] + 3, top + 12 + 20 * (n // 2), order=n + 5) for n, name in enumerate(names)]


def test_a_cell_cut_by_a_page_break_is_one_cell_with_two_places() -> None:
    first = page(1, cut_strokes(10, head=True, foot=False), [run("施策目標", 3, 22), *rows(10, "一二三四")])
    second = page(2, cut_strokes(30, head=False, foot=True), [run("施策目標", 3, 42), *rows(30, "五六七八")])
    cells, papers = pages_to_paper([first, second])
    goal = next(cell for cell in cells if cell.text == "施策目標")
    assert goal == PaperCell("施策目標", True, [(1, Box(0, 10, 60, 50)), (2, Box(0, 30, 60, 70))])
    grid = paper_to_grid(cells, papers)
    assert [(c.text, c.top, c.left, c.bottom, c.right) for c in grid.cells] == [
        ("施策目標", 1, 1, 4, 1),
        ("一", 1, 2, 1, 2),
        ("二", 1, 3, 1, 3),
        ("三", 2, 2, 2, 2),
        ("四", 2, 3, 2, 3),
        ("五", 3, 2, 3, 2),
        ("六", 3, 3, 3, 3),
        ("七", 4, 2, 4, 2),
        ("八", 4, 3, 4, 3),
    ]


def head_and_body(number: int, body: str) -> PageStages:
    cells = tuple((c, r, c + 1, r + 1) for r in range(2) for c in range(3))
    heads = [run(name, XS[n] + 3, 22, order=n) for n, name in enumerate(("番号", "測定指標", "目標"))]
    line = [run(name, XS[n] + 3, 42, order=n + 5) for n, name in enumerate(body)]
    return page(number, table_strokes(XS, [10, 30, 50], cells), heads + line)


def test_a_head_printed_again_is_the_same_head() -> None:
    cells, papers = pages_to_paper([head_and_body(1, "一二三"), head_and_body(2, "四五六")])
    grid = paper_to_grid(cells, papers)
    assert [(c.text, c.top, len(c.places)) for c in grid.cells] == [
        ("番号", 1, 2),
        ("測定指標", 1, 2),
        ("目標", 1, 2),
        *((text, 2, 1) for text in "一二三"),
        *((text, 3, 1) for text in "四五六"),
    ]


def test_a_row_of_dashes_at_the_top_of_a_page_is_no_head() -> None:
    cells, _ = pages_to_paper([head_and_body(1, "四－－"), head_and_body(2, "四－－")])
    assert [cell.text for cell in cells].count("－") == 4


def test_lines_printed_on_both_pages_are_told_once() -> None:
    assert joined_text("一\n二\n三", "二\n三\n四", beyond=True) == "一\n二\n三\n四"
    assert joined_text("一二三", "一\n二\n三", beyond=False) == "一二三"
    assert joined_text("三", "", beyond=False) == "三"


def test_a_last_line_that_stands_in_the_text_by_chance_is_kept() -> None:
    assert joined_text("手引を配る\nこと\n一覧を出す", "こと", beyond=False) == "手引を配る\nこと\n一覧を出す\nこと"


def half_open(number: int, *, head: bool, foot: bool, values: str) -> PageStages:
    """A row of a merged cell and three values, its upper or its lower border drawn or not; the merged cell is open."""
    strokes = [Stroke(True, x, 10, 30) for x in (0.0, 60.0, 120.0, 180.0)]
    strokes += [Stroke(False, 30, 60.0, 180.0)] * foot + [Stroke(False, 10, 60.0, 180.0)] * head
    strokes += [Stroke(False, 10, 0.0, 60.0)] * head + [Stroke(False, 30, 0.0, 60.0)] * (foot and not head)
    return page(number, strokes, [run(text, XS[1 + n] + 3, 22, order=n) for n, text in enumerate(values.split())])


def test_a_row_that_lacks_its_upper_line_is_not_joined_to_the_row_before() -> None:
    first, second = (
        half_open(1, head=True, foot=True, values="－ 12"),
        half_open(2, head=False, foot=True, values="188 －"),
    )
    cells, _ = pages_to_paper([first, second])
    assert [(cell.text, len(cell.fragments)) for cell in cells] == [("－", 1), ("12", 1), ("188", 1), ("－", 1)]


def test_two_values_are_never_joined() -> None:
    first, second = (
        half_open(1, head=True, foot=False, values="－ 二つの"),
        half_open(2, head=False, foot=True, values="188件 町"),
    )
    cells, _ = pages_to_paper([first, second])
    assert [(cell.text, len(cell.fragments)) for cell in cells] == [("－", 1), ("二つの\n町", 2), ("188件", 1)]


def test_the_heads_of_a_row_at_the_foot_of_a_page_are_not_printed_again() -> None:
    names = ("番号", "測定指標", "目標")
    heads = tuple((c, 1, c + 1, 2) for c in range(3))
    body = tuple((c, 2, c + 1, 3) for c in range(3))
    title = [run("指標１", 3, 22), *(run(name, XS[n] + 3, 42) for n, name in enumerate(names))]
    values = [run(name, XS[n] + 3, 62) for n, name in enumerate("一二三")]
    first = page(
        1,
        table_strokes(XS, [10, 30, 50, 70, 90], ((0, 0, 3, 1), *heads, *body, (0, 3, 3, 4))),
        [*title, *values, run("指標２", 3, 82)],
    )
    second = page(
        2,
        table_strokes(XS, [10, 30, 50], tuple((c, r, c + 1, r + 1) for r in range(2) for c in range(3))),
        [
            *(run(name, XS[n] + 3, 22) for n, name in enumerate(names)),
            *(run(name, XS[n] + 3, 42) for n, name in enumerate("四五六")),
        ],
    )
    cells, _ = pages_to_paper([first, second])
    assert [cell.text for cell in cells].count("番号") == 2


def test_text_outside_the_tables_has_rows_of_its_own() -> None:
    strokes = table_strokes(XS, [40, 60], ((0, 0, 1, 1), (1, 0, 3, 1)))
    runs = [run("表題", 60, 20), run("政策名", 3, 52), run("値", 63, 52), run("※１注", 0, 80)]
    grid = paper_to_grid(*pages_to_paper([page(1, strokes, runs)]))
    assert [(c.text, c.top, c.bordered) for c in grid.cells] == [
        ("表題", 1, False),
        ("政策名", 2, True),
        ("値", 2, True),
        ("※１注", 4, False),
    ]

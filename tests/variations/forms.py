"""Forms: tables as evaluation sheets have them, made from a seed, on pages of several sizes."""

from collections.abc import Callable

from tests.variations.table import Box, Form, Line, Slot, Table
from tests.variations.words import LABELS, YEARS, Words

_PAD = 2.0


def capacity(room: Box, size: float) -> int:
    """How many full-width characters a rectangle holds."""
    return max(1, int((room.width - 2 * _PAD) // size)) * max(1, int((room.height - 2 * _PAD) // (size + 1)))


def _filled(
    widths: list[float], heights: list[float], slots: list[Slot], words: Words, size: float, header: int = 0
) -> Table:
    """A table whose slots marked "*" say something that fits them, "#" a figure."""
    blank = Table(tuple(widths), tuple(heights), tuple(slots), header)
    said = []
    for slot in slots:
        text = slot.text
        room = blank.room(slot)
        if text == "*":
            text = words.prose(max(1, int(capacity(room, size) * words.chance.uniform(0.3, 0.95))))
        elif text == "#":
            text = words.number()
        if slot.vertical:
            text = text[: max(1, int((room.height - 2 * _PAD) // size))]
        elif len(text) > capacity(room, size):
            text = text[: capacity(room, size)]
        said.append(Slot(slot.row, slot.column, text, slot.rows, slot.columns, slot.align, slot.vertical))
    return Table(blank.widths, blank.heights, tuple(said), header)


def indicators(words: Words, size: float = 8.0, pairs: int = 5, width: float = 780.0) -> Table:
    """Indicators with target above actual over five years, a goal merged down all rows, two rows of heads."""
    widths = [30.0, 90.0, 110.0, *[(width - 350) / 9] * 9, 120.0]
    heights = [22.0, 22.0, *[24.0] * (2 * pairs)]
    slots = [
        Slot(0, 0, "番号", rows=2), Slot(0, 1, "施策目標", rows=2), Slot(0, 2, "測定指標", rows=2),
        Slot(0, 3, "基準値", columns=2), Slot(1, 3, "値"), Slot(1, 4, "年度"),
        Slot(0, 5, "年度ごとの目標値（上段）実績値（下段）", columns=5),
        *(Slot(1, 5 + n, year) for n, year in enumerate(YEARS[:5])),
        Slot(0, 10, "目標値", columns=2), Slot(1, 10, "値"), Slot(1, 11, "年度"), Slot(0, 12, "選定理由", rows=2),
    ]  # fmt: skip
    slots.append(Slot(2, 1, "*", rows=2 * pairs))
    for n in range(pairs):
        row = 2 + 2 * n
        slots.append(Slot(row, 0, "①②③④⑤⑥⑦⑧⑨⑩⑪⑫"[n % 12], rows=2))
        slots.append(Slot(row, 2, "*", rows=2))
        slots += [Slot(row, 3, "#", rows=2), Slot(row, 4, "#", rows=2)]
        if words.chance.random() < 0.3:
            slots.append(Slot(row, 5, "*", columns=5))
        else:
            slots += [Slot(row, 5 + y, words.chance.choice(("#", "", "－"))) for y in range(5)]
        slots += [Slot(row + 1, 5 + y, words.chance.choice(("#", "#", "", "－", "○")), align="right") for y in range(5)]
        slots += [Slot(row, 10, "#", rows=2), Slot(row, 11, "#", rows=2)]
        if n % 2 == 0:
            slots.append(Slot(row, 12, "*", rows=min(4, 2 * (pairs - n))))
    return _filled(widths, heights, slots, words, size, header=2)


def money(words: Words, size: float = 8.0, width: float = 400.0) -> Table:
    """Budget and execution by year; the label of the unit runs down beside its rows."""
    widths = [40.0, 90.0, *[(width - 130) / 4] * 4]
    slots = [Slot(0, 0, "区分", columns=2), *(Slot(0, 2 + n, year, align="center") for n, year in enumerate(YEARS[:4]))]
    slots.append(Slot(1, 0, "予算の状況（千円）", rows=4))
    for row, label in enumerate(LABELS[12:16], 1):
        slots += [Slot(row, 1, label), *(Slot(row, 2 + n, "#", align="right") for n in range(4))]
    slots += [
        Slot(5, 0, "執行額（千円）", columns=2),
        *(Slot(5, 2 + n, "#", align="right") for n in range(3)),
        Slot(5, 5, ""),
    ]
    return _filled(widths, [16.0, *[15.0] * 5], slots, words, size)


def head(words: Words, size: float = 8.0, width: float = 780.0) -> Table:
    """Prose left, office data right."""
    widths = [70.0, width - 370, 90.0, 60.0, 90.0, 60.0]
    slots = [
        Slot(0, 0, "政策名"), Slot(0, 1, "*"), Slot(0, 2, "担当部局名"), Slot(0, 3, "*"), Slot(0, 4, "作成責任者名"), Slot(0, 5, "*"),
        Slot(1, 0, "施策の概要"), Slot(1, 1, "*"), Slot(1, 2, "分野", columns=1), Slot(1, 3, "*", columns=3),
        Slot(2, 0, "達成すべき目標"), Slot(2, 1, "*", columns=5),
    ]  # fmt: skip
    return _filled(widths, [30.0, 40.0, 40.0], slots, words, size)


def patchwork(words: Words, columns: int, rows: int, width: float, height: float, size: float = 8.0) -> Table:
    """Rectangles of chance over a grid: any merging of cells that is possible."""
    chance = words.chance
    free = {(row, column) for row in range(rows) for column in range(columns)}
    slots = []
    for row in range(rows):
        for column in range(columns):
            if (row, column) not in free:
                continue
            down = chance.choice((1, 2, 2, 3)) if chance.random() < 0.4 else 1
            across = chance.choice((1, 2, 2, 3, columns)) if chance.random() < 0.5 else 1
            across = next(n for n in range(min(across, columns - column), 0, -1) if _all_free(free, row, column, 1, n))
            down = next(n for n in range(min(down, rows - row), 0, -1) if _all_free(free, row, column, n, across))
            free -= {(row + r, column + c) for r in range(down) for c in range(across)}
            align = chance.choice(("left", "center", "right"))
            slots.append(Slot(row, column, chance.choice(("*", "*", "*", "#", "#", "", "－")), down, across, align))
    widths = [width / columns * chance.uniform(0.6, 1.4) for _ in range(columns)]
    heights = [height / rows * chance.uniform(0.8, 1.2) for _ in range(rows)]
    widths = [w * width / sum(widths) for w in widths]
    heights = [max(size + 6, h * height / sum(heights)) for h in heights]
    return _filled(widths, heights, slots, words, size)


def _all_free(free: set[tuple[int, int]], row: int, column: int, down: int, across: int) -> bool:
    return all((row + r, column + c) in free for r in range(down) for c in range(across))


def sixty(words: Words, size: float = 5.4) -> Table:
    """Sixty narrow columns, as a spreadsheet used as drawing paper has, with cells over many of them."""
    slots = []
    for row in range(8):
        column = 0
        while column < 60:
            across = min(60 - column, words.chance.choice((1, 1, 2, 3, 6, 10)) if row else 1)
            text = str(column % 10) if across == 1 else words.chance.choice(("*", "#", "*", ""))
            slots.append(Slot(row, column, text, 1, across))
            column += across
    return _filled([13.0] * 60, [11.0, *[18.0] * 7], slots, words, size)


def vertical(words: Words, size: float = 8.0) -> Table:
    """Labels that run downwards beside prose."""
    slots = [
        Slot(0, 0, "施策の進捗状況", rows=3, vertical=True), Slot(0, 1, "目標", vertical=True), Slot(0, 2, "*"),
        Slot(1, 1, "実績", vertical=True), Slot(1, 2, "*"), Slot(2, 1, "測定結果", vertical=True), Slot(2, 2, "*"),
    ]  # fmt: skip
    return _filled([22.0, 18.0, 360.0], [50.0, 50.0, 60.0], slots, words, size)


def overflowing(words: Words, size: float = 8.0) -> Table:
    """Texts longer than their cells, cut off by their clip or running on over an empty neighbour."""
    slots = []
    for row, align in enumerate(("over-left", "over-center", "over-right", "spill-left", "over-left")):
        slots += [Slot(row, 0, "*"), Slot(row, 1, words.prose(22), align=align)]
        slots += [Slot(row, 2, "" if align.startswith("spill") else words.prose(5)), Slot(row, 3, "*")]
    return _filled_but(slots, [120.0, 90.0, 110.0, 120.0], [18.0] * 5, words, size)


def _filled_but(slots: list[Slot], widths: list[float], heights: list[float], words: Words, size: float) -> Table:
    """As filled, but texts that are to be too long stay so."""
    table = _filled(widths, heights, slots, words, size)
    kept = tuple(
        old if old.align.startswith(("over", "spill")) else new for old, new in zip(slots, table.slots, strict=True)
    )
    return Table(table.widths, table.heights, kept)


_TITLE = Line("令和３年度実施政策に係る事前分析表", 260.0, 24.0, 11.0)
_NUMBER = Line("（未来省R3-⑨）", 700.0, 24.0)


def whole_page(words: Words) -> Form:
    """A title, a head, indicators, and notes below: the common sheet on A4 landscape."""
    return Form(
        "page",
        ((31.0, 34.0, head(words)), (31.0, 160.0, indicators(words))),
        (
            _TITLE,
            _NUMBER,
            Line("※１ この欄の年度は会計年度である。", 31.0, 470.0),
            Line("※２ 数値は速報値。", 31.0, 484.0),
        ),
    )


def long_page(words: Words) -> Form:
    """Indicators over three pages; the goal's cell is cut twice."""
    return Form("long", ((31.0, 60.0, indicators(words, pairs=24)),), (_TITLE,))


def listing(words: Words) -> Form:
    """Programmes over several pages, each in a row of its own, under a head of two rows."""
    widths = [24.0, 150.0, 60.0, 60.0, 60.0, 60.0, 250.0, 110.0]
    slots = [
        Slot(0, 0, "達成手段（開始年度）", rows=2, columns=2), Slot(0, 2, "予算額計（執行額）", columns=3),
        *(Slot(1, 2 + n, year) for n, year in enumerate(YEARS[4:7])),
        Slot(0, 5, "関連する指標", rows=2), Slot(0, 6, "達成手段の概要等", rows=2), Slot(0, 7, "行政事業レビュー事業番号", rows=2),
    ]  # fmt: skip
    for row in range(2, 32):
        slots += [
            Slot(row, 0, f"({row - 1})"),
            Slot(row, 1, "*"),
            *(Slot(row, 2 + n, "#", align="right") for n in range(3)),
        ]
        slots += [
            Slot(row, 5, words.chance.choice(("1，2", "－", "3"))),
            Slot(row, 6, "*"),
            Slot(row, 7, f"2021-総務-20-{row:04}"),
        ]
    heights = [18.0, 16.0, *(words.chance.choice((24.0, 33.0, 42.0, 60.0)) for _ in range(30))]
    return Form("listing", ((31.0, 60.0, _filled(widths, heights, slots, words, 8.0, header=2)),), (_TITLE,))


def beside(words: Words) -> Form:
    """Two tables side by side whose rows do not meet."""
    return Form("beside", ((31.0, 50.0, money(words)), (450.0, 57.0, patchwork(words, 4, 6, 350.0, 130.0))), (_TITLE,))


def portrait(words: Words) -> Form:
    """A4 upright: patchwork, money, and a line between them."""
    tables = ((40.0, 60.0, patchwork(words, 5, 9, 500.0, 240.0)), (40.0, 340.0, money(words, width=500.0)))
    return Form("portrait", tables, (Line("２．政策の予算額・執行額等", 40.0, 332.0),), 595.0, 842.0)


def large(words: Words) -> Form:
    """A3 landscape with large letters."""
    return Form("large", ((60.0, 60.0, patchwork(words, 8, 14, 1050.0, 680.0, 12.0)),), (), 1191.0, 842.0, 12.0)


def tiny(words: Words) -> Form:
    """Sixty columns and 5.4 point letters."""
    return Form("tiny", ((31.0, 50.0, sixty(words)),), (_TITLE,), size=5.4)


def downward(words: Words) -> Form:
    """Vertical writing."""
    return Form("downward", ((31.0, 50.0, vertical(words)),), (_TITLE,))


def crowded(words: Words) -> Form:
    """Overflowing texts."""
    return Form("crowded", ((31.0, 50.0, overflowing(words)),), (_TITLE,))


#: Every form, by name.
FORMS: dict[str, Callable[[Words], Form]] = {
    make.__name__: make for make in (whole_page, long_page, listing, beside, portrait, large, tiny, downward, crowded)
}

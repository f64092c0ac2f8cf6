"""Rules: the borders of a table as one producer or another draws them. All in points, y upwards."""

from collections.abc import Callable, Iterator, Sequence
from math import ceil

from tests.variations.table import Box, Slot, Table

Segment = tuple[float, float, float, float]


def edges(table: Table, first: int, end: int, frame: str = "full") -> Iterator[Segment]:
    """The border segments of rows first..end from the table's top left (y downwards), each as long as it runs straight.

    A slot that goes on beyond the rows has no border there: its frame is open at the page break.
    """
    owner = {
        (row, column): slot
        for slot, top, bottom in table.rows(first, end)
        for row in range(top, bottom)
        for column in range(slot.column, slot.end_column)
    }
    xs, ys, width = table.xs, [y - table.ys[first] for y in table.ys], len(table.widths)
    for row in range(first, end + 1):
        outer = row in (0, len(table.heights))
        drawn = [_parted(owner.get((row - 1, c)), owner.get((row, c)), row) for c in range(width)]
        if not (frame == "none" and outer):
            yield from ((xs[a], ys[row], xs[b], ys[row]) for a, b in _runs(drawn))
    for column in range(width + 1):
        sides = [owner.get((row, column - 1)) is not owner.get((row, column)) for row in range(first, end)]
        if frame == "full" or column not in (0, width):
            yield from ((xs[column], ys[first + a], xs[column], ys[first + b]) for a, b in _runs(sides))


def _parted(above: Slot | None, below: Slot | None, row: int) -> bool:
    """Whether a border runs between two slots; at a page break only one is there, and it may go on beyond."""
    if above is None or below is None:
        there = above or below
        return there is not None and row in (there.row, there.end_row)
    return above is not below


def _runs(flags: Sequence[bool]) -> Iterator[tuple[int, int]]:
    start = None
    for place, flag in enumerate([*flags, False]):
        if flag and start is None:
            start = place
        elif not flag and start is not None:
            yield start, place
            start = None


def _stroke(setting: str) -> Callable[[Segment], str]:
    return lambda s: f"q {setting} {s[0]:.3f} {s[1]:.3f} m {s[2]:.3f} {s[3]:.3f} l S Q"


def _filled(thick: float) -> Callable[[Segment], str]:
    return lambda s: _bar(s, thick) + " f"


def _bar(s: Segment, thick: float) -> str:
    x, y = min(s[0], s[2]) - thick / 2, min(s[1], s[3]) - thick / 2
    return f"{x:.3f} {y:.3f} {abs(s[2] - s[0]) + thick:.3f} {abs(s[3] - s[1]) + thick:.3f} re"


def _moved(s: Segment, by: float) -> Segment:
    """The segment beside itself."""
    across, up = (by, 0.0) if s[0] == s[2] else (0.0, by)
    return (s[0] + across, s[1] + up, s[2] + across, s[3] + up)


def _stretched(s: Segment, by: float) -> Segment:
    """The segment longer at both ends; shorter for a negative length."""
    if s[0] == s[2]:
        sign = 1 if s[3] > s[1] else -1
        return (s[0], s[1] - sign * by, s[2], s[3] + sign * by)
    return (s[0] - by, s[1], s[2] + by, s[3])


def _pieces(s: Segment, ink: float, gap: float) -> Iterator[Segment]:
    """Short strokes along the segment; the last one ends where it ends."""
    length = abs(s[2] - s[0]) + abs(s[3] - s[1])
    dx, dy = (s[2] - s[0]) / length, (s[3] - s[1]) / length
    count = max(1, ceil(length / (ink + gap)))
    step = (length - ink) / max(1, count - 1) if count > 1 else 0.0
    for n in range(count):
        a, b = n * step, min(length, n * step + ink)
        yield (s[0] + dx * a, s[1] + dy * a, s[0] + dx * b, s[1] + dy * b)


def _each(make: Callable[[Segment], str], ink: float, gap: float) -> Callable[[Segment], str]:
    return lambda s: " ".join(make(piece) for piece in _pieces(s, ink, gap))


def _pair(make: Callable[[Segment], str], apart: float) -> Callable[[Segment], str]:
    return lambda s: make(_moved(s, apart / 2)) + " " + make(_moved(s, -apart / 2))


def _cornered(s: Segment) -> str:
    """A bar between two squares, as a word processor draws it."""
    corners = ((s[0], s[1], s[0], s[1]), (s[2], s[3], s[2], s[3]))
    return " ".join(_bar(part, 0.48) + " f" for part in (_stretched(s, -0.48), *corners))


def _clipped(s: Segment) -> str:
    """A bar drawn through a clip of its own, as a spreadsheet prints it."""
    return f"q {_bar(s, 0.6)} W* n {_bar(s, 1.0)} f Q"


#: How a border may be drawn, segment by segment.
BORDERS: dict[str, Callable[[Segment], str]] = {
    "thin": _stroke("0.5 w"),
    "thick": _stroke("2.2 w"),
    "hair": _stroke("0 w"),
    "capped": _stroke("0.7 w 2 J"),
    "grey": _stroke("0.4 w 0.6 G"),
    "coloured": _stroke("0.5 w 0.1 0.3 0.9 RG"),
    "cmyk": _stroke("0.5 w 0 0 0 1 K"),
    "dash-pattern": _stroke("0.5 w [2 1.5] 0 d"),
    "dot-pattern": _stroke("0.5 w [0.5 1] 0 d"),
    "filled": _filled(0.5),
    "filled-thick": _filled(1.8),
    "cornered": _cornered,
    "clipped": _clipped,
    "double": _pair(_stroke("0.3 w"), 1.8),
    "double-filled": _pair(_filled(0.4), 1.6),
    "dashes": _each(_stroke("0.4 w"), 1.8, 1.2),
    "dots": _each(_filled(0.5), 0.2, 1.3),
    "overshooting": lambda s: _stroke("0.5 w")(_stretched(s, 1.2)),
    "short": lambda s: _stroke("0.5 w")(_stretched(s, -0.8)),
    "twice": lambda s: _stroke("0.5 w")(s) + " " + _stroke("0.5 w")(_moved(s, 0.3)),
    "cut-up": _each(_stroke("0.5 w"), 20.0, 0.0),
}


def one_path(segments: Sequence[Segment]) -> str:
    """All borders in a single path with a single stroke."""
    moves = " ".join(f"{a:.3f} {b:.3f} m {c:.3f} {d:.3f} l" for a, b, c, d in segments)
    return f"q 0.5 w {moves} S Q"


def rectangles(boxes: Sequence[Box], drawing: str) -> str:
    """A rectangle for every cell: stroked (S), stroked over a filling (B), or white over a dark ground (panels)."""
    if drawing == "panels":
        ground = Box(
            min(b.x0 for b in boxes), min(b.top for b in boxes), max(b.x1 for b in boxes), max(b.bottom for b in boxes)
        )
        parts = ["q 0.2 g", _outline(ground, -0.4), "f 1 g", *(_outline(box, 0.4) + " f" for box in boxes), "Q"]
        return " ".join(parts)
    setting = "q 0.5 w 0.93 0.95 1 rg" if drawing == "B" else "q 0.5 w"
    return " ".join([setting, *(f"{_outline(box, 0.0)} {drawing}" for box in boxes), "Q"])


def _outline(box: Box, inset: float) -> str:
    """Boxes come with y upwards here: top is the lower edge."""
    width, height = box.width - 2 * inset, box.height - 2 * inset
    return f"{box.x0 + inset:.3f} {box.top + inset:.3f} {width:.3f} {height:.3f} re"

"""What the stages are tested on: a ruled table as strokes, and letters as runs, made by hand."""

from monosashi.reading.pdf.shapes import Box, Frame, Run, Stroke

Cells = tuple[tuple[int, int, int, int], ...]


def table_strokes(xs: list[float], ys: list[float], cells: Cells) -> list[Stroke]:
    """The four sides of each cell (left, top, right, bottom as numbers of edges), as a producer draws them."""
    strokes = []
    for left, top, right, bottom in cells:
        for y in (ys[top], ys[bottom]):
            strokes.append(Stroke(False, y, xs[left], xs[right]))
        for x in (xs[left], xs[right]):
            strokes.append(Stroke(True, x, ys[top], ys[bottom]))
    return strokes


def run(text: str, x0: float, base: float, size: float = 8.0, order: int = 0) -> Run:
    """Level text from a point of its baseline, every letter as wide as high."""
    return Run(text, x0, base - 0.8 * size, x0 + size * len(text), base + 0.1 * size, x0, base, order, 1)


def boxes(tables: list[list[Frame]]) -> list[Box]:
    """The boxes of all frames."""
    return [frame.box for frames in tables for frame in frames]

"""Matrices: from the space a PDF draws in to the paper a reader holds (points from the top left, turned as shown)."""

from typing import NamedTuple

from monosashi.reading.pdf.shapes import Box

#: Makes a box without asking its class, which takes most of the time of making one.
_new = tuple.__new__


class Matrix(NamedTuple):
    """x' = a x + c y + e,  y' = b x + d y + f."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Where a point comes to lie."""
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def box(self, x0: float, y0: float, x1: float, y1: float) -> Box:
        """The box around a rectangle's four corners."""
        a, b, c, d, e, f = self
        if b == c == 0:
            x0, x1, y0, y1 = a * x0 + e, a * x1 + e, d * y0 + f, d * y1 + f
            if x0 > x1:
                x0, x1 = x1, x0
            return _new(Box, (x0, y0, x1, y1) if y0 < y1 else (x0, y1, x1, y0))
        xs, ys = zip(*(self.point(x, y) for x in (x0, x1) for y in (y0, y1)), strict=True)
        return Box(min(xs), min(ys), max(xs), max(ys))

    def then(self, outer: "Matrix") -> "Matrix":
        """This one first, then the outer.

        >>> Matrix(e=1).then(Matrix(a=2)).point(1, 0)
        (4.0, 0.0)
        """
        a, b, c, d, e, f = self
        x, y = outer.point(e, f)
        return Matrix(
            outer.a * a + outer.c * b,
            outer.b * a + outer.d * b,
            outer.a * c + outer.c * d,
            outer.b * c + outer.d * d,
            x,
            y,
        )


def paper_matrix(left: float, bottom: float, right: float, top: float, turns: int) -> Matrix:
    """From a page's own space (y upwards) to the paper: the visible box, turned clockwise by quarter turns.

    >>> paper_matrix(0, 0, 200, 100, 0).point(10, 90)
    (10, 10)
    >>> paper_matrix(0, 0, 200, 100, 1).point(0, 0)
    (0, 0)
    """
    return (
        Matrix(1, 0, 0, -1, -left, top),
        Matrix(0, 1, 1, 0, -bottom, -left),
        Matrix(-1, 0, 0, 1, right, -bottom),
        Matrix(0, -1, -1, 0, top, right),
    )[turns % 4]

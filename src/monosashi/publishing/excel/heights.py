"""Row heights: each line of the form as high as its texts need, and each as many rows as a worksheet asks for.

>>> tuple(round(height) for height in solved((10.0, 10.0), [(1, 2, 50.0)]))
(25, 25)
>>> Rows.of((900.0, 20.0)).heights
(300.0, 300.0, 300.0, 20.0)
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import ceil
from typing import Self

#: A worksheet's row is at most 409.5 points high; less is used, so that no program's rounding goes over it.
HIGHEST = 400.0

#: First and last line a text covers, and the height in points that it needs.
Need = tuple[int, int, float]


def solved(least: Sequence[float], needs: Iterable[Need]) -> tuple[float, ...]:
    """The height of each line such that every text finds what it needs over the lines it covers.

    Texts of few lines are served first; what a longer one still lacks is shared among its lines evenly.
    """
    heights = list(least)
    for top, bottom, need in sorted(needs, key=lambda n: (n[1] - n[0], n)):
        lacking = need - sum(heights[top - 1 : bottom])
        if lacking > 0:
            for line in range(top - 1, bottom):
                heights[line] += lacking / (bottom - top + 1)
    # to a quarter of a point, upwards: the step that spreadsheets store
    return tuple(ceil(height * 4) / 4 for height in heights)


@dataclass(frozen=True)
class Rows:
    """The worksheet's rows: their heights, and the first and last row of each line."""

    heights: tuple[float, ...]
    spans: tuple[tuple[int, int], ...]

    @classmethod
    def of(cls, lines: Sequence[float]) -> Self:
        """Rows for lines of those heights; a line too high for one row becomes several equal rows."""
        counts = [max(1, ceil(height / HIGHEST)) for height in lines]
        ends = list(accumulate(counts))
        heights = [height / count for height, count in zip(lines, counts, strict=True) for _ in range(count)]
        spans = tuple((end - count + 1, end) for end, count in zip(ends, counts, strict=True))
        return cls(tuple(heights), spans)

    def of_lines(self, top: int, bottom: int) -> tuple[int, int]:
        """The first and last row of a run of lines."""
        return self.spans[top - 1][0], self.spans[bottom - 1][1]

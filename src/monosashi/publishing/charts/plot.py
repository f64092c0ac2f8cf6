"""Plot: the frame of a chart. Years stand side by side in slots of one width, values upwards along a scale."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from monosashi.model.nendo import print_year
from monosashi.publishing.charts.drawing import Line, Shape, Text
from monosashi.publishing.charts.lettering import ems
from monosashi.publishing.charts.scale import Scale, plain

#: The least width of a chart, and the least of a year's slot.
WIDTH, SLOT = 310.0, 30.0
TOP, BOTTOM, RIGHT = 26.0, 42.0, 10.0
#: The size of the letters, as the style sheet sets them.
EM = 11.0

_LETTERS = {"令和": "R", "平成": "H", "昭和": "S", "大正": "T", "明治": "M"}


@lru_cache(maxsize=1024)
def _widest(ticks: tuple[Decimal, ...]) -> float:
    """The width of the widest number of an axis, in ems. Every line of a chart asks for it."""
    return max(ems(plain(tick)) for tick in ticks)


@dataclass(frozen=True, slots=True)
class Plot:
    """Where years and values stand."""

    years: tuple[int, ...]
    scale: Scale
    height: float = 210.0
    bottom: float = BOTTOM

    @property
    def left(self) -> float:
        """Where the plot begins, right of the values of the axis."""
        return 14 + EM * _widest(self.scale.ticks)

    @property
    def width(self) -> float:
        """The width of the whole picture."""
        return max(WIDTH, self.left + SLOT * len(self.years) + RIGHT)

    @property
    def right(self) -> float:
        """Where the plot ends."""
        return self.width - RIGHT

    @property
    def floor(self) -> float:
        """The height of the lowest tick."""
        return self.height - self.bottom

    @property
    def slot(self) -> float:
        """The width of one year."""
        return (self.right - self.left) / max(1, len(self.years))

    def x(self, year: int) -> float:
        """The middle of a year's slot."""
        return self.left + self.slot * (self.years.index(year) + 0.5)

    def y(self, value: Decimal) -> float:
        """The height of a value."""
        return self.floor - self.scale.share(value) * (self.floor - TOP)

    def frame(self, unit: str) -> Iterator[Shape]:
        """The lines of the scale with their numbers and unit, and the years below."""
        for tick in self.scale.ticks:
            kind = "axis" if tick == 0 else "grid"
            yield Line(kind, ((self.left, self.y(tick)), (self.right, self.y(tick))))
            yield Text("tick", self.left - 6, self.y(tick) + 4, plain(tick), "end")
        if unit:
            yield Text("unit", self.left - 6, 12, unit, "end" if ems(unit) * EM < self.left - 8 else "start")
        if self.scale.cut:
            yield from self._cut_mark()
        for year in self.years:
            yield Text("year", self.x(year), self.floor + 16, era_short(year), "middle")
            yield Text("year-west", self.x(year), self.floor + 30, str(year), "middle")

    def _cut_mark(self) -> Iterator[Shape]:
        """Two strokes across the foot of the axis: it does not begin at zero."""
        x, y = self.left, self.floor + 5
        yield Line("axis", ((x, TOP), (x, self.floor)))
        for up in (0.0, 5.0):
            yield Line("cut", ((x - 5, y - up), (x + 5, y - up - 4)))


def era_short(year: int) -> str:
    """A year by its era in letters, as officials write it: R3; nothing where no era has it.

    >>> era_short(2021), era_short(2019), era_short(1650)
    ('R3', 'R1', '')
    """
    printed = print_year(year)
    letter = _LETTERS.get(printed[:2], "")
    return letter + printed[2:].replace("元", "1") if letter else ""


@dataclass(frozen=True, slots=True)
class Label:
    """A number that wants to stand beside its mark; one that is not needed gives way where there is no room."""

    kind: str
    x: float
    y: float
    text: str
    needed: bool = True
    below: bool = False


#: A rectangle by its left, top, right and bottom.
Area = tuple[float, float, float, float]


def placed(labels: Sequence[Label], marks: Sequence[Area], plot: Plot) -> list[Text]:
    """The labels, each above or below its mark, within the plot, none over another label or mark."""
    taken = list(marks)
    found: list[Text] = []
    for label in labels:
        half = ems(label.text) * EM / 2
        x = min(max(label.x, plot.left + half), plot.right - half)
        rises = (-8.0, 17.0, -20.0, 29.0) if not label.below else (17.0, -8.0, 29.0, -20.0)
        spots = [(x - half, label.y + rise - 10, x + half, label.y + rise + 1) for rise in rises]
        inside = [spot for spot in spots if spot[1] >= 0 and spot[3] <= plot.floor]
        free = [spot for spot in inside if not any(_meet(spot, other) for other in taken)]
        if free or label.needed:
            spot = (free or inside or spots)[0]
            taken.append(spot)
            found.append(Text(label.kind, x, spot[3] - 1, label.text, "middle"))
    return found


def _meet(a: Area, b: Area) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]

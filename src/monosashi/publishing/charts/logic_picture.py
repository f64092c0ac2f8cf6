"""The logic as a picture: four columns, goal, lever, indicator, programme, with the links between them.

Programmes stand near the indicators they serve, and each box says the numbers of its links, so that no line has to be
followed to be understood.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from monosashi.publishing.charts.drawing import Box, Curve, Drawing, Shape, Speak, Text
from monosashi.publishing.charts.lettering import wrapped
from monosashi.publishing.charts.logic import Logic, LogicGoal, LogicIndicator, LogicLever, LogicProgramme

_EM, _LINE, _PAD, _GAP, _HEAD = 12.5, 18.0, 10.0, 12.0, 30.0
#: Where each column stands and how wide it is: goal, lever, indicator, programme.
_COLUMNS = ((0.0, 200.0), (240.0, 220.0), (500.0, 290.0), (900.0, 300.0))
_WIDTH = 1200.0
#: The most lines of a text, by column.
_MOST = (6, 5, 3, 2)
#: Links of neighbouring programmes are drawn differently, so that they can be told apart where they cross.
_STROKES = ("first", "second", "third")


@dataclass(frozen=True, slots=True)
class _Card:
    """A box with its lines: the heading (number, marks), the text, and the last line (what it is linked to)."""

    column: int
    kind: str
    lines: tuple[tuple[str, str], ...]
    top: float = 0

    @property
    def height(self) -> float:
        return len(self.lines) * _LINE + 2 * _PAD - 4

    @property
    def left(self) -> float:
        return _COLUMNS[self.column][0]

    @property
    def right(self) -> float:
        return sum(_COLUMNS[self.column])

    def at(self, top: float) -> "_Card":
        return _Card(self.column, self.kind, self.lines, top)

    def side(self, n: int = 0, of: int = 1) -> float:
        """The height of the n-th of several links on its side."""
        return self.top + self.height * (n + 1) / (of + 1)

    def shapes(self) -> Iterator[Shape]:
        yield Box(self.kind, self.left, self.top, self.right - self.left, self.height, 6)
        for n, (kind, text) in enumerate(self.lines):
            yield Text(kind, self.left + _PAD, self.top + _PAD + 9 + n * _LINE, text)


def logic_picture(key: str, logic: Logic, t: Speak, names: tuple[str, str]) -> Drawing:
    """The picture. ``names``: its title, and what it shows in words. ``key``: what its ids begin with."""
    left = _Left(t, logic)
    cards = {programme.path: _programme_card(programme, logic, t) for programme in logic.programmes}
    order = sorted(logic.programmes, key=lambda one: _pull(one, left.placed))
    at = _HEAD
    for programme, top in zip(order, _tops(order, cards, left), strict=True):
        cards[programme.path] = cards[programme.path].at(top)
        at = top + cards[programme.path].height + _GAP
    shapes = [
        *_heads(t, bool(logic.programmes)),
        *left.links,
        *_serving(logic, left.placed, cards, order),
        *(shape for card in (*left.placed.values(), *cards.values()) for shape in card.shapes()),
    ]
    return Drawing(key, _WIDTH, max(left.bottom, at), *names, tuple(shapes))


class _Left:
    """The tree of goals, levers and indicators, laid out from the top."""

    def __init__(self, t: Speak, logic: Logic) -> None:
        self._t = t
        self._logic = logic
        self.placed: dict[str, _Card] = {}
        self.links: list[Curve] = []
        self.bottom = _HEAD
        for goal in logic.goals:
            self.bottom = self._goal(goal, self.bottom) + _GAP

    def _goal(self, goal: LogicGoal, top: float) -> float:
        card, at = _text_card(0, "goal-box", goal.text), top
        for lever in goal.levers:
            at = self._lever(lever, at) + _GAP
        bottom = max(at - _GAP if goal.levers else at, top + card.height if goal.text else top)
        return self._put(goal.path, card, top, bottom, [lever.path for lever in goal.levers])

    def _lever(self, lever: LogicLever, top: float) -> float:
        card, at = _text_card(1, "lever-box", lever.text), top
        for indicator in lever.indicators:
            self.placed[indicator.path] = _indicator_card(indicator, self._logic, self._t).at(at)
            at += self.placed[indicator.path].height + _GAP
        bottom = max(at - _GAP if lever.indicators else at, top + card.height if lever.text else top)
        return self._put(lever.path, card, top, bottom, [indicator.path for indicator in lever.indicators])

    def _put(self, path: str, card: _Card, top: float, bottom: float, below: Sequence[str]) -> float:
        """Place a card in the middle of what it spans, with links to what is below; nothing for an empty text."""
        if card.lines:
            here = card.at((top + bottom - card.height) / 2)
            self.placed[path] = here
            for n, child in enumerate(path for path in below if path in self.placed):
                end = self.placed[child]
                start = (here.right, here.side(n, len(below)))
                self.links.append(Curve("link-tree", start, (end.left, end.side())))
        return bottom


def _text_card(column: int, kind: str, text: str) -> _Card:
    width = _ems(column)
    return _Card(column, kind, tuple(("box-text", line) for line in wrapped(text, width, _MOST[column])))


def _indicator_card(indicator: LogicIndicator, logic: Logic, t: Speak) -> _Card:
    marks = [t(f"logic.{kind.value}") for kind in indicator.kinds]
    marks = [*([t("indicator.primary")] if indicator.primary else []), *marks]
    head = f"{indicator.number} {t('logic.and').join(marks)}"
    numbers = " ".join(logic.programmes[n].number for n in indicator.programmes)
    tail = t("logic.served_by", numbers=numbers) if numbers else t("logic.unserved")
    kind = "indicator-box" + (" primary" if indicator.primary else "") + ("" if numbers else " alone")
    return _full_card(2, kind, head, indicator.name, tail if logic.programmes else "")


def _programme_card(programme: LogicProgramme, logic: Logic, t: Speak) -> _Card:
    numbers = {indicator.path: indicator.number for indicator in logic.indicators}
    served = " ".join(numbers[path] for path in programme.indicators)
    tail = t("logic.serves", numbers=served) if served else t(programme.silence)
    if programme.unknown:
        tail += "　" + t("logic.unknown", numbers=" ".join(programme.unknown))
    return _full_card(
        3, "programme-box" + ("" if served else " alone"), f"{programme.number} {programme.name}", "", tail
    )


def _full_card(column: int, kind: str, head: str, text: str, tail: str) -> _Card:
    width = _ems(column)
    lines = [("box-head", line) for line in wrapped(head, width, _MOST[column])]
    lines += [("box-text", line) for line in wrapped(text, width, _MOST[column])]
    return _Card(column, kind, (*lines, *((("box-tail", line)) for line in wrapped(tail, width, 2))))


def _ems(column: int) -> float:
    """The width of a column's lines; a mark that hangs at the end of a line has room beside it."""
    return (_COLUMNS[column][1] - 2 * _PAD) / _EM - 0.8


def _pull(programme: LogicProgramme, placed: dict[str, _Card]) -> float:
    """How high the indicators of a programme stand on the average; last where it has none."""
    heights = [placed[path].side() for path in programme.indicators]
    return sum(heights) / len(heights) if heights else float("inf")


def _tops(order: Sequence[LogicProgramme], cards: dict[str, _Card], left: _Left) -> list[float]:
    """Where the programmes begin: each as near as can be to the indicators it serves, none over another."""
    heights = [cards[programme.path].height for programme in order]
    tall = sum(heights) + _GAP * len(order)
    tops, at = [], _HEAD
    for n, programme in enumerate(order):
        wanted = _pull(programme, left.placed) - heights[n] / 2
        rest = sum(heights[n:]) + _GAP * (len(order) - n)
        lowest = max(left.bottom, _HEAD + tall) - rest
        tops.append(max(at, min(wanted, lowest)))
        at = tops[-1] + heights[n] + _GAP
    return tops


def _serving(
    logic: Logic, placed: dict[str, _Card], cards: dict[str, _Card], order: Sequence[LogicProgramme]
) -> Iterator[Curve]:
    """A link from each programme to each indicator it serves; at both ends they leave in the order they arrive in."""
    tops = {programme.path: cards[programme.path].top for programme in order}
    arriving = {
        indicator.path: sorted((logic.programmes[n].path for n in indicator.programmes), key=lambda path: tops[path])
        for indicator in logic.indicators
    }
    for n, programme in enumerate(order):
        leaving = sorted(programme.indicators, key=lambda path: placed[path].top)
        for m, path in enumerate(leaving):
            card, came = placed[path], arriving[path]
            start = (card.right, card.side(came.index(programme.path), len(came)))
            end = (cards[programme.path].left, cards[programme.path].side(m, len(leaving)))
            yield Curve(f"link-means {_STROKES[n % len(_STROKES)]}", start, end)


def _heads(t: Speak, programmes: bool) -> Iterator[Text]:
    for (left, _), role in zip(_COLUMNS, ("goal", "lever", "indicator", "programme"), strict=True):
        if programmes or role != "programme":
            yield Text("column-head", left, 16, t(f"logic.{role}"))

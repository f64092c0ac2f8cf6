"""The money's flow as a picture: from the lines of the budget (項) to the policy, to its means, to their accounts.

A bar is as tall as its amount, and so is a band between two; one scale serves all that is the policy's budget. What is not
known has a bar of fixed height, drawn broken, and so has what is no part of the budget (equity, guarantees): those never
join the policy's bar.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from monosashi.publishing.charts.drawing import Band, Box, Curve, Drawing, Shape, Speak, Text
from monosashi.publishing.charts.lettering import wrapped

SECTION, POLICY, PROGRAMME, ACCOUNT = range(4)
_COLUMNS: Final = (0.0, 300.0, 600.0, 1000.0)
_ROOM: Final = (220.0, 220.0, 320.0, 180.0)
_WIDTH, _BAR, _TOP, _GAP, _EM, _LINE = 1200.0, 16.0, 34.0, 14.0, 12.5, 17.0
#: How tall the policy's whole budget is, a bar without a known amount, and the least room of one with its words.
_TALL, _UNKNOWN, _LEAST = 320.0, 14.0, 40.0


@dataclass(frozen=True, slots=True)
class FlowNode:
    """A station of the money. ``amount``: None where it is not known; ``apart``: no part of the policy's budget; ``told``: its
    amount in words, or why there is none."""

    key: str
    column: int
    name: str
    amount: Decimal | None
    told: str
    apart: bool = False


@dataclass(frozen=True, slots=True)
class FlowLink:
    """Money between two stations, by their keys. ``amount``: None where it is not known how much."""

    start: str
    end: str
    amount: Decimal | None


@dataclass(frozen=True, slots=True)
class Flow:
    """One year's flow, in one unit; stations in the order they are drawn in."""

    year: int
    unit: str
    nodes: tuple[FlowNode, ...]
    links: tuple[FlowLink, ...]


@dataclass(frozen=True, slots=True)
class _Placed:
    node: FlowNode
    top: float
    height: float

    @property
    def left(self) -> float:
        return _COLUMNS[self.node.column]


def flow_picture(key: str, flow: Flow, t: Speak, names: tuple[str, str]) -> Drawing:
    """The picture. ``names``: its title, and what it shows in words. ``key``: what its ids begin with."""
    known = [node.amount for node in flow.nodes if node.amount is not None and not node.apart]
    scale = _TALL / float(max(known, default=Decimal(1)) or 1)
    placed = {one.node.key: one for column in range(4) for one in _stacked(flow, column, scale)}
    bottom = max((one.top + max(one.height, _LEAST) for one in placed.values()), default=_TOP)
    heads = (t("flow.section"), t("flow.policy"), t("flow.programme"), t("flow.account"))
    shapes: list[Shape] = [Text("column-head", left, 16, head) for left, head in zip(_COLUMNS, heads, strict=True)]
    shapes += _links(flow, placed, scale)
    shapes += [shape for one in placed.values() for shape in _station(one)]
    return Drawing(key, _WIDTH, bottom + _GAP, *names, tuple(shapes))


def _stacked(flow: Flow, column: int, scale: float) -> Iterator[_Placed]:
    """The stations of a column, one under the other."""
    at = _TOP
    for node in flow.nodes:
        if node.column == column:
            known = node.amount is not None and not node.apart
            height = max(float(node.amount or 0) * scale, 2.0) if known else _UNKNOWN
            yield _Placed(node, at, height)
            at += max(height, _words_height(node)) + _GAP


def _words(node: FlowNode) -> list[tuple[str, str]]:
    width = _ROOM[node.column] / _EM - 1
    return [
        *(("box-text", line) for line in wrapped(node.name, width, 2)),
        *(("box-tail", line) for line in wrapped(node.told, width, 2)),
    ]


def _words_height(node: FlowNode) -> float:
    return len(_words(node)) * _LINE + 4


def _station(one: _Placed) -> Iterator[Shape]:
    kind = "flow-bar apart" if one.node.apart else "flow-bar unknown" if one.node.amount is None else "flow-bar"
    yield Box(kind, one.left, one.top, _BAR, one.height, 2)
    for n, (words, line) in enumerate(_words(one.node)):
        yield Text(words, one.left + _BAR + 8, one.top + 12 + n * _LINE, line)


def _links(flow: Flow, placed: dict[str, _Placed], scale: float) -> Iterator[Shape]:
    """Bands leave and arrive one under the other, in the order of the links."""
    out = dict.fromkeys(placed, 0.0)
    into = dict.fromkeys(placed, 0.0)
    for link in flow.links:
        start, end = placed[link.start], placed[link.end]
        if link.amount is None or start.node.apart or end.node.apart:
            yield _thin(start, end)
            continue
        thick = max(float(link.amount) * scale, 1.5)
        yield Band(
            "flow-band",
            (start.left + _BAR, start.top + out[link.start], thick),
            (end.left, end.top + into[link.end], thick),
        )
        out[link.start] += thick
        into[link.end] += thick


def _thin(start: _Placed, end: _Placed) -> Curve:
    """A link of which it is not known how much it carries."""
    return Curve("flow-thin", (start.left + _BAR, start.top + start.height / 2), (end.left, end.top + end.height / 2))

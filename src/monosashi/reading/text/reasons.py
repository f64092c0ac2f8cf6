"""Rationales of a text: prose with the past actuals and remarks that follow it, and the measures it speaks of.

What ties a rationale to a measure, strongest first: the mean of its past actuals is the measure's baseline; a past
actual carries the measure's label or unit; its wording is like the measure's name; it lies near.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from monosashi.model import Amount, Quantity, Rationale
from monosashi.model.folding import key, unbroken
from monosashi.model.quantity import parse_quantity
from monosashi.reading.text.desk import Desk
from monosashi.reading.text.items import Item
from monosashi.reading.text.kinds import Kind
from monosashi.reading.text.likeness import likeness

_SHORTEST = 40
_FOLLOWING = (Kind.REFERENCES, Kind.REFERENCE, Kind.REMARK)


@dataclass(eq=False)
class Reason:
    """One rationale: its items in order, and what it says."""

    items: list[Item]

    @property
    def said(self) -> Rationale:
        """The rationale, its parts below one another."""
        return Rationale.model_validate("\n".join(item.text for item in self.items))


def find_reasons(desk: Desk) -> list[Reason]:
    """Free prose that gives reasons, each with the past actuals and remarks after it."""
    found: list[Reason] = []
    for item in desk.items:
        if not desk.is_free(item):
            continue
        before = next(
            (r for r in reversed(found) if item.kind in _FOLLOWING and _goes_on(desk, r.items[-1], item)), None
        )
        if before:
            before.items.append(item)
        elif item.kind is Kind.PROSE and _gives_reasons(desk, item):
            found.append(Reason([item]))
    return found


def _goes_on(desk: Desk, last: Item, item: Item) -> bool:
    if desk.columns:
        left, right = (min(piece.left for piece in one.pieces) for one in (last, item))
        return abs(left - right) <= 3 and item.line - last.pieces[-1].line <= 3
    return desk.index(item) - desk.index(last) <= 2


def _gives_reasons(desk: Desk, item: Item) -> bool:
    flat = unbroken(item.text)
    if len(flat) < _SHORTEST:
        return False
    following = desk.items[desk.index(item) + 1 : desk.index(item) + (8 if desk.columns else 2)]
    return "指標" in flat or any(o.kind is Kind.REFERENCES and _goes_on(desk, item, o) for o in following)


def fit(reason: Reason, quantity: Quantity, label: str, name: str, distance: float) -> float:
    """How well a rationale fits a measure; below 1 only nearness speaks for it."""
    lines = [line.quantity for line in reason.said.references if line.quantity]
    score = 4.0 * likeness(unbroken(reason.items[0].text), name) - min(distance, 40) / 40
    if lines and _means(lines, quantity, label):
        score += 6
    if label and any(key(label) in {key(line.label), *(key(p.name) for p in line.parts)} for line in lines):
        score += 4
    if lines and all(key(line.unit).split("/")[0] == key(quantity.unit) for line in lines):
        score += 1
    return score


def speaks_of(reason: Reason, label: str) -> bool:
    """Whether the past actuals have a part of that label: then the rationale is shared."""
    lines = [line.quantity for line in reason.said.references if line.quantity]
    return bool(label and lines) and all(key(label) in {key(part.name) for part in line.parts} for line in lines)


def _means(lines: Iterable[Quantity], quantity: Quantity, label: str) -> bool:
    """Whether the baseline is the mean of the lines, or of their parts of that label, at its printed digits."""
    if len(quantity.mean_of) < 2:
        return False
    own: list[Amount] = []
    for line in lines:
        part = next((part.amount for part in line.parts if label and key(part.name) == key(label)), None)
        own.append(part or line.amount)
    if len(own) != len(quantity.mean_of):
        return False
    mean = sum((amount.value for amount in own), Decimal(0)) / len(own)
    return mean.quantize(quantity.value, ROUND_HALF_UP) == quantity.value


def baseline_of(item: Item | None) -> Quantity | None:
    """The quantity of a strand's baseline."""
    return parse_quantity(item.text) if item else None

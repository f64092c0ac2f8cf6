"""Values: whether two prints mean the same, and what changed if they do not.

４５件 is 45件, and 年度ごとに45件 over three years is 45件 for each of them. Where only the unit differs, the unit
changed and not the value.
"""

from enum import StrEnum

from monosashi.model import Amount, Comparator, Message, PrintedNendo, Quantity, Value
from monosashi.model.folding import fold
from monosashi.model.measuring.same_wording import same_wording
from monosashi.office.compare.telling import CHANGED


class Difference(StrEnum):
    """How two values differ."""

    NONE = "none"
    UNIT = "unit"
    VALUE = "value"


def difference(before: Value, after: Value, *, yearly: bool = False) -> Difference:
    """How two values differ. ``yearly``: 年度ごとに says nothing that the columns do not say."""
    old, new = before.quantity, after.quantity
    if not old or not new:
        return Difference.NONE if same_wording(before.text, after.text) else Difference.VALUE
    if yearly:
        old, new = (each.model_copy(update={"each_year": False}) for each in (old, new))
    if old == new:
        return Difference.NONE
    return (
        Difference.UNIT if fold(old.unit) != fold(new.unit) and _unitless(old) == _unitless(new) else Difference.VALUE
    )


def _unitless(quantity: Quantity) -> Quantity:
    """The quantity without its unit, also where its parts and its earlier target are in that unit."""

    def stripped(amount: Amount) -> Amount:
        return amount.model_copy(update={"unit": ""}) if amount.unit == quantity.unit else amount

    parts = tuple(part.model_copy(update={"amount": stripped(part.amount)}) for part in quantity.parts)
    earlier = stripped(quantity.earlier_target) if quantity.earlier_target else None
    return quantity.model_copy(update={"unit": "", "parts": parts, "earlier_target": earlier})


def same_year(before: PrintedNendo, after: PrintedNendo) -> bool:
    """Whether two prints mean the same year, or say the same words."""
    if before.nendo and after.nendo:
        return before.nendo == after.nendo
    return same_wording(before.text, after.text)


_RAISED = Message(ja="引き上げられました", en="was raised")
_LOWERED = Message(ja="引き下げられました", en="was lowered")
_UP = frozenset({Comparator.AT_LEAST, Comparator.ABOVE})
_DOWN = frozenset({Comparator.AT_MOST, Comparator.BELOW})


def way(before: Value, after: Value) -> Message:
    """How a target moved: raised or lowered; harder or softer only where 以上 or 以下 stands on both sides."""
    old, new = before.quantity, after.quantity
    if not old or not new or old.unit != new.unit or old.value == new.value:
        return CHANGED
    raised = new.value > old.value
    verb = _RAISED if raised else _LOWERED
    bounds = {old.comparator, new.comparator}
    if not (bounds <= _UP or bounds <= _DOWN):
        return verb
    harder = raised == (bounds <= _UP)
    return Message(
        ja=verb.ja.replace("られました", "られ、より厳しくなりました" if harder else "られ、より緩くなりました"),
        en=f"{verb.en}, which makes it {'harder' if harder else 'softer'},",
    )

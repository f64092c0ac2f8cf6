"""What a field holds, as something that can be compared: names without regard to width, case and order, days, numbers.

>>> field = RegisterField(code="with", name=Message(ja="相手国", en="Countries"), kind=FieldKind.COUNTRIES)
>>> sameness(field, "VN ID") == sameness(field, "ID VN")
True
"""

import datetime as dt
from collections.abc import Hashable
from decimal import Decimal, InvalidOperation
from typing import TypeVar

from monosashi.model import Condition, FieldKind, Message, Nendo, RegisterField, YearKind
from monosashi.model.folding import key
from monosashi.model.measuring.arithmetic import is_sane

#: Kinds by whose day a record falls into a year.
DAYS = frozenset({FieldKind.DATE, FieldKind.YEAR})
#: Kinds that hold an amount.
AMOUNTS = frozenset({FieldKind.NUMBER, FieldKind.MONEY})
#: Kinds that hold several values.
SEVERAL = frozenset({FieldKind.COUNTRIES, FieldKind.NAMES})
_KEYED = frozenset({FieldKind.TEXT, FieldKind.NAMES})


def items(field: RegisterField, text: str) -> tuple[str, ...]:
    """The single values a text holds: each country, each name; else the text itself. None where it is empty."""
    if field.kind is FieldKind.COUNTRIES:
        return tuple(text.split())
    if field.kind is FieldKind.NAMES:
        return tuple(line.strip() for line in text.splitlines() if line.strip())
    return (text.strip(),) if text.strip() else ()


def item_key(field: RegisterField, item: str) -> str:
    """By what one value is compared: names and texts without blanks, width and case, the rest as it is written."""
    return key(item) if field.kind in _KEYED else item


def sameness(field: RegisterField, text: str) -> Hashable:
    """By what two texts of a field are the same; None where it is empty, which is the same as nothing."""
    values = items(field, text)
    if not values:
        return None
    if field.kind in AMOUNTS:
        number = amount(text)
        return text if number is None else number
    return frozenset(item_key(field, one) for one in values) if field.kind in SEVERAL else item_key(field, values[0])


def amount(text: str) -> Decimal | None:
    """The number a text is; None where it is none that could stand on paper."""
    try:
        number = Decimal(text.strip())
    except InvalidOperation:
        return None
    return number if is_sane(number) else None


def day(text: str) -> dt.date | None:
    """The day a text names; of a year (2019) the first day of the fiscal year. None where it names none."""
    text = text.strip()
    try:
        return Nendo(year=int(text)).first_day if len(text) == 4 else dt.date.fromisoformat(text)
    except ValueError:
        return None


def year_of(one: dt.date, kind: YearKind) -> Nendo:
    """The year of a kind that a day lies in: 31 March 2020 in the fiscal year 2019."""
    began = Nendo(year=one.year, kind=kind)
    return began if one >= began.first_day or one.year == 1 else Nendo(year=one.year - 1, kind=kind)


def holds(condition: Condition, field: RegisterField, text: str) -> bool:
    """Whether a field's text is what a condition asks for. What is not filled lies within no bounds and is none of the
    texts asked for."""
    found = {item_key(field, one) for one in items(field, text)}
    if condition.filled is not None and condition.filled is not bool(found):
        return False
    if condition.one_of and not found & {item_key(field, one) for one in condition.one_of}:
        return False
    if found & {item_key(field, one) for one in condition.none_of}:
        return False
    return _within(condition, field, text)


def _within(condition: Condition, field: RegisterField, text: str) -> bool:
    if not condition.at_least and not condition.at_most:
        return True
    if field.kind in DAYS:
        return _between(day(text), day(condition.at_least), day(condition.at_most))
    return _between(amount(text), amount(condition.at_least), amount(condition.at_most))


Measured = TypeVar("Measured", dt.date, Decimal)


def _between(value: Measured | None, low: Measured | None, high: Measured | None) -> bool:
    return value is not None and (low is None or value >= low) and (high is None or value <= high)


def shown(field: RegisterField, text: str) -> Message:
    """A field's text for a sentence: a choice by its name, names one beside the other."""
    names = [_name(field, one) for one in items(field, text)]
    return Message(ja="、".join(name.ja for name in names), en=", ".join(name.en for name in names))


def _name(field: RegisterField, item: str) -> Message:
    if field.kind is FieldKind.FLAG:
        return {"true": Message(ja="はい", en="yes"), "false": Message(ja="いいえ", en="no")}.get(
            item, Message(ja=item, en=item)
        )
    return next((one.name for one in field.choices if one.code == item), Message(ja=item, en=item))

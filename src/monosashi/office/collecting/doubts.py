"""Doubts: what a reader would ask about an answer. They refuse nothing; a note beside the answer settles them.

>>> asked = AskedMeasure(ask=1, number="1", name="件数", unit="件", past=(PastValue(year="令和3年度", nendo=2021, text="120件"),))
>>> [one.code for one in doubts_of(asked, Reply(state=State.REPORTED, text="1,300"), 2022)]
['tenfold']
"""

from collections.abc import Iterator
from decimal import Decimal

from monosashi.model import AskedMeasure, Message, Noun, PastValue, Quantity, Reply, State
from monosashi.model.measuring.arithmetic import is_sane, shown
from monosashi.model.measuring.units import same_unit, unit_key
from monosashi.model.quantity import parse_quantity

#: A value so many times the last one, or that part of it, is asked about.
_TENFOLD = 10
_WHOLE = 100


class Doubt(Noun):
    """One question about an answer."""

    code: str
    message: Message


def doubts_of(asked: AskedMeasure, reply: Reply, nendo: int) -> tuple[Doubt, ...]:
    """What is to be asked of a reply; nothing of one that states no value."""
    if reply.state is not State.REPORTED:
        return ()
    return tuple(_doubts(asked, reply, nendo))


def _doubts(asked: AskedMeasure, reply: Reply, nendo: int) -> Iterator[Doubt]:
    given = parse_quantity(reply.text)
    earlier = [(past, found) for past in asked.past if (found := parse_quantity(past.text)) and is_sane(found.value)]
    numbers = [found for _, found in earlier] + _planned(asked)
    if reply.year and reply.year > nendo:
        yield Doubt(
            code="year-later",
            message=Message(
                ja=f"値の年度（{reply.year}年度）が、尋ねられた年度（{nendo}年度）より後です。",
                en=f"The value's year ({reply.year}) is later than the year asked for ({nendo}).",
            ),
        )
    if given is None or not is_sane(given.value):
        if numbers:
            yield Doubt(
                code="not-a-number",
                message=Message(
                    ja=f"「{reply.text}」は数として読めません。これまでの実績や目標は数です。",
                    en=f"{reply.text!r} cannot be read as a number; the earlier values and targets are numbers.",
                ),
            )
        return
    yield from _of_unit(asked, given)
    yield from _of_size(given, numbers)
    beside = [*_named(earlier), *_targets(asked)]
    if not numbers or given.value == 0:
        return
    last = next((one for one in beside if one[1].value != 0), None)
    if last:
        yield from _beside(given, *last)


def _named(earlier: list[tuple[PastValue, Quantity]]) -> Iterator[tuple[Message, Quantity]]:
    """Earlier values, the last one first, each with what it is called."""
    for past, found in reversed(earlier):
        yield Message(ja=f"{past.year}の {past.text}", en=f"the {past.text} of {past.year}"), found


def _targets(asked: AskedMeasure) -> Iterator[tuple[Message, Quantity]]:
    """What a value is held against where no earlier one says anything."""
    for ja, en, text in (
        ("目標", "the target", asked.year_target or asked.target),
        ("基準値", "the baseline", asked.baseline),
    ):
        if (found := parse_quantity(text)) and is_sane(found.value):
            yield Message(ja=f"{ja} {text} ", en=f"{en}, {text}"), found


def _planned(asked: AskedMeasure) -> list[Quantity]:
    texts = (asked.year_target, asked.target, asked.baseline)
    return [found for text in texts if (found := parse_quantity(text)) and is_sane(found.value)]


def _of_unit(asked: AskedMeasure, given: Quantity) -> Iterator[Doubt]:
    if given.unit and asked.unit and not same_unit(given.unit, asked.unit):
        yield Doubt(
            code="other-unit",
            message=Message(
                ja=f"単位が「{given.unit}」です。この指標の単位は「{asked.unit}」です。",
                en=f"The unit is {given.unit}; that of this measure is {asked.unit}.",
            ),
        )
    rate = unit_key(given.unit or asked.unit) == "%"
    if rate and not 0 <= given.value <= _WHOLE:
        yield Doubt(
            code="beyond-whole",
            message=Message(
                ja=f"割合（％）が {shown(given.value)} で、0から100の外です。",
                en=f"A share in per cent is {shown(given.value)}, outside 0 to 100.",
            ),
        )


def _of_size(given: Quantity, numbers: list[Quantity]) -> Iterator[Doubt]:
    if given.value < 0 and numbers and all(one.value >= 0 for one in numbers):
        yield Doubt(
            code="negative",
            message=Message(
                ja="負の値です。これまでの実績や目標に負の値はありません。",
                en="It is negative; no earlier value or target is.",
            ),
        )


def _beside(given: Quantity, name: Message, last: Quantity) -> Iterator[Doubt]:
    if given.unit and last.unit and not same_unit(given.unit, last.unit):
        return
    low, high = sorted((abs(given.value), abs(last.value)))
    if high >= low * Decimal(_TENFOLD):
        more = abs(given.value) > abs(last.value)
        yield Doubt(
            code="tenfold",
            message=Message(
                ja=f"{name.ja}の{'10倍以上' if more else '10分の1以下'}です。単位や桁を確かめてください。",
                en=f"It is {'ten times or more' if more else 'a tenth or less of'} {name.en}. Check the unit and the digits.",
            ),
        )
    elif last.cumulative and given.value < last.value:
        yield Doubt(
            code="cumulative-falls",
            message=Message(
                ja=f"累計なのに、{name.ja}より減っています。", en=f"It is cumulative and yet less than {name.en}."
            ),
        )

"""How indicators, numbers and years are called in the sentence of a finding, in Japanese and in English."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from monosashi.model import Indicator, Message, Nendo, YearKind
from monosashi.model.folding import unbroken
from monosashi.model.measuring.arithmetic import shown
from monosashi.model.measuring.strand import Point, Strand
from monosashi.model.quantity import print_amount

_KINDS = {YearKind.FISCAL: "FY", YearKind.BUSINESS: "business year ", YearKind.CALENDAR: ""}


def indicator_name(indicator: Indicator) -> Message:
    """指標④ / indicator ④; by its name where no number is printed."""
    number = unbroken(indicator.number.text)
    if number:
        return Message(ja=f"指標{number}", en=f"indicator {number}")
    name = indicator.measures[0].name.name if indicator.measures else ""
    return Message(ja=f"指標「{name}」", en=f"the indicator “{name}”")


def strand_name(strand: Strand) -> Message:
    """指標3（うち政務レベル）; with the measure's name where its number carries several."""
    name = indicator_name(strand.indicator)
    if len(strand.indicator.measures) > 1:
        name = Message(ja=f"{name.ja}「{strand.name}」", en=f"{name.en} “{strand.name}”")
    if not strand.part:
        return name
    return Message(ja=f"{name.ja}（うち{strand.part}）", en=f"{name.en} (of which {strand.part})")


def capital(words: str) -> str:
    """The words as a sentence begins."""
    return words[:1].upper() + words[1:]


def number(point: Point) -> str:
    """45件程度: a point's number as printed, brackets left out."""
    return print_amount(point.amount)


def numbers(values: Iterable[Decimal]) -> str:
    """A list of numbers: 56、50、17 for the Japanese sentence; ``and_numbers`` for the English one."""
    return "、".join(f"{value:,f}" for value in values)


def and_numbers(values: Sequence[Decimal]) -> str:
    """56, 50 and 17."""
    return join_en([f"{value:,f}" for value in values])


def join_en(words: Sequence[str]) -> str:
    """a, b and c."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}" if words else ""


def years(nendos: Iterable[Nendo]) -> Message:
    """令和3年度、令和4年度 / FY2021 and FY2022."""
    run = list(nendos)
    english = [f"{_KINDS[nendo.kind]}{nendo.year}" for nendo in run]
    return Message(ja="、".join(str(nendo) for nendo in run), en=join_en(english))


def rounded(exact: Decimal, nearest: Decimal) -> Message:
    """28.33（四捨五入28） where rounding changed the number."""
    if exact == nearest:
        return Message(ja=shown(exact), en=shown(exact))
    return Message(ja=f"{shown(exact)}（四捨五入{nearest:,f}）", en=f"{shown(exact)}, rounded {nearest:,f}")

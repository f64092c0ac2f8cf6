"""How the steps of a reckoning are said: numbers as printed, results to one decimal, years by their names."""

from decimal import Decimal
from functools import lru_cache

from monosashi.model import Message, Nendo, Step, YearKind
from monosashi.model.folding import unbroken
from monosashi.model.measuring.arithmetic import decimals_of, rounded_to, shown
from monosashi.model.measuring.strand import Strand
from monosashi.model.measuring.wording import years

#: A result that is not 100 must not look like 100; more decimals than these are shown for no one.
_MOST_DECIMALS = 6
_WHOLE = Decimal(100)
#: Of a goal in words its beginning is enough to know it by.
_LONGEST_QUOTE = 60


def step(ja: str, en: str, *paths: str) -> Step:
    """One step; empty paths are left out."""
    return Step(says=Message(ja=ja, en=en), paths=tuple(path for path in paths if path))


def per_cent(value: Decimal) -> str:
    """133.3%: to one decimal, or to as many as tell it from 100.

    >>> per_cent(Decimal("99.96")), per_cent(Decimal(100)), per_cent(Decimal("-40.04"))
    ('99.96%', '100%', '-40%')
    """
    decimals = 1
    while decimals < _MOST_DECIMALS and value != _WHOLE and rounded_to(value, decimals) == _WHOLE:
        decimals += 1
    return f"{shown(rounded_to(value, decimals))}%"


def plain(value: Decimal) -> str:
    """A number within a formula: its digits as printed, a long quotient cut short; a negative one in brackets.

    >>> plain(Decimal("1234.50")), plain(Decimal(-3)), plain(Decimal("28.33333333"))
    ('1,234.50', '(-3)', '28.33')
    """
    words = f"{value:,f}" if decimals_of(value) <= _MOST_DECIMALS else shown(rounded_to(value, 2))
    return f"({words})" if value < 0 else words


def year(nendo: Nendo) -> Message:
    """令和3年度 / FY2021."""
    return _year(nendo.year, nendo.kind)


@lru_cache(maxsize=512)
def _year(number: int, kind: YearKind) -> Message:
    return years([Nendo(year=number, kind=kind)])


def quoted(strand: Strand, text: str) -> Message:
    """A cell's text in quotation marks, a long one cut short; of a part, whose it is."""
    flat = unbroken(text)
    flat = flat if len(flat) <= _LONGEST_QUOTE else f"{flat[:_LONGEST_QUOTE]}…"
    if strand.part:
        return Message(ja=f"「{flat}」（うち{strand.part}）", en=f"“{flat}” (of which {strand.part})")
    return Message(ja=f"「{flat}」", en=f"“{flat}”")

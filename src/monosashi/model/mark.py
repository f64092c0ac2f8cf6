"""Marks: the numbers of indicators and programmes (①, 3, (10), 19①) and the ※ marks of notes.

A circle around an indicator's number says that it is a primary one (主要な測定指標), so circled numbers are never
folded. Circled numbers run to ㊿.

>>> parse_number("④").circled, parse_number("（１０）").value, parse_number("19①").sub
(True, 10, '①')
>>> note_marks("関連する\\n指標\\n（※４）")
('※４',)
"""

import re
from typing import Any, ClassVar

from monosashi.model.folding import fold, key
from monosashi.model.noun import Printed

_CIRCLED = {
    **{chr(0x2460 + i): i + 1 for i in range(20)},
    **{chr(0x3251 + i): i + 21 for i in range(15)},
    **{chr(0x32B1 + i): i + 36 for i in range(15)},
    **{chr(0x2776 + i): i + 1 for i in range(10)},
}
CIRCLED = "".join(_CIRCLED)
_NUMBER = re.compile(
    rf"[(\[]?\s*+(?P<n>\d{{1,3}}|[{CIRCLED}])\s*+[)\].]?\s*+(?P<sub>(?:[{CIRCLED}]|\([ivxⅰ-ⅻ]+\)|[ⅰ-ⅻ]|\(?[ア-オ]\)?)+)?"
)
_NOTE_MARK = re.compile(r"※\s*[0-9０-９]{1,2}|[(（][注註]\s*[0-9０-９]{0,2}[)）]")


def _number_meaning(text: str) -> dict[str, Any]:
    printed = text.strip()
    match = _NUMBER.fullmatch(fold(printed))
    n = match["n"] if match else ""
    if not match or (n in _CIRCLED and (match["sub"] or "")[:1] in _CIRCLED):  # ①② is two numbers
        return {}
    sub = printed[match.start("sub") : match.end("sub")] if match["sub"] else ""
    return {"value": _CIRCLED.get(n) or int(n), "circled": n in _CIRCLED, "sub": sub}


class Number(Printed):
    """A printed number: its value, whether it stands in a circle, and a sub-mark (the ① of 19①)."""

    value: int | None = None
    circled: bool = False
    sub: str = ""

    meant: ClassVar[frozenset[str]] = frozenset({"value", "circled", "sub"})
    meaning: ClassVar[Any] = staticmethod(_number_meaning)


def parse_number(text: str) -> Number:
    """The number a cell prints; ``value`` is None where it prints something else."""
    return Number.model_validate(text)


def print_number(value: int, *, circled: bool = False) -> str:
    """The number as an indicator carries it; a circle is drawn up to ㊿.

    >>> print_number(21, circled=True)
    '㉑'
    """
    if circled:
        return next((mark for mark, n in _CIRCLED.items() if n == value), f"({value})")
    return str(value)


def plain_number(number: Number) -> str:
    """The number as the flat tables print it: ① and (1) are 1, a sub-indicator is 19①."""
    return number.text.strip() if number.value is None else f"{number.value}{number.sub}"


def note_marks(text: str) -> tuple[str, ...]:
    """Every note mark in a text (※１, （注2）), as printed, in order."""
    return tuple(match.group() for match in _NOTE_MARK.finditer(text))


def note_key(mark: str) -> str:
    """Marks are the same whatever the width of their digits and their brackets: ※２ and (※2)."""
    return key(mark).strip("()")


def without_note_marks(text: str) -> str:
    """The text without its note marks and the brackets that held nothing else: 政策（※１）名 is 政策名."""
    return re.sub(r"[(（]\s*[)）]", "", _NOTE_MARK.sub("", text))

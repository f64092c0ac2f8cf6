"""Printed years moved on, in the print they have: era or western, wide digits or narrow, broken over lines or not.

>>> moved_on("事前分析表（令和３年度実施政策）")
'事前分析表（令和４年度実施政策）'
>>> moved_on("平成30年度"), moved_on("H30年\\n度"), moved_on("FY2020"), moved_on("第３章")
('令和元年度', 'R1年\\n度', 'FY2021', '第３章')
"""

import re
from collections.abc import Iterator

from monosashi.model import Identifier, Nendo, PrintedNendo
from monosashi.model.date import YearMonth, parse_month
from monosashi.model.folding import fold
from monosashi.model.mark import Number, print_number
from monosashi.model.nendo import ERA, ERAS, era_year, print_year

_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
_WIDE_DIGIT = re.compile("[０-９]")
_LETTERS = {"令和": "R", "平成": "H", "昭和": "S", "大正": "T", "明治": "M"}
_LIGATURES = {"令和": "㋿", "平成": "㍻", "昭和": "㍼", "大正": "㍽", "明治": "㍾"}
_NUMBERED = rf"(?P<era>{ERA})?(?P<gap>\s*+)(?P<n>元|\d{{1,4}})"
#: 令和３年度, 25年度, 令和2事務年度, 平成30年.
_YEAR = re.compile(rf"{_NUMBERED}(?=\s*+(?:事務)?年(?!\s*+\d))|(?<=FY)(?P<western>\d{{4}})")
#: A year with nothing behind it, as in 総務省R3－⑭.
_BARE = re.compile(_NUMBERED)
_MONTH = re.compile(rf"{_NUMBERED}\s*+年\s*+(?P<month>\d{{1,2}})\s*+月")


def moved_on(text: str, by: int = 1) -> str:
    """The text with every fiscal, business or calendar year in it moved on by so many years."""
    return _replaced(text, [(match.span(), _later(text, match, by)) for match in _YEAR.finditer(fold(text))])


def moved_head(head: PrintedNendo, by: int = 1) -> PrintedNendo | None:
    """The head of a column for a year so many years later; None where it names no year that can be moved."""
    text = moved_on(head.text, by)
    if head.nendo is None or text == head.text:
        return None
    return PrintedNendo(text=text, nendo=Nendo(year=head.nendo.year + by, kind=head.nendo.kind))


def next_identifier(identifier: Identifier, number: str = "") -> Identifier | None:
    """The identifier of the next year. ``number``: the policy's new number, nothing where it keeps the one it has. None
    where no year or number stands in it that can be told apart."""
    if identifier.nendo is None:
        return None
    renumbered = _renumbered(identifier, number) if number else identifier.text
    for match in _BARE.finditer(fold(renumbered)):
        text = _replaced(renumbered, [(match.span(), _later(renumbered, match, 1))])
        found = Identifier.model_validate(text)
        wanted = Number.model_validate(number).value if number else identifier.number and identifier.number.value
        if (
            found.nendo
            and found.nendo.year == identifier.nendo.year + 1
            and (found.number is not None and found.number.value == wanted)
        ):
            return found
    return None


def month_moved_to(text: str, month: YearMonth) -> str:
    """A text that prints a month, with another month in its place: 令和６年８月頃 to 令和９年８月頃."""
    match = _MONTH.search(fold(text))
    if not match or parse_month(text) is None:
        return text
    era, wide = match["era"], bool(_WIDE_DIGIT.search(text[match.start() : match.end()]))
    year = _printed(month.year, era, wide=wide) if era else str(month.year)
    digits = str(month.month).translate(_WIDE) if wide else str(month.month)
    at = match.start("month"), match.end("month")
    return _replaced(text, [((match.start(), match.end("n")), year), (at, digits)])


def _renumbered(identifier: Identifier, number: str) -> str:
    """The identifier with another number at its end, in a circle where the old one stands in one."""
    old = identifier.number
    if old is None or not old.text:
        return identifier.text
    at = fold(identifier.text).rfind(fold(old.text))
    new = Number.model_validate(number)
    shown = print_number(new.value, circled=old.circled) if new.value is not None and not new.sub else number
    if not old.circled and _WIDE_DIGIT.search(old.text):
        shown = shown.translate(_WIDE)
    return identifier.text[:at] + shown + identifier.text[at + len(old.text) :] if at >= 0 else identifier.text


def _later(text: str, match: "re.Match[str]", by: int) -> str:
    """The year of a match, so many years later, printed as it is printed."""
    start, end = match.span()
    wide = bool(_WIDE_DIGIT.search(text[start:end]))
    if match.re.groupindex.get("western") and match["western"]:
        return str(int(match["western"]) + by)
    year = era_year(match["era"], match["n"])
    if match["era"] is None or year is None:
        n = 1 if match["n"] == "元" else int(match["n"])
        later = str(n + by).zfill(len(match["n"]) if len(match["n"]) == 4 else 0)
        return text[start : match.start("n")] + (later.translate(_WIDE) if wide else later)
    return _printed(year + by, match["era"], wide=wide, gap=match["gap"])


def _printed(year: int, era: str, *, wide: bool, gap: str = "") -> str:
    """A year under an era's name in the manner of ``era``: 令和, R, ㋿."""
    named = print_year(year)
    name = next((known for known in ERAS if named.startswith(known)), "")
    if not name:
        return named
    n = named.removeprefix(name)
    if era in ERAS:
        told = name
    elif era.upper() in _LETTERS.values():
        told, n = _LETTERS[name], n.replace("元", "1")
    else:
        told = _LIGATURES[name]
    return told + gap + (n.translate(_WIDE) if wide else n)


def _replaced(text: str, parts: list[tuple[tuple[int, int], str]]) -> str:
    return "".join(_pieces(text, parts))


def _pieces(text: str, parts: list[tuple[tuple[int, int], str]]) -> Iterator[str]:
    at = 0
    for (start, end), now in parts:
        yield text[at:start]
        yield now
        at = end
    yield text[at:]

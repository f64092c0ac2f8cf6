"""A value and its year in one cell: 「平成22年度 / 19.5%」, 「583駅\n（H25年度）」, 「約75%（24年度）」."""

import re
from dataclasses import dataclass, field

from monosashi.model import Nendo, PrintedNendo
from monosashi.model.folding import fold
from monosashi.model.nendo import YEAR, parse_nendo

_LINE = re.compile(rf"\s*\(?\s*(?P<year>(?:{YEAR}|[RHS]\d{{1,2}})(?:末|時点|実績|まで)?)\s*(?:に|までに)?\s*\)?\s*")
_BRACKETED = re.compile(rf"\(\s*(?P<year>{YEAR})(?:末|時点|実績|まで)?\s*\)\s*$")
_LEADING = re.compile(rf"\s*(?P<year>{YEAR})\s*[:\s]\s*(?=\S)")


@dataclass(frozen=True)
class Stacked:
    """What a cell prints: the value's text, and the year beside it."""

    text: str
    year: PrintedNendo = field(default_factory=lambda: PrintedNendo(text=""))


def year_beside_value(text: str, like: Nendo | None) -> Stacked:
    """The value and the year of a cell. A year on a line of its own is no part of the value; one in brackets behind it is.

    >>> year_beside_value("平成22年度\\n19.5%", None)
    Stacked(text='19.5%', year=PrintedNendo(text='平成22年度', nendo=Nendo(year=2010, kind=<YearKind.FISCAL: 'fiscal'>)))
    """
    lines = text.split("\n")
    if len(lines) > 1:
        for at in (0, len(lines) - 1):
            if match := _LINE.fullmatch(fold(lines[at])):
                year = _printed(lines[at], match, like)
                rest = lines[1:] if at == 0 else lines[:-1]
                if year.nendo and "\n".join(rest).strip():
                    return Stacked("\n".join(rest), year)
    for pattern in (_BRACKETED, _LEADING):
        match = pattern.search(fold(text)) if pattern is _BRACKETED else pattern.match(fold(text))
        if match and (year := _printed(text, match, like)).nendo:
            kept = text if pattern is _BRACKETED else text[match.end() :]
            return Stacked(kept, year)
    return Stacked(text)


def _printed(text: str, match: re.Match[str], like: Nendo | None) -> PrintedNendo:
    printed = text[match.start("year") : match.end("year")]
    return PrintedNendo(text=printed, nendo=parse_nendo(re.sub(r"\s|実績|まで", "", fold(printed)), like))

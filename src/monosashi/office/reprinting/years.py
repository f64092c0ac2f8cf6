"""Years printed anew: the year that a text means, with the era that its neighbours lend to a bare 「25年度」."""

import re
from collections.abc import Callable, Iterator

from monosashi.model import Nendo, PrintedNendo, Sheet
from monosashi.model.folding import fold
from monosashi.model.nendo import YEAR, parse_nendo
from monosashi.reading.headword import head_year
from monosashi.reading.programmes import start_year

#: From a text, and a year that lends its era, to the year it means.
Grammar = Callable[[str, Nendo], Nendo | None]
#: About this year the sheets of this form of evaluation stand (平成13年 on); a reader without a better one lends it.
_ABOUT = Nendo(year=2018)
#: 31年度概算要求額, （令和3年度予算）: a year that leads or stands within other words over an amount.
_MONEY_HEAD = re.compile(r"/(?:money|amounts)/\d+/years?(?:/\d+)?$")


def reprinted_year(sheet: Sheet, path: str, old: PrintedNendo, text: str) -> PrintedNendo:
    """The year that ``text`` means at a path. A way of reading it that does not explain ``old`` is not taken."""
    ways = [(grammar, like) for like in _near(sheet, old) for grammar in _grammars(path)]
    explaining = [(grammar, like) for grammar, like in ways if grammar(old.text, like) == old.nendo]
    found = (grammar(text, like) for grammar, like in explaining)
    return PrintedNendo(text=text, nendo=next((nendo for nendo in found if nendo), None))


def _near(sheet: Sheet, old: PrintedNendo) -> Iterator[Nendo]:
    """The years that may lend their era, the likeliest first."""
    yield from (nendo for nendo in (sheet.title.nendo or sheet.identifier.nendo, old.nendo) if nendo)
    heads = (actual.year.nendo for _, _, measure in sheet.measures() for actual in measure.actuals)
    yield next((nendo for nendo in heads if nendo), _ABOUT)


def _grammars(path: str) -> tuple[Grammar, ...]:
    """How the reader may have come by a year, by the place it stands at."""
    if path.endswith("/started"):
        return (start_year,)
    if _MONEY_HEAD.search(path):
        return (_alone, _over_money)
    return (_alone, _as_head, _with_words)


def _alone(text: str, like: Nendo) -> Nendo | None:
    return parse_nendo("".join(text.split()), like)


def _as_head(text: str, like: Nendo) -> Nendo | None:
    head = head_year(text, like)
    return head.year.nendo if head else None


def _with_words(text: str, like: Nendo) -> Nendo | None:
    return parse_nendo(re.sub(r"\s|実績|まで", "", fold(text)), like)


def _over_money(text: str, like: Nendo) -> Nendo | None:
    match = re.search(YEAR, re.sub(r"\s", "", fold(text)))
    if not match:
        return None
    printed = match.group()
    return parse_nendo(printed if printed.endswith("度") else printed.removesuffix("年") + "年度", like)

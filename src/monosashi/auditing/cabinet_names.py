"""Which listed document of the cabinet a sheet names: by its title, then by what the name says of the edition, then by
the printed day.

Titles are printed with and without quotation marks, subtitles and editions, and with the decision in brackets; a speech
with the Diet it was made to and who made it. What remains once these are set aside is compared.

>>> from monosashi.model import PrintedDate
>>> name = "第百九十八回国会における安倍内閣総理大臣施政方針演説"
>>> found = identify(CabinetLink(name=name, date=PrintedDate.model_validate("平成31年1月28日")))
>>> found.standing.value, str(found.editions[0].date)
('known', '2019-01-28')
"""

import datetime as dt
import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from monosashi.forms.cabinet_documents import CabinetDocument, CabinetEdition, cabinet_documents
from monosashi.model import CabinetLink, Sheet
from monosashi.model.date import parse_date
from monosashi.model.folding import fold, key
from monosashi.model.measuring.once import once
from monosashi.model.nendo import ERA


class Standing(StrEnum):
    """How a printed document stands to the list. ``other_edition``: the title is listed, an edition of that name or day
    is not; ``other_day``: the edition is, with another day."""

    KNOWN = "known"
    UNKNOWN = "unknown"
    OTHER_EDITION = "other_edition"
    OTHER_DAY = "other_day"


@dataclass(frozen=True)
class Identified:
    """What a link names. ``editions``: those it may mean (of another edition or day: those that are listed); ``date``: the
    day it prints, in its own cell or in the name."""

    standing: Standing
    document: CabinetDocument | None
    editions: tuple[CabinetEdition, ...]
    date: dt.date | None


_DAY = re.compile(rf"(?:{ERA})?\s*(?:元|\d{{1,4}})\s*[年./]\s*\d{{1,2}}\s*[月./]\s*\d{{1,2}}\s*日?")
#: （平成30年6月15日閣議決定）, (令和3年6月改訂) stays.
_DECIDED = re.compile(r"\((?=[^()]*(?:決定|了解|閣議|演説|\d月\d+日|\d+[./]\d+[./]\d+))[^()]*\)")
_QUOTES = re.compile(r"[「」『』“”\"'’‘○●◯◎◆◇■□•※]|^[・･-]+")
_SPEECH = re.compile(
    r"^(?P<diet>第\d+回)?(?:国会)?(?:\([^()]*\))?(?:における|での|において|の)?(?:[^第\d]{1,6}?(?:内閣)?総理大臣|[^第\d]{1,6}?首相|総理)?"
    r"(?:による|の)?(?=施政方針演説|所信表明演説)"
)
_ORDINAL = re.compile(r"^第\d+(?:期|次)")
#: What may follow a title: an edition, a subtitle, a remark. Anything else makes another title of it.
_AFTER = re.compile(
    r"(?:改[訂定]版?)?(?:\d{4}|(?:令和|平成)\d+年度?|第\d+(?:期|次))?年?度?版?(?:改[訂定]版?|追補版)?"
    r"(?:$|[-~(\[<〈《:,、]|について|の?(?:一部)?(?:変更|改[訂定正])|等$)"
)
_EDITION_MARK = re.compile(r"第\d+(?:期|次|回)|(?<!\d)\d{4}(?!\d)|(?:令和|平成)\d+年|改[訂定]|追補")
_KANJI = re.compile(r"(?<=第)[〇一二三四五六七八九十百]+(?=[回期次])")
_DIGITS = {c: n for n, c in enumerate("〇一二三四五六七八九")}


@once
def identified(sheet: Sheet) -> tuple[Identified, ...]:
    """What each of a sheet's links names, in printed order."""
    return tuple(identify(link) for link in sheet.cabinet)


def identify(link: CabinetLink) -> Identified:
    """The listed document and editions that a link may mean."""
    date = link.date.date or _day_in(link.date.text) or _day_in(link.name)
    found = _listed(_plain(link.name))
    if not found:
        return Identified(Standing.UNKNOWN, None, (), date)
    document, rest = found
    named = tuple(one for one in document.editions if any(mark in rest for mark in _marks(one)))
    if not named and _EDITION_MARK.search(rest):
        return Identified(Standing.OTHER_EDITION, document, document.editions, date)
    may_be = named or document.editions
    on_day = tuple(one for one in may_be if one.date == date)
    if on_day or date is None:
        return Identified(Standing.KNOWN, document, on_day or may_be, date)
    same_year = named or tuple(one for one in may_be if document.once_a_year and one.date.year == date.year)
    if same_year:
        return Identified(Standing.OTHER_DAY, document, same_year, date)
    return Identified(Standing.OTHER_EDITION, document, document.editions, date)


def _day_in(text: str) -> dt.date | None:
    match = _DAY.search(fold(text))
    return parse_date(match.group()) if match else None


@cache
def _titles() -> tuple[tuple[str, CabinetDocument], ...]:
    """Each way to print a title with its document, the longest first."""
    titles = [(_plain(name), one) for one in cabinet_documents() for name in (one.title, *one.variants)]
    return tuple(sorted(titles, key=lambda item: (-len(item[0]), item[0])))


def _listed(name: str) -> tuple[CabinetDocument, str] | None:
    """The document of the longest title with which the name begins, and what the name says beside the title."""
    before = _SPEECH.match(name) or _ORDINAL.match(name)
    for start in (0, before.end()) if before and before.end() else (0,):
        for title, document in _titles():
            if name.startswith(title, start) and _AFTER.match(name, start + len(title)):
                return document, name[:start] + name[start + len(title) :]
    return None


@cache
def _marks(edition: CabinetEdition) -> tuple[str, ...]:
    return tuple(_plain(mark) for mark in (edition.edition, *edition.words) if mark)


def _plain(name: str) -> str:
    """A name to be compared: no blanks, quotation marks or decision in brackets, ordinals and first years in digits."""
    flat = _KANJI.sub(lambda match: str(_number(match.group())), key(name))
    return _QUOTES.sub("", _DECIDED.sub("", flat)).replace("元年", "1年")


def _number(kanji: str) -> int:
    """198 for 百九十八 and for 一九八."""
    if not re.search("[十百]", kanji):
        return int("".join(str(_DIGITS[c]) for c in kanji))
    value, digit = 0, 0
    for c in kanji:
        if c in _DIGITS:
            digit = _DIGITS[c]
        else:
            value, digit = value + (digit or 1) * (10 if c == "十" else 100), 0
    return value + digit

"""Head words: what one cell says as a head of a table of indicators: a role, a year, a unit, or several of them.

Heads come glued: 「実績値（％）」, 「初期値（H25年度）」, 「令和３年度\n目標値」, 「H25年度\n（③は29年度）」.
"""

import re
from dataclasses import dataclass

from monosashi.forms import IndicatorWords, label_key
from monosashi.model import Nendo, PrintedNendo
from monosashi.model.folding import fold
from monosashi.model.mark import CIRCLED
from monosashi.model.nendo import YEAR, parse_nendo

_SPACES = re.compile(r"\s+")
_BRACKETED_END = re.compile(r"(?P<words>.*\S)\s*[(（](?P<inside>[^()（）]{1,20})[)）]\s*", re.S)
_YEAR_THEN_WORDS = re.compile(
    rf"\s*(?P<year>{YEAR}|[RHS]\d{{1,2}})(?:末|時点)?\s*の?\s*\(?(?P<words>[^)]*\S)\)?\s*", re.S
)
_WORDS_THEN_YEAR = re.compile(
    rf"\s*(?P<words>\S.*?)[\s:]*(?P<open>\(?)\s*(?P<year>(?:{YEAR}|[RHS]\d{{1,2}})(?:末|時点)?)\s*\)?\s*", re.S
)
#: 「H25年度（③は29年度）」: a year with exceptions for some of the indicators under the head.
_EXCEPTED = re.compile(rf"(?P<year>{YEAR})\s*\((?P<exceptions>[^()]*は[^()]*)\)", re.S)
_EXCEPTION = re.compile(rf"(?P<marks>[^は]{{1,20}})は\s*(?P<year>{YEAR})")
_MARKS = re.compile(rf"[{CIRCLED}]|\([ⅰ-ⅻivx]+\)|[ア-オ]|\d{{1,3}}")
#: What a label of yearly values speaks of.
_KINDS = {"target": "target", "yearly_target": "target", "yearly_actual": "actual"}
_SHORT_YEAR = re.compile(r"[RHS]\d{1,2}")
#: A year that a form leaves to be filled in.
_BLANK_YEAR = re.compile(r"(?:令和|平成|[RH])?\s*年\s*度")


@dataclass(frozen=True)
class HeadYear:
    """A year in a head as printed, and those it gives to some of the indicators below instead."""

    year: PrintedNendo
    exceptions: tuple[tuple[str, PrintedNendo], ...] = ()

    def of(self, *marks: str) -> PrintedNendo:
        """The year for the indicator that carries these marks (③, or its number)."""
        return next((year for mark, year in self.exceptions if mark in marks), self.year)


@dataclass(frozen=True)
class HeadWord:
    """What a head says. ``leads``: the year stands before the words (令和３年度実績), so it is the column's own."""

    role: str = ""
    year: HeadYear | None = None
    leads: bool = False
    unit: str = ""


def head_word(text: str, words: IndicatorWords, like: Nendo | None) -> HeadWord | None:
    """What a cell says as a head; None where it is no head."""
    if len(text) > 90:
        return None
    if year := head_year(text, like):
        return HeadWord(role="" if year.year.nendo else "year", year=year)
    role = words.role(label_key(text))
    glued = _glued_year(text, words, like)
    if glued:
        return glued
    if role:
        return HeadWord(role=role, unit=_unit_of(text))
    match = _BRACKETED_END.fullmatch(text)
    outer = words.role(label_key(match["words"])) if match else ""
    inner = words.role(label_key(match["inside"])) if match else ""
    if _KINDS.get(outer, outer) != _KINDS.get(inner, inner) and {outer, inner} <= _KINDS.keys():
        return HeadWord(role=f"yearly_{_KINDS[inner]}_within")  # 目標値（実績値）: both in one cell
    return HeadWord(role=outer, unit=_unit_of(text)) if outer else None


def head_year(text: str, like: Nendo | None) -> HeadYear | None:
    """The year a cell prints and nothing else (with exceptions in brackets)."""
    flat = _SPACES.sub("", text)
    flat = flat[1:-1] if flat[:1] in "(（" and flat[-1:] in ")）" else flat
    if nendo := parse_nendo(flat, like) or _short_year(flat):
        return HeadYear(PrintedNendo(text=text, nendo=nendo))
    if _BLANK_YEAR.fullmatch(fold(flat)):
        return HeadYear(PrintedNendo(text=text, nendo=None))
    match = _EXCEPTED.fullmatch(fold(text).strip())
    if not match:
        return None
    own = parse_nendo(_SPACES.sub("", match["year"]), like)
    exceptions = []
    for one in _EXCEPTION.finditer(match["exceptions"]):
        printed = PrintedNendo(text=one["year"], nendo=parse_nendo(_SPACES.sub("", one["year"]), own or like))
        exceptions += [(mark, printed) for mark in _MARKS.findall(one["marks"])]
    start = fold(text).find(match["year"])
    printed_year = text[start : start + len(match["year"])]
    return HeadYear(PrintedNendo(text=printed_year, nendo=own), tuple(exceptions))


def _short_year(flat: str) -> Nendo | None:
    """R2, H25: an era's letter and a year, without 年度."""
    return parse_nendo(flat + "年度") if _SHORT_YEAR.fullmatch(fold(flat)) else None


def _glued_year(text: str, words: IndicatorWords, like: Nendo | None) -> HeadWord | None:
    """A label and a year in one cell."""
    folded = fold(text)
    if (match := _YEAR_THEN_WORDS.fullmatch(folded)) and (role := words.role(label_key(match["words"]))):
        return HeadWord(role, _printed(text, match, like), leads=True, unit=_unit_of(match["words"]))
    if (match := _WORDS_THEN_YEAR.fullmatch(folded)) and (role := words.role(label_key(match["words"]))):
        return HeadWord(role, _printed(text, match, like), unit=_unit_of(match["words"]))
    return None


def _printed(text: str, match: re.Match[str], like: Nendo | None) -> HeadYear:
    printed = text[match.start("year") : match.end("year")]
    flat = _SPACES.sub("", match["year"])
    return HeadYear(PrintedNendo(text=printed, nendo=parse_nendo(flat, like) or _short_year(flat)))


def _unit_of(text: str) -> str:
    """The unit that a head gives in brackets: 実績値（％）."""
    match = _BRACKETED_END.fullmatch(text)
    inside = fold(match["inside"]).strip() if match else ""
    inside = re.sub(r"^単位[:：]?\s*", "", inside)
    return inside if inside and inside not in _NO_UNITS and not re.search(r"\d|度|値", inside) else ""


#: What stands in brackets in labels and is no unit.
_NO_UNITS = frozenset({"値", "年", "目標", "実績", "見込", "見込み", "予定", "参考", "累計", "任意", "暦年", "案"})

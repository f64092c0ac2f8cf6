"""What a target says that is more than one number: a band, a rule that refers to another value, a time limit.

>>> target_words("40～50％").high, target_words("前年度以上").base, target_words("届出の受理後30日以内").limit
(Decimal('50'), <Base.PREVIOUS_YEAR: 'previous_year'>, Decimal('30'))
>>> target_words("100％を維持").value, target_words("制度を整える")
(Decimal('100'), None)

Every pattern is anchored over a short folded text; what none takes is words, never a wrong number.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from monosashi.model import Comparator, Nendo, Quantity
from monosashi.model.folding import fold, unbroken
from monosashi.model.measuring.arithmetic import minus, total
from monosashi.model.nendo import YEAR, parse_nendo
from monosashi.model.quantity import parse_quantity

#: Longer than any rule seen; a sentence is no rule.
_LONGEST = 80


class Base(StrEnum):
    """To which value a rule refers."""

    PREVIOUS_YEAR = "previous_year"
    BEST_SO_FAR = "best_so_far"
    BASELINE = "baseline"
    NAMED_YEAR = "named_year"


@dataclass(frozen=True)
class BandTarget:
    """From a number to a number: 40～50％, 50±5％, 5以上10未満."""

    low: Decimal
    high: Decimal
    unit: str
    low_strict: bool = False
    high_strict: bool = False
    approximate: bool = False


@dataclass(frozen=True)
class RuleTarget:
    """A target that is another value, or so much more or less than it: 前年度以上, 基準値比10％増.

    ``comparator`` is None where the way that is better decides: not worse where ``keeps`` or ``approximate`` (現状維持,
    前年度並み), else better (改善). ``change`` is in per cent of the base where
    ``relative``, else in its own unit; ``factor`` stands for 1.2倍.
    """

    base: Base
    comparator: Comparator | None
    change: Decimal = Decimal(0)
    relative: bool = True
    factor: Decimal | None = None
    nendo: Nendo | None = None
    approximate: bool = False
    keeps: bool = False


@dataclass(frozen=True)
class TimeLimit:
    """A time within which each case is to be dealt with; ``share``: of the cases, in per cent."""

    limit: Decimal
    unit: str
    share: Decimal = Decimal(100)
    share_printed: bool = False


Words = BandTarget | RuleTarget | TimeLimit | Quantity

_NUMBER = r"[-−+△▲]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
_UNIT = r"[^\d\s~〜±,、。()（）以未超程]{0,12}?"
_ABOUT = r"(?:約|おおむね|概ね)?"
_SOFT = r"(?:程度|前後)?"
_BAND = re.compile(
    rf"(?P<about>{_ABOUT})(?P<low>{_NUMBER})(?P<u1>{_UNIT})(?:から|[~〜])(?P<high>{_NUMBER})(?P<u2>{_UNIT})(?P<soft>{_SOFT})"
)
_AROUND = re.compile(rf"(?P<middle>{_NUMBER})(?P<u1>{_UNIT})±(?P<half>{_NUMBER})(?P<u2>{_UNIT})")
_BETWEEN = re.compile(
    rf"(?P<low>{_NUMBER})(?P<u1>{_UNIT})(?P<from>以上|超|を?超え)[、,]?(?:かつ)?(?P<high>{_NUMBER})(?P<u2>{_UNIT})(?P<to>以下|以内|未満)"
)
#: Units that make the numbers dates.
_DATE = re.compile(r"(?:事務)?年度?|月|年.*")

_SUBJECT = (
    r"対?(?:(?P<previous>前年度?|前回|昨年度?)|(?P<baseline>基準(?:値|年度?)?|現状値?|現行|初期値|当初値?)|"
    rf"(?P<best>過去(?:の?実績値?)?の?最(?P<extreme>[高大良低小少])(?:値|水準|実績)?)|(?P<year>{YEAR}))"
)
_OF = r"(?:の?(?:実績値?|数値|値|水準|同期))?の?"
_JOIN = r"(?:より|比べ|比で?|に比べて?|に対して?|から|を|と|に)?[、,]?"
_CHANGE = rf"(?:(?P<n>{_NUMBER})(?P<unit>%|ポイント|倍|[^\d\s%以増減]{{1,4}}?)?(?:以上|程度|以下)?の?)?"
_SENSE = (
    r"(?P<sense>以上|以下|未満|超|を?上回る?|を?下回る?|を?超える?|増加?|減少?|上昇|低下|削減|縮減|向上|改善|拡大|縮小|"
    r"同?程度|並み?|同水準|同数|維持)?"
)
_TAIL = r"(?:さ?せ?る|すること|する|こと|とする|を?維持|を?確保)*+。?"
_RULE = re.compile(rf"{_SUBJECT}{_OF}{_JOIN}{_CHANGE}{_SENSE}{_TAIL}")
_LIMIT = re.compile(r"(?P<n>\d{1,4})(?P<unit>営業日|日|週間|か月|ヶ月|カ月|箇月|時間|分|年)以内")
_SHARE = re.compile(rf"(?P<n>{_NUMBER})[%](?:以上)?")

_SENSES = {
    Comparator.AT_LEAST: ("以上",),
    Comparator.AT_MOST: ("以下",),
    Comparator.BELOW: ("未満", "下回", "下回る", "を下回", "を下回る", "減", "減少", "低下", "削減", "縮減", "縮小"),
    Comparator.ABOVE: (
        "超", "上回", "上回る", "を上回", "を上回る", "超え", "超える", "を超え", "を超える", "増", "増加", "上昇", "拡大",
    ),
}  # fmt: skip
_SENSE_OF = {word: comparator for comparator, words in _SENSES.items() for word in words}
_LESS = frozenset({"減", "減少", "低下", "削減", "縮減", "縮小"})
_SOFTENED = frozenset({"程度", "同程度", "並", "並み", "同水準"})
_KEPT = re.compile(r"(?:現状を?)?維持(?:する|すること)?。?")

_BRACKET = re.compile(r"\([^()]*\)")
_LEADS = ("年間", "毎年度", "毎年", "各年度", "において", "常に", "引き続き", "継続して")
_ENDS = (
    "。", "こと", "とする", "にする", "する", "を目指す", "目指す", "を維持", "の維持", "維持", "を確保", "の確保", "確保", "を達成",
    "達成", "の水準", "水準", "を継続", "継続", "を堅持", "堅持",
)  # fmt: skip


def target_words(text: str) -> Words | None:
    """What a target's text says beyond the value grammar; None where it is words alone."""
    flat = fold(unbroken(text)).replace(" ", "").replace("％", "%")
    if not flat or len(flat) > _LONGEST:
        return None
    main, bracket = _parted(flat)
    return _band(main) or _rule(main, bracket) or _limit(main) or _worded(main)


def keeps(text: str) -> bool:
    """Whether the target's own words say that the level is to be kept."""
    return any(word in text for word in ("維持", "堅持", "継続")) and "維持管理" not in text


def _parted(flat: str) -> tuple[str, str]:
    """The words outside brackets, and those inside."""
    return _BRACKET.sub("", flat), "".join(_BRACKET.findall(flat))


def _number(words: str) -> Decimal:
    return Decimal(re.sub("[△▲−]", "-", words.replace(",", "").replace("+", "")))


def _band(words: str) -> BandTarget | None:
    if found := _AROUND.fullmatch(words):
        middle, half = _number(found["middle"]), abs(_number(found["half"]))
        return _banded(found, minus(middle, half), total([middle, half]))
    if found := _BETWEEN.fullmatch(words):
        band = _banded(found, _number(found["low"]), _number(found["high"]))
        strict = {"low_strict": found["from"] != "以上", "high_strict": found["to"] == "未満"}
        return BandTarget(band.low, band.high, band.unit, **strict) if band else None
    if found := _BAND.fullmatch(words):
        soft = bool(found["about"] or found["soft"])
        return _banded(found, _number(found["low"]), _number(found["high"]), approximate=soft)
    return None


def _banded(found: re.Match[str], low: Decimal, high: Decimal, *, approximate: bool = False) -> BandTarget | None:
    first, unit = found["u1"], found["u2"] or found["u1"]
    if low > high or (first and first != unit) or _DATE.fullmatch(unit):
        return None
    return BandTarget(low, high, unit, approximate=approximate)


def _rule(words: str, bracket: str) -> RuleTarget | None:
    if _KEPT.fullmatch(words):
        return RuleTarget(Base.BASELINE, None, keeps=True)
    found = _RULE.fullmatch(words)
    if not found or not (found["sense"] or found["n"] or "維持" in words):
        return None
    base, nendo = _base(found)
    if base is Base.PREVIOUS_YEAR and _RULE_BEST.search(bracket):
        base = Base.BEST_SO_FAR
    if base is Base.NAMED_YEAR and nendo is None:
        return None
    sense = found["sense"] or ("維持" if "維持" in words else "")
    return _changed(found, base, nendo, sense)


_RULE_BEST = re.compile(r"過去.{0,8}最[高大良低小少]")


def _base(found: re.Match[str]) -> tuple[Base, Nendo | None]:
    if found["previous"]:
        return Base.PREVIOUS_YEAR, None
    if found["baseline"]:
        return Base.BASELINE, None
    if found["best"]:
        return Base.BEST_SO_FAR, None
    return Base.NAMED_YEAR, parse_nendo(found["year"])


def _changed(found: re.Match[str], base: Base, nendo: Nendo | None, sense: str) -> RuleTarget | None:
    soft, kept = sense in _SOFTENED, sense in ("維持", "同数") or "維持" in found.string
    comparator = _SENSE_OF.get(sense)
    if not found["n"]:
        return RuleTarget(base, comparator, nendo=nendo, approximate=soft, keeps=kept)
    amount, unit = _number(found["n"]), found["unit"] or ""
    bound = Comparator.AT_MOST if sense in _LESS or comparator is Comparator.AT_MOST else Comparator.AT_LEAST
    if unit == "倍":
        return RuleTarget(base, bound, factor=amount, nendo=nendo)
    change = -amount if sense in _LESS else amount
    return RuleTarget(base, bound, change=change, relative=unit == "%", nendo=nendo) if sense or unit == "%" else None


def _limit(words: str) -> TimeLimit | None:
    found = _LIMIT.search(words)
    if not found:
        return None
    share = _SHARE.search(words)
    return TimeLimit(
        Decimal(found["n"]), found["unit"], _number(share["n"]) if share else Decimal(100), share_printed=bool(share)
    )


def _worded(words: str) -> Quantity | None:
    """A number with words around it that change nothing: 100％を維持, 年間30件以上とする."""
    rest = words
    for lead in _LEADS:
        rest = rest.removeprefix(lead).lstrip("に、,")
    ends = [end for end in _ENDS if rest.endswith(end)]
    while ends:
        rest = rest.removesuffix(max(ends, key=len))
        ends = [end for end in _ENDS if rest.endswith(end)]
    return parse_quantity(rest) if rest != words else None

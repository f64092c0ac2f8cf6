"""The grammar of value cells: a folded text is cut into the words outside brackets and those in each bracket.

Everything is a small anchored pattern over ASCII-folded text of bounded length, so that no input makes it slow; what
no pattern takes makes the whole a text (None), never a wrong number: a year (令和5年度), a note mark (※５), a rule
(届出の受理後30日以内), two numbers in one cell are texts.
"""

import re
from decimal import Decimal
from typing import Any

from monosashi.model.folding import fold, stacks_numbers, unbroken
from monosashi.model.mark import CIRCLED
from monosashi.model.nendo import parse_nendo, parse_nendo_span
from monosashi.model.quantity import Amount, Comparator, Part, Quantity, Ratio

#: Longer than any value cell seen (the longest, of sub-groups by age, had 190 characters).
_LONGEST = 400
_SIGN = r"[-−+△▲]"
_NUMBER = rf"{_SIGN}?\s?(?:\d{{1,3}}(?:,\d{{3}})+|\d+)(?:\.\d+)?"
_LETTER = rf"[^\W\d_{CIRCLED}]"
#: Units are words without digits; hiragana only in those that counters are written with (か所, つ); a digit or a hyphen
#: only beside Latin letters (km2, t-CO2). After a slash a digit may stand: 基/10km.
_UNIT_WORD = (
    rf"(?:か(?=[所国月年])|つ(?!い)|(?![ぁ-ん]){_LETTER}|[%‰℃㎡㎥²³・μ°]|(?<=[A-Za-z])(?:[23](?!\d)|-(?=[A-Za-z])))"
)
_UNIT = rf"{_UNIT_WORD}{{0,12}}?(?:/\d{{0,6}}{_UNIT_WORD}{{1,12}}?)?"
_BOUNDS = {
    "以上": Comparator.AT_LEAST,
    "以下": Comparator.AT_MOST,
    "以内": Comparator.AT_MOST,
    "未満": Comparator.BELOW,
    "超": Comparator.ABOVE,
    "を超える": Comparator.ABOVE,
    "を上回る": Comparator.ABOVE,
    "を下回る": Comparator.BELOW,
}
#: Words that bound a number, and so stand in no unit.
_BOUND_WORD = re.compile("以上|以下|以内|未満|程度|前後")
_ABOUT = "約|およそ|おおむね|概ね"
_AMOUNT = re.compile(
    rf"(?P<about>{_ABOUT})?\s?(?P<n>{_NUMBER})\s?(?P<unit>{_UNIT})"
    rf"\s?(?P<bound>{'|'.join(_BOUNDS)})?\s?(?P<about2>程度|前後)?(?P<bound2>{'|'.join(_BOUNDS)})?"
)
_EACH_YEAR = re.compile(r"(?:(?:年\s?度|年)(?:ごと|毎)に?|毎年度?|各年度):?")
_CUMULATIVE = re.compile(r"(?:累計|累積):?")
_COLON_LABEL = re.compile(rf"(?=[^:]{{0,30}}{_LETTER})([^:()※]{{1,30}}):")
#: A label without a colon (セミナー等38回) ends in no particle, or it would be a sentence.
_BARE_LABEL = re.compile(
    rf"([「『“]?{_LETTER}[^\d\s:()。、△▲~※±+]{{0,20}}?(?<![をがはにのでとやもへ約後前間他])(?<!以内)(?<!以上))(?=[約△▲]?\d)"
)
#: A note mark at the end of a value; in brackets it is a remark.
_BARE_NOTE = re.compile(r"(?<=[^(])※\s?\d{1,2}(?=\(|$)")
_PROVISIONAL = re.compile(r"(?:暫定|速報|見込み?|推計|概算)値?")
_MEAN = re.compile(r"(?:直近|過去)?(.+?)(?:まで)?(?:の|間)?平均値?")
#: The number of years that may stand after them: 平成30年度～令和2年度の3か年平均.
_LENGTH = re.compile(r"(?:まで)?の?\d{1,2}[かヶカ]?年間?$")
_RATIO = re.compile(r"([^/÷\d]{2,40})[/÷]([^/÷\d]{2,40})")
_PART = re.compile(
    rf"\s*(?P<subset>うち[、,]?\s?)?(?:(?P<wide>[「『“]?{_LETTER}[^:()、,※\s]{{0,29}}):\s?|"
    rf"(?P<name>[「『“]?{_LETTER}[^\d:()、,※\s]{{0,29}}?)は?\s?)(?P<amount>{_AMOUNT.pattern})(?:[、, ]\s*|$)"
)
#: A line that ends after an amount and goes on with words: 17回 / 国際会議：25回.
_LINE_IN_BRACKET = re.compile(rf"(?<=[^\W\d_])\n(?={_LETTER}{{2,30}}[:：])")
_AS_OF = re.compile(r"(.+?)(?:末|時点|実績|現在)?")
_EARLIER = re.compile(r"目標値?:?\s?(.+)")
#: Units that make a number a date.
_DATE_UNIT = re.compile(r"(?:事務)?年度.*|年末|月[末頃]?")
#: Years that a sheet speaks of; （1234） is no year.
_YEARS = range(1868, 2200)
#: Words before a number that name nothing.
_NO_NAMES = frozenset({"約", "およそ", "おおむね", "概ね", "注", "註"})


def read_quantity(text: str) -> Quantity | None:
    """See ``monosashi.model.quantity.parse_quantity``."""
    if len(text) > _LONGEST or not any(c.isdigit() for c in text) or stacks_numbers(text):
        return None
    found = _read_line(unbroken(text))
    if found and found.remarks and "\n" in text:  # a line may also break where a blank would part two words
        parted = _read_line(_LINE_IN_BRACKET.sub(" ", text))
        return parted if parted and len(parted.remarks) < len(found.remarks) else found
    return found


def _read_line(text: str) -> Quantity | None:
    flat = fold(unbroken(text))
    cut = _outside_and_brackets(_BARE_NOTE.sub(r"(\g<0>)", flat))
    found = _read_words(cut[0]) if cut else None
    if cut is None or found is None or (found["unit"] == "年" and parse_nendo(cut[0])):
        return None
    for words in cut[1]:
        _read_bracket(words, found)
    return Quantity(**found)


def _outside_and_brackets(text: str) -> tuple[str, list[str]] | None:
    """The words outside brackets and those inside each; None where brackets do not match."""
    outside, brackets, depth, start = "", [], 0, 0
    for n, c in enumerate(text):
        if c == "(":
            outside += text[start:n] if depth == 0 else ""
            start = n + 1 if depth == 0 else start
            depth += 1
        elif c == ")":
            depth -= 1
            if depth < 0:
                return None
            if depth == 0:
                brackets.append(text[start:n].strip())
                outside += " "
                start = n + 1
    return ((outside + text[start:]).strip(), brackets) if depth == 0 else None


def _read_words(words: str) -> dict[str, Any] | None:
    """The fields that the words outside brackets give; None where they are no number with its unit and label."""
    found: dict[str, Any] = {}
    rest = words
    while True:
        if "each_year" not in found and (match := _EACH_YEAR.match(rest)):
            found["each_year"] = True
        elif "cumulative" not in found and (match := _CUMULATIVE.match(rest)):
            found["cumulative"] = True
        elif not found.keys() & {"label", "as_of"} and (match := _COLON_LABEL.match(rest)) and not _says_how(rest):
            found |= _read_label(match[1].strip())
        else:
            break
        rest = rest[match.end() :].lstrip()
    amount = _read_amount(rest)
    if amount is None and "label" not in found and (match := _BARE_LABEL.match(rest)) and not _says_how(rest):
        found["label"], amount = match[1].strip(), _read_amount(rest[match.end() :])
        if amount and (not amount.unit or match[1] == "第"):  # a name that ends in a year, or an ordinal: 第２章
            amount = None
    return {**found, **amount.model_dump()} if amount and not _DATE_UNIT.fullmatch(amount.unit) else None


def _says_how(words: str) -> bool:
    """Whether the words begin with 年度ごとに or 累計, which no label does."""
    return bool(_EACH_YEAR.match(words) or _CUMULATIVE.match(words))


def _read_label(label: str) -> dict[str, Any]:
    """A label, or the year that stands where a label could: 令和２年度：42回."""
    nendo = parse_nendo(label)
    return {"as_of": nendo} if nendo and nendo.year in _YEARS else {"label": label}


def _read_amount(text: str) -> Amount | None:
    match = _AMOUNT.fullmatch(text.strip())
    if not match or (match["bound"] and match["bound2"]) or _BOUND_WORD.search(match["unit"]):
        return None
    digits = re.sub(r"[,+\s]", "", match["n"])
    bound = match["bound"] or match["bound2"]
    return Amount(
        value=Decimal(re.sub("[△▲−]", "-", digits)),
        unit=match["unit"].strip(),
        comparator=_BOUNDS[bound] if bound else Comparator.EXACTLY,
        approximate=bool(match["about"] or match["about2"]),
    )


def _read_bracket(words: str, found: dict[str, Any]) -> None:
    """Give one bracket's words to the field they belong to; to ``remarks`` where no field wants them."""
    meaning = _bracket_meaning(words)
    if meaning is None or meaning[0] in found:
        found["remarks"] = (*found.get("remarks", ()), words)
    else:
        found[meaning[0]] = meaning[1]


def _bracket_meaning(words: str) -> tuple[str, Any] | None:
    """The field a bracket belongs to, and its meaning there."""
    if (earlier := _EARLIER.fullmatch(words)) and (amount := _read_amount(earlier[1])):
        return "earlier_target", amount
    if _CUMULATIVE.fullmatch(words):
        return "cumulative", True
    if _PROVISIONAL.fullmatch(words):
        return "provisional", True
    return _years_meaning(words) or _parts_meaning(words)


def _years_meaning(words: str) -> tuple[str, Any] | None:
    if mean := _MEAN.fullmatch(words):
        years = parse_nendo_span(mean[1]) or parse_nendo_span(_LENGTH.sub("", mean[1]))
        return ("mean_of", years) if years else None
    if (as_of := _AS_OF.fullmatch(words)) and (nendo := parse_nendo(as_of[1])) and nendo.year in _YEARS:
        return "as_of", nendo
    return None


def _parts_meaning(words: str) -> tuple[str, Any] | None:
    if amount := _read_amount(words):
        exact = not amount.approximate and amount.comparator is Comparator.EXACTLY
        return ("rate", amount.value) if amount.unit == "%" and exact else None
    if ratio := _RATIO.fullmatch(words):
        return "ratio", Ratio(numerator=ratio[1].strip(), denominator=ratio[2].strip())
    return ("parts", parts) if (parts := _read_parts(words)) else None


def _read_parts(words: str) -> tuple[Part, ...]:
    parts, at = [], 0
    while at < len(words):
        match = _PART.match(words, at)
        amount = _read_amount(match["amount"]) if match else None
        name = (match["wide"] or match["name"]).strip() if match else ""
        if not match or not amount or name.startswith("うち") or name in _NO_NAMES or _DATE_UNIT.fullmatch(amount.unit):
            return ()
        parts.append(Part(name=name, amount=amount, subset=bool(match["subset"])))
        at = match.end()
    return tuple(parts)

"""The grammar of value cells: a folded text is cut into the words before the first bracket and the brackets.

Everything is a small anchored pattern over ASCII-folded text, so that no input makes it slow; what no pattern takes
makes the whole a text (None), never a wrong number.
"""

import re
from decimal import Decimal
from typing import Any

from monosashi.model.folding import fold, unbroken
from monosashi.model.nendo import parse_nendo, parse_nendo_span
from monosashi.model.quantity import Amount, Comparator, Part, Quantity, Ratio

#: Longer than any value cell seen (the longest, of sub-groups by age, had 190 characters).
_LONGEST = 400
_NUMBER = r"[-△▲]?\s?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
#: Units are words without digits; hiragana only in those that counters are written with (か所, つ). After a slash a
#: digit may stand: 基/10km.
_UNIT_WORD = r"(?:か(?=[所国月年])|つ(?!い)|のべ|[^\W\d_ぁ-ん]|[%‰℃㎡㎥・μ°])"
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
_AMOUNT = re.compile(
    rf"(?P<about>約|およそ|おおむね|概ね)?(?P<n>{_NUMBER})\s?(?P<unit>{_UNIT})"
    rf"(?P<bound>{'|'.join(_BOUNDS)})?(?P<about2>程度|前後)?(?P<bound2>{'|'.join(_BOUNDS)})?"
)
_EACH_YEAR = re.compile(r"(?:年\s*度|年)(?:ごと|毎)に?|毎年度?|各年度")
_CUMULATIVE = re.compile(r"累計|累積")
_COLON_LABEL = re.compile(r"([^\d:()]{1,30}):")
#: A label without a colon (セミナー等38回) ends in no particle, or it would be a sentence.
_BARE_LABEL = re.compile(r"([^\d:()。、△▲~]{1,20}?(?<![をがはにのでとやもへ約])(?<!以内)(?<!以上))(?=[約△▲]?\d)")
_PROVISIONAL = re.compile(r"(?:暫定|速報|見込み?|推計|概算)値?")
_MEAN = re.compile(r"(?:直近|過去)?(.+?)の?(?:\d{1,2}[かヶカ]?年)?(?:の|間)?平均値?")
_RATIO = re.compile(r"([^/÷\d]{2,40})[/÷]([^/÷\d]{2,40})")
_PART = re.compile(
    rf"\s*(?P<subset>うち)?\s*(?P<name>[^\d:()、,]{{1,30}}?)\s*:?\s*(?P<amount>{_AMOUNT.pattern})(?:[、,・ ]\s*|$)"
)
_AS_OF = re.compile(r"(.+?)(?:末|時点|実績|現在)?")


def read_quantity(text: str) -> Quantity | None:
    """See ``monosashi.model.quantity.parse_quantity``."""
    flat = fold(unbroken(text)).strip()
    if len(flat) > _LONGEST or not any(c.isdigit() for c in flat):
        return None
    cut = _outside_and_brackets(flat)
    found = _read_words(cut[0]) if cut else None
    if cut is None or found is None:
        return None
    for words in cut[1]:
        _read_bracket(words, found)
    return Quantity(**found)


def _outside_and_brackets(text: str) -> tuple[str, list[str]] | None:
    """The words outside brackets and those inside each; None where brackets do not match."""
    outside, brackets, depth = "", [""], 0
    for c in text:
        depth += c == "("
        if c == ")":
            depth -= 1
            if depth < 0:
                return None
        if depth == 0 and c != ")":
            outside += c
        elif depth == 0:
            brackets[-1] += c
            brackets.append("")
        else:
            brackets[-1] += c
    return (outside.strip(), [b.strip()[1:-1].strip() for b in brackets[:-1]]) if depth == 0 else None


def _read_words(words: str) -> dict[str, Any] | None:
    found: dict[str, Any] = {}
    rest = words
    while True:
        if "each_year" not in found and (match := _EACH_YEAR.match(rest)):
            found["each_year"] = True
        elif "cumulative" not in found and (match := _CUMULATIVE.match(rest)):
            found["cumulative"] = True
        elif "label" not in found and (match := _COLON_LABEL.match(rest)):
            found["label"] = match[1].strip()
        else:
            break
        rest = rest[match.end() :].lstrip()
    amount = _read_amount(rest)
    if amount is None and "label" not in found and (match := _BARE_LABEL.match(rest)):
        found["label"], amount = match[1].strip(), _read_amount(rest[match.end() :])
    return {**found, **amount.model_dump()} if amount else None


def _read_amount(text: str) -> Amount | None:
    match = _AMOUNT.fullmatch(text.strip())
    if not match:
        return None
    digits = match["n"].replace(",", "").replace("△", "-").replace("▲", "-").replace(" ", "")
    bound = match["bound"] or match["bound2"]
    return Amount(
        value=Decimal(digits),
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
    if words.startswith("目標値:") and (amount := _read_amount(words[4:])):
        return "earlier_target", amount
    if _PROVISIONAL.fullmatch(words):
        return "provisional", True
    return _years_meaning(words) or _parts_meaning(words)


def _years_meaning(words: str) -> tuple[str, Any] | None:
    if (mean := _MEAN.fullmatch(words)) and (years := parse_nendo_span(mean[1])):
        return "mean_of", years
    if (as_of := _AS_OF.fullmatch(words)) and (nendo := parse_nendo(as_of[1])):
        return "as_of", nendo
    return None


def _parts_meaning(words: str) -> tuple[str, Any] | None:
    if (
        (rate := _read_amount(words))
        and rate.unit == "%"
        and not rate.approximate
        and rate.comparator is Comparator.EXACTLY
    ):
        return "rate", rate.value
    if ratio := _RATIO.fullmatch(words):
        return "ratio", Ratio(numerator=ratio[1].strip(), denominator=ratio[2].strip())
    return ("parts", parts) if (parts := _read_parts(words)) else None


def _read_parts(words: str) -> tuple[Part, ...]:
    parts, at = [], 0
    while at < len(words):
        match = _PART.match(words, at)
        amount = _read_amount(match["amount"]) if match else None
        if not match or not amount:
            return ()
        parts.append(Part(name=match["name"].strip(), amount=amount, subset=bool(match["subset"])))
        at = match.end()
    return tuple(parts)

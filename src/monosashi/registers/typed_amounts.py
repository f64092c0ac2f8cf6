"""Numbers and money as people type them -> plain digits, in the field's unit.

>>> number_of("１，２３４人", "人"), money_of("△1億2,300万円", "百万円"), money_of("1,234.5", "百万円")
('1234', '-123', '1234.5')

A number that is only about right (約45), or in another currency, is refused: a register keeps what was, not how it was told.
"""

import re
from decimal import Decimal

from monosashi.model.folding import fold, key
from monosashi.model.money import UNITS
from monosashi.registers.not_entered import NotEntered, quoted

_SIGN = r"(?P<sign>[-−－‐△▲+]?)\s*"
_DIGITS = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|\.\d+"
_NUMBER = re.compile(rf"{_SIGN}(?P<digits>{_DIGITS})\s*(?P<unit>\D*)")
#: The units a step of a sum is told in, largest first: 1兆2,000億円, 1億2,300万円.
_STEPS = {
    "兆": Decimal(10) ** 12,
    "億": Decimal(10) ** 8,
    "百万": Decimal(10) ** 6,
    "万": Decimal(10) ** 4,
    "千": Decimal(10) ** 3,
}
_STEP = re.compile(rf"(?P<digits>{_DIGITS})\s*(?P<step>兆|億|百万|万|千)?")
_YEN = {key(unit): worth for unit, worth in UNITS.items()} | {
    "兆円": Decimal(10) ** 12,
    "yen": Decimal(1),
    "jpy": Decimal(1),
    "thousandyen": Decimal(10) ** 3,
    "millionyen": Decimal(10) ** 6,
    "billionyen": Decimal(10) ** 9,
}
_OTHER_CURRENCY = re.compile(r"ドル|ユーロ|ポンド|ウォン|元|[$€£₩]|usd|eur|gbp|krw|cny", re.I)
_ABOUT = re.compile(r"約|程度|およそ|余り?$|以上|以下|未満|超|弱|強|about|approx", re.I)
#: More characters and digits than any amount has; within them, no digit is lost by reckoning.
_LONGEST, _MOST_DIGITS = 40, 18


def plain(value: Decimal) -> str:
    """A number in plain digits: no exponent, no zeros that say nothing.

    >>> plain(Decimal("1.50E+3")), plain(Decimal("-0.0")), plain(Decimal("12.50"))
    ('1500', '0', '12.5')
    """
    if not value:
        return "0"
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def number_of(typed: str, unit: str) -> str:
    """The number. ``unit``: the field's, which may stand behind it. Raises ``NotEntered``."""
    match = _NUMBER.fullmatch(fold(typed).strip())
    if match is None or _too_long(typed) or key(match["unit"]) not in {"", key(unit)}:
        raise _no_number(typed, unit)
    return plain(_signed(match["sign"], _decimal(match["digits"])))


def money_of(typed: str, unit: str) -> str:
    """The amount in the field's unit; one typed in another unit of yen is converted. Raises ``NotEntered``."""
    bare = re.sub(r"^([-−－△▲]?)\s*[¥\\]", r"\1", fold(typed).strip())
    match = re.fullmatch(rf"{_SIGN}(?P<rest>.*)", bare, re.S)
    rest = match["rest"].strip() if match else ""
    if _too_long(typed) or match is None:
        raise _no_number(typed, unit)
    if (single := _NUMBER.fullmatch(rest)) and not single["sign"]:
        worth = UNITS[unit] if not single["unit"].strip() else _YEN.get(key(single["unit"]))
        if worth is not None:
            return plain(_signed(match["sign"], _decimal(single["digits"]) * worth / UNITS[unit]))
    yen = _in_steps(rest)
    if yen is None:
        raise _no_number(typed, unit)
    return plain(_signed(match["sign"], yen / UNITS[unit]))


def _too_long(typed: str) -> bool:
    return len(typed) > _LONGEST or sum(c.isdigit() for c in typed) > _MOST_DIGITS


def _in_steps(text: str) -> Decimal | None:
    """The yen of 1億2,300万円; None where the text is none such, or its steps do not fall."""
    if not text.endswith("円"):
        return None
    total, at, before = Decimal(0), 0, None
    body = text[:-1].strip()
    while at < len(body):
        match = _STEP.match(body, at)
        worth = _STEPS.get(match["step"] or "", Decimal(1)) if match else Decimal(0)
        if match is None or (before is not None and worth >= before):
            return None
        total += _decimal(match["digits"]) * worth
        at, before = match.end(), worth
    return total if before is not None else None


def _decimal(digits: str) -> Decimal:
    return Decimal(digits.replace(",", ""))


def _signed(sign: str, value: Decimal) -> Decimal:
    return -value if sign and sign != "+" else value


def _no_number(typed: str, unit: str) -> NotEntered:
    shown = quoted(typed)
    if _OTHER_CURRENCY.search(fold(typed)) and unit in UNITS:
        return NotEntered(
            "other-currency",
            f"「{shown}」は円ではありません",
            f"{shown!r} is not in yen",
            f"円に換算し、{unit}で書いてください。換算の率は補足に書きます",
            f"Convert it into yen and write it in {unit}; tell the rate in the notes",
        )
    if _ABOUT.search(fold(typed)) and re.search(r"\d", fold(typed)):
        return NotEntered(
            "number-about",
            f"「{shown}」は、はっきりした数ではありません",
            f"{shown!r} is only about a number",
            "確かな数だけを書いてください。まだ分からないときは空けます",
            "Write the exact number, or leave it empty while it is not known",
        )
    named_ja, named_en = (f"（{unit}）", f" ({unit})") if unit else ("", "")
    return NotEntered(
        "no-number",
        f"「{shown}」は数{named_ja}として読めません",
        f"{shown!r} is no number{named_en}",
        "1,234 や 1234.5 のように、数だけを書いてください。ないときは空けます",
        "Write a number alone, such as 1,234 or 1234.5, or leave it empty",
    )

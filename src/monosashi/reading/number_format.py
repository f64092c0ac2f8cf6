"""What a spreadsheet shows for a number or a day: 41 under ``0"回程度"`` is 41回程度, and the unit was never in the value.

As the Japanese Excel prints it, widths apart: padding and fill are left out. The arithmetic is decimal, on the digits
the file stores; a stored number is first rounded to the 15 digits a spreadsheet stands for, so that the noise of a
binary fraction never shows. A code that is malformed or that has no print for the value is taken for General.

>>> format_value(Decimal("41"), '0"回程度"'), format_value(Decimal("0.63500000000000001"), "General")
('41回程度', '0.635')
>>> format_value(Decimal("-288349"), "#,##0;△ #,##0"), format_value(Decimal("140"), "0000")
('△ 288,349', '0140')
>>> format_value(dt.date(2021, 6, 18), '[$-411]ggge"年"m"月"d"日";@')
'令和3年6月18日'

Source: ECMA-376 part 1, 18.8.31.
"""

import datetime as dt
from decimal import ROUND_HALF_UP, Context, Decimal
from fractions import Fraction
from typing import NamedTuple

from monosashi.reading.date_format import default_code, drawn_digits, format_serial, serial_number
from monosashi.reading.format_code import Section, Token, parse_code

#: The digits of a stored number that stand for something; and digits enough for any of them under any code.
_MEANT = Context(prec=15, rounding=ROUND_HALF_UP)
_WIDE = Context(prec=4000, rounding=ROUND_HALF_UP)
#: The exponent of the largest and the smallest number a spreadsheet can store.
_LARGEST = 308
_GENERAL_WIDTH = 11
_EPOCH_1904 = 1462


class Choice(NamedTuple):
    """The section that prints a number. ``negatives_only``: it says itself how a minus is printed (△)."""

    section: Section
    negatives_only: bool = False


def format_value(
    value: Decimal | dt.date | dt.time | dt.timedelta | bool, code: str, *, epoch_1904: bool = False
) -> str:
    """The text a cell shows, without blanks around it.

    ``value``: the number as the file's own decimal digits, or a day, a time or a duration. ``code``: the number
    format. ``epoch_1904``: serial numbers count from 1904, as the workbook declares.
    """
    if isinstance(value, bool):
        return str(value).upper()
    number = value if isinstance(value, Decimal) else serial_number(value)
    if not number.is_finite() or (abs(number.adjusted()) > _LARGEST and number):
        return str(value)
    number = _MEANT.plus(number)
    choice = _choose(number, code)
    if not isinstance(value, Decimal) and not (choice and choice.section.dates):
        choice = _choose(number, default_code(value))
    elif isinstance(value, Decimal) and epoch_1904 and choice and choice.section.dates:
        number += _EPOCH_1904
    shown = _show(number, choice) if choice else None
    return print_general(number) if shown is None else shown.strip()


def shapes_texts(code: str) -> bool:
    """Whether a format shows a text otherwise than as it is.

    >>> shapes_texts('@"様"'), shapes_texts("@"), shapes_texts("0.0;-0.0;0;"), shapes_texts('0"回"')
    (True, False, True, False)
    """
    section = parse_code(code).text
    return section is not None and [token.kind for token in section.tokens] != ["text"]


def format_text(text: str, code: str) -> str:
    """What a cell with a text shows: the words of the format with the text at each @.

    >>> format_text("山田", '@"様"'), format_text("控え", ";;;")
    ('山田様', '')
    """
    section = parse_code(code).text
    if section is None:
        return text
    return "".join(text if token.kind == "text" else token.text for token in section.tokens)


def print_general(number: Decimal) -> str:
    """A number under General: at most eleven characters, without trailing zeros; longer ones by a power of ten.

    >>> print_general(Decimal("41.0")), print_general(Decimal("2.33333333333333")), print_general(Decimal("1E+12"))
    ('41', '2.333333333', '1E+12')
    """
    size = abs(number)
    if not size:
        return "0"
    if len(plain := f"{size.normalize(_MEANT):f}") <= _GENERAL_WIDTH:
        text = plain
    elif -5 < size.adjusted() <= _GENERAL_WIDTH - 1:
        places = max(0, _GENERAL_WIDTH - 2 - max(0, size.adjusted()))
        text = f"{size.quantize(Decimal(1).scaleb(-places), context=_WIDE):f}"
        text = text.rstrip("0").rstrip(".") if "." in text else text
    else:
        mantissa, exponent = _power_of_ten(size, 5)
        text = f"{mantissa.normalize():f}E{exponent:+03d}"
    return "-" * (number < 0) + text


def _choose(number: Decimal, code: str) -> Choice | None:
    """The section for a number; None where there is none, or the code is malformed."""
    sections = parse_code(code).sections
    if any(section.condition for section in sections):
        return _choose_by_condition(number, sections)
    if len(sections) > 1 and number < 0:
        return Choice(sections[1], negatives_only=True)
    if len(sections) > 2 and number == 0:
        return Choice(sections[2])
    return Choice(sections[0]) if sections else None


def _choose_by_condition(number: Decimal, sections: tuple[Section, ...]) -> Choice | None:
    for section in sections:
        if section.condition and section.condition.holds(number):
            return Choice(section, section.condition.negatives_only)
    rest = next((section for section in sections if not section.condition), None)
    others = [section.condition for section in sections if section.condition]
    negatives = any(c.limit == 0 and c.operator in {">", ">="} for c in others)
    return Choice(rest, negatives) if rest else None


def _show(number: Decimal, choice: Choice) -> str | None:
    section, negatives_only = choice
    if section.dates:
        return format_serial(number, section)
    tokens, size = section.tokens, abs(number)
    if section.has("general") or section.has("text"):
        text = "".join(print_general(size) if t.kind in {"general", "text"} else t.text for t in tokens)
        zero = not size
    elif (bar := _fraction_bar(tokens)) is not None:
        text, zero = _print_fraction(size, tokens, bar), not size
    else:
        text, zero = _print_decimal(size, tokens)
    return "-" * (number < 0 and not negatives_only and not zero) + drawn_digits(text, section)


def _print_decimal(size: Decimal, tokens: tuple[Token, ...]) -> tuple[str, bool]:
    """The text, and whether the number is rounded to zero in it."""
    kinds = [token.kind for token in tokens]
    end = kinds.index("exponent") if "exponent" in kinds else len(kinds)
    point = kinds.index("point") if "point" in kinds[:end] else end
    whole = [n for n in range(point) if kinds[n] == "digit"]
    decimals = [n for n in range(point, end) if kinds[n] == "digit"]
    powers = [n for n in range(end, len(kinds)) if kinds[n] == "digit"]
    if not whole and not decimals:
        return "".join(token.text for token in tokens), False
    commas = [n for n, kind in enumerate(kinds[:end]) if kind == "comma"]
    thousands = sum(n > (whole or decimals)[-1] and (n < point or n > (decimals or whole)[-1]) for n in commas)
    size = _WIDE.multiply(size, Decimal(1).scaleb(2 * kinds.count("percent") - 3 * thousands, _WIDE))
    shown: dict[int, str] = dict.fromkeys(commas, "")
    if end < len(kinds):
        size, exponent = _power_of_ten(size, len(decimals), max(1, len(whole)))
        sign = "-" if exponent < 0 else "+" * (tokens[end].text[1] == "+")
        shown |= {end: f"E{sign}"} | _fill_whole(str(abs(exponent)), powers, tokens)
    rounded = size.quantize(Decimal(1).scaleb(-len(decimals)), context=_WIDE)
    left, _, right = f"{rounded:f}".partition(".")
    grouped = any(whole and whole[0] < n < whole[-1] for n in commas)
    shown |= _fill_whole(left, whole, tokens, grouped=grouped) | _fill_decimals(right, decimals, tokens)
    return "".join(shown.get(n, token.text) for n, token in enumerate(tokens)), not rounded


def _power_of_ten(size: Decimal, places: int, step: int = 1) -> tuple[Decimal, int]:
    """Mantissa, rounded to so many places, and exponent, a multiple of ``step``."""
    if not size:
        return size, 0
    exponent = size.adjusted() // step * step
    mantissa = size.scaleb(-exponent, _WIDE).quantize(Decimal(1).scaleb(-places), context=_WIDE)
    if mantissa.adjusted() >= step:  # 9.996 has become 10.00
        return mantissa.scaleb(-step, _WIDE), exponent + step
    return mantissa, exponent


def _fill_whole(digits: str, at: list[int], tokens: tuple[Token, ...], *, grouped: bool = False) -> dict[int, str]:
    """The digits before the point, from the right; the first place takes all that are left over."""
    digits = digits.lstrip("0")
    width = max(len(digits), next((len(at) - n for n, place in enumerate(at) if tokens[place].text == "0"), 0))
    digits = digits.zfill(width)
    marked = [
        digit + "," * (grouped and n > 0 and n % 3 == 0)
        for digit, n in zip(digits, range(width - 1, -1, -1), strict=True)
    ]
    extra = width - len(at)
    filled = {place: marked[n + extra] if n + extra >= 0 else "" for n, place in enumerate(at)}
    return filled | ({at[0]: "".join(marked[: extra + 1])} if at and extra > 0 else {})


def _fill_decimals(digits: str, at: list[int], tokens: tuple[Token, ...]) -> dict[int, str]:
    """The digits after the point; a zero that ends them shows only where the code has a 0."""
    kept = len(digits.rstrip("0"))
    last = max((n + 1 for n, place in enumerate(at) if tokens[place].text == "0"), default=0)
    return {place: digits[n] if n < max(kept, last) else "" for n, place in enumerate(at)}


def _fraction_bar(tokens: tuple[Token, ...]) -> int | None:
    """Where a / stands between digits: the code prints a fraction (``# ?/?``, ``0/10``)."""
    for n, token in enumerate(tokens):
        if token.kind == "slash" and 0 < n < len(tokens) - 1 and tokens[n - 1].kind == "digit":
            return n if tokens[n + 1].kind == "digit" or tokens[n + 1].text.isdecimal() else None
    return None


def _print_fraction(size: Decimal, tokens: tuple[Token, ...], bar: int) -> str:
    first, last = bar - 1, bar + 1
    while first > 0 and tokens[first - 1].kind == "digit":
        first -= 1
    while last < len(tokens) and (tokens[last].kind == "digit" or tokens[last].text.isdecimal()):
        last += 1
    below = "".join(token.text for token in tokens[bar + 1 : last])
    mixed = [n for n in range(first) if tokens[n].kind == "digit"]
    value = Fraction(size)
    whole = int(value) if mixed else 0
    if below.isdecimal() and below.strip("0"):
        top, bottom = round((value - whole) * int(below)), int(below)
    else:
        nearest = (value - whole).limit_denominator(10 ** min(len(below), 7) - 1)
        top, bottom = nearest.numerator, nearest.denominator
    if mixed and top == bottom:
        whole, top = whole + 1, 0
    part = f"{top}/{bottom}" if top or not mixed else ""
    head = "".join(token.text for token in tokens[: mixed[0] if mixed else first])
    tail = "".join(token.text for token in tokens[last:])
    number = " ".join(text for text in (str(whole) if whole or not part else "", part) if text)
    return head + (number if mixed else part) + tail

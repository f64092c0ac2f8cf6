"""法人番号: the number of 13 digits by which a company is told from every other, of which the first is a check digit.

>>> check_digit("700110005901")
8
>>> company_number("８－７００１－１０００－５９０１")
'8700110005901'

Source: 行政手続における特定の個人を識別するための番号の利用等に関する法律施行令 第35条・法人番号の指定等に関する省令 第2条; 国税庁「チェックデジット
の計算」: 9 - (the sum of P_n x Q_n, modulo 9), P_n the n-th digit from the right, Q_n 1 for odd n and 2 for even n.
"""

import re

from monosashi.model.folding import DASHES, fold
from monosashi.registers.not_entered import NotEntered, quoted

_BETWEEN = re.compile(r"[\s" + re.escape("".join(DASHES)) + "]")


def check_digit(base: str) -> int:
    """The check digit of the 12 digits behind it."""
    weighed = sum(int(digit) * (2 if n % 2 else 1) for n, digit in enumerate(reversed(base)))
    return 9 - weighed % 9


def company_number(typed: str) -> str:
    """The number in plain digits. Hyphens, blanks and the T of an invoice issuer's number (T + 法人番号) are left out.
    Raises ``NotEntered``."""
    bare = _BETWEEN.sub("", fold(typed))
    digits = bare[1:] if re.fullmatch(r"[Tt]\d{13}", bare) else bare
    shown = quoted(typed)
    if not digits.isascii() or not digits.isdigit():
        raise NotEntered(
            "company-no-digits",
            f"「{shown}」は法人番号ではありません",
            f"{shown!r} is no corporate number",
            "13桁の数字で書いてください。番号のない外国の法人などは空けて、名前の欄に書きます",
            "Write 13 digits; leave it empty for a company without one, such as a foreign one, and give its name",
        )
    if len(digits) != 13:
        hint_ja, hint_en = _hint(digits)
        raise NotEntered(
            "company-length",
            f"法人番号は13桁ですが、「{shown}」は{len(digits)}桁です{hint_ja}",
            f"A corporate number has 13 digits, {shown!r} has {len(digits)}{hint_en}",
            "国税庁の法人番号公表サイトで確かめて書き直してください",
            "Look it up on the National Tax Agency's site and write it again",
        )
    if int(digits[0]) != check_digit(digits[1:]):
        raise NotEntered(
            "company-check-digit",
            f"法人番号「{shown}」は検査数字が合いません（先頭は{check_digit(digits[1:])}のはずです）",
            f"The check digit of {shown!r} is wrong (the first digit would be {check_digit(digits[1:])})",
            "どれかの桁が違っています。国税庁の法人番号公表サイトで確かめて書き直してください",
            "One of its digits is wrong; look it up on the National Tax Agency's site and write it again",
        )
    return digits


def _hint(digits: str) -> tuple[str, str]:
    """Of 12 digits, what they may be: the number of the commercial register, which lacks the check digit."""
    if len(digits) != 12:
        return "", ""
    whole = f"{check_digit(digits)}{digits}"
    return (
        f"（会社法人等番号なら、法人番号は{whole}です）",
        f" (if it is the number of the commercial register, the corporate number is {whole})",
    )

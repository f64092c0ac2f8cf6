"""Numbers as Word prints them before the paragraphs of a list: ①, (1), イ, 一, iv.

>>> [printed_number(3, form) for form in ("decimalEnclosedCircle", "aiueo", "lowerRoman", "japaneseCounting")]
['③', 'ウ', 'iii', '三']

Source: ECMA-376 part 1, 17.18.59 (ST_NumberFormat).
"""

from collections.abc import Callable

from monosashi.model.mark import CIRCLED

_AIUEO = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン"
_IROHA = "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセス"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_KANJI = "〇一二三四五六七八九"
_ROMAN = (
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)


def printed_number(n: int, form: str) -> str:
    """The number in a list's form; in plain digits where the form is not known or goes no further."""
    if form in {"none", "bullet"}:
        return ""
    return (_FORMS[form](n) if form in _FORMS and n > 0 else "") or str(n)


def _row(characters: str) -> Callable[[int], str]:
    return lambda n: characters[n - 1] if n <= len(characters) else ""


def _wide(n: int) -> str:
    return "".join(chr(ord(c) + 0xFEE0) for c in str(n))


def _roman(n: int) -> str:
    out = ""
    for size, letters in _ROMAN:
        out, n = out + letters * (n // size), n % size
    return out if len(out) < 40 else ""


def _letters(n: int) -> str:
    """a to z, then aa, bb, as Word goes on."""
    return chr(ord("A") + (n - 1) % 26) * ((n - 1) // 26 + 1) if n <= 780 else ""


def _counting(n: int) -> str:
    """一, 十, 二十三, 百五."""
    if n >= 1000:
        return "".join(_KANJI[int(c)] for c in str(n))
    out = ""
    for size, sign in ((100, "百"), (10, "十")):
        digit, n = divmod(n, size)
        out += ("" if digit == 1 else _KANJI[digit]) + sign if digit else ""
    return out + (_KANJI[n] if n else "")


_FORMS: dict[str, Callable[[int], str]] = {
    "decimalZero": lambda n: f"{n:02d}",
    "decimalFullWidth": _wide,
    "decimalFullWidth2": _wide,
    "decimalEnclosedCircle": _row(CIRCLED[:50]),
    "decimalEnclosedCircleChinese": _row(CIRCLED[:50]),
    "decimalEnclosedParen": _row("".join(chr(0x2474 + n) for n in range(20))),
    "decimalEnclosedFullstop": _row("".join(chr(0x2488 + n) for n in range(20))),
    "upperRoman": _roman,
    "lowerRoman": lambda n: _roman(n).lower(),
    "upperLetter": _letters,
    "lowerLetter": lambda n: _letters(n).lower(),
    "aiueo": _row(_AIUEO),
    "aiueoFullWidth": _row(_AIUEO),
    "iroha": _row(_IROHA),
    "irohaFullWidth": _row(_IROHA),
    "japaneseCounting": _counting,
    "chineseCounting": _counting,
    "chineseCountingThousand": _counting,
    "ideographDigital": lambda n: "".join(_KANJI[int(c)] for c in str(n)),
    "japaneseDigitalTenThousand": lambda n: "".join(_KANJI[int(c)] for c in str(n)),
    "ideographTraditional": _row(_STEMS),
    "ideographZodiac": _row(_BRANCHES),
    "ideographEnclosedCircle": _row("㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉"),
}

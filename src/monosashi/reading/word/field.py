"""Fields that print what stands only in their code: Word's 囲い文字 (a number in a ring) and old ruby are EQ fields.

>>> printed_code(r"eq \\o\\ac(○,21)"), printed_code(r'EQ \\* jc2 \\o\\ad(\\s\\up 9(しさく),施策)'), printed_code("PAGE")
('㉑', '施策', '')

Source: ECMA-376 part 1, 17.16.5.18 (EQ).
"""

import re

from monosashi.model.folding import fold
from monosashi.model.mark import CIRCLED

_ENCLOSED = re.compile(
    r"\beq\b.*\\o\s*\\ac\s*\(\s*(?P<ring>[○◯〇●]?)[^,，]*[,，]\s*(?P<inside>.*?)\s*\)\s*$", re.I | re.S
)
_RUBY = re.compile(
    r"\beq\b.*\\o\s*(?:\\a[dlrc])?\s*\(\s*\\s\s*\\up\s*\d*\s*\(.*?\)\s*[,，]\s*(?P<base>.*)\)\s*$", re.I | re.S
)


def printed_code(code: str) -> str:
    """What a field prints of its own code; nothing for a field that prints its result."""
    if ruby := _RUBY.search(code):
        return ruby["base"].strip()
    if not (enclosed := _ENCLOSED.search(code)):
        return ""
    inside = re.sub(r"\\\w+\s*\d*", "", enclosed["inside"]).strip("() ")
    number = fold(inside)
    if enclosed["ring"] and number.isdecimal() and 1 <= int(number) <= 50:
        return CIRCLED[int(number) - 1]
    return inside

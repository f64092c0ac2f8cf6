"""How printed text is compared: folded for the comparison, never in what is stored.

Two foldings. ``fold`` turns full-width ASCII into ASCII, character by character, so that offsets stay; circled
numbers stay circled, because NFKC would turn ① into 1 and lose that the indicator is a primary one. ``key`` is for
equality alone: compatibility form, no white space, one kind of dash and wave.

>>> fold("４１回（令和２年度）")
'41回(令和2年度)'
>>> key("総務省R3－⑭") == key("総務省 Ｒ３-⑭")
True
"""

import re
import unicodedata
from functools import lru_cache
from itertools import pairwise

_WIDE = {0xFF01 + i: 0x21 + i for i in range(94)} | {0x3000: 0x20, 0xFFE5: 0xA5}
_DASHES = {ord(c): "-" for c in "－−―‐‑–—ｰ"} | {ord(c): "~" for c in "〜～"}
#: CJK radicals that some producers write for the character itself; NFKC leaves these two.
_RADICALS = {0x2ED1: "長", 0x2EC4: "西"}

#: Cells that print nothing but a dash. The long-vowel mark stands for a hyphen on some sheets.
DASHES = frozenset("-－−―‐‑–—ーｰ─━")

_BREAK = re.compile(r"\r\n|\r|\n|\u2028|\x0b")
#: Digits on both sides of a line break; and what they make if it broke one number.
_END_DIGITS = re.compile(r"([\d,.]*\d|\d[,.])\n([\d,.]*\d)")
_ONE_NUMBER = re.compile(r"(?:\d{1,3}(?:,\d{3})*|\d{1,3})(?:\.\d+)?")
_BLANKS = " \t\u3000"


def fold(text: str) -> str:
    """Full-width ASCII as ASCII, one character for one, so that an offset in the result is one in the source."""
    return text.translate(_WIDE)


def key(text: str) -> str:
    """A comparison key. Never stored, never shown."""
    return _short_key(text) if len(text) <= _SHORT else _key(text)


#: Units, labels and names come again and again, on one sheet and on the next: their keys are remembered.
_SHORT = 60


def _key(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text.translate(_DASHES).translate(_RADICALS))
    return re.sub(r"\s+", "", folded).translate(_DASHES).lower()


_short_key = lru_cache(maxsize=4096)(_key)


def unbroken(text: str) -> str:
    """The text without line breaks and the blanks beside them: where a line breaks is never part of a value."""
    if not _BREAK.search(text):
        return text.strip(_BLANKS).strip()
    return "".join(line.strip(_BLANKS) for line in _BREAK.split(text)).strip()


def stacks_numbers(text: str) -> bool:
    """Whether a line ends in digits and the next begins with digits that hardly make one number with them.

    A cell that prints 240 over 105 must never be read as 240105; 1,02 over 0箇所 is a number that a line broke.

    >>> stacks_numbers("240\\n105"), stacks_numbers("1,02\\n0箇所"), stacks_numbers("45件\\n程度")
    (True, False, False)
    """
    lines = [line.strip(_BLANKS) for line in _BREAK.split(fold(text))]
    joints = (_END_DIGITS.search(a[-20:] + "\n" + b[:20]) for a, b in pairwise(lines))
    return any(joint and not _ONE_NUMBER.fullmatch(joint[1] + joint[2]) for joint in joints)


def is_dash(text: str) -> bool:
    """Whether a cell prints a dash and nothing else."""
    return text.strip() in DASHES

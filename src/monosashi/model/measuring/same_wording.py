"""When two texts say the same, and what to show of two that do not.

Line breaks, blanks, the width of characters and the kind of dash are print, not wording. A circle around a number
says that an indicator is a primary one, so it is wording.

>>> same_wording("ICTの\\n推進", "ＩＣＴの推進"), same_wording("指標①", "指標1")
(True, False)
"""

import re

from monosashi.model.folding import is_dash, key, unbroken
from monosashi.model.mark import CIRCLED

_CIRCLED = re.compile(f"([{CIRCLED}])")
#: A text longer than this is shown by the piece that differs.
_LONG = 40
#: How many characters are shown on each side of the piece that differs.
_AROUND = 6


def wording(text: str) -> str:
    """The words alone; a cell that prints a dash says nothing."""
    if is_dash(text):
        return ""
    return "".join(piece if piece in CIRCLED else key(piece) for piece in _CIRCLED.split(text))


def same_wording(left: str, right: str) -> bool:
    """Whether two prints say the same."""
    return left == right or wording(left) == wording(right)


_CIRCLES = str.maketrans("〇◯", "○○")


def same_sign(left: str, right: str) -> bool:
    """Whether two signs of a judgement are the same, with whichever character a circle is printed.

    >>> same_sign("〇", "◯"), same_sign("（○）", "○")
    (True, False)
    """
    return same_wording(left.translate(_CIRCLES), right.translate(_CIRCLES))


def printed(text: str) -> str:
    """The print in one line; nothing where a dash stands for nothing."""
    return "" if is_dash(text) else unbroken(text)


def contrast(before: str, after: str) -> tuple[str, str]:
    """Both texts as a sentence shows them: whole where they are short, else the piece that differs.

    >>> contrast("森を守る" * 12 + "人を増やす。", "森を守る" * 12 + "人を支える。")
    ('…森を守る人を増やす。', '…森を守る人を支える。')
    """
    if not before or not after or max(len(before), len(after)) <= _LONG:
        return shortened(before), shortened(after)
    start = _common(before, after)
    end = min(_common(before[::-1], after[::-1]), len(before) - start, len(after) - start)
    return _piece(before, start, end), _piece(after, start, end)


def shortened(text: str, most: int = _LONG) -> str:
    """The text, cut where it is too long for a sentence."""
    return text if len(text) <= most else f"{text[: most - 1]}…"


def _common(left: str, right: str) -> int:
    """How many characters both begin with."""
    return next((n for n, (a, b) in enumerate(zip(left, right, strict=False)) if a != b), min(len(left), len(right)))


def _piece(text: str, start: int, end: int) -> str:
    first, last = max(0, start - _AROUND), min(len(text), len(text) - end + _AROUND)
    piece = shortened(text[first:last], _LONG)
    return f"{'…' if first else ''}{piece}{'…' if last < len(text) else ''}"

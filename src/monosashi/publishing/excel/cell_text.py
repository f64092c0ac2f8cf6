"""A text as a workbook's cell can hold it, whole and as text; or the refusal to publish.

>>> cell_text("=1+1\\r\\n2", "/title")
'=1+1\\n2'
>>> cell_text("_x0041_", "/title")
'_x005F_x0041_'
"""

import re

from monosashi.publishing.refusal import CannotPublish

#: The most that a cell holds, in UTF-16 units (ECMA-376; Excel's published limits).
LONGEST = 32_767
_BREAK = re.compile(r"\r\n|[\r\x0b\u2028]")
#: What XML 1.0 cannot carry: controls, lone halves of surrogate pairs, the two non-characters.
_ILLEGAL = re.compile("[\x00-\x08\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
#: The format writes characters as _xHHHH_; a text that looks so has its first mark written so.
_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
#: A program that is given such a text to edit again would take it for a formula.
_LIKE_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "'")


def cell_text(text: str, path: str) -> str:
    """The text for the cell; line breaks of every kind as the one that cells know.

    Raises ``CannotPublish`` (``cell-too-long``, ``cell-character``): nothing is ever cut or dropped.
    """
    found = _BREAK.sub("\n", text)
    if illegal := _ILLEGAL.search(found):
        point = f"U+{ord(illegal.group()):04X}"
        raise CannotPublish(
            "cell-character",
            path,
            f"文字{point}（{illegal.start() + 1}文字目）はExcelのセルに書けません。何も書き出していません。元の文字を直してから発行してください。",
            f"character {point} (no. {illegal.start() + 1}) cannot stand in a workbook's cell; nothing was written; "
            "correct the text and publish again.",
        )
    units = len(found.encode("utf-16-le")) // 2
    if units > LONGEST:
        raise CannotPublish(
            "cell-too-long",
            path,
            f"Excelのセルは{LONGEST:,}文字までですが、{units:,}文字あります。切り詰めず、何も書き出していません。文章を分けるか、他の形式（html、json、csv）で発行してください。",
            f"a workbook's cell holds {LONGEST:,} characters, this text has {units:,}; nothing was cut and nothing was "
            "written; divide the text or publish as html, json or csv.",
        )
    return _ESCAPE.sub("_x005F_", found)


def is_like_formula(text: str) -> bool:
    """Whether a program could take the text for a formula when it is edited."""
    return text.startswith(_LIKE_FORMULA)

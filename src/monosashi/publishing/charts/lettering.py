"""Lettering: how wide a text stands, and where it may be broken, without asking a font.

A full-width character is one em wide, any other about 0.58; the estimate is on the wide side, so that nothing overflows.
"""

import unicodedata

_NARROW_EM = 0.58
#: Marks that do not begin a line (行頭禁則).
_NOT_FIRST = frozenset("、。，．・：；！？」』）】〕》〉ーぁぃぅぇぉっゃゅょァィゥェォッャュョ々,.:;!?)]%％")


def ems(text: str) -> float:
    """The width of a text in ems.

    >>> ems("港ab") == 1 + 2 * 0.58
    True
    """
    return sum(1.0 if unicodedata.east_asian_width(c) in "FWA" else _NARROW_EM for c in text)


def wrapped(text: str, width: float, most: int = 99) -> tuple[str, ...]:
    """The text in lines of at most ``width`` ems; the last of ``most`` lines ends in … where more would follow.

    Latin words are kept whole where they fit; a mark that must not begin a line hangs at the end of the one before.

    >>> wrapped("港を整える。", 5), wrapped("港を整える工事の件数", 4, 2)
    (('港を整える。',), ('港を整え', 'る工事…'))
    """
    lines: list[str] = [""]
    for token in _tokens(" ".join(text.split())):
        hangs = token in _NOT_FIRST and lines[-1]
        if ems(lines[-1] + token) <= width or hangs or not lines[-1]:
            lines[-1] += token
        else:
            lines.append(token.lstrip())
        while ems(lines[-1]) > width + 1:
            head, rest = _cut(lines[-1], width)
            lines[-1:] = [head, rest]
    if len(lines) > most:
        lines = [*lines[: most - 1], _cut(lines[most - 1] + lines[most], width - 1)[0] + "…"]
    return tuple(line.rstrip() for line in lines if line.strip())


def _tokens(text: str) -> list[str]:
    """Latin words whole, anything else a character at a time."""
    found: list[str] = []
    for c in text:
        if found and c.isascii() and c.isalnum() and found[-1][-1:].isascii() and found[-1][-1:].isalnum():
            found[-1] += c
        else:
            found.append(c)
    return found


def _cut(text: str, width: float) -> tuple[str, str]:
    """The longest beginning that is at most ``width`` ems wide (one character at least), and the rest."""
    n = next((n for n in range(1, len(text)) if ems(text[: n + 1]) > width), len(text))
    return text[:n], text[n:]

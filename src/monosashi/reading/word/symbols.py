"""Characters of symbol fonts: Word stores ● of Wingdings as U+F06C, which no other font shows.

Source: the character tables of Wingdings, Wingdings 2 and Symbol as their fonts draw them.
"""

_WINGDINGS = {
    **{0x80 + n: "⓪①②③④⑤⑥⑦⑧⑨⑩"[n] for n in range(11)},
    **{0x8B + n: "⓿❶❷❸❹❺❻❼❽❾❿"[n] for n in range(11)},
    0x6C: "●",
    0x6E: "■",
    0x6F: "□",
    0x71: "❑",
    0x72: "❒",
    0x75: "◆",
    0x76: "❖",
    0x77: "◆",
    0x9E: "・",
    0x9F: "•",
    0xA1: "○",
    0xA4: "◉",
    0xA7: "▪",
    0xA8: "□",
    0xAB: "★",
    0xD8: "➢",
    0xDF: "←",
    0xE0: "→",
    0xE1: "↑",
    0xE2: "↓",
    0xE8: "➔",
    0xF0: "⇨",
    0xFB: "✗",
    0xFC: "✓",
    0xFD: "☒",
    0xFE: "☑",
}
_WINGDINGS_2 = {
    **{0x69 + n: "⓪①②③④⑤⑥⑦⑧⑨⑩"[n] for n in range(11)},
    **{0x74 + n: "⓿❶❷❸❹❺❻❼❽❾❿"[n] for n in range(11)},
    0x50: "✓",
    0x52: "☑",
    0x54: "☒",
    0xA3: "□",
}
_SYMBOL = {0xB7: "•", 0xB3: "≥", 0xA3: "≤", 0xB1: "±", 0xB4: "×", 0xAE: "→", 0xA5: "∞", 0xB9: "≠"}
_FONTS = {"wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2, "symbol": _SYMBOL}
#: Where a symbol font's characters lie in Unicode.
_FIRST, _LAST = 0xF000, 0xF0FF


def symbol(code: int, font: str) -> str:
    """The character a symbol font draws; the stored one where the font or the character is not known.

    >>> symbol(0xF081, "Wingdings"), symbol(0x41, "Arial")
    ('①', 'A')
    """
    table = _FONTS.get(font.strip().lower(), {})
    low = code - _FIRST if _FIRST <= code <= _LAST else code
    return table.get(low) or (chr(code) if 0x20 <= code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF else "")


def without_symbol_font(text: str, font: str) -> str:
    """A text in which each private character of a symbol font is the one that font draws."""
    return "".join(symbol(ord(c), font) if _FIRST <= ord(c) <= _LAST else c for c in text)

"""Letters: a line of text as one producer or another writes it into a page's content. Points, y upwards."""

from collections.abc import Iterator

from tests.variations.fonts import Font, advance
from tests.variations.table import Box

PAD = 2.0


class Fonts:
    """The fonts of a document by resource name, made when first asked for."""

    def __init__(self, kind: str) -> None:
        self.kind = kind
        self.used: dict[str, Font] = {}

    def get(self, name: str, kind: str, base: str = "MS-Gothic") -> Font:
        """The font under a resource name."""
        return self.used.setdefault(name, Font(kind, base))


def wrapped(text: str, room: float, size: float) -> list[str]:
    """A text in lines that fit a room; its own line breaks are kept, and no last line is one character long."""
    lines: list[str] = []
    for part in text.split("\n"):
        line, used = "", 0.0
        for char in part:
            if line and used + advance(char, size) > room + 0.01:
                lines.append(line)
                line, used = "", 0.0
            line, used = line + char, used + advance(char, size)
        if len(line) == 1 and len(lines) > 0 and len(lines[-1]) > 2 and "\n" not in text:
            lines[-1], line = lines[-1][:-1], lines[-1][-1] + line
        lines.append(line)
    return lines


def breadth(text: str, size: float) -> float:
    """How wide a line is."""
    return sum(advance(char, size) for char in text)


def start(align: str, room: Box, wide: float) -> float:
    """Where a line of that width begins in a cell."""
    if align.endswith("right"):
        return room.x1 - PAD - wide
    if align.endswith("center"):
        return (room.x0 + room.x1 - wide) / 2
    return room.x0 + PAD


def written(text: str, x: float, y: float, size: float, fonts: Fonts, how: str) -> str:
    """One line from x on the baseline y."""
    if fonts.kind == "mixed":
        return " ".join(_run(part, at, y, *_mixed(part, size, fonts), how) for part, at in _runs(text, x, size))
    return _run(text, x, y, size, "F1", fonts.get("F1", fonts.kind), how)


def _mixed(part: str, size: float, fonts: Fonts) -> tuple[float, str, Font]:
    """Latin letters come from another font, a little larger, as office programs do it."""
    if part.isascii():
        return size * 1.0, "F2", fonts.get("F2", "latin")
    return size, "F1", fonts.get("F1", "ucs2", "MS-PMincho")


def _runs(text: str, x: float, size: float) -> Iterator[tuple[str, float]]:
    part, start = "", x
    for char in text:
        if part and part[-1].isascii() != char.isascii():
            yield part, start
            part, start = "", start + breadth(part, size)
        part += char
    if part:
        yield part, start


def _run(text: str, x: float, y: float, size: float, name: str, font: Font, how: str) -> str:
    head = f"BT /{name} {size:g} Tf"
    whole = f"{x:.3f} {y:.3f} Td <{font.encode(text)}> Tj ET"
    glyphs = [(at, f"<{font.encode(char)}> Tj") for char, at in _pen(text, x, size)]
    moves = " ".join(f"{at - before:.3f} 0 Td {tj}" for (at, tj), before in zip(glyphs, _before(glyphs), strict=True))
    ways = {
        "glyphs": " ".join(f"{head} {at:.3f} {y:.3f} Td {tj} ET" for at, tj in glyphs),
        "backwards": f"{head} {' '.join(f'1 0 0 1 {at:.3f} {y:.3f} Tm {tj}' for at, tj in reversed(glyphs))} ET",
        "moves": f"{head} 0 {y:.3f} Td {moves} ET",
        "array": f"{head} {x:.3f} {y:.3f} Td [{' 0 '.join(tj.removesuffix(' Tj') for _, tj in glyphs)}] TJ ET",
        "unit": f"BT /{name} 1 Tf {size:g} 0 0 {size:g} {x:.3f} {y:.3f} Tm <{font.encode(text)}> Tj ET",
        "twice": f"{head} {whole} {head} 0.25 0 Td {whole}",
    }
    return ways.get(how, f"{head} {_SETTINGS.get(how, '')} {whole}")


def _before(glyphs: list[tuple[float, str]]) -> list[float]:
    """Where the pen was before each glyph."""
    return [0.0, *(at for at, _ in glyphs[:-1])]


#: Ways that only set something before the text; the last two make it narrower than it is laid out.
_SETTINGS = {"stroked": "2 Tr 0.2 w", "invisible": "3 Tr", "narrow": "80 Tz", "close": "-0.4 Tc", "raised": "1.5 Ts"}
#: Ways that place each glyph by itself.
PIECEWISE = ("glyphs", "moves", "backwards")
WRITINGS = (
    "line",
    "glyphs",
    "moves",
    "array",
    "unit",
    "twice",
    "backwards",
    *(k for k in _SETTINGS if k != "invisible"),
)


def _pen(text: str, x: float, size: float) -> Iterator[tuple[str, float]]:
    for char in text:
        yield char, x
        x += advance(char, size)


def downwards(text: str, x: float, y: float, size: float, fonts: Fonts) -> str:
    """A column of text around x from y down: in a font that writes downwards where there is one, else glyph by glyph."""
    coding = fonts.kind.removesuffix("-bare")
    if coding in ("ucs2", "sjis"):
        font = fonts.get("F3", f"{coding}-v{fonts.kind.removeprefix(coding)}")
        return f"BT /F3 {size:g} Tf {x:.3f} {y:.3f} Td <{font.encode(text)}> Tj ET"
    parts = []
    for n, char in enumerate(text):
        at = x - advance(char, size) / 2
        parts.append(written(char, at, y - size * (n + 0.86), size, fonts, "line"))
    return " ".join(parts)

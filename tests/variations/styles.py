"""Styles: the ways of drawing that are tried, each alone; a law tries them together."""

from collections.abc import Iterator
from dataclasses import replace

from tests.variations.drawn import Style
from tests.variations.letters import PIECEWISE, WRITINGS
from tests.variations.rules import BORDERS
from tests.variations.table import Form

PLAIN = Style()
FONTS = ("ucs2", "utf16", "sjis", "cid", "codes", "type3", "mixed", "ucs2-bare", "sjis-bare", "cid-bare")
FRAMES = ("full", "no-sides", "none")
PAGES = (
    "plain", "rotate-90", "rotate-180", "rotate-270", "crop", "crop-rotate-90", "crop-too-large", "offset", "upside-boxes",
    "unit", "small-unit",
)  # fmt: skip
WRAPS = ("none", "whole", "nested", "split")
BREAKS = ("repeat", "divide")
MARKS = ("", "underline", "strike", "diagonal", "shaded", "inverse")
ORDERS = ("rules-first", "letters-first")
HEADS = ("once", "repeated")
#: Drawings of a whole cell at once.
CLOSED = ("S", "B", "panels")
DRAWINGS = (*BORDERS, "one-path", *CLOSED)

#: What may be chosen, by the field of a style; the first of each is the plain one.
CHOICES: dict[str, tuple[str, ...]] = {
    "border": DRAWINGS,
    "frame": FRAMES,
    "font": FONTS,
    "writing": WRITINGS,
    "page": PAGES,
    "wrap": WRAPS,
    "breaks": BREAKS,
    "marks": MARKS,
    "order": ORDERS,
    "heads": HEADS,
}


def one_by_one() -> Iterator[tuple[str, Style]]:
    """Each choice alone, by a name that tells it."""
    yield "plain", PLAIN
    for field, choices in CHOICES.items():
        for choice in choices[1:]:
            yield f"{field}={choice}", replace(PLAIN, **{field: choice})


def possible(style: Style, form: Form) -> Style:
    """The style, changed where nobody could tell what stands on the page.

    A rectangle for every cell leaves no side open: its frame is drawn, and closed where a page break cuts the cell. An outer
    cell along a whole edge has no box where that edge has no line. A text that runs on into an empty neighbour without a
    clip is known by being one string. And pdfium drops a string without ink, so a font that is not embedded, whose
    substitute on some machine lacks a glyph, writes whole lines on an upright page.
    """
    slots = [slot for _, _, table in form.tables for slot in table.slots]
    bare = style.font.endswith("-bare")
    if style.border in CLOSED and form.name == "long":
        style = replace(style, border="thin")
    if style.border in CLOSED or not all(table.shows_its_edges for _, _, table in form.tables):
        style = replace(style, frame="full")
    if style.writing in PIECEWISE and (bare or any(slot.align.startswith("spill") for slot in slots)):
        style = replace(style, writing="line")
    return replace(style, page="plain") if bare and "rotate" in style.page else style

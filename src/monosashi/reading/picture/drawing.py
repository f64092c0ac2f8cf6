"""Drawing: one page with what was read drawn over it, as PNG.

Each frame has the colour of its part and a short name of its value; the form's own labels are dimmed, what was left
over is red and crossed, a guess is hatched. What the colours mean stands at the foot.
"""

from io import BytesIO

from PIL import Image, ImageDraw

from monosashi.reading.picture.fonts import japanese_font_file, letters
from monosashi.reading.picture.marks import Part
from monosashi.reading.picture.page import Box, PicturePage
from monosashi.reading.picture.short_name import short_name

Colour = tuple[int, int, int]

#: The colour of each part, and what it is called at the foot.
_PARTS: dict[Part, tuple[Colour, str, str]] = {
    Part.HEAD: ((0, 23, 193), "政策の概要", "policy"),
    Part.INDICATORS: ((17, 90, 54), "測定指標", "indicators"),
    Part.RATIONALES: ((0, 105, 122), "選定理由", "rationales"),
    Part.PROGRAMMES: ((139, 50, 0), "達成手段", "programmes"),
    Part.MONEY: ((92, 16, 160), "予算と執行", "money"),
    Part.CABINET: ((139, 0, 139), "内閣の重要政策", "cabinet"),
    Part.NOTES: ((110, 86, 0), "注", "notes"),
    Part.FURNITURE: ((118, 118, 118), "様式の見出し", "labels of the form"),
    Part.LEFTOVER: ((208, 0, 0), "読み残し", "left over"),
}
_GUESS: Colour = (110, 86, 0)
#: Pixels a point where there is no image to say so, and pixels along the longer side at most.
_SCALE = 1.5
_LONGEST = 8000
_FOOT = 22
_NAME = 9
#: What is lighter than this (0 to 255) is no print.
_BLANK = 200


def drawing(page: PicturePage, image: bytes | None = None) -> bytes:
    """The page as PNG. ``image``: of the page, where it is not drawn from its cells."""
    if image:
        picture = Image.open(BytesIO(image)).convert("RGBA")
        scale = picture.width / page.width
    else:
        scale = min(_SCALE, _LONGEST / max(page.width, page.height))
        picture = Image.new("RGBA", (round(page.width * scale), round(page.height * scale)), "white")
    over = Image.new("RGBA", picture.size)
    pen = ImageDraw.Draw(over)
    for box in page.boxes:
        _frame(pen, box, scale, drawn=page.drawn)
    picture.alpha_composite(over)
    pen = ImageDraw.Draw(picture)
    for box in page.boxes:
        _write(pen, box, scale)
    for box in page.boxes:
        _name(picture, pen, box, scale)
    whole = Image.new("RGB", (picture.width, picture.height + _FOOT), "white")
    whole.paste(picture.convert("RGB"))
    _foot(ImageDraw.Draw(whole), page, picture.height)
    out = BytesIO()
    whole.save(out, "PNG", compress_level=6)
    return out.getvalue()


def _edges(box: Box, scale: float) -> tuple[float, float, float, float]:
    x0, top, x1, bottom = (edge * scale for edge in (box.x0, box.top, box.x1, box.bottom))
    return x0, top, max(x0 + 1, x1), max(top + 1, bottom)


def _frame(pen: ImageDraw.ImageDraw, box: Box, scale: float, *, drawn: bool) -> None:
    """The form's own labels are dimmed: paled where they are printed, on grey where they are drawn."""
    edges, part = _edges(box, scale), box.mark.part
    colour = _PARTS[part][0]
    if part is Part.FURNITURE:
        pen.rectangle(edges, (232, 232, 236, 255) if drawn else (255, 255, 255, 150), (*colour, 110))
        return
    pen.rectangle(edges, (*colour, 26), (*colour, 230), width=3 if part is Part.LEFTOVER else 2)
    if box.mark.guessed:
        _hatch(pen, edges, _GUESS)
    if part is Part.LEFTOVER:
        x0, top, x1, bottom = edges
        pen.line((x0, top, x1, bottom), (*colour, 200), 2)
        pen.line((x0, bottom, x1, top), (*colour, 200), 2)


def _hatch(pen: ImageDraw.ImageDraw, edges: tuple[float, float, float, float], colour: Colour) -> None:
    """Strokes that fall to the right, cut at the edges."""
    x0, top, x1, bottom = edges
    for start in range(int(x0 - (bottom - top)), int(x1), 9):
        left, right = max(x0, start), min(x1, start + bottom - top)
        if left < right:
            pen.line((left, top + left - start, right, top + right - start), (*colour, 120), 1)


def _write(pen: ImageDraw.ImageDraw, box: Box, scale: float) -> None:
    """The text, where the picture must draw it."""
    for x, y, line in box.placed_lines() if japanese_font_file() else ():
        pen.text((x * scale, y * scale), line, "black", letters(max(4, int(box.size * scale))), anchor="ls")


def _name(picture: Image.Image, pen: ImageDraw.ImageDraw, box: Box, scale: float) -> None:
    """The short name of its first value, in a corner of the frame that is free."""
    if not box.mark.paths or box.mark.part is Part.FURNITURE:
        return
    more = f" +{len(box.mark.paths) - 1}" if len(box.mark.paths) > 1 else ""
    name, font = short_name(box.mark.paths[0]) + more, letters(_NAME)
    corner = _free_corner(picture, _edges(box, scale), font.getlength(name) + 3)
    if corner:
        pen.text(corner, name, _PARTS[box.mark.part][0], font)


def _free_corner(
    picture: Image.Image, edges: tuple[float, float, float, float], long: float
) -> tuple[float, float] | None:
    """Where in the frame a name of that length covers no print; nowhere, if there is no such corner."""
    x0, top, x1, bottom = edges[0] + 3, edges[1] + 2, edges[2] - 3, edges[3] - 2
    high = _NAME + 4
    if long > x1 - x0 or high > bottom - top:
        return None
    for x, y in ((x1 - long, bottom - high), (x1 - long, top), (x0, bottom - high), (x0, top)):
        darkest = picture.crop((int(x), int(y), int(x + long), int(y + high))).convert("L").getextrema()[0]
        if isinstance(darkest, int | float) and darkest > _BLANK:
            return x, y
    return None


def _foot(pen: ImageDraw.ImageDraw, page: PicturePage, top: int) -> None:
    """What the colours of this page mean, with how many frames of each there are."""
    japanese, x = japanese_font_file(), 8.0
    counts = {part: sum(box.mark.part is part for box in page.boxes) for part in Part}
    told = [
        (_PARTS[part][0], f"{_PARTS[part][1]} {_PARTS[part][2]} {n}" if japanese else f"{_PARTS[part][2]} {n}")
        for part, n in counts.items()
        if n
    ]
    guesses = sum(box.mark.guessed for box in page.boxes)
    if guesses:
        told.append(
            (_GUESS, f"推測（斜線） guesses (hatched) {guesses}" if japanese else f"guesses (hatched) {guesses}")
        )
    font = letters(12)
    for colour, words in told:
        pen.rectangle((x, top + 6, x + 14, top + 16), tuple(c + (255 - c) * 3 // 4 for c in colour), colour, width=2)
        pen.text((x + 19, top + 4), words, "black", font)
        x += 19 + font.getlength(words) + 18

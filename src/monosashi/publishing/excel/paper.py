"""The paper a form is printed on, as a worksheet sees it: column width, font sizes, the room on a page.

A worksheet is read on screen before it is printed, so it is drawn at a size that can be read there (columns of 26
pixels, body text of about 9 points) and scaled to the paper's width by the page set-up, at which the body text has the
size that the form's data ask for.
"""

from dataclasses import dataclass
from typing import Self
from xml.sax.saxutils import quoteattr

from monosashi.forms import Form
from monosashi.publishing.printing.box import Look

#: Long and short side of the paper, in points, and its number in the file format.
SIZES = {"A4": (841.9, 595.3, 9), "A3": (1190.6, 841.9, 8)}
#: Margins in inches: left and right; above; below, where the page's number stands.
SIDE, ABOVE, BELOW = 0.4, 0.4, 0.5
#: A column of the form's grid in pixels of 1/96 inch.
_PIXELS = 26
#: The file format counts column widths in digits of the workbook's default font, so that font decides how wide the
#: columns are. In the form's font at 10 points a digit is 7.4 pixels wide, and in the Gothic fonts that stand in for it
#: (ＭＳ Ｐゴシック, 游ゴシック, Arial) 7 or 8; columns made for 7 are never narrower than the rows' heights allow for.
_DEFAULT_SIZE = 10
_DIGIT = 7
#: Programs round the scale down to a whole per cent and a row up to a pixel; so much of a page is left free.
_SLACK = 0.96

_TIMES = {Look.TITLE: 1.5, Look.IDENTIFIER: 1.25}


@dataclass(frozen=True)
class Paper:
    """Sizes in points as on screen."""

    column: float
    size: float
    page: float
    number: int
    default_font: bytes

    @classmethod
    def of(cls, form: Form, fineness: int) -> Self:
        """The paper of a form whose grid is cut in ``fineness``."""
        long, short, number = SIZES[form.paper.size]
        width, height = (long, short) if form.paper.landscape else (short, long)
        column = _PIXELS * 0.75
        scale = min(1.0, (width - 144 * SIDE) / (form.paper.columns * column))
        page = (height - 72 * (ABOVE + BELOW)) / scale * _SLACK
        size = round(form.paper.font_size / scale * 2) / 2
        return cls(column / fineness, size, page, number, _default_font(form.paper.font))

    @property
    def digits(self) -> float:
        """The width of a column in the file format's unit."""
        return self.column / 0.75 / _DIGIT

    def size_of(self, look: Look) -> float:
        """The size of a text of that look."""
        return round(self.size * _TIMES.get(look, 1.0) * 2) / 2


def _default_font(name: str) -> bytes:
    family = '<charset val="128"/><family val="2"/>'
    return f'<font><name val={quoteattr(name)}/>{family}<sz val="{_DEFAULT_SIZE}"/></font>'.encode()

"""The door to rendering: one page of a PDF, or a scanned picture, as an image.

However large a page says it is, its image is bounded; how long a hostile page may take is the worker's to bound.
"""

from dataclasses import dataclass
from io import BytesIO

import pypdfium2 as pdfium
from PIL import Image, UnidentifiedImageError

from monosashi.model.error import MonosashiError
from monosashi.reading.fineness import dots_per_inch
from monosashi.reading.pdf.pdfium import LOCK

#: Pixels a point at most, and pixels along the longer side of the image at most.
_SCALE = 2.0
_LONGEST = 2600
_POINTS_AN_INCH = 72


class PageNotDrawn(MonosashiError):
    """A page that cannot be made an image: there is none of that number, or the file is damaged there."""

    def __init__(self, number: int, why: str) -> None:
        super().__init__(
            "page-not-drawn",
            f"原本の{number}ページを画像にできません（{why}）。読み取った内容と原本は残っています。"
            "原本を保存して、お手元の閲覧ソフトで確かめてください。",
            f"Page {number} of the original cannot be shown as an image ({why}). What was read and the original are "
            "kept. Save the original and look at it in a viewer of your own.",
        )


@dataclass(frozen=True, slots=True)
class PageImage:
    """An image of a page as PNG, and the size of the page in points."""

    png: bytes
    width: float
    height: float


def page_image(data: bytes, number: int, name: str = "") -> PageImage:
    """The page of that number, from 1. ``name``: of the document. Raises ``PageNotDrawn``."""
    try:
        if b"%PDF-" not in data[:1024]:
            return _scan(data, number)
        with LOCK:
            return _pdf_page(data, number)
    except (pdfium.PdfiumError, OSError, UnidentifiedImageError, Image.DecompressionBombError, ValueError) as error:
        raise PageNotDrawn(number, str(error) or name) from error


def size_of(png: bytes) -> tuple[float, float]:
    """The size in points of the page that such an image shows, which it carries in its resolution."""
    with Image.open(BytesIO(png)) as image:
        across, down = image.info["dpi"]
        return image.width * _POINTS_AN_INCH / across, image.height * _POINTS_AN_INCH / down


def _pdf_page(data: bytes, number: int) -> PageImage:
    document = pdfium.PdfDocument(data)
    try:
        if not 1 <= number <= len(document):
            raise PageNotDrawn(number, f"{len(document)} ページの文書 / a document of {len(document)} pages")
        page = document[number - 1]
        width, height = page.get_size()
        scale = min(_SCALE, _LONGEST / max(width, height, 1))
        picture = page.render(scale=scale, may_draw_forms=False).to_pil().convert("RGB")
        return PageImage(_png(picture, picture.width / width), width, height)
    finally:
        document.close()


def _scan(data: bytes, number: int) -> PageImage:
    with Image.open(BytesIO(data)) as image:
        image.seek(number - 1)
        fine = dots_per_inch(image.size, image.info.get("dpi"))
        width, height = (side * _POINTS_AN_INCH / fine for side in image.size)
        image.draft("RGB", (_LONGEST, _LONGEST))
        picture = image.convert("RGB")
        picture.thumbnail((_LONGEST, _LONGEST))
        return PageImage(_png(picture, picture.width / width), width, height)


def _png(picture: Image.Image, scale: float) -> bytes:
    """Sixteen levels of each colour are enough for print, and make the file a third as large."""
    out = BytesIO()
    levels = [round(level / 17) * 17 for level in range(256)]
    picture.point(levels * 3).save(out, "PNG", compress_level=6, dpi=(scale * _POINTS_AN_INCH,) * 2)
    return out.getvalue()

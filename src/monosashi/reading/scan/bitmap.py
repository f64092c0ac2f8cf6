"""Bitmaps: the pages of a picture, or of a PDF, as grey pixels, with how many of them make a point of the paper."""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

import cv2
import numpy as np
import numpy.typing as npt
import pypdfium2
from PIL import Image, ImageOps, ImageSequence, UnidentifiedImageError

from monosashi.reading.errors import TooBig, UnreadableDocument
from monosashi.reading.fineness import dots_per_inch
from monosashi.reading.limits import Limits
from monosashi.reading.pdf.pdfium import LOCK

Pixels = npt.NDArray[np.uint8]

#: What a page is drawn at, in dots per inch: letters of 5 points are then 20 pixels high.
DOTS = 288
#: Pixels of one page; an A3 page at 400 dots per inch has 31 million.
_MOST_PIXELS = 120_000_000
#: No letter is legible in a picture with fewer pixels on a side.
_FEWEST_PIXELS = 16
#: Leaning less than this (in degrees) is straight; a page leans no more than this.
_STRAIGHT, _MOST_LEAN = 0.05, 5.0


@dataclass(frozen=True, eq=False)
class Bitmap:
    """One page: black on white, upright, and how many pixels make a point."""

    pixels: Pixels
    scale: float
    number: int

    @property
    def width(self) -> float:
        """In points."""
        return float(self.pixels.shape[1]) / self.scale

    @property
    def height(self) -> float:
        """In points."""
        return float(self.pixels.shape[0]) / self.scale


def picture_pages(data: bytes, name: str, limits: Limits) -> Iterator[Bitmap]:
    """The pages of a picture (PNG, JPEG, TIFF of several pages) that could bear letters. Raises ``UnreadableDocument``."""
    Image.MAX_IMAGE_PIXELS = None  # checked here, with an error that says what to do
    try:
        with Image.open(BytesIO(data)) as picture:
            for number, page in enumerate(ImageSequence.Iterator(picture), 1):
                if number > limits.pages:
                    raise TooBig(
                        name,
                        f"{limits.pages}ページを超えます。",
                        f"it has more than {limits.pages} pages.",
                        Limits.setting("pages"),
                    )
                _check_size(page.width, page.height, name)
                if min(page.size) < _FEWEST_PIXELS:
                    continue
                upright = ImageOps.exif_transpose(page)
                pixels = np.asarray(_on_white(upright).convert("L"), dtype=np.uint8)
                dots = dots_per_inch(upright.size, page.info.get("dpi"))
                yield Bitmap(straightened(pixels), dots / 72, number)
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError) as error:
        raise UnreadableDocument(
            name, f"画像が壊れています（{error}）。", f"the picture is damaged ({error})."
        ) from error


def _on_white(picture: Image.Image) -> Image.Image:
    """What is transparent shows the paper."""
    if "A" not in picture.getbands() and "transparency" not in picture.info:
        return picture
    layered = picture.convert("RGBA")
    paper = Image.new("RGBA", layered.size, "white")
    return Image.alpha_composite(paper, layered)


def _check_size(width: int, height: int, name: str) -> None:
    if width * height > _MOST_PIXELS:
        raise UnreadableDocument(
            name,
            f"画像が{width:,}×{height:,}画素あり、読む上限の{_MOST_PIXELS:,}画素を超えます。",
            f"the picture has {width:,} x {height:,} pixels, more than {_MOST_PIXELS:,}.",
            code="too-big",
            next_ja="300〜400 dpi に縮めた画像を読んでください。",
            next_en="Reduce it to 300-400 dpi and read that.",
        )


def pdf_page(data: bytes, number: int) -> Bitmap:
    """A page of a PDF, drawn. ``number``: 1-based. A page too large to be drawn finely is drawn more coarsely."""
    with LOCK:
        document = pypdfium2.PdfDocument(data)
        try:
            page = document[number - 1]
            width, height = page.get_size()
            scale = min(DOTS / 72, (_MOST_PIXELS / max(1.0, width * height)) ** 0.5)
            pixels = page.render(scale=scale, grayscale=True).to_numpy().copy()
        finally:
            document.close()
    return Bitmap(straightened(np.asarray(pixels.reshape(pixels.shape[:2]), dtype=np.uint8)), scale, number)


def straightened(pixels: Pixels) -> Pixels:
    """A page turned so that its ruled lines are level; as it was where they are, or where there are none."""
    lean = _lean(pixels)
    if abs(lean) < _STRAIGHT:
        return pixels
    height, width = pixels.shape
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), lean, 1.0)
    turned = cv2.warpAffine(pixels, turn, (width, height), flags=cv2.INTER_CUBIC, borderValue=(255, 255, 255))
    return np.asarray(turned, dtype=np.uint8)


def _lean(pixels: Pixels) -> float:
    """How many degrees the long level lines lean. Looked for where they are darkest, at half the size."""
    small = cv2.resize(pixels, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
    ink = np.asarray(cv2.threshold(small, 0, 255, cv2.THRESH_BINARY_INV | cv2.THRESH_OTSU)[1], dtype=np.uint8)
    runs = cv2.morphologyEx(ink, cv2.MORPH_OPEN, np.ones((1, 25), np.uint8))
    long = small.shape[1] // 8
    found = cv2.HoughLinesP(runs, 1, np.pi / 3600, long // 2, minLineLength=long, maxLineGap=30)
    if found is None:
        return 0.0
    x0, y0, x1, y1 = (found.reshape(-1, 4)[:, n].astype(float) for n in range(4))
    angles = np.degrees(np.arctan2(y1 - y0, x1 - x0))
    level = angles[np.abs(angles) <= _MOST_LEAN]
    return float(np.median(level)) if len(level) >= 3 else 0.0

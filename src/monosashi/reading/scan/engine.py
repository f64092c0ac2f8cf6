"""The networks that find and read words: rapidocr, with the models its own package carries.

Nothing is fetched while reading: the models lie beside the code, and are checked before they are loaded.
"""

from collections.abc import Sequence
from functools import lru_cache

import cv2
import numpy as np
from rapidocr import RapidOCR
from rapidocr.ch_ppocr_det import TextDetOutput

from monosashi.reading.pdf.shapes import Box
from monosashi.reading.scan.bitmap import Bitmap, Pixels

#: Words found with less likelihood than this are dirt.
_LEAST = 0.4


@lru_cache(maxsize=1)
def _engine() -> RapidOCR:
    return RapidOCR(params={"Global.log_level": "critical", "Global.use_cls": False, "Global.max_side_len": 2400})


def found_boxes(bitmap: Bitmap) -> list[Box]:
    """Where words stand on a page, in points."""
    found = _engine()(_coloured(bitmap.pixels), use_det=True, use_cls=False, use_rec=False)
    corners = found.boxes if isinstance(found, TextDetOutput) and found.boxes is not None else ()
    boxes = []
    for quad in corners:
        (x0, top), (x1, bottom) = quad.min(axis=0) / bitmap.scale, quad.max(axis=0) / bitmap.scale
        boxes.append(Box(float(x0), float(top), float(x1), float(bottom)))
    return boxes


def recognised(crops: Sequence[Pixels]) -> list[str]:
    """What each line of words says; nothing where it is none."""
    if not crops:
        return []
    engine = _engine()
    engine.return_word_box = False
    found = engine.recognize_txt([_coloured(crop) for crop in crops])
    said = zip(found.txts or (), found.scores or (), strict=True)
    return [text if score >= _LEAST else "" for text, score in said]


def _coloured(pixels: Pixels) -> Pixels:
    return np.asarray(cv2.cvtColor(pixels, cv2.COLOR_GRAY2BGR), dtype=np.uint8)

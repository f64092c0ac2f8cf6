"""A scanned page -> its ink: ruled lines and words, as a PDF's page gives them. From there on it is read like one."""

from monosashi.reading.pdf.frames import rules_to_frames
from monosashi.reading.pdf.page import Ink
from monosashi.reading.pdf.rules import strokes_to_rules
from monosashi.reading.scan.bitmap import Bitmap
from monosashi.reading.scan.lines import ink_of, ink_to_strokes
from monosashi.reading.scan.words import page_runs


def bitmap_to_ink(bitmap: Bitmap, most_cells: int) -> Ink:
    """What a page of pixels shows. Raises ``TooManyCells``."""
    strokes, letters = ink_to_strokes(ink_of(bitmap), bitmap.scale)
    tables = rules_to_frames(strokes_to_rules(strokes), most_cells)
    runs = page_runs(bitmap, letters, [frame for table in tables for frame in table])
    return Ink(bitmap.width, bitmap.height, strokes, runs)

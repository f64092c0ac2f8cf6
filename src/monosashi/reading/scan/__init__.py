"""Scans: what a picture of a page says. Needs the extra ``ocr``; without it the error says so.

The networks and the libraries for pixels are large, and are loaded only when the first scan comes.
"""

from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING

from monosashi.reading.errors import UnreadableDocument
from monosashi.reading.limits import Limits
from monosashi.reading.paper import Paper
from monosashi.reading.pdf import read_pdf

if TYPE_CHECKING:
    from collections.abc import Callable

#: What the extra installs.
_NEEDED = ("rapidocr", "onnxruntime", "cv2", "numpy", "PIL")


def can_read_scans() -> bool:
    """Whether the extra ``ocr`` is installed."""
    return all(find_spec(name) is not None for name in _NEEDED)


def read_image(data: bytes, name: str, limits: Limits) -> Paper:
    """The pages of a picture (PNG, JPEG, TIFF). Raises ``UnreadableDocument``: ``needs-ocr`` without the extra."""
    if not can_read_scans():
        raise UnreadableDocument(
            name,
            "画像の文字を読むには、追加機能 [ocr] が要ります。",
            "reading words in a picture needs the extra [ocr].",
            code="needs-ocr",
            next_ja="pip install 'monosashi[ocr]' のあとで、もう一度読んでください。もとの PDF や Excel があれば、そちらを読んでください。",
            next_en="Run pip install 'monosashi[ocr]' and read it again; where there is a PDF or workbook of it, read that.",
        )
    return _reader("read_picture")(data, name, limits)


def read_any_pdf(data: bytes, name: str, limits: Limits) -> Paper:
    """A PDF, with the words in its scanned pages where the extra ``ocr`` is installed. Raises ``UnreadableDocument``."""
    return _reader("read_pdf_with_scans")(data, name, limits) if can_read_scans() else read_pdf(data, name, limits)


def _reader(verb: str) -> "Callable[[bytes, str, Limits], Paper]":
    found: Callable[[bytes, str, Limits], Paper] = getattr(import_module("monosashi.reading.scan.reader"), verb)
    return found

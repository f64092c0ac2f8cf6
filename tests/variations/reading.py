"""Reading a variation, and telling what is wrong with it."""

from monosashi.reading.limits import DEFAULT_LIMITS
from monosashi.reading.pdf import read_pdf
from tests.variations.truth import Truth, faults


def wrong(data: bytes, truth: Truth, name: str = "variation.pdf") -> list[str]:
    """Every fault of what is read from a PDF against its truth."""
    return faults(read_pdf(data, name, DEFAULT_LIMITS), truth)

"""Readers: each way of reading a PDF that is measured, as a function from its bytes to what it read.

A reader gives ``(page, text)`` of every cell; the floor gives none, for raw text knows no cells. Peers are optional: the
dependency group ``bench`` brings them.
"""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import pypdfium2

from monosashi.office import read
from monosashi.reading.limits import DEFAULT_LIMITS
from monosashi.reading.pdf import pdf_to_stages, read_pdf

Cells = list[tuple[int, str]]
Reader = Callable[[bytes], Cells]


def raw_text(data: bytes) -> Cells:
    """The floor: the characters of every page, and nothing about them."""
    document = pypdfium2.PdfDocument(data)
    for page in document:
        text = page.get_textpage()
        text.get_text_range()
        text.close()
        page.close()
    document.close()
    return []


def cells_stage(data: bytes) -> Cells:
    """Our cells: from bytes to the grid of the document."""
    grid = read_pdf(data, "paper.pdf", DEFAULT_LIMITS).grid
    return [(place.page, cell.text) for cell in grid.cells if cell.bordered for place in cell.places]


def page_stages(data: bytes) -> Cells:
    """Our stages page by page, each page let go before the next is read."""
    for _ in pdf_to_stages(data, "paper.pdf", DEFAULT_LIMITS):
        pass
    return []


def whole_read(data: bytes) -> Cells:
    """Our whole read: cells, the form, the sheet with the place of each value."""
    read(data, "paper.pdf")
    return []


def pdfplumber_tables(data: bytes) -> Cells:
    """The tables of pdfplumber, with its own settings."""
    with _written(data) as path, import_module("pdfplumber").open(path) as document:
        return [
            (page.page_number, text or "")
            for page in document.pages
            for table in page.find_tables()
            for row in table.extract()
            for text in row
        ]


def camelot_lattice(data: bytes) -> Cells:
    """The ruled tables of camelot."""
    with _written(data) as path:
        tables = import_module("camelot").read_pdf(str(path), flavor="lattice", pages="all", suppress_stdout=True)
    return [(int(table.page), cell.text) for table in tables for row in table.cells for cell in row]


@contextmanager
def _written(data: bytes) -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "paper.pdf"
        path.write_bytes(data)
        yield path


#: Peers by the package they need.
PEERS: dict[str, tuple[str, Reader]] = {
    "pdfplumber: tables": ("pdfplumber", pdfplumber_tables),
    "camelot: lattice": ("camelot", camelot_lattice),
}


def absent() -> list[str]:
    """Peers that are not installed."""
    return [name for name, (package, _) in PEERS.items() if find_spec(package) is None]

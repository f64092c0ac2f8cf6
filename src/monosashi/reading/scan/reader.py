"""Scans -> paper: pictures, and the pages of a PDF that hold no text. Every cell so read is marked as such."""

from collections.abc import Iterable
from dataclasses import replace

from monosashi.model import Finding, Severity
from monosashi.reading.errors import TooBig, UnreadableDocument
from monosashi.reading.grid import Grid
from monosashi.reading.limits import Limits
from monosashi.reading.paper import Paper
from monosashi.reading.pdf.frames import TooManyCells
from monosashi.reading.pdf.joining import pages_to_paper
from monosashi.reading.pdf.page import Ink, ink_to_stages
from monosashi.reading.pdf.placing import paper_to_grid
from monosashi.reading.pdf.reader import read_pdf
from monosashi.reading.scan.bitmap import pdf_page, picture_pages
from monosashi.reading.scan.pages import bitmap_to_ink
from monosashi.reading.telling import told


def read_picture(data: bytes, name: str, limits: Limits) -> Paper:
    """The pages of a picture. Raises ``UnreadableDocument``: unreadable, too-big, no-text."""
    try:
        pages = [
            ink_to_stages(bitmap_to_ink(bitmap, limits.cells), bitmap.number, limits.cells)
            for bitmap in picture_pages(data, name, limits)
        ]
    except TooManyCells as error:
        raise TooBig(
            name,
            f"罫線のつくるセルが上限の{limits.cells:,}個を超えます。",
            f"its lines make more than {limits.cells:,} cells.",
            Limits.setting("cells"),
        ) from error
    cells, papers = pages_to_paper(pages)
    if not cells:
        raise UnreadableDocument(
            name,
            "画像に文字が見つかりません。",
            "no words were found in the picture.",
            code="no-text",
            next_ja="ページ全体が写り、文字がはっきり見える画像（200 dpi 以上）を読んでください。",
            next_en="Read a picture that shows the whole page with clear letters (200 dpi or more).",
        )
    return _marked(Paper(paper_to_grid(cells, papers)), [page.number for page in pages])


def read_pdf_with_scans(data: bytes, name: str, limits: Limits) -> Paper:
    """The cells of a PDF; pages without text are read from their pictures. Raises ``UnreadableDocument``."""
    scanned: list[int] = []

    def scan(data: bytes, number: int) -> Ink:
        scanned.append(number)
        return bitmap_to_ink(pdf_page(data, number), limits.cells)

    paper = read_pdf(data, name, limits, scan)
    return _marked(paper, scanned) if scanned else paper


def _marked(paper: Paper, scanned: Iterable[int]) -> Paper:
    """The paper with every cell of those pages marked, and a finding that says so."""
    pages = set(scanned)
    cells = [
        replace(cell, recognised=True) if any(place.page in pages for place in cell.places) else cell
        for cell in paper.grid.cells
    ]
    if not any(cell.recognised for cell in cells):
        return paper
    return Paper(Grid(tuple(cells)), paper.starts, (_read_by_ocr(sorted(pages)), *paper.findings))


def _read_by_ocr(pages: list[int]) -> Finding:
    listed = ", ".join(map(str, pages[:10])) + ("…" if len(pages) > 10 else "")
    return told(
        "read-by-ocr",
        Severity.WARNING,
        listed,
        f"{listed}ページは画像から文字を読み取りました。読み違いがありえます。一つずつ紙面と突き合わせて確かめてください。",
        f"Pages {listed} were read from their pictures, and letters may be misread; hold each value against the paper.",
    )

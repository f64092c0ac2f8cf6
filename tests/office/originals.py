"""Originals made here: a PDF of two empty pages, and a reading that says what stands where on them."""

import hashlib
from io import BytesIO

from PIL import Image

from monosashi.model import Cell, Document, Guess, Message, Place, Reading, Trace, TraceEntry
from tests.publishing.html.sheets import MEASURE, small_sheet

PAGE = (842, 595)
TARGET = f"{MEASURE}/target/value"
NUMBER = "/goals/0/levers/0/indicators/0/number"


def empty_pdf(pages: int = 2, size: tuple[int, int] = PAGE) -> bytes:
    """A PDF of white pages, sizes in points."""
    out = BytesIO()
    first, *others = [Image.new("L", size, 255) for _ in range(pages)]
    first.save(out, "PDF", save_all=True, append_images=others, resolution=72)
    return out.getvalue()


def place(page: int, left: int, top: int) -> Place:
    """A box of 100 by 20 points."""
    return Place(page=page, x0=left, top=top, x1=left + 100, bottom=top + 20)


def cell(page: int, left: int, top: int, text: str) -> Cell:
    """A cell at such a place."""
    return Cell(place=place(page, left, top), text=text)


def pdf_reading(data: bytes) -> Reading:
    """A title over both pages, a number and a target on the second; a label, a word left over, and a guess."""
    cells = (
        cell(1, 50, 40, "事前分析表（令和４年度実施政策）"),
        cell(2, 50, 40, "事前分析表（令和４年度実施政策）"),
        cell(2, 50, 100, "①"),
        cell(2, 200, 80, "目標（値）"),
        cell(2, 200, 100, "1,300件程度"),
        cell(2, 400, 300, "余り"),
    )
    entries = {
        "/title": (cells[0].place, cells[1].place),
        NUMBER: (cells[2].place,),
        TARGET: (cells[4].place,),
    }
    return Reading(
        document=Document(name="港の表.pdf", sha256=hashlib.sha256(data).hexdigest(), media_type="application/pdf"),
        sheet=small_sheet(),
        trace=Trace(entries=tuple(TraceEntry(path=path, places=places) for path, places in entries.items())),
        cells=cells,
        furniture=(cells[3],),
        leftover=(cells[5],),
        guesses=(Guess(path=TARGET, reason=Message(ja="近くにあるため。", en="It is near.")),),
    )

"""Papers: the distinct PDFs that readers are measured on, with the cells they hold.

They are drawn as the tests' variations are, each style once; where the published inputs lie beside the checkout, those too.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from tests.variations.drawn import book, draw
from tests.variations.forms import FORMS
from tests.variations.styles import PLAIN, one_by_one, possible
from tests.variations.truth import Truth, plain
from tests.variations.words import Words

SHARED = Path(__file__).resolve().parents[2] / "shared" / "seed"


@dataclass(frozen=True)
class Paper:
    """A PDF, and the texts of its cells: of each page, and of cells that a page break cut, wherever they stand."""

    name: str
    data: bytes
    whole: tuple[tuple[int, str], ...]
    cut: tuple[str, ...]

    @property
    def cells(self) -> int:
        """How many there are to read."""
        return len(self.whole) + len(self.cut)


def drawn_papers() -> list[Paper]:
    """Every way of drawing alone, on the forms in turn.

    But for the styles that try a font, texts are in one with a ToUnicode map: a peer that lacks a CMap is not measured on
    that one lack seventy times.
    """
    papers = []
    for turn, (style_name, chosen) in enumerate(one_by_one()):
        style = chosen if style_name.startswith("font") else replace(chosen, font="codes")
        name = sorted(FORMS)[turn % len(FORMS)]
        form = FORMS[name](Words(turn))
        printed = draw(form, possible(style, form))
        papers.append(_of_truth(f"{name} {style_name}", printed.data, printed.truth))
    return papers


def published_papers() -> list[Paper]:
    """The forms beside the checkout, with the cells listed beside them; none where they are not."""
    return [
        _of_listing(pdf, listing)
        for pdf in sorted(SHARED.rglob("*.pdf"))
        if (listing := pdf.with_name(pdf.name.replace(".rewritten", "").replace(".pdf", ".pages.json"))).exists()
    ]


def growing(pages: int) -> bytes:
    """A PDF of so many different sheets, one a page."""
    return book([FORMS["whole_page"](Words(n)) for n in range(pages)], PLAIN)


def _of_truth(name: str, data: bytes, truth: Truth) -> Paper:
    once = [cell for cell in truth.cells if len(cell.seen) == 1]
    cut = [cell for cell in truth.cells if len(cell.seen) != 1]
    return Paper(
        name,
        data,
        tuple((cell.seen[0].page, plain(cell.text)) for cell in once),
        tuple(plain(cell.text) for cell in cut),
    )


def _of_listing(pdf: Path, listing: Path) -> Paper:
    pages = json.loads(listing.read_text(encoding="utf-8"))
    cells = list(_listed(pages))
    whole = tuple((page, text) for page, text, split in cells if not split)
    return Paper(pdf.name, pdf.read_bytes(), whole, tuple(sorted({text for _, text, split in cells if split})))


def _listed(pages: list[list[dict[str, object]]]) -> Iterator[tuple[int, str, bool]]:
    for number, page in enumerate(pages, 1):
        for cell in page:
            if cell["border"] and plain(str(cell["text"])):
                yield number, plain(str(cell["text"])), bool(cell["split"])

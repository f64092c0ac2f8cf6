"""A PDF -> a paper: its pages stage by stage, joined to one document, and laid on one grid."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from monosashi.model import Finding, Severity
from monosashi.reading.errors import Encrypted, TooBig, UnreadableDocument
from monosashi.reading.limits import Limits
from monosashi.reading.paper import Paper
from monosashi.reading.pdf import pdfium
from monosashi.reading.pdf.frames import TooManyCells
from monosashi.reading.pdf.joining import pages_to_paper
from monosashi.reading.pdf.page import Ink, Most, PageStages, TooMuch, ink_to_stages, page_to_stages
from monosashi.reading.pdf.placing import paper_to_grid
from monosashi.reading.telling import told

#: Reads the picture of a page (the document's bytes, the page's number) as strokes and runs.
ScanReader = Callable[[bytes, int], Ink]


class PageSeen(NamedTuple):
    """What is told of a page once it is read."""

    number: int
    has_text: bool
    drawn: bool
    damaged: bool
    hidden: int
    missing: int


def read_pdf(data: bytes, name: str, limits: Limits, scan: ScanReader | None = None) -> Paper:
    """The cells of a PDF. ``scan``: reads pages that hold no text. Raises ``UnreadableDocument``: encrypted,
    unreadable, too-big, no-text."""
    seen: list[PageSeen] = []
    cells, papers = pages_to_paper(_noted(pdf_to_stages(data, name, limits), seen, scan, data, limits))
    if not cells:
        raise _no_text(name, seen)
    return Paper(paper_to_grid(cells, papers), findings=tuple(_findings(seen)))


def _noted(
    pages: Iterable[PageStages], seen: list[PageSeen], scan: ScanReader | None, data: bytes, limits: Limits
) -> Iterator[PageStages]:
    """The pages one by one, scans read by ``scan``; what is told of each is kept in ``seen``, so that no page has to be."""
    for page in pages:
        stages = page
        if scan and not page.runs and page.drawn:
            stages = ink_to_stages(scan(data, page.number), page.number, limits.cells)
        seen.append(PageSeen(page.number, bool(stages.runs), page.drawn, page.damaged, page.hidden, page.missing))
        yield stages


def pdf_to_stages(data: bytes, name: str, limits: Limits) -> Iterator[PageStages]:
    """What each stage made of each page, page by page. Raises ``UnreadableDocument``."""
    try:
        with pdfium.opened(data) as (document, pages):
            if pages > limits.pages:
                raise _too_many(name, "ページ", "pages", pages, limits.pages, "pages")
            left = Most(limits.cells * 4, limits.characters, limits.cells)
            for index in range(pages):
                with pdfium.page_of(document, index) as page:
                    stages = page_to_stages(page, index + 1, left)
                left = Most(
                    left.objects,
                    left.characters - sum(len(run.text) for run in stages.runs),
                    left.cells - sum(map(len, stages.tables)),
                )
                yield stages
    except pdfium.OpenError as error:
        raise _unopened(name, error.number) from error
    except TooManyCells as error:
        raise _too_many(name, "セル", "cells", None, limits.cells, "cells") from error
    except TooMuch as error:
        field, most = ("cells", limits.cells * 4) if error.what == "objects" else ("characters", limits.characters)
        words = ("図形", "drawn objects") if error.what == "objects" else ("文字", "characters")
        raise _too_many(name, *words, None, most, field) from error


def _too_many(name: str, ja: str, en: str, found: int | None, most: int, field: str) -> TooBig:
    has_ja, has_en = (f"{ja}が{found:,}", f"it has {found:,} {en}") if found else (f"{ja}", f"it has too many {en}")
    return TooBig(
        name,
        f"{has_ja}あり、読む上限（{most:,}）を超えています。"
        if found
        else f"{ja}が読む上限（{most:,}）を超えています。",
        f"{has_en}; at most {most:,} are read.",
        Limits.setting(field),
    )


def _unopened(name: str, number: int) -> UnreadableDocument:
    if number in (pdfium.ERROR_PASSWORD, pdfium.ERROR_SECURITY):
        return Encrypted(name)
    if number == 0:
        return UnreadableDocument(name, "PDFにページがありません。", "the PDF holds no page.")
    return UnreadableDocument(name, "PDFが壊れています。", "the PDF is damaged.")


def _no_text(name: str, pages: list[PageSeen]) -> UnreadableDocument:
    if all(page.damaged for page in pages):
        return UnreadableDocument(name, "PDFのどのページも壊れています。", "every page of the PDF is damaged.")
    if any(page.missing for page in pages):
        return UnreadableDocument(
            name,
            "文字の書体がPDFに埋め込まれておらず、この計算機にもないため、文字を読めません。",
            "its fonts are not embedded, and this machine has none in their place, so that no text can be read.",
            code="glyphs-missing",
            next_ja="日本語の書体（Noto Sans CJK JPなど）を入れて読み直すか、書体を埋め込んだPDFを読んでください。",
            next_en="Install Japanese fonts (such as Noto Sans CJK JP) and read it again, or read a PDF with embedded fonts.",
        )
    return UnreadableDocument(
        name,
        "どのページにも文字がありません（スキャンした画像と思われます）。",
        "no page holds text; it seems to be a scan.",
        code="no-text",
        next_ja="追加機能 [ocr]（pip install 'monosashi[ocr]'）を入れて読み直すか、文字のあるファイルを読んでください。",
        next_en="Install the extra [ocr] (pip install 'monosashi[ocr]') and read it again, or read a file that holds text.",
    )


def _findings(pages: list[PageSeen]) -> Iterator[Finding]:
    for page in pages:
        if page.damaged:
            yield told(
                "page-unreadable",
                Severity.WARNING,
                f"p.{page.number}",
                f"{page.number}ページは壊れていて読めませんでした。ほかのページは読みました。元のファイルを確かめてください。",
                f"Page {page.number} is damaged and was not read. The other pages were. See the original file.",
            )
        elif not page.has_text and page.drawn:
            yield told(
                "page-without-text",
                Severity.WARNING,
                f"p.{page.number}",
                f"{page.number}ページには文字がなく、読んでいません（スキャンした画像と思われます）。ほかのページは読みました。"
                "追加機能 [ocr]（pip install 'monosashi[ocr]'）を入れて読み直すと、このページも読めます。",
                f"Page {page.number} holds no text and was not read; it seems to be a scan. The other pages were read. "
                "With the extra [ocr] (pip install 'monosashi[ocr]') this page can be read too.",
            )
        if page.missing:
            yield told(
                "glyphs-missing",
                Severity.WARNING,
                f"p.{page.number}",
                f"{page.number}ページの{page.missing}か所の文字は、書体がPDFに埋め込まれておらず、この計算機の書体にも字形がないため、"
                "読めなかったおそれがあります。ほかの文字は読みました。日本語の書体（Noto Sans CJK JPなど）を入れて読み直すか、"
                "書体を埋め込んだPDFを読んでください。",
                f"Page {page.number} has {page.missing} pieces of text that may not have been read: their font is not embedded, "
                "and no font of this machine has the glyphs. The other text was read. Install Japanese fonts (such as Noto "
                "Sans CJK JP) and read it again, or read a PDF with embedded fonts.",
            )
        if page.hidden:
            yield told(
                "hidden-text",
                Severity.NOTE,
                f"p.{page.number}",
                f"{page.number}ページには紙面に見えない文字が{page.hidden}か所あり、読んでいません。見える文字はすべて読みました。",
                f"Page {page.number} holds {page.hidden} pieces of text that cannot be seen; they were not read. All that "
                "can be seen was.",
            )

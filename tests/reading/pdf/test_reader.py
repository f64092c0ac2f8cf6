"""The reader on the published papers, and on files that are none."""

import json
from pathlib import Path

import pytest

from monosashi.model.folding import key
from monosashi.reading.errors import UnreadableDocument
from monosashi.reading.limits import DEFAULT_LIMITS, Limits
from monosashi.reading.pdf import pdf_to_stages, read_pdf

PAPERS = {
    "forms/form.pdf": "forms/form.pages.json",
    "forms/form_v2.pdf": "forms/form_v2.pages.json",
    "forms/form.rewritten.pdf": "forms/form.pages.json",
    "others/h1_bessi1_jizen.pdf": "others/h1_bessi1_jizen.pages.json",
    "others/h5_kohyo.pdf": "others/h5_kohyo.pages.json",
}


def file_of(objects: list[bytes]) -> bytes:
    """A PDF of these objects, the first of them its catalogue."""
    return (
        b"%PDF-1.7\n"
        + b"\n".join(b"%d 0 obj %b endobj" % o for o in enumerate(objects, 1))
        + (b"\ntrailer << /Root 1 0 R /Size %d >>\n%%%%EOF" % (len(objects) + 1))
    )


BLANK_PAGE = file_of(
    [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>",
    ]
)


def unembedded(text: str, font: bytes) -> bytes:
    """A page that writes a text in a font which is not in the file."""
    content = b"BT /F1 9 Tf 20 150 Td <%b> Tj ET" % text.encode("utf-16-be").hex().encode()
    return file_of(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
            b"<< /Length %d >>\nstream\n%b\nendstream" % (len(content), content),
            b"<< /Type /Font /Subtype /Type0 /BaseFont /%b /Encoding /UniJIS-UCS2-H /DescendantFonts [6 0 R] >>" % font,
            b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /%b /FontDescriptor 7 0 R /DW 1000"
            b" /CIDSystemInfo << /Registry (Adobe) /Ordering (Japan1) /Supplement 2 >> >>" % font,
            b"<< /Type /FontDescriptor /FontName /%b /Flags 4 /FontBBox [0 -137 1000 859] /ItalicAngle 0"
            b" /Ascent 859 /Descent -137 /CapHeight 709 /StemV 80 >>" % font,
        ]
    )


@pytest.mark.parametrize(("font", "code"), [(b"MS-Gothic", "glyphs-missing"), (b"Times-Roman", "no-text")])
def test_text_without_glyphs_is_not_lost_in_silence(font: bytes, code: str) -> None:
    """Letters the machine has no glyphs for look to pdfium as a blank does: as a text without width."""
    with pytest.raises(UnreadableDocument) as error:
        read_pdf(unembedded(" ", font), "x.pdf", DEFAULT_LIMITS)
    assert error.value.code == code


@pytest.mark.shared
@pytest.mark.parametrize("paper", PAPERS)
def test_every_bordered_cell_of_the_published_papers_is_exact(shared: Path, paper: str) -> None:
    pages = json.loads((shared / "seed" / PAPERS[paper]).read_text(encoding="utf-8"))
    cells = read_pdf((shared / "seed" / paper).read_bytes(), paper, DEFAULT_LIMITS).grid.cells
    wanted = sorted(
        (number, key(cell["text"]))
        for number, page in enumerate(pages, 1)
        for cell in page
        if cell["border"] and key(cell["text"])
    )
    assert sorted((p.page, key(c.text)) for c in cells if c.bordered for p in c.places) == wanted


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"%PDF-1.7 nothing", "unreadable"),
        (BLANK_PAGE.replace(b"[3 0 R]", b"[2 0 R]"), "unreadable"),
        (BLANK_PAGE, "no-text"),
    ],
)
def test_what_is_no_paper_is_an_error(data: bytes, code: str) -> None:
    with pytest.raises(UnreadableDocument) as error:
        read_pdf(data, "x.pdf", DEFAULT_LIMITS)
    assert error.value.code == code


def test_more_pages_than_allowed_are_too_big() -> None:
    with pytest.raises(UnreadableDocument) as error:
        list(pdf_to_stages(BLANK_PAGE, "x.pdf", Limits(pages=0)))
    assert error.value.code == "too-big"

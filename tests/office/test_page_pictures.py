"""Pages of the original: what stands where, what is chosen, and images that are drawn once."""

from pathlib import Path

import pytest

from monosashi.model import Document, Place, Reading, Trace, TraceEntry
from monosashi.model.error import MonosashiError
from monosashi.office.drawings import draw_into, drawings
from monosashi.office.library import FolderLibrary
from monosashi.office.page_pictures import NoSuchPage, page_png, page_tag, paper_page
from monosashi.office.samples import sample_sheets
from monosashi.office.verbs import publish_sheet, read
from monosashi.reading.picture import Part, drawn_pages, marks_of, page_numbers, size_of
from tests.office.originals import NUMBER, PAGE, TARGET, cell, empty_pdf, pdf_reading, place
from tests.publishing.html.sheets import small_sheet


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return empty_pdf()


@pytest.fixture
def library(tmp_path: Path, pdf: bytes) -> FolderLibrary:
    kept = FolderLibrary(tmp_path, lambda _reading: ())
    kept.add(pdf, [pdf_reading(pdf)])
    return kept


NAME = "soumu-R4-2"


def test_a_value_leads_to_its_page_and_box(library: FolderLibrary) -> None:
    page = paper_page(library, NAME, "ja", at=TARGET)
    assert (page.number, page.numbers, page.drawn) == (2, (1, 2), False)
    assert (page.width, page.height) == pytest.approx(PAGE, abs=0.5)
    assert [(box.x, box.y, box.width, box.height) for box in page.boxes if box.selected] == [(200, 100, 100, 20)]
    assert page.selected
    assert (page.selected.value.name, page.selected.text, page.selected.page) == ("測定指標① 目標値", "1,300件程度", 2)


def test_a_box_leads_back_to_its_values(library: FolderLibrary) -> None:
    page = paper_page(library, NAME, "en", number=2)
    assert [(part, [(box.name, box.text, box.guessed) for box in boxes]) for part, boxes in page.parts] == [
        ("leftover", [("", "余り", False)]),
        ("head", [("Title", "事前分析表（令和４年度実施政策）", False)]),
        ("indicators", [("Indicator ①", "①", False), ("Indicator ① target", "1,300件程度", True)]),
    ]
    assert {value.path: value.anchor for box in page.boxes for value in box.values} == {
        path: path for path in ("/title", NUMBER, TARGET)
    }
    assert sorted(box.text for box in page.boxes if box.part == "furniture") == ["目標（値）"]


def test_a_cell_that_a_page_break_cut_is_shown_on_both_pages(library: FolderLibrary) -> None:
    shown = [paper_page(library, NAME, "ja", number, "/title") for number in (1, 2)]
    assert [[box.text for box in page.boxes if box.selected] for page in shown] == [
        ["事前分析表（令和４年度実施政策）"]
    ] * 2


def test_what_is_chosen_on_another_page_is_told(library: FolderLibrary) -> None:
    page = paper_page(library, NAME, "ja", 1, TARGET)
    assert (page.found, page.selected and page.selected.page) == (False, 2)


def test_a_page_that_the_original_does_not_have(library: FolderLibrary) -> None:
    for number in (3, 10**9):
        with pytest.raises(NoSuchPage):
            paper_page(library, NAME, "ja", number)
        with pytest.raises(NoSuchPage):
            page_png(library, NAME, number)


def test_an_image_is_drawn_once_and_kept_whole(library: FolderLibrary) -> None:
    first = page_png(library, NAME, 2)
    digest = library.get(NAME).reading.document.sha256
    (library.folder / "documents" / f"{digest}.pdf").unlink()
    assert page_png(library, NAME, 2) == first
    assert [file.name for file in (library.folder / "pictures").iterdir()] == [f"{digest}-2-2.png"]
    assert page_tag(library.get(NAME), 2) != page_tag(library.get(NAME), 1)


def test_without_its_original_a_page_shows_its_frames_and_says_why(library: FolderLibrary) -> None:
    digest = library.get(NAME).reading.document.sha256
    (library.folder / "documents" / f"{digest}.pdf").unlink()
    page = paper_page(library, NAME, "ja", at=TARGET)
    assert "原本が保存先にありません" in page.trouble
    assert [box.lines[0][2] for box in page.boxes if box.selected] == ["1,300件程度"]


def test_a_damaged_original_is_told_and_the_rest_is_shown(tmp_path: Path, pdf: bytes) -> None:
    damaged = b"%PDF-1.7 broken" + pdf[:40]
    library = FolderLibrary(tmp_path, lambda _reading: ())
    library.add(damaged, [pdf_reading(damaged)])
    with pytest.raises(MonosashiError) as raised:
        page_png(library, NAME, 1)
    assert raised.value.code == "page-not-drawn"
    assert "画像にできません" in paper_page(library, NAME, "ja", 1).trouble


def test_a_page_of_any_size_becomes_a_bounded_image(tmp_path: Path) -> None:
    data = empty_pdf(1, (9000, 20))
    library = FolderLibrary(tmp_path, lambda _reading: ())
    library.add(data, [pdf_reading(data)])
    assert size_of(page_png(library, NAME, 1)) == pytest.approx((9000, 20), abs=5)


def test_a_worksheet_is_drawn_from_its_cells() -> None:
    (reading,) = read(publish_sheet(sample_sheets()[1], "excel"), "sample.xlsx")
    (page,) = drawn_pages(reading)
    assert len(page.boxes) == len(reading.cells)
    inside = [0 <= box.x0 < box.x1 <= page.width and 0 <= box.top < box.bottom <= page.height for box in page.boxes]
    assert all(inside)
    assert all(line_fits(box.x1 - box.x0, box.lines) for box in page.boxes)
    over = [(a, b) for a in page.boxes for b in page.boxes if a is not b and overlap(a, b)]
    assert over == []


def line_fits(room: float, lines: tuple[str, ...]) -> bool:
    """Whether no line is longer than the frame is wide, in letters of half the size at least."""
    return all(len(line) * 9 * 0.5 <= room for line in lines)


def overlap(a: object, b: object) -> bool:
    """Whether two boxes share room."""
    (ax0, at, ax1, ab), (bx0, bt, bx1, bb) = (
        [getattr(box, edge) for edge in ("x0", "top", "x1", "bottom")] for box in (a, b)
    )
    return bool(ax0 < bx1 - 0.01 and bx0 < ax1 - 0.01 and at < bb - 0.01 and bt < ab - 0.01)


def test_a_document_that_runs_on_is_one_page_in_its_own_order() -> None:
    texts = {
        "/title": Place(page=1, x0=1, top=1, x1=1, bottom=1, unit="paragraph"),
        NUMBER: Place(page=1, x0=1, top=1, x1=1, bottom=1, worksheet="表1"),
        TARGET: Place(page=1, x0=2, top=1, x1=2, bottom=1, worksheet="表1"),
        "/notes/0/text": Place(page=1, x0=1, top=2, x1=1, bottom=2, unit="paragraph"),
    }
    reading = running(texts)
    (page,) = drawn_pages(reading)
    tops = {box.mark.paths[0]: box.top for box in page.boxes}
    assert tops["/title"] < tops[NUMBER] == tops[TARGET] < tops["/notes/0/text"]


def running(texts: dict[str, Place]) -> Reading:
    """A reading of a Word file whose cells come in that order."""
    return Reading(
        document=Document(name="a.docx", sha256="0" * 64),
        sheet=small_sheet(),
        trace=Trace(entries=tuple(TraceEntry(path=path, places=(at,)) for path, at in texts.items())),
        cells=tuple(cell(1, 0, 0, path).model_copy(update={"place": at}) for path, at in texts.items()),
    )


def test_a_plain_text_is_drawn_eighty_lines_a_page() -> None:
    lines = {f"/notes/{n}/text": Place(page=1, x0=1, top=n, x1=5, bottom=n, unit="line") for n in (1, 80, 81, 400)}
    reading = running(lines)
    assert page_numbers(reading) == (1, 2, 5)
    assert [len(page.boxes) for page in drawn_pages(reading)] == [2, 1, 1]


def test_millions_of_empty_rows_take_no_room() -> None:
    far = Place(page=1, x0=16384, top=1_048_576, x1=16384, bottom=1_048_576, worksheet="a")
    near = Place(page=1, x0=1, top=1, x1=1, bottom=1, worksheet="a")
    (page,) = drawn_pages(running({"/title": near, NUMBER: far}))
    assert page.width < 600
    assert page.height < 200


def test_a_place_knows_its_part_and_every_value_in_it() -> None:
    reading = pdf_reading(b"")
    assert {mark.place: (mark.part, mark.paths, mark.guessed) for mark in marks_of(reading)} == {
        place(1, 50, 40): (Part.HEAD, ("/title",), False),
        place(2, 50, 40): (Part.HEAD, ("/title",), False),
        place(2, 50, 100): (Part.INDICATORS, (NUMBER,), False),
        place(2, 200, 80): (Part.FURNITURE, (), False),
        place(2, 200, 100): (Part.INDICATORS, (TARGET,), True),
        place(2, 400, 300): (Part.LEFTOVER, (), False),
    }


def test_pages_are_drawn_into_files(tmp_path: Path, pdf: bytes) -> None:
    drawn = list(draw_into(tmp_path / "new", "港の表", pdf, pdf_reading(pdf)))
    assert drawn == [(tmp_path / "new" / f"港の表-p{n}.png", None) for n in (1, 2)]
    assert all(file.read_bytes().startswith(b"\x89PNG") for file, _ in drawn)


def test_a_reading_without_its_document_is_drawn_from_its_cells(pdf: bytes) -> None:
    json = list(drawings(b"{}", pdf_reading(pdf)))
    assert [(one.number, one.trouble) for one in json] == [(1, None), (2, None)]

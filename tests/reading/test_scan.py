"""Scans: ruled lines and words out of pixels. The networks run once, on a small part of a page."""

import importlib.util
from io import BytesIO
from pathlib import Path
from zlib import crc32

import cv2
import numpy as np
import pypdfium2
import pytest
from PIL import Image

from monosashi.reading import UnreadableDocument, scan
from monosashi.reading.grid import Claims, GridCell
from monosashi.reading.limits import DEFAULT_LIMITS
from monosashi.reading.paper import Paper
from monosashi.reading.pdf.frames import rules_to_frames
from monosashi.reading.pdf.rules import strokes_to_rules
from monosashi.reading.recognised import recognised_guesses
from monosashi.reading.scan import read_any_pdf, read_image
from monosashi.reading.scan.bitmap import Pixels, straightened
from monosashi.reading.scan.lines import ink_to_strokes

#: Pixels in a point of a page at 200 dots per inch.
SCALE = 200 / 72


def png(pixels: Pixels, dots: int = 200) -> bytes:
    file = BytesIO()
    Image.fromarray(pixels).save(file, "PNG", dpi=(dots, dots))
    return file.getvalue()


def ruled(xs: list[int], ys: list[int], size: tuple[int, int] = (400, 600)) -> Pixels:
    """Ink of a table with those upright and level lines."""
    ink = np.zeros(size, dtype=np.uint8)
    for x in xs:
        ink[ys[0] : ys[-1] + 1, x : x + 2] = 255
    for y in ys:
        ink[y : y + 2, xs[0] : xs[-1] + 1] = 255
    return ink


def test_lines_make_frames_and_letters_make_none() -> None:
    ink = ruled([40, 200, 500], [50, 100, 180])
    ink[70:74, 80:110] = 255  # 一
    ink[120:150, 300:304] = 255  # 丨
    strokes, letters = ink_to_strokes(ink, SCALE)
    assert sorted((s.upright, round(s.at * SCALE)) for s in strokes) == [
        (False, 51),
        (False, 101),
        (False, 181),
        (True, 41),
        (True, 201),
        (True, 501),
    ]
    assert np.count_nonzero(letters) == 4 * 30 + 30 * 4


def test_a_low_cells_side_is_a_line_where_both_its_ends_meet_lines() -> None:
    ink = ruled([40, 500], [50, 75, 180])
    ink[50:77, 250:252] = 255  # parts the low row in two
    ink[110:135, 300:302] = 255  # as long, and free
    strokes, _ = ink_to_strokes(ink, SCALE)
    assert sorted(round(s.at * SCALE) for s in strokes if s.upright) == [41, 251, 501]
    assert len(rules_to_frames(strokes_to_rules(strokes), 1000)[0]) == 3


@pytest.mark.parametrize("lean", [-2.0, 0.4, 3.0])
def test_a_page_that_leans_is_turned(lean: float) -> None:
    level = np.asarray(255 - ruled([100, 1500], list(range(100, 900, 80)), (1000, 1600)), dtype=np.uint8)
    turn = cv2.getRotationMatrix2D((800, 500), lean, 1.0)
    leaning = np.asarray(cv2.warpAffine(level, turn, (1600, 1000), borderValue=(255, 255, 255)), dtype=np.uint8)
    dark = straightened(leaning) < 128
    # a level line is dark all along one row of pixels, or two
    assert max(int(row.sum()) for row in dark) >= 900
    assert np.array_equal(straightened(level), level)


def test_without_the_extra_the_error_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    real = importlib.util.find_spec
    monkeypatch.setattr(scan, "find_spec", lambda name: None if name == "rapidocr" else real(name))
    with pytest.raises(UnreadableDocument) as error:
        read_image(b"\x89PNG\r\n", "scan.png", DEFAULT_LIMITS)
    assert error.value.code == "needs-ocr"
    assert "pip install 'monosashi[ocr]'" in error.value.message.ja


WHITE = np.full((200, 200), 255, dtype=np.uint8)


def huge() -> bytes:
    """A picture that says it has 40,000 x 40,000 pixels, in a few bytes."""
    small = png(WHITE)
    head = b"IHDR" + (40_000).to_bytes(4, "big") * 2 + small[24:29]
    return small[:12] + head + crc32(head).to_bytes(4, "big") + small[33:]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (png(WHITE)[:60], "unreadable"),
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "unreadable"),
        (huge(), "too-big"),
        (png(WHITE), "no-text"),
    ],
)
def test_pictures_that_cannot_be_read(data: bytes, code: str) -> None:
    with pytest.raises(UnreadableDocument) as error:
        read_image(data, "scan.png", DEFAULT_LIMITS)
    assert error.value.code == code


@pytest.fixture(scope="module")
def part(shared: Path) -> Pixels:
    """One indicator's small table of a page, as a scanner would see it."""
    document = pypdfium2.PdfDocument(shared / "seed/others/h5_kohyo.pdf")
    page = document[0].render(scale=SCALE, grayscale=True).to_numpy().reshape(-1, round(842 * SCALE))
    document.close()
    return np.asarray(page[int(93 * SCALE) : int(144 * SCALE), : int(560 * SCALE)], dtype=np.uint8)


EXPECTED = [
    "業績指標",
    "初期値",
    "実績値",
    "H25年度",
    "H26年度",
    "H27年度",
    "H28年度",
    "17",
    "主要な歩行経路の段差解消率＊",
    "83%",
    "85%",
    "86%",
    "88%",
    "年度ごとの目標値",
    "－",
    "－",
    "－",
]


def words(paper: Paper) -> list[str]:
    return ["".join(cell.text.split()).replace("*", "＊").replace("％", "%") for cell in paper.grid.cells]


@pytest.mark.thorough
@pytest.mark.shared
def test_a_part_of_a_page_is_read_as_it_is_printed(part: Pixels) -> None:
    paper = read_image(png(part), "scan.png", DEFAULT_LIMITS)
    assert words(paper) == EXPECTED
    assert all(cell.recognised and cell.bordered for cell in paper.grid.cells)
    assert [(finding.code, finding.severity.value) for finding in paper.findings] == [("read-by-ocr", "warning")]
    name = next(cell for cell in paper.grid.cells if cell.text.startswith("主要な"))
    assert abs(name.places[0].x0 - 68) < 2


@pytest.mark.shared
def test_a_pdf_of_pictures_is_read_from_them_and_one_with_text_is_not(shared: Path, part: Pixels) -> None:
    file = BytesIO()
    Image.fromarray(part).save(file, "PDF", resolution=200)
    paper = read_any_pdf(file.getvalue(), "scan.pdf", DEFAULT_LIMITS)
    assert words(paper)[:3] == EXPECTED[:3]
    assert [finding.code for finding in paper.findings] == ["read-by-ocr"]
    text = read_any_pdf((shared / "seed/others/h5_kohyo.pdf").read_bytes(), "text.pdf", DEFAULT_LIMITS)
    assert not any(cell.recognised for cell in text.grid.cells)


def test_each_field_read_from_pixels_is_a_guess_and_labels_are_not() -> None:
    seen = [GridCell(text, 1, n, 1, n, (), recognised=n != 2) for n, text in enumerate(("45", "46", "目標値"))]
    claims = Claims()
    for cell, path in zip(seen, ("/a", "/b", "/labels/0"), strict=True):
        claims.take(path, [cell])
    claims.take("/a", seen[:1])
    claims.furnish(seen[2:])
    assert [guess.path for guess in recognised_guesses(claims)] == ["/a", "/b"]

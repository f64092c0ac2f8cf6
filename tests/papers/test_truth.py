"""The yardstick itself: what the truth says stands on the paper, and every writer writes the same words."""

import re
import zipfile
from io import BytesIO

import pytest
from lxml import etree, html
from openpyxl import load_workbook

from tests.papers.catalogue import papers
from tests.papers.files import written
from tests.papers.paper import Line, Page, Paper, Table
from tests.papers.score import fold

#: Columns whose values stand on the paper letter by letter.
_PRINTED = (
    "text",
    "name",
    "number",
    "goal",
    "lever",
    "group",
    "unit",
    "baseline_text",
    "target_text",
    "actual_text",
    "mark",
    "outline",
    "review_number",
    "excerpt",
)


def words(page: Page) -> str:
    """Everything the page prints, without white space, in comparison form."""
    return fold("\0".join(texts(page)))


def texts(page: Page) -> list[str]:
    """The texts of its lines and cells."""
    lines = [block.text for block in page.blocks if isinstance(block, Line)]
    return lines + [
        cell.text for block in page.blocks if isinstance(block, Table) for row in block.rows for cell in row
    ]


@pytest.mark.parametrize("paper", papers(), ids=lambda paper: paper.name)
def test_every_truth_stands_on_the_paper(paper: Paper) -> None:
    for page in paper.pages:
        printed = words(page)
        missing = [
            (table, column, value)
            for table, rows in page.truth.items()
            for row in rows
            for column, value in row.items()
            if column in _PRINTED and fold(plain(column, value)) not in printed
        ]
        assert missing == []


def plain(column: str, value: str) -> str:
    """A sub-indicator's number is printed in two places: its group's number is looked for."""
    return re.sub("[①②③]$", "", value) if column == "number" else value


@pytest.mark.parametrize("paper", papers(), ids=lambda paper: paper.name)
def test_every_writer_writes_the_same_words(paper: Paper) -> None:
    meant = sorted(fold(text) for page in paper.pages for text in texts(page) if fold(text))
    assert (sorted(html_words(paper)), sorted(word_words(paper))) == (meant, meant)
    if not paper.typed:  # a typed workbook prints through its number formats
        assert sorted(workbook_words(paper)) == meant


def html_words(paper: Paper) -> list[str]:
    """The texts of a web page's paragraphs and cells."""
    tree = html.document_fromstring(written(paper, "html").decode())
    found = ("".join(map(str, one.itertext())) for one in tree.iter("p", "td", "th"))
    return [fold(text) for text in found if fold(text)]


def word_words(paper: Paper) -> list[str]:
    """The texts of a Word file's cells, and of its paragraphs outside them."""
    with zipfile.ZipFile(BytesIO(written(paper, "docx"))) as package:
        tree = etree.fromstring(package.read("word/document.xml"))
    space = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    found = (
        "".join(t.text or "" for t in one.iter(f"{space}t"))
        for one in [*tree.iter(f"{space}tc"), *tree.findall(f"{space}body/{space}p")]
    )
    return [fold(text) for text in found if fold(text)]


def workbook_words(paper: Paper) -> list[str]:
    """The texts of a workbook's cells."""
    book = load_workbook(BytesIO(written(paper, "xlsx")))
    found = (cell.value for sheet in book for row in sheet.iter_rows() for cell in row)
    return [fold(str(value)) for value in found if value is not None and fold(str(value))]

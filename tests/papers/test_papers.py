"""Every paper read, in every format: each leaf of its truth, the findings it deserves, and none it does not.

Layouts that are described must be read whole. Layouts described nowhere have a floor: what was read when it was last
raised (``FLOORS``); reading less is a step back, and reading more asks for the floor to be raised.
"""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pytest

from monosashi.model import Reading
from monosashi.office import findings_of, read
from tests.conftest import Convert
from tests.papers.catalogue import papers
from tests.papers.files import WRITERS, written
from tests.papers.paper import Page, Paper
from tests.papers.score import Leaf, leaves

KNOWN = [paper for paper in papers() if paper.known]
UNKNOWN = [paper for paper in papers() if not paper.known]
#: Leaves not read right in layouts described nowhere, the same in every format; the others are read whole.
FLOORS: dict[str, int] = {}
#: Papers whose PDFs are read too: LibreOffice's, with merged cells, typed numbers, vertical text, several sheets.
PDFS = ("plan_two_halves", "goal_one_head", "prose_years_across")


def named(papers: Sequence[Paper]) -> list[object]:
    """Parameters that are called by the paper's name."""
    return [pytest.param(paper, id=paper.name) for paper in papers]


def readings(paper: Paper, kind: str) -> tuple[Reading, ...]:
    """The paper read from a file of that kind."""
    return _readings(paper.name, kind)


@cache
def _readings(name: str, kind: str) -> tuple[Reading, ...]:
    paper = next(paper for paper in papers() if paper.name == name)
    return read(written(paper, kind), f"{name}.{kind}")


def wrong(paper: Paper, found: Sequence[Reading]) -> list[str]:
    """The leaves that were not read as they are."""
    asked = [leaf for n, page in enumerate(paper.pages, 1) for leaf in leaves(page.truth, found, n)]
    assert len(asked) > 50
    return [str(leaf) for leaf in asked if not leaf.right]


@pytest.mark.parametrize("kind", WRITERS)
@pytest.mark.parametrize("paper", named(KNOWN))
def test_a_described_layout_is_read_whole(paper: Paper, kind: str) -> None:
    found = readings(paper, kind)
    assert (len(found), wrong(paper, found)) == (len(paper.pages), [])


@pytest.mark.parametrize("kind", WRITERS)
@pytest.mark.parametrize("paper", named(UNKNOWN))
def test_an_unknown_layout_is_read_as_far_as_its_labels_settle_it(paper: Paper, kind: str) -> None:
    found = readings(paper, kind)
    assert {finding.code for finding in found[0].findings} >= {"form-unknown"}
    lost = wrong(paper, found)
    assert len(lost) == FLOORS.get(paper.name, 0), lost


@pytest.mark.parametrize("paper", named(KNOWN))
def test_a_described_layout_is_known(paper: Paper) -> None:
    codes = {finding.code for one in readings(paper, "docx") for finding in one.findings}
    assert codes & {"form-unknown"} == set()


@pytest.mark.parametrize("paper", named([paper for paper in papers() if paper.name not in FLOORS]))
def test_each_planted_fault_is_told_and_nothing_false(paper: Paper) -> None:
    found = readings(paper, "docx")
    for page, reading in zip(paper.pages, found, strict=True):
        codes = {finding.code for finding in findings_of(reading)}
        assert (owed(page, "must") - codes, owed(page, "must_not") & codes) == (set(), set())


def owed(page: Page, what: str) -> set[str]:
    """The codes that an audit of the page must, or must not, report."""
    return {one["code"] for one in page.findings[what]} if page.findings else set()


@pytest.mark.office_suite
@pytest.mark.parametrize("paper", named([paper for paper in KNOWN if paper.name in PDFS]))
def test_the_same_paper_as_pdf(paper: Paper, soffice: Convert, tmp_path: Path) -> None:
    file = tmp_path / f"{paper.name}.xlsx"
    file.write_bytes(written(paper, "xlsx"))
    found = read(soffice(file, "pdf").read_bytes(), f"{paper.name}.pdf")
    assert (len(found), wrong(paper, found)) == (len(paper.pages), [])


def test_a_page_that_says_something_else_is_caught() -> None:
    paper = KNOWN[0]
    other = {**paper.pages[0].truth, "head": [{"field": "施策名", "text": "別の施策"}]}
    lost: list[Leaf] = [leaf for leaf in leaves(other, readings(paper, "docx")) if not leaf.right]
    assert [(leaf.table, leaf.column, leaf.wanted) for leaf in lost] == [("head", "text", "別の施策")]

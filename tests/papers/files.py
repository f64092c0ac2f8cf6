"""Every paper as a file of every kind, written once."""

from functools import cache

from tests.papers.catalogue import papers
from tests.papers.paper import Paper
from tests.papers.web import paper_to_html
from tests.papers.word import paper_to_docx
from tests.papers.xlsx import paper_to_xlsx

WRITERS = {"xlsx": paper_to_xlsx, "docx": paper_to_docx, "html": paper_to_html}


def written(paper: Paper, kind: str) -> bytes:
    """The paper's bytes as a file of that kind."""
    return _written(paper.name, kind)


@cache
def _written(name: str, kind: str) -> bytes:
    return WRITERS[kind](next(paper for paper in papers() if paper.name == name))

"""A page with its truth and the findings an audit owes it."""

from collections.abc import Iterable

from tests.papers.content import Content
from tests.papers.paper import Block, Line, Page
from tests.papers.truth import Rows

#: Findings that contradict the sheet itself: none may be told that was not planted.
ERRORS = (
    "baseline-mean",
    "baseline-actual",
    "composite-sum",
    "sum-wrong",
    "part-whole",
    "cumulative-falls",
    "last-yearly-target",
    "unit-differs",
    "carry-over",
    "numbering",
    "related-unknown",
    "evaluation-month",
    "year-impossible",
)


def page(content: Content, blocks: Iterable[Block], truth: dict[str, Rows], notes: bool = True) -> Page:
    """The page; ※ notes follow the blocks unless the layout has printed them."""
    lines = tuple(Line(f"{mark}　{text}") for mark, text in content.notes) if notes else ()
    return Page((*blocks, *lines), truth, findings(content, truth))


def findings(content: Content, truth: dict[str, Rows]) -> dict[str, list[dict[str, str]]]:
    """What an audit must report, and what it must not: every error that was not planted."""
    planted = [fault for fault in content.faults if set(fault.needs) <= set(truth)]
    codes = {fault.code for fault in planted}
    return {
        "must": [{"code": one.code, "where": one.where, "numbers": one.numbers} for one in planted],
        "must_not": [{"code": code, "why": "nothing of the kind was planted"} for code in ERRORS if code not in codes],
    }

"""Reconciliation (突合): a sheet beside the outside books: its programmes beside the projects, its money beside the budget.

A match is scored and explained; one that is not certain is put to a person.
"""

from decimal import Decimal
from enum import StrEnum

from pydantic import Field

from monosashi.model.book import Book
from monosashi.model.message import Message
from monosashi.model.nendo import Nendo
from monosashi.model.noun import Noun


class Certainty(StrEnum):
    """CERTAIN: one candidate and no other near it. AMBIGUOUS: a person must choose. NONE: nothing is like it.
    CHOSEN: a person has chosen."""

    CERTAIN = "certain"
    AMBIGUOUS = "ambiguous"
    NONE = "none"
    CHOSEN = "chosen"


class Candidate(Noun):
    """A line of a book that may be what the sheet means. ``score``: 0 to 1. ``reasons``: what speaks for and against."""

    book: Book
    edition: int
    id: str
    name: str
    score: Decimal
    reasons: tuple[Message, ...] = ()


class ProgrammeMatch(Noun):
    """One programme (達成手段) beside the projects of a book. ``points_to``: the name of the project that bears the printed
    review number in that book, where it is another one; ``candidates``: best first, the matched one among them."""

    path: str
    number: str
    name: str
    printed_review_number: str = ""
    matched: str = Field(default="", description="The project's id; empty where none is certain")
    matched_review_number: str = ""
    points_to: str = ""
    certainty: Certainty
    score: Decimal = Decimal(0)
    reasons: tuple[Message, ...] = ()
    candidates: tuple[Candidate, ...] = ()


class PolicyYear(Noun):
    """One year of the policy's printed money beside what the books give, in the printed unit. ``basis``: how it was rebuilt
    (settled, initial). ``predicted``: whether the sheet does not print it yet. ``lines``: the lines of the book it rests on.
    ``differences``: what is named as a reason where the two differ."""

    nendo: Nendo
    printed_budget: Decimal | None = None
    rebuilt_budget: Decimal | None = None
    printed_executed: Decimal | None = None
    rebuilt_executed: Decimal | None = None
    unit: str
    basis: str
    predicted: bool = False
    lines: tuple[str, ...] = ()
    differences: tuple[Message, ...] = ()


class MeasureMatch(Noun):
    """A measure of the sheet that a project's outcome or output repeats, with the years in which both state a value."""

    path: str
    project: str
    name: str
    score: Decimal
    agreeing: tuple[Nendo, ...] = ()
    differing: tuple[Nendo, ...] = ()
    reasons: tuple[Message, ...] = ()


class Reconciliation(Noun):
    """Everything the books say of one sheet. ``section``: the candidates for the policy's 項 or 事項, best first."""

    policy: tuple[PolicyYear, ...] = ()
    programmes: tuple[ProgrammeMatch, ...] = ()
    measures: tuple[MeasureMatch, ...] = ()
    section: tuple[Candidate, ...] = ()

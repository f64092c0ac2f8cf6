"""Reconciliation (突合): a sheet beside the outside books: its programmes beside the projects, its money beside the budget.

A match is scored and explained; one that is not certain is put to a person.
"""

from decimal import Decimal
from enum import StrEnum

from pydantic import Field

from monosashi.model.book import Appropriation, Book
from monosashi.model.finding import Finding
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


class Difference(Message):
    """Why two amounts differ. ``code``: the reason's lasting name (rounding, supplementary-included, unexplained ...);
    ``side``: budget or executed; ``amount``: the sheet's amount less the books', in the printed unit."""

    code: str
    side: str = ""
    amount: Decimal | None = None


class PolicyYear(Noun):
    """One year of the policy's printed money beside what the books give, in the printed unit. ``basis``: how it was rebuilt
    (settled, initial). ``predicted``: whether the sheet does not print it yet. ``lines``: the lines of the book it rests on;
    ``used``: the same lines, whole. ``differences``: what is named as a reason where the two differ. ``path``: where the
    sheet prints it."""

    nendo: Nendo
    printed_budget: Decimal | None = None
    rebuilt_budget: Decimal | None = None
    printed_executed: Decimal | None = None
    rebuilt_executed: Decimal | None = None
    unit: str
    basis: str
    predicted: bool = False
    lines: tuple[str, ...] = ()
    differences: tuple[Difference, ...] = ()
    used: tuple[Appropriation, ...] = ()
    path: str = ""


class MeasureMatch(Noun):
    """A measure of the sheet that a project's outcome or output repeats, with the years in which both state a value."""

    path: str
    project: str
    name: str
    score: Decimal
    agreeing: tuple[Nendo, ...] = ()
    differing: tuple[Nendo, ...] = ()
    reasons: tuple[Message, ...] = ()


class MeansSum(Noun):
    """One year of the matched projects' money added up, beside the policy's: what the sheet prints, else what the books
    give. In the printed unit. ``projects``: the ids that were added, ``unmatched``: the programmes without a project.
    ``basis``: settled (予算計 and 執行額) or initial (当初予算)."""

    nendo: Nendo
    unit: str
    basis: str
    summed_budget: Decimal | None = None
    policy_budget: Decimal | None = None
    summed_executed: Decimal | None = None
    policy_executed: Decimal | None = None
    projects: tuple[str, ...] = ()
    unmatched: tuple[str, ...] = ()
    differences: tuple[Difference, ...] = ()


class LedgerChoice(Noun):
    """What a person chose among candidates. ``about``: ``policy`` for the 項・事項 the money comes from, else the
    programme's name without blanks and width; ``chosen``: ids of candidates, none where the person says that none fits."""

    about: str = Field(min_length=1)
    chosen: tuple[str, ...] = ()
    who: str = ""
    when: str = ""
    why: str = ""


class Reconciliation(Noun):
    """Everything the books say of one sheet. ``section``: the candidates for the policy's 項 or 事項, best first;
    ``section_chosen``: the ids of those its money is rebuilt from, with ``section_reasons``. ``edition``: of the review
    sheets that were used. ``findings``: what a reader of the sheet should know of it."""

    policy: tuple[PolicyYear, ...] = ()
    programmes: tuple[ProgrammeMatch, ...] = ()
    measures: tuple[MeasureMatch, ...] = ()
    section: tuple[Candidate, ...] = ()
    section_certainty: Certainty = Certainty.NONE
    section_chosen: tuple[str, ...] = ()
    section_reasons: tuple[Message, ...] = ()
    sums: tuple[MeansSum, ...] = ()
    edition: int | None = None
    findings: tuple[Finding, ...] = ()

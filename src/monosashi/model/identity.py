"""Identity of projects (事業の同一性): which sheet of one edition goes on as which of the next, and what the chain of them is.

Sheets have no lasting number: names, numbers and offices change, and about one in ten keeps its number. What lasts is told
by what both sheets say of the same years.
"""

from decimal import Decimal
from enum import StrEnum

from pydantic import Field

from monosashi.model.book import Book
from monosashi.model.message import Message
from monosashi.model.noun import Noun
from monosashi.model.reconciliation import Certainty


class LinkKind(StrEnum):
    """CONTINUED: one project goes on as one. SPLIT: it goes on as several. MERGED: several go on as one."""

    CONTINUED = "continued"
    SPLIT = "split"
    MERGED = "merged"


class Link(Noun):
    """One project of an edition and the project of the next that it goes on as. ``certainty``: CERTAIN, AMBIGUOUS (put to a
    person) or CHOSEN. ``renamed``, ``renumbered``: what a reader would stumble over. ``reasons``: what speaks for and
    against, the weightiest first."""

    earlier_book: Book = Book.REVIEW_SHEETS
    earlier_edition: int
    earlier: str = Field(description="The earlier project's id")
    later_book: Book = Book.REVIEW_SHEETS
    later_edition: int
    later: str = Field(description="The later project's id")
    kind: LinkKind = LinkKind.CONTINUED
    score: Decimal = Field(description="0 to 1; from 0.5 on it is more likely the same than not")
    certainty: Certainty
    renamed: bool = False
    renumbered: bool = False
    reasons: tuple[Message, ...] = ()


class ProjectKey(Noun):
    """One project in one edition of a book."""

    book: Book = Book.REVIEW_SHEETS
    edition: int
    id: str


class Identity(Noun):
    """A project over the years. ``id``: of its oldest known sheet, so that it lasts while newer editions are added;
    ``members``: oldest first, one or (where it was split or merged) more of an edition."""

    id: str
    name: str = Field(description="As the newest sheet prints it")
    ministry: str = ""
    members: tuple[ProjectKey, ...]

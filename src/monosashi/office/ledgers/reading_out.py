"""Reading out: what was imported, as the nouns it was read as; for matching, reconciling and the pages.

The books are public: whoever has signed in may see all of them, so these ask nobody (the pages ask, in ``books``).
"""

import datetime as dt

from monosashi.ledgers.credits import BookCredit, credit_of
from monosashi.model import Appropriation, Book, Noun, Project
from monosashi.model.folding import key
from monosashi.office.ledgers.lines_kept import appropriation_of, project_of
from monosashi.store.models import KeptAppropriation, KeptProject, LedgerSource


class BookEdition(Noun):
    """One imported file. ``done``: whether it is all in; ``lines``: how many are, of ``position`` that were read."""

    source: int
    book: Book
    edition: int | None
    name: str
    sha256: str
    size: int
    projects: int
    appropriations: int
    unchanged: int
    replaced: int
    faults: int
    position: int
    done: bool
    when: dt.datetime
    by: str
    credit: BookCredit


def book_editions() -> tuple[BookEdition, ...]:
    """The imported files, by book and year."""
    return tuple(
        BookEdition(
            source=row.pk,
            book=Book(row.book),
            edition=row.edition,
            name=row.name,
            sha256=row.sha256,
            size=row.size,
            projects=row.projects,
            appropriations=row.appropriations,
            unchanged=row.unchanged,
            replaced=row.replaced,
            faults=row.faults,
            position=row.position,
            done=row.done is not None,
            when=row.done or row.started,
            by=row.by,
            credit=credit_of(Book(row.book)),
        )
        for row in LedgerSource.objects.all()
    )


def editions_of(book: Book) -> tuple[int, ...]:
    """The years of which the book has projects, oldest first."""
    years = KeptProject.objects.filter(book=book.value).order_by("edition").values_list("edition", flat=True).distinct()
    return tuple(years)


def projects_of(edition: int, ministry: str = "", book: Book = Book.REVIEW_SHEETS) -> tuple[Project, ...]:
    """The projects of an edition, of one ministry (by its name as the book has it) or of all, in the book's order."""
    rows = KeptProject.objects.filter(book=book.value, edition=edition).order_by("file", "line", "pk")
    if ministry:
        rows = rows.filter(ministry=ministry)
    return tuple(project_of(row) for row in rows.iterator(chunk_size=500))


def project_named(book: Book, edition: int, code: str) -> Project | None:
    """One project of an edition by its id there; None where it has none of that id."""
    row = KeptProject.objects.filter(book=book.value, edition=edition, code=code).first()
    return None if row is None else project_of(row)


def projects_called(name: str, ministry: str = "") -> tuple[Project, ...]:
    """The projects of every edition whose name is the same when folded, by book and edition."""
    rows = KeptProject.objects.filter(name_key=key(name)).order_by("edition", "book", "code")
    if ministry:
        rows = rows.filter(ministry=ministry)
    return tuple(project_of(row) for row in rows)


def appropriations_of(nendo: int, ministry: str = "") -> tuple[Appropriation, ...]:
    """The lines of a year's budget and settlement, of one ministry (its share in joint accounts too) or of all."""
    rows = KeptAppropriation.objects.filter(nendo=nendo).order_by("file", "line", "pk")
    if ministry:
        rows = rows.filter(ministries__contains=f"、{ministry}、")
    return tuple(appropriation_of(row) for row in rows.iterator(chunk_size=500))


def budget_years() -> tuple[int, ...]:
    """The fiscal years of which lines of budget or settlement are there, oldest first."""
    return tuple(KeptAppropriation.objects.order_by("nendo").values_list("nendo", flat=True).distinct())

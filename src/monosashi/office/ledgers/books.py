"""Books: the pages' door to what was imported: the list of books, their faults, their projects, and one project over its
editions."""

from collections.abc import Sequence
from typing import Final

from django.db.models import Q, QuerySet

from monosashi.model import Book, Message, Noun, Project
from monosashi.model.folding import key
from monosashi.office.keeping import Actor, may, require_role
from monosashi.office.keeping.who_may import Thing
from monosashi.office.ledgers.lines_kept import project_of
from monosashi.office.ledgers.reading_out import BookEdition, book_editions
from monosashi.office.ledgers.refusals import NoSuchProject
from monosashi.store.models import KeptProject, LedgerFault, ProjectLink

#: Lines of one page of a list.
PAGE: Final = 50
#: How far a project is followed through its editions.
_STEPS: Final = 40


class Fault(Noun):
    """A line that was not taken, or not wholly."""

    file: str
    line: int
    code: str
    message: Message


class Faults(Noun):
    """A page of a book's faults, and how many there are of each kind."""

    edition: BookEdition
    kinds: tuple[tuple[str, int], ...]
    rows: tuple[Fault, ...]
    page: int
    pages: int


class ProjectLine(Noun):
    """A project in a list."""

    book: Book
    edition: int
    code: str
    name: str
    ministry: str
    start: int | None


class Found(Noun):
    """A page of projects, with what was asked and what can be asked for."""

    rows: tuple[ProjectLine, ...]
    count: int
    page: int
    pages: int
    editions: tuple[int, ...]
    ministries: tuple[str, ...]


class Edition(Noun):
    """One edition of a project. ``by_name``: taken for the same because its name is, not by a link."""

    project: Project
    by_name: bool = False


def books(actor: Actor) -> tuple[BookEdition, ...]:
    """What was imported. Raises ``MayNot``, ``SignInFirst``."""
    require_role(actor, "see_books")
    return book_editions()


def may_import(actor: Actor) -> bool:
    """Whether the actor may import books."""
    return may(actor, "import_books", Thing(ministry=actor.ministry))


def faults(actor: Actor, source: int, page: int = 1) -> Faults:
    """The faults of one imported file. Raises ``NoSuchProject`` where there is no such file."""
    require_role(actor, "see_books")
    edition = next((one for one in book_editions() if one.source == source), None)
    if edition is None:
        raise NoSuchProject
    rows = LedgerFault.objects.filter(source_id=source)
    kinds: dict[str, int] = {}
    for code in rows.order_by("code").values_list("code", flat=True):
        kinds[code] = kinds.get(code, 0) + 1
    pages = _pages(edition.faults)
    page = min(max(page, 1), pages)
    shown = rows.order_by("file", "line", "pk")[(page - 1) * PAGE : page * PAGE]
    return Faults(
        edition=edition,
        kinds=tuple(kinds.items()),
        rows=tuple(
            Fault(file=row.file, line=row.line, code=row.code, message=Message(ja=row.ja, en=row.en)) for row in shown
        ),
        page=page,
        pages=pages,
    )


def find(actor: Actor, words: str = "", edition: int | None = None, ministry: str = "", page: int = 1) -> Found:
    """Projects whose name holds every word, or whose id is it; newest edition first. Raises ``MayNot``, ``SignInFirst``."""
    require_role(actor, "see_books")
    rows = _asked(words, edition, ministry)
    count = rows.count()
    pages = _pages(count)
    page = min(max(page, 1), pages)
    shown = rows.order_by("-edition", "ministry", "code")[(page - 1) * PAGE : page * PAGE]
    every = KeptProject.objects
    return Found(
        rows=tuple(_line(row) for row in shown.defer("content")),
        count=count,
        page=page,
        pages=pages,
        editions=tuple(every.order_by("-edition").values_list("edition", flat=True).distinct()),
        ministries=tuple(every.order_by("ministry").values_list("ministry", flat=True).distinct()),
    )


def _asked(words: str, edition: int | None, ministry: str) -> QuerySet[KeptProject]:
    rows = KeptProject.objects.all()
    if edition is not None:
        rows = rows.filter(edition=edition)
    if ministry:
        rows = rows.filter(ministry=ministry)
    for word in words.split():
        rows = rows.filter(Q(name_key__contains=key(word)) | Q(code=word) | Q(number=word))
    return rows


def _line(row: KeptProject) -> ProjectLine:
    return ProjectLine(
        book=Book(row.book), edition=row.edition, code=row.code, name=row.name, ministry=row.ministry, start=row.start
    )


def project_editions(actor: Actor, book: str, edition: int, code: str) -> tuple[Edition, ...]:
    """A project through its editions, oldest first: those it is linked to, and those of the same ministry whose name is the
    same. Raises ``NoSuchProject``, ``MayNot``, ``SignInFirst``."""
    require_role(actor, "see_books")
    row = KeptProject.objects.filter(book=book, edition=edition, code=code).first()
    if row is None:
        raise NoSuchProject
    linked = _linked(row)
    named = KeptProject.objects.filter(name_key=row.name_key, ministry=row.ministry, start=row.start)
    found = {one.pk: Edition(project=project_of(one), by_name=True) for one in named}
    found |= {one.pk: Edition(project=project_of(one)) for one in KeptProject.objects.filter(pk__in=linked)}
    return tuple(sorted(found.values(), key=lambda one: (one.project.edition, one.project.book.value, one.project.id)))


def _linked(row: KeptProject) -> Sequence[int]:
    """The row and those it is linked to, step by step both ways."""
    seen, new = {row.pk}, {row.pk}
    for _step in range(_STEPS):
        links = ProjectLink.objects.filter(Q(before__in=new) | Q(after__in=new)).values_list("before", "after")
        new = {one for pair in links for one in pair} - seen
        if not new:
            break
        seen |= new
    return sorted(seen)


def _pages(count: int) -> int:
    return max(1, -(-count // PAGE))

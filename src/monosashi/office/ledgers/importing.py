"""Importing: a book's files into the store, in batches, so that an import that was ended goes on where it was.

Each batch is one transaction: its lines, its faults and the position after it. Whatever ends the program between two
batches, the next import of the same bytes takes up at that position; one of a file that is all in changes nothing. A line
that an earlier file had just so is left as it is; one it had otherwise is replaced and counted. One entry of the log a file.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from importlib.metadata import version
from itertools import islice
from pathlib import Path

from django.db import IntegrityError, transaction

from monosashi.ledgers.book_files import Line, Source, SourceFile, Unknown, sources
from monosashi.model import Appropriation, BookFault, Noun, Project
from monosashi.office.keeping import Actor, clock, require_role
from monosashi.office.ledgers.lines_kept import (
    AppropriationRow,
    ProjectRow,
    appropriation_row,
    keep_appropriations,
    keep_projects,
    project_row,
)
from monosashi.office.ledgers.refusals import BookBeingImported, NoBooks
from monosashi.store.log import append
from monosashi.store.models import LedgerFault, LedgerSource

#: Lines in one transaction: few enough to be short, many enough that the disk is not waited for.
BATCH = 1000

#: Told after each batch: the file's name, its lines that are in, bytes of the files that are done, and of all.
Told = Callable[[str, int, int, int], None]


class Imported(Noun):
    """What became of one file. ``already``: it had been imported before, and nothing changed. ``unknown``: it is no book.
    ``resumed``: how many of its lines an import that was ended had taken."""

    name: str
    book: str = ""
    edition: int | None = None
    sha256: str = ""
    projects: int = 0
    appropriations: int = 0
    unchanged: int = 0
    replaced: int = 0
    faults: int = 0
    already: bool = False
    unknown: bool = False
    resumed: int = 0


def import_books(
    actor: Actor, files: Iterable[tuple[Path, str]], told: Told = lambda _name, _lines, _done, _all: None
) -> tuple[Imported, ...]:
    """Import files and folders, each given with what it is called. Raises ``NoBooks``, ``BookUnreadable``, ``MayNot``,
    ``BookBeingImported``."""
    require_role(actor, "import_books")
    found = sources(SourceFile(path, name) for path, name in files)
    if not found:
        raise NoBooks
    size = sum(source.size for source in found if isinstance(source, Source))
    done = 0
    results = []
    for source in found:
        if isinstance(source, Unknown):
            results.append(Imported(name=source.name, unknown=True))
            continue
        results.append(_import(actor, source, partial(_tell, told, source.name, done, size)))
        done += source.size
        told(source.name, results[-1].projects + results[-1].appropriations, done, size)
    return tuple(results)


def _tell(told: Told, name: str, done: int, size: int, lines: int) -> None:
    told(name, lines, done, size)


def _import(actor: Actor, source: Source, told: Callable[[int], None]) -> Imported:
    row = _row_of(actor, source)
    resumed = row.position
    if row.done is not None:
        return _imported(row, already=True)
    for batch in _batches(row, islice(source.lines(), row.position, None)):
        row = _keep(row, batch)
        told(row.position)
    with transaction.atomic():
        row = _locked(row)
        row.done = clock.now()
        row.save(update_fields=("done",))
        append(
            "import-book",
            f"{row.book} {row.name}",
            person=actor.signed,
            time=row.done,
            details={
                "sha256": row.sha256,
                **{
                    name: getattr(row, name)
                    for name in ("projects", "appropriations", "unchanged", "replaced", "faults")
                },
            },
        )
    return _imported(row, resumed=resumed)


def _row_of(actor: Actor, source: Source) -> LedgerSource:
    """The file's row: a new one, or that of an earlier import of the same bytes. What another version of the program had
    half taken in is taken from the beginning, since its lines may be counted otherwise."""
    reader = f"monosashi {version('monosashi')}"
    row, made = LedgerSource.objects.get_or_create(
        sha256=source.sha256,
        defaults={
            "kind": source.kind.value,
            "book": source.kind.book.value,
            "edition": source.edition,
            "name": source.name,
            "size": source.size,
            "reader": reader,
            "by": actor.signed,
            "started": clock.now(),
        },
    )
    if not made and row.done is None and row.reader != reader:
        with transaction.atomic():
            LedgerFault.objects.filter(source=row).delete()
            for name in ("position", "projects", "appropriations", "unchanged", "replaced", "faults"):
                setattr(row, name, 0)
            row.reader = reader
            row.save()
    return row


@dataclass
class _Batch:
    """Lines as rows: a noun is let go as soon as its row is made, so that the memory of a batch is that of its rows."""

    position: int = 0
    projects: list[ProjectRow] = field(default_factory=list)
    appropriations: list[AppropriationRow] = field(default_factory=list)
    faults: list[BookFault] = field(default_factory=list)


def _batches(row: LedgerSource, lines: Iterator[Line]) -> Iterator[_Batch]:
    batch = _Batch()
    for line in lines:
        batch.position += 1
        if isinstance(line, Project):
            batch.projects.append(project_row(row, line))
        elif isinstance(line, Appropriation):
            batch.appropriations.append(appropriation_row(line))
        else:
            batch.faults.append(line)
        if batch.position == BATCH:
            yield batch
            batch = _Batch()
    if batch.position:
        yield batch


def _keep(row: LedgerSource, batch: _Batch) -> LedgerSource:
    """One batch, all or nothing. Raises ``BookBeingImported`` where another import has taken these lines meanwhile."""
    try:
        with transaction.atomic():
            kept = _locked(row)
            counted: Counter[str] = Counter()
            faults = [
                *batch.faults,
                *keep_projects(kept, batch.projects, counted),
                *keep_appropriations(kept, batch.appropriations, counted),
            ]
            LedgerFault.objects.bulk_create(_fault_row(kept, fault) for fault in faults)
            kept.position += batch.position
            kept.faults += len(faults)
            for name, number in counted.items():
                setattr(kept, name, getattr(kept, name) + number)
            kept.save()
    except IntegrityError as error:
        raise BookBeingImported(row.name) from error
    return kept


def _locked(row: LedgerSource) -> LedgerSource:
    kept = LedgerSource.objects.select_for_update().get(pk=row.pk)
    if kept.position != row.position or kept.done is not None:
        raise BookBeingImported(row.name)
    return kept


def _fault_row(source: LedgerSource, fault: BookFault) -> LedgerFault:
    return LedgerFault(
        source=source,
        file=fault.place.file,
        line=fault.place.line,
        code=fault.code,
        ja=fault.message.ja,
        en=fault.message.en,
    )


def _imported(row: LedgerSource, already: bool = False, resumed: int = 0) -> Imported:
    return Imported(
        name=row.name,
        book=row.book,
        edition=row.edition,
        sha256=row.sha256,
        projects=row.projects,
        appropriations=row.appropriations,
        unchanged=row.unchanged,
        replaced=row.replaced,
        faults=row.faults,
        already=already,
        resumed=resumed,
    )

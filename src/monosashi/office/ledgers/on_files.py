"""Reconciling on files alone: a sheet beside books that lie in files, without an office.

Of the review sheets only the edition of the sheet's review numbers is read, told by the files' names; the nearest where
there is none of that year. What was used is told.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from monosashi.auditing import audit_ledgers
from monosashi.ledgers.book_files import Source, SourceFile, SourceKind, sources
from monosashi.ledgers.files import BookUnreadable
from monosashi.ledgers.reconciling import reconcile
from monosashi.model import Appropriation, BookFault, LedgerChoice, Project, Reconciliation, Sheet
from monosashi.model.measuring.review_year import review_year

#: Which of two sources of one edition is read: the one that tells more of a project.
_FULLER: Final = (SourceKind.REVIEW_SHEETS, SourceKind.RS_CSV, SourceKind.RS_DETAILS)


@dataclass(frozen=True)
class Books:
    """What was read. ``wanted``: the edition the sheet asks for; ``edition``: the one that was read; ``files``: their names;
    ``faults``: the lines that could not be taken."""

    projects: tuple[Project, ...] = ()
    appropriations: tuple[Appropriation, ...] = ()
    wanted: int | None = None
    edition: int | None = None
    files: tuple[str, ...] = ()
    faults: tuple[BookFault, ...] = ()


def read_books(sheet: Sheet, review_sheets: Path | None, settlement: Path | None) -> Books:
    """The lines of the books that concern the sheet. Either path may be None, a file, or a folder. Raises
    ``BookUnreadable`` where one cannot be opened or is no such book."""
    own = review_year(sheet)
    wanted = own.year if own else None
    chosen = _of_edition(_sources(review_sheets, _FULLER), wanted)
    budgets = _sources(settlement, (SourceKind.SETTLEMENT,))
    lines = [line for source in (*chosen, *budgets) for line in source.lines()]
    projects = _one_edition([line for line in lines if isinstance(line, Project)], wanted)
    return Books(
        projects=projects,
        appropriations=tuple(line for line in lines if isinstance(line, Appropriation)),
        wanted=wanted,
        edition=projects[0].edition if projects else None,
        files=tuple(source.name for source in (*chosen, *budgets)),
        faults=tuple(line for line in lines if isinstance(line, BookFault)),
    )


def reconciled(sheet: Sheet, books: Books, choices: Sequence[LedgerChoice] = ()) -> Reconciliation:
    """The sheet beside the books, with the findings it deserves there."""
    told = reconcile(sheet, books.projects, books.appropriations, choices)
    return told.model_copy(update={"findings": audit_ledgers(sheet, told)})


def _sources(path: Path | None, kinds: Sequence[SourceKind]) -> tuple[Source, ...]:
    """The books of those kinds at a path. Raises ``BookUnreadable`` where there is none."""
    if path is None:
        return ()
    if not path.exists():
        raise BookUnreadable(str(path))
    found = sources([SourceFile(path, path.name)])
    own = tuple(one for one in found if isinstance(one, Source) and one.kind in kinds)
    if not own:
        raise BookUnreadable(path.name)
    return own


def _of_edition(found: Sequence[Source], wanted: int | None) -> tuple[Source, ...]:
    """The sources of the edition wanted, else of the nearest; all of those whose name tells no year."""
    dated = {one.edition for one in found if one.edition is not None}
    if not dated or wanted is None:
        undated = [one for one in found if one.edition is None]
        newest = max(dated, default=None)
        return tuple(undated) or _fullest([one for one in found if one.edition == newest])
    nearest = nearest_edition(dated, wanted)
    return _fullest([one for one in found if one.edition == nearest])


def nearest_edition(editions: Iterable[int], wanted: int) -> int:
    """The edition wanted, else the nearest: of two equally near the earlier. There must be one."""
    return min(editions, key=lambda year: (abs(year - wanted), year))


def _fullest(found: list[Source]) -> tuple[Source, ...]:
    """The sources of the kind that tells most."""
    kind = min((one.kind for one in found), key=_FULLER.index, default=None)
    return tuple(one for one in found if one.kind is kind)


def _one_edition(projects: list[Project], wanted: int | None) -> tuple[Project, ...]:
    """The projects of one edition, where a file holds several."""
    editions = {project.edition for project in projects}
    if not editions:
        return ()
    edition = max(editions) if wanted is None else nearest_edition(editions, wanted)
    return tuple(project for project in projects if project.edition == edition)

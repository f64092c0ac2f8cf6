"""How a line of a book is kept: the columns it is found by, and the whole of it as JSON; and the same line taken out again.

A project's JSON is written without its place (which has columns) and without what is empty, and is compressed: 2.7 KB become
1.2. Reading it again gives an equal noun.
"""

import hashlib
import re
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from pydantic_core import from_json

from monosashi.ledgers.faults import fault
from monosashi.model import Appropriation, BookFault, BookPlace, Project
from monosashi.model.folding import key
from monosashi.store.bulk import insert_rows
from monosashi.store.models import KeptAppropriation, KeptProject, LedgerSource

#: The columns are long enough for every book; a longer name is no name.
_LONGEST: Final = 200
#: The list of projects (rs-details) tells less of a project than the tables do.
_RANKS: Final = {"rs-details": 0}
_QUICKLY: Final = 1
_OF_JOINT: Final = re.compile("、|及び")

# What a line is identified by: within an edition its id; within a year of the budget everything but the amounts.
_IDENTIFYING: Final = ("stage", "round", "account", "ministry", "organisation", "section_code", "section", "item")


class ProjectRow(NamedTuple):
    """A project as its columns hold it, in their order; small, so that a batch of them is."""

    book: str
    edition: int
    code: str
    number: str
    name: str
    name_key: str
    ministry: str
    start: int | None
    file: str
    line: int
    url: str
    rank: int
    digest: str
    content: bytes

    @property
    def identity(self) -> tuple[str, int, str]:
        """What there is one row of."""
        return self.book, self.edition, self.code

    @property
    def place(self) -> BookPlace:
        """Where it stood."""
        return BookPlace(file=self.file, line=self.line)


def project_row(source: LedgerSource, project: Project) -> ProjectRow:
    """The row of a project."""
    content = Project.__pydantic_serializer__.to_json(project, exclude_defaults=True, exclude={"place"})
    return ProjectRow(
        book=project.book.value,
        edition=project.edition,
        code=project.id[:_LONGEST],
        number=project.number[: _LONGEST // 2],
        name=project.name,
        name_key=key(project.name),
        ministry=project.ministry[:_LONGEST],
        start=project.start,
        file=project.place.file,
        line=project.place.line,
        url=project.place.url,
        rank=_RANKS.get(source.kind, 1),
        digest=hashlib.sha256(content).hexdigest(),
        content=zlib.compress(content, _QUICKLY),
    )


def keep_projects(source: LedgerSource, given: Sequence[ProjectRow], counted: Counter[str]) -> list[BookFault]:
    """Put a batch in; counts what was taken, left unchanged and replaced; gives the lines that stand twice."""
    rows: dict[tuple[str, int, str], ProjectRow] = {}
    faults = []
    for row in given:
        if row.identity in rows:
            faults.append(fault("line-repeated", row.place, found=row.code))
        else:
            rows[row.identity] = row
    taken = len(rows)
    changed = []
    for old in _standing(rows):
        row = rows.pop((old.book, old.edition, old.code))
        if old.source_id == source.pk and (old.file, old.line) != (row.file, row.line):
            faults.append(fault("line-repeated", row.place, found=row.code))
            taken -= 1
        elif old.digest == row.digest or old.rank > row.rank:
            counted["unchanged"] += 1
        else:
            changed.append(KeptProject(pk=old.pk, source=source, **row._asdict()))
    insert_rows(KeptProject, ("source", *ProjectRow._fields), ((source.pk, *row) for row in rows.values()))
    if changed:
        KeptProject.objects.bulk_update(changed, ("source", *ProjectRow._fields))
    counted["projects"] += taken
    counted["replaced"] += len(changed)
    return faults


def _standing(rows: Mapping[tuple[str, int, str], ProjectRow]) -> Iterator[KeptProject]:
    """Those of the rows that stand already."""
    for book, edition in sorted({identity[:2] for identity in rows}):
        codes = [code for one, year, code in rows if (one, year) == (book, edition)]
        yield from KeptProject.objects.filter(book=book, edition=edition, code__in=codes).defer("content")


def project_of(row: KeptProject) -> Project:
    """The project that a row keeps, as it was read."""
    content = from_json(zlib.decompress(bytes(row.content)))
    return Project.model_validate({**content, "place": BookPlace(file=row.file, line=row.line, url=row.url)})


class AppropriationRow(NamedTuple):
    """A line of the budget as its columns hold it."""

    nendo: int
    ministries: str
    file: str
    line: int
    url: str
    digest: str
    content: str

    @property
    def place(self) -> BookPlace:
        """Where it stood."""
        return BookPlace(file=self.file, line=self.line)


def appropriation_row(line: Appropriation) -> AppropriationRow:
    """The row of a line."""
    identity = "\n".join((str(line.nendo.year), *(str(getattr(line, name)) for name in _IDENTIFYING)))
    return AppropriationRow(
        nendo=line.nendo.year,
        ministries=_ministries(line.ministry),
        file=line.place.file,
        line=line.place.line,
        url=line.place.url,
        digest=hashlib.sha256(identity.encode()).hexdigest(),
        content=line.model_dump_json(exclude_defaults=True, exclude={"place"}),
    )


def keep_appropriations(
    source: LedgerSource, given: Sequence[AppropriationRow], counted: Counter[str]
) -> list[BookFault]:
    """The same for lines of the budget."""
    rows: dict[str, AppropriationRow] = {}
    faults = []
    for row in given:
        if row.digest in rows:
            faults.append(fault("line-repeated", row.place, found=_said(row)))
        else:
            rows[row.digest] = row
    taken = len(rows)
    changed = []
    for old in KeptAppropriation.objects.filter(digest__in=list(rows)):
        row = rows.pop(old.digest)
        if old.source_id == source.pk and (old.file, old.line) != (row.file, row.line):
            faults.append(fault("line-repeated", row.place, found=_said(row)))
            taken -= 1
        elif old.content == row.content:
            counted["unchanged"] += 1
        else:
            changed.append(KeptAppropriation(pk=old.pk, source=source, **row._asdict()))
    insert_rows(KeptAppropriation, ("source", *AppropriationRow._fields), ((source.pk, *row) for row in rows.values()))
    if changed:
        KeptAppropriation.objects.bulk_update(changed, ("source", *AppropriationRow._fields))
    counted["appropriations"] += taken
    counted["replaced"] += len(changed)
    return faults


def _said(row: AppropriationRow) -> str:
    """How a fault names a line: its 項 and 事項."""
    content = from_json(row.content)
    return f"{content['section']} {content.get('item', '')}"


@lru_cache(maxsize=1024)
def _ministries(printed: str) -> str:
    """A joint account's ministries, each between 、.

    >>> _ministries("内閣府、総務省及び財務省")
    '、内閣府、総務省、財務省、'
    """
    return "、" + "".join(f"{one.strip()}、" for one in _OF_JOINT.split(printed))


def appropriation_of(row: KeptAppropriation) -> Appropriation:
    """The line that a row keeps, as it was read."""
    place = BookPlace(file=row.file, line=row.line, url=row.url)
    return Appropriation.model_validate({**from_json(row.content), "place": place})

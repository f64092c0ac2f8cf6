"""The RS system's projects as one JSON text (``rs2024-project-details.json.gz``): names, offices, years; no money.

Names and texts in it have been folded by its maker (full-width brackets are half-width), so they are compared, not printed.

Source: igomuni/marumie-rssystem (MIT), from the RS system's CSV.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from monosashi.ledgers.decoding import Wrong, decode, text, year
from monosashi.ledgers.faults import fault
from monosashi.ledgers.files import BookUnreadable, Broken, whole
from monosashi.ledgers.rs_projects import old_numbers
from monosashi.model.book import Book, BookFault, BookPlace, Project

_EDITION: Final = re.compile(r"rs[-_]?(20\d\d)", re.IGNORECASE)
_AHEAD: Final = 10


def projects(path: Path, name: str = "") -> Iterator[Project | BookFault]:
    """The projects of the file, in its order, and what was wrong with one, before it. Its name tells the edition.

    Raises ``BookUnreadable`` where it cannot be opened.
    """
    name = name or path.name
    start = BookPlace(file=name, line=0)
    try:
        with path.open("rb") as file:
            document = decode(whole(file))
    except OSError as error:
        raise BookUnreadable(name) from error
    except Broken as broken:
        yield fault(broken.code, start, found=broken.found)
        return
    edition = _EDITION.search(name)
    if edition is None or not isinstance(document, dict):
        yield fault("file-unknown", start)
        return
    for line, (number, said) in enumerate(document.items(), 1):
        yield from _of_project(number, said, int(edition[1]), BookPlace(file=name, line=line))


def _of_project(number: str, said: object, edition: int, place: BookPlace) -> Iterator[Project | BookFault]:
    if not isinstance(said, dict):
        yield fault("not-json", place)
        return
    wrong: Wrong = []
    name = text(said.get("projectName"), "projectName", wrong)
    if not name or not number.isdigit():
        yield fault("field-missing", place, "projectId" if name else "projectName")
        return
    project = Project(
        book=Book.RS_SYSTEM,
        edition=edition,
        id=f"rs-{edition}-{number}",
        number=number,
        name=name,
        ministry=text(said.get("ministry"), "ministry", wrong),
        bureau=text(said.get("bureau"), "bureau", wrong),
        start=year(said.get("startYear"), "startYear", wrong, edition + _AHEAD),
        end=year(said.get("endYear"), "endYear", wrong),
        purpose=text(said.get("purpose"), "purpose", wrong),
        outline=text(said.get("overview"), "overview", wrong),
        before=tuple(old_numbers(text(said.get("oldProjectNumber"), "oldProjectNumber", wrong))),
        place=BookPlace(file=place.file, line=place.line, url=text(said.get("url"), "url", wrong)),
    )
    yield from (fault(code, place, field, found) for code, field, found in wrong)
    yield project

"""The workbook of one organisation in a round: how to fill it in, a worksheet a policy, and, out of sight, whose it is.

Each line bears its ask in a hidden column, with a check, so that it is found again wherever it is moved; the hidden
worksheet keeps what each line said when the workbook was made, so that what was left alone is told from what was typed.
"""

import re
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook

from monosashi.model.asked import (
    FAULTS_WORKSHEET,
    GUIDE_WORKSHEET,
    HIDDEN_WORKSHEET,
    LAYOUT,
    RoundPaper,
    fixed_digest,
    reply_digest,
)
from monosashi.publishing.rounds.guide import write_guide
from monosashi.publishing.rounds.looks import write
from monosashi.publishing.rounds.table import write_table

#: What no worksheet's name may hold, and how long it may be.
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_LONGEST_NAME = 31
_CLOCK = re.compile(rb"<dcterms:(created|modified)\b[^>]*>[^<]*</dcterms:\1>")
#: The first date a zip archive can name.
_DATE = (1980, 1, 1, 0, 0, 0)


def round_workbook(paper: RoundPaper) -> bytes:
    """The file, the same bytes for the same paper. Raises ``CannotPublish`` where a cell cannot hold its text."""
    workbook = Workbook()
    write_guide(workbook.worksheets[0], paper)
    taken = {GUIDE_WORKSHEET, HIDDEN_WORKSHEET, FAULTS_WORKSHEET}
    for sheet in paper.sheets:
        title = worksheet_name(sheet.identifier or sheet.slug, taken)
        taken.add(title.casefold())
        write_table(workbook.create_sheet(title), paper, sheet)
    _write_hidden(workbook, paper)
    workbook.active = 1 if paper.sheets else 0
    workbook.properties.creator = "monosashi"
    workbook.properties.title = paper.name
    out = BytesIO()
    workbook.save(out)
    return settled(out.getvalue())


def worksheet_name(name: str, taken: set[str]) -> str:
    """A name for a worksheet that no other bears, whatever the case of its letters."""
    bare = _NOT_IN_NAMES.sub("", name).strip("' ") or "政策"
    for n in range(1, 10_000):
        end = f"（{n}）" if n > 1 else ""
        title = bare[: _LONGEST_NAME - len(end)] + end
        if title.casefold() not in {one.casefold() for one in taken}:
            return title
    raise ValueError(name)


def _write_hidden(workbook: Workbook, paper: RoundPaper) -> None:
    worksheet = workbook.create_sheet(HIDDEN_WORKSHEET)
    lines = [("layout", LAYOUT), ("round", paper.key), ("whose", paper.whose)]
    rows = [
        (str(measure.ask), fixed_digest(tuple(measure.printed.values())), reply_digest(measure.reply))
        for sheet in paper.sheets
        for measure in sheet.measures
    ]
    for row, texts in enumerate([*lines, *rows], 1):
        for column, text in enumerate(texts, 1):
            write(worksheet.cell(row, column), text)
    worksheet.sheet_state = "veryHidden"
    worksheet.protection.sheet = True


def settled(data: bytes, texts: str = "A1:Z2000") -> bytes:
    """The archive without times, its parts in one order; numbers stored as text, in the range
    ``texts``, are meant to be so."""
    out = BytesIO()
    with ZipFile(BytesIO(data)) as given, ZipFile(out, "w", ZIP_DEFLATED, compresslevel=6) as archive:
        for name in sorted(given.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            info = ZipInfo(name, _DATE)
            info.compress_type = ZIP_DEFLATED
            info.create_system = 0
            content = given.read(name)
            if name == "docProps/core.xml":
                content = _CLOCK.sub(b"", content)
            if name.startswith("xl/worksheets/sheet"):
                meant = f'<ignoredErrors><ignoredError sqref="{texts}" numberStoredAsText="1"/></ignoredErrors>'
                content = content.replace(b"</worksheet>", meant.encode() + b"</worksheet>")
            archive.writestr(info, content)
    return out.getvalue()

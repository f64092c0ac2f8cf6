"""The verbs of the walk: read, audit, table, publish. The only room that opens more than one door.

>>> from monosashi.office.samples import sample_sheets
>>> from monosashi.office.verbs import publish_sheet, read
>>> reading, = read(publish_sheet(sample_sheets()[0], "excel"), "sample.xlsx")
>>> reading.sheet.identifier.plain
'総務省R3－⑭'
"""

from collections.abc import Sequence
from pathlib import Path

from monosashi import auditing, reading
from monosashi.forms import Form, default_form, form, forms, general, load_form
from monosashi.model import Count, Finding, Reading, Sheet, Tolerances
from monosashi.model.error import MonosashiError
from monosashi.office.backdrops import backdrops
from monosashi.office.corrections import applied, corrected
from monosashi.office.document import document_bytes, document_name
from monosashi.office.limits import limits_here
from monosashi.office.proof import proved
from monosashi.office.worker import read_in_worker
from monosashi.publishing.excel import sheet_to_excel
from monosashi.publishing.html import Beside, sheet_to_html, sheet_to_print_html
from monosashi.publishing.json import reading_from_json, reading_to_json, sheet_to_json
from monosashi.publishing.tables import TABLES, table_csv

FORMATS = ("excel", "html", "json", "csv")

#: The file name's end for each format (csv is a folder of tables).
SUFFIXES = {"excel": ".xlsx", "html": ".html", "json": ".json", "csv": ""}


def read(data: bytes, name: str, blank: Form | None = None) -> tuple[Reading, ...]:
    """The sheets of a document, or of a JSON reading, read in this process: for bytes that you made or trust, see
    ``read_path`` for a stranger's file. Raises ``MonosashiError`` where there is none."""
    if is_json(data):
        return (corrected(reading_from_json(data)),)
    return reading.read(data, name, blank)


def is_json(data: bytes) -> bool:
    """Whether the bytes look like a JSON reading."""
    return data[:64].lstrip().startswith(b"{") and not data.startswith(b"{\\rtf")


def read_document(path: Path, blank_path: Path | None = None) -> tuple[bytes, tuple[Reading, ...]]:
    """A file's bytes and its sheets, read in a process of its own within the limits of this machine. ``blank_path``: a
    form file of the user's own. Raises ``MonosashiError``."""
    limits = limits_here()
    blank = load_form(blank_path) if blank_path else None
    data = document_bytes(path, limits)
    if is_json(data):
        return data, (corrected(reading_from_json(data)),)
    return data, read_in_worker(data, document_name(path), blank, limits)


def read_path(path: Path, blank_path: Path | None = None) -> tuple[Reading, ...]:
    """The sheets of a file, as ``read_document`` reads it."""
    return read_document(path, blank_path)[1]


def findings_of(
    found: Reading,
    by: Tolerances | None = None,
    earlier: Reading | None = None,
    counts: Sequence[Count] = (),
) -> tuple[Finding, ...]:
    """What the reader and the audit have to say of a reading, beside what was counted for it from records, and beside an
    earlier sheet of the policy. Raises ``MonosashiError`` (``against-later``) where that one is plainly the later."""
    own = (*found.findings, *auditing.audit(found.sheet, by, counts))
    return (*own, *findings_between(earlier, found, by)) if earlier else own


def findings_between(earlier: Reading, later: Reading, by: Tolerances | None = None) -> tuple[Finding, ...]:
    """What a reader of the later sheet should know of it beside the earlier one. Raises as ``findings_of``."""
    pair = auditing.pair_of(earlier.sheet, later.sheet)
    if pair.later is not later.sheet:
        raise MonosashiError(
            "against-later",
            f"「{earlier.document.name}」は「{later.document.name}」より後の表です。何も点検していません。"
            "点検する表に後のものを、--against に前のものを渡してください。",
            f"{earlier.document.name!r} is later than {later.document.name!r}. Nothing was audited. Give the later sheet as "
            "the one to audit and the earlier one after --against.",
        )
    return auditing.audit_pair(pair, by)


def form_of(sheet: Sheet) -> Form:
    """The blank form a sheet was read by; the default one where it names none (a sheet that was made, not read), and
    the wordings of all where its form is none on file."""
    if not sheet.form:
        return default_form()
    return form(sheet.form) if sheet.form in {blank.id for blank in forms()} else general()


def publish_sheet(sheet: Sheet, to: str) -> bytes:
    """A sheet as the official workbook (``excel``), read back before it is handed out, or as canonical JSON (``json``).
    Raises ``CannotPublish`` and ``FormNotPrintable``."""
    if to != "excel":
        return sheet_to_json(sheet)
    blank = form_of(sheet)
    return proved(sheet, blank, sheet_to_excel(sheet, blank), "form.xlsx")


def form_page(sheet: Sheet, style: str = "") -> str:
    """A sheet on its official form as a page to print, read back before it is handed out. ``style``: the address of its
    style sheet, none to carry it. Raises as ``publish_sheet``."""
    blank = form_of(sheet)
    page = sheet_to_print_html(sheet, blank, style)
    proved(sheet, blank, page.encode(), "form.html")
    return page


def publish(found: Reading, to: str, lang: str = "ja") -> dict[str, bytes]:
    """A reading in one of ``FORMATS``: file names' ends with their bytes (csv gives one file a table)."""
    if to == "csv":
        return {f"{name}.csv": table(name, [found]).encode() for name in TABLES}
    if to == "json":
        return {"": reading_to_json(found)}
    if to == "html":
        findings = findings_of(found)
        beside = Beside(
            backdrops=backdrops(found.sheet, findings), guesses=found.guesses, corrections=tuple(applied(found))
        )
        page = sheet_to_html(found.sheet, form_of(found.sheet), findings, found.trace, lang, beside)
        return {"": page.encode()}
    return {"": publish_sheet(found.sheet, to)}


def table(name: str, readings: Sequence[Reading]) -> str:
    """One flat table of the contract as CSV, over the sheets of a document."""
    return table_csv(name, readings)

"""A report as a file: the official workbook, the printed page, or a reading in JSON that can be opened again."""

from monosashi.forms import form
from monosashi.model import Decisions, Reading, Sheet, Terms, Trace
from monosashi.office.judging import judge_reading
from monosashi.office.proof import misread
from monosashi.office.report.draft import draft_report
from monosashi.office.report.forms import report_form
from monosashi.publishing.excel import sheet_to_excel
from monosashi.publishing.html.printed import sheet_to_print_html
from monosashi.publishing.json import reading_to_json

#: The formats of a report, with the ends of their files' names.
REPORT_FORMATS = {"excel": ".xlsx", "html": ".html", "json": ".json"}


def report_of(
    reading: Reading,
    rule_id: str = "",
    year: str = "",
    terms: Terms | None = None,
    decisions: Decisions | None = None,
    form_name: str = "",
) -> Sheet:
    """The report of a reading, judged as ``judge_reading`` does, on its ministry's form or the one that is named. Raises
    as ``judge_reading``, and ``NotAReportForm``."""
    judged = judge_reading(reading, rule_id, year, terms, decisions)
    blank = report_form(reading.sheet, form_name)
    return draft_report(reading.sheet, judged.judgement, blank, reading.document.name)


def publish_report(draft: Sheet, reading: Reading, to: str, style: str = "") -> bytes:
    """A draft in one of ``REPORT_FORMATS``; as JSON it is a reading of the document that ``reading`` was read from, without
    places, for nothing in it stands on that paper yet. ``style``: the address of a page's style sheet; without one the page carries
    its style. Raises ``CannotPublish``."""
    if to == "json":
        return reading_to_json(Reading(document=reading.document, ordinal=reading.ordinal, sheet=draft, trace=Trace()))
    if to == "html":
        return sheet_to_print_html(draft, form(draft.form), style).encode()
    return sheet_to_excel(draft, form(draft.form))


def misread_report(draft: Sheet, printed: bytes, to: str) -> str:
    """The first path at which a printed draft says something else when it is read back; nothing where it says the same."""
    return "" if to == "json" else misread(draft, form(draft.form), printed, f"report{REPORT_FORMATS[to]}")

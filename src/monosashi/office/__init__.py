"""The corridor itself: the verbs over all rooms, and the library that keeps sheets."""

from monosashi.auditing import RULE_SET
from monosashi.office.batch import Batch, batch_of, files_in, keep_summary
from monosashi.office.compare import Change, Comparison, compare, comparison_json, matched_readings
from monosashi.office.correct_file import correct_file
from monosashi.office.corrections import correct, corrected
from monosashi.office.decisions import load_decisions, load_tolerances, unmet, waived
from monosashi.office.entry import Entry
from monosashi.office.finding_records import findings_csv, findings_json
from monosashi.office.intake import take_in
from monosashi.office.judging import Judged, judge_reading, judgements_json, percent, why_no_number
from monosashi.office.library import FolderLibrary, Library, NotInLibrary
from monosashi.office.outcome import Outcome
from monosashi.office.places import SUFFIXES_READ, default_folder
from monosashi.office.report import REPORT_FORMATS, misread_report, publish_report, report_of
from monosashi.office.thresholds import load_thresholds
from monosashi.office.verbs import (
    FORMATS,
    findings_between,
    findings_of,
    form_of,
    form_page,
    publish,
    publish_sheet,
    read,
    read_path,
    table,
)
from monosashi.office.worker import Protection, protection, read_in_worker
from monosashi.publishing.tables import TABLES

__all__ = [
    "FORMATS",
    "REPORT_FORMATS",
    "RULE_SET",
    "SUFFIXES_READ",
    "TABLES",
    "Batch",
    "Change",
    "Comparison",
    "Entry",
    "FolderLibrary",
    "Judged",
    "Library",
    "NotInLibrary",
    "Outcome",
    "Protection",
    "batch_of",
    "compare",
    "comparison_json",
    "correct",
    "correct_file",
    "corrected",
    "default_folder",
    "files_in",
    "findings_between",
    "findings_csv",
    "findings_json",
    "findings_of",
    "form_of",
    "form_page",
    "judge_reading",
    "judgements_json",
    "keep_summary",
    "load_decisions",
    "load_thresholds",
    "load_tolerances",
    "matched_readings",
    "misread_report",
    "percent",
    "protection",
    "publish",
    "publish_report",
    "publish_sheet",
    "read",
    "read_in_worker",
    "read_path",
    "report_of",
    "table",
    "take_in",
    "unmet",
    "waived",
    "why_no_number",
]

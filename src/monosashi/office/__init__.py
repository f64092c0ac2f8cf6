"""The corridor itself: the verbs over all rooms, and the library that keeps sheets."""

from monosashi.auditing import RULE_SET
from monosashi.office.batch import Batch, batch_of, files_in, keep_summary
from monosashi.office.compare import Change, Comparison, compare, comparison_json, matched_readings
from monosashi.office.demo import load_samples
from monosashi.office.finding_records import findings_csv, findings_json
from monosashi.office.intake import take_in
from monosashi.office.library import Entry, FolderLibrary, Library, NotInLibrary
from monosashi.office.outcome import Outcome
from monosashi.office.places import SUFFIXES_READ, default_folder
from monosashi.office.verbs import FORMATS, findings_of, form_of, publish, publish_sheet, read, read_path, table
from monosashi.office.worker import Protection, protection, read_in_worker
from monosashi.publishing.tables import TABLES

__all__ = [
    "FORMATS",
    "RULE_SET",
    "SUFFIXES_READ",
    "TABLES",
    "Batch",
    "Change",
    "Comparison",
    "Entry",
    "FolderLibrary",
    "Library",
    "NotInLibrary",
    "Outcome",
    "Protection",
    "batch_of",
    "compare",
    "comparison_json",
    "default_folder",
    "files_in",
    "findings_csv",
    "findings_json",
    "findings_of",
    "form_of",
    "keep_summary",
    "load_samples",
    "matched_readings",
    "protection",
    "publish",
    "publish_sheet",
    "read",
    "read_in_worker",
    "read_path",
    "table",
    "take_in",
]

"""The corridor itself: the verbs over all rooms, and the library that keeps sheets."""

from monosashi.auditing import RULE_SET
from monosashi.office.compare import Change, Comparison, compare, comparison_json, matched_readings
from monosashi.office.demo import load_samples
from monosashi.office.finding_records import findings_csv, findings_json
from monosashi.office.intake import take_in
from monosashi.office.library import Entry, FolderLibrary, Library, NotInLibrary
from monosashi.office.places import SUFFIXES_READ, default_folder
from monosashi.office.verbs import FORMATS, findings_of, form_of, publish, publish_sheet, read, read_path, table
from monosashi.publishing.tables import TABLES

__all__ = [
    "FORMATS",
    "RULE_SET",
    "SUFFIXES_READ",
    "TABLES",
    "Change",
    "Comparison",
    "Entry",
    "FolderLibrary",
    "Library",
    "NotInLibrary",
    "compare",
    "comparison_json",
    "default_folder",
    "findings_csv",
    "findings_json",
    "findings_of",
    "form_of",
    "load_samples",
    "matched_readings",
    "publish",
    "publish_sheet",
    "read",
    "read_path",
    "table",
    "take_in",
]

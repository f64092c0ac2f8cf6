"""The evaluation report (評価書) drafted: what the sheet, its actuals and the judgement say, on the form of a 評価書, with
places for what only people can write."""

from monosashi.office.report.draft import draft_report
from monosashi.office.report.edits import EDITED, edited
from monosashi.office.report.forms import report_form
from monosashi.office.report.publish import REPORT_FORMATS, misread_report, publish_report, report_of

__all__ = [
    "EDITED",
    "REPORT_FORMATS",
    "draft_report",
    "edited",
    "misread_report",
    "publish_report",
    "report_form",
    "report_of",
]

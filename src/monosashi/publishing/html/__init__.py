"""Pages: a sheet as one accessible page, its findings, the explanations of the checks. One look, two languages."""

from monosashi.publishing.html.anchors import Anchors
from monosashi.publishing.html.catalogue import CheckExplanation, checks_to_html
from monosashi.publishing.html.difference import Run, difference
from monosashi.publishing.html.document import findings_to_html, sheet_to_html
from monosashi.publishing.html.environment import environment, static_folder, style_version
from monosashi.publishing.html.findings_view import GROUPINGS, Addresses, Asked, FindingsView, findings_view
from monosashi.publishing.html.printed import sheet_to_print_html
from monosashi.publishing.html.sheet_view import Beside, SheetView, sheet_view
from monosashi.publishing.html.where import where
from monosashi.publishing.html.words import LANGUAGES, Language, Words, flat_words, words

__all__ = [
    "GROUPINGS",
    "LANGUAGES",
    "Addresses",
    "Anchors",
    "Asked",
    "Beside",
    "CheckExplanation",
    "FindingsView",
    "Language",
    "Run",
    "SheetView",
    "Words",
    "checks_to_html",
    "difference",
    "environment",
    "findings_to_html",
    "findings_view",
    "flat_words",
    "sheet_to_html",
    "sheet_to_print_html",
    "sheet_view",
    "static_folder",
    "style_version",
    "where",
    "words",
]

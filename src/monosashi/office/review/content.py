"""Content: what a sheet says, as its page shows it, without what checks, forms or people say of it."""

from monosashi.model import Sheet, Trace
from monosashi.office.pages import Language
from monosashi.office.verbs import form_of
from monosashi.publishing.html import SheetView, sheet_view


def content_view(sheet: Sheet, language: Language) -> SheetView:
    """The view of a sheet alone: no findings, no share of what is filled in, no places on paper."""
    return sheet_view(sheet, form_of(sheet), (), Trace(), language)

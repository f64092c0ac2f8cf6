"""Documents that stand alone: one file, its style inside, no script, nothing fetched from anywhere."""

from collections.abc import Sequence

from monosashi.forms import Form
from monosashi.model import Finding, Sheet, Trace
from monosashi.publishing.html.environment import documents
from monosashi.publishing.html.findings_view import EVERYTHING, HERE, Addresses, Asked, findings_view
from monosashi.publishing.html.sheet_view import NOTHING, Beside, sheet_view
from monosashi.publishing.html.words import Language


def sheet_to_html(
    sheet: Sheet,
    form: Form | None,
    findings: Sequence[Finding],
    trace: Trace,
    lang: Language = "ja",
    beside: Beside = NOTHING,
) -> str:
    """The form as one accessible page with what was found beside the values it concerns.

    ``form``: the blank paper, for labels the sheet does not keep. ``trace``: where each value stands in its source;
    an empty one leaves the places out. ``beside``: what others know of it.
    """
    view = sheet_view(sheet, form, findings, trace, lang, beside)
    return documents().get_template("sheet_document.html").render(view=view, t=view.words, lang=lang)


def findings_to_html(
    sheet: Sheet,
    findings: Sequence[Finding],
    trace: Trace,
    lang: Language = "ja",
    asked: Asked = EVERYTHING,
    addresses: Addresses = HERE,
) -> str:
    """The findings as a page. ``asked``: which; ``addresses``: where the sheet's page lies, for links to the values."""
    view = findings_view(sheet, findings, trace, lang, asked, addresses)
    return documents().get_template("findings_document.html").render(view=view, t=view.words, lang=lang)

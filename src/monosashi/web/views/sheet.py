"""One sheet: its page, its data, its original, and the official form."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from monosashi.model import Message
from monosashi.office import TABLES, Entry, form_of, form_page, publish, table
from monosashi.office.evidence.seeing import measures_with_rules
from monosashi.office.keeping import PUBLIC
from monosashi.office.page_pictures import leftover_pages
from monosashi.office.pages import gaps, guesses, sheet_page, style_version
from monosashi.office.review.acts import SheetActs, acts_of
from monosashi.web.asking import actor_asking, is_viewer, library_of
from monosashi.web.language import language_of
from monosashi.web.views.download import CSV, HTML, JSON, XLSX, download, shown


@require_safe
def page(request: HttpRequest, name: str) -> HttpResponse:
    """The form as one page, with what was found, what is missing, and what it can be compared with."""
    library = library_of(request)
    entry = library.get(name)
    language = language_of(request)
    context = {
        "view": sheet_page(
            entry,
            language,
            checks_at=reverse("checks"),
            paper_at=f"{reverse('paper', args=[name])}?at=",
            books_at="" if is_viewer(request) else reverse("reconciliation", args=[name]),
        ),
        "entry": entry,
        "gaps": gaps(entry, language),
        "guesses": guesses(entry, language),
        "leftovers": leftover_pages(entry.reading),
        "tables": TABLES,
        "printable": form_of(entry.reading.sheet).printable,
        "others": [other for other in library.records() if other.slug != entry.slug],
        "tools": "sheet_tools.html",
        "acts": acts_of(actor_asking(request), name) if not is_viewer(request) else SheetActs(acts=()),
        "counted": _counted(request, entry),
        "on_paper": bool(entry.reading.trace.entries),
    }
    return render(request, "sheet.html", context)


def _counted(request: HttpRequest, entry: Entry) -> tuple[tuple[str, Message, str], ...]:
    """The measures whose numbers are counted from records that the asker may see; nothing is counted for it."""
    if actor_asking(request) is PUBLIC:
        return ()
    return measures_with_rules(actor_asking(request), entry.slug, entry.reading)


@require_safe
def as_json(request: HttpRequest, name: str) -> HttpResponse:
    """The reading: sheet, trace, what was not understood."""
    return shown(publish(library_of(request).get(name).reading, "json")[""].decode(), JSON)


@require_safe
def as_csv(request: HttpRequest, name: str) -> HttpResponse:
    """A flat table of the sheet; ``?table=`` names which, the indicators else."""
    entry = library_of(request).get(name)
    return shown(table(request.GET.get("table", "indicators"), [entry.reading]), CSV)


@require_safe
def document(request: HttpRequest, name: str) -> HttpResponse:
    """The original, byte for byte, under its own name."""
    library = library_of(request)
    told = library.get(name).reading.document
    return download(library.document(name), told.media_type or "application/octet-stream", told.name)


@require_safe
def form(request: HttpRequest, name: str) -> HttpResponse:
    """The official form as a workbook."""
    data = publish(library_of(request).get(name).reading, "excel")[""]
    return download(data, XLSX, f"{name}.xlsx")


@require_safe
def form_to_print(request: HttpRequest, name: str) -> HttpResponse:
    """The official form as a page, to be printed from the browser."""
    style = f"/static/print.css?v={style_version('print.css')}"
    return shown(form_page(library_of(request).get(name).reading.sheet, style), HTML)

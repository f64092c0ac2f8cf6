"""The list of imported books, importing from a form, and what was wrong with the lines of one."""

import tempfile
from pathlib import Path

from django.contrib import messages
from django.contrib.messages import get_messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_POST, require_safe

from monosashi.office.ledgers.books import books, faults, may_import
from monosashi.office.ledgers.importing import Imported, import_books
from monosashi.office.ledgers.refusals import NoBooks
from monosashi.office.pages import Words
from monosashi.web.asking import actor_asking
from monosashi.web.intake.showing import when
from monosashi.web.language import language_of
from monosashi.web.ledgers.asked import whole
from monosashi.web.wording import page_words


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """The books, each with its credit and its files; for who may, the form to import more."""
    actor = actor_asking(request)
    editions = books(actor)
    context = {
        "editions": editions,
        "credits": tuple(dict.fromkeys(edition.credit for edition in editions)),
        "may_import": may_import(actor),
        "messages": list(get_messages(request)),
        "when": when(language_of(request)),
    }
    return render(request, "ledgers/books.html", context)


@require_POST
def import_files(request: HttpRequest) -> HttpResponse:
    """Import the files of the form, and say what became of each."""
    t = page_words(language_of(request))
    try:
        found = _imported(request)
    except NoBooks as error:
        messages.error(request, t.of(error.message))
        found = ()
    for one in found:
        say = messages.error if one.unknown else messages.info if one.already else messages.success
        say(request, _sentence(one, t))
    answer = HttpResponseRedirect("/ledgers/")
    answer.status_code = 303
    return answer


def _imported(request: HttpRequest) -> tuple[Imported, ...]:
    """The files lie in a folder of their own for as long as they are read. A file's name is only what it is called."""
    with tempfile.TemporaryDirectory(prefix="monosashi-books-") as folder:
        files = []
        for number, sent in enumerate(request.FILES.getlist("files")):
            path = Path(folder) / f"{number}"
            _laid(sent, path)
            files.append((path, Path(sent.name or f"{number}").name))
        return import_books(actor_asking(request), files)


def _laid(sent: "UploadedFile[bytes]", path: Path) -> None:
    with path.open("wb") as file:
        for piece in sent.chunks():
            file.write(piece)


def _sentence(one: Imported, t: Words) -> str:
    if one.unknown:
        return t("ledgers.told.unknown", name=one.name)
    if one.already:
        return t("ledgers.told.already", name=one.name)
    return t(
        "ledgers.told.imported",
        name=one.name,
        n=f"{one.projects + one.appropriations:,}",
        unchanged=f"{one.unchanged:,}",
        replaced=f"{one.replaced:,}",
        faults=f"{one.faults:,}",
    )


@require_safe
def faults_page(request: HttpRequest, source: int) -> HttpResponse:
    """The lines of one file that were not taken, or not wholly, with their place and why."""
    found = faults(actor_asking(request), source, whole(request.GET.get("page", "")) or 1)
    return render(request, "ledgers/faults.html", {"found": found, "when": when(language_of(request))})

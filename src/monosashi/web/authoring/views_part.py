"""The overview of a sheet's parts, each part's page, and saving it; a save that meets another one shows both."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from monosashi.model.error import MonosashiError
from monosashi.office.authoring.commitments import ReasonNeeded
from monosashi.office.authoring.conflicts import ChoiceMissing, conflict, save_merged
from monosashi.office.authoring.page import Asked, overview, part_page
from monosashi.office.authoring.saving_parts import Saved, Typed, save_typed
from monosashi.office.authoring.structure import NotAYear
from monosashi.office.keeping import SavedMeanwhile
from monosashi.office.keeping.reasons import FOR_COMMITMENTS, REASONS
from monosashi.web.asking import actor_asking
from monosashi.web.authoring.asked import CHOICE, OTHER, TEXT, choices_in, number_of, shown, typed_in
from monosashi.web.language import language_of
from monosashi.web.wording import page_words


@require_safe
def overview_page(request: HttpRequest, name: str) -> HttpResponse:
    """The parts of a sheet, with what waits in each."""
    view = overview(actor_asking(request), name, page_words(language_of(request)))
    return shown(request, "overview", {"view": view, "name": name})


@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest, name: str, part: str) -> HttpResponse:
    """A part to write; saved by a POST of the whole form. ``?draft=on`` lays the draft over it."""
    if request.method == "POST":
        return _posted(request, name, part)
    return _shown(request, name, part, Asked(draft=request.GET.get("draft") == "on"))


@require_POST
def act(request: HttpRequest, name: str) -> HttpResponse:
    """An act on the structure alone, from the overview."""
    typed = typed_in(request)
    saved = save_typed(actor_asking(request), name, typed)
    _tell(request, name, saved)
    return redirect(reverse("edit", args=[name]))


def _shown(
    request: HttpRequest,
    name: str,
    part: str,
    asked: Asked,
    typed: Typed | None = None,
    status: int = 200,
    error: str = "",
) -> HttpResponse:
    words = page_words(language_of(request))
    view = part_page(actor_asking(request), name, part, words, asked)
    context = {"view": view, "name": name, "typed": typed, "error": error, "text_field": TEXT}
    return shown(request, "part", context, status=status)


def _posted(request: HttpRequest, name: str, part: str) -> HttpResponse:
    actor, typed = actor_asking(request), typed_in(request)
    words = page_words(language_of(request))
    onto = request.POST.get("onto")
    try:
        if onto is None:
            saved = save_typed(actor, name, typed)
        else:
            saved = save_merged(actor, name, typed, number_of(onto), choices_in(request), words)
    except ReasonNeeded as error:
        if onto is not None:
            return _conflicting(request, name, part, typed, error)
        return _shown(
            request, name, part, Asked(typed=typed.edits, changes=error.changes), typed, 400, words.of(error.message)
        )
    except NotAYear as error:
        return _shown(request, name, part, Asked(typed=typed.edits), typed, 400, words.of(error.message))
    except (SavedMeanwhile, ChoiceMissing) as error:
        return _conflicting(request, name, part, typed, error)
    _tell(request, name, saved)
    return redirect(_next(name, part, typed))


def _next(name: str, part: str, typed: Typed) -> str:
    """Where a save leads: back to the part, or to the overview where its goal is gone or has moved."""
    moves_goals = typed.act.partition(":")[0] in {"up", "down", "remove", "add-goal"} and typed.act.count("/") < 3
    if part.startswith("goal") and moves_goals:
        return reverse("edit", args=[name])
    return reverse("edit-part", args=[name, part])


def _conflicting(request: HttpRequest, name: str, part: str, typed: Typed, error: MonosashiError) -> HttpResponse:
    words = page_words(language_of(request))
    view = conflict(actor_asking(request), name, typed, words)
    context = {
        "view": view,
        "name": name,
        "part": part,
        "typed": typed,
        "chosen": choices_in(request),
        "error": words.of(error.message),
        "needs_reason": isinstance(error, ReasonNeeded),
        "reasons": tuple((code, words.of(REASONS[code])) for code in FOR_COMMITMENTS),
        "names": {"text": TEXT, "choice": CHOICE, "other": OTHER},
    }
    return shown(request, "conflict", context, status=409)


def _tell(request: HttpRequest, name: str, saved: Saved) -> None:
    words = page_words(language_of(request))
    key = "authoring.saved" if saved.new else "authoring.nothing_changed"
    messages.success(request, words(key, version=saved.version))

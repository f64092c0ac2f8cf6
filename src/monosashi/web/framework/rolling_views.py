"""Rolling forward: one sheet with every change in sight, or the sheets of a year one after another."""

from django.http import HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from monosashi.model import Message, Noun
from monosashi.model.error import MonosashiError
from monosashi.office import framework
from monosashi.office.framework.tree import found_line
from monosashi.office.pages import Words
from monosashi.office.rolling import Choices, Group, RolledForward, candidates, preview, roll_forward
from monosashi.office.rolling.carrying import WAYS
from monosashi.office.rolling.places import place_name
from monosashi.web.asking import actor_asking
from monosashi.web.framework.trying import number_of, show, then, tried
from monosashi.web.language import language_of
from monosashi.web.wording import page_words

#: The parts for which something can be chosen.
CHOSEN = tuple(group for group in Group if len(WAYS[group]) > 1)


class Result(Noun):
    """What became of one sheet of many."""

    slug: str
    made: str = ""
    refused: Message | None = None


def _choices(given: QueryDict) -> Choices:
    asked = {group.value: given[group.value] for group in CHOSEN if given.get(group.value)}
    return Choices(**asked)


@require_http_methods(["GET", "HEAD", "POST"])
def one(request: HttpRequest, name: str) -> HttpResponse:
    """The preview, with a choice for each part; then the sheet of the next year."""
    actor = actor_asking(request)
    given = request.POST if request.method == "POST" else request.GET
    choices, policy = _choices(given), number_of(given.get("policy", ""))
    error: MonosashiError | None = None
    if request.method == "POST":
        made: list[RolledForward] = []
        version = number_of(given.get("version", "")) or 0
        error = tried(lambda: made.append(roll_forward(actor, name, version, choices, policy)))
        if error is None:
            return then(request, "framework.rolled", reverse("sheet", args=[made[0].made]))
    seen = preview(actor, name, choices, policy)
    words = page_words(language_of(request))
    context = {
        "name": name,
        "seen": seen,
        "groups": [(group, [m for m in seen.carried.moved if m.group is group]) for group in Group],
        "ways": {group: WAYS[group] for group in CHOSEN},
        "where": {m.path: place_name(seen.carried.sheet, m.path, language_of(request)) for m in seen.carried.moved}
        | {m.path: place_name(seen.carried.sheet, m.path, language_of(request)) for m in seen.carried.renewals},
        "words": words,
        "error": error,
    }
    return show(request, "framework/rolling.html", context, error)


@require_http_methods(["GET", "HEAD", "POST"])
def many(request: HttpRequest, period: int) -> HttpResponse:
    """The sheets of a year; those chosen are rolled forward one by one. A script sends one at a time and shows how far
    it is; without it all go at once."""
    actor = actor_asking(request)
    line = found_line(actor, period, "arrange")
    given = request.POST if request.method == "POST" else request.GET
    year = number_of(given.get("year", "")) or min(max(framework.this_year(), line.first), line.last)
    results: list[Result] = []
    if request.method == "POST":
        results = [_rolled(request, slug) for slug in given.getlist("sheet")]
        if request.headers.get("accept") == "application/json":
            words = page_words(language_of(request))
            return JsonResponse({"results": [_told(result, words) for result in results]})
    context = {
        "period": line,
        "year": year,
        "years": [*range(line.first - 1, line.last + 1)],
        "candidates": candidates(actor, period, year),
        "results": results,
        "choices": _choices(given),
        "ways": {group: WAYS[group] for group in CHOSEN},
    }
    return show(request, "framework/rolling_many.html", context)


def _rolled(request: HttpRequest, chosen: str) -> Result:
    """One of many, named by its slug and version."""
    slug, _, version = chosen.rpartition("@")
    choices = _choices(request.POST)
    made: list[RolledForward] = []
    error = tried(lambda: made.append(roll_forward(actor_asking(request), slug, number_of(version) or 0, choices)))
    return Result(slug=slug, refused=error.message) if error else Result(slug=slug, made=made[0].made)


def _told(result: Result, words: Words) -> dict[str, str]:
    said = words.of(result.refused) if result.refused else words("framework.made_now")
    return {"slug": result.slug, "made": result.made, "said": said}

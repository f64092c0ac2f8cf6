"""The history of a sheet: its versions and steps, two versions compared, an older one seen and saved again."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from monosashi.office.pages import sheet_name
from monosashi.office.review.content import content_view
from monosashi.office.review.history import compared, history, restore, version_seen
from monosashi.web.asking import actor_asking, library_of
from monosashi.web.language import language_of
from monosashi.web.review.showing import done, number, shown
from monosashi.web.views.download import JSON, download


@require_safe
def page(request: HttpRequest, name: str) -> HttpResponse:
    """Every version and step; with ``?from=`` and ``?to=`` what two versions say differently."""
    actor, language = actor_asking(request), language_of(request)
    view = history(actor, name)
    chosen = _chosen(request, view.versions)
    context = {
        "view": view,
        "name": name,
        "title": sheet_name(library_of(request).get(name), language),
        "chosen": chosen,
        "compared": compared(actor, name, *chosen, language) if chosen else None,
    }
    return shown(request, "review/history.html", context)


@require_safe
def version(request: HttpRequest, name: str, version: int) -> HttpResponse:
    """What an older version said."""
    entry, _, sha256 = version_seen(actor_asking(request), name, version)
    context = {
        "view": content_view(entry.reading.sheet, language_of(request)),
        "history": history(actor_asking(request), name),
        "number": version,
        "name": name,
        "sha256": sha256,
    }
    return shown(request, "review/version.html", context)


@require_safe
def version_json(request: HttpRequest, name: str, version: int) -> HttpResponse:
    """The canonical JSON of a version, whose sha256 the log holds."""
    content = version_seen(actor_asking(request), name, version)[1]
    return download(content.encode(), JSON, f"{name}-{version}.json")


@require_POST
def restored(request: HttpRequest, name: str) -> HttpResponse:
    """Save what an older version said as the newest one."""
    saved = restore(
        actor_asking(request),
        name,
        number(request, "number"),
        number(request, "started_from"),
        request.POST.get("why", ""),
    )
    return done(request, reverse("history", args=[name]), "review.restored", n=saved.number)


def _chosen(request: HttpRequest, versions: tuple[int, ...]) -> tuple[int, int] | None:
    """The two versions asked for, where the sheet has both."""
    asked = [request.GET.get(key, "") for key in ("from", "to")]
    known = {str(number): number for number in versions}
    return (known[asked[0]], known[asked[1]]) if all(one in known for one in asked) else None

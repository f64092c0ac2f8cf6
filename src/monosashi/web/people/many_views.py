"""Many accounts at once: a list is pasted or uploaded, looked at line by line, then taken as a whole."""

from django.http import HttpRequest, HttpResponse

from monosashi.model.error import MonosashiError
from monosashi.office.people import accounts, many, roles
from monosashi.web.asking import actor_asking
from monosashi.web.people.telling import shown


def page(request: HttpRequest) -> HttpResponse:
    """The form; sent, the preview; sent from there (``take``), everybody with the one-time passwords, shown this once."""
    actor = actor_asking(request)
    accounts.require_keeper(actor)
    text = request.POST.get("list", "")
    lines: tuple[many.ListLine, ...] = ()
    error: MonosashiError | None = None
    if request.method == "POST":
        try:
            file = request.FILES.get("file")
            if file is not None:
                text = many.text_of(file.read())
            if "take" in request.POST:
                added = many.add_many(actor, text, request.POST.get("why", ""))
                given = [(one.username, one.name, one.password) for one in added]
                return shown(request, "people/given.html", {"given": given, "person": None})
            lines = many.preview(actor, text)
        except many.BadList as refused:
            error = refused
            lines = _seen(request, text)
    return shown(
        request,
        "people/many.html",
        {
            "text": text,
            "lines": lines,
            "wrong": sum(bool(line.wrong) for line in lines),
            "roles": [roles.role_name(role) for role in roles.FITS],
            "most": many.MOST_LINES,
        },
        error,
    )


def _seen(request: HttpRequest, text: str) -> tuple[many.ListLine, ...]:
    """The preview of a list that was refused as a whole, where there is one."""
    try:
        return many.preview(actor_asking(request), text)
    except many.BadList:
        return ()

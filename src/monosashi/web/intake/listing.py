"""The list of intakes, putting documents in, and reading them one after another."""

from django.contrib import messages
from django.contrib.messages import get_messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from monosashi.office.limits import limits_here
from monosashi.office.taking_in.doors import has_part
from monosashi.office.taking_in.listing import STATES, intake_list
from monosashi.office.taking_in.reading_on import Progress, progress, read_on
from monosashi.office.taking_in.uploading import bureaus_of, outcome, upload
from monosashi.web.asking import actor_asking
from monosashi.web.intake.showing import when
from monosashi.web.language import language_of
from monosashi.web.wording import page_words

#: Seconds for which a press of the plain button reads on.
PATIENCE = 20


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """The intakes of the state asked for, with how reading stands."""
    actor = actor_asking(request)
    state, searched = request.GET.get("state", ""), request.GET.get("q", "")
    context = {
        "list": intake_list(actor, state, searched, whole(request.GET.get("page", "")) or 1),
        "state": state if state in STATES else "",
        "searched": searched,
        "states": STATES,
        "bureaus": bureaus_of(actor) if not actor.bureau else (),
        "size": f"{limits_here().file_bytes // 1024 // 1024:,} MB",
        "may_take_in": has_part(actor, "take_in"),
        "progress": progress(actor) if has_part(actor, "take_in") else None,
        "of": 0,
        "read_at": "/intake/read",
        "messages": list(get_messages(request)),
        "when": when(language_of(request)),
    }
    return render(request, "intake/list.html", context)


@require_POST
def upload_files(request: HttpRequest) -> HttpResponse:
    """Keep the files of a form, or of a script that sends them one by one and asks for JSON."""
    t = page_words(language_of(request))
    found = upload(actor_asking(request), request.FILES.getlist("files"), request.POST.get("bureau", ""))
    told = outcome(found)
    if request.accepts("text/html"):
        if told.kept:
            messages.success(request, t("intake.upload.kept", n=told.kept))
        for name, number, state in told.known:
            said = t("intake.upload.known", name=name, number=number, state=t(f"intake.state.{state}"))
            messages.info(request, said)
        for name, why in told.refused:
            messages.error(request, t("intake.upload.refused", name=name, why=t.of(why)))
        return redirect("intake")
    sentences = [
        *(
            t("intake.upload.known", name=name, number=number, state=t(f"intake.state.{state}"))
            for name, number, state in told.known
        ),
        *(t("intake.upload.refused", name=name, why=t.of(why)) for name, why in told.refused),
    ]
    return JsonResponse({"kept": told.kept, "said": sentences}, json_dumps_params={"ensure_ascii": False})


@require_POST
def read(request: HttpRequest) -> HttpResponse:
    """Read what waits: the next document for a page that asks again and again, what there is time for else."""
    return read_and_tell(request, None, "/intake/read", "/intake/")


def read_and_tell(request: HttpRequest, number: int | None, read_at: str, back: str) -> HttpResponse:
    """Read on, and tell how far it is: as the part of the page that asked, or by going back to the page."""
    actor, t = actor_asking(request), page_words(language_of(request))
    asked_by_part = request.headers.get("HX-Request") == "true"
    found: Progress = read_on(actor, number, 0 if asked_by_part else PATIENCE)
    if not asked_by_part:
        if found.read:
            messages.success(request, t("intake.reading.done", n=len(found.read)))
        return redirect(back)
    of = max(whole(request.POST.get("of", "")) or 0, found.left + found.busy + len(found.read))
    answer = render(request, "intake/progress.html", {"progress": found, "of": of, "read_at": read_at})
    if found.done:
        answer["HX-Refresh"] = "true"
    return answer


def whole(text: str) -> int | None:
    """The whole number that an address or a form names, if it is a sane one."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None


def printable(text: str) -> str:
    """A line of a form without what no line holds: control characters are no part of a name or number."""
    return "".join(c for c in text if c.isprintable()).strip()

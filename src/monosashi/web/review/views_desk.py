"""The desk of who checks: what waits for them, taken one by one or many at once."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from monosashi.office.review.steps import take_steps
from monosashi.office.review.waiting import Filter, desk
from monosashi.web.asking import actor_asking
from monosashi.web.language import language_of
from monosashi.web.review.showing import back, shown
from monosashi.web.wording import page_words


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """What waits for this person, what waits for others, narrowed by a plain form."""
    asked = Filter(
        words=request.GET.get("q", ""),
        bureau=request.GET.get("bureau", ""),
        year=request.GET.get("year", ""),
        state=request.GET.get("state", ""),
    )
    context = {"desk": desk(actor_asking(request), asked), "asked": asked, "narrowed": any(asked.model_dump().values())}
    return shown(request, "review/desk.html", context)


@require_POST
def many(request: HttpRequest) -> HttpResponse:
    """One step on every sheet that was ticked, each about the version that stood on the page."""
    t = page_words(language_of(request))
    chosen = [_chosen(text) for text in request.POST.getlist("sheet")]
    verb = request.POST.get("verb", "")
    found = take_steps(actor_asking(request), verb, chosen, request.POST.get("word", ""))
    taken = [one for one in found if one.refused is None]
    if taken:
        messages.success(request, t("review.many_done", n=len(taken)))
    if not found:
        messages.warning(request, t("review.many_none"))
    for one in found:
        if one.refused is not None:
            messages.error(request, f"{one.slug}：{t.of(one.refused)}")
    return back(reverse("review"))


def _chosen(text: str) -> tuple[str, int]:
    """``soumu-R4-2:3``: a sheet and the version that was looked at."""
    slug, _, version = text.rpartition(":")
    return slug, int(version) if version.isascii() and version.isdigit() and len(version) < 10 else 0

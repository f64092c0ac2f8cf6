"""One intake: its page of work, all its fields, its original and the images of its pages."""

from typing import Any

from django.contrib.messages import get_messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import condition, require_safe

from monosashi.office.taking_in.correcting import REASONS
from monosashi.office.taking_in.desk import Desk, Looked, all_fields, desk
from monosashi.office.taking_in.paper import original, page_image, page_image_tag
from monosashi.office.taking_in.reading_on import progress
from monosashi.office.taking_in.standing import Standing, standing_of
from monosashi.web.asking import actor_asking
from monosashi.web.intake.listing import whole
from monosashi.web.intake.showing import when
from monosashi.web.language import language_of
from monosashi.web.views.download import PNG, download


@require_safe
def page(request: HttpRequest, number: int) -> HttpResponse:
    """The page of an intake: the work on it, or how far reading it is."""
    return shown(request, number, looked_at(request.GET.get("item", ""), request.GET))


def looked_at(item: str, asked: Any) -> Looked:
    """What the person looks at."""
    return Looked(item=item, at=asked.get("at", ""), page=whole(asked.get("page", "")))


def shown(
    request: HttpRequest, number: int, looked: Looked, status: int = 200, trouble: dict[str, Any] | None = None
) -> HttpResponse:
    """The page. ``trouble``: why what was typed was not kept, and what was typed."""
    actor = actor_asking(request)
    standing = standing_of(actor, number)
    context: dict[str, Any] = {
        "intake": standing,
        "messages": list(get_messages(request)),
        "when": when(language_of(request)),
    }
    if not standing.read:
        context |= _reading(request, standing)
        return render(request, "intake/unread.html", context, status=status)
    work: Desk = desk(actor, number, language_of(request), looked)
    context |= {
        "desk": work,
        "reasons": tuple(REASONS),
        "trouble": trouble,
        "at": looked.at,
        "here": f"item={work.current.key}" if work.current else f"at={looked.at}",
    }
    return render(request, "intake/one.html", context, status=status)


def _reading(request: HttpRequest, standing: Standing) -> dict[str, Any]:
    waits = standing.state in ("waiting", "reading") and standing.may_take_in
    found = progress(actor_asking(request), standing.number) if waits else None
    return {"progress": found, "of": 1, "read_at": f"/intake/{standing.number}/read"}


@require_safe
def fields(request: HttpRequest, number: int) -> HttpResponse:
    """Every field that was read, narrowed by words."""
    actor, searched = actor_asking(request), request.GET.get("q", "")
    parts = all_fields(actor, number, language_of(request), searched)
    context = {"intake": standing_of(actor, number), "field_parts": parts, "searched": searched}
    return render(request, "intake/fields.html", context)


@require_safe
def document(request: HttpRequest, number: int) -> HttpResponse:
    """The original, byte for byte, under the name it came with."""
    name, data = original(actor_asking(request), number)
    return download(data, "application/octet-stream", name)


def _tag(request: HttpRequest, number: int, page: int) -> str:
    return page_image_tag(actor_asking(request), number, page)


@require_safe
@cache_control(private=True, max_age=86400)
@condition(etag_func=_tag)
def image(request: HttpRequest, number: int, page: int) -> HttpResponse:
    """A page of the original as an image, drawn when it is first asked for."""
    return HttpResponse(page_image(actor_asking(request), number, page), content_type=PNG)

"""A new round: the year first, then which measures, of whom, by when."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from monosashi.model import Message
from monosashi.model.nendo import Nendo, parse_nendo
from monosashi.office.collecting import RoundOrder, candidates, open_round, organisations_to_ask, plausible_year
from monosashi.office.collecting.refusals import BadRound
from monosashi.web.asking import actor_asking
from monosashi.web.collecting.showing import date_of, say, see, shown, words_of
from monosashi.web.errors import status_of

_NO_DATE = Message(ja="期限の日付を書いてください。", en="Give the day of the deadline.")


@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest) -> HttpResponse:
    """The form; a POST opens the round."""
    actor = actor_asking(request)
    asked = request.POST if request.method == "POST" else request.GET
    nendo = _year_of(asked.get("nendo", ""))
    offered = candidates(actor, nendo)
    refused = None
    if request.method == "POST":
        try:
            number = open_round(actor, _order_of(request, nendo))
        except BadRound as error:
            refused = error
        else:
            say(request, "opened")
            return see(f"/rounds/{number}/")
    chosen = set(request.POST.getlist("measure"))
    context = {
        "nendo": nendo,
        "year": str(Nendo(year=nendo)),
        "sheets": offered,
        "organisations": organisations_to_ask(actor),
        "chosen": chosen if refused else None,
        "typed": asked,
        "refused": refused and words_of(request).of(refused.message),
    }
    return shown(request, "new.html", context, status_of(refused) if refused else 200)


def _year_of(text: str) -> int:
    found = parse_nendo(text.strip()) if text.strip() else None
    return found.year if found else plausible_year(timezone.localdate())


def _order_of(request: HttpRequest, nendo: int) -> RoundOrder:
    """The round as it was filled in. Raises ``BadRound`` without a day."""
    deadline = date_of(request.POST.get("deadline", ""))
    if deadline is None:
        raise BadRound(_NO_DATE)
    pairs = (one.partition(":") for one in request.POST.getlist("measure"))
    addressed = {
        name.removeprefix("whose-"): str(value)
        for name, value in request.POST.items()
        if name.startswith("whose-") and value
    }
    return RoundOrder(
        name=request.POST.get("name", ""),
        nendo=nendo,
        deadline=deadline,
        note=request.POST.get("note", ""),
        measures=tuple((slug, identity) for slug, _, identity in pairs),
        addressed=addressed,
    )

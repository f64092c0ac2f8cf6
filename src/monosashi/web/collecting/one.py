"""One round: how far everyone is, its lines, and what the evaluation office does to many of them at once."""

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST, require_safe

from monosashi.model import Message
from monosashi.office.collecting import (
    ASK_STATES,
    RoundChange,
    SheetOutcome,
    addressees,
    approve,
    asks_for,
    change_round,
    chosen_of,
    history_of,
    organisations_to_ask,
    readdress,
    return_answers,
    round_csv,
    round_line,
    set_closed,
    set_open,
    sheets_of,
    standings,
    uploads_of,
)
from monosashi.office.collecting.refusals import BadRound, NothingChosen
from monosashi.office.keeping import Actor
from monosashi.web.asking import actor_asking
from monosashi.web.collecting.showing import date_of, filter_of, numbers_of, say, say_error, see, shown, warn, words_of
from monosashi.web.views.download import CSV, download

#: What lines may be asked for by beside their states.
_SPECIAL = ("missing", "late", "doubtful", "open", "closed", "gone")
_NO_ACT = Message(ja="操作が選ばれていません。", en="No act is chosen.")


@require_safe
def page(request: HttpRequest, number: int) -> HttpResponse:
    """The round as the asker sees it."""
    actor = actor_asking(request)
    asked = round_line(actor, number)
    everything = asks_for(actor, number)
    wanted = filter_of(request.GET)
    lines = chosen_of(everything, wanted)
    context = {
        "round": asked,
        "lines": lines,
        "total": len(everything),
        "standings": standings(everything),
        "sheets": sheets_of(everything),
        "addressees": addressees(everything),
        "wanted": wanted,
        "states": (*ASK_STATES, *_SPECIAL),
        "organisations": organisations_to_ask(actor) if asked.collects else (),
        "uploads": uploads_of(actor, number) if asked.total and _may_send(actor) else (),
        "may_send": _may_send(actor),
        "may_answer": any(line.answerable for line in everything),
        "shown_ids": ",".join(str(line.id) for line in lines),
        "query": request.GET.urlencode(),
    }
    return shown(request, "round.html", context)


def _may_send(actor: Actor) -> bool:
    return actor.role in ("office", "bureau", "division")


@require_safe
def as_csv(request: HttpRequest, number: int) -> HttpResponse:
    """The lines as a table, those that the address asks for."""
    actor = actor_asking(request)
    name = f"{round_line(actor, number).name}.csv"
    return download(round_csv(actor, number, filter_of(request.GET)).encode("utf-8-sig"), CSV, name)


@require_safe
def history(request: HttpRequest, number: int, ask: int) -> HttpResponse:
    """One line with every answer it was given."""
    actor = actor_asking(request)
    line, given = history_of(actor, number, ask)
    return shown(request, "history.html", {"round": round_line(actor, number), "line": line, "given": given})


@require_POST
def act(request: HttpRequest, number: int) -> HttpResponse:
    """Do something to the chosen lines, or to all that were shown; then the round again."""
    actor = actor_asking(request)
    round_line(actor, number)
    ids = [request.POST.get("shown", "")] if request.POST.get("which") == "shown" else request.POST.getlist("ask")
    try:
        _do(request, actor, number, numbers_of(ids))
    except (NothingChosen, BadRound) as error:
        say_error(request, error)
    back = request.POST.get("query", "")
    return see(f"/rounds/{number}/{'?' + back if back else ''}#lines")


def _do(request: HttpRequest, actor: Actor, number: int, asks: Sequence[int]) -> None:
    """The act that the form names. Raises ``NothingChosen``, ``BadRound``, and as the office's functions."""
    todo = request.POST.get("do", "")
    if todo == "approve":
        _tell(request, approve(actor, number, asks, overwrite=request.POST.get("overwrite") == "yes"))
    elif todo == "return":
        say(request, "returned", n=return_answers(actor, number, asks, request.POST.get("why", "")))
    elif todo in ("close", "open"):
        n = set_closed(actor, number, asks, closed=todo == "close")
        say(request, "closed" if todo == "close" else "opened_again", n=n)
    elif todo == "readdress":
        say(request, "readdressed", n=readdress(actor, number, asks, request.POST.get("whose", "")))
    else:
        raise NothingChosen(_NO_ACT)


def _tell(request: HttpRequest, outcomes: Sequence[SheetOutcome]) -> None:
    """What approving did, sheet by sheet where it did not do all."""
    written = sum(one.version is not None for one in outcomes)
    approved, skipped = sum(one.approved for one in outcomes), sum(one.skipped for one in outcomes)
    if approved:
        say(request, "approved", n=approved, sheets=written)
    if skipped:
        say(request, "skipped", n=skipped)
    spoken = words_of(request)
    for one in outcomes:
        why = spoken.of(one.refused) if one.refused else ""
        if one.refused:
            warn(request, "refused", sheet=one.slug, why=why)
        if one.gone:
            warn(request, "gone", sheet=one.slug, n=one.gone)
        for other in one.meanwhile:
            warn(
                request,
                "meanwhile",
                sheet=one.slug,
                name=f"{other.number} {other.name}",
                now=other.now,
                answer=other.answer,
            )


@require_POST
def change(request: HttpRequest, number: int) -> HttpResponse:
    """Another name, deadline or note; or the whole round closed or opened again."""
    actor = actor_asking(request)
    round_line(actor, number)
    todo = request.POST.get("do", "")
    if todo in ("close", "open"):
        set_open(actor, number, is_open=todo == "open")
        say(request, "round_closed" if todo == "close" else "round_opened")
        return see(f"/rounds/{number}/")
    was = round_line(actor, number)
    deadline = date_of(request.POST.get("deadline", "")) or was.deadline
    name, note = request.POST.get("name", ""), request.POST.get("note", "")
    try:
        change_round(actor, number, RoundChange(name=name, deadline=deadline, note=note))
    except BadRound as error:
        say_error(request, error)
    else:
        say(request, "changed")
    return see(f"/rounds/{number}/")

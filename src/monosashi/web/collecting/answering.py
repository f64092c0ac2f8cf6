"""Answering in the browser: a line a measure, with what is known beside what is typed; drafts are kept as one types."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods, require_POST

from monosashi.model import Message, Nendo
from monosashi.model.asked import STATE_CHOICES, reply_digest
from monosashi.office.collecting import (
    AskLine,
    FaultyAnswers,
    Filter,
    Typed,
    answer,
    asks_for,
    chosen_of,
    doubts_of_typed,
    drafts_of,
    drop_drafts,
    keep_draft,
    round_line,
    sheets_of,
)
from monosashi.office.collecting.refusals import RoundClosed
from monosashi.office.keeping import Actor, require_role
from monosashi.web.asking import actor_asking
from monosashi.web.collecting.showing import STATES, say, say_error, see, shown

#: The parts of an answer, in the order of the fields.
_PARTS = tuple(Typed.model_fields)


@dataclass(frozen=True)
class Row:
    """A line with what stands in its fields. ``unsent``: whether that is a draft; ``faults``: by the field."""

    line: AskLine
    typed: Typed
    unsent: bool
    faults: Mapping[str, Message]

    @property
    def base(self) -> str:
        """By what it is seen whether someone else answers meanwhile."""
        return reply_digest(self.line.asked.reply)


@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest, number: int) -> HttpResponse:
    """The lines that the asker may answer, of one sheet or of all; a POST sends them or keeps them as a draft."""
    actor = actor_asking(request)
    asked = round_line(actor, number)
    require_role(actor, "answer")
    sheet = (request.POST if request.method == "POST" else request.GET).get("sheet", "")
    faults: dict[int, Mapping[str, Message]] = {}
    typed: dict[int, Typed] = {}
    if request.method == "POST":
        typed = _typed(request)
        try:
            _send(request, actor, number, typed)
        except FaultyAnswers as error:
            faults = {ask: dict(wrong) for ask, wrong in error.faults.items()}
            _keep(actor, number, typed)
        else:
            return see(_address(number, sheet))
    own = [line for line in asks_for(actor, number) if line.answerable and not line.gone]
    lines = chosen_of(own, Filter(sheet=sheet))
    drafts = drafts_of(actor, number)
    rows = [_row(line, typed.get(line.id) or drafts.get(line.id), faults.get(line.id, {})) for line in lines]
    context = {
        "round": asked,
        "rows": rows,
        "parts": _PARTS,
        "states": STATES,
        "sheet": sheet,
        "sheets": sheets_of(own),
        "faults": [(row, part, fault) for row in rows for part, fault in row.faults.items()],
        "unsent": sum(row.unsent for row in rows),
    }
    return shown(request, "answer.html", context, 400 if faults else 200)


def _send(request: HttpRequest, actor: Actor, number: int, typed: Mapping[int, Typed]) -> None:
    """What the pressed button says: send the answers, keep them as drafts, or drop the drafts. Raises
    ``FaultyAnswers``."""
    todo = request.POST.get("do", "")
    if todo == "drop":
        drop_drafts(actor, number)
        say(request, "dropped")
    elif todo == "draft":
        _keep(actor, number, typed)
        say(request, "drafted")
    else:
        bases = {ask: request.POST.get(f"a{ask}-base", "") for ask in typed if f"a{ask}-base" in request.POST}
        try:
            done = answer(actor, number, typed, bases)
        except RoundClosed as error:
            _keep(actor, number, typed)
            say_error(request, error)
        else:
            say(request, "answered", added=done.added, changed=done.changed, left=done.left)


def _keep(actor: Actor, number: int, typed: Mapping[int, Typed]) -> None:
    for ask, words in typed.items():
        keep_draft(actor, number, ask, words)


def _address(number: int, sheet: str) -> str:
    return f"/rounds/{number}/answer/{'?sheet=' + sheet if sheet else ''}"


def _typed(request: HttpRequest) -> dict[int, Typed]:
    """What stands in the fields of each line."""
    asks = {int(name[1:].partition("-")[0]) for name in request.POST if _is_field(name)}
    return {
        ask: Typed(**{part: request.POST.get(f"a{ask}-{part}", "").replace("\r\n", "\n") for part in _PARTS})
        for ask in sorted(asks)
    }


def _is_field(name: str) -> bool:
    ask, _, part = name[1:].partition("-")
    return name[:1] == "a" and ask.isascii() and ask.isdigit() and len(ask) < 16 and part in _PARTS


def _row(line: AskLine, typed: Typed | None, faults: Mapping[str, Message]) -> Row:
    reply = line.asked.reply
    stands = Typed(
        state=STATE_CHOICES[reply.state] if reply.state else "",
        value=reply.text,
        year=str(Nendo(year=reply.year)) if reply.year else "",
        note=reply.note,
        evidence=reply.evidence,
    )
    unsent = typed is not None and any(dict(typed).values()) and typed != stands
    return Row(line=line, typed=typed if unsent and typed else stands, unsent=unsent, faults=faults)


@require_POST
def draft(request: HttpRequest, number: int, ask: int) -> HttpResponse:
    """Keep what is being typed for one line, and say what is to be asked of it."""
    actor = actor_asking(request)
    typed = _typed(request).get(ask, Typed())
    keep_draft(actor, number, ask, typed)
    faults, doubts = doubts_of_typed(actor, number, ask, typed)
    return shown(request, "told.html", {"faults": faults, "doubts": doubts, "note": typed.note, "kept": True})

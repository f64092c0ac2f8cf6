"""What the forms of the editing pages send, and what every one of these pages shows."""

from typing import Any

from django.contrib.messages import get_messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from monosashi.office.authoring.conflicts import Choice
from monosashi.office.authoring.saving_parts import Typed

#: The names of fields begin with this, then their address; of choices with the other two.
TEXT, CHOICE, OTHER = "t:", "choice:", "other:"


def typed_in(request: HttpRequest) -> Typed:
    """The texts and what is to be done with them; a number that is none is version 0, which no sheet has."""
    sent = request.POST
    texts = {key.removeprefix(TEXT): str(text) for key, text in sent.items() if key.startswith(TEXT)}
    act = sent.get("act", "")
    if act.endswith(":?"):
        act = f"{act.removesuffix('?')}{sent.get('argument-' + act.partition(':')[0], '')}"
    return Typed(
        started_from=number_of(sent.get("started_from", "")),
        edits=texts,
        act=act,
        reason_code=sent.get("reason_code", ""),
        reason=sent.get("reason", ""),
    )


def choices_in(request: HttpRequest) -> dict[str, Choice]:
    """What was chosen for each field that two have written into."""
    sent = request.POST
    paths = [key.removeprefix(CHOICE) for key in sent if key.startswith(CHOICE)]
    return {path: Choice(side=sent.get(CHOICE + path, ""), text=sent.get(OTHER + path, "")) for path in paths}


def number_of(text: str) -> int:
    """A version's number; 0 for what is none."""
    return int(text) if text.isdecimal() and len(text) < 10 else 0


def shown(request: HttpRequest, template: str, context: dict[str, Any], status: int = 200) -> HttpResponse:
    """A page of this part, with what has just been done on top."""
    told = [str(message) for message in get_messages(request)]
    return render(request, f"authoring/{template}.html", {**context, "said_now": told}, status=status)

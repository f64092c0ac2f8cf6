"""Listing: the intakes that an actor may see, by state."""

import datetime as dt

from django.db.models import Count

from monosashi.model import Message, Noun
from monosashi.model.folding import key
from monosashi.office.keeping import Actor
from monosashi.office.taking_in.doors import intakes
from monosashi.office.taking_in.uploading import error_of
from monosashi.store.models import Intake

#: The states in the order of the work; the filter of the list offers them.
STATES = ("open", "failed", "waiting", "reading", "accepted", "set_aside")
#: How many rows a page of the list shows.
PAGE = 100


class IntakeLine(Noun):
    """A line of the list. ``sheets``: how many sheets its document holds; ``left``: how many items of work."""

    number: int
    name: str
    ordinal: int
    sheets: int
    state: str
    whose: str
    person: str
    started: dt.datetime
    left: int | None
    error: Message | None
    slug: str
    readable: bool


class IntakeList(Noun):
    """A page of the list, with how many there are in each state."""

    lines: tuple[IntakeLine, ...]
    found: int
    counts: dict[str, int]
    page: int
    pages: int

    @property
    def total(self) -> int:
        """How many there are in all."""
        return sum(self.counts.values())


def intake_list(actor: Actor, state: str = "", searched: str = "", page: int = 1) -> IntakeList:
    """The intakes of a state (all but what was set aside, without one) whose name holds the words, newest first."""
    rows = intakes(actor)
    counts = {row["state"]: row["n"] for row in rows.order_by("state").values("state").annotate(n=Count("pk"))}
    chosen = rows.filter(state=state) if state in STATES else rows.exclude(state="set_aside")
    named = chosen.order_by("-started", "-id").values_list("pk", "name")
    wanted = [pk for pk, name in named if key(searched) in key(name)]
    pages = max(1, -(-len(wanted) // PAGE))
    at = min(max(1, page), pages)
    shown = wanted[(at - 1) * PAGE : at * PAGE]
    found = (
        rows.select_related("ministry", "bureau", "person", "sheet").filter(pk__in=shown).order_by("-started", "-id")
    )
    return IntakeList(
        lines=_lines(list(found)),
        found=len(wanted),
        counts={state: counts.get(state, 0) for state in STATES},
        page=at,
        pages=pages,
    )


def _lines(rows: list[Intake]) -> tuple[IntakeLine, ...]:
    documents = {row.document_id for row in rows if row.document_id}
    held = (
        Intake.objects.filter(document__in=documents)
        .order_by("document", "ministry", "bureau")
        .values_list("document", "ministry", "bureau")
        .annotate(n=Count("pk"))
    )
    sheets = {(document, ministry, bureau): n for document, ministry, bureau, n in held}
    return tuple(
        IntakeLine(
            number=row.pk,
            name=row.name,
            ordinal=row.ordinal,
            sheets=sheets.get((row.document_id, row.ministry_id, row.bureau_id), 1),
            state=row.state,
            whose=(row.bureau or row.ministry).name,
            person=row.person.name,
            started=row.started,
            left=row.left,
            error=error_of(row),
            slug=row.sheet.slug if row.sheet else "",
            readable=row.document_id is not None,
        )
        for row in rows
    )

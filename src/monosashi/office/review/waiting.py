"""Waiting: the sheets that wait for a person's step, those that wait for someone else's, and those that came back."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Count, QuerySet

from monosashi.model import Noun
from monosashi.model.folding import key
from monosashi.office.keeping import Actor, may, require_role, thing_of, within
from monosashi.office.review.four_eyes import Trail, trails
from monosashi.office.review.states import Step, returnable, step_from
from monosashi.store.models import Comment, FindingRow, KeptSheet, Proposal, ReviewStep, SheetState, SheetSummary


class Filter(Noun):
    """What is asked for: words of the name or number, a bureau's address, a year, a state; empty for all."""

    words: str = ""
    bureau: str = ""
    year: str = ""
    state: str = ""


class Line(Noun):
    """A sheet on the desk. ``verb``: its next step, empty once released; ``mine``: whether this person may take it now;
    ``barred``: whether only four eyes stand against it; ``came_back``: why it was sent back, where that was last."""

    slug: str
    name: str
    identifier: str
    kind: str
    nendo: int
    number: str
    bureau: str
    state: str
    version: int
    verb: str
    mine: bool
    barred: bool
    returnable: bool
    came_back: str
    came_back_by: str
    errors: int
    comments: int
    proposals: int


class Desk(Noun):
    """The desk of a person: what waits by step, in the order of the way; the rest. ``bureaus``, ``years``: to choose from."""

    total: int
    mine: dict[str, tuple[Line, ...]]
    others: tuple[Line, ...]
    bureaus: tuple[tuple[str, str], ...]
    years: tuple[int, ...]


def desk(actor: Actor, asked: Filter) -> Desk:
    """The sheets whose inside this person sees, sorted by whose turn it is. Raises ``MayNot``, ``SignInFirst``."""
    require_role(actor, "see_review")
    rows = KeptSheet.objects.filter(within(actor, "see_review"), head__isnull=False)
    kept = list(
        rows.select_related("head", "ministry", "bureau", "division")
        .prefetch_related("releases")
        .defer("head__content")
        .order_by("nendo", "slug")
    )
    lines = [line for line in _lines(actor, kept) if _wanted(line, asked)]
    mine: dict[str, list[Line]] = {}
    for line in lines:
        if line.mine:
            mine.setdefault(line.verb, []).append(line)
    order = ("check_bureau", "check_office", "approve", "release")
    return Desk(
        total=len(kept),
        mine={verb: tuple(mine[verb]) for verb in order if verb in mine},
        others=tuple(line for line in lines if not line.mine),
        bureaus=tuple(sorted({(one.bureau.address, one.bureau.name) for one in kept if one.bureau})),
        years=tuple(sorted({one.nendo for one in kept}, reverse=True)),
    )


def _lines(actor: Actor, kept: Sequence[KeptSheet]) -> list[Line]:
    keys = [one.pk for one in kept]
    known, names, back = trails(kept), _names(keys), _came_back(kept)
    errors = _counted(FindingRow.objects.filter(sheet__in=keys, released=False, severity="error"))
    comments = _counted(Comment.objects.filter(sheet__in=keys, answers__isnull=True, resolved=False, withdrawn=False))
    proposals = _counted(Proposal.objects.filter(sheet__in=keys, state="open"))
    found = []
    for one in kept:
        step = step_from(SheetState(one.state), in_bureau=one.bureau_id is not None)
        allowed = step is not None and may(actor, step.verb, thing_of(one))
        barred = allowed and _barred(actor, step, known[one.pk])
        name, identifier = names.get(one.pk, ("", ""))
        why, by = back.get(one.pk, ("", ""))
        found.append(
            Line(
                slug=one.slug,
                name=name or one.slug,
                identifier=identifier or one.slug,
                kind=one.kind,
                nendo=one.nendo,
                number=one.number,
                bureau=one.bureau.address if one.bureau else "",
                state=one.state,
                version=one.newest.number,
                verb=step.verb if step else "",
                mine=allowed and not barred,
                barred=barred,
                returnable=may(actor, "send_back", thing_of(one)) and returnable(actor.role, SheetState(one.state)),
                came_back=why,
                came_back_by=by,
                errors=errors.get(one.pk, 0),
                comments=comments.get(one.pk, 0),
                proposals=proposals.get(one.pk, 0),
            )
        )
    return found


def _barred(actor: Actor, step: Step | None, trail: Trail) -> bool:
    return step is not None and actor.person in trail.barred(step.verb)


def _names(keys: Sequence[int]) -> dict[int, tuple[str, str]]:
    rows = SheetSummary.objects.filter(sheet__in=keys, released=False)
    return {row.sheet_id: (row.record.get("name", ""), row.record.get("identifier", "")) for row in rows}


def _came_back(kept: Sequence[KeptSheet]) -> dict[int, tuple[str, str]]:
    """Why a sheet was sent back, where that was the last step and its newest version is still the one sent back."""
    heads = {one.pk: one.newest.pk for one in kept}
    last: dict[int, ReviewStep] = {}
    for step in ReviewStep.objects.filter(sheet__in=heads).order_by("time", "id"):
        last[step.sheet_id] = step
    return {
        sheet: (step.reason, step.person_name)
        for sheet, step in last.items()
        if step.verb == "send_back" and step.version_id == heads[sheet]
    }


def _counted(rows: QuerySet[Any]) -> dict[int, int]:
    return dict(rows.order_by().values_list("sheet_id").annotate(Count("id")))


def _wanted(line: Line, asked: Filter) -> bool:
    text = key(f"{line.identifier} {line.name} {line.slug}")
    return (
        all(key(word) in text for word in asked.words.split())
        and asked.bureau in ("", line.bureau)
        and asked.year in ("", str(line.nendo))
        and asked.state in ("", line.state)
    )

"""The page of a sheet beside the outside books, its data, and what a person chooses there."""

from collections import Counter
from functools import partial

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from monosashi.model import Certainty, Project
from monosashi.office.ledgers import choosing
from monosashi.office.ledgers.flow import flow_of
from monosashi.office.ledgers.reconciling import (
    Beside,
    assert_may_choose,
    beside_books,
    match_named,
    measure_name,
    plain_number,
    subject_of,
)
from monosashi.office.ledgers.records import reconciliations_json
from monosashi.office.pages import sheet_name
from monosashi.web.asking import actor_asking, library_of
from monosashi.web.language import language_of
from monosashi.web.ledgers.asked import whole
from monosashi.web.review.showing import done, shown
from monosashi.web.views.download import JSON
from monosashi.web.views.download import shown as shown_text


@require_safe
def page(request: HttpRequest, name: str) -> HttpResponse:
    """The sheet's money, its lines of the budget, its means and its measures beside the books."""
    beside, language = beside_books(actor_asking(request), name), language_of(request)
    context = {
        "view": beside,
        "told": beside.told,
        "name": name,
        "title": sheet_name(library_of(request).get(name), language),
        "flow": flow_of(beside, language, whole(request.GET.get("year", ""))),
        "projects": {project.id: project for project in beside.projects},
        "standing": _standing(beside),
        "codes": sorted(Counter(one.code for one in beside.told.findings).items()),
        "key": subject_of,
        "plain": plain_number,
        "measure_name": partial(measure_name, beside.sheet),
        "asking": _asking(beside),
        "address": _address if actor_asking(request).known else _nowhere,
    }
    return shown(request, "reconciliation/page.html", context)


def _standing(beside: Beside) -> dict[str, choosing.Standing]:
    """The choices that stand, by what they are about."""
    return {one.about: one for one in beside.choices}


def _asking(beside: Beside) -> tuple[str, ...]:
    """The means that ask a person, or that a person has settled."""
    settled = {one.about for one in beside.choices}
    return tuple(
        match.path
        for match in beside.told.programmes
        if match.certainty is Certainty.AMBIGUOUS or subject_of(match.name) in settled
    )


def _address(project: Project) -> str:
    """Where a project is shown."""
    return reverse("ledger-project", args=[project.book.value, project.edition, project.id])


def _nowhere(_project: Project) -> str:
    """The public has no page of projects."""
    return ""


@require_safe
def as_json(request: HttpRequest, name: str) -> HttpResponse:
    """The same as data, as ``monosashi ledger reconcile --json`` writes it."""
    return shown_text(reconciliations_json([beside_books(actor_asking(request), name).told]), JSON)


@require_POST
def project(request: HttpRequest, name: str) -> HttpResponse:
    """Say which project a means is, or that none is."""
    actor, asked = actor_asking(request), request.POST
    assert_may_choose(actor, name)
    beside = beside_books(actor, name)
    match = match_named(beside, asked.get("path", ""))
    choosing.choose_project(actor, name, match, beside.told, asked.get("project", ""), asked.get("why", ""))
    return done(request, _at(name, "programmes"), "reconciliation.chosen")


@require_POST
def section(request: HttpRequest, name: str) -> HttpResponse:
    """Say which lines of the budget the policy's money comes from, or that none does."""
    actor, asked = actor_asking(request), request.POST
    assert_may_choose(actor, name)
    told = beside_books(actor, name).told
    choosing.choose_sections(actor, name, told, tuple(asked.getlist("section")), asked.get("why", ""))
    return done(request, _at(name, "sections"), "reconciliation.chosen")


@require_POST
def take_back(request: HttpRequest, name: str) -> HttpResponse:
    """Take a choice back."""
    asked = request.POST
    number = whole(asked.get("choice", "")) or 0
    choosing.take_back(actor_asking(request), name, asked.get("kind", ""), number, asked.get("why", ""))
    return done(request, _at(name, "main"), "reconciliation.taken_back")


def _at(name: str, part: str) -> str:
    return f"{reverse('reconciliation', args=[name])}#{part}"

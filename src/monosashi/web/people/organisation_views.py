"""The organisations: the tree, one of them, and what the keeper of the system does to it."""

from collections.abc import Callable, Mapping

from django.http import HttpRequest, HttpResponse

from monosashi.model.error import MonosashiError
from monosashi.office.keeping import Actor, Thing, may
from monosashi.office.people import organisations, roles, showing
from monosashi.office.people.organisations import OrganisationKind, OrganisationLine
from monosashi.office.slug import ministries
from monosashi.web.asking import actor_asking
from monosashi.web.people.telling import NoSuchAct, done, refusal_of, shown

_Act = Callable[[Actor, str, Mapping[str, str]], object]
#: What the keeper does to an organisation, by address: the act, and the word for it once it is done.
_ACTS: dict[str, tuple[_Act, str]] = {
    "rename": (
        lambda actor, address, typed: organisations.rename(actor, address, typed.get("name", ""), typed.get("why", "")),
        "people.done.organisation_renamed",
    ),
    "move": (
        lambda actor, address, typed: organisations.move(actor, address, typed.get("parent", ""), typed.get("why", "")),
        "people.done.organisation_moved",
    ),
    "close": (
        lambda actor, address, typed: organisations.close(actor, address, typed.get("why", "")),
        "people.done.organisation_closed",
    ),
    "reopen": (
        lambda actor, address, typed: organisations.reopen(actor, address, typed.get("why", "")),
        "people.done.organisation_reopened",
    ),
}


def listing(request: HttpRequest) -> HttpResponse:
    """The tree; sent, it makes an organisation."""
    actor = actor_asking(request)
    error = None
    if request.method == "POST":
        error = refusal_of(lambda: _make(actor, request.POST))
        if error is None:
            return done(request, "people.done.organisation_made", "organisations")
    return _listing(request, actor, error)


def page(request: HttpRequest, address: str) -> HttpResponse:
    """One organisation, its people, and what may be done to it."""
    actor = actor_asking(request)
    return _page(request, actor, organisations.one(actor, address), None)


def act(request: HttpRequest, address: str, act: str) -> HttpResponse:
    """Do something to an organisation, with a reason."""
    actor = actor_asking(request)
    line = organisations.one(actor, address)
    if act not in _ACTS or request.method != "POST":
        raise NoSuchAct
    do, said = _ACTS[act]
    error = refusal_of(lambda: do(actor, address, request.POST))
    return _page(request, actor, line, error, act) if error else done(request, said, "organisation", address=address)


def _make(actor: Actor, typed: Mapping[str, str]) -> None:
    """What the form asks for: a ministry of the table by its address, or something below what was chosen."""
    parent = typed.get("parent", "")
    if not parent:
        address = typed.get("ministry", "")
        name = next((one.name for one in ministries() if one.address == address), "")
        organisations.make(actor, OrganisationKind.MINISTRY, name or address, address)
        return
    above = organisations.one(actor, parent)
    kind = OrganisationKind.BUREAU if above.kind == OrganisationKind.MINISTRY else OrganisationKind.DIVISION
    organisations.make(actor, kind, typed.get("name", ""), typed.get("address", ""), parent)


def _listing(request: HttpRequest, actor: Actor, error: MonosashiError | None) -> HttpResponse:
    lines = organisations.organisations(actor)
    there = {line.address for line in lines}
    return shown(
        request,
        "people/organisations.html",
        {
            "organisations": lines,
            "kinds": {kind: roles.kind_name(kind) for kind in OrganisationKind},
            "parents": [line for line in lines if not line.closed and line.kind != OrganisationKind.DIVISION],
            "ministries": [ministry for ministry in ministries() if ministry.address not in there],
            "manages": may(actor, "manage_people", Thing()),
        },
        error,
    )


def _page(
    request: HttpRequest, actor: Actor, line: OrganisationLine, error: MonosashiError | None, opened: str = ""
) -> HttpResponse:
    lines = organisations.organisations(actor)
    bureaus = [
        one for one in lines if one.kind == OrganisationKind.BUREAU and not one.closed and one.address != line.parent
    ]
    return shown(
        request,
        "people/organisation.html",
        {
            "organisation": line,
            "kind": roles.kind_name(line.kind),
            "above": next((one for one in lines if one.address == line.parent), None),
            "below": [one for one in lines if one.parent == line.address],
            "people": [person for person in showing.people(actor) if person.organisation == line.address],
            "role_names": {role: roles.role_name(role) for role in roles.FITS},
            "bureaus": [one for one in bureaus if _ministry(lines, one) == _ministry(lines, line)],
            "manages": may(actor, "manage_people", Thing()),
            "opened": opened,
        },
        error,
    )


def _ministry(lines: tuple[OrganisationLine, ...], line: OrganisationLine) -> str:
    """The address of the ministry above a line."""
    by_address = {one.address: one for one in lines}
    while line.parent and line.parent in by_address:
        line = by_address[line.parent]
    return line.address

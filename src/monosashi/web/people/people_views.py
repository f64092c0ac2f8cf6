"""The people of the office: the list, one person, and what the keeper of the system does to an account."""

import csv
import io
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from monosashi.model.error import MonosashiError
from monosashi.model.folding import key
from monosashi.office.keeping import Actor, Thing, may
from monosashi.office.people import accounts, organisations, roles, showing
from monosashi.office.people.accounts import Asked, BadPerson
from monosashi.office.people.showing import PersonLine
from monosashi.web.asking import actor_asking
from monosashi.web.language import language_of
from monosashi.web.people.telling import NoSuchAct, done, refusal_of, shown, typed_in
from monosashi.web.wording import page_words

_TEXT_IN_CELLS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
_Act = Callable[[Actor, str, str], str | None]
#: What the keeper does to an account, by address: the act, and the word for it once it is done. One that gives a
#: password shows it this once.
_ACTS: dict[str, tuple[_Act, str]] = {
    "close": (accounts.close, "people.done.closed"),
    "unlock": (accounts.unlock, "people.done.unlocked"),
    "end-sessions": (accounts.end_sessions, "people.done.sessions_ended"),
    "reset-second-factor": (accounts.reset_second_factor, "people.done.second_factor_reset"),
    "give-password": (accounts.give_password, ""),
    "reopen": (accounts.reopen, ""),
}


def listing(request: HttpRequest) -> HttpResponse:
    """Everybody whom the asker may see, or those asked for."""
    actor = actor_asking(request)
    everybody = showing.people(actor)
    found = _asked_for(request, everybody)
    return shown(
        request,
        "people/list.html",
        {
            "people": found,
            "total": len(everybody),
            "asked": typed_in(request.GET),
            "roles": _roles(),
            "role_words": {role: page_words(language_of(request)).of(roles.role_name(role)) for role in roles.FITS},
            "manages": may(actor, "manage_people", Thing()),
            "query": request.GET.urlencode(),
        },
    )


def as_csv(request: HttpRequest) -> HttpResponse:
    """The list as a table: what begins like a formula is text in every program."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(PersonLine.model_fields)
    for line in _asked_for(request, showing.people(actor_asking(request))):
        cells = ("" if value is None else str(value) for value in line.model_dump(mode="json").values())
        writer.writerow([f"'{cell}" if cell.startswith(_TEXT_IN_CELLS) else cell for cell in cells])
    answer = HttpResponse("\ufeff" + out.getvalue(), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="people.csv"'
    answer["Cache-Control"] = "no-store"
    return answer


def new(request: HttpRequest) -> HttpResponse:
    """The form of a new account; sent, it makes one and shows its one-time password this once."""
    actor = actor_asking(request)
    accounts.require_keeper(actor)
    error: MonosashiError | None = None
    if request.method == "POST":
        try:
            asked = _asked(request, request.POST.get("username", ""))
            password = accounts.add(actor, asked, request.POST.get("why", ""))
        except (BadPerson, accounts.PersonExists, roles.RoleDoesNotFit) as refused:
            error = refused
        else:
            return _given(request, asked.username.strip().lower(), password)
    context: dict[str, object] = {"roles": _roles(), "organisations": _places(actor)}
    return shown(request, "people/new.html", context, error)


def page(request: HttpRequest, username: str) -> HttpResponse:
    """One person; sent, it changes name, role, organisation and address of mail."""
    actor = actor_asking(request)
    line = showing.one(actor, username)
    error = None
    if request.method == "POST":
        error = refusal_of(
            lambda: accounts.change(actor, username, _asked(request, username), request.POST.get("why", ""))
        )
        if error is None:
            return done(request, "people.done.changed", "person", username=username)
    return _page(request, actor, line, error)


def act(request: HttpRequest, username: str, act: str) -> HttpResponse:
    """Do something to an account, with a reason."""
    actor = actor_asking(request)
    line = showing.one(actor, username)
    if act not in _ACTS or request.method != "POST":
        raise NoSuchAct
    do, said = _ACTS[act]
    given: list[str | None] = []
    error = refusal_of(lambda: given.append(do(actor, username, request.POST.get("why", ""))))
    if error:
        return _page(request, actor, line, error, act)
    return _given(request, username, given[0]) if given[0] else done(request, said, "person", username=username)


def _page(
    request: HttpRequest, actor: Actor, line: PersonLine, error: MonosashiError | None, opened: str = ""
) -> HttpResponse:
    return shown(
        request,
        "people/person.html",
        {
            "person": line,
            "role": roles.role_name(line.role),
            "typed": typed_in(request.POST if error and not opened else None),
            "opened": opened,
            "roles": _roles(),
            "organisations": _places(actor, line.organisation),
            "manages": may(actor, "manage_people", Thing()),
            "oneself": line.username == actor.username,
        },
        error,
    )


def _given(request: HttpRequest, username: str, password: str) -> HttpResponse:
    line = showing.one(actor_asking(request), username)
    return shown(request, "people/given.html", {"given": [(line.username, line.name, password)], "person": line})


def _asked(request: HttpRequest, username: str) -> Asked:
    """What the form asks for. Raises ``BadPerson`` for a role that there is not."""
    role = roles.role_of(request.POST.get("role", ""))
    if role is None:
        raise BadPerson("役割を選んでください。", "Choose a role.")
    return Asked(
        username=username,
        name=request.POST.get("name", ""),
        role=role,
        organisation=request.POST.get("organisation", ""),
        email=request.POST.get("email", ""),
    )


def _asked_for(request: HttpRequest, everybody: tuple[PersonLine, ...]) -> list[PersonLine]:
    """Those of whom name, user name, mail or organisation holds the words, of that role, and closed ones on demand."""
    words = [key(word) for word in request.GET.get("q", "").split()]
    role, closed = request.GET.get("role", ""), request.GET.get("closed") == "1"
    return [
        line
        for line in everybody
        if (line.active or closed)
        and (not role or line.role.value == role)
        and all(
            any(word in key(text) for text in (line.username, line.name, line.email, line.organisation_name))
            for word in words
        )
    ]


def _roles() -> list[tuple[str, object, object]]:
    return [(role.value, roles.role_name(role), roles.role_does(role)) for role in roles.FITS]


def _places(actor: Actor, kept: str = "") -> list[organisations.OrganisationLine]:
    """The organisations to choose from: the open ones, and the one that the account has."""
    return [line for line in organisations.organisations(actor) if not line.closed or line.address == kept]

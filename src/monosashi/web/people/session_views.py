"""One's own sessions: where one is signed in, and how to end that."""

from allauth.usersessions.models import UserSession
from django.http import HttpRequest, HttpResponse

from monosashi.office.people import signing_in
from monosashi.web.people.adapters import address_of
from monosashi.web.people.telling import done, shown


def page(request: HttpRequest) -> HttpResponse:
    """The list; sent, it ends one session (``end``: its number) or all others (``end``: others). Raises ``SignInFirst``."""
    person = signing_in.person_signed_in(request.user)
    listed = sorted(UserSession.objects.purge_and_list(person), key=lambda one: one.created_at, reverse=True)
    if request.method == "POST":
        asked = request.POST.get("end", "")
        ended = [one for one in listed if not one.is_current() and asked in {"others", str(one.pk)}]
        for one in ended:
            one.end()
            signing_in.note("end-own-session", person, address_of(request), {"ended": one.ip})
        return done(request, "people.sessions_ended" if ended else "people.sessions_none", "usersessions_list")
    return shown(
        request, "usersessions/usersession_list.html", {"sessions": [(one, one.is_current()) for one in listed]}
    )

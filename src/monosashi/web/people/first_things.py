"""What a person must do before anything else, and how long one stays signed in."""

import datetime as dt
from collections.abc import Callable
from http import HTTPStatus

from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import resolve_url
from django.urls import resolve
from django.utils import timezone

from monosashi.office.keeping.who_may import SignInFirst
from monosashi.office.people import signing_in
from monosashi.office.refusals import NotAllowed
from monosashi.web.asking import is_viewer
from monosashi.web.errors import SentenceMiddleware
from monosashi.web.people.adapters import SIGNED_IN, how_signed_in
from monosashi.web.people.idle import is_idle, keep_awake

#: Where each first thing is done, and what of the rest stays open until then.
_DONE_AT = {"password": "account_change_password", "second-factor": "mfa_activate_totp"}
_OPEN = {
    "password": frozenset({"account_logout", "account_change_password", "health"}),
    "second-factor": frozenset(
        {
            *("account_logout", "account_change_password", "account_reauthenticate", "mfa_reauthenticate"),
            *("mfa_activate_totp", "mfa_view_recovery_codes", "mfa_generate_recovery_codes", "health"),
        }
    ),
}


#: What one who has not signed in is answered at a page of somebody's.
_CLOSED = frozenset({HTTPStatus.FORBIDDEN, HTTPStatus.NOT_FOUND})


class FirstThings(NotAllowed):
    """Something is to be done before anything else: a given password changed, a second factor set up."""

    def __init__(self) -> None:
        super().__init__(
            "first-things",
            "先に、パスワードの変更か二段階認証の設定が必要です。何も変更していません。アカウントのページで済ませてから、もう一度操作してください。",
            "Your password must be changed, or a second factor set up, before anything else. Nothing was changed. Do so on your "
            "account's page and try again.",
        )


class FirstThingsMiddleware:
    """Leads a person to what must be done first; ends a session that is past its hours, or was left alone too long."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The answer; to whom the session has just ended, as to anyone, or the way to sign in again."""
        if is_viewer(request):
            return self._get_response(request)
        ended = SIGNED_IN in request.session and (_is_past_its_hours(request) or is_idle(request))
        if ended:
            logout(request)
        answer = self._get_response(request)
        if ended and answer.status_code in _CLOSED:
            return SentenceMiddleware(self._get_response).process_exception(request, SignInFirst()) or answer
        if SIGNED_IN in request.session:
            keep_awake(request, answer)
        return answer

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponse], args: object, kwargs: object
    ) -> HttpResponse | None:
        """To the first thing that is to be done, where there is one; anything but looking is refused."""
        if is_viewer(request) or not request.user.is_authenticated:
            return None
        first = _first(request)
        if not first or resolve(request.path_info).url_name in _OPEN[first]:
            return None
        if request.method not in {"GET", "HEAD"} or request.path.startswith("/api/") or request.path.endswith(".json"):
            # what a middleware raises before the view reaches no page of errors by itself
            return SentenceMiddleware(self._get_response).process_exception(request, FirstThings())
        return HttpResponseRedirect(resolve_url(_DONE_AT[first]))


def _is_past_its_hours(request: HttpRequest) -> bool:
    signed_in = dt.datetime.fromtimestamp(request.session[SIGNED_IN], dt.UTC)
    return timezone.now() - signed_in > signing_in.longest_session()


def _first(request: HttpRequest) -> str:
    person = signing_in.person_signed_in(request.user)
    return signing_in.to_do_first(
        person,
        second_factor=lambda: bool(is_mfa_enabled(person, [Authenticator.Type.TOTP])),
        by_ministry="socialaccount" in how_signed_in(request),
    )

"""Who asks the API: a program by its token, a page by its session, else the public."""

from django.http import HttpRequest
from ninja.utils import check_csrf

from monosashi.office.keeping import Actor
from monosashi.office.people.tokens import actor_of_token
from monosashi.office.refusals import NotAllowed
from monosashi.web.asking import actor_asking
from monosashi.web.people.adapters import address_of


class UnknownToken(NotAllowed):
    """A token that is worth nothing: unknown, revoked, past its day, or its account is closed."""

    def __init__(self) -> None:
        super().__init__(
            "unknown-token",
            "このトークンは使えません（知らないもの、取り消したもの、期限の過ぎたもの）。何も読み書きしていません。"
            "「トークン」のページで新しいものを作ってください。",
            "This token is worth nothing: it is unknown, revoked or past its day. Nothing was read or written. Make a new "
            "one on the page of tokens.",
        )


class NotFromOurPage(NotAllowed):
    """A session's request that changes something, without the token that our pages carry."""

    def __init__(self) -> None:
        super().__init__(
            "not-from-our-page",
            "この要求には、ページの持つ CSRF トークンがありません。何も変更していません。プログラムからは Bearer トークンを使ってください。",
            "The request carries no CSRF token of our pages. Nothing was changed. From a program, use a Bearer token.",
        )


def asker(request: HttpRequest) -> Actor:
    """The actor. Raises ``UnknownToken``, ``NotFromOurPage``, ``TooManyTries``."""
    scheme, _, secret = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() == "bearer":
        found = actor_of_token(secret.strip(), address_of(request))
        if found is None:
            raise UnknownToken
        return found
    actor = actor_asking(request)
    if actor.known and request.method not in ("GET", "HEAD", "OPTIONS") and check_csrf(request):
        raise NotFromOurPage
    return actor

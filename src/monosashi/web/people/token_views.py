"""One's own tokens: made, shown once, revoked."""

from allauth.account.decorators import reauthentication_required
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from monosashi.office.people import tokens
from monosashi.web.asking import actor_asking
from monosashi.web.people.telling import NoSuchAct, done, shown


@reauthentication_required(allow_get=True)
def page(request: HttpRequest) -> HttpResponse:
    """The list and the form of a new one; sent, it makes one and shows its secret this once. A token outlives the
    session it is made in, so whoever makes one has just shown who they are."""
    actor = actor_asking(request)
    secret, error = "", None
    if request.method == "POST":
        days = request.POST.get("days", "")
        try:
            secret = tokens.make_token(
                actor,
                request.POST.get("name", ""),
                tuple(request.POST.getlist("scope")),
                int(days) if days.isascii() and days.isdigit() and len(days) < 6 else 0,
            )
        except tokens.BadToken as refused:
            error = refused
    context: dict[str, object] = {
        "tokens": tokens.tokens_of(actor),
        "scopes": tokens.scopes_of(actor),
        "most_days": tokens.MOST_DAYS,
        "secret": secret,
        "chosen": request.POST.getlist("scope") if error else ["read"],
        "again": reverse("tokens"),
    }
    return shown(request, "people/tokens.html", context, error)


def revoke(request: HttpRequest, token: int) -> HttpResponse:
    """End one at once."""
    if request.method != "POST":
        tokens.tokens_of(actor_asking(request))
        raise NoSuchAct
    tokens.revoke_token(actor_asking(request), token)
    return done(request, "people.token_revoked", "tokens")

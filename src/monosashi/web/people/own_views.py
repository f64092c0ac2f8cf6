"""One's own page: who one is here, what one may do, and the way to password, second factor, sessions and tokens."""

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.http import HttpRequest, HttpResponse

from monosashi.office.people import roles, signing_in, tokens
from monosashi.office.people.showing import full_name
from monosashi.web.asking import actor_asking
from monosashi.web.people.telling import shown


def page(request: HttpRequest) -> HttpResponse:
    """The page of the one signed in. Raises ``SignInFirst``."""
    person = signing_in.person_signed_in(request.user)
    actor = actor_asking(request)
    factors = {factor.type: factor for factor in Authenticator.objects.filter(user=person)}
    codes = factors.get(Authenticator.Type.RECOVERY_CODES)
    return shown(
        request,
        "people/own.html",
        {
            "person": person,
            "organisation": full_name(person.organisation),
            "role": roles.role_name(actor.role),
            "role_does": roles.role_does(actor.role),
            "permissions": roles.permissions(actor.role),
            "second_factor": factors.get(Authenticator.Type.TOTP),
            "codes_left": len(codes.wrap().get_unused_codes()) if codes else 0,
            "second_factor_needed": signing_in.needs_second_factor(actor.role),
            "has_password": person.has_usable_password(),
            "sessions": len(UserSession.objects.purge_and_list(person)),
            "tokens": sum(token.live for token in tokens.tokens_of(actor)),
        },
    )

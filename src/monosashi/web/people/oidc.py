"""A ministry's own service of signing in (OpenID Connect): it says who somebody is; which accounts there are, this office
says. A claim of the service is held against the accounts; nobody who has none gets one."""

from typing import Any, NoReturn

from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialAccount, SocialLogin
from django.conf import settings
from django.http import HttpRequest, HttpResponseRedirect
from django.shortcuts import resolve_url

from monosashi.office.people import signing_in
from monosashi.office.people.matching import account_of
from monosashi.web.people.adapters import address_of


class MinistryAdapter(DefaultSocialAccountAdapter):
    """Matches whom the service names to an account."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        """Never: the keeper of the system makes accounts."""
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Find the account, each time anew by the claim: an account whose claim now names another person is not entered by
        who had it before."""
        if sociallogin.state.get("process") != "login":
            self._refuse(request, "not-a-sign-in")
        claims = _claims(sociallogin.account)
        person = account_of(str(claims.get(settings.OIDC_CLAIM) or ""), settings.OIDC_MATCHES)
        if person is None or (settings.OIDC_MATCHES == "email" and claims.get("email_verified") is not True):
            self._refuse(request, "no-account")
        if sociallogin.is_existing and sociallogin.user.pk != person.pk:
            self._refuse(request, "other-account")
        if not sociallogin.is_existing:
            if SocialAccount.objects.filter(user=person, provider=sociallogin.account.provider).exists():
                self._refuse(request, "other-subject")
            sociallogin.connect(request, person)
            signing_in.note("connect-ministry", person, address_of(request))

    def on_authentication_error(
        self,
        request: HttpRequest,
        provider: Any,
        error: Any = None,
        exception: Exception | None = None,
        extra_context: dict[str, Any] | None = None,
    ) -> None:
        """The service gave no answer that can be believed, or the person said no."""
        self._refuse(request, str(error or "unknown"))

    def _refuse(self, request: HttpRequest, how: str) -> NoReturn:
        signing_in.note("sign-in-failed", None, address_of(request), {"how": f"ministry: {how}"})
        raise ImmediateHttpResponse(HttpResponseRedirect(resolve_url("socialaccount_login_error")))


def _claims(account: SocialAccount) -> dict[str, Any]:
    """What the service says of the person: of the signed token, with what it told besides under it."""
    data = account.extra_data
    return {**data.get("userinfo", {}), **data.get("id_token", {})}

"""Coming in, and one's own password: allauth's views, with what this office adds to them."""

from typing import Any

from allauth.account import views
from django.conf import settings
from django.http import HttpRequest, HttpResponse

from monosashi.office.people.signing_in import person_signed_in
from monosashi.office.refusals import NotAllowed


class NoPassword(NotAllowed):
    """An account that only the ministry's own service signs in."""

    def __init__(self) -> None:
        super().__init__(
            "no-password",
            "このアカウントは省のシステムからログインするもので、パスワードはありません。何も変更していません。",
            "This account signs in by the ministry's own service and has no password. Nothing was changed.",
        )


class Login(views.LoginView):
    """Signing in by user name and password, with the way to the ministry's own service where there is one."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """What the page is made of."""
        by_ministry = settings.OIDC_NAME or "OpenID Connect" if settings.OIDC_ISSUER else ""
        return {**super().get_context_data(**kwargs), "by_ministry": by_ministry, "next": self.get_next_url() or ""}


class PasswordChange(views.PasswordChangeView):
    """One's own new password."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The page. Raises ``NoPassword``."""
        if request.user.is_authenticated and not request.user.has_usable_password():
            raise NoPassword
        answer: HttpResponse = super().dispatch(request, *args, **kwargs)
        return answer

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """What the page is made of: whether the password now was given by the keeper."""
        given = person_signed_in(self.request.user).given_until is not None
        return {**super().get_context_data(**kwargs), "given": given}


login = Login.as_view()
password_change = PasswordChange.as_view()

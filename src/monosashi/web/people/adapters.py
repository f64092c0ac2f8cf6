"""What allauth asks of this office: who may try, what is written down, and how secrets of the second factor are kept."""

import base64
import hashlib
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter, get_adapter
from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet, InvalidToken
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest
from django.utils import timezone

from monosashi.model.error import MonosashiError
from monosashi.office.people import signing_in
from monosashi.web.language import language_of
from monosashi.web.wording import page_words

#: When one signed in, in the session: no session outlives its hours, whatever is done in it.
SIGNED_IN = "monosashi.signed_in"
#: What of allauth's own sentences is worth telling, in our words; that one has signed in, one sees.
_TOLD = {
    "account/messages/password_changed.txt": "people.done.password",
    "mfa/messages/totp_deactivated.txt": "people.done.factor_removed",
}


def address_of(request: HttpRequest) -> str:
    """The network address that asks, as the office's own proxies tell it; the machine itself for a local socket."""
    return str(get_adapter(request).get_client_ip(request))


def said(request: HttpRequest, error: MonosashiError) -> ValidationError:
    """An error of the office as one of a form, in the reader's language."""
    return ValidationError(page_words(language_of(request)).of(error.message), code=error.code)


class AccountAdapter(DefaultAccountAdapter):
    """Signing in with user name and password."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never: the keeper of the system makes accounts."""
        return False

    def get_client_ip(self, request: HttpRequest) -> str:
        """The network address that asks."""
        try:
            return str(super().get_client_ip(request))
        except PermissionDenied:
            return "127.0.0.1"

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Count the try before the password is looked at."""
        try:
            signing_in.begin_password(credentials.get("username", ""), address_of(request))
        except MonosashiError as error:
            raise said(request, error) from error

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        """Write the failure down; the last one that may be locks."""
        try:
            signing_in.wrong_password(credentials.get("username", ""), address_of(request))
        except MonosashiError as error:
            raise said(request, error) from error

    def authenticate(self, request: HttpRequest, **credentials: Any) -> Any:
        """Whose name and password these are; None if nobody's."""
        user = super().authenticate(request, **credentials)
        if user:
            try:
                signing_in.right_password(user, address_of(request))
            except MonosashiError as error:
                raise said(request, error) from error
        return user

    def clean_password(self, password: str, user: Any = None) -> str:
        """A new password by the rules, which is not the one there is."""
        cleaned: str = super().clean_password(password, user=user)
        if user is not None and user.check_password(cleaned):
            raise ValidationError(page_words(language_of(self.request))("people.password_same"), code="password_same")
        return cleaned

    def set_password(self, user: Any, password: str) -> None:
        """Keep the person's own new password."""
        signing_in.own_password(user, password, address_of(self.request))

    def login(self, request: HttpRequest, user: Any) -> None:
        """Sign in, and write it down."""
        super().login(request, user)
        request.session[SIGNED_IN] = timezone.now().timestamp()
        signing_in.note("sign-in", user, address_of(request), {"how": how_signed_in(request)})

    def logout(self, request: HttpRequest) -> None:
        """Sign out, and write it down."""
        signing_in.note("sign-out", signing_in.person_signed_in(request.user), address_of(request))
        super().logout(request)

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        """Back to one's own page."""
        return "/accounts/"

    def add_message(
        self, request: HttpRequest, level: int, message_template: str = "", *_: object, **__: object
    ) -> None:
        """Only what one does not see by oneself."""
        if message_template in _TOLD:
            messages.add_message(request, level, page_words(language_of(request))(_TOLD[message_template]))


def how_signed_in(request: HttpRequest) -> list[str]:
    """The means by which this session signed in: password, mfa, socialaccount."""
    records = request.session.get("account_authentication_methods") or []
    return [str(record.get("method", "")) for record in records]


class SecondFactorAdapter(DefaultMFAAdapter):
    """The second factor: its secrets lie encrypted, so that a copy of the database alone is not enough to have them."""

    def get_totp_label(self, user: Any) -> str:
        """The user name."""
        return str(user.username)

    def encrypt(self, text: str) -> str:
        """Encrypted by a key made of the office's secret key."""
        return _fernet().encrypt(text.encode()).decode("ascii")

    def decrypt(self, encrypted_text: str) -> str:
        """The secret again; one that fits no code where the office's secret key is another now."""
        try:
            return _fernet().decrypt(encrypted_text.encode("ascii")).decode()
        except InvalidToken:
            return base64.b32encode(hashlib.sha1(encrypted_text.encode(), usedforsecurity=False).digest()).decode(
                "ascii"
            )


def _fernet() -> Fernet:
    digest = hashlib.sha256(b"monosashi.second-factor" + settings.SECRET_KEY.encode()).digest()
    return Fernet(base64.urlsafe_b64encode(digest))

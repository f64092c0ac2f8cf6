"""Forms that take a code of the second factor: every try is counted, whoever comes so far knows the password."""

from collections.abc import Callable

from allauth.core import context
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from django.core.exceptions import ValidationError

from monosashi.model.error import MonosashiError
from monosashi.office.people import signing_in
from monosashi.web.people.adapters import address_of, said


class CodeForm(AuthenticateForm):
    """The second step of signing in."""

    def clean_code(self) -> str:
        """The code, if it is right and may be tried."""
        return _counted(self.user, super().clean_code)


class CodeAgainForm(ReauthenticateForm):
    """Proving oneself again by a code."""

    def clean_code(self) -> str:
        """The code, if it is right and may be tried."""
        return _counted(self.user, super().clean_code)


class FirstCodeForm(ActivateTOTPForm):
    """The first code, which proves that the telephone has the secret."""

    def clean_code(self) -> str:
        """The code, if it is right and may be tried."""
        return _counted(self.user, super().clean_code)


def _counted(user: object, clean: Callable[[], str]) -> str:
    """What ``clean`` gives, counted as a try before and after."""
    request = context.request
    person, address = signing_in.person_signed_in(user), address_of(request)
    try:
        signing_in.begin_code(person, address)
        try:
            code = clean()
        except ValidationError:
            signing_in.wrong_code(person, address)
            raise
        signing_in.right_code(person, address)
    except MonosashiError as error:
        raise said(request, error) from error
    return code

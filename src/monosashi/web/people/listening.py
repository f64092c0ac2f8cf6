"""What is written down when a second factor comes, goes, or is replaced by a recovery code."""

from typing import Any

from allauth.mfa import signals
from allauth.mfa.models import Authenticator
from django.http import HttpRequest

from monosashi.office.people import signing_in
from monosashi.web.people.adapters import address_of


def connect() -> None:
    """Listen to the second factor's signals."""
    signals.authenticator_added.connect(_added, dispatch_uid="people.added")
    signals.authenticator_removed.connect(_removed, dispatch_uid="people.removed")
    signals.authenticator_reset.connect(_reset, dispatch_uid="people.reset")
    signals.authenticator_used.connect(_used, dispatch_uid="people.used")


def _added(request: HttpRequest, user: Any, authenticator: Authenticator, **_: object) -> None:
    if authenticator.type == Authenticator.Type.TOTP:
        signing_in.note("add-second-factor", user, address_of(request))


def _removed(request: HttpRequest, user: Any, authenticator: Authenticator, **_: object) -> None:
    if authenticator.type == Authenticator.Type.TOTP:
        signing_in.note("remove-second-factor", user, address_of(request))


def _reset(request: HttpRequest, user: Any, **_: object) -> None:
    signing_in.note("renew-recovery-codes", user, address_of(request))


def _used(request: HttpRequest, user: Any, authenticator: Authenticator, **_: object) -> None:
    if authenticator.type == Authenticator.Type.RECOVERY_CODES:
        signing_in.note("use-recovery-code", user, address_of(request))

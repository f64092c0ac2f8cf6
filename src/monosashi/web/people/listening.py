"""What is written down when one's own second factor comes, goes, or is replaced by a recovery code: in the transaction of
the row itself, so that neither is there without the other."""

from allauth.core import context
from allauth.mfa import signals
from allauth.mfa.models import Authenticator
from django.db.models.signals import post_delete, post_save
from django.http import HttpRequest

from monosashi.office.people import signing_in
from monosashi.web.people.adapters import address_of

_COMES = {Authenticator.Type.TOTP: "add-second-factor", Authenticator.Type.RECOVERY_CODES: "renew-recovery-codes"}


def connect() -> None:
    """Listen to the rows of the second factor, and to the use of recovery codes."""
    post_save.connect(_saved, sender=Authenticator, dispatch_uid="people.factor-saved")
    post_delete.connect(_deleted, sender=Authenticator, dispatch_uid="people.factor-deleted")
    signals.authenticator_used.connect(_used, dispatch_uid="people.factor-used")


def _saved(instance: Authenticator, created: bool, **_: object) -> None:
    if created and instance.type in _COMES:
        _note(_COMES[Authenticator.Type(instance.type)], instance)


def _deleted(instance: Authenticator, **_: object) -> None:
    if instance.type == Authenticator.Type.TOTP:
        _note("remove-second-factor", instance)


def _note(act: str, factor: Authenticator) -> None:
    """Only what the person does: what the keeper of the system does is written down as the keeper's act."""
    request: HttpRequest | None = context.request
    if request is not None and request.user.pk == factor.user_id:
        signing_in.note(act, signing_in.person_signed_in(request.user), address_of(request))


def _used(request: HttpRequest, user: object, authenticator: Authenticator, **_: object) -> None:
    if authenticator.type == Authenticator.Type.RECOVERY_CODES:
        signing_in.note("use-recovery-code", signing_in.person_signed_in(user), address_of(request))

"""Signing in, as the office counts and logs it: who came and went, what failed, and what was locked. Passwords and codes
are never kept, and a user name that is none is told to nobody: it may be a password in the wrong field."""

import datetime as dt
from collections.abc import Callable

from django.conf import settings
from django.db import transaction

from monosashi.office.keeping import clock
from monosashi.office.keeping.who_may import SignInFirst
from monosashi.office.people import showing, tries
from monosashi.office.refusals import NotAllowed
from monosashi.store.log import append
from monosashi.store.models import Person, Role
from monosashi.store.signature import NOBODY


class PasswordPast(NotAllowed):
    """A one-time password that was not used in time."""

    def __init__(self) -> None:
        super().__init__(
            "password-past",
            "この一回限りのパスワードは、期限が過ぎています。何も変更していません。管理者に、もう一度出してもらってください。",
            "This one-time password is past its day. Nothing was changed. Ask the keeper of the system for another.",
        )


def begin_password(username: str, address: str) -> None:
    """A password is about to be looked at. Raises ``tries.TooManyTries``."""
    tries.count(*_keys(username, address))


def wrong_password(username: str, address: str) -> None:
    """It was wrong. Raises ``tries.TooManyTries`` where it was the last that may be."""
    person = Person.objects.filter(username__iexact=username.strip()).first()
    note("sign-in-failed", person, address, {"how": "password"})
    tries.missed(*_keys(username, address))


def right_password(person: Person, address: str) -> None:
    """It was right. Raises ``PasswordPast`` where it was given for once and too long ago."""
    by_name, by_address = _keys(person.username, address)
    tries.forget(by_name)
    tries.forgive(by_address)
    if person.given_until and person.given_until < clock.now():
        note("sign-in-failed", person, address, {"how": "password-past"})
        raise PasswordPast


def begin_code(person: Person, address: str) -> None:
    """A code of the second factor is about to be looked at. Raises ``tries.TooManyTries``."""
    tries.count(tries.Key.of_code(person), tries.Key.of_address(address))


def wrong_code(person: Person, address: str) -> None:
    """It was wrong. Raises ``tries.TooManyTries`` where it was the last that may be."""
    note("sign-in-failed", person, address, {"how": "code"})
    tries.missed(tries.Key.of_code(person), tries.Key.of_address(address))


def right_code(person: Person, address: str) -> None:
    """It was right."""
    tries.forget(tries.Key.of_code(person))
    tries.forgive(tries.Key.of_address(address))


@transaction.atomic
def note(act: str, person: Person | None, address: str, details: dict[str, object] | None = None) -> None:
    """An act of signing in or out, or about one's own password and second factor, in the log."""
    append(
        act,
        person.username if person else "",
        person=person.signed if person else NOBODY,
        time=clock.now(),
        whose=showing.ministry_of(person) if person else None,
        details={"address": address, **(details or {})},
    )


@transaction.atomic
def own_password(person: Person, password: str, address: str) -> None:
    """The person's own new password, which ends every other session."""
    person.set_password(password)
    person.given_until = None
    person.save(update_fields=["password", "given_until"])
    note("change-password", person, address)


def to_do_first(person: Person, *, second_factor: Callable[[], bool], by_ministry: bool) -> str:
    """What a person must do before anything else: "password" (one that was given), "second-factor", or nothing.
    ``second_factor``: whether there is one, asked only where it counts; ``by_ministry``: signed in by the ministry's own service, which has its own rules for both."""
    if by_ministry:
        return ""
    if person.given_until is not None:
        return "password"
    return "second-factor" if needs_second_factor(Role(person.role)) and not second_factor() else ""


def needs_second_factor(role: Role) -> bool:
    """Whether this office asks for a second factor of everyone in that role."""
    return role.value in settings.REQUIRE_TOTP


def person_signed_in(user: object) -> Person:
    """The account behind what a web request knows of its user. Raises ``SignInFirst`` where no one has signed in."""
    if not isinstance(user, Person):
        raise SignInFirst
    return user


def longest_session() -> dt.timedelta:
    """How long one may stay signed in, whatever one does."""
    return dt.timedelta(seconds=settings.SESSION_COOKIE_AGE)


def _keys(username: str, address: str) -> tuple[tries.Key, tries.Key]:
    return tries.Key.of_name(username), tries.Key.of_address(address)

"""What the command line asks of people, once the office has been made ready (``monosashi.web.setup.open_office``)."""

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils import translation

from monosashi.office.people import accounts, roles, showing
from monosashi.office.people.accounts import Asked, BadPerson
from monosashi.office.people.operator import OPERATOR


def add_person(username: str, name: str, role: str, organisation: str, email: str, password: str = "") -> str:
    """A new account by the operator. ``password``: the person's own, typed at the terminal; else a one-time one is given
    back. Raises ``MonosashiError``."""
    known = roles.role_of(role)
    if known is None:
        words = ", ".join(role.value for role in roles.FITS)
        raise BadPerson(f"役割は {words} のどれかです。", f"The role is one of {words}.")
    asked = Asked(username=username, name=name, role=known, organisation=organisation, email=email)
    return accounts.add(OPERATOR, asked, password=_good(password, username, name))


def give_password(username: str, why: str, password: str = "") -> str:
    """Another password for an account, as ``add_person``."""
    own = _good(password, username, showing.one(OPERATOR, username).name)
    return accounts.give_password(OPERATOR, username, why, own)


def people_lines(closed: bool) -> list[tuple[str, str, str, str, str]]:
    """Each account: user name, name, role, organisation, and whether it is open."""
    return [
        (line.username, line.name, line.role.value, line.organisation, "open" if line.active else "closed")
        for line in showing.people(OPERATOR)
        if line.active or closed
    ]


def close_person(username: str, why: str) -> None:
    """Close an account. Raises ``MonosashiError``."""
    accounts.close(OPERATOR, username, why)


def reset_factor(username: str, why: str) -> None:
    """Take the second factor of an account away. Raises ``MonosashiError``."""
    accounts.reset_second_factor(OPERATOR, username, why)


def _good(password: str, username: str, name: str) -> str:
    """The password, if it keeps the rules or is none. Raises ``BadPerson``."""
    if password:
        try:
            validate_password(password, accounts.stranger(username, name))
        except ValidationError as error:
            raise BadPerson(_in("ja", error), _in("en", error)) from error
    return password


def _in(language: str, error: ValidationError) -> str:
    """Django's sentences of an error in a language: they are put into words when they are asked for."""
    with translation.override(language):
        return "".join(error.messages)

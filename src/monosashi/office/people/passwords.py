"""One-time passwords: given by the keeper, to be changed at the first sign-in, and worth nothing after some days."""

import datetime as dt
import secrets

from django.conf import settings

from monosashi.office.keeping import clock
from monosashi.store.models import Person

#: Letters and digits that nobody mistakes for another on paper: no 0 o, 1 l i.
_SIGNS = "abcdefghjkmnpqrstuvwxyz23456789"
_GROUPS, _IN_GROUP = 4, 4


def one_time_password() -> str:
    """16 signs at random in four groups: 79 bits, and short enough to be read out."""
    return "-".join("".join(secrets.choice(_SIGNS) for _ in range(_IN_GROUP)) for _ in range(_GROUPS))


def give(person: Person, own: str = "") -> str:
    """Put a one-time password on an account that the caller saves, and give it back; or the person's ``own``."""
    password = own or one_time_password()
    person.set_password(password)
    person.given_until = None if own else clock.now() + dt.timedelta(days=settings.GIVEN_PASSWORD_DAYS)
    return "" if own else password

"""Accounts: made, changed and closed by the keeper of the system, never deleted. Every change is in the log with what it
was, what it is and why."""

import re

from allauth.mfa.models import Authenticator
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction

from monosashi.model import Noun
from monosashi.office.keeping import Actor, Thing, clock, may, require_role
from monosashi.office.keeping.who_may import MayNot
from monosashi.office.people import passwords, showing, tokens, tries
from monosashi.office.people.organisations import NoSuchOrganisation
from monosashi.office.people.reason import given
from monosashi.office.people.roles import require_fit
from monosashi.office.refusals import Conflict, NotAsked
from monosashi.store.log import append
from monosashi.store.models import Organisation, Person, Role

_USERNAME = re.compile(r"[a-z0-9][a-z0-9._@-]{0,149}")
#: Words that stand where a user name would in addresses.
_TAKEN = frozenset({"new", "many"})
LONGEST_NAME = 150


class BadPerson(NotAsked):
    """An account that cannot be as it was asked for."""

    def __init__(self, ja: str, en: str) -> None:
        super().__init__("bad-person", f"{ja}何も変更していません。", f"{en} Nothing was changed.")


class PersonExists(Conflict):
    """There is an account of that user name already, open or closed."""

    def __init__(self, username: str) -> None:
        super().__init__(
            "person-exists",
            f"ユーザー名「{username}」は、もう使われています（停止した利用者も含みます）。何も作っていません。別のユーザー名にしてください。",
            f"The user name {username!r} is taken, if only by a closed account. Nothing was made. Take another.",
        )


class LastKeeper(Conflict):
    """The last active keeper of the system cannot be taken away."""

    def __init__(self) -> None:
        super().__init__(
            "last-keeper",
            "有効な管理者がいなくなるので、できません。何も変更していません。先に別の管理者を作ってください。",
            "There would be no active keeper of the system. Nothing was changed. Make another one first.",
        )


class Asked(Noun):
    """An account as it is asked for. ``organisation``: by address, empty for none."""

    username: str
    name: str
    role: Role
    organisation: str = ""
    email: str = ""


def require_keeper(actor: Actor) -> None:
    """Raise unless the actor manages people."""
    require_role(actor, "manage_people")
    if not may(actor, "manage_people", Thing()):
        raise MayNot("manage_people")


def add(actor: Actor, asked: Asked, why: str = "", password: str = "") -> str:
    """A new account: its one-time password, which nobody can show again; nothing where the person's own ``password`` is
    given. Raises ``BadPerson``, ``PersonExists``, ``NoSuchOrganisation``, ``RoleDoesNotFit``, ``MayNot``, ``SignInFirst``."""
    require_keeper(actor)
    person = checked(asked)
    given = passwords.give(person, password)
    keep(actor, person, why)
    return given


def stranger(username: str, name: str) -> Person:
    """A row that is kept nowhere, against which a password is held that must not be like the name."""
    return Person(username=username, name=name)


@transaction.atomic
def keep(actor: Actor, person: Person, why: str) -> None:
    """Keep a row that ``checked`` made. Raises ``PersonExists`` where another was quicker."""
    require_keeper(actor)
    if Person.objects.filter(username=person.username).exists():
        raise PersonExists(person.username)
    person.save()
    _log(actor, person, "add-person", {**_standing(person), "why": why.strip()})


def checked(asked: Asked) -> Person:
    """The account as a row that is not kept yet. Raises as ``add``."""
    username = asked.username.strip().lower()
    if not _USERNAME.fullmatch(username) or username in _TAKEN:
        raise BadPerson(
            "ユーザー名は、半角の英小文字・数字と . _ @ - で書いてください（先頭は英数字）。",
            "A user name is of small letters, digits and . _ @ -, beginning with a letter or digit.",
        )
    person = Person(username=username)
    _put(person, asked)
    if Person.objects.filter(username__iexact=username).exists():
        raise PersonExists(username)
    return person


@transaction.atomic
def change(actor: Actor, username: str, asked: Asked, why: str) -> None:
    """Another name, role, organisation or address of mail. Another role or organisation ends the sessions and tokens at
    once. Raises as ``add``, and ``NoSuchPerson``, ``WhyMissing``, ``LastKeeper``."""
    person = _managed(actor, username)
    reason = given(why)
    before, whose = _standing(person), showing.ministry_of(person)
    _put(person, asked)
    after = _standing(person)
    changes = [{"at": at, "was": before[at], "now": after[at]} for at in after if before[at] != after[at]]
    if not changes:
        return
    _keep_a_keeper(person)
    details: dict[str, object] = {"changes": changes, "why": reason}
    if {change["at"] for change in changes} & {"role", "organisation"}:
        details["tokens_revoked"] = tokens.revoke_all(person)
    person.save()
    _log(actor, person, "change-person", details, whose)


@transaction.atomic
def close(actor: Actor, username: str, why: str) -> None:
    """Nobody signs in with the account any more; what the person wrote stays. Raises as ``change``."""
    person = _managed(actor, username)
    reason = given(why)
    if not person.is_active:
        return
    person.is_active = False
    _keep_a_keeper(person)
    person.save()
    _log(actor, person, "close-person", {"tokens_revoked": tokens.revoke_all(person), "why": reason})


@transaction.atomic
def reopen(actor: Actor, username: str, why: str) -> str:
    """The account is good again, with a new one-time password. Raises as ``change``."""
    person = _managed(actor, username)
    reason = given(why)
    if person.is_active:
        raise PersonExists(username)
    if person.organisation and person.organisation.closed:
        raise NoSuchOrganisation(person.organisation.address)
    require_fit(Role(person.role), person.organisation)
    person.is_active = True
    password = passwords.give(person)
    person.save()
    _log(actor, person, "reopen-person", {"why": reason})
    return password


@transaction.atomic
def give_password(actor: Actor, username: str, why: str, password: str = "") -> str:
    """A new one-time password for an account (or the person's own ``password``, as ``add``), which ends its sessions and
    unlocks it. Raises as ``change``."""
    person = _managed(actor, username)
    reason = given(why)
    shown = passwords.give(person, password)
    person.save()
    tries.forget(*tries.keys_of(person))
    _log(actor, person, "give-password", {"why": reason})
    return shown


@transaction.atomic
def unlock(actor: Actor, username: str, why: str) -> None:
    """Forget the failures of an account's password and code. Raises as ``change``."""
    person = _managed(actor, username)
    reason = given(why)
    tries.forget(*tries.keys_of(person))
    _log(actor, person, "unlock-person", {"why": reason})


@transaction.atomic
def end_sessions(actor: Actor, username: str, why: str) -> None:
    """End every session and token of an account at once; the password stays. Raises as ``change``."""
    person = _managed(actor, username)
    reason = given(why)
    person.ended += 1
    person.save(update_fields=["ended"])
    _log(actor, person, "end-sessions", {"tokens_revoked": tokens.revoke_all(person), "why": reason})


@transaction.atomic
def reset_second_factor(actor: Actor, username: str, why: str) -> None:
    """Take the second factor and its recovery codes away (a lost telephone), ending every session. Raises as ``change``."""
    person = _managed(actor, username)
    reason = given(why)
    Authenticator.objects.filter(user_id=person.pk).delete()
    person.ended += 1
    person.save(update_fields=["ended"])
    _log(actor, person, "reset-second-factor", {"why": reason})


def _managed(actor: Actor, username: str) -> Person:
    """The account's row, locked. Raises ``NoSuchPerson``, ``MayNot``, ``SignInFirst``."""
    seen = showing.found(actor, username)
    if not may(actor, "manage_people", showing.thing_of_person(seen)):
        raise MayNot("manage_people")
    _keepers()
    # the row alone: what is joined to a row is not read again after waiting for it
    return Person.objects.select_for_update().get(pk=seen.pk)


def _keepers() -> list[int]:
    """The active keepers, their rows locked in one order, so that two of them cannot take each other away at once."""
    keepers = Person.objects.select_for_update().filter(role=Role.SYSADMIN, is_active=True).order_by("pk")
    return [keeper.pk for keeper in keepers]


def _put(person: Person, asked: Asked) -> None:
    """Lay what was asked for on the row. Raises ``BadPerson``, ``NoSuchOrganisation``, ``RoleDoesNotFit``."""
    name, email = asked.name.strip(), asked.email.strip()
    if not 1 <= len(name) <= LONGEST_NAME:
        raise BadPerson(
            f"氏名を 1〜{LONGEST_NAME} 字で書いてください。", f"Give a name of 1 to {LONGEST_NAME} characters."
        )
    if email:
        try:
            validate_email(email)
        except ValidationError as error:
            raise BadPerson("メールアドレスの書き方を確かめてください。", "Check the address of mail.") from error
    organisation = _organisation(asked.organisation, person.organisation)
    require_fit(asked.role, organisation)
    person.name, person.email, person.role, person.organisation = name, email, asked.role, organisation


def _organisation(address: str, kept: Organisation | None) -> Organisation | None:
    """The open organisation of that address; a closed one only if the account has it already."""
    if not address:
        return None
    organisation = Organisation.objects.select_related("parent__parent").filter(address=address).first()
    if organisation is None or (organisation.closed and organisation != kept):
        raise NoSuchOrganisation(address)
    return organisation


def _keep_a_keeper(person: Person) -> None:
    """Raise ``LastKeeper`` if, with this row as it is about to be, no active keeper is left."""
    if not (person.is_active and person.role == Role.SYSADMIN) and _keepers() == [person.pk]:
        raise LastKeeper


def _standing(person: Person) -> dict[str, str]:
    return {
        "name": person.name,
        "role": str(person.role),
        "organisation": person.organisation.address if person.organisation else "",
        "email": person.email,
    }


def _log(actor: Actor, person: Person, act: str, details: dict[str, object], whose: Organisation | None = None) -> None:
    append(
        act,
        person.username,
        person=actor.signed,
        time=clock.now(),
        whose=whose or showing.ministry_of(person),
        details=dict(details),
    )

"""Roles in words, and which organisation fits which role."""

import tomllib
from functools import cache
from importlib.resources import files

from monosashi.model import Message, Noun
from monosashi.office.keeping import rules
from monosashi.office.keeping.who_may import Reach
from monosashi.office.refusals import NotAsked
from monosashi.store.models import Organisation, OrganisationKind, Role

#: Each role that an account may have, in the order of choosing, with the level of organisation that it works for.
FITS: dict[Role, OrganisationKind | None] = {
    Role.OFFICE: OrganisationKind.MINISTRY,
    Role.BUREAU: OrganisationKind.BUREAU,
    Role.DIVISION: OrganisationKind.DIVISION,
    Role.COUNCIL: OrganisationKind.MINISTRY,
    Role.AUDITOR: None,
    Role.SYSADMIN: None,
}


class RoleDoesNotFit(NotAsked):
    """A role and an organisation that do not go together."""

    def __init__(self, role: Role, wanted: OrganisationKind | None) -> None:
        kind = kind_name(wanted) if wanted else Message(ja="なし", en="none")
        super().__init__(
            "role-does-not-fit",
            f"役割「{role_name(role).ja}」の所属は「{kind.ja}」です。何も変更していません。所属を選び直してください。",
            f"The role {role_name(role).en!r} belongs to an organisation of the kind {kind.en!r}. Nothing was changed. "
            "Choose another organisation.",
        )


class Permission(Noun):
    """What a role may do: the verb in words, and to whose things."""

    verb: str
    does: Message
    whose: Message


@cache
def _words() -> dict[str, dict[str, Message]]:
    text = files("monosashi.office.people").joinpath("words.toml").read_text(encoding="utf-8")
    return {
        part: {key: Message.model_validate(said) for key, said in entries.items()}
        for part, entries in tomllib.loads(text).items()
    }


def role_name(role: Role) -> Message:
    """What a role is called."""
    return _words()["role"][role]


def role_does(role: Role) -> Message:
    """What a role is there for, in a sentence."""
    return _words()["role_does"][role]


def kind_name(kind: OrganisationKind) -> Message:
    """What a level of organisation is called."""
    return _words()["kind"][kind]


def verb_name(verb: str) -> Message:
    """What a verb of the table is called."""
    return _words()["verb"][verb]


def verbs_in_words() -> tuple[str, ...]:
    """Every verb that has words."""
    return tuple(_words()["verb"])


def reach_name(reach: Reach) -> Message:
    """Whose things a reach means."""
    return _words()["reach"][reach]


def permissions(role: Role) -> tuple[Permission, ...]:
    """All that a role may do, in the order of the table of who may what."""
    return tuple(
        Permission(verb=verb, does=verb_name(verb), whose=reach_name(rule.reach[role]))
        for verb, rule in rules().items()
        if rule.reach[role] is not Reach.NONE
    )


def role_of(text: str) -> Role | None:
    """The role that a word names, in Japanese, English or by its key; None for a word that names none that an account may
    have."""
    asked = text.strip().casefold()
    for role in FITS:
        name = role_name(role)
        if asked in {role.value, name.ja.casefold(), name.en.casefold()}:
            return role
    return None


def require_fit(role: Role, organisation: Organisation | None) -> None:
    """Raise ``RoleDoesNotFit`` unless the role and the organisation go together."""
    wanted = FITS.get(role)
    if role not in FITS or (organisation.kind if organisation else None) != wanted:
        raise RoleDoesNotFit(role, wanted)

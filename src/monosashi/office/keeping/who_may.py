"""Who may: the one place that decides every verb on every thing, from one table (``who_may.toml``)."""

import tomllib
from enum import StrEnum
from functools import cache
from importlib.resources import files

from django.db.models import Q

from monosashi.model import Noun
from monosashi.office.keeping.actor import Actor
from monosashi.office.library import NotInLibrary
from monosashi.office.refusals import NotAllowed, NotThere
from monosashi.store.models import KeptSheet, Organisation, OrganisationKind, Role


class Reach(StrEnum):
    """Whose things a role may do something to."""

    NONE = "none"
    DIVISION = "division"
    BUREAU = "bureau"
    MINISTRY = "ministry"
    SHOWN = "shown"
    ALL = "all"


class Rule(Noun):
    """A verb's row: the token scope it takes, and each role's reach."""

    scope: str
    reach: dict[Role, Reach]


class Thing(Noun):
    """What a verb is done to, as far as it decides who may: whose it is, whether released, whether shown to the council."""

    ministry: str = ""
    bureau: str = ""
    division: str = ""
    released: bool = False
    shown: bool = False


class MayNot(NotAllowed):
    """A verb that is not this role's."""

    def __init__(self, verb: str) -> None:
        super().__init__(
            "may-not",
            "この操作は、あなたの役割ではできません。何も変更していません。必要なら、評価担当に頼むか、役割の変更を管理者に頼んでください。",
            f"Your role may not do this ({verb}). Nothing was changed. Ask the evaluation office to do it, or the keeper of "
            "the system for another role.",
        )


class SignInFirst(NotAllowed):
    """A verb that nobody may who has not signed in."""

    def __init__(self) -> None:
        super().__init__(
            "sign-in-first",
            "ログインが必要です。何も変更していません。ログインしてから、もう一度操作してください。",
            "You need to sign in. Nothing was changed. Sign in and do it again.",
        )


@cache
def rules() -> dict[str, Rule]:
    """Every verb with its row."""
    text = files("monosashi.office.keeping").joinpath("who_may.toml").read_text(encoding="utf-8")
    return {
        verb: Rule(scope=row.pop("scope"), reach={Role(role): Reach(reach) for role, reach in row.items()})
        for verb, row in tomllib.loads(text).items()
    }


def may(actor: Actor, verb: str, thing: Thing) -> bool:
    """Whether an actor may do a verb to a thing. Raises ``KeyError`` for a verb that is not in the table."""
    rule = rules()[verb]
    if actor.scopes is not None and rule.scope not in actor.scopes:
        return False
    same_ministry = bool(actor.ministry) and actor.ministry == thing.ministry
    return {
        Reach.NONE: False,
        Reach.DIVISION: bool(actor.division) and actor.division == thing.division,
        Reach.BUREAU: bool(actor.bureau) and actor.bureau == thing.bureau,
        Reach.MINISTRY: same_ministry,
        Reach.SHOWN: thing.shown and same_ministry,
        Reach.ALL: True,
    }[rule.reach[actor.role]]


def require(actor: Actor, verb: str, thing: Thing, absent: NotThere | None = None) -> None:
    """Raise unless the actor may. A thing that the actor may not even see is not there: ``absent`` is raised (by default
    ``NotInLibrary``), never an error that would tell that it exists."""
    if may(actor, verb, thing):
        return
    if not (thing.released or may(actor, "see", thing)):
        raise absent or NotInLibrary("")
    raise MayNot(verb) if actor.known else SignInFirst


def require_role(actor: Actor, verb: str) -> None:
    """Raise unless the actor's role may do the verb to anything at all: for pages that are about no one thing."""
    rule = rules()[verb]
    if rule.reach[actor.role] is Reach.NONE:
        raise MayNot(verb) if actor.known else SignInFirst
    if actor.scopes is not None and rule.scope not in actor.scopes:
        raise MayNot(verb)


def within(actor: Actor, verb: str, prefix: str = "") -> Q:
    """The things an actor may do a verb to, as a condition of a query over rows with ``ministry``, ``bureau``,
    ``division`` (and ``shown_to_council``), themselves or under ``prefix`` (``sheet__``)."""
    rule = rules()[verb]
    granted = actor.scopes is None or rule.scope in actor.scopes
    reach = rule.reach[actor.role] if granted else Reach.NONE
    columns: dict[Reach, dict[str, str | bool]] = {
        Reach.MINISTRY: {"ministry__address": actor.ministry},
        Reach.BUREAU: {"bureau__address": actor.bureau},
        Reach.DIVISION: {"division__address": actor.division},
        Reach.SHOWN: {"ministry__address": actor.ministry, "shown_to_council": True},
    }
    own = columns.get(reach, {})
    if reach is Reach.ALL:
        return Q()
    if not own or not all(own.values()):
        return Q(pk__in=[])
    return Q(**{prefix + column: value for column, value in own.items()})


def thing_of(kept: KeptSheet) -> Thing:
    """A sheet as a thing."""
    return Thing(
        ministry=kept.ministry.address,
        bureau=kept.bureau.address if kept.bureau else "",
        division=kept.division.address if kept.division else "",
        released=kept.releases.exists(),
        shown=kept.shown_to_council,
    )


def thing_of_organisation(organisation: Organisation) -> Thing:
    """An organisation as a thing: whatever belongs to it."""
    found = {kind: organisation.above(kind) for kind in OrganisationKind}
    return Thing(
        ministry=m.address if (m := found[OrganisationKind.MINISTRY]) else "",
        bureau=b.address if (b := found[OrganisationKind.BUREAU]) else "",
        division=d.address if (d := found[OrganisationKind.DIVISION]) else "",
    )

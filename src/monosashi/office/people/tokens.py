"""Tokens: what a program shows to act for a person, within scopes and until a day.

The secret is shown once, when it is made; only its sha256 is kept. A program can do no more than the person may at that
moment (a closed account's tokens are worth nothing), and no more than the scopes say: read, collect, write.
"""

import datetime as dt
import hashlib
import secrets

from django.db import transaction

from monosashi.model import Noun
from monosashi.office.keeping import Actor, actor_of, clock, person_of, rules
from monosashi.office.keeping.who_may import MayNot, Reach, SignInFirst
from monosashi.office.people import tries
from monosashi.office.refusals import NotAsked, NotThere
from monosashi.store.log import append
from monosashi.store.models import OrganisationKind, Person, Token

#: What a token may carry, in this order.
SCOPES = ("read", "collect", "write")
#: No token lives longer.
MOST_DAYS = 365
#: So that a secret left in a file is known for what it is.
_MARK = "monosashi_"
_LONGEST_NAME = 150
#: The last use is written down at most so often: a program that reads a thousand sheets writes one row.
_USED_EVERY = dt.timedelta(minutes=1)


class BadToken(NotAsked):
    """A token that cannot be made as it was asked for."""

    def __init__(self, ja: str, en: str) -> None:
        super().__init__("bad-token", f"{ja}トークンは作っていません。", f"{en} No token was made.")


class NoSuchToken(NotThere):
    """A token that is not there, or is another person's."""

    def __init__(self) -> None:
        super().__init__(
            "no-such-token",
            "そのトークンはありません。何も変更していません。トークンの一覧を開き直してください。",
            "There is no such token. Nothing was changed. Open the list of tokens again.",
        )


class TokenLine(Noun):
    """A token as its owner sees it. ``live``: whether it is worth something now."""

    id: int
    name: str
    scopes: tuple[str, ...]
    made: dt.datetime
    expires: dt.datetime
    used: dt.datetime | None
    revoked: bool
    live: bool


def actor_of_token(secret: str, address: str = "") -> Actor | None:
    """The actor that a program with this secret is; None where it is worth nothing (unknown, revoked, past its day, its
    account closed). ``address``: where the program asks from, which is not heard for some minutes after many wrong secrets.
    Raises ``tries.TooManyTries``."""
    keys = (tries.Key.of_address(address, "token"),) if address else ()
    tries.count(*keys)
    token = Token.objects.select_related("person__organisation").filter(sha256=_digest(secret)).first()
    now = clock.now()
    if token is None or token.revoked or token.expires <= now or not token.person.is_active:
        tries.missed(*keys)
        return None
    tries.forgive(*keys)
    if token.used is None or token.used < now - _USED_EVERY:
        Token.objects.filter(pk=token.pk).update(used=now)
    return actor_of(token.person, frozenset(token.scopes.split()))


def scopes_of(actor: Actor) -> tuple[str, ...]:
    """The scopes that are of use to the person's role: those of a verb it may do to anything at all."""
    return tuple(
        scope
        for scope in SCOPES
        if any(rule.scope == scope and rule.reach[actor.role] is not Reach.NONE for rule in rules().values())
    )


def tokens_of(actor: Actor) -> tuple[TokenLine, ...]:
    """The person's own tokens, the newest first. Raises ``SignInFirst``, and ``MayNot`` for a program."""
    owner, now = _in_person(actor), clock.now()
    return tuple(
        TokenLine(
            id=row.pk,
            name=row.name,
            scopes=tuple(row.scopes.split()),
            made=row.made,
            expires=row.expires,
            used=row.used,
            revoked=row.revoked,
            live=not row.revoked and row.expires > now,
        )
        for row in Token.objects.filter(person_id=owner)
    )


@transaction.atomic
def make_token(actor: Actor, name: str, scopes: tuple[str, ...], days: int) -> str:
    """A new token of the person's own: its secret, which nobody can show again. ``days``: how long it is good, at most
    ``MOST_DAYS``. Raises ``BadToken``, ``SignInFirst``, and ``MayNot`` for a program."""
    _in_person(actor)
    chosen = tuple(scope for scope in SCOPES if scope in scopes)
    if not name.strip() or len(name.strip()) > _LONGEST_NAME:
        raise BadToken("トークンの名前を 1〜150 字で書いてください。", "Give the token a name of 1 to 150 characters.")
    if not chosen or len(chosen) != len(scopes) or not set(chosen) <= set(scopes_of(actor)):
        raise BadToken("できることを一つ以上選んでください。", "Choose at least one thing that the token may do.")
    if not 1 <= days <= MOST_DAYS:
        raise BadToken(f"期限は 1〜{MOST_DAYS} 日で書いてください。", f"The expiry must be 1 to {MOST_DAYS} days away.")
    person, now = person_of(actor), clock.now()
    secret = _MARK + secrets.token_urlsafe(32)
    expires = now + dt.timedelta(days=days)
    Token.objects.create(
        person=person,
        name=name.strip(),
        sha256=_digest(secret),
        scopes=" ".join(chosen),
        made=now,
        expires=expires,
    )
    _log(actor, person, "make-token", {"name": name.strip(), "scopes": list(chosen), "expires": expires.isoformat()})
    return secret


@transaction.atomic
def revoke_token(actor: Actor, token: int) -> None:
    """End one of the person's own tokens at once, for good. Raises ``NoSuchToken``, ``SignInFirst``, ``MayNot``."""
    owner = _in_person(actor)
    row = Token.objects.select_for_update(of=("self",)).filter(pk=token, person_id=owner).first()
    if row is None:
        raise NoSuchToken
    if not row.revoked:
        row.revoked = True
        row.save(update_fields=["revoked"])
        _log(actor, person_of(actor), "revoke-token", {"name": row.name})


def revoke_all(person: Person) -> int:
    """End every token of an account, inside the act that gives it another role or closes it. How many were live."""
    return Token.objects.filter(person=person, revoked=False).update(revoked=True)


def _in_person(actor: Actor) -> int:
    """Who asks, in person: a program makes no keys for other programs."""
    if actor.person is None:
        raise SignInFirst
    if actor.scopes is not None:
        raise MayNot("tokens")
    return actor.person


def _log(actor: Actor, person: Person, act: str, details: dict[str, object]) -> None:
    whose = person.organisation.above(OrganisationKind.MINISTRY) if person.organisation else None
    append(act, person.username, person=actor.signed, time=clock.now(), whose=whose, details=details)


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()

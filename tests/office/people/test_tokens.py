"""Tokens: what a program may with one, and when it is worth nothing."""

import datetime as dt
import hashlib

import pytest
from django.db import connection
from pytest_django import Settings

from monosashi.office.keeping import PUBLIC, Actor
from monosashi.office.keeping import clock as office_clock
from monosashi.office.keeping.who_may import MayNot, SignInFirst
from monosashi.office.people.tokens import (
    BadToken,
    NoSuchToken,
    actor_of_token,
    make_token,
    revoke_token,
    scopes_of,
    tokens_of,
)
from monosashi.office.people.tries import TooManyTries
from monosashi.store.models import LogEntry, Token
from tests.world import World


def test_a_program_is_the_person_within_the_scopes(world: World) -> None:
    secret = make_token(world.actor("bureau"), "集計", ("read", "collect"), 30)
    assert actor_of_token(secret) == world.actor("bureau").model_copy(update={"scopes": frozenset({"read", "collect"})})


def test_only_the_sha256_of_the_secret_is_kept(world: World) -> None:
    secret = make_token(world.actor("bureau"), "集計", ("read",), 30)
    assert Token.objects.get().sha256 == hashlib.sha256(secret.encode()).hexdigest()
    with connection.cursor() as cursor:
        cursor.execute("select record from store_logentry")
        assert all(secret not in record for (record,) in cursor.fetchall())


def test_a_token_ends_on_its_day(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    secret = make_token(world.actor("bureau"), "集計", ("read",), 30)
    later = office_clock.now() + dt.timedelta(days=30)
    monkeypatch.setattr(office_clock, "now", lambda: later)
    assert actor_of_token(secret) is None
    assert [token.live for token in tokens_of(world.actor("bureau"))] == [False]


def test_a_revoked_token_is_worth_nothing(world: World) -> None:
    secret = make_token(world.actor("bureau"), "集計", ("read",), 30)
    revoke_token(world.actor("bureau"), tokens_of(world.actor("bureau"))[0].id)
    assert actor_of_token(secret) is None


def test_a_closed_account_has_no_programs(world: World) -> None:
    secret = make_token(world.actor("bureau"), "集計", ("read",), 30)
    world.people["bureau"].is_active = False
    world.people["bureau"].save()
    assert actor_of_token(secret) is None


def test_the_last_use_is_written_down(world: World) -> None:
    secret = make_token(world.actor("bureau"), "集計", ("read",), 30)
    assert tokens_of(world.actor("bureau"))[0].used is None
    before = office_clock.now()
    actor_of_token(secret)
    used = tokens_of(world.actor("bureau"))[0].used
    assert used is not None
    assert used >= before


def test_a_token_asked_for_wrongly_is_not_made(world: World) -> None:
    wrong: list[tuple[str, tuple[str, ...], int]] = [
        ("", ("read",), 30),
        ("x" * 151, ("read",), 30),
        ("x", (), 30),
        ("x", ("read", "rule"), 30),
        ("x", ("read", "read"), 30),
        ("x", ("read",), 0),
        ("x", ("read",), 366),
    ]
    for name, scopes, days in wrong:
        with pytest.raises(BadToken):
            make_token(world.actor("bureau"), name, scopes, days)
    assert not Token.objects.exists()


def test_a_role_is_offered_the_scopes_it_can_use(world: World) -> None:
    assert {who: scopes_of(world.actor(who)) for who in ("bureau", "auditor", "council", "keeper")} == {
        "bureau": ("read", "collect", "write"),
        "auditor": ("read",),
        "council": ("read", "write"),
        "keeper": ("read", "write"),
    }
    with pytest.raises(BadToken):
        make_token(world.actor("auditor"), "x", ("write",), 30)


def test_nobody_and_no_program_makes_tokens(world: World) -> None:
    program: Actor = world.actor("bureau").model_copy(update={"scopes": frozenset({"write"})})
    for actor, refusal in ((PUBLIC, SignInFirst), (program, MayNot)):
        with pytest.raises(refusal):
            make_token(actor, "x", ("read",), 30)
        with pytest.raises(refusal):
            tokens_of(actor)
        with pytest.raises(refusal):
            revoke_token(actor, 1)


def test_anothers_token_is_not_there(world: World) -> None:
    make_token(world.actor("bureau"), "集計", ("read",), 30)
    with pytest.raises(NoSuchToken):
        revoke_token(world.actor("bureau2"), Token.objects.get().pk)
    assert tokens_of(world.actor("bureau2")) == ()


def test_an_address_that_guesses_is_no_longer_heard(world: World, settings: Settings) -> None:
    settings.TRIES_OF_AN_ADDRESS = 3
    secret = make_token(world.actor("bureau"), "集計", ("read",), 30)
    assert [actor_of_token("wrong", "10.0.0.9"), actor_of_token("wrong", "10.0.0.9")] == [None, None]
    with pytest.raises(TooManyTries):
        actor_of_token("wrong", "10.0.0.9")
    with pytest.raises(TooManyTries):
        actor_of_token(secret, "10.0.0.9")
    assert actor_of_token(secret, "10.0.0.8") is not None
    assert LogEntry.objects.filter(verb="lock-out", object="10.0.0.9").count() == 1


def test_making_and_revoking_are_logged(world: World) -> None:
    make_token(world.actor("bureau"), "集計", ("read",), 30)
    revoke_token(world.actor("bureau"), Token.objects.get().pk)
    entries = LogEntry.objects.filter(object="bureau").order_by("number")
    assert [(entry.verb, entry.ministry, entry.bureau) for entry in entries] == [
        ("make-token", "soumu", ""),
        ("revoke-token", "soumu", ""),
    ]

"""Accounts: what the keeper of the system does to them, what nobody may, and what the log says of it."""

import json
import threading
from collections.abc import Callable

import pytest
from allauth.mfa.models import Authenticator
from django.db import connection
from django.test import Client

from monosashi.office.keeping import PUBLIC, Actor, clock
from monosashi.office.keeping.who_may import MayNot, SignInFirst
from monosashi.office.people import accounts, organisations, showing, tries
from monosashi.office.people.accounts import Asked, BadPerson, LastKeeper, PersonExists
from monosashi.office.people.operator import OPERATOR
from monosashi.office.people.organisations import NoSuchOrganisation
from monosashi.office.people.reason import WhyMissing
from monosashi.office.people.roles import RoleDoesNotFit
from monosashi.office.people.showing import NoSuchPerson
from monosashi.office.people.tokens import actor_of_token, make_token
from monosashi.store.models import LogEntry, Person, Role
from tests.web.signed_in import client_as
from tests.world import World

YAMADA = Asked(username="yamada", name="山田 花子", role=Role.BUREAU, organisation="soumu-kokusai")


def last_entry() -> tuple[str, str, str, dict[str, object]]:
    """The last entry of the log: act, object, ministry and details."""
    entry = LogEntry.objects.latest("number")
    details: dict[str, object] = json.loads(entry.record)["details"]
    return entry.verb, entry.object, entry.ministry, details


def test_an_account_is_made_with_a_password_good_once(world: World) -> None:
    password = accounts.add(world.actor("keeper"), YAMADA, "異動")
    person = Person.objects.get(username="yamada")
    assert (person.name, person.role, person.organisation) == (
        "山田 花子",
        Role.BUREAU,
        world.organisations["soumu-kokusai"],
    )
    assert person.check_password(password)
    assert person.given_until is not None
    assert 6 <= (person.given_until - clock.now()).days <= 7
    assert last_entry() == (
        "add-person",
        "yamada",
        "soumu",
        {"name": "山田 花子", "role": "bureau", "organisation": "soumu-kokusai", "email": "", "why": "異動"},
    )


def test_an_account_that_cannot_be_is_not_made(world: World) -> None:
    wrong: list[tuple[dict[str, str], type[Exception]]] = [
        ({"username": "山田"}, BadPerson),
        ({"username": "new"}, BadPerson),
        ({"username": "../x"}, BadPerson),
        ({"username": ""}, BadPerson),
        ({"username": "Bureau"}, PersonExists),
        ({"name": " "}, BadPerson),
        ({"email": "yamada"}, BadPerson),
        ({"organisation": "nowhere"}, NoSuchOrganisation),
        ({"organisation": ""}, RoleDoesNotFit),
        ({"organisation": "soumu"}, RoleDoesNotFit),
        ({"role": Role.SYSADMIN}, RoleDoesNotFit),
        ({"role": Role.PUBLIC, "organisation": ""}, RoleDoesNotFit),
    ]
    before = Person.objects.count(), LogEntry.objects.count()
    for change, refusal in wrong:
        with pytest.raises(refusal):
            accounts.add(world.actor("keeper"), YAMADA.model_copy(update=change))
    assert (Person.objects.count(), LogEntry.objects.count()) == before


def test_nobody_but_the_keeper_manages_people(world: World) -> None:
    acts = (accounts.close, accounts.give_password, accounts.unlock, accounts.end_sessions, accounts.reopen)
    for username in ("office", "bureau", "division", "council", "auditor"):
        actor = world.actor(username)
        with pytest.raises(MayNot):
            accounts.add(actor, YAMADA)
        for act in acts:
            with pytest.raises((MayNot, NoSuchPerson)):
                act(actor, "bureau2", "x")
    with pytest.raises(SignInFirst):
        accounts.add(PUBLIC, YAMADA)


def test_a_program_of_the_keeper_needs_the_scope(world: World) -> None:
    program = world.actor("keeper").model_copy(update={"scopes": frozenset({"read"})})
    with pytest.raises(MayNot):
        accounts.add(program, YAMADA)
    with pytest.raises(MayNot):
        accounts.close(program, "bureau", "x")
    assert len(showing.people(program)) == len(world.people)


def test_who_sees_whom(world: World) -> None:
    asking = ("keeper", "auditor", "office", "other-office")
    assert [len(showing.people(world.actor(username))) for username in asking] == [12, 12, 8, 2]


def test_another_ministrys_person_is_not_there(world: World) -> None:
    for username in ("other-ministry", "keeper", "auditor", "nobody"):
        with pytest.raises(NoSuchPerson) as absent:
            showing.one(world.actor("office"), username)
        assert absent.value.code == "no-such-person"


def test_a_change_tells_from_to_and_why_and_ends_sessions_and_tokens(world: World) -> None:
    signed_in = client_as(world, "bureau")
    secret = make_token(world.actor("bureau"), "集計", ("read",), 30)
    asked = Asked(username="bureau", name="bureauさん", role=Role.DIVISION, organisation="soumu-jichi-1")
    accounts.change(world.actor("keeper"), "bureau", asked, "人事異動")
    assert last_entry() == (
        "change-person",
        "bureau",
        "soumu",
        {
            "changes": [
                {"at": "role", "was": "bureau", "now": "division"},
                {"at": "organisation", "was": "soumu-kokusai", "now": "soumu-jichi-1"},
            ],
            "tokens_revoked": 1,
            "why": "人事異動",
        },
    )
    assert signed_in.get("/accounts/").status_code == 302
    assert actor_of_token(secret) is None


def test_another_name_ends_nothing(world: World) -> None:
    signed_in = client_as(world, "bureau")
    asked = Asked(username="bureau", name="改姓", role=Role.BUREAU, organisation="soumu-kokusai")
    accounts.change(world.actor("keeper"), "bureau", asked, "改姓のため")
    assert signed_in.get("/accounts/").status_code == 200


def test_a_change_to_the_same_writes_nothing(world: World) -> None:
    before = LogEntry.objects.count()
    asked = Asked(username="bureau", name="bureauさん", role=Role.BUREAU, organisation="soumu-kokusai")
    accounts.change(world.actor("keeper"), "bureau", asked, "なし")
    assert LogEntry.objects.count() == before


def close(actor: Actor, username: str) -> None:
    accounts.close(actor, username, "退職")


def end(actor: Actor, username: str) -> None:
    accounts.end_sessions(actor, username, "紛失")


def password(actor: Actor, username: str) -> None:
    accounts.give_password(actor, username, "失念")


def factor(actor: Actor, username: str) -> None:
    accounts.reset_second_factor(actor, username, "紛失")


@pytest.mark.parametrize(
    ("act", "entry"),
    [(close, "close-person"), (end, "end-sessions"), (password, "give-password"), (factor, "reset-second-factor")],
)
def test_what_ends_every_session_at_once(world: World, act: Callable[[Actor, str], None], entry: str) -> None:
    signed_in: Client = client_as(world, "bureau")
    assert signed_in.get("/accounts/").status_code == 200
    act(world.actor("keeper"), "bureau")
    assert signed_in.get("/accounts/").status_code == 302
    assert last_entry()[:3] == (entry, "bureau", "soumu")


def test_a_closed_account_comes_back_with_another_password(world: World) -> None:
    keeper = world.actor("keeper")
    accounts.close(keeper, "bureau", "休職")
    assert not showing.one(keeper, "bureau").active
    given = accounts.reopen(keeper, "bureau", "復職")
    assert Person.objects.get(username="bureau").check_password(given)


def test_nobody_comes_back_to_an_organisation_that_is_closed(world: World) -> None:
    keeper = world.actor("keeper")
    accounts.close(keeper, "division", "退職")
    organisations.close(keeper, "soumu-kokusai-1", "廃止")
    with pytest.raises(NoSuchOrganisation):
        accounts.reopen(keeper, "division", "復職")


def test_ending_every_session_ends_the_programs_too(world: World) -> None:
    secret = make_token(world.actor("bureau"), "集計", ("read",), 30)
    accounts.end_sessions(world.actor("keeper"), "bureau", "乗っ取りの疑い")
    assert actor_of_token(secret) is None


def test_a_lost_telephone(world: World) -> None:
    Authenticator.objects.create(user=world.people["bureau"], type=Authenticator.Type.TOTP, data={"secret": "x"})
    assert showing.one(world.actor("keeper"), "bureau").second_factor
    accounts.reset_second_factor(world.actor("keeper"), "bureau", "紛失")
    assert not showing.one(world.actor("keeper"), "bureau").second_factor


def test_unlocking(world: World) -> None:
    keys = tries.keys_of(world.people["bureau"])
    for _ in range(5):
        tries.count(keys[0])
    with pytest.raises(tries.TooManyTries):
        tries.missed(keys[0])
    assert showing.one(world.actor("keeper"), "bureau").locked_until is not None
    accounts.unlock(world.actor("keeper"), "bureau", "本人から電話")
    assert showing.one(world.actor("keeper"), "bureau").locked_until is None
    tries.count(keys[0])


def test_a_change_needs_a_reason(world: World) -> None:
    for act in (accounts.close, accounts.give_password, accounts.unlock, accounts.end_sessions):
        with pytest.raises(WhyMissing):
            act(world.actor("keeper"), "bureau", "  ")


def test_the_last_keeper_stays(world: World) -> None:
    keeper = world.actor("keeper")
    with pytest.raises(LastKeeper):
        accounts.close(keeper, "keeper", "x")
    with pytest.raises(LastKeeper):
        accounts.change(keeper, "keeper", Asked(username="keeper", name="x", role=Role.AUDITOR), "x")
    accounts.add(keeper, Asked(username="second", name="次", role=Role.SYSADMIN))
    accounts.close(keeper, "keeper", "交代")
    with pytest.raises(LastKeeper):
        accounts.close(OPERATOR, "second", "x")


def test_two_keepers_do_not_take_each_other_away(lasting_world: World) -> None:
    keeper = lasting_world.actor("keeper")
    accounts.add(keeper, Asked(username="second", name="次", role=Role.SYSADMIN))
    raised: list[Exception] = []

    def close_one(username: str) -> None:
        try:
            accounts.close(OPERATOR, username, "x")
        except LastKeeper as error:
            raised.append(error)
        finally:
            connection.close()

    both = [threading.Thread(target=close_one, args=(name,)) for name in ("keeper", "second")]
    for one in both:
        one.start()
    for one in both:
        one.join()
    assert len(raised) == 1
    assert Person.objects.filter(role=Role.SYSADMIN, is_active=True).count() == 1

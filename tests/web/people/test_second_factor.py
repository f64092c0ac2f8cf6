"""The second factor: set up, asked for, replaced by a recovery code, required of a role."""

import re

from allauth.mfa.models import Authenticator
from django.test import Client
from pytest_django import Settings

from monosashi.web.people.adapters import SecondFactorAdapter
from tests.publishing.html.sheets import elements, parsed
from tests.web.people.codes import code_of
from tests.web.people.test_entrance import HOME, logged, sign_in
from tests.web.signed_in import client_as
from tests.world import PASSWORD, World

ACTIVATE = "/accounts/2fa/totp/activate/"
AUTHENTICATE = "/accounts/2fa/authenticate/"


def set_up(client: Client) -> tuple[str, list[str]]:
    """Set the second factor up for who has signed in: the secret and the recovery codes that were shown."""
    asked = client.get(ACTIVATE)
    assert asked.headers["Location"].startswith("/accounts/reauthenticate/")
    client.post(asked.headers["Location"], {"password": PASSWORD})
    page = client.get(ACTIVATE).content.decode()
    secret = re.findall(r'class="secret">([A-Z2-7]+)<', page)[0]
    assert "data:image/svg+xml;base64," in page
    answer = client.post(ACTIVATE, {"code": code_of(secret, -1)})
    assert answer.headers["Location"] == "/accounts/2fa/recovery-codes/"
    codes = [
        one.text_content()
        for one in elements(parsed(client.get(answer.headers["Location"]).content.decode()), "//li/code")
    ]
    return secret, codes


def test_a_code_is_asked_for_after_the_password_and_is_good_once(world: World) -> None:
    first = client_as(world)
    sign_in(first, "bureau")
    secret, _ = set_up(first)
    client, other = client_as(world), client_as(world)
    assert sign_in(client, "bureau") == AUTHENTICATE
    assert client.get("/tokens/").status_code == 302
    code = code_of(secret)
    assert client.post(AUTHENTICATE, {"code": code}).headers["Location"] == HOME
    assert client.get("/tokens/").status_code == 200
    assert sign_in(other, "bureau") == AUTHENTICATE
    assert "コードが正しくありません" in other.post(AUTHENTICATE, {"code": code}).content.decode()
    assert [(act, details["how"]) for act, _, details in logged("sign-in", "sign-in-failed")] == [
        ("sign-in", ["password"]),
        ("sign-in", ["password", "mfa"]),
        ("sign-in-failed", "code"),
    ]
    assert [act for act, _, _ in logged("add-second-factor")] == ["add-second-factor"]


def test_guessing_codes_locks_although_the_password_is_right_each_time(world: World) -> None:
    first = client_as(world)
    sign_in(first, "bureau")
    secret, _ = set_up(first)
    said = []
    for _ in range(3):
        client = client_as(world)
        sign_in(client, "bureau")
        said += ["続けて失敗" in client.post(AUTHENTICATE, {"code": "000000"}).content.decode() for _ in range(2)]
    assert said == [False] * 4 + [True] * 2
    client = client_as(world)
    sign_in(client, "bureau")
    assert "続けて失敗" in client.post(AUTHENTICATE, {"code": code_of(secret)}).content.decode()


def test_a_recovery_code_works_once_and_codes_are_shown_once(world: World) -> None:
    first = client_as(world)
    sign_in(first, "bureau")
    _, codes = set_up(first)
    assert len(codes) == 10
    assert codes[0] not in first.get("/accounts/2fa/recovery-codes/").content.decode()
    client, again = client_as(world), client_as(world)
    sign_in(client, "bureau")
    assert client.post(AUTHENTICATE, {"code": codes[0]}).status_code == 302
    sign_in(again, "bureau")
    assert again.post(AUTHENTICATE, {"code": codes[0]}).status_code == 200
    assert [act for act, _, _ in logged("use-recovery-code")] == ["use-recovery-code"]


def test_new_recovery_codes_take_the_place_of_the_old(world: World) -> None:
    client = client_as(world)
    sign_in(client, "bureau")
    _, codes = set_up(client)
    answer = client.post("/accounts/2fa/recovery-codes/generate/", follow=True).content.decode()
    fresh = [one.text_content() for one in elements(parsed(answer), "//li/code")]
    assert len(fresh) == 10
    assert not set(fresh) & set(codes)


def test_the_second_factor_is_taken_off_and_logged(world: World) -> None:
    client = client_as(world)
    sign_in(client, "bureau")
    set_up(client)
    client.post("/accounts/2fa/totp/deactivate/")
    assert not Authenticator.objects.filter(user=world.people["bureau"]).exists()
    assert [act for act, _, _ in logged("remove-second-factor")] == ["remove-second-factor"]


def test_a_copy_of_the_database_alone_does_not_hold_the_secret(world: World, settings: Settings) -> None:
    client = client_as(world)
    sign_in(client, "bureau")
    secret, codes = set_up(client)
    rows = str(list(Authenticator.objects.values_list("data", flat=True)))
    assert secret not in rows
    assert not [code for code in codes if code in rows]
    kept = Authenticator.objects.get(type=Authenticator.Type.TOTP).data["secret"]
    assert SecondFactorAdapter().decrypt(kept) == secret
    settings.SECRET_KEY = "another"
    assert SecondFactorAdapter().decrypt(kept) != secret


def test_a_role_that_needs_it_sets_it_up_before_anything_else(world: World, settings: Settings) -> None:
    settings.REQUIRE_TOTP = frozenset({"bureau"})
    client = client_as(world)
    sign_in(client, "bureau")
    for address in ("/", "/tokens/", "/accounts/"):
        assert client.get(address).headers["Location"] == ACTIVATE
    assert client.post("/tokens/", {"name": "x"}).status_code == 403
    assert client.get("/sheets.csv").headers["Location"] == ACTIVATE
    set_up(client)
    assert client.get("/tokens/").status_code == 200
    assert "二段階認証を外す" not in client.get("/accounts/").content.decode()
    assert client_as(world, "division").get("/tokens/").status_code == 200


def test_nobody_reaches_its_pages_without_signing_in(world: World) -> None:
    for address in (ACTIVATE, "/accounts/2fa/totp/deactivate/", "/accounts/2fa/recovery-codes/generate/"):
        answer = client_as(world).get(address)
        assert answer.status_code == 302
        assert answer.headers["Location"].startswith("/accounts/login/")

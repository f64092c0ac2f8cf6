"""A ministry's own service of signing in: it says who somebody is, never who has an account."""

import urllib.request
from collections.abc import Iterator
from typing import Any

import pytest
from allauth.socialaccount.models import SocialAccount
from django.test import Client
from pytest_django import Settings

from monosashi.office.people import accounts
from monosashi.store.models import Person
from tests.web.people.oidc_provider import CLIENT, SECRET, Provider, provider
from tests.web.people.test_entrance import HOME, logged
from tests.web.signed_in import client_as
from tests.world import World

LOGIN = "/accounts/oidc/ministry/login/"
REFUSED = "/accounts/oidc/error/"


@pytest.fixture
def service(settings: Settings) -> Iterator[Provider]:
    """A provider that the office knows."""
    with provider() as here:
        settings.OIDC_ISSUER = here.address
        known = {"client_id": CLIENT, "secret": SECRET, "settings": {"server_url": here.address}}
        app = {"provider_id": "ministry", "name": "省のログイン", **known}
        settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": [app]}}
        yield here


class _Stay(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *args: Any, **kwargs: Any) -> None:
        return None


def back_from(client: Client, to: str = LOGIN) -> str:
    """The address with which the browser comes back to the office."""
    away = client.get(to).headers["Location"]
    try:
        urllib.request.build_opener(_Stay).open(away)
    except urllib.error.HTTPError as answer:
        found = answer.headers["Location"]
        answer.close()
        return found.partition("127.0.0.1")[2]
    raise AssertionError("the provider sent nobody back")


def come_in(client: Client) -> str:
    """Through the whole flow: the address that it leads to."""
    return client.get(back_from(client)).headers["Location"]


def test_who_has_an_account_comes_in(world: World, service: Provider, settings: Settings) -> None:
    settings.REQUIRE_TOTP = frozenset({"bureau"})
    service.claims = {"sub": "s-1", "preferred_username": "bureau"}
    client = client_as(world)
    assert come_in(client) == HOME
    assert client.get("/tokens/").status_code == 200
    assert [(act, who, details.get("how")) for act, who, details in logged("connect-ministry", "sign-in")] == [
        ("connect-ministry", "bureau", None),
        ("sign-in", "bureau", ["socialaccount"]),
    ]
    assert come_in(client_as(world)) == HOME


def test_nobody_gets_an_account_by_it(world: World, service: Provider) -> None:
    before = Person.objects.count()
    for claims in (
        {"preferred_username": "yamada"},
        {},
        {"preferred_username": "%"},
        {"preferred_username": ""},
        {"email": "bureau@example.go.jp", "email_verified": True},
    ):
        service.claims = {"sub": "s-1", **claims}
        client = client_as(world)
        assert come_in(client) == REFUSED
        assert "あなたに当たるアカウントがここにありません" in client.get(REFUSED).content.decode()
        assert client.get("/tokens/").status_code == 302
        assert (Person.objects.count(), SocialAccount.objects.count()) == (before, 0)
    assert [details["how"] for _, _, details in logged("sign-in-failed")] == ["ministry: no-account"] * 5


def test_a_closed_account_stays_closed(world: World, service: Provider) -> None:
    service.claims = {"sub": "s-1", "preferred_username": "bureau"}
    assert come_in(client_as(world)) == HOME
    accounts.close(world.actor("keeper"), "bureau", "退職")
    assert come_in(client_as(world)) == REFUSED


def test_a_user_name_given_to_another_person_opens_nothing(world: World, service: Provider) -> None:
    service.claims = {"sub": "s-1", "preferred_username": "bureau"}
    assert come_in(client_as(world)) == HOME
    service.claims = {"sub": "s-2", "preferred_username": "bureau"}
    assert come_in(client_as(world)) == REFUSED
    service.claims = {"sub": "s-1", "preferred_username": "keeper"}
    assert come_in(client_as(world)) == REFUSED
    assert [details["how"] for _, _, details in logged("sign-in-failed")] == [
        "ministry: other-subject",
        "ministry: other-account",
    ]


def test_by_mail_only_where_the_service_has_verified_it(world: World, service: Provider, settings: Settings) -> None:
    settings.OIDC_CLAIM, settings.OIDC_MATCHES = "email", "email"
    Person.objects.filter(username="bureau").update(email="bureau@example.go.jp")
    service.claims = {"sub": "s-1", "email": "bureau@example.go.jp", "email_verified": False}
    assert come_in(client_as(world)) == REFUSED
    service.claims["email_verified"] = True
    assert come_in(client_as(world)) == HOME


def test_a_token_for_another_office_is_not_believed(world: World, service: Provider) -> None:
    service.claims, service.audience = {"sub": "s-1", "preferred_username": "bureau"}, "another-client"
    assert come_in(client_as(world)) == REFUSED


def test_an_answer_that_this_browser_did_not_ask_for_is_not_believed(world: World, service: Provider) -> None:
    service.claims = {"sub": "s-1", "preferred_username": "bureau"}
    answer = back_from(client_as(world))
    victim = client_as(world)
    assert victim.get(answer).headers["Location"] == REFUSED
    assert victim.get("/tokens/").status_code == 302


def test_it_signs_in_and_connects_nothing_else(world: World, service: Provider) -> None:
    service.claims = {"sub": "s-1", "preferred_username": "keeper"}
    client = client_as(world, "bureau")
    assert client.get(back_from(client, f"{LOGIN}?process=connect")).headers["Location"] == REFUSED
    assert not SocialAccount.objects.exists()


def test_the_way_to_it_stands_on_the_page_where_there_is_one(world: World, service: Provider) -> None:
    assert f'href="{LOGIN}?next=/tokens/"' in client_as(world).get("/accounts/login/?next=/tokens/").content.decode()


def test_without_settings_there_is_no_way(world: World) -> None:
    assert LOGIN not in client_as(world).get("/accounts/login/").content.decode()
    assert client_as(world).get(LOGIN).status_code == 404

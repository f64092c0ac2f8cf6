"""Signing in by user name and password: who comes in, what is refused, what locks, and what the log says of it."""

import datetime as dt
import json

import pytest
from django.test import Client
from django.urls import NoReverseMatch, reverse
from pytest_django import Settings

from monosashi.office.keeping import clock
from monosashi.office.people import accounts
from monosashi.store.models import LogEntry, Person, Role
from monosashi.web.people.idle import COOKIE, mark
from tests.publishing.html.sheets import elements, parsed
from tests.web.signed_in import client_as
from tests.world import PASSWORD, World

#: Where one is led after signing in.
HOME = "/desk/"


def sign_in(client: Client, username: str, password: str = PASSWORD, to: str = "") -> str:
    """What the page says after a try: the sentence of the refusal, or the address that it leads to."""
    answer = client.post("/accounts/login/", {"login": username, "password": password, **({"next": to} if to else {})})
    if answer.status_code == 302:
        return answer.headers["Location"]
    alert = elements(parsed(answer.content.decode()), "//*[@role='alert']//p")
    return " ".join(line.text_content().strip() for line in alert)


def logged(*acts: str) -> list[tuple[str, str, dict[str, object]]]:
    """The acts of the log with object and details."""
    entries = LogEntry.objects.filter(verb__in=acts).order_by("number")
    return [(entry.verb, entry.object, json.loads(entry.record)["details"]) for entry in entries]


def test_who_knows_the_password_comes_in_and_it_is_logged(world: World) -> None:
    client = client_as(world)
    assert sign_in(client, "bureau", to="/tokens/") == "/tokens/"
    assert client.get("/accounts/").status_code == 200
    client.post("/accounts/logout/")
    assert client.get("/accounts/").headers["Location"] == "/accounts/login/?next=/accounts/"
    here = {"address": "127.0.0.1"}
    assert logged("sign-in", "sign-out") == [
        ("sign-in", "bureau", {**here, "how": ["password"]}),
        ("sign-out", "bureau", here),
    ]


def test_nobody_is_led_to_another_host(world: World) -> None:
    assert sign_in(client_as(world), "bureau", to="https://example.com/") == HOME


def test_a_wrong_name_and_a_wrong_password_are_told_alike(world: World) -> None:
    wrong = "入力されたユーザー名もしくはパスワードが正しくありません。"
    client = client_as(world)
    assert sign_in(client, "bureau", "x") == wrong
    assert sign_in(client, "a-password-typed-here", "x") == wrong
    accounts.close(world.actor("keeper"), "bureau2", "退職")
    assert sign_in(client, "bureau2", "x") == wrong
    assert [(act, who) for act, who, _ in logged("sign-in-failed")] == [
        ("sign-in-failed", "bureau"),
        ("sign-in-failed", ""),
        ("sign-in-failed", "bureau2"),
    ]
    assert not LogEntry.objects.filter(record__contains="a-password-typed-here").exists()


def test_a_closed_account_is_told_so_to_who_knows_its_password(world: World) -> None:
    accounts.close(world.actor("keeper"), "bureau", "退職")
    client = client_as(world)
    assert sign_in(client, "bureau") == "/accounts/inactive/"
    assert client.get("/accounts/inactive/").status_code == 200
    assert client.get("/accounts/").status_code == 302


def test_five_failures_lock_a_name_for_everyone_until_the_time_told(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    client, elsewhere = client_as(world), client_as(world)
    said = [sign_in(client, "bureau", f"wrong-{n}") for n in range(5)]
    locked_at = clock.now()
    assert said[:4] == ["入力されたユーザー名もしくはパスワードが正しくありません。"] * 4
    until = (locked_at + dt.timedelta(minutes=15)).astimezone(dt.timezone(dt.timedelta(hours=9)))
    assert said[4].startswith("続けて失敗したため、")
    assert f"{until:%H:%M}" in said[4] or f"{until - dt.timedelta(minutes=1):%H:%M}" in said[4]
    assert sign_in(elsewhere, "bureau").startswith("続けて失敗したため、")
    assert sign_in(elsewhere, "BUREAU ").startswith("続けて失敗したため、")
    assert sign_in(elsewhere, "bureau2") == HOME
    assert [(act, who) for act, who, _ in logged("lock-out")] == [("lock-out", "bureau")]
    monkeypatch.setattr(clock, "now", lambda: locked_at + dt.timedelta(minutes=16))
    assert sign_in(client, "bureau") == HOME


def test_a_name_that_is_none_locks_alike(world: World) -> None:
    client = client_as(world)
    said = [sign_in(client, "nobody", "x") for _ in range(6)]
    assert [one.startswith("続けて失敗したため、") for one in said] == [False] * 4 + [True] * 2
    assert [(act, who) for act, who, _ in logged("lock-out")] == [("lock-out", "")]


def test_coming_in_forgets_the_failures_of_the_name_and_not_of_the_address(world: World, settings: Settings) -> None:
    settings.TRIES_OF_AN_ADDRESS = 6
    client = client_as(world)
    for n in range(2):
        for _ in range(3):
            said = sign_in(client, "bureau", "x")
        if n == 0:
            assert sign_in(client_as(world), "bureau") == HOME
    assert said.startswith("続けて失敗したため、")
    assert sign_in(client_as(world), "bureau2").startswith("続けて失敗したため、")


def test_behind_a_proxy_the_address_is_the_one_it_tells(world: World, settings: Settings) -> None:
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    client = Client(headers={"host": "127.0.0.1", "x-forwarded-for": "10.9.9.9, 192.0.2.7"})
    assert sign_in(client, "bureau") == HOME
    assert logged("sign-in")[0][2]["address"] == "192.0.2.7"


def test_a_given_password_is_changed_before_anything_else(world: World) -> None:
    asked = accounts.Asked(username="yamada", name="山田", role=Role.BUREAU, organisation="soumu-kokusai")
    given = accounts.add(world.actor("keeper"), asked)
    client = client_as(world)
    assert sign_in(client, "yamada", given) == HOME
    for address in ("/", "/people/", "/tokens/", "/accounts/", "/sheets/soumu-R4-2/", "/accounts/2fa/totp/activate/"):
        assert client.get(address).headers["Location"] == "/accounts/password/change/"
    assert client.get("/sheets.json").json()["error"]["code"] == "first-things"
    assert client.post("/tokens/", {"name": "x"}).status_code == 403
    change = {"oldpassword": given, "password1": given, "password2": given}
    assert "今と同じパスワードです" in client.post("/accounts/password/change/", change).content.decode()
    own = {"oldpassword": given, "password1": "桜の木の下で-88-歩く", "password2": "桜の木の下で-88-歩く"}
    assert client.post("/accounts/password/change/", own).headers["Location"] == "/accounts/"
    assert "パスワードを変更しました" in client.get("/accounts/").content.decode()
    assert client.get("/tokens/").status_code == 200
    assert Person.objects.get(username="yamada").given_until is None
    assert logged("change-password") == [("change-password", "yamada", {"address": "127.0.0.1"})]


def test_a_given_password_is_worth_nothing_after_its_day(world: World) -> None:
    given = accounts.give_password(world.actor("keeper"), "bureau", "失念")
    Person.objects.filter(username="bureau").update(given_until=clock.now() - dt.timedelta(seconds=1))
    assert sign_in(client_as(world), "bureau", given).startswith("この一回限りのパスワードは、期限が過ぎています。")


def test_a_bad_password_is_told_why(world: World) -> None:
    client = client_as(world, "other-division")
    for password, why in (
        ("short-pw-11", "短すぎます"),
        ("other-division1", "似すぎています"),
        ("password1234", "一般的すぎます"),
        ("938475629384", "数字しか"),
    ):
        change = {"oldpassword": PASSWORD, "password1": password, "password2": password}
        answer = client.post("/accounts/password/change/", change).content.decode()
        errors = elements(parsed(answer), "//*[@class='field-error']")
        assert any(why in error.text_content() for error in errors), answer
    assert Person.objects.get(username="other-division").check_password(PASSWORD)


def test_ones_own_new_password_ends_the_other_sessions(world: World) -> None:
    here, there = client_as(world), client_as(world)
    for client in (here, there):
        sign_in(client, "bureau")
    change = {"oldpassword": PASSWORD, "password1": "桜の木の下で-88-歩く", "password2": "桜の木の下で-88-歩く"}
    here.post("/accounts/password/change/", change)
    assert here.get("/tokens/").status_code == 200
    assert there.get("/tokens/").status_code == 302


def test_sessions_are_listed_and_ended(world: World) -> None:
    here = client_as(world)
    others = [Client(headers={"host": "127.0.0.1", "user-agent": f"Firefox/{n} Windows"}) for n in range(3)]
    for client in (here, *others):
        sign_in(client, "bureau")
    page = parsed(here.get("/accounts/sessions/").content.decode())
    assert len(elements(page, "//tbody/tr")) == 4
    buttons = [button.get("value") for button in elements(page, "//tbody//button")]
    assert here.post("/accounts/sessions/", {"end": buttons[0]}).status_code == 303
    assert sum(client.get("/tokens/").status_code == 200 for client in others) == 2
    here.post("/accounts/sessions/", {"end": "others"})
    assert [client.get("/tokens/").status_code for client in (here, *others)] == [200, 302, 302, 302]
    assert len(logged("end-own-session")) == 3


def test_anothers_session_is_not_ended(world: World) -> None:
    here, other = client_as(world), client_as(world)
    sign_in(here, "bureau")
    sign_in(other, "bureau2")
    page = parsed(other.get("/accounts/sessions/").content.decode())
    assert len(elements(page, "//tbody/tr")) == 1
    for number in range(1, 200):
        here.post("/accounts/sessions/", {"end": str(number)})
        if number > 3:
            break
    assert other.get("/tokens/").status_code == 200


def test_no_session_outlives_its_hours(world: World, settings: Settings) -> None:
    client = client_as(world)
    sign_in(client, "bureau")
    assert client.get("/tokens/").status_code == 200
    settings.SESSION_COOKIE_AGE = -1
    assert client.get("/tokens/").headers["Location"] == "/accounts/login/?next=/tokens/"


def test_a_session_left_alone_ends_and_its_drafts_are_kept(world: World, settings: Settings) -> None:
    """Whatever is asked keeps it awake; after an hour without a request the next one is nobody's."""
    client = client_as(world)
    sign_in(client, "division")
    edit = "/sheets/soumu-R4-2/edit/head/"
    assert "書きかけの文" not in client.get(edit).content.decode()
    draft = {"started_from": "1", "t:/policy/statements/1/text": "書きかけの文"}
    assert client.post("/sheets/soumu-R4-2/edit/draft", draft).status_code == 200
    leave_alone(client, dt.timedelta(minutes=59))
    assert client.get(edit).status_code == 200
    leave_alone(client, dt.timedelta(minutes=61))
    assert client.get(edit).headers["Location"] == f"/accounts/login/?next={edit}"
    sign_in(client, "division")
    leave_alone(client, dt.timedelta(minutes=61))
    sent = client.post(edit, {"started_from": "1", "t:/policy/statements/1/text": "送った文"})
    assert (sent.status_code, "ログイン" in sent.content.decode()) == (403, True)
    sign_in(client, "division")
    assert "書きかけの文" in client.get(f"{edit}?draft=on").content.decode()
    settings.IDLE_MINUTES = 90
    leave_alone(client, dt.timedelta(minutes=61))
    assert client.get(edit).status_code == 200


def test_the_cookie_of_another_session_or_none_keeps_nobody_signed_in(world: World) -> None:
    for cookie in ("", "x", mark("another", clock.now())):
        client = client_as(world)
        sign_in(client, "division")
        client.cookies[COOKIE] = cookie
        assert client.get("/tokens/").status_code == 302, cookie


def leave_alone(client: Client, how_long: dt.timedelta) -> None:
    """As if nothing had been asked for so long."""
    client.cookies[COOKIE] = mark(client.cookies["sessionid"].value, clock.now() - how_long)


def test_pages_that_make_no_sense_here_are_not_there() -> None:
    for name in (
        *("account_signup", "account_email", "account_reset_password", "account_confirm_login_code"),
        *("account_set_password", "account_email_verification_sent", "socialaccount_signup"),
        *("socialaccount_connections", "mfa_list_webauthn", "mfa_download_recovery_codes"),
    ):
        with pytest.raises(NoReverseMatch):
            reverse(name)


def test_signing_up_is_not_possible(world: World) -> None:
    for address in ("/accounts/signup/", "/accounts/password/reset/", "/accounts/email/", "/accounts/3rdparty/signup/"):
        assert client_as(world).get(address).status_code == 404

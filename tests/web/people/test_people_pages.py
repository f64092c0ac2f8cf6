"""The pages of people and organisations: what the keeper does by them, and what others find there."""

import json
import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.core.files.uploadedfile import SimpleUploadedFile
from playwright.sync_api import Browser, expect
from pytest_django.live_server_helper import LiveServer

from monosashi.office.people import accounts
from monosashi.store.models import LogEntry, Organisation, Person, Role
from tests.publishing.html.sheets import elements, parsed
from tests.web.people.codes import code_of
from tests.web.signed_in import client_as, page_as
from tests.world import PASSWORD, World

YAMADA = {"username": "yamada", "name": "山田", "role": "bureau", "organisation": "soumu-kokusai"}


def last() -> tuple[str, dict[str, object]]:
    """The last act of the log with its details."""
    entry = LogEntry.objects.latest("number")
    details: dict[str, object] = json.loads(entry.record)["details"]
    return entry.verb, details


def test_the_keeper_adds_somebody_whose_password_is_shown_once(world: World) -> None:
    keeper = client_as(world, "keeper")
    answer = keeper.post("/people/new/", YAMADA)
    password = elements(parsed(answer.content.decode()), "//code")[0].text_content()
    assert answer.headers["Cache-Control"] == "no-store"
    assert Person.objects.get(username="yamada").check_password(password)
    assert password not in keeper.get("/people/yamada/").content.decode()


def test_a_refused_form_stands_there_again_as_it_was_typed(world: World) -> None:
    keeper = client_as(world, "keeper")
    answer = keeper.post("/people/new/", {**YAMADA, "organisation": "soumu"})
    page = parsed(answer.content.decode())
    assert answer.status_code == 400
    assert "所属は「局等」です" in elements(page, "//*[@role='alert']")[0].text_content()
    assert elements(page, "//input[@name='name']")[0].get("value") == "山田"
    assert elements(page, "//select[@name='organisation']/option[@selected]")[0].get("value") == "soumu"
    assert keeper.post("/people/new/", {**YAMADA, "username": "bureau"}).status_code == 409
    assert keeper.post("/people/new/", {**YAMADA, "role": "king"}).status_code == 400


def test_a_change_needs_its_reason_and_is_told(world: World) -> None:
    keeper = client_as(world, "keeper")
    change = {**YAMADA, "username": "office"}
    assert keeper.post("/people/bureau/", change).status_code == 400
    assert keeper.post("/people/bureau/", {**change, "why": "改姓"}).headers["Location"] == "/people/bureau/"
    assert "変更しました" in keeper.get("/people/bureau/").content.decode()
    assert Person.objects.get(username="bureau").name == "山田"
    assert last()[0] == "change-person"


def test_each_act_is_sent_with_its_reason(world: World) -> None:
    keeper = client_as(world, "keeper")
    for act, logged in (
        ("unlock", "unlock-person"),
        ("end-sessions", "end-sessions"),
        ("reset-second-factor", "reset-second-factor"),
        ("give-password", "give-password"),
        ("close", "close-person"),
        ("reopen", "reopen-person"),
    ):
        address = f"/people/bureau/{act}/"
        assert keeper.post(address, {"why": ""}).status_code == 400
        assert keeper.get(address).status_code == 404
        assert keeper.post(address, {"why": "訳がある"}).status_code in {200, 303}
        assert (last()[0], last()[1]["why"]) == (logged, "訳がある")


def test_what_is_no_act_is_not_there(world: World) -> None:
    assert client_as(world, "keeper").post("/people/bureau/delete/", {"why": "x"}).status_code == 404
    assert client_as(world, "keeper").post("/organisations/soumu/delete/", {"why": "x"}).status_code == 404


def test_who_reaches_whom(world: World) -> None:
    for username, listing, own, foreign in (
        ("", 302, 302, 302),
        ("office", 200, 200, 404),
        ("bureau", 403, 403, 403),
        ("division", 403, 403, 403),
        ("council", 403, 403, 403),
        ("auditor", 200, 200, 200),
        ("other-office", 200, 404, 200),
        ("keeper", 200, 200, 200),
    ):
        client = client_as(world, username)
        asked = ("/people/", "/people.csv", "/organisations/")
        assert [client.get(address).status_code for address in asked] == [listing] * 3
        of_soumu, of_env = (
            ("/people/bureau/", "/organisations/soumu/"),
            ("/people/other-ministry/", "/organisations/env/"),
        )
        assert [client.get(address).status_code for address in of_soumu] == [own] * 2
        assert [client.get(address).status_code for address in of_env] == [foreign] * 2
        sent = ("/people/bureau/close/", "/organisations/soumu/rename/", "/people/new/", "/people/many/")
        answers = {client.post(address, {"why": "x", "name": "x"}).status_code for address in sent}
        assert answers <= ({200, 303, 400} if username == "keeper" else {403, 404}), answers
        assert Person.objects.get(username="bureau").is_active == (username != "keeper")


def test_the_list_is_searched(world: World) -> None:
    accounts.close(world.actor("keeper"), "council", "任期満了")
    client = client_as(world, "keeper")

    def found(query: str) -> list[str]:
        page = parsed(client.get(f"/people/{query}").content.decode())
        return [row.text_content() for row in elements(page, "//tbody/tr/td[1]")]

    assert found("?q=自治局") == ["other-bureau", "other-division"]
    assert found("?q=総務省 局&role=bureau") == ["bureau", "bureau2", "other-bureau"]
    assert found("?role=council") == []
    assert found("?role=council&closed=1") == ["council"]


def test_the_list_as_a_table_holds_no_formula(world: World) -> None:
    Person.objects.filter(username="bureau").update(name="=HYPERLINK(1)", email="+81@example.go.jp")
    rows = client_as(world, "keeper").get("/people.csv?q=HYPERLINK").content.decode("utf-8-sig").splitlines()
    assert rows[1].startswith("bureau,'=HYPERLINK(1),'+81@example.go.jp,bureau,soumu-kokusai,")
    assert len(rows) == 2


def test_many_are_looked_at_and_then_added(world: World) -> None:
    keeper = client_as(world, "keeper")
    text = "a1,甲,局担当,国際局\nb1,乙,課長,国際局\n"
    looked = keeper.post("/people/many/", {"list": text}).content.decode()
    assert "1 行に直すところがあります" in looked
    assert 'name="take"' not in looked
    assert keeper.post("/people/many/", {"list": text, "take": "1"}).status_code == 400
    file = SimpleUploadedFile("list.csv", text.replace("課長", "局担当").encode("cp932"))
    looked = keeper.post("/people/many/", {"file": file}).content.decode()
    assert "2 人を追加できます" in looked
    assert not Person.objects.filter(username__in=["a1", "b1"]).exists()
    kept = elements(parsed(looked), "//textarea[@hidden]")[0].text_content()
    added = keeper.post("/people/many/", {"list": kept, "take": "1", "why": "年度当初"}).content.decode()
    assert len(re.findall(r'class="secret">([a-z0-9-]{19})<', added)) == 2
    assert Person.objects.filter(username__in=["a1", "b1"], role=Role.BUREAU).count() == 2


def test_organisations_are_made_renamed_and_closed(world: World) -> None:
    keeper = client_as(world, "keeper")
    made = keeper.post("/organisations/", {"parent": "soumu-kokusai", "name": "国際第三課", "address": "3"})
    assert made.headers["Location"] == "/organisations/"
    assert keeper.post("/organisations/", {"ministry": "cao"}).status_code == 303
    assert Organisation.objects.get(address="cao").name == "内閣府"
    address = "/organisations/soumu-kokusai-3/"
    assert keeper.post(f"{address}rename/", {"name": "国際戦略課", "why": "改称"}).status_code == 303
    assert keeper.post(f"{address}move/", {"parent": "soumu-jichi", "why": "改組"}).status_code == 303
    assert keeper.post(f"{address}close/", {"why": "廃止"}).status_code == 303
    assert keeper.post("/organisations/soumu-jichi/close/", {"why": "廃止"}).status_code == 409
    row = Organisation.objects.get(address="soumu-kokusai-3")
    assert (row.name, row.parent, row.closed) == ("国際戦略課", world.organisations["soumu-jichi"], True)


def test_a_token_is_shown_once_and_revoked(world: World) -> None:
    client = client_as(world, "bureau")
    wanted = {"name": "集計", "scope": ["read"], "days": "30"}
    # a token outlives the session, so that whoever makes one first shows once more who they are
    assert client.post("/tokens/", wanted)["Location"].startswith("/accounts/reauthenticate/")
    client.post("/accounts/reauthenticate/", {"password": PASSWORD})
    made = client.post("/tokens/", wanted).content.decode()
    secret = re.findall(r'class="secret">(monosashi_[^<]+)<', made)[0]
    assert secret not in client.get("/tokens/").content.decode()
    assert client.post("/tokens/", {"name": "集計", "scope": ["rule"], "days": "x"}).status_code == 400
    number = re.findall(r"/tokens/(\d+)/revoke/", client.get("/tokens/").content.decode())[0]
    assert client_as(world, "bureau2").post(f"/tokens/{number}/revoke/").status_code == 404
    assert client.post(f"/tokens/{number}/revoke/").status_code == 303
    assert "取消し済み" in client.get("/tokens/").content.decode()


def test_ones_own_page_says_what_one_may(world: World) -> None:
    page = parsed(client_as(world, "division").get("/accounts/").content.decode())
    cells = [[cell.text_content() for cell in row] for row in elements(page, "//tbody/tr")]
    assert ["表を書く、直す", "自分の課室"] in cells
    assert not [cell for cell in cells if cell[0] == "公表する"]


@pytest.mark.browser
def test_a_year_of_an_account_in_a_browser(lasting_world: World, live_server: LiveServer, browser: Browser) -> None:
    keeper = page_as(browser, live_server.url, lasting_world, "keeper")
    keeper.goto("/people/new/")
    keeper.get_by_label("ユーザー名").fill("yamada")
    keeper.get_by_label("氏名").fill("山田 花子")
    keeper.get_by_label("役割").select_option("bureau")
    keeper.get_by_label("所属").select_option("soumu-kokusai")
    keeper.get_by_role("button", name="追加する").click()
    given = keeper.locator("code.secret").inner_text()
    page = page_as(browser, live_server.url, lasting_world, viewport={"width": 320, "height": 700})
    page.goto("/accounts/login/")
    page.get_by_label("ユーザー名").fill("yamada")
    page.get_by_label("パスワード").fill(given)
    page.keyboard.press("Enter")
    own = "桜の木の下で-88-歩く"
    page.get_by_label("渡された一回限りのパスワード").fill(given)
    page.get_by_label("新しいパスワード", exact=False).first.fill(own)
    page.get_by_label("新しいパスワード（もう一度）").fill(own)
    page.keyboard.press("Enter")
    page.get_by_role("link", name="二段階認証を設定する").click()
    page.get_by_label("パスワード").fill(own)
    page.keyboard.press("Enter")
    page.get_by_label("確認コード").fill(code_of(page.locator("code.secret").inner_text()))
    page.keyboard.press("Enter")
    expect(page.locator(".recovery li")).to_have_count(10)
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    page.get_by_role("link", name="しまいました").click()
    page.get_by_role("button", name="ログアウト").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("ログイン")
    page.context.close()
    keeper.context.close()


_PAGES = {
    "": ("/accounts/login/", "/accounts/inactive/", "/accounts/oidc/error/", "/accounts/oidc/cancelled/"),
    "keeper": (
        *("/people/", "/people/?q=nobody", "/people/new/", "/people/many/", "/people/bureau/", "/organisations/"),
        *("/organisations/soumu-kokusai-1/", "/accounts/", "/accounts/logout/", "/accounts/password/change/"),
        *("/accounts/sessions/", "/tokens/", "/accounts/reauthenticate/", "/accounts/2fa/totp/activate/"),
    ),
}


@pytest.mark.thorough
@pytest.mark.browser
@pytest.mark.parametrize(("lang", "width"), [("ja", 320), ("ja", 1280), ("en", 320), ("en", 1280)])
def test_axe_finds_nothing_and_nothing_is_wider_than_the_page(
    lasting_world: World, live_server: LiveServer, browser: Browser, lang: str, width: int
) -> None:
    for username, addresses in _PAGES.items():
        page = page_as(browser, live_server.url, lasting_world, username, {"width": width, "height": 800})
        for address in addresses:
            page.goto(f"{address}{'&' if '?' in address else '?'}lang={lang}")
            found = [rule["id"] for rule in Axe().run(page).response["violations"]]
            assert (address, found, page.evaluate("document.documentElement.scrollWidth")) == (address, [], width)
        page.context.close()


@pytest.mark.thorough
@pytest.mark.browser
def test_axe_finds_nothing_in_states(lasting_world: World, live_server: LiveServer, browser: Browser) -> None:
    page = page_as(browser, live_server.url, lasting_world)

    def fine() -> None:
        assert [rule["id"] for rule in Axe().run(page).response["violations"]] == []

    def enter() -> None:
        with page.expect_navigation():
            page.keyboard.press("Enter")

    def press(name: str) -> None:
        with page.expect_navigation():
            page.get_by_role("button", name=name).click()

    page.goto("/accounts/login/?next=/accounts/2fa/totp/activate/")
    page.get_by_label("ユーザー名").fill("keeper")
    page.get_by_label("パスワード").fill("wrong")
    enter()
    fine()
    page.get_by_label("パスワード").fill(PASSWORD)
    enter()
    page.get_by_label("パスワード").fill(PASSWORD)
    enter()
    fine()
    secret = page.locator("code.secret").inner_text()
    page.get_by_label("確認コード").fill("000000")
    enter()
    fine()
    page.get_by_label("確認コード").fill(code_of(secret, -1))
    enter()
    fine()
    page.goto("/tokens/")
    page.get_by_label("名前").fill("集計")
    press("トークンを作る")
    fine()
    page.goto("/people/many/")
    page.locator("#list").fill("a1,甲,局担当,国際局\nb1,乙,課長,国際局")
    press("確かめる")
    fine()
    page.goto("/people/new/")
    page.get_by_label("ユーザー名").fill("c1")
    page.get_by_label("氏名").fill("丙")
    press("追加する")
    fine()
    page.get_by_label("所属").select_option("soumu-kokusai-1")
    press("追加する")
    fine()
    page.context.clear_cookies()
    page.goto("/accounts/login/")
    page.get_by_label("ユーザー名").fill("keeper")
    page.get_by_label("パスワード").fill(PASSWORD)
    enter()
    page.wait_for_url("**/authenticate/")
    fine()
    page.context.close()

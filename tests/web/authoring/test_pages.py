"""The editing pages by a client: every part shows every leaf, a save keeps a version, a commitment asks why, a conflict
shows both sides and loses nothing, drafts wait for who wrote them."""

import re

import pytest
from django.http import HttpResponse
from django.test import Client

from monosashi.model.path import leaves
from monosashi.office.authoring.editing import text_at
from monosashi.office.authoring.opened_sheet import open_sheet
from monosashi.office.keeping.saving import Whose, begin
from monosashi.office.samples import sample
from monosashi.store.models import Draft, KeptSheet, SheetState
from tests.publishing.html.sheets import elements, parsed
from tests.web.signed_in import client_as
from tests.world import World, canary

SLUG = "soumu-R4-2"
EDIT = f"/sheets/{SLUG}/edit/"
MEASURE = "/goals/0/levers/0/indicators/0/measures/0"
ACTUAL, TARGET = f"{MEASURE}/actuals/fiscal-2022/value", f"{MEASURE}/target/value"
OUTLINE = "/policy/statements/0/text"
#: Leaves that no page edits: labels, and the heads over columns (columns come and go by their buttons).
_NOT_EDITED = re.compile(
    r"/labels/.*|.*/label|/notes/\d+/mark|.*/years/\d+|.*/(?:actuals|money|amounts)/\d+/year|.*/(?:group|primary_mark|mark|counted_in|started)"
)


def _send(client: Client, part: str, texts: dict[str, str], started_from: int = 1, **more: str) -> HttpResponse:
    sent = {"started_from": str(started_from), **{f"t:{at}": text for at, text in texts.items()}, **more}
    answer = client.post(f"{EDIT}{part}/", sent)
    assert isinstance(answer, HttpResponse)
    return answer


def _text(world: World, address: str, slug: str = SLUG) -> str:
    return text_at(open_sheet(world.actor("office"), slug).authored.sheet, address)


def test_the_parts_of_a_long_sheet_hold_every_leaf_in_a_field(world: World) -> None:
    whose = Whose(organisation="soumu-kokusai-1", nendo=2024, number="9")
    begin(world.actor("office"), "soumu-R6-9", whose, sample("sample-ministry"), reason_code="begun")
    client = client_as(world, "division")
    page = parsed(client.get("/sheets/soumu-R6-9/edit/").content.decode())
    keys = [str(link.get("href")).split("/")[-2] for link in elements(page, "//table//a")]
    goals = ["goal-1", "goal-2", "goal-3"]
    assert keys == ["head", *goals, "values", "rationales", "programmes", "money", "cabinet", "notes"]
    held = {}
    for key in keys:
        answer = client.get(f"/sheets/soumu-R6-9/edit/{key}/")
        for area in elements(parsed(answer.content.decode()), "//textarea[@data-was]"):
            held[str(area.get("name")).removeprefix("t:")] = (area.text or "").removeprefix("\n")
    sheet = sample("sample-ministry")
    wanted = {path: text for path, text in leaves(sheet) if not _NOT_EDITED.fullmatch(path)}
    assert {text for text in wanted.values() if text} - set(held.values()) == set()
    assert {at: text for at, text in held.items() if text_at(sheet, at) != text} == {}


def test_a_save_keeps_a_version_and_says_so(world: World) -> None:
    client = client_as(world, "division")
    answer = _send(client, "values", {ACTUAL: "１，２００件"})
    assert (answer.status_code, answer["Location"]) == (302, f"{EDIT}values/")
    assert "第2版として保存しました" in client.get(f"{EDIT}values/").content.decode()
    kept = KeptSheet.objects.get(slug=SLUG)
    assert kept.head is not None
    assert (kept.head.number, kept.head.reason_code, _text(world, ACTUAL)) == (2, "actuals", "１，２００件")
    assert _send(client, "values", {ACTUAL: "１，２００件"}, 2).status_code == 302
    assert KeptSheet.objects.get(slug=SLUG).head == kept.head


def test_a_changed_target_asks_for_a_coded_reason_and_keeps_the_old_one_in_sight(world: World) -> None:
    client = client_as(world, "division")
    answer = _send(client, "goal-1", {TARGET: "1,500件程度", OUTLINE: "港"})
    page = answer.content.decode()
    assert answer.status_code == 400
    (told,) = elements(parsed(page), "//fieldset[@id='reason']//li")
    assert " ".join(told.text_content().split()) == "測定指標① 目標値 変更前 1,300件程度 → 変更後 1,500件程度"
    assert _text(world, TARGET) == "1,300件程度"
    why = "港湾計画の改定による"
    answer = _send(client, "goal-1", {TARGET: "1,500件程度"}, reason_code="plan-revised", reason=why)
    assert answer.status_code == 302
    page = client.get(f"{EDIT}goal-1/").content.decode()
    assert "変更前「1,300件程度」（第2版、divisionさん（division）、" in page
    assert "上位計画・閣議決定の改定：港湾計画の改定による" in page
    why = client.get(f"{EDIT}why/", {"at": TARGET}).content.decode()
    assert "1,300件程度" in why
    assert "港湾計画の改定による" in why


def test_a_conflict_shows_both_asks_for_what_collides_and_loses_nothing(world: World) -> None:
    mine, theirs = client_as(world, "division"), client_as(world, "bureau")
    assert _send(theirs, "head", {OUTLINE: "ほかの人の名称", "/identifier": "（総務省R4－③）"}).status_code == 302
    answer = _send(mine, "head", {OUTLINE: "私の名称", "/title": "事前分析表（令和５年度実施政策）"})
    page = parsed(answer.content.decode())
    assert answer.status_code == 409
    assert [legend.text_content() for legend in elements(page, "//fieldset/legend")] == ["政策名"]
    assert Draft.objects.get().edits[OUTLINE] == "私の名称"
    typed = {
        str(area.get("name")): (area.text or "").removeprefix("\n") for area in elements(page, "//textarea[@hidden]")
    }
    sent = {**typed, "started_from": "1", "onto": "2"}
    assert mine.post(f"{EDIT}head/", sent).status_code == 409
    sent |= {f"choice:{OUTLINE}": "other", f"other:{OUTLINE}": "二人の名称"}
    assert mine.post(f"{EDIT}head/", sent).status_code == 302
    assert [_text(world, at) for at in (OUTLINE, "/title", "/identifier")] == [
        *("二人の名称", "事前分析表（令和５年度実施政策）", "（総務省R4－③）")
    ]
    assert Draft.objects.count() == 0


def test_a_draft_waits_for_who_wrote_it_and_follows_a_save_of_another(world: World) -> None:
    client = client_as(world, "division")
    told = client.post(f"{EDIT}draft", {"started_from": "1", f"t:{ACTUAL}": "1,111件"}).json()
    assert (told["count"], told["started_from"]) == (1, 1)
    assert "1,111件" not in client_as(world, "bureau").get(f"{EDIT}values/").content.decode()
    assert "1,111件" not in client.get(f"{EDIT}values/").content.decode()
    _send(client_as(world, "bureau"), "head", {OUTLINE: "別"}, act="add-note:")
    page = parsed(client.get(f"{EDIT}values/?draft=on").content.decode())
    (area,) = elements(page, f"//textarea[@name='t:{ACTUAL}']")
    assert ((area.text or "").strip(), area.get("data-was")) == ("1,111件", "集計中")
    client.post(f"{EDIT}discard")
    assert Draft.objects.count() == 0


def test_rows_come_go_and_move_while_measures_keep_their_ids(world: World) -> None:
    client = client_as(world, "division")
    before = open_sheet(world.actor("office"), SLUG).authored.identities
    for n, act in enumerate(("add-indicator:/goals/0/levers/0", "down:/goals/0/levers/0/indicators/0", "renumber:"), 1):
        answer = client.post(f"{EDIT}goal-1/", {"started_from": n, "act": act})
        assert answer.status_code == 302
    after = open_sheet(world.actor("office"), SLUG).authored
    assert after.identities["/goals/0/levers/0/indicators/1/measures/0"] == before[MEASURE]
    assert [one.number.text for _, one in after.sheet.indicators()] == ["1", "②", "3"]
    versions = client.get(f"{EDIT}versions/").content.decode()
    assert versions.count("この版に戻す") == 3 + 1
    client.post(f"{EDIT}versions/restore", {"started_from": 4, "number": 1})
    again = open_sheet(world.actor("office"), SLUG)
    assert (again.head.number, again.head.reason_code, again.authored.identities) == (5, "undone", before)


@pytest.mark.parametrize(
    ("username", "slug", "status"),
    [
        ("", SLUG, 404),
        ("division", SLUG, 200),
        ("division", "soumu-R4-3", 403),
        ("other-bureau", SLUG, 404),
        ("auditor", SLUG, 403),
        ("bureau2", SLUG, 200),
    ],
)
def test_who_may_not_write_is_turned_away(world: World, username: str, slug: str, status: int) -> None:
    client = client_as(world, username)
    for page in ("", "head/", "versions/", "why/?at=/title"):
        answer = client.get(f"/sheets/{slug}/edit/{page}")
        assert answer.status_code == status
        assert status != 404 or canary(slug) not in answer.content.decode()


def test_a_checked_sheet_is_shown_locked_with_who_can_send_it_back(world: World) -> None:
    KeptSheet.objects.filter(slug=SLUG).update(state=SheetState.APPROVED)
    client = client_as(world, "division")
    page = parsed(client.get(f"{EDIT}values/").content.decode())
    (told,) = elements(page, "//p[contains(@class, 'locked')]")
    assert "差し戻せる人：officeさん、office2さん" in str(told.text_content())
    assert {area.get("readonly") for area in elements(page, "//textarea[@data-was]")} == {"readonly"}
    assert elements(page, "//main//button[@type='submit']") == []
    assert _send(client, "values", {ACTUAL: "1"}).status_code == 409


def test_a_new_sheet_is_the_blank_form_laid_out(world: World) -> None:
    client = client_as(world, "division")
    asked = {
        "form": "soumu-jizen-r3",
        "nendo": "2025",
        "number": "④",
        "name": "港の政策",
        "organisation": "soumu-kokusai-1",
    }
    answer = client.post("/sheets/new/", asked)
    assert (answer.status_code, answer["Location"]) == (302, "/sheets/soumu-R7-4/edit/")
    assert _text(world, "/identifier", "soumu-R7-4") == "（総務省R7－④）"
    assert client.post("/sheets/new/", asked).status_code == 409
    assert client.post("/sheets/new/", {**asked, "number": ""}).status_code == 400
    assert client.post("/sheets/new/", {**asked, "organisation": "soumu-jichi-1"}).status_code == 400
    copy = {**asked, "copy_of": "soumu-R7-4", "number": "⑤"}
    assert client.post("/sheets/new/", copy)["Location"] == "/sheets/soumu-R7-5/edit/"


def test_a_draft_that_meets_another_save_keeps_its_text_and_tells_the_other(world: World) -> None:
    client = client_as(world, "division")
    client.post(f"{EDIT}draft", {"started_from": "1", f"t:{ACTUAL}": "1,111件"})
    _send(client_as(world, "bureau"), "values", {ACTUAL: "2,222件"})
    page = parsed(client.get(f"{EDIT}values/?draft=on").content.decode())
    (area,) = elements(page, f"//textarea[@name='t:{ACTUAL}']")
    assert ((area.text or "").strip(), area.get("data-was")) == ("1,111件", "2,222件")
    (told,) = elements(page, "//main//div[contains(@class, 'remark warning')]//li")
    assert told.text_content() == "測定指標① 実績値（令和４年度）：ほかの人の文「2,222件」"

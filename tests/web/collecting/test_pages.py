"""The pages of rounds, without a script: who gets which, and a round from its opening to the sheets."""

import datetime as dt
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from openpyxl import load_workbook

from monosashi.office.collecting import Typed, answer, candidates, drafts_of, upload
from monosashi.store.models import Ask, Round
from tests.office.collecting.rounds import NENDO, filled, lines, opened_round
from tests.publishing.html.sheets import elements, parsed
from tests.web.signed_in import client_as
from tests.world import World, canary

A, B, OTHER = "soumu-R4-2", "soumu-R4-3", "soumu-R4-5"
ROLES = ("office", "bureau", "division", "other-bureau", "auditor", "council", "keeper", "other-office", "")
#: Each page and what each of ``ROLES`` is answered with; a login is 302.
PAGES: dict[str, tuple[int, ...]] = {
    "/rounds/": (200, 200, 200, 200, 200, 403, 403, 200, 302),
    "/rounds/new/": (200, 403, 403, 403, 403, 403, 403, 200, 302),
    "/rounds/{round}/": (200, 200, 200, 200, 200, 403, 403, 404, 302),
    "/rounds/{round}/answers.csv": (200, 200, 200, 200, 200, 403, 403, 404, 302),
    "/rounds/{round}/asks/{ask}/": (200, 200, 200, 404, 200, 403, 403, 404, 302),
    "/rounds/{round}/answer/": (200, 200, 200, 200, 403, 403, 403, 404, 302),
    "/rounds/{round}/workbooks/soumu-kokusai.xlsx": (200, 200, 200, 404, 200, 403, 403, 404, 302),
    "/rounds/{round}/workbooks.zip": (200, 200, 200, 200, 200, 403, 403, 404, 302),
    "/rounds/{round}/uploads/{upload}/": (200, 200, 404, 404, 403, 403, 403, 404, 302),
    "/rounds/{round}/uploads/{upload}/marked.xlsx": (200, 200, 404, 404, 403, 403, 403, 404, 302),
    "/rounds/{round}/reminders/": (200, 403, 403, 403, 403, 403, 403, 404, 302),
    "/rounds/99999/": (404, 404, 404, 404, 404, 403, 403, 404, 302),
}


@pytest.mark.thorough
def test_every_page_is_answered_by_role(world: World) -> None:
    """Whom it is not for finds nothing (404) or may not (403); a draft of another bureau shows nowhere."""
    round_id = opened_round(world)
    data = filled(world, round_id, "bureau", "soumu-kokusai", {"総務省R4－2!L6": "=1"})
    number = upload(world.actor("bureau"), round_id, data, "a.xlsx")
    names = {"round": round_id, "ask": lines(world, round_id)[A].id, "upload": number}
    answers = {}
    for address in PAGES:
        got = [client_as(world, role).get(address.format(**names)) for role in ROLES]
        answers[address] = tuple(answer.status_code for answer in got)
        assert not any(canary(OTHER) in one.content.decode(errors="ignore") for one in got)
    assert answers == PAGES


@pytest.mark.thorough
@pytest.mark.parametrize(
    ("address", "codes"),
    [
        ("/rounds/{round}/act", (303, 403, 403, 403, 403, 403, 403, 404, 403)),
        ("/rounds/{round}/change", (303, 403, 403, 403, 403, 403, 403, 404, 403)),
        ("/rounds/{round}/answer/{ask}/draft", (200, 200, 200, 404, 403, 403, 403, 404, 403)),
        ("/rounds/{round}/uploads", (303, 303, 303, 303, 403, 403, 403, 404, 403)),
    ],
)
def test_every_act_is_answered_by_role(world: World, address: str, codes: tuple[int, ...]) -> None:
    round_id = opened_round(world)
    names = {"round": round_id, "ask": lines(world, round_id)[A].id}
    data = {"do": "close", "which": "chosen", "ask": names["ask"], "shown": ""}
    assert tuple(client_as(world, role).post(address.format(**names), data).status_code for role in ROLES) == codes


def said(client: Client, address: str) -> list[str]:
    """The words that wait on a page."""
    page = parsed(client.get(address).content.decode())
    return [" ".join(one.text_content().split()) for one in elements(page, "//ul[contains(@class,'told-list')]/li")]


def test_a_round_is_opened_answered_and_written_without_a_script(world: World) -> None:
    office, bureau = client_as(world, "office"), client_as(world, "bureau")
    chosen = [f"{sheet.slug}:{sheet.measures[0].identity}" for sheet in candidates(world.actor("office"), NENDO)]
    form = {
        "nendo": "2022",
        "name": "実績の照会",
        "deadline": "2099-06-30",
        "measure": chosen,
        f"whose-{OTHER}": "soumu-kokusai",
    }
    made = office.post("/rounds/new/", form)
    round_id = Round.objects.get().pk
    assert (made.status_code, made["Location"]) == (303, f"/rounds/{round_id}/")
    asked = lines(world, round_id)
    assert {line.bureau for line in asked.values()} == {"soumu-kokusai"}
    # one field is wrong: nothing is taken, everything is kept as a draft
    fields = {
        f"a{asked[A].id}-value": "1,250",
        f"a{asked[B].id}-state": "集計中",
        f"a{asked[B].id}-value": "9",
        "do": "send",
    }
    refused = bureau.post(f"/rounds/{round_id}/answer/", fields)
    page = parsed(refused.content.decode())
    assert refused.status_code == 400
    assert [one.get("id") for one in elements(page, "//*[@aria-invalid]")] == [f"a{asked[B].id}-value"]
    assert len(drafts_of(world.actor("bureau"), round_id)) == 2
    fields[f"a{asked[B].id}-value"] = ""
    assert bureau.post(f"/rounds/{round_id}/answer/", fields).status_code == 303
    assert said(bureau, f"/rounds/{round_id}/answer/") == ["回答を受け付けました（追加2件、変更0件、そのまま0件）。"]
    # the rest by workbook
    _, data = "", bureau.get(f"/rounds/{round_id}/workbooks/soumu-kokusai.xlsx").content
    workbook = load_workbook(BytesIO(data))
    workbook["総務省R4－5"]["L6"] = "７"
    out = BytesIO()
    workbook.save(out)
    sent = bureau.post(f"/rounds/{round_id}/uploads", {"workbook": SimpleUploadedFile("記入.xlsx", out.getvalue())})
    preview = parsed(bureau.get(sent["Location"]).content.decode())
    sign = elements(preview, "//input[@name='sign']")[0].get("value") or ""
    assert bureau.post(f"{sent['Location']}take", {"sign": sign})["Location"] == f"/rounds/{round_id}/"
    # all at once
    ids = ",".join(str(line.id) for line in asked.values())
    office.post(f"/rounds/{round_id}/act", {"do": "approve", "which": "shown", "shown": ids})
    assert said(office, f"/rounds/{round_id}/")[1:] == ["3件を承認し、2の表に反映しました。"]
    assert [line.state for line in lines(world, round_id).values()] == ["approved"] * 3
    assert "1,250件" in office.get(f"/sheets/{A}.json").content.decode()


def test_the_acts_over_many_say_what_they_did(world: World) -> None:
    round_id, office = opened_round(world), client_as(world, "office")
    asked = lines(world, round_id)
    answer(world.actor("bureau"), round_id, {asked[A].id: Typed(value="1,300")})

    def act(**form: str) -> list[str]:
        office.post(f"/rounds/{round_id}/act", {"which": "shown", "shown": f"{asked[A].id},{asked[B].id}", **form})
        return said(office, f"/rounds/{round_id}/")

    assert act(do="return", why="根拠を") == ["1件を差し戻しました。"]
    assert act(do="return", why="") == [
        "差し戻す理由を2,000文字までで書いてください。何も変更していません。選んでから、もう一度操作してください。"
    ]
    assert act(do="readdress", whose="soumu-jichi") == ["2件の尋ねる先を変えました。"]
    assert act(do="close") == ["2件を締め切りました。"]
    assert act(do="open") == ["2件の受付を再開しました。"]
    assert act(do="approve") == ["2件は、承認を待つ回答がないので、そのままです。"]
    assert act(do="burn")[0].startswith("操作が選ばれていません。")
    office.post(
        f"/rounds/{round_id}/change", {"name": "別の名前", "deadline": "2098-01-01", "note": "急ぎ", "do": "change"}
    )
    found = Round.objects.get()
    assert (found.name, found.deadline, found.note) == ("別の名前", dt.date(2098, 1, 1), "急ぎ")
    office.post(f"/rounds/{round_id}/change", {"do": "close"})
    assert Round.objects.get().state == "closed"


def test_the_lines_are_filtered_by_the_address(world: World) -> None:
    round_id, office = opened_round(world), client_as(world, "office")
    answer(world.actor("bureau"), round_id, {lines(world, round_id)[A].id: Typed(value="13,000")})

    def shown(query: str) -> int:
        page = parsed(office.get(f"/rounds/{round_id}/?{query}").content.decode())
        return len(elements(page, "//table[contains(@class,'asks')]/tbody/tr"))

    counts = {
        "": 3,
        "state=missing": 2,
        "state=answered": 1,
        "state=doubtful": 1,
        "bureau=soumu-kokusai": 2,
        f"sheet={OTHER}": 1,
        "words=自治": 1,
        "words=R4－3+工事": 1,
        "state=closed": 0,
        "state=nonsense": 0,
    }
    assert {query: shown(query) for query in counts} == counts


def test_a_draft_is_kept_as_one_types_and_doubts_are_told(world: World) -> None:
    round_id, bureau = opened_round(world), client_as(world, "bureau")
    ask = lines(world, round_id)[A].id
    address = f"/rounds/{round_id}/answer/{ask}/draft"
    told = parsed(bureau.post(address, {f"a{ask}-value": "13,000"}).content.decode()).text_content()
    assert "10倍以上" in told
    assert drafts_of(world.actor("bureau"), round_id) == {ask: Typed(value="13,000")}
    told = parsed(
        bureau.post(address, {f"a{ask}-value": "9", f"a{ask}-state": "集計中"}).content.decode()
    ).text_content()
    assert "回答の区分は「集計中」ですが" in told
    page = parsed(bureau.get(f"/rounds/{round_id}/answer/").content.decode())
    assert [one.get("value") for one in elements(page, f"//input[@id='a{ask}-value']")] == ["9"]
    assert [line.state for line in lines(world, round_id, "bureau").values()] == ["asked", "asked"]
    bureau.post(f"/rounds/{round_id}/answer/", {"do": "drop"})
    assert drafts_of(world.actor("bureau"), round_id) == {}


def test_what_is_no_workbook_is_told_on_the_rounds_page(world: World) -> None:
    round_id, bureau = opened_round(world), client_as(world, "bureau")
    for form in ({}, {"workbook": SimpleUploadedFile("a.pdf", b"%PDF-1.4")}):
        assert bureau.post(f"/rounds/{round_id}/uploads", form)["Location"] == f"/rounds/{round_id}/#workbooks"
        assert len(said(bureau, f"/rounds/{round_id}/")) == 1
    other = filled(world, round_id, "office", "soumu-jichi", {})
    answered = bureau.post(f"/rounds/{round_id}/uploads", {"workbook": SimpleUploadedFile("a.xlsx", other)})
    assert answered.status_code == 404
    assert "自治" not in answered.content.decode()


def test_an_incomplete_round_is_shown_again_as_it_was_filled_in(world: World) -> None:
    answered = client_as(world, "office").post("/rounds/new/", {"nendo": "2022", "name": "照会の名", "deadline": ""})
    page = parsed(answered.content.decode())
    assert answered.status_code == 400
    assert elements(page, "//input[@name='name']")[0].get("value") == "照会の名"
    assert elements(page, "//input[@name='measure'][@checked]") == []
    assert Ask.objects.count() == 0


def test_empty_lists_say_what_to_do(world: World) -> None:
    for username in ("office", "bureau"):
        page = parsed(client_as(world, username).get("/rounds/").content.decode())
        assert len(elements(page, "//section[@class='empty']")) == 1
    page = parsed(client_as(world, "office").get("/rounds/new/?nendo=1990").content.decode())
    assert len(elements(page, "//section[@class='empty']")) == 1


def test_the_viewer_has_no_rounds(client: Client) -> None:
    assert client.get("/rounds/").status_code == 404

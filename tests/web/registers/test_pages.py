"""The pages of registers without scripts: what a form says, what is refused, what is downloaded."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from openpyxl import load_workbook

from monosashi.office.people.tokens import make_token
from monosashi.office.recording.entering import edit
from monosashi.office.recording.proofs import File, attach
from monosashi.office.recording.reading_out import add_records, records_for, registers_for
from tests.office.recording.records import CANARY, REGISTER, TEXTS, added, entry, seminars
from tests.office.recording.test_definitions import RULE, TRAININGS
from tests.web.signed_in import client_as
from tests.world import World

BASE = f"/registers/soumu/{REGISTER}/"


def typed(**texts: str) -> dict[str, str]:
    return {f"f.{code}": text for code, text in {**TEXTS, **texts}.items()}


def page(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return str(answer.content.decode())


def test_a_record_is_added_listed_and_edited_by_plain_forms(world: World) -> None:
    client = client_as(world, "division")
    assert "記録はまだありません" in page(client, BASE)
    assert (client.post(f"{BASE}new/", typed())["Location"]) == f"{BASE}records/K-2019-0001/"
    said = page(client, f"{BASE}records/K-2019-0001/")
    assert all(text in said for text in ("令和元年6月18日", "米国", "局長級", "K-2019-0001 を登録しました。"))
    assert "日米政策対話" in page(client, f"{BASE}?q=米国")
    form = page(client, f"{BASE}records/K-2019-0001/edit/")
    assert 'value="令和元年6月18日"' in form
    assert '<option value="director_general" selected>' in form
    answer = client.post(f"{BASE}records/K-2019-0001/edit/", {**typed(title="改めた名"), "version": "1"})
    assert answer.status_code == 303
    refused = client.post(f"{BASE}new/", typed(held_on="いつか", level=""))
    assert refused.status_code == 400
    assert "保存していません。直すところが2か所あります。" in refused.content.decode()
    assert 'value="いつか"' in refused.content.decode()


def test_a_conflict_shows_both_sides_and_saves_what_is_chosen(world: World) -> None:
    where = added(world, place="東京")
    edit(world.actor("bureau"), where, 1, entry(place="京都", outcome="局の文"))
    client, address = client_as(world, "division"), f"{BASE}records/{where.code}/edit/"
    answer = client.post(address, {**typed(place="東京", outcome="課の文"), "version": "1"})
    said = answer.content.decode()
    assert answer.status_code == 409
    assert all(
        text in said for text in ("局の文", "課の文", "京都", "bureauさん（bureau）", 'name="version" value="2"')
    )
    assert 'name="f.place" value="京都"' in said
    assert client.post(address, {**typed(place="京都", outcome="課の文"), "version": "2"}).status_code == 303


def test_acts_and_evidence_go_by_plain_forms(world: World) -> None:
    where = added(world)
    client, address = client_as(world, "division"), f"{BASE}records/{where.code}/"
    acts = (
        ("act", {"do": "cancel", "version": "1", "reason": ""}, "理由が書かれていません"),
        ("act", {"do": "cancel", "version": "1", "reason": "中止"}, "取り消されています"),
        ("act", {"do": "undo", "version": "2"}, "元に戻しました"),
        ("act", {"do": "", "version": "3"}, "操作が選ばれていません"),
        ("evidence", {"url": "https://example.go.jp/1", "version": "3"}, "https://example.go.jp/1"),
        ("evidence", {"file": SimpleUploadedFile("議事録.txt", b"x"), "version": "4"}, "議事録.txt"),
        ("evidence", {"remove": "1", "version": "5"}, "根拠資料を外しました"),
        ("evidence", {"remove": "1", "version": "5"}, "ほかの人が第6版を保存しました"),
    )
    for act, form, expected in acts:
        assert client.post(address + act, form).status_code == 303
        assert expected in page(client, address)


def test_evidence_is_given_to_who_may_see_the_record_alone(world: World) -> None:
    where = added(world)
    attach(world.actor("division"), where, 1, file=File(name="議事録.html", data=b"<script>x</script>"))
    sha256 = records_for(world.actor("office"), "soumu")[0].proofs[0].sha256
    address = f"{BASE}records/{where.code}/files/{sha256}"
    answer = client_as(world, "other-bureau").get(address)
    assert (answer.status_code, answer.content, answer["X-Content-Type-Options"]) == (
        200,
        b"<script>x</script>",
        "nosniff",
    )
    assert answer["Content-Disposition"].startswith("attachment;")
    assert [client_as(world, name).get(address).status_code for name in ("other-office", "council", "keeper", "")] == [
        404,
        403,
        403,
        302,
    ]


def test_foreign_records_are_in_no_list_file_or_answer(world: World) -> None:
    where = added(world, title=CANARY)
    for name, code in (("other-office", 404), ("council", 403)):
        client = client_as(world, name)
        for address in (
            BASE,
            f"{BASE}?q={CANARY}",
            f"{BASE}records.csv",
            f"{BASE}records.json",
            f"{BASE}workbook.xlsx",
            f"{BASE}records/{where.code}/",
            f"{BASE}records/{where.code}/edit/",
            f"/api/v1/registers/soumu/{REGISTER}/records",
            f"/api/v1/registers/soumu/{REGISTER}/records/{where.code}",
        ):
            answer = client.get(address)
            assert (answer.status_code, CANARY in answer.content.decode()) == (code, False), address
    for address in ("/registers/", "/registers/env/consultations/", "/api/v1/registers"):
        assert CANARY not in client_as(world, "other-office").get(address).content.decode()


def test_a_file_is_looked_at_and_taken_over(world: World) -> None:
    where, client = added(world), client_as(world, "division")
    text = f"番号,協議の名称,開催日（初日）,相手方との最上位のレベル,形式\n{where.code},改めた名,,,\n,日英,R2.4.1,局長級,政策協議\n"
    sent = client.post(f"{BASE}upload", {"file": SimpleUploadedFile("consultations.csv", text.encode())})
    look = page(client, sent["Location"])
    assert "追加 1件、変更 1件、そのまま 0件、直すところ 0か所" in look
    sign = look.split('name="sign" value="')[1].split('"')[0]
    assert client.post(f"{sent['Location']}take", {"sign": sign})["Location"] == BASE
    assert "取り込みました（追加 1件、変更 1件）。" in page(client, BASE)
    assert client.get(f"{sent['Location']}marked.xlsx").status_code == 404
    assert client.post(f"{BASE}upload", {}).status_code == 303
    assert "ファイルが選ばれていません" in page(client, BASE)


def test_what_a_list_shows_is_downloaded(world: World) -> None:
    added(world, countries="米国"), added(world, title="日仏", countries="フランス")
    client = client_as(world, "auditor")
    asked = "?f.countries=FR"
    assert "日米政策対話" not in page(client, f"{BASE}{asked}")
    assert client.get(f"{BASE}records.csv{asked}").content.decode("utf-8-sig").count("\n") == 2
    assert [one["title"] for one in client.get(f"{BASE}records.json{asked}").json()["records"]] == ["日仏"]
    assert load_workbook(BytesIO(client.get(f"{BASE}workbook.xlsx{asked}").content)).sheetnames


def test_a_register_is_made_by_a_form_of_fields(world: World) -> None:
    client, address = client_as(world, "bureau"), "/registers/soumu/define/"
    form = {
        "code": "trainings",
        "ja": "研修",
        "counted_ja": "一つの研修",
        "day": "held_on",
        "title": "title",
        "r0.code": "title",
        "r0.ja": "件名",
        "r0.kind": "text",
        "r0.required": "1",
        "r1.code": "held_on",
        "r1.ja": "実施日",
        "r1.kind": "date",
        "r1.required": "1",
        "r2.code": "sort",
        "r2.ja": "区分",
        "r2.kind": "choice",
        "r2.choices": "初任\nmid=中堅=Mid",
        "rows": "3",
    }
    moved = client.post(address, {**form, "do": "up-2"}).content.decode()
    assert 'name="r1.code" value="sort"' in moved
    assert 'name="r2.code" value="held_on"' in moved
    assert "この定義での台帳" in client.post(address, {**form, "do": "try"}).content.decode()
    assert [one.code for one in registers_for(world.actor("office"), "soumu") if one.code == "trainings"] == []
    wrong = client.post(address, {**form, "r1.kind": "text", "do": "save"})
    assert (wrong.status_code, "必ず書く日付の項目ではありません" in wrong.content.decode()) == (400, True)
    assert client.post(address, {**form, "do": "save"})["Location"] == "/registers/soumu/trainings/"
    made = next(one for one in registers_for(world.actor("office"), "soumu") if one.code == "trainings")
    assert [(field.code, field.kind.value) for field in made.fields] == [
        ("title", "text"),
        ("held_on", "date"),
        ("sort", "choice"),
    ]
    assert [(one.code, one.name.ja, one.name.en) for one in made.fields[2].choices] == [
        ("choice_1", "初任", "初任"),
        ("mid", "中堅", "Mid"),
    ]
    toml = client.get("/registers/soumu/trainings/define/?as=toml").content
    again = client.post(
        "/registers/soumu/trainings/define/", {"do": "toml", "toml": SimpleUploadedFile("a.toml", toml)}
    )
    assert "この定義での台帳" in again.content.decode()
    other = SimpleUploadedFile("b.toml", TRAININGS.replace('"trainings"', '"others"').encode())
    assert client.post("/registers/soumu/trainings/define/", {"do": "toml", "toml": other}).status_code == 400


def test_rules_are_tried_before_they_are_kept(world: World) -> None:
    add_records(world.actor("bureau"), seminars(24))
    client, address = client_as(world, "bureau"), "/registers/soumu/rules/"
    tried = client.post(address, {"do": "try", "toml": SimpleUploadedFile("r.toml", RULE.encode())}).content.decode()
    assert "送られた規則で数えると" in tried
    assert "<strong>18</strong>" in tried
    assert client.post(address, {"do": "save", "text": RULE}).status_code == 303
    assert "<strong>18</strong>" in page(client, f"{address}seminars-held/")
    assert client.post(address, {"do": "try", "text": "x"}).status_code == 400
    assert client.get(f"{address}nothing/").status_code == 404


def test_a_corporate_number_is_looked_at_while_it_is_typed(world: World) -> None:
    client = client_as(world, "division")
    assert "検査数字が合っています" in page(client, "/registers/company?f.company=7000012050002")
    assert "field-error" in page(client, "/registers/company?f.company=1234567890123")
    assert page(client, "/registers/company").strip() == ""


def test_programs_read_registers_and_records(world: World) -> None:
    where = added(world)
    added(world, "bureau", title="別の協議")
    token = make_token(world.actor("division"), "鍵", ("read",), 30)
    client = Client(headers={"authorization": f"Bearer {getattr(token, 'secret', token)}", "host": "127.0.0.1"})
    lines = client.get("/api/v1/registers").json()
    assert {(one["ministry"], one["entered"]) for one in lines if one["definition"]["code"] == REGISTER} == {
        ("soumu", 2)
    }
    found = client.get(f"/api/v1/registers/soumu/{REGISTER}/records?limit=1").json()
    assert (found["total"], [one["id"] for one in found["records"]]) == (2, [where.code])
    one = client.get(f"/api/v1/registers/soumu/{REGISTER}/records/{where.code}").json()
    assert (one["version"], one["same_event"], [line["act"] for line in one["versions"]]) == (
        1,
        [f"{REGISTER}/K-2019-0002"],
        ["add"],
    )
    assert "consultations" in [rule["code"] for rule in client.get("/api/v1/registers/soumu/rules").json()]
    assert client.get(f"/api/v1/registers/env/{REGISTER}/records").status_code == 404


@pytest.mark.parametrize("address", ["%00", "K%00", "..%2f"])
def test_odd_addresses_are_not_there(world: World, address: str) -> None:
    added(world)
    client = client_as(world, "division")
    assert client.get(f"{BASE}records/{address}/").status_code == 404
    assert client.get(f"{BASE}?q={address}&state=%00&f.level=%00&nendo=９&page=99999999999").status_code == 200

"""The pages of intake without a script: every act by a plain form, nothing of another's, nothing typed lost."""

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from monosashi.office.taking_in.opened import opened_intake
from monosashi.store.documents import keep_document, keep_reading
from monosashi.store.models import Intake, KeptSheet
from tests.office.originals import empty_pdf, pdf_reading
from tests.office.taking_in.taken_in import TARGET, taken_in, workbook
from tests.publishing.html.sheets import elements, parsed
from tests.web.signed_in import client_as
from tests.world import World

#: Each act on an intake, and what it is sent.
ACTS: dict[str, dict[str, str]] = {
    "read": {},
    "again": {},
    "confirm": {"key": "x"},
    "correct": {"at": TARGET, "text": "x", "reason": "misread"},
    "undo": {"correction": "1"},
    "set-aside": {},
    "take-back": {},
    "accept/": {"number": "2"},
}
PAGES = ("", "fields/", "document", "page/1.png", "accept/")


def sent(name: str = "表.xlsx") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, workbook())


def texts(client: Client, address: str, xpath: str) -> list[str]:
    found = elements(parsed(client.get(address).content.decode()), xpath)
    return [" ".join(one.text_content().split()) for one in found]


def test_a_document_goes_all_the_way_by_plain_forms(world: World) -> None:
    client = client_as(world, "office")
    assert texts(client, "/intake/", "//*[@class='empty']//h3") == ["まだ何も取り込んでいません"]
    assert client.post("/intake/upload", {"files": [sent()]}).headers["Location"] == "/intake/"
    assert texts(client, "/intake/", "//*[contains(@class,'told-messages')]/p") == ["1件を保存しました。"]
    assert texts(client, "/intake/", "//section[@id='reading']//button") == ["読み取りを進める"]
    assert client.post("/intake/read").headers["Location"] == "/intake/"
    row = Intake.objects.get()
    here = f"/intake/{row.pk}/"
    keys = [one.key for one in opened_intake(row).items]
    client.post(f"{here}confirm", {"key": keys})
    assert texts(client, here, "//*[@class='intake-count']") == [f"確認中 残り0件 / 全{len(keys)}件"]
    client.post(f"{here}correct", {"at": TARGET, "text": "1,400件", "reason": "misread"})
    assert texts(client, f"{here}?at={TARGET}", "//dl[@class='card-texts']//dd") == ["1,400件", "1,400件"]
    fields = elements(parsed(client.get(f"{here}accept/").content.decode()), "//form[@id='accept']//input[@checked]")
    assert [one.get("value") for one in fields] == ["soumu-R4-2"]
    answer = client.post(
        f"{here}accept/",
        {
            "organisation": "soumu-kokusai-1",
            "nendo": "２０２３",
            "number": "2",
            "kind": "plan",
            "earlier": "soumu-R4-2",
        },
    )
    assert answer.headers["Location"] == here
    assert KeptSheet.objects.get(slug="soumu-R5-2").newest.number == 1
    links = elements(parsed(client.get(here).content.decode()), "//*[@class='intake-accepted']//a")
    assert links[0].get("href") == "/sheets/soumu-R5-2/"
    assert client.get("/sheets/soumu-R5-2/").status_code == 200


#: What each person is answered who may not work on an intake of 国際局: to its pages, and to acts on it.
ANSWERS = {
    "other-bureau": (404, 404),
    "other-office": (404, 404),
    "other-ministry": (404, 404),
    "division": (403, 403),
    "council": (403, 403),
    "keeper": (403, 403),
    "": (302, 403),
    "auditor": (200, 403),
}


def test_what_is_anothers_is_not_there(world: World) -> None:
    row = taken_in(world.actor("bureau"), name="canary.xlsx")
    before = Intake.objects.values().get()
    found, told = {}, {}
    for username in ANSWERS:
        client = client_as(world, username)
        pages = {page: client.get(f"/intake/{row.pk}/{page}").status_code for page in PAGES}
        acts = {client.post(f"/intake/{row.pk}/{act}", sent).status_code for act, sent in ACTS.items()}
        found[username] = (pages, acts)
        told[username] = b"canary" in client.get("/intake/").content
    expected = {username: (dict.fromkeys(PAGES, seen), {done}) for username, (seen, done) in ANSWERS.items()}
    # an auditor reads: a workbook has no image, and accepting is no reading
    expected["auditor"] = ({**expected["auditor"][0], "page/1.png": 404, "accept/": 403}, {403})
    assert found == expected
    assert [username for username, shown in told.items() if shown] == ["auditor"]
    assert Intake.objects.values().get() == before


def test_an_intake_there_is_not_is_not_there(world: World) -> None:
    client = client_as(world, "office")
    addresses = [f"/intake/{number}/{page}" for number in (0, 7, 10**30) for page in PAGES]
    assert {address: client.get(address).status_code for address in addresses} == dict.fromkeys(addresses, 404)


def test_what_was_typed_comes_back_where_it_cannot_be_kept(world: World) -> None:
    row = taken_in(world.actor("office"))
    client = client_as(world, "office")
    typed = {"at": TARGET, "text": "1,400件\r\n<b>", "why": "原本 p.3"}
    answer = client.post(f"/intake/{row.pk}/correct", typed)
    page = parsed(answer.content.decode())
    assert answer.status_code == 400
    assert elements(page, "//*[@role='alert']")[0].text_content().startswith("訂正の理由がありません")
    assert [one.text_content() for one in elements(page, "//textarea")] == ["\n1,400件\n<b>"]
    assert [one.get("value") for one in elements(page, "//input[@id='edit-why']")] == ["原本 p.3"]
    client.post(f"/intake/{row.pk}/correct", {**typed, "text": "1,500件", "reason": "misread"})
    answer = client.post(f"/intake/{row.pk}/correct", {**typed, "reason": "misread", "seen": "0" * 16})
    assert (answer.status_code, "ほかの人が直しました" in answer.content.decode()) == (409, True)


def test_a_script_is_answered_in_json_and_by_parts(world: World) -> None:
    client = client_as(world, "office")
    answer = client.post("/intake/upload", {"files": [sent()]}, headers={"accept": "application/json"})
    assert answer.json() == {"kept": 1, "said": []}
    answer = client.post("/intake/upload", {"files": [sent("b.xlsx")]}, headers={"accept": "application/json"})
    assert answer.json()["said"][0].startswith("「表.xlsx」は前に入れたものと同じ内容です")
    part = client.post("/intake/read", {"of": "1"}, headers={"hx-request": "true"})
    assert (part.status_code, part.headers["HX-Refresh"]) == (200, "true")
    assert elements(parsed(part.content.decode()), "//progress")[0].get("value") == "1"


def test_names_of_files_are_only_text(world: World) -> None:
    client = client_as(world, "office")
    client.post("/intake/upload", {"files": [sent("<img src=x onerror=alert(1)>.xlsx")]})
    page = parsed(client.get("/intake/").content.decode())
    assert elements(page, "//img") == []
    assert elements(page, "//table//th//a")[0].text_content() == "<img src=x onerror=alert(1)>.xlsx"
    row = Intake.objects.get()
    answer = client.get(f"/intake/{row.pk}/document")
    assert answer.headers["Content-Type"] == "application/octet-stream"
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert answer.content == workbook()


def test_the_list_is_narrowed_by_state_and_name(world: World) -> None:
    actor, client = world.actor("office"), client_as(world, "office")
    taken_in(actor, name="港.xlsx")
    failed = taken_in(actor, b"none", "山.txt")
    rows = "//table//th[@scope='row']/a"
    assert texts(client, "/intake/", rows) == ["山.txt", "港.xlsx"]
    assert texts(client, "/intake/?state=failed", rows) == ["山.txt"]
    assert texts(client, "/intake/?q=港&page=9", rows) == ["港.xlsx"]
    client.post(f"/intake/{failed.pk}/set-aside")
    assert texts(client, "/intake/", rows) == ["港.xlsx"]
    assert texts(client, "/intake/?state=set_aside", rows) == ["山.txt"]
    client.post(f"/intake/{failed.pk}/take-back")
    assert texts(client, "/intake/?state=failed", rows) == ["山.txt"]


def test_the_image_of_a_page_is_drawn_for_its_own_alone(world: World) -> None:
    row = taken_in(world.actor("bureau"), b"none", "a.txt")
    data = empty_pdf()
    row.document = keep_document(data, "港.pdf", "application/pdf", row.started)
    row.reading = keep_reading(row.document, pdf_reading(data), row.started)
    row.state, row.error = "open", None
    row.save()
    address = f"/intake/{row.pk}/page/2.png"
    answer = client_as(world, "bureau").get(address)
    assert (answer.status_code, answer.content[:8]) == (200, b"\x89PNG\r\n\x1a\n")
    again = client_as(world, "bureau").get(address, headers={"if-none-match": answer.headers["ETag"]})
    assert again.status_code == 304
    assert (
        client_as(world, "other-bureau").get(address, headers={"if-none-match": answer.headers["ETag"]}).status_code
        == 404
    )
    page = parsed(client_as(world, "bureau").get(f"/intake/{row.pk}/?at={TARGET}").content.decode())
    assert [one.get("data-at") or one.get("href") for one in elements(page, "//*[@id='here']")] == [
        f"/intake/{row.pk}/?at={TARGET}&page=2#card"
    ]

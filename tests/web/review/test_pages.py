"""The pages of a review: forms that act and lead back, editions for everyone, nothing of the inside on them."""

import hashlib

import pytest
from django.test import Client

from monosashi.office.review import comments, proposals
from monosashi.store.models import Comment, Proposal, SheetState
from monosashi.store.versions import opened
from tests.office.review.hands import SLUG, brought_to, changed, clear, kept, released
from tests.publishing.html.sheets import elements, parsed
from tests.web.signed_in import client_as
from tests.world import World

TARGET = "/goals/0/levers/0/indicators/0/measures/0/target/value"
V1 = "/sheets/soumu/2022/2/v1"


def said(client: Client, address: str) -> list[str]:
    """What the page says of the last act."""
    page = parsed(client.get(address).content.decode())
    return [str(one.text_content()).strip() for one in elements(page, "//ul[contains(@class,'said')]/li")]


def post(client: Client, address: str, **fields: object) -> tuple[int, str]:
    """A form sent: the status and where it leads."""
    answer = client.post(address, fields)
    return answer.status_code, answer.headers.get("Location", "")


def test_the_year_of_a_sheet_by_its_forms(world: World) -> None:
    clear(world.actor("bureau"))
    at = f"/sheets/{SLUG}/review/"
    steps = (("bureau", "check_bureau"), ("office2", "check_office"), ("office", "approve"))
    for who, verb in steps:
        assert post(client_as(world, who), f"{at}step", verb=verb, version=1) == (303, at)
    releasing = client_as(world, "office2")
    assert post(releasing, f"{at}release", version=1) == (303, at)
    assert said(releasing, at) == ["公表第1版を公表しました。"]
    assert post(client_as(world, "office"), f"{at}send-back", version=1, to="draft", reason="x")[0] == 409
    assert post(client_as(world, "office"), f"{at}council", shown="yes") == (303, at)


def test_a_page_offers_only_what_the_person_may_do_now(world: World) -> None:
    def forms(who: str) -> list[str]:
        page = parsed(client_as(world, who).get(f"/sheets/{SLUG}/review/").content.decode())
        return [str(one.get("action")).rpartition("/")[2] for one in elements(page, "//main//form")]

    brought_to(world, SheetState.BUREAU_CHECKED)
    assert {who: forms(who) for who in ("office", "office2", "bureau", "division", "auditor")} == {
        "office": ["send-back", "council"],
        "office2": ["step", "send-back", "council"],
        "bureau": ["send-back"],
        "division": [],
        "auditor": [],
    }


def test_many_at_once_says_what_was_done_and_what_was_refused(world: World) -> None:
    client = client_as(world, "bureau")
    answer = client.post("/review/step", {"verb": "check_bureau", "sheet": [f"{SLUG}:1", "soumu-R4-3:7", "x"]})
    assert (answer.status_code, answer.headers["Location"]) == (303, "/review/")
    told = said(client, "/review/")
    assert [line.partition("、")[0] for line in told] == [
        "1件の手順を済ませました。",
        "soumu-R4-3：「soumu-R4-3」は",
        "：「」という事前分析表はありません。一覧から選んでください。",
    ]
    assert kept().state == SheetState.BUREAU_CHECKED


def test_a_foreign_sheet_is_not_there(world: World) -> None:
    shown = ("review/", "comments/", "comments.json", "settled/", "history/", "history/1/", "history/1.json")
    sent = (
        *("review/step", "review/release", "review/send-back", "review/council", "report/keep"),
        *("comments/new", "comments/answer", "comments/resolve", "comments/withdraw", "history/restore"),
        *("proposals/new", "proposals/decide", "settled/waive", "settled/override", "settled/lift"),
    )
    fields = {"at": TARGET, "text": "x", "why": "x", "reason": "x", "version": 1, "verb": "approve"}
    codes: dict[tuple[str, str], int] = {}
    for who in ("other-bureau", "other-office", "council", ""):
        client = client_as(world, who)
        codes |= {(who, end): client.get(f"/sheets/{SLUG}/{end}").status_code for end in shown}
        codes |= {(who, end): client.post(f"/sheets/{SLUG}/{end}", fields).status_code for end in sent}
    assert codes == dict.fromkeys(codes, 404)


def test_comments_and_proposals_by_their_forms(world: World) -> None:
    office, division, at = client_as(world, "office"), client_as(world, "division"), f"/sheets/{SLUG}/comments/"
    begun = post(office, f"{at}new", at=TARGET, text="根拠は", must_resolve="yes")
    (thread,) = Comment.objects.all()
    assert begun == (303, f"{at}#thread-{thread.pk}")
    assert post(division, f"{at}answer", thread=thread.pk, text="計画です") == begun
    assert post(office, f"{at}resolve", thread=thread.pk, resolved="yes") == begun
    assert post(division, f"{at}withdraw", comment=thread.replies.get().pk) == (303, at)
    base = f"/sheets/{SLUG}/proposals/"
    asked = f"{at}?at=/goals/0/levers/0/indicators/0/measures/0/target/value"
    assert post(division, f"{base}new", at=TARGET, text="1,350件程度", why="実績") == (400, "")
    assert post(division, f"{base}new", at=TARGET, text="1,350件程度", why="実績", reason_code="other") == (303, asked)
    (one,) = Proposal.objects.all()
    assert post(office, f"{base}decide", proposal=one.pk, version=1, do="take") == (303, at)
    page = parsed(office.get(f"{at}?at={TARGET}").content.decode())
    assert {str(q.text_content()) for q in elements(page, "//p[@class='stands']/q")} == {"1,350件程度"}
    assert office.get(f"/sheets/{SLUG}/comments.json").json() == {"open": {}}
    assert office.get(f"{at}?at=/nowhere").status_code == 400


def test_the_sha256_of_an_edition_is_that_of_its_json(world: World) -> None:
    made = released(world)
    client = client_as(world)
    answer = client.get(f"{V1}.json")
    assert hashlib.sha256(answer.content).hexdigest() == made.version.sha256
    assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    page = client.get(V1).content.decode()
    assert page.count(made.version.sha256) == 2
    assert "公表第1版" in page


def test_a_page_with_a_name_on_it_is_kept_by_nobody_else(world: World) -> None:
    released(world)
    kept_by = {who: client_as(world, who).get(V1).headers["Cache-Control"] for who in ("", "office")}
    assert kept_by == {"": "public, max-age=300", "office": "private, no-cache"}


def test_an_edition_shows_nothing_of_the_inside(world: World) -> None:
    comments.comment(world.actor("office"), SLUG, TARGET, "内密の話")
    proposals.decline(
        world.actor("office"),
        SLUG,
        proposals.propose(world.actor("bureau"), SLUG, TARGET, "採らない文", "理由", "other").pk,
    )
    changed(world, "公表する文")
    released(world)
    changed(world, "まだ公表しない文")
    ends = ("", ".json", ".csv", "/print", "/changes", "/indicators/1", "/indicators/1/2022.json")
    text = "".join(client_as(world).get(V1 + end).content.decode() for end in ends)
    inside = ("内密の話", "採らない文", "まだ公表しない文", "さん", "確認済み")
    assert [word for word in inside if word in text] == []
    assert "公表する文" in text


def test_the_newest_edition_and_the_one_before(world: World) -> None:
    released(world)
    changed(world, "港がもっと使いやすくなる")
    released(world, reason="誤記の訂正")
    client = client_as(world)
    newest = parsed(client.get("/sheets/soumu/2022/2/").content.decode())
    assert [str(one.text_content()) for one in elements(newest, "//*[@class='edition-number']")] == ["公表第2版"]
    older = parsed(client.get(V1).content.decode())
    (notice,) = elements(older, "//p[contains(@class,'newer')]")
    assert [a.get("href") for a in elements(notice, ".//a")] == [
        "/sheets/soumu/2022/2/v2",
        "/sheets/soumu/2022/2/v2/changes",
    ]
    lines = client.get("/errata.csv?ministry=soumu").content.decode().splitlines()
    assert [line.split(",")[4:11:2] for line in lines] == [
        ["edition", "erratum", "from", "why"],
        ["2", "true", "港が使いやすくなる", "誤記の訂正"],
    ]
    assert client.get("/errata.csv?ministry=env").content.decode().splitlines() == lines[:1]


@pytest.mark.thorough
def test_every_link_of_the_public_pages_leads_to_an_answer(world: World) -> None:
    released(world)
    changed(world, "港がもっと使いやすくなる")
    released(world)
    identity = next(iter(opened(kept().newest)[1].values()))
    client = client_as(world)
    pages = (V1, "/sheets/soumu/2022/2/v2/changes", f"{V1}/indicators/1", "/errata/", f"/indicators/{identity}/")
    links = {
        str(a.get("href")).partition("#")[0]
        for page in pages
        for a in elements(parsed(client.get(page).content.decode()), "//main//a | //footer//a")
    }
    found = {link: client.get(link).status_code for link in links if link.startswith("/")}
    assert found == dict.fromkeys(found, 200)
    assert len(found) > 20


def test_what_was_never_released_is_not_there(world: World) -> None:
    released(world)
    client = client_as(world, "office")
    ends = ("v2", "v1.csv?table=cells", "v1/indicators/9", "v1/indicators/1/1999", "evaluation/v1", "evaluation/")
    odd = (f"v{10**20}", f"v1/indicators/1/{10**20}", "v1/indicators/%00", "../../../soumu/2022/%00/v1")
    others = (f"/sheets/soumu/{10**20}/2/", "/sheets/soumu/2022/%00/", f"/sheets/{SLUG}/history/{10**20}/")
    addresses = [*(f"/sheets/soumu/2022/2/{end}" for end in (*ends, *odd)), *others]
    assert {at: client.get(at).status_code for at in addresses} == dict.fromkeys(addresses, 404)
    assert client.get("/errata/?ministry=%00&page=99999999").status_code == 200


def test_an_evaluation_has_its_own_editions(world: World) -> None:
    answer = post(client_as(world, "division"), f"/sheets/{SLUG}/report/keep", **{"text-analysis": "有効だった。"})
    slug = f"{SLUG}-evaluation"
    assert answer == (303, f"/sheets/{slug}/review/")
    released(world, slug)
    client = client_as(world)
    assert "有効だった。" in client.get("/sheets/soumu/2022/2/evaluation/v1").content.decode()
    assert client.get("/sheets/soumu/2022/2/v1").status_code == 404


def test_an_indicator_by_its_lasting_id(world: World) -> None:
    released(world)
    identity = opened(kept().newest)[1]["/goals/0/levers/0/indicators/0/measures/0"]
    answer = client_as(world).get(f"/indicators/{identity}.json").json()
    assert [(one["nendo"], one["number"], one["name"], one["address"]) for one in answer["standings"]] == [
        (2022, "1", "工事の件数", f"{V1}/indicators/1")
    ]
    assert client_as(world).get("/indicators/deadbeef/").status_code == 404
    ids = [opened(kept("soumu-R4-3").newest)[1]["/goals/0/levers/0/indicators/0/measures/0"]]
    assert client_as(world, "office").get(f"/indicators/{ids[0]}/").status_code == 404


@pytest.mark.thorough
def test_the_sheets_page_offers_the_work_to_those_whose_it_is(world: World) -> None:
    def offered(who: str) -> list[str]:
        page = parsed(client_as(world, who).get(f"/sheets/{SLUG}/").content.decode())
        return [str(a.get("href")) for a in elements(page, "//nav[contains(@class,'sheet-work')]//a")]

    released(world)
    base = f"/sheets/{SLUG}/"
    inside = [f"{base}{at}/" for at in ("review", "history", "settled", "comments")]
    assert {who: offered(who) for who in ("division", "auditor", "other-bureau", "")} == {
        "division": [f"{base}edit/", f"{base}roll-forward/", *inside, V1],
        "auditor": [*inside, V1],
        "other-bureau": [V1],
        "": [V1],
    }

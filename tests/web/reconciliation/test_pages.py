"""The page of a sheet beside the outside books, and what a person chooses there."""

import json

import pytest
from django.test import Client

from monosashi.store.models import LogEntry, ProgrammeChoice, SectionChoice
from tests.web.reconciliation.shelf import LINE, PAGE, QUAY, SLUG, begun, imported
from tests.web.signed_in import client_as
from tests.world import World

pytestmark = pytest.mark.django_db


def told(client: Client) -> dict[str, list[dict[str, object]]]:
    """The page's data."""
    answer = client.get(PAGE.removesuffix("/") + ".json")
    assert answer.status_code == 200
    data: dict[str, list[dict[str, object]]] = json.loads(answer.content)
    return data


def chosen(client: Client, number: int = 0) -> tuple[object, object]:
    one = told(client)["programmes"][number]
    return one["matched"], one["certainty"]


def test_without_books_it_says_how_they_are_imported(world: World) -> None:
    begun(world)
    page = client_as(world, "office").get(PAGE).content.decode()
    assert "外の帳簿がまだ取り込まれていません" in page
    assert 'href="/ledgers/"' in page


def test_the_money_by_year_with_the_lines_it_rests_on(world: World) -> None:
    begun(world)
    imported()
    client = client_as(world, "office")
    years = [
        (one["nendo"], one["rebuilt_budget"], one["rebuilt_executed"], one["predicted"])
        for one in told(client)["policy"]
    ]
    assert years == [
        (2019, 2616, 2293, False),
        (2020, 2491, 1978, False),
        (2021, 1344, None, False),
        (2021, 2717, 2268, True),
    ]
    page = client.get(PAGE).content.decode()
    assert 'href="https://example.go.jp/2019"' in page
    assert "予測：次の表に印刷される見込み" in page
    assert "灯台の改修" in page


def test_the_flow_shows_what_is_known_and_what_is_not(world: World) -> None:
    begun(world)
    imported()
    page = client_as(world, "office").get(f"{PAGE}?year=2020").content.decode()
    assert page.count('class="flow-band"') == 6
    assert page.count('class="flow-thin"') == 1
    assert "達成手段に現れない額" in page
    assert "26,700百万円" in page
    assert "政策の予算の外（財政投融資等）" in page


def test_the_sheet_leads_here(world: World) -> None:
    begun(world)
    page = client_as(world, "office").get(f"/sheets/{SLUG}/").content.decode()
    assert page.count(f'href="{PAGE}') == 3


def test_a_person_settles_what_is_ambiguous_and_takes_it_back(world: World) -> None:
    begun(world)
    imported(twins=True)
    client = client_as(world, "division")
    assert chosen(client) == ("", "ambiguous")
    choice = {"path": "/programmes/0", "project": "2021-未来-20-0013", "why": "所管が同じ"}
    answer = client.post(f"{PAGE}project", choice)
    assert (answer.status_code, answer["Location"]) == (303, f"{PAGE}#programmes")
    assert chosen(client) == ("2021-未来-20-0013", "chosen")
    assert "divisionさん" in client.get(PAGE).content.decode()
    client.post(f"{PAGE}project", {**choice, "project": "", "why": "どちらでもない"})
    assert chosen(client) == ("", "chosen")
    row = ProgrammeChoice.objects.get(undone=None)
    assert client.post(f"{PAGE}take-back", {"kind": "programme", "choice": row.pk, "why": "誤り"}).status_code == 303
    assert chosen(client) == ("", "ambiguous")
    assert ProgrammeChoice.objects.count() == 2
    acts = list(LogEntry.objects.filter(object=SLUG).order_by("pk").values_list("verb", flat=True))
    assert acts[-3:] == ["choose-project", "choose-project", "take-back-choice"]


def test_a_person_chooses_the_lines_of_the_budget(world: World) -> None:
    begun(world)
    imported()
    client = client_as(world, "division")
    other = "general|未来省|未来本省|情報通信研究費|情報通信技術の研究に必要な経費"
    assert client.post(f"{PAGE}section", {"section": [LINE, other], "why": "両方"}).status_code == 303
    assert SectionChoice.objects.get().codes == [LINE, other]
    assert told(client)["policy"][0]["rebuilt_budget"] == 2616 + 7959
    assert client.post(f"{PAGE}section", {"why": "どれでもない"}).status_code == 303
    assert told(client)["policy"][0]["rebuilt_budget"] is None
    row = SectionChoice.objects.get(undone=None)
    client.post(f"{PAGE}take-back", {"kind": "section", "choice": row.pk, "why": "戻す"})
    assert told(client)["policy"][0]["rebuilt_budget"] == 2616


def test_what_is_refused_changes_nothing(world: World) -> None:
    begun(world)
    imported()
    client = client_as(world, "division")
    wrong = (
        (f"{PAGE}project", {"path": "/programmes/0", "project": "2021-未来-20-9999", "why": "x"}, 400),
        (f"{PAGE}project", {"path": "/programmes/9", "project": "", "why": "x"}, 400),
        (f"{PAGE}project", {"path": "/programmes/0", "project": "", "why": " "}, 400),
        (f"{PAGE}section", {"section": ["general|x"], "why": "x"}, 400),
        (f"{PAGE}take-back", {"kind": "programme", "choice": "7", "why": "x"}, 404),
        (f"{PAGE}take-back", {"kind": "", "choice": "zz", "why": "x"}, 404),
    )
    assert [client.post(at, asked).status_code for at, asked, _ in wrong] == [code for _, _, code in wrong]
    assert (ProgrammeChoice.objects.count(), SectionChoice.objects.count()) == (0, 0)


def test_who_may_see_and_who_may_choose(world: World) -> None:
    begun(world)
    imported()
    asked = {"path": "/programmes/0", "project": "", "why": "x"}
    answers = {
        who: (
            client_as(world, who).get(PAGE).status_code,
            client_as(world, who).post(f"{PAGE}project", asked).status_code,
        )
        for who in ("", "council", "auditor", "other-division", "other-ministry", "bureau")
    }
    assert answers == {
        "": (404, 404),
        "council": (404, 404),
        "auditor": (200, 403),
        "other-division": (404, 404),
        "other-ministry": (404, 404),
        "bureau": (200, 303),
    }
    assert "この選択を記録する" not in client_as(world, "auditor").get(PAGE).content.decode()


def test_a_choice_outlives_a_rewording_of_its_blanks(world: World) -> None:
    begun(world)
    imported(twins=True)
    client = client_as(world, "division")
    client.post(f"{PAGE}project", {"path": "/programmes/0", "project": "2021-未来-20-0013", "why": "同じ"})
    ProgrammeChoice.objects.update(programme=f" {QUAY[:4]}　{QUAY[4:]}", path="/programmes/7")
    assert chosen(client) == ("2021-未来-20-0013", "chosen")

"""The pages of outside books: what was imported, what was not taken, finding a project, and one through its editions."""

import json
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from monosashi.office.ledgers.importing import import_books
from monosashi.office.people.operator import OPERATOR
from monosashi.store.models import KeptProject, LedgerSource, ProjectLink
from tests.ledgers.invented_books import Json, budget, review_sheet, written
from tests.web.signed_in import client_as
from tests.world import World

_ONE = "/ledgers/projects/review-sheets/2021/2021-未来-20-0001/"


@pytest.fixture
def books(world: World, tmp_path: Path) -> World:
    """Two editions of two projects, of which one was renamed, and a broken line."""
    renamed: Json = review_sheet(2, edition=2022, 事業名="改めた名")
    files: dict[str, list[Json | str | bytes]] = {
        "review-sheets-2021.jsonl": [review_sheet(1), review_sheet(2), "{"],
        "review-sheets-2022.jsonl": [review_sheet(1, edition=2022), renamed],
    }
    for name, lines in files.items():
        path = written(tmp_path / name, lines)
        import_books(OPERATOR, [(path, name)])
    return world


def _page(client: Client, address: str, status: int = 200) -> str:
    answer = client.get(address)
    assert answer.status_code == status
    return answer.content.decode()


def test_before_anything_is_imported(world: World) -> None:
    assert "まだ何も取り込んでいません" in _page(client_as(world, "office"), "/ledgers/")
    assert 'action="/ledgers/import"' not in _page(client_as(world, "division"), "/ledgers/")
    assert "まだ何も取り込んでいません" in _page(client_as(world, "division"), "/ledgers/projects/")


def test_a_book_is_shown_with_its_credit_counts_and_faults(books: World) -> None:
    client = client_as(books, "council")
    listed = _page(client, "/ledgers/")
    for said in ("review-sheets-2021.jsonl", "CC BY 4.0", "judgit/data", "1件を見る"):
        assert said in listed
    source = LedgerSource.objects.get(edition=2021)
    told = _page(client, f"/ledgers/{source.pk}/faults/")
    assert "review-sheets-2021.jsonl の 3 行目" in told
    assert "not-json" in told
    _page(client, "/ledgers/999/faults/", 404)


def test_what_is_sent_is_imported(world: World) -> None:
    client = client_as(world, "office")
    sent = [
        SimpleUploadedFile("mof-jikou-2021.json", json.dumps(budget()).encode()),
        SimpleUploadedFile("../../note.txt", b"nothing"),
    ]
    answer = client.post("/ledgers/import", {"files": sent})
    assert (answer.status_code, answer["Location"]) == (303, "/ledgers/")
    told = _page(client, "/ledgers/")
    assert "「mof-jikou-2021.json」を取り込みました：4行" in told
    assert "「note.txt」は何の帳簿か分からない" in told
    assert [one.name for one in LedgerSource.objects.all()] == ["mof-jikou-2021.json"]
    client.post("/ledgers/import", {"files": [SimpleUploadedFile("b.json", json.dumps(budget()).encode())]})
    assert "前に取り込んだものと同じ" in _page(client, "/ledgers/")
    client.post("/ledgers/import")
    assert "ファイルが選ばれていません" in _page(client, "/ledgers/")


def test_only_who_may_imports(world: World) -> None:
    sent = SimpleUploadedFile("mof-jikou-2021.json", json.dumps(budget()).encode())
    assert client_as(world, "bureau").post("/ledgers/import", {"files": [sent]}).status_code == 403
    assert LedgerSource.objects.count() == 0
    assert client_as(world).get("/ledgers/").status_code in (302, 403)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("", ["2022-未来-20-0001", "2022-未来-20-0002", "2021-未来-20-0001", "2021-未来-20-0002"]),
        ("?q=見本 その１", ["2022-未来-20-0001", "2021-未来-20-0001"]),
        ("?q=改めた", ["2022-未来-20-0002"]),
        ("?q=2021-未来-20-0002", ["2021-未来-20-0002"]),
        ("?edition=2021&ministry=未来生活省", ["2021-未来-20-0001", "2021-未来-20-0002"]),
        ("?ministry=環境省", []),
        ("?q=%25", []),
    ],
)
def test_projects_are_found(books: World, asked: str, found: list[str]) -> None:
    page = _page(client_as(books, "division"), f"/ledgers/projects/{asked}")
    every = {one.code for one in KeptProject.objects.all()}
    shown = [code for code in sorted(every, key=lambda code: page.find(f">{code}<")) if f">{code}<" in page]
    assert shown == found


def test_a_project_is_shown_through_its_editions(books: World) -> None:
    client = client_as(books, "division")
    page = _page(client, _ONE)
    for said in (
        "見本の事業その1",
        "100.5",
        "△2",
        "99.123",
        "https://example.jp/sheet.pdf",
        "2022-未来-20-0001",
        "名前が同じ",
    ):
        assert said in page
    assert "改めた名" not in page
    before, after = (KeptProject.objects.get(edition=year, code__endswith="0002") for year in (2021, 2022))
    renamed = f"/ledgers/projects/review-sheets/2021/{before.code}"
    assert "改めた名" not in _page(client, f"{renamed}/")
    ProjectLink.objects.create(before=before, after=after, score="0.97", certainty="certain", reasons=[])
    assert "改めた名" in _page(client, f"{renamed}/")
    data = json.loads(_page(client, f"{renamed}.json"))
    assert [(one["edition"], one["name"], one["by_name"]) for one in data["editions"]] == [
        (2021, "見本の事業その2", False),
        (2022, "改めた名", False),
    ]
    _page(client, "/ledgers/projects/review-sheets/2021/none/", 404)

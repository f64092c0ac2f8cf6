"""What every answer has: a language, headers that keep a browser from anything else, a sentence for each error."""

import json

import pytest
from django.test import Client

from monosashi.office.library import FolderLibrary
from monosashi.office.pages import style_version
from tests.publishing.html.sheets import elements, parsed
from tests.web.conftest import NAME, client_of

PAGES = ["/", f"/sheets/{NAME}/", f"/sheets/{NAME}/findings/", "/checks/", "/checks/target-keeps/"]


@pytest.mark.parametrize("page", PAGES)
def test_japanese_unless_english_was_chosen_and_then_english_until_japanese_is(client: Client, page: str) -> None:
    def language(address: str) -> str:
        answer = client.get(address, headers={"accept-language": "en"})
        assert answer["Vary"] == "Cookie"
        root = parsed(answer.content.decode())
        assert root.get("lang") == answer["Content-Language"]
        return str(root.get("lang"))

    asked = [page, f"{page}?lang=en", page, f"{page}?lang=fr", f"{page}?lang=ja", page]
    assert [language(address) for address in asked] == ["ja", "en", "en", "en", "ja", "ja"]


def test_the_switch_keeps_what_was_asked(client: Client) -> None:
    page = parsed(client.get("/?q=a&sort=year").content.decode())
    switch = elements(page, "//nav[@class='languages']//a")
    assert [(a.get("href"), a.get("aria-current")) for a in switch] == [
        ("?q=a&sort=year&lang=ja", "true"),
        ("?q=a&sort=year&lang=en", None),
    ]


@pytest.mark.parametrize("address", [*PAGES, "/sheets.csv", "/healthz", "/nowhere", "/static/monosashi.css"])
def test_a_browser_may_show_the_answer_and_nothing_else(client: Client, address: str) -> None:
    answer = client.get(address)
    kept = ("Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy", "Permissions-Policy")
    assert [answer.headers.get(name) for name in kept] == [
        "default-src 'self'; script-src 'self'; object-src 'none'; img-src 'self' data:; "
        "base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
        "nosniff",
        "same-origin",
        "camera=(), geolocation=(), microphone=()",
    ]
    answer.close()


@pytest.mark.parametrize("page", PAGES)
def test_a_page_has_no_script_no_style_of_its_own_and_no_other_host(client: Client, page: str) -> None:
    root = parsed(client.get(page).content.decode())
    assert (
        elements(root, "//script[not(@src) or node()] | //style | //*[@style] | //*[starts-with(name(@*), 'on')]") == []
    )
    addresses = [str(e.get(name)) for e in root.iter() for name in ("href", "src", "action") if e.get(name) is not None]
    assert [address for address in addresses if "//" in address] == []


@pytest.mark.parametrize("page", PAGES)
def test_every_link_of_a_page_leads_to_an_answer(client: Client, page: str) -> None:
    root = parsed(client.get(page).content.decode())
    links = {str(a.get("href")).partition("#")[0] for a in root.iter("a")} - {""}
    found = {link: client.get(link if link.startswith("/") else page + link).status_code for link in links}
    assert found == dict.fromkeys(links, 200)


def test_the_style_is_a_file_whose_address_changes_with_it(client: Client) -> None:
    (link,) = elements(parsed(client.get("/").content.decode()), "//link[@rel='stylesheet']")
    assert link.get("href") == f"/static/monosashi.css?v={style_version()}"
    answer = client.get(str(link.get("href")))
    assert (answer.status_code, answer["Content-Type"]) == (200, 'text/css; charset="utf-8"')
    answer.close()


def test_a_page_that_has_not_changed_is_not_sent_again(client: Client) -> None:
    first = client.get(f"/sheets/{NAME}/")
    again = client.get(f"/sheets/{NAME}/", headers={"if-none-match": first["ETag"]})
    other = client.get(f"/sheets/{NAME}/?lang=en", headers={"if-none-match": first["ETag"]})
    assert (again.status_code, again.content, other.status_code) == (304, b"", 200)


@pytest.mark.parametrize(
    ("lang", "title", "sentence"),
    [
        ("ja", "エラー 404", "このアドレスにページはありません。アドレスを確かめるか、一覧からお探しください。"),
        ("en", "Error 404", "There is no page at this address. Check the address, or start from the list."),
    ],
)
def test_a_page_that_is_not_there(client: Client, lang: str, title: str, sentence: str) -> None:
    answer = client.get("/nowhere", {"lang": lang})
    root = parsed(answer.content.decode())
    told = ([h.text_content() for h in root.iter("h1")], [p.text_content() for p in root.find_class("prose")])
    assert (answer.status_code, told) == (404, ([title], [sentence]))


@pytest.mark.parametrize(
    "address", ["/sheets/none/", "/sheets/none.csv", "/sheets/none/findings/", "/sheets/none/document"]
)
def test_a_sheet_that_is_not_there(client: Client, address: str) -> None:
    answer = client.get(address)
    (sentence,) = parsed(answer.content.decode()).find_class("prose")
    told = "「none」という事前分析表はありません。一覧から選んでください。"
    assert (answer.status_code, sentence.text_content()) == (404, told)


def test_an_error_of_data_is_data(client: Client) -> None:
    answer = client.get("/sheets/none.json")
    assert (answer.status_code, json.loads(answer.content)["error"]["code"]) == (404, "not-in-library")
    assert client.get(f"/sheets/{NAME}.csv?table=none").status_code == 404


class Failing(FolderLibrary):
    """A library on a disk that fails."""

    def entries(self) -> tuple[()]:
        """Always fails."""
        raise OSError("disk")


@pytest.mark.parametrize(("lang", "title"), [("ja", "エラー 500"), ("en", "Error 500")])
def test_a_fault_of_ours_is_a_page_that_tells_nothing_of_the_inside(
    library: FolderLibrary, tmp_path: object, lang: str, title: str
) -> None:
    answer = client_of(Failing(library.folder)).get("/", {"lang": lang})
    root = parsed(answer.content.decode())
    assert (answer.status_code, [h.text_content() for h in root.iter("h1")]) == (500, [title])
    assert "disk" not in answer.content.decode()


def test_pages_are_only_read(client: Client) -> None:
    assert [client.post(page).status_code for page in PAGES] == [405] * len(PAGES)


def test_a_stranger_s_host_is_refused(client: Client) -> None:
    assert client.get("/", headers={"host": "elsewhere.example"}).status_code == 400

"""The page of the log and its files: each reader sees what is of the own organisation, and the chain verifies for all."""

import csv
import io
import json
import re
import subprocess
import sys
from pathlib import Path

from monosashi.office.keeping import save
from monosashi.office.operations.entries import A_PAGE
from monosashi.office.operations.proving import prove_export
from monosashi.store.models import LogEntry
from tests.publishing.html.sheets import elements, parsed
from tests.web.signed_in import client_as
from tests.world import World, sheet_of

ROOT = Path(__file__).parents[3]

#: Whose entries each person reads; the others are refused, or sent to the login page.
READERS = {
    "office": ["soumu-R4-2", "soumu-R4-3", "soumu-R4-5"],
    "bureau": ["soumu-R4-2", "soumu-R4-3"],
    "other-bureau": ["soumu-R4-5"],
    "auditor": ["soumu-R4-2", "soumu-R4-3", "soumu-R4-5", "env-R4-1"],
    "other-office": ["env-R4-1"],
    "other-ministry": ["env-R4-1"],
}

#: What an address looks for, and the entries it finds.
LOOKED_FOR = {
    "?act=begin": ["1", "2", "3", "4"],
    "?act=save": [],
    "?object=R4-3": ["2"],
    "?person=other": ["4"],
    "?since=2000-01-01&until=2000-01-02": [],
    "?since=2000-01-01": ["1", "2", "3", "4"],
    "?until=9999-12-31": ["1", "2", "3", "4"],
}


def streamed(world: World, username: str, address: str) -> str:
    answer = client_as(world, username).get(address)
    assert answer.status_code == 200
    return answer.getvalue().decode()


def rows(world: World, username: str, query: str = "") -> list[dict[str, str]]:
    text = streamed(world, username, f"/log.csv{query}")
    return list(csv.DictReader(io.StringIO(text)))


def test_each_reader_sees_what_is_of_the_own_organisation(world: World) -> None:
    for username, objects in READERS.items():
        page = parsed(client_as(world, username).get("/log/").content.decode())
        assert [cell.text_content() for cell in elements(page, "//tbody//th")] == objects[::-1], username
        assert [row["object"] for row in rows(world, username)] == objects, username


def test_others_do_not_read_it(world: World) -> None:
    for username in ("keeper", "division", "council", ""):
        client = client_as(world, username)
        for address in ("/log/", "/log.csv", "/log.jsonl"):
            answer = client.get(address)
            assert (answer.status_code, "soumu" in answer.content.decode()) == (403 if username else 302, False)


def test_a_save_tells_where_from_and_to_and_why(world: World) -> None:
    save(world.actor("office"), "soumu-R4-2", 1, sheet_of("soumu-R4-3"), reason_code="misprint", reason="番号の誤り")
    found = [row for row in rows(world, "office") if row["act"] == "save"]
    assert ("/identifier", "（総務省R4－2）", "（総務省R4－3）") in [(r["at"], r["was"], r["now"]) for r in found]
    assert {(r["person"], r["object"], r["reason_code"], r["reason"]) for r in found} == {
        ("officeさん（office）", "soumu-R4-2", "misprint", "番号の誤り")
    }
    text = client_as(world, "office").get("/log/").content.decode()
    assert '誤記の訂正：<span lang="ja">番号の誤り</span>' in text
    assert '<del lang="ja">（総務省R4－2）</del>' in text


def test_it_is_looked_through_by_person_act_object_and_day(world: World) -> None:
    found = {query: [row["number"] for row in rows(world, "auditor", query)] for query in LOOKED_FOR}
    assert found == LOOKED_FOR


def test_a_day_that_is_none_is_told(world: World) -> None:
    text = client_as(world, "auditor").get("/log/?since=昨日").content.decode()
    assert "「昨日」は日付として読めないので、条件に入れていません。" in text


def test_long_logs_come_in_pages(world: World) -> None:
    entry = LogEntry.objects.get(number=1)
    LogEntry.objects.bulk_create(
        LogEntry(number=number, time=entry.time, person="多い", verb="save", object="x", record=entry.record, hash="")
        for number in range(5, 5 + A_PAGE)
    )
    client = client_as(world, "auditor")
    first, second, beyond = (parsed(client.get(f"/log/?page={n}").content.decode()) for n in (1, 2, 99))
    assert [len(elements(page, "//tbody/tr")) for page in (first, second, beyond)] == [A_PAGE, 4, 4]
    assert elements(first, "//nav[@class='pages']//a")[0].get("href") == "?page=2"


def test_the_chain_verifies_for_every_reader_and_shows_only_their_records(world: World, tmp_path: Path) -> None:
    head = client_as(world).get("/log/head.json").json()
    file = tmp_path / "log.jsonl"
    for username, objects in READERS.items():
        text = streamed(world, username, "/log.jsonl")
        file.write_text(text, encoding="utf-8")
        lines = [json.loads(line) for line in text.splitlines()]
        assert [json.loads(line["record"])["object"] for line in lines if "record" in line] == objects, username
        proof = prove_export(file, [f"{head['number']}:{head['hash']}"])
        assert (proof.problems, proof.head.number) == ((), 4), username


def checked(file: Path, head: str) -> tuple[int, str]:
    """What the stand-alone checker says, in a Python that knows nothing but its own library."""
    run = subprocess.run(
        [sys.executable, "-I", "-S", str(ROOT / "docs" / "verify_log.py"), str(file), head],
        capture_output=True,
        text=True,
        check=False,
    )
    return run.returncode, run.stdout.strip()


def test_an_outsider_verifies_it_without_us(world: World, tmp_path: Path) -> None:
    lines = streamed(world, "bureau", "/log.jsonl").splitlines()
    head = client_as(world).get("/log/head.json").json()
    file = tmp_path / "log.jsonl"

    def said(kept: list[str]) -> tuple[int, str]:
        file.write_text("".join(line + "\n" for line in kept), encoding="utf-8")
        return checked(file, f"{head['number']}:{head['hash']}")

    edited = lines[1].replace("soumu-R4-3", "soumu-R4-9")
    assert edited != lines[1]
    assert said(lines) == (0, "the log verifies")
    assert said([lines[0], edited, *lines[2:]]) == (1, "entry 2 was edited: it does not give the hash it bears")
    assert said([lines[0], *lines[2:]]) == (1, "entry 2 is missing: entry 3 follows entry 1")
    assert said(lines[:2]) == (1, "the tail was cut off: entry 4 was published, and the log ends at entry 2")
    forged = [*lines[:3], re.sub(r'"digest":"\w+"', f'"digest":"{"0" * 64}"', lines[3])]
    assert said(forged) == (1, "entry 4 was edited: it does not give the hash it bears")


def test_the_head_is_for_everyone(world: World) -> None:
    last = LogEntry.objects.get(number=4)
    answer = client_as(world).get("/log/head.json").json()
    assert answer == {"number": 4, "hash": last.hash, "time": last.time.isoformat()}

"""From a printed number to its records and back: the pages, their data, and who may see them."""

import csv
import io
import json
import re

import pytest
from django.test import Client

from monosashi.office.recording.entering import Where, cancel
from monosashi.registers.invented import Invented
from tests.web.evidence.counted import SLUG, counted_world
from tests.web.signed_in import client_as
from tests.world import World

TALKS = "/goals/0/levers/0/indicators/0/measures/0"
AGREEMENTS = "/goals/0/levers/1/indicators/0/measures/0"
SEE = {"office", "office2", "bureau", "bureau2", "division", "auditor"}
PAGE = f"/sheets/{SLUG}/evidence/"
pytestmark = pytest.mark.django_db


@pytest.fixture
def made(world: World) -> Invented:
    """The sheet, and the records of two registers, in the world."""
    return counted_world(world, "consultations", "agreements")


def read(client: Client, address: str) -> str:
    """The page as text, its marks as blanks."""
    answer = client.get(address)
    assert answer.status_code == 200, address
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


def test_every_number_stands_beside_its_count(world: World) -> None:
    counted_world(world)
    text = read(client_as(world, "division"), PAGE)
    assert "比べた値 33、違う値 0" in text
    assert "見本の記録（架空）を含みます" in text
    assert "基準値 平均 2018年度・2019年度・2020年度 41回 41 回 56" in text
    assert "実績 2021年度 記載なし 1 回 まだ印刷されていない" in text
    english = read(client_as(world, "division"), f"{PAGE}?lang=en")
    assert "33 compared, 0 differ" in english
    assert "Some of these records are invented" in english


def test_a_count_lists_what_counts_and_what_was_left_out_and_why(world: World, made: Invented) -> None:
    text = read(client_as(world, "bureau"), f"{PAGE}count/?measure={TALKS}&year=2019")
    key = [line for line in made.key if (line.rule, line.nendo) == ("consultations", 2019)]
    assert "指標① 2019年度の根拠" in text
    assert f"数えた記録（{sum(line.counts for line in key)}件）" in text
    assert f"数えなかった記録（{sum(not line.counts for line in key)}件）" in text
    for reason in (
        "下書き",
        "取り消されたもの",
        "別の政策のもの",
        "条件に合わないもの",
        "同じ出来事の重なり",
        "ほかの年度のもの",
    ):
        assert f"{reason}（" in text
    assert "同じ日の同じ相手との同じ形式の協議" in text


def test_the_data_say_the_same_record_by_record(world: World, made: Invented) -> None:
    client = client_as(world, "office")
    answer = client.get(f"/sheets/{SLUG}/evidence.csv?measure={AGREEMENTS}&part=政務レベル&year=2020")
    rows = list(csv.DictReader(io.StringIO(answer.content.decode())))
    key = {
        line.record: line
        for line in made.key
        if (line.rule, line.part, line.nendo) == ("agreements", "政務レベル", 2020)
    }
    assert {row["record"]: (row["counts"] == "true", row["code"]) for row in rows} == {
        address: (line.counts, line.code) for address, line in key.items()
    }
    assert {(row["value"], row["invented"]) for row in rows} == {("5", "true")}
    whole = json.loads(client.get(f"/sheets/{SLUG}/evidence.json").content)
    assert len(whole["sheets"][0]["numbers"]) == 36


def test_a_record_tells_every_number_it_feeds_and_why_not_the_others(world: World, made: Invented) -> None:
    client = client_as(world, "bureau")
    line = next(
        one
        for one in made.key
        if (one.rule, one.part, one.nendo, one.counts) == ("agreements", "政務レベル", 2020, True)
    )
    record = f"/registers/soumu/agreements/records/{line.record.partition('/')[2]}/"
    assert f'href="{record}feeds/"' in client.get(record).content.decode()
    text = read(client, f"{record}feeds/")
    assert "この記録を数えた値は2あります" in text
    assert "指標3（うち政務レベル）" in text
    assert "2020年度 指標3 13 件 ● 数えた" in text
    assert "2019年度 指標3 55 件 ○ 数えない" in text


def test_a_cancelled_record_changes_number_comparison_and_explanation_by_one(world: World, made: Invented) -> None:
    stand_ins = {line.instead for line in made.key}
    line = next(
        one
        for one in made.key
        if (one.rule, one.nendo, one.counts) == ("consultations", 2019, True) and one.record not in stand_ins
    )
    where = Where(ministry="soumu", register_code="consultations", code=line.record.partition("/")[2])
    cancel(world.actor("office"), where, 1, "取りやめ")
    text = read(client_as(world, "office"), f"{PAGE}count/?measure={TALKS}&year=2019")
    assert "【参考】 2019年度 50回 49 回 ≠ 違う" in text
    assert "数えた記録（49件）" in text


def test_the_sheet_leads_there_without_counting(world: World, made: Invented) -> None:
    text = client_as(world, "office").get(f"/sheets/{SLUG}/").content.decode()
    assert f'href="{PAGE}"' in text
    assert f'href="{PAGE}#of{TALKS}"' in text
    assert f'id="of{TALKS}"' in client_as(world, "office").get(PAGE).content.decode()


def test_it_may_see_who_sees_the_sheet_and_its_records(world: World, made: Invented) -> None:
    told = {who: client_as(world, who).get(PAGE).status_code for who in ("", *world.people)}
    assert {who for who, status in told.items() if status == 200} == SEE
    assert {status for who, status in told.items() if who not in SEE} == {404}


def test_a_number_that_is_not_counted_is_not_there(world: World, made: Invented) -> None:
    for asked in ("", "?measure=/goals/9&year=2019", f"?measure={TALKS}&year=1999", f"?measure={TALKS}&year=²"):
        answer = client_as(world, "office").get(f"{PAGE}count/{asked}")
        assert (answer.status_code, "その値を数える算定の規則か記録がありません" in answer.content.decode()) == (
            404,
            True,
        )


def test_a_sheet_without_rules_says_so(world: World) -> None:
    assert "記録から数えられる値はありません" in read(client_as(world, "office"), "/sheets/soumu-R4-2/evidence/")

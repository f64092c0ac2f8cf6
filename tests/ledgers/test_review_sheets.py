"""Review sheets as projects: every part of one, what every edition writes otherwise, and lines that are wrong."""

import json
from decimal import Decimal
from pathlib import Path

import pytest

from monosashi.ledgers.review_sheets import projects
from monosashi.model import (
    Book,
    BookFault,
    BookPlace,
    Nendo,
    Project,
    ProjectMeasure,
    ProjectValue,
    ProjectYear,
)
from tests.ledgers.invented_books import Json, review_sheet, written


def test_a_sheet_is_taken_whole(tmp_path: Path) -> None:
    path = written(tmp_path / "sheets.jsonl.xz", [review_sheet()])
    assert list(projects(path)) == [
        Project(
            book=Book.REVIEW_SHEETS,
            edition=2021,
            id="2021-未来-20-0001",
            number="0001",
            name="見本の事業その1",
            ministry="未来生活省",
            bureau="生活局",
            division="第一課\n第二課",
            start=2015,
            accounts=("一般会計",),
            purpose="見本の目的。",
            outline="見本の概要。",
            years=(
                ProjectYear(
                    nendo=Nendo(year=2020),
                    initial=Decimal("100.5"),
                    supplementary=Decimal(0),
                    carried_in=Decimal("3.25"),
                    carried_out=Decimal(-2),
                    reserve=Decimal(0),
                    total=Decimal("101.75"),
                    executed=Decimal("99.123456"),
                ),
                ProjectYear(nendo=Nendo(year=2021), initial=Decimal(120), total=Decimal(120)),
                ProjectYear(nendo=Nendo(year=2022), requested=Decimal(130)),
            ),
            measures=(
                ProjectMeasure(
                    kind="outcome",
                    goal="目標",
                    name="件数",
                    unit="件",
                    final_target="90",
                    final_year=Nendo(year=2025),
                    values=(ProjectValue(nendo=Nendo(year=2020), actual="3000"),),
                ),
                ProjectMeasure(
                    kind="output",
                    name="回数",
                    unit="回",
                    values=(ProjectValue(nendo=Nendo(year=2020), actual="0.000004", target="2.5"),),
                ),
            ),
            before=("2020-未来生活省-新02-0007",),
            place=BookPlace(file="sheets.jsonl.xz", line=1, url="https://example.jp/sheet.pdf"),
        )
    ]


def test_amounts_keep_every_digit(tmp_path: Path) -> None:
    rows = [{"年度": 2020, "予算計": 0}]
    line = json.dumps(review_sheet(予算=rows), ensure_ascii=False).replace(
        '"予算計": 0', '"予算計": 114.69999999999999'
    )
    (found,) = projects(written(tmp_path / "a.jsonl", [line]))
    assert isinstance(found, Project)
    assert found.years == (ProjectYear(nendo=Nendo(year=2020), total=Decimal("114.69999999999999")),)


@pytest.mark.parametrize(
    ("printed", "parts", "edition", "identity"),
    [
        ("2021-総務-20-0148", {}, 2021, ("2021-総務-20-0148", "0148")),
        ("2022-デジ-21-0001-1", {}, 2022, ("2022-デジ-21-0001-1", "0001-1")),
        ("2022-国交-0117", {}, 2022, ("2022-国交-0117", "0117")),
        ("2022-総務-新23-0002", {}, 2022, ("2022-総務-新23-0002", "新23-0002")),
        ("0131", {}, 2019, ("2019-未来生活省-0131", "0131")),
        ("新27-0047-1", {}, 2015, ("2015-未来生活省-新27-0047-1", "新27-0047-1")),
        (
            None,
            {"事業番号1": None, "事業番号2": "0036", "事業番号3": "1", "事業番号4": None},
            2015,
            ("2015-未来生活省-0036-1", "0036-1"),
        ),
    ],
)
def test_ids_of_every_edition(
    tmp_path: Path, printed: str | None, parts: Json, edition: int, identity: tuple[str, str]
) -> None:
    (found,) = projects(written(tmp_path / "a.jsonl", [review_sheet(edition=edition, other=parts, 事業番号=printed)]))
    assert isinstance(found, Project)
    assert (found.id, found.number) == identity


@pytest.mark.parametrize(
    ("other", "code", "field"),
    [
        ({"開始年度": 2309}, "year-impossible", "開始年度"),
        ({"開始年度": 2}, "year-impossible", "開始年度"),
        ({"終了年度": "令和"}, "year-impossible", "終了年度"),
        ({"予算": [{"年度": 2020, "予算計": "精査中"}]}, "not-a-number", "予算計"),
        ({"予算": [{"年度": 2020, "予算計": True}]}, "not-a-number", "予算計"),
        ({"予算": [{"年度": 2020, "予算計": 10**30}]}, "not-a-number", "予算計"),
        ({"予算": [{"年度": 2020}, {"年度": 2020}]}, "year-repeated", "予算"),
        ({"予算": {"年度": 2020}}, "not-a-list", "予算"),
        ({"予算": ["2020"]}, "not-a-list", "予算"),
        ({"担当課室": ["一課"]}, "not-a-text", "担当課室"),
        ({"新しい項目": 1}, "field-unknown", "新しい項目"),
        ({"アウトカム": [{"目標最終年度": 4003}]}, "year-impossible", "目標最終年度"),
    ],
)
def test_a_value_that_is_wrong_is_told_and_the_rest_is_taken(
    tmp_path: Path, other: Json, code: str, field: str
) -> None:
    fault, project = projects(written(tmp_path / "a.jsonl", [review_sheet(other=other)]))
    assert isinstance(fault, BookFault)
    assert (fault.code, fault.place) == (code, BookPlace(file="a.jsonl", line=1))
    assert field in fault.message.ja
    assert field in fault.message.en
    assert isinstance(project, Project)
    assert project.name == "見本の事業その1"


@pytest.mark.parametrize("field", ["事業名", "府省庁", "公開年度"])
def test_what_makes_a_project_must_be_there(tmp_path: Path, field: str) -> None:
    found = list(projects(written(tmp_path / "a.jsonl", [review_sheet(other={field: None}), review_sheet(2)])))
    assert [(one.code, field in one.message.ja) for one in found if isinstance(one, BookFault)] == [
        ("field-missing", True)
    ]
    assert [(one.id, one.place.line) for one in found if isinstance(one, Project)] == [("2021-未来-20-0002", 2)]


def test_printed_amounts_are_read_as_they_are_written(tmp_path: Path) -> None:
    rows = [{"年度": "2020", "当初予算": "１，２３４", "予算計": "△5.5", "執行額": "-", "補正予算": None}]
    (found,) = projects(written(tmp_path / "a.jsonl", [review_sheet(予算=rows)]))
    assert isinstance(found, Project)
    assert found.years == (ProjectYear(nendo=Nendo(year=2020), initial=Decimal(1234), total=Decimal("-5.5")),)


def test_one_object_a_list_and_a_folder_are_read_like_lines(tmp_path: Path) -> None:
    one, two = review_sheet(1), review_sheet(2)
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "one.json").write_text(json.dumps(one, ensure_ascii=False, indent=2), encoding="utf-8-sig")
    (tmp_path / "two.json").write_text(json.dumps([two, review_sheet(3)], ensure_ascii=False), encoding="utf-8")
    found = [(one.number, one.place.file, one.place.line) for one in projects(tmp_path) if isinstance(one, Project)]
    assert found == [("0001", "a/one.json", 1), ("0002", "two.json", 1), ("0003", "two.json", 2)]

"""The RS system's CSV: what is written by the list of columns is read back equal, however it is packed and encoded."""

import csv
import json
from decimal import Decimal
from pathlib import Path

import pytest

from monosashi.ledgers.rs_csv import RsRow, rows
from monosashi.ledgers.rs_details import projects as projects_of_details
from monosashi.ledgers.rs_layout import layout_of, parse_layout
from monosashi.ledgers.rs_projects import projects
from monosashi.model import BookFault, BookPlace, Project
from tests.ledgers.invented_rs import InventedRs, csv_bytes, file_name, invented_rs, write_rs

LAYOUT = layout_of(2024)
_NOWHERE = BookPlace(file="", line=0)


def _placeless(found: list[Project | BookFault]) -> list[Project | BookFault]:
    return [
        one.model_copy(update={"place": one.place.model_copy(update={"file": "", "line": 0})})
        if isinstance(one, Project)
        else one
        for one in found
    ]


@pytest.mark.parametrize("zipped", ["each", "one", "plain"])
@pytest.mark.parametrize("encoding", ["cp932", "utf-8", "utf-8-sig"])
def test_what_was_written_is_read_back_equal(tmp_path: Path, encoding: str, zipped: str) -> None:
    made = invented_rs(LAYOUT, seed=7)
    assert _placeless(list(projects(write_rs(tmp_path, made, encoding, zipped)))) == made.projects


@pytest.mark.thorough
@pytest.mark.parametrize("seed", range(200))
def test_so_is_whatever_else_is_drawn(tmp_path: Path, seed: int) -> None:
    made = invented_rs(LAYOUT, seed, count=3)
    encoding = ("cp932", "utf-8", "utf-8-sig")[seed % 3]
    assert _placeless(list(projects(write_rs(tmp_path, made, encoding)))) == made.projects


def test_every_row_of_the_fifteen_files_is_typed(tmp_path: Path) -> None:
    made = invented_rs(LAYOUT, seed=3)
    found = list(rows(write_rs(tmp_path, made, "cp932")))
    assert not [one for one in found if isinstance(one, BookFault)]
    read = [one for one in found if isinstance(one, RsRow)]
    assert {one.table for one in read} == {table.id for table in LAYOUT.tables}
    assert len(LAYOUT.tables) == 15
    for table in LAYOUT.tables:
        if table.years:
            continue
        assert [_as_written(one, made) for one in read if one.table == table.id] == [
            {column: row.get(column, "") for column in table.columns} for row in made.rows[table.id]
        ]


def _as_written(row: RsRow, made: InventedRs) -> dict[str, str]:
    """A typed row as its file writes it."""
    written = {}
    table = made.layout.table(row.table)
    for column, value in row.cells.items():
        assert isinstance(value, Decimal | None) == (column in table.number or (column in table.flag and value is None))
        number = f"{value}" if isinstance(value, Decimal) else ""
        written[column] = value if isinstance(value, str) else str(value).upper() if isinstance(value, bool) else number
    return written | ({"開始年度不明": written["開始年度不明"], "終了予定なし": "True"} if row.table == "1-2" else {})


def test_a_column_a_year_becomes_a_row_a_year(tmp_path: Path) -> None:
    made = invented_rs(LAYOUT, seed=3, count=1)
    found = [one for one in rows(write_rs(tmp_path, made, "utf-8"), frozenset({"3-1"})) if isinstance(one, RsRow)]
    said = LAYOUT.table("3-1").takes["said"]
    targets = [(one.nendo, one.value) for one in found if one.text(*said) == "2.目標値"]
    assert [nendo for nendo, _value in targets] == [2023, 2027]
    assert targets[0] == (2023, "10")
    assert [one.nendo for one in found if not one.text(*said)] == [None, None]


def _one_file(tmp_path: Path, table: str, data: bytes) -> list[RsRow | BookFault]:
    path = tmp_path / f"{file_name(LAYOUT.table(table), 2024)}.csv"
    path.write_bytes(data)
    return list(rows(path))


def test_columns_may_come_otherwise(tmp_path: Path) -> None:
    """Another order, other brackets, one unknown and one missing: told, and the rest is taken."""
    data = "予算事業ID,事業名,予算年度,当初予算(合計),新しい列\r\n5,見本,2023,1000000,x\r\n".encode()
    found = _one_file(tmp_path, "2-1", data)
    faults = [one for one in found if isinstance(one, BookFault)]
    missing = [column for column in LAYOUT.table("2-1").columns if column not in _GIVEN]
    assert [(one.code, one.place.line) for one in faults] == [("column-unknown", 1)] + [("column-missing", 1)] * len(
        missing
    )
    assert "新しい列" in faults[0].message.ja
    (row,) = (one for one in found if isinstance(one, RsRow))
    assert row.number("当初予算（合計）") == Decimal(1000000)
    assert row.text("事業名") == "見本"


_GIVEN = {"予算事業ID", "事業名", "予算年度", "当初予算（合計）"}


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (b"1,2,3\r\n", "row-length"),
        (b'"a"b,2\r\n', "row-broken"),
        (b"\x00\r\n", "holds-nul"),
        ("見本".encode("cp932") + b"\r\n", "not-text"),
    ],
)
def test_a_row_that_is_wrong_is_told_and_the_others_are_taken(tmp_path: Path, line: bytes, code: str) -> None:
    table = LAYOUT.table("6-1")
    good = csv_bytes(table, [{"予算事業ID": "1", "事業名": "二行\r\nの名"}], "utf-8")
    found = _one_file(
        tmp_path, "6-1", good + line + csv_bytes(table, [{"予算事業ID": "2"}], "utf-8").split(b"\r\n", 1)[1]
    )
    assert [one.code if isinstance(one, BookFault) else one.text("予算事業ID") for one in found] == ["1", code, "2"]
    assert [one.place.line for one in found] == [2, 4, 5]


def test_numbers_that_are_none_and_years_that_come_twice_are_told(tmp_path: Path) -> None:
    made = invented_rs(LAYOUT, seed=1, count=1)
    made.rows["2-1"][0]["当初予算（合計）"] = "精査中"
    made.rows["2-1"].append(dict(made.rows["2-1"][0]))
    made.rows["2-1"].append({"予算事業ID": "99", "予算年度": "2023"})
    made.rows["1-2"].append(dict(made.rows["1-2"][0]))
    found = list(projects(write_rs(tmp_path, made, "cp932")))
    faults = [one.code for one in found if isinstance(one, BookFault)]
    assert faults == ["line-repeated", "not-a-number", "not-a-number", "year-repeated", "project-unknown"]
    assert [one.id for one in found if isinstance(one, Project)] == ["rs-2024-1"]


def test_the_layout_of_another_year_is_a_file() -> None:
    other = parse_layout('edition = 2030\ncommon = ["a"]\n[[table]]\nid = "1-1"\nname = "n"\ncolumns = ["b"]\n')
    assert (other.edition, other.table("1-1").printed) == (2030, ("a", "b"))
    assert (layout_of(2019).edition, layout_of(2031).edition) == (2024, 2024)


def test_the_list_of_projects_as_one_text(tmp_path: Path) -> None:
    said = {"projectId": 7, "projectName": "見本", "ministry": "未来生活省", "bureau": "生活局", "purpose": "目的"}
    said |= {
        "overview": "概要",
        "startYear": 2014,
        "endYear": None,
        "url": None,
        "oldProjectNumber": "2023－未来ー22ー0007",
    }
    path = tmp_path / "rs2024-project-details.json"
    path.write_text(json.dumps({"7": said, "8": {"projectName": ""}}, ensure_ascii=False), encoding="utf-8")
    project, fault = projects_of_details(path)
    assert isinstance(project, Project)
    assert (project.id, project.edition, project.start, project.before) == (
        "rs-2024-7",
        2024,
        2014,
        ("2023-未来-22-0007",),
    )
    assert isinstance(fault, BookFault)
    assert (fault.code, fault.place.line) == ("field-missing", 2)


@pytest.mark.shared
def test_the_columns_are_those_of_the_published_list(shared: Path) -> None:
    """Names and order of all 508, those that its maker split off of 5-1 aside."""
    published: dict[str, list[str]] = {}
    with (shared / "data" / "rs-system" / "csv-columns.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            published.setdefault(row["table"], []).append(row["column"])
    wanted = {name[4:].replace("_", "-"): columns for name, columns in published.items() if name.count("_") == 2}
    assert {table.id: list(table.printed) for table in LAYOUT.tables} == wanted

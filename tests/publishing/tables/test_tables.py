"""The flat tables: columns of the contract, one row for each thing, values plain."""

import csv
import io
from typing import Any

import pytest
from hypothesis import given

from monosashi.model import Cell, Document, Place, Reading, Sheet, Trace
from monosashi.publishing.tables import TABLES, NoSuchTable, table, table_csv, table_rows
from tests.publishing.made import AWKWARD, measured, odd_sheets, plain

COLUMNS = {
    "indicators": "goal lever group number primary name kind unit cumulative ratio baseline_text baseline_value "
    "baseline_nendo mean_of earlier_target_value target_text target_value target_nendo approximate part_name "
    "baseline_part target_part mark",
    "yearly": "number name nendo target_text target_value actual_text actual_value actual_state actual_nendo "
    "reference_value reference_unit target_part actual_part reference_part provisional",
    "programmes": "number name start_nendo related review_number outline",
    "money": "scope number name account nendo stage included_only budget executed unit",
    "cabinet": "name date excerpt",
    "head": "field text",
    "reasons": "numbers text reference_text",
    "notes": "mark text",
    "cells": "page x0 top x1 bottom row_span column_span text",
    "furniture": "page x0 top x1 bottom text",
    "leftover": "page x0 top x1 bottom text",
}


def reading(sheet: Sheet, **more: Any) -> Reading:
    return Reading(document=Document(name="灯台.xlsx", sha256="0" * 64), sheet=sheet, trace=Trace(), **more)


def rows(name: str, sheet: Sheet) -> list[dict[str, str]]:
    """The table's rows, without what is empty and without the sheet's place."""
    found = csv.DictReader(io.StringIO(table_csv(name, [reading(sheet)])))
    return [{column: value for column, value in row.items() if value and column != "sheet"} for row in found]


def test_the_tables_and_columns_of_the_contract() -> None:
    assert list(TABLES) == list(COLUMNS)
    assert {name: table(name).header for name in TABLES} == {
        name: ("sheet", *columns.split()) for name, columns in COLUMNS.items()
    }


def test_a_table_that_does_not_exist_is_named_with_those_that_do() -> None:
    with pytest.raises(NoSuchTable) as refusal:
        table_csv("indicator", [])
    assert refusal.value.code == "no-such-table"
    assert "indicators, yearly" in refusal.value.message.ja


def test_indicators() -> None:
    goal = {"goal": "灯りを絶やさない", "lever": "電球を換える", "number": "1", "primary": "true"}
    assert rows("indicators", plain()) == [
        {
            **goal,
            "name": "点灯率",
            "kind": "outcome",
            "unit": "%",
            "cumulative": "false",
            "ratio": "true",
            "baseline_text": "97.0%",
            "baseline_value": "97.0",
            "baseline_nendo": "2022",
            "target_text": "99.0%以上",
            "target_value": "99.0",
            "target_nendo": "2025",
            "approximate": "false",
        },
        {
            **goal,
            "name": "換えた電球",
            "unit": "個",
            "cumulative": "true",
            "ratio": "false",
            "target_text": "累計1,200個程度（うちLED900個）",
            "target_value": "1200",
            "approximate": "true",
            "part_name": "LED",
            "target_part": "900",
        },
        {"goal": "霧に備える", "number": "2", "primary": "false", "name": "霧笛"},
    ]


def test_a_mean_an_earlier_target_and_several_parts() -> None:
    sheet = measured(
        [
            {
                "name": "訪問回数（累計）",
                "baseline": {"value": "30回（平成30年度～令和２年度の平均）（目標値：12回）", "year": "令和２年度"},
                "target": {"value": "40回（昼：25回、夜：15回）"},
            }
        ]
    )
    (row,) = rows("indicators", sheet)
    assert (row["mean_of"], row["earlier_target_value"], row["cumulative"]) == ("2018 2019 2020", "12", "true")
    assert (row["part_name"], row["target_part"]) == ("昼 夜", "25 15")


def test_yearly() -> None:
    name = {"number": "1", "name": "点灯率"}
    target = {"target_text": "年度ごとに98.0%以上", "target_value": "98.0"}
    assert rows("yearly", plain()) == [
        {**name, "nendo": "2021", "reference_value": "96.5", "reference_unit": "%"},
        {
            **name,
            "nendo": "2023",
            **target,
            "actual_text": "98.5%（速報値）",
            "actual_value": "98.5",
            "actual_state": "reported",
            "provisional": "true",
        },
        {**name, "nendo": "2024", **target, "actual_state": "not_yet"},
    ]


@pytest.mark.parametrize(("title", "state"), [("令和４年度", "not_yet"), ("令和５年度", "unstated"), ("", "not_yet")])
def test_a_target_without_an_entry_is_not_yet_from_the_titles_year_on(title: str, state: str) -> None:
    sheet = measured([{"name": "甲", "targets": [{"years": ["令和４年度"], "value": "10件"}]}], title=title)
    assert [row["actual_state"] for row in rows("yearly", sheet)] == [state]


def test_the_year_of_the_latest_actual_and_parts() -> None:
    actual = {"year": "令和５年度", "value": "30件（うち海上12件）（令和４年度）", "state": "reported"}
    (row,) = rows("yearly", measured([{"name": "甲", "actuals": [actual]}]))
    assert (row["actual_value"], row["actual_nendo"], row["actual_part"]) == ("30", "2022", "12")


SHARED = "設ける。\n【参考】\n令和２年度：42回（協議：17回　会議：25回）\n令和元年度：79回"
PATH = "/goals/0/levers/0/indicators/{}/measures/0"


def test_a_shared_reference_is_told_apart_by_the_measures_label() -> None:
    measures = [
        {"name": name, "target": {"value": f"{label}40回"}}
        for name, label in [("甲", "協議："), ("乙", "会議："), ("丙", "")]
    ]
    sheet = measured(measures, rationales=[{"text": SHARED, "measures": [PATH.format(n) for n in range(3)]}])
    found = [(row["number"], row["nendo"], row["reference_value"]) for row in rows("yearly", sheet)]
    assert found == [("1", "2020", "17"), ("2", "2020", "25")]


def test_a_reference_of_one_measure_is_its_own_with_its_parts() -> None:
    sheet = measured([{"name": "甲"}], rationales=[{"text": SHARED, "measures": [PATH.format(0)]}])
    found = [(row["nendo"], row["reference_value"], row.get("reference_part")) for row in rows("yearly", sheet)]
    assert found == [("2019", "79", None), ("2020", "42", "17 25")]


def test_programmes_and_money() -> None:
    assert rows("programmes", plain()) == [
        {
            "number": "1",
            "name": "灯台整備費",
            "start_nendo": "1968",
            "related": "1 2",
            "review_number": "-",
            "outline": "電球と霧笛を買う。",
        }
    ]
    assert rows("money", plain()) == [
        {
            "scope": "programme",
            "number": "1",
            "name": "灯台整備費",
            "nendo": "2022",
            "stage": "total",
            "included_only": "false",
            "budget": "1200",
            "executed": "1100",
            "unit": "百万円",
        },
        {
            "scope": "policy",
            "account": "total",
            "nendo": "2022",
            "stage": "total",
            "included_only": "false",
            "budget": "1200",
            "unit": "百万円",
        },
    ]


def test_accounts_and_amounts_inside_others() -> None:
    cells = [{"text": "産投出資：\n26,700百万円\n政府保証：\n〈8,500百万円〉の内数", "year": "令和元年度"}]
    sheet = plain(programmes=[{"number": "(10)", "name": "出資", "money": cells}], money=[])
    found = [(row["account"], row["budget"], row["included_only"]) for row in rows("money", sheet)]
    assert found == [("equity", "26700", "false"), ("guarantee", "8500", "true")]


def test_head_cabinet_reasons_and_notes() -> None:
    assert rows("head", plain()) == [
        {"field": "標題", "text": "主要な政策に係る政策評価の事前分析表（令和５年度実施政策）"},
        {"field": "整理番号", "text": "港湾省R5－③"},
        {"field": "政策名", "text": "灯台の保守"},
        {"field": "最終アウトカム", "text": "船が迷わない"},
        {"text": "令和８年８月"},
    ]
    assert rows("cabinet", plain()) == [{"name": "海の基本計画", "date": "2023-04-28", "excerpt": "第１部"}]
    assert rows("cabinet", plain(cabinet=[{"name": "計画", "date": "平成2年2月30日"}])) == [{"name": "計画"}]
    assert rows("reasons", plain()) == [
        {"numbers": "1", "text": "灯りが要る。【参考】令和３年度：96.5%", "reference_text": "令和３年度：96.5%"},
        {"numbers": "1 2", "text": "数で見る。"},
    ]
    assert rows("notes", plain()) == [{"mark": "※１", "text": "政策は施策のこと。"}]


def test_cells_furniture_and_leftover() -> None:
    here = Place(page=1, x0=1, top=2, x1=6, bottom=3, worksheet="表")
    there = Place(page=2, x0="10.50", top=20, x1=30, bottom=40)
    found = reading(
        plain(),
        cells=(
            Cell(place=here, text="一\n二", rows=2, columns=6),
            Cell(place=there, text="三"),
            Cell(place=there, text="枠の外", bordered=False),
        ),
        leftover=(Cell(place=there, text="余り"),),
    )
    assert table_csv("cells", [found]) == (
        "sheet,page,x0,top,x1,bottom,row_span,column_span,text\n1,1,1,2,6,3,2,6,一二\n1,2,10.50,20,30,40,1,1,三\n"
    )
    assert table_csv("leftover", [found]) == "sheet,page,x0,top,x1,bottom,text\n1,2,10.50,20,30,40,余り\n"
    assert table_csv("furniture", [found]) == "sheet,page,x0,top,x1,bottom,text\n"


def test_the_sheet_column_is_the_sheets_place_in_the_document() -> None:
    second = reading(plain(notes=[{"mark": "※９", "text": "二枚目"}]), ordinal=2)
    assert table_rows("notes", [reading(plain()), second]) == (
        ("1", "※１", "政策は施策のこと。"),
        ("2", "※９", "二枚目"),
    )


@pytest.mark.parametrize("text", AWKWARD)
def test_texts_are_verbatim_but_for_line_breaks(text: str) -> None:
    sheet = plain(programmes=[{"number": "(1)", "name": "費", "review_number": text}])
    assert rows("programmes", sheet)[0]["review_number"] == text.replace("\r\n", "").strip()


@given(odd_sheets())
def test_every_table_of_any_sheet_is_one_line_a_row_and_the_same_each_time(sheet: Sheet) -> None:
    readings = [reading(sheet)]
    for name in TABLES:
        data = table_csv(name, readings)
        assert data == table_csv(name, readings)
        found = list(csv.reader(io.StringIO(data, newline=""), strict=True))
        assert found == [list(table(name).header), *map(list, table_rows(name, readings))]

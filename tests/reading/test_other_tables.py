"""Cabinet links, notes and programmes in other layouts; a title with no form of its own refuses to be printed."""

import csv
import datetime as dt
from pathlib import Path

import pytest

from monosashi.forms import general
from monosashi.model import Reading
from monosashi.office import publish
from monosashi.publishing.refusal import FormNotPrintable
from monosashi.publishing.tables import table, table_rows
from monosashi.reading import read
from tests.reading.rows import reading_of

HEAD = [
    ["平成26年度実施施策に係る政策評価の事前分析表"],
    ["施策名", "道を作る"],
    ["施策の概要", "山に道を通す。"],
    ["達成すべき目標", "五本にする。"],
    ["担当部局名", "土木局"],
    ["政策体系上の位置付け", "道"],
]


def links(reading: Reading) -> list[tuple[str, dt.date | None, str]]:
    return [("".join(link.name.split()), link.date.date, link.excerpt) for link in reading.sheet.cabinet]


def test_cabinet_links_line_by_line() -> None:
    text = "○「基本方針2014」（平成26年６月24日閣議決定）\n○中期計画（平成26年度～平成30年度）（平成25年12月17日　国家会議・閣議決定）\n○大綱"
    reading = reading_of([*HEAD, ["施策に関係する内閣の重要政策", text]])
    assert links(reading) == [
        ("基本方針2014", dt.date(2014, 6, 24), ""),
        ("中期計画（平成26年度～平成30年度）", dt.date(2013, 12, 17), ""),
        ("大綱", None, ""),
    ]
    assert reading.sheet.cabinet[1].date.text == "平成25年12月17日　国家会議・閣議決定"
    assert reading.leftover == ()


@pytest.mark.parametrize(
    "rows",
    [
        [["施策に関係する内閣の重要政策", "－"]],
        [["施策に関係する内閣の重要政策", "該当なし"]],
        [["施策に関係する内閣の重要政策", "（特になし）"]],
        [["施政方針演説等の名称", "年月日", "関係部分（抜粋）"], ["－", "-", "―"]],
        [["施政方針演説等の名称", "年月日", "関係部分（抜粋）"], ["該当する文書なし", "－", "－"]],
    ],
)
def test_a_dash_or_a_word_for_none_is_no_cabinet_link(rows: list[list[str]]) -> None:
    reading = reading_of([*HEAD, *rows])
    assert reading.sheet.cabinet == ()
    assert reading.leftover == ()


def test_notes_with_and_without_numbers() -> None:
    reading = reading_of(
        [*HEAD, [], ["（注1）年度末の数である。"], ["＊印は主要な指標。"], ["（備考）端数は四捨五入した。"]]
    )
    assert [(note.mark, note.text) for note in reading.sheet.notes] == [
        ("（注1）", "年度末の数である。"),
        ("＊", "印は主要な指標。"),
        ("（備考）", "端数は四捨五入した。"),
    ]


def money(reading: Reading) -> list[tuple[str, ...]]:
    header = table("money").header
    wanted = ("number", "nendo", "budget", "executed", "unit")
    rows = (dict(zip(header, row, strict=True)) for row in table_rows("money", [reading]))
    return [tuple(row[column] for column in wanted) for row in rows]


def test_programmes_with_columns_of_their_own_for_start_and_execution() -> None:
    reading = reading_of(
        [
            *HEAD,
            ["", "", "", "", "", "（単位：千円）"],
            ["達成手段", "開始年度", "予算額", "<", "執行額", "<", "関連する指標"],
            ["", "", "24年度", "25年度", "24年度", "25年度", ""],
            ["(1) 道路費", "平成20年度", "100", "110", "90", "－", "1，2"],
        ]
    )
    (programme,) = reading.sheet.programmes
    assert (programme.name.name, programme.start and programme.start.year) == ("道路費", 2008)
    assert [number.value for number in programme.related.numbers] == [1, 2]
    assert money(reading) == [("1", "2012", "100", "90", "千円"), ("1", "2013", "110", "", "千円")]


def test_programmes_told_line_by_line() -> None:
    reading = reading_of(
        [
            *HEAD,
            ["達成手段1", "道路費（平成20年度開始）"],
            ["達成手段の概要", "舗装する。"],
            ["関連する指標", "1、2"],
            ["達成手段２", "橋りょう費（平成21年度開始）"],
            ["令和元年度予算額（千円）", "300"],
        ]
    )
    assert [(p.number.value, p.name.name, p.outline) for p in reading.sheet.programmes] == [
        (1, "道路費", "舗装する。"),
        (2, "橋りょう費", ""),
    ]
    assert money(reading) == [("2", "2019", "300", "", "千円")]


def test_the_wordings_of_all_forms_are_no_form_to_print_on() -> None:
    sheet = reading_of(HEAD).sheet.model_copy(update={"form": "unknown"})
    reading = reading_of(HEAD).model_copy(update={"sheet": sheet})
    with pytest.raises(FormNotPrintable) as error:
        publish(reading, "excel")
    assert error.value.code == "form-not-printable"
    assert general().name.ja in error.value.message.ja
    assert "--to html" in error.value.message.en
    assert b"<html" in publish(reading, "html")[""]


@pytest.mark.shared
@pytest.mark.parametrize(
    ("name", "form_id"), [("h1_bessi1_jizen", "hyoujun-jizen"), ("h5_kohyo", "mlit-kohyo")], ids=["plan", "slip"]
)
@pytest.mark.parametrize("part", ["programmes", "cabinet"])
def test_the_sheets_of_other_ministries(shared: Path, name: str, form_id: str, part: str) -> None:
    (reading,) = read((shared / f"seed/others/{name}.xlsx").read_bytes(), f"{name}.xlsx")
    with (shared / f"seed/others/{name}.tables/{part}.csv").open(encoding="utf-8-sig") as file:
        truth = list(csv.DictReader(file))
    header = table(part).header
    found = [dict(zip(header, row, strict=True)) for row in table_rows(part, [reading])]
    assert reading.sheet.form == form_id
    assert reading.leftover == ()
    assert [{column: row[column] for column in row if row[column] not in ("", "－")} for row in found] == [
        {"sheet": "1", **{column: value for column, value in row.items() if value}} for row in truth
    ]

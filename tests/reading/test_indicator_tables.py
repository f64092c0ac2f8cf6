"""Tables of indicators in layouts of every kind: each measure has its own values, years and marks, whatever the layout."""

from dataclasses import dataclass

import pytest

from monosashi.model import Baseline, Indicator, Measure, Reading, Target
from monosashi.model.mark import plain_number
from monosashi.reading import read
from monosashi.reading.grid import GridCell
from tests.reading.paper import workbook

#: A cell of a drawn table: its text, with the columns and rows it spans where it is merged.
Drawn = str | tuple[str, int] | tuple[str, int, int]

HEAD: list[list[Drawn]] = [
    ["令和５年度実施施策に係る政策評価の事前分析表"],
    ["施策名", "山の道を直す"],
    ["施策の概要", "道を直す。"],
    ["担当部局名", "道路局"],
    [],
]


def drawn(rows: list[list[Drawn]]) -> list[GridCell]:
    """The cells of a table drawn as rows; an empty text holds a place and is no cell."""
    cells = []
    for top, row in enumerate(rows, 1):
        left = 1
        for one in row:
            text, wide, high = (one, 1, 1) if isinstance(one, str) else (*one, 1)[:3]
            if text:
                cells.append(GridCell(text, top, left, top + high - 1, left + wide - 1, ()))
            left += wide
    return cells


def read_drawn(rows: list[list[Drawn]]) -> Reading:
    (reading,) = read(workbook(drawn(HEAD + rows)))
    return reading


@dataclass(frozen=True)
class Said:
    """What is read of one measure, in few words: number, name, baseline, target, and the years' targets and actuals."""

    number: str
    name: str
    baseline: str
    target: str
    targets: dict[int, str]
    actuals: dict[int, str]


def said(reading: Reading) -> list[Said]:
    return [_said(indicator, measure) for _, indicator, measure in reading.sheet.measures()]


def _said(indicator: Indicator, measure: Measure) -> Said:
    return Said(
        plain_number(indicator.number),
        measure.name.name,
        _dated(measure.baseline),
        _dated(measure.target),
        {year.nendo.year: one.value.text for one in measure.targets for year in one.years if year.nendo},
        {one.year.nendo.year: one.value.text for one in measure.actuals if one.year.nendo},
    )


def _dated(part: Baseline | Target) -> str:
    return f"{part.value.text}@{part.year.nendo.year if part.year.nendo else ''}"


BRIDGES = Said("1", "橋の数", "5橋@2019", "30橋@2025", {2021: "10橋", 2022: "12橋"}, {2021: "9橋", 2022: "13橋"})
ROADS = Said("2", "道の数", "1本@2019", "5本@2025", {2021: "2本", 2022: "－"}, {2021: "－", 2022: "3本"})

LAYOUTS: dict[str, list[list[Drawn]]] = {
    "targets over actuals": [
        ["測定指標", "", "基準値", "基準年度", "目標値", "目標年度", ("年度ごとの目標値", 2)],
        ["", "", "", "", "", "", ("年度ごとの実績値", 2)],
        ["", "", "", "", "", "", "令和3年度", "令和4年度"],
        ["1", "橋の数", "5橋", "令和元年度", "30橋", "令和7年度", "10橋", "12橋"],
        ["", "", "", "", "", "", "9橋", "13橋"],
        ["2", "道の数", "1本", "令和元年度", "5本", "令和7年度", "2本", "－"],
        ["", "", "", "", "", "", "－", "3本"],
    ],
    "actuals over targets": [
        ["測定指標", "基準値", "基準年度", "目標値", "目標年度", ("実績値（下段：年度ごとの目標値）", 2)],
        ["", "", "", "", "", "3年度", "令和4年度"],
        [("1　橋の数", 1, 2), ("5橋", 1, 2), ("令和元年度", 1, 2), ("30橋", 1, 2), ("令和7年度", 1, 2), "9橋", "13橋"],
        ["", "", "", "", "", "10橋", "12橋"],
        [("2　道の数", 1, 2), ("1本", 1, 2), ("令和元年度", 1, 2), ("5本", 1, 2), ("令和7年度", 1, 2), "－", "3本"],
        ["", "", "", "", "", "2本", "－"],
    ],
    "year under its label, targets in a row of their own": [
        [("業績指標", 2, 2), "初期値", ("実績値", 2), "目標値"],
        ["", "", "R1年度", "R3年度", "R4年度", "R7年度"],
        ["1", "橋の数", "5橋", "9橋", "13橋", "30橋"],
        ["", "", "年度ごとの\n目標値", "10橋", "12橋"],
        ["2", "道の数", "1本", "－", "3本", "5本"],
        ["", "", "年度ごとの\n目標値", "2本", "－"],
    ],
    "labels of rows": [
        ["番号", "指標名", "現況値（令和元年度）", "区分", "令和3年度", "令和4年度", "めざす値（令和7年度）"],
        [("1", 1, 3), ("橋の数", 1, 3), ("5橋", 1, 3), "計画", "10橋", "12橋", ("30橋", 1, 3)],
        ["", "", "", "実績", "9橋", "13橋"],
        ["", "", "", "達成率", "90%", "108%"],
        [("2", 1, 3), ("道の数", 1, 3), ("1本", 1, 3), "計画", "2本", "－", ("5本", 1, 3)],
        ["", "", "", "実績", "－", "3本"],
        ["", "", "", "達成率", "－", "－"],
    ],
    "pairs under each year": [
        [("No.", 1, 2), ("指標", 1, 2), ("基準値", 2), ("令和3年度", 2), ("令和4年度", 2), ("最終目標", 2)],
        ["", "", "年度", "値", "目標", "実績", "目標", "実績", "年度", "値"],
        ["1", "橋の数", "R1年度", "5橋", "10橋", "9橋", "12橋", "13橋", "R7年度", "30橋"],
        ["2", "道の数", "R1年度", "1本", "2本", "－", "－", "3本", "R7年度", "5本"],
    ],
    "targets with their actuals in brackets": [
        [("測定指標", 1, 2), "基準値", ("目標値（実績値）", 2), "最終目標値"],
        ["", "R1年度", "R3年度", "R4年度", "R7年度"],
        ["1　橋の数", "5橋", "10橋\n（9橋）", "12橋\n（13橋）", "30橋"],
        ["2　道の数", "1本", "2本\n（－）", "－\n（3本）", "5本"],
    ],
    "value over its year in one column": [
        [("測定指標", 1, 2), "基準値", "目標値", ("年度ごとの目標値", 2), "達成"],
        ["", "基準年度", "目標年度", ("年度ごとの実績値", 2)],
        ["", "", "", "令和3年度", "令和4年度"],
        [("1　橋の数", 1, 2), "5橋", "30橋", "10橋", "12橋", ("○", 1, 2)],
        ["", "令和元年度", "令和7年度", "9橋", "13橋"],
        [("2　道の数", 1, 2), "1本", "5本", "2本", "－", ("×", 1, 2)],
        ["", "令和元年度", "令和7年度", "－", "3本"],
    ],
    "a head for each indicator, its name beside": [
        [("1", 1, 4), ("橋の数", 1, 4), "基準値", ("実績値", 2), "目標値"],
        ["", "", "R1年度", "3年度", "4年度", "R7年度"],
        ["", "", "5橋", "9橋", "13橋", "30橋"],
        ["", "", "年度ごとの目標値", "10橋", "12橋"],
        [("2", 1, 4), ("道の数", 1, 4), "基準値", ("実績値", 2), "目標値"],
        ["", "", "R1年度", "3年度", "4年度", "R7年度"],
        ["", "", "1本", "－", "3本", "5本"],
        ["", "", "年度ごとの目標値", "2本", "－"],
    ],
    "years down, a table for each indicator": [
        ["指標番号", "1"],
        ["指標名", ("橋の数", 3)],
        ["基準値", "5橋", "基準年度", "令和元年度"],
        ["目標値", "30橋", "目標年度", "令和7年度"],
        ["年度", "目標", "実績"],
        ["令和3年度", "10橋", "9橋"],
        ["令和4年度", "12橋", "13橋"],
        [],
        ["指標番号", "2"],
        ["指標名", ("道の数", 3)],
        ["基準値", "1本", "基準年度", "令和元年度"],
        ["目標値", "5本", "目標年度", "令和7年度"],
        ["年度", "目標", "実績"],
        ["令和3年度", "2本", "－"],
        ["令和4年度", "－", "3本"],
    ],
    "a list of labels and values": [
        ["測定指標1", "橋の数"],
        ["基準値", "5橋"],
        ["基準年度", "令和元年度"],
        ["目標値", "30橋"],
        ["目標年度", "令和7年度"],
        ["令和3年度の目標値", "10橋"],
        ["令和3年度の実績値", "9橋"],
        ["令和4年度の目標値", "12橋"],
        ["令和4年度の実績値", "13橋"],
        ["測定指標2", "道の数"],
        ["基準値", "1本"],
        ["基準年度", "令和元年度"],
        ["目標値", "5本"],
        ["目標年度", "令和7年度"],
        ["令和3年度の目標値", "2本"],
        ["令和3年度の実績値", "－"],
        ["令和4年度の目標値", "－"],
        ["令和4年度の実績値", "3本"],
    ],
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_one_pair_of_indicators_in_many_layouts(layout: str) -> None:
    reading = read_drawn(LAYOUTS[layout])
    assert said(reading) == [BRIDGES, ROADS]
    assert [cell.text for cell in reading.leftover] == []


def test_years_in_rows_with_the_name_printed_beside_each() -> None:
    rows: list[list[Drawn]] = [
        ["番号", "指標名", "年度", "目標", "実績"],
        ["1", "橋の数", "令和3年度", "10橋", "9橋"],
        ["1", "橋の数", "令和4年度", "12橋", "13橋"],
        ["2", "道の数", "令和3年度", "2本", "－"],
        ["2", "道の数", "令和4年度", "－", "3本"],
    ]
    reading = read_drawn(rows)
    assert said(reading) == [
        Said("1", "橋の数", "@", "@", BRIDGES.targets, BRIDGES.actuals),
        Said("2", "道の数", "@", "@", ROADS.targets, ROADS.actuals),
    ]
    assert [cell.text for cell in reading.leftover] == []


def test_members_of_a_group_one_below_the_other() -> None:
    """A mark of the group's name makes all of them primary; a year in the head may except one; a row of targets printed
    once below the last stands for each."""
    rows: list[list[Drawn]] = [
        [("業績指標", 2, 2), "初期値", ("実績値", 2), "評価", "目標値"],
        ["", "", "R1年度\n（②は2年度）", "R3年度", "R4年度", "", "R7年度"],
        ["19", "橋の割合＊"],
        ["", "①大きな橋", "50％", "51％", "52％", "A", "約60％"],
        ["", "②小さな橋", "40％", "41％", "集計中", "B", "55％"],
        ["", "", "年度ごとの\n目標値", "－", "－"],
        ["20", "道の数", "1本", "2本", "3本", "N", "5本"],
    ]
    reading = read_drawn(rows)
    assert said(reading) == [
        Said("19①", "大きな橋", "50％@2019", "約60％@2025", {2021: "－", 2022: "－"}, {2021: "51％", 2022: "52％"}),
        Said("19②", "小さな橋", "40％@2020", "55％@2025", {2021: "－", 2022: "－"}, {2021: "41％", 2022: "集計中"}),
        Said("20", "道の数", "1本@2019", "5本@2025", {}, {2021: "2本", 2022: "3本"}),
    ]
    found = list(reading.sheet.measures())
    assert [indicator.group_name for _, indicator, _ in found] == ["橋の割合", "橋の割合", ""]
    assert [indicator.primary for _, indicator, _ in found] == [True, True, False]
    assert [measure.mark.sign for _, _, measure in found] == ["A", "B", "N"]
    assert reading.leftover == ()


def test_groups_within_groups() -> None:
    rows: list[list[Drawn]] = [
        [("業績指標", 2), "初期値", "R3年度", "目標値"],
        ["15", "橋の割合"],
        ["", "①大きな橋", "50％", "51％", "60％"],
        ["", "②小さな橋"],
        ["", "（ⅰ）木の橋", "1％", "2％", "4％"],
        ["", "（ⅱ）石の橋", "5％", "6％", "8％"],
        ["", "③吊り橋", "7％", "8％", "9％"],
    ]
    found = [(plain_number(i.number), i.group_name, m.name.name) for _, i, m in read_drawn(rows).sheet.measures()]
    assert found == [
        ("15①", "橋の割合", "大きな橋"),
        ("15②（ⅰ）", "小さな橋", "木の橋"),
        ("15②（ⅱ）", "小さな橋", "石の橋"),
        ("15③", "橋の割合", "吊り橋"),
    ]


def test_members_of_a_group_as_lines_of_one_cell() -> None:
    rows: list[list[Drawn]] = [
        ["業績指標", "初期値", "実績値", "", "目標値"],
        ["", "R1年度", "R3年度", "R4年度", "R7年度"],
        ["15　橋の割合\n①大きな橋\n②小さな橋", "①50％\n②40％", "①51％\n②42％", "52％\n43％", "60％"],
    ]
    assert said(read_drawn(rows)) == [
        Said("15①", "大きな橋", "50％@2019", "60％@2025", {}, {2021: "51％", 2022: "52％"}),
        Said("15②", "小さな橋", "40％@2019", "60％@2025", {}, {2021: "42％", 2022: "43％"}),
    ]


def test_words_with_their_years_beside_them() -> None:
    rows: list[list[Drawn]] = [
        ["測定指標", "目標", "目標年度", ("施策の進捗状況（目標）", 2), ("施策の進捗状況（実績）", 2)],
        [
            ("3　手引の見直し", 1, 2),
            ("手引を改める。", 1, 2),
            ("令和6年度", 1, 2),
            "令和5年度",
            "案を作る。",
            ("令和4年度", 1, 2),
            ("会合を開いた。", 1, 2),
        ],
        ["", "", "", "令和6年度", "公表する。"],
    ]
    targets = {2023: "案を作る。", 2024: "公表する。"}
    expected = Said("3", "手引の見直し", "@", "手引を改める。@2024", targets, {2022: "会合を開いた。"})
    assert said(read_drawn(rows)) == [expected]


def test_a_heading_with_the_unit_and_lines_that_begin_with_their_label() -> None:
    rows: list[list[Drawn]] = [
        [("［主要］○業績指標 5-1-1-A：届いた荷の割合　（単位：％）", 3)],
        ["年度", "令和3年度", "令和4年度"],
        ["目標値", "60以上", "65以上"],
        ["実績値", "58.0", ""],
        [("（目標値の設定の根拠）前の年度を上回ることとした。", 3)],
    ]
    reading = read_drawn(rows)
    expected = Said("5-1-1-A", "届いた荷の割合", "@", "@", {2021: "60以上", 2022: "65以上"}, {2021: "58.0", 2022: ""})
    assert said(reading) == [expected]
    ((_, indicator, measure),) = reading.sheet.measures()
    assert (indicator.primary, measure.unit) == (True, "%")
    assert [(one.text, len(one.measures)) for one in reading.sheet.rationales] == [("前の年度を上回ることとした。", 1)]


@pytest.mark.parametrize(
    ("numbers", "primary"),
    [(("①", "②"), [False, False]), (("①", "2"), [True, False]), (("1", "2"), [False, False])],
)
def test_circles_mark_primary_indicators_only_beside_plain_numbers_where_no_form_says_so(
    numbers: tuple[str, str], primary: list[bool]
) -> None:
    head: list[list[Drawn]] = [["番号", "評価項目", "現況", "めざす値", "令和4年度"]]
    rows: list[list[Drawn]] = [[number, f"橋{number}の数", "1", "5", "2"] for number in numbers]
    reading = read(
        workbook(
            drawn([["町の計画の進み具合"], ["施策", "橋"], ["所管課", "道路課"], ["概要", "直す。"], [], *head, *rows])
        )
    )[0]
    assert reading.sheet.form == "unknown"
    assert [indicator.primary for _, indicator in reading.sheet.indicators()] == primary


def test_a_column_of_primary_marks_and_one_of_judgements() -> None:
    rows: list[list[Drawn]] = [
        ["指標番号", "主要な指標", "指標名", "種別", "単位", "基準値", "目標値", "令和4年度", "達成"],
        ["1", "○", "橋の数", "アウトカム", "橋", "5", "30", "9", "（○）"],
        ["2", "－", "道の数", "アウトプット", "本", "－", "5", "集計中", "×"],
    ]
    found = list(read_drawn(rows).sheet.measures())
    assert [(i.primary, m.name.kind and m.name.kind.value, m.unit) for _, i, m in found] == [
        (True, "outcome", "橋"),
        (False, "output", "本"),
    ]
    assert [(m.mark.text, m.mark.sign, m.mark.forecast) for _, _, m in found] == [
        ("（○）", "○", True),
        ("×", "×", False),
    ]

"""Budgets on paper: stages by years either way round, units and requests wherever they stand, and the lines of items."""

from decimal import Decimal

import pytest

from monosashi.model import BudgetRowKind, Reading
from monosashi.publishing.tables import table_rows
from tests.reading.rows import reading_of

HEAD = [
    ["平成30年度　実績評価書"],
    ["施策名", "道を作る"],
    ["施策の概要", "山に道を通す。"],
    ["達成すべき目標", "五本にする。"],
    [],
]
KINDS = BudgetRowKind


def stated(reading: Reading) -> list[tuple[int, Decimal | None, Decimal | None, str]]:
    return [(one.nendo.year, one.budget, one.executed, one.unit) for one in next(iter(reading.sheet.budgets)).sums()]


SUMS = [(2016, Decimal(110), Decimal(90), "百万円"), (2017, Decimal(80), None, "百万円")]


@pytest.mark.parametrize(
    "table",
    [
        [
            ["施策の予算額・執行額等", "区分", "<", "28年度", "29年度", "30年度要求額"],
            ["^", "予算の状況（百万円）", "当初予算(a)", "100", "80", "70"],
            ["^", "^", "補正予算(b)", "30", "－", ""],
            ["^", "^", "繰越し等(c)", "▲ 20", "", ""],
            ["^", "^", "合計(a+b+c)", "110", "", ""],
            ["^", "執行額（百万円）", "<", "90", "集計中", ""],
        ],
        [
            ["施策の予算額・執行額等（単位：百万円）"],
            ["区分", "平成28年度", "29年度", "30年度概算要求額"],
            ["当初予算", "100", "80", "70"],
            ["補正予算", "30", "－", "^"],
            ["繰越し等", "△20", "", "^"],
            ["（計）", "110", "", "^"],
            ["執　行　額", "90", "集計中", "^"],
        ],
        [
            ["予算の推移（百万円）"],
            ["年度", "当初予算", "補正予算", "繰越し等", "合計", "執行額"],
            ["平成28年度", "100", "30", "-20", "110", "90"],
            ["平成29年度", "80", "－", "", "", "集計中"],
        ],
    ],
    ids=["side", "above", "upright"],
)
def test_stages_by_years(table: list[list[str]]) -> None:
    reading = reading_of([*HEAD, *table])
    assert stated(reading) == SUMS
    rows = {row.kind: [amount.value for amount in row.amounts] for row in reading.sheet.budgets[0].rows}
    assert rows[KINDS.CARRIED][0] == -20
    assert reading.leftover == ()
    assert reading.trace.places("/budgets/0/rows/0/amounts/0") != ()


def test_what_comes_in_and_what_goes_out_may_each_have_a_row() -> None:
    reading = reading_of(
        [
            *HEAD,
            ["施策の予算額・執行額等（単位：百万円）"],
            ["区分", "平成28年度", "平成29年度"],
            ["当初予算", "100", "80"],
            ["前年度から繰越し", "0", "20"],
            ["翌年度へ繰越し", "▲20", "0"],
            ["合計", "80", "100"],
            ["執行額", "75", "集計中"],
        ]
    )
    rows = {row.kind: [amount.value for amount in row.amounts] for row in reading.sheet.budgets[0].rows}
    assert (rows[KINDS.CARRIED_IN], rows[KINDS.CARRIED_OUT]) == ([Decimal(0), Decimal(20)], [Decimal(-20), Decimal(0)])
    assert reading.leftover == ()


def test_the_money_table_tells_total_parts_and_request() -> None:
    reading = reading_of(
        [
            *HEAD,
            ["区分", "28年度", "29年度要求額"],
            ["当初予算（千円）", "100", "70"],
            ["補正予算（千円）", "30", ""],
            ["合計（千円）", "130", ""],
            ["執行額（千円）", "90", ""],
        ]
    )
    header = ("account", "nendo", "stage", "budget", "executed", "unit")
    rows = [dict(zip(table_header(), row, strict=True)) for row in table_rows("money", [reading])]
    assert [tuple(row[column] for column in header) for row in rows] == [
        ("total", "2016", "total", "130", "90", "千円"),
        ("total", "2016", "initial", "100", "", "千円"),
        ("total", "2016", "supplementary", "30", "", "千円"),
        ("total", "2017", "request", "70", "", "千円"),
    ]


def table_header() -> tuple[str, ...]:
    return (
        "sheet",
        "scope",
        "number",
        "name",
        "account",
        "nendo",
        "stage",
        "included_only",
        "budget",
        "executed",
        "unit",
    )


def test_the_items_of_a_slip() -> None:
    reading = reading_of(
        [
            ["政策評価調書（個別票１）"],
            ["政策名", "道を作る", "評価方式", "実績"],
            [],
            ["（個別票１－２）（千円）"],
            ["", "番号", "会計", "組織／勘定", "項", "事項", "30年度当初予算額", "31年度概算要求額"],
            ["●", "1", "一般", "山庁", "（項）道路費", "道を作る経費", "1,000", "1,200"],
            ["◆", "1", "一般", "山庁", "（項）人件費", "共通の人件費", "〈500〉", "〈600〉の内数"],
            ["小計", "", "", "", "", "", "1,000", "1,200"],
        ]
    )
    assert [(i.mark, i.item, i.matter, i.total) for i in reading.sheet.budget_items] == [
        ("●", "（項）道路費", "道を作る経費", ""),
        ("◆", "（項）人件費", "共通の人件費", ""),
        ("", "", "", "小計"),
    ]
    lines = [
        [(line.budget, line.included_only) for line in cell.lines] for cell in reading.sheet.budget_items[1].amounts
    ]
    assert lines == [[(Decimal(500), True)], [(Decimal(600), True)]]
    assert [cell.year.nendo and cell.year.nendo.year for cell in reading.sheet.budget_items[0].amounts] == [2018, 2019]

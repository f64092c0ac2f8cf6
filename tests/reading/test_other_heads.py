"""Heads in other layouts: where texts stand, how labels are printed, results below the tables, unknown labels."""

import pytest

from monosashi.forms import UNKNOWN
from monosashi.model import Message, Reading, Severity
from monosashi.reading import read
from tests.reading.rows import reading_of, workbook_of

TITLE = ["平成28年度実施施策に係る政策評価の事前分析表（山庁28-2）"]
INDICATORS = [
    ["測定指標", "基準値", "基準年度", "目標値", "目標年度"],
    ["1 道の数", "3本", "26年度", "5本", "30年度"],
]


def said(reading: Reading) -> dict[str, str]:
    return {s.plain_label: "".join(s.text.split()) for s in reading.sheet.policy.statements}


@pytest.mark.parametrize(
    "head",
    [
        [["施策名", "道を作る"], ["施策の概要", "山に道を通す。"], ["担当部局名", "土木局"]],
        [["施策名", "施策の概要", "担当部局名"], ["道を作る", "山に道を通す。", "土木局"]],
        [["施策名：道を作る"], ["施策の概要：山に道を通す。"], ["担当部局名：土木局"]],
        [["【施策名】道を作る"], ["【施策の概要】山に道を通す。"], ["【担当部局名】土木局"]],
        [["１．施策名"], ["道を作る"], ["２．施策の概要"], ["山に道を通す。"], ["３．担当部局名"], ["土木局"]],
        [["施 策 名", "道を作る", "担当\n部局名", "土木局"], ["施策の\n概要", "山に道を通す。"]],
    ],
    ids=["right", "below", "colon", "bracket", "heading", "spaced"],
)
def test_a_text_stands_right_of_its_label_below_it_or_after_it(head: list[list[str]]) -> None:
    reading = reading_of([TITLE, *head, [], *INDICATORS])
    statements = reading.sheet.policy.statements
    assert {(s.role.value, "".join(s.text.split())) for s in statements} == {
        ("name", "道を作る"),
        ("outline", "山に道を通す。"),
        ("office", "土木局"),
    }
    assert {s.plain_label.lstrip("１２３．") for s in statements} == {"施策名", "施策の概要", "担当部局名"}
    assert reading.sheet.identifier.plain == "山庁28-2"
    assert reading.leftover == ()


def test_results_below_the_tables_are_labelled_texts_too() -> None:
    reading = reading_of(
        [
            ["実績評価書（標準様式）"],
            ["施策名", "<", "道を作る（山庁28-①）"],
            ["施策の概要", "<", "山に道を通す。"],
            ["達成すべき目標", "<", "五本にする。"],
            *INDICATORS,
            ["評価結果", "目標達成度合いの測定結果", "（各行政機関共通区分）　目標達成"],
            ["^", "（判断根拠）", "五本できた。"],
            ["^", "施策の分析", "順調である。"],
            ["担当部局名", "土木局", ""],
            ["政策評価実施時期", "平成29年８月", ""],
        ]
    )
    told = said(reading)
    assert told["目標達成度合いの測定結果"] == "（各行政機関共通区分）目標達成"
    assert (told["判断根拠"], told["施策の分析"], told["政策評価実施時期"]) == (
        "五本できた。",
        "順調である。",
        "平成29年８月",
    )
    assert [label.text for label in reading.sheet.labels if label.role == "head.heading"] == ["評価結果"]
    assert reading.sheet.identifier.text == "（山庁28-①）"  # at the end of the name, whose text stays as printed
    assert told["施策名"].endswith("（山庁28-①）")
    assert reading.leftover == ()


def test_an_unknown_label_beside_its_text_is_kept_and_said_to_be_a_guess() -> None:
    reading = reading_of([TITLE, ["施策名", "道を作る"], ["まちの願い", "どこへでも行ける。"], *INDICATORS])
    at = next(n for n, s in enumerate(reading.sheet.policy.statements) if s.label == "まちの願い")
    assert reading.sheet.policy.statements[at].role == "other"
    assert [guess.path for guess in reading.guesses] == [f"/policy/statements/{at}"]


UNKNOWN_SHEET = [
    ["夢シート"],
    ["施策の名称", "道を作る"],
    ["めざす姿", "どこへでも行ける。"],
    ["担当課", "土木課"],
    ["まちの願い", "はやく着く。"],
]


def test_a_paper_of_no_form_on_file_is_read_and_said_to_be_one() -> None:
    reading = reading_of(UNKNOWN_SHEET)
    assert reading.sheet.form == UNKNOWN
    assert said(reading) == {
        "施策の名称": "道を作る",
        "めざす姿": "どこへでも行ける。",
        "担当課": "土木課",
        "まちの願い": "はやく着く。",
    }
    (found,) = reading.findings
    assert (found.code, found.severity, found.path) == ("form-unknown", Severity.WARNING, "")
    assert found.expected == "施策の名称、めざす姿、担当課"
    assert found.found == "まちの願い"
    assert found.message == Message(
        ja="登録されている様式のどれとも合いません。知っている見出し3件（施策の名称、めざす姿、担当課）を手がかりに読みました。"
        "知らない見出しは1件（まちの願い）です。この様式のファイルを書いて --form で渡すと、そのとおりに読めます（docs/forms.md）。",
        en="It fits no form on file; it was read by the 3 labels that are known (施策の名称、めざす姿、担当課). "
        "1 are not known (まちの願い). Write a form file and give it with --form to have it read as you say (docs/forms.md).",
    )


def test_several_sheets_in_one_file_one_below_the_other_and_a_worksheet_each() -> None:
    def sheet(name: str, number: str) -> list[list[str]]:
        return [
            [f"（山庁 31 政{number}）"],
            [f"政策目標{number}：{name}"],
            ["上記目標の概要", f"{name}ため。"],
            ["担当部局名", "土木局"],
            ["取組内容", "測る。"],
            [],
        ]

    first, second = sheet("道を作る", "5-1"), sheet("橋を架ける", "5-2")
    for data in (workbook_of([*first, *second]), workbook_of(first, second)):
        readings = read(data, "book.xlsx")
        assert [(r.ordinal, r.sheet.identifier.plain, r.sheet.policy.name) for r in readings] == [
            (1, "山庁 31 政5-1", "道を作る"),
            (2, "山庁 31 政5-2", "橋を架ける"),
        ]

"""The head: identifiers, titles and labelled texts."""

import pytest

from monosashi.model import Identifier, Nendo, Policy, PrintedMonth, Statement, StatementRole, Title, YearMonth


@pytest.mark.parametrize(
    ("text", "ministry", "year", "number", "plain"),
    [
        ("総務省R3－⑭", "総務省", 2021, "⑭", "総務省R3－⑭"),
        ("（総務省25-②）", "総務省", 2013, "②", "総務省25-②"),
        ("（総務省\nＲ３－⑭）", "総務省", 2021, "⑭", "総務省\nＲ３－⑭"),
        ("環境省22-24", "環境省", 2010, "24", "環境省22-24"),
        ("環境省27-㉗", "環境省", 2015, "㉗", "環境省27-㉗"),
        ("公正取引委員会28-1", "公正取引委員会", 2016, "1", "公正取引委員会28-1"),
        ("(財務省30政5-1)", "財務省", 2018, "5-1", "財務省30政5-1"),
        ("財務省 31 政5-1", "財務省", 2019, "5-1", "財務省 31 政5-1"),
        ("防衛省26-⑥", "防衛省", 2014, "⑥", "防衛省26-⑥"),
        ("海陸交通省30－⑥", "海陸交通省", 2018, "⑥", "海陸交通省30－⑥"),
    ],
)
def test_an_identifier(text: str, ministry: str, year: int, number: str, plain: str) -> None:
    found = Identifier.model_validate(text)
    assert found.number is not None
    assert (found.ministry, found.nendo, found.number.text) == (ministry, Nendo(year=year), number)
    assert found.plain == plain


@pytest.mark.parametrize(
    ("text", "ministry", "year", "number"),
    [
        ("施策目標Ⅰ-11-2", "施策目標", None, "Ⅰ-11-2"),
        ("（厚生労働省R4（Ⅰ－11－2））", "厚生労働省", 2022, "Ⅰ-11-2"),
        ("Ⅶー4", "", None, "Ⅶー4"),
        ("[かえで県Ⅲ－２]", "かえで県", None, "Ⅲ-2"),
    ],
)
def test_an_identifier_by_its_place_in_a_tree(text: str, ministry: str, year: int | None, number: str) -> None:
    found = Identifier.model_validate(text)
    assert (found.ministry, found.number and found.number.text) == (ministry, number)
    assert found.nendo == (Nendo(year=year) if year else None)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "総務省",
        "令和3-5",
        "R3－⑭",
        "03-1234-5678",
        "総務省R3－⑭ほか",
        "（個別票１－２）",
        "新28-003",
        "表2-1",
        "別紙1-1",
    ],
)
def test_what_is_no_identifier(text: str) -> None:
    assert Identifier.model_validate(text) == Identifier(text=text, ministry="", nendo=None, number=None)


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("主要な政策に係る政策評価の事前分析表（令和３年度実施政策）", 2021),
        ("平成28年\n度実施施策に係る政策評価の事前分析表", 2016),
        ("平成34年度事前分析表（令和５年度公表）", 2022),
        ("主要な政策に係る政策評価の事前分析表", None),
        ("３年度の事前分析表", None),
    ],
)
def test_a_title_names_its_year(text: str, year: int | None) -> None:
    assert Title.model_validate(text) == Title(text=text, nendo=Nendo(year=year) if year else None)


@pytest.mark.parametrize(
    ("label", "plain"),
    [
        ("政策\n（※１）\n名", "政策名"),
        ("［最終アウトカム］：", "最終アウトカム"),
        ("分野【政策体系上の位置付け】", "分野【政策体系上の位置付け】"),
        ("担当\u3000部局名", "担当部局名"),
    ],
)
def test_a_label_without_what_is_not_its_words(label: str, plain: str) -> None:
    assert Statement(role=StatementRole.OTHER, label=label, text="").plain_label == plain


def test_a_policy_is_asked_by_role() -> None:
    policy = Policy(
        statements=(
            Statement(role=StatementRole.NAME, label="政策名", text="島の足"),
            Statement(role=StatementRole.EVALUATION_MONTH, label="時期", text="令和６年８月"),
        )
    )
    assert policy.name == "島の足"
    assert policy.statement(StatementRole.NAME) == policy.statements[0]
    assert policy.evaluation == PrintedMonth(text="令和６年８月", month=YearMonth(year=2024, month=8))
    assert (policy.statement(StatementRole.AIM), policy.text(StatementRole.AIM)) == (None, "")
    assert Policy().evaluation == PrintedMonth(text="", month=None)

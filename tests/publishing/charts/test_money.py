"""Money is drawn from zero, purse by purse; what must not be added never shares a panel."""

from dataclasses import replace
from decimal import Decimal

import pytest

from monosashi.model import Account, Sheet
from monosashi.publishing.charts import money_chart, policy_purses, programme_purses, telling
from monosashi.publishing.charts.drawing import Box, Drawing, Text
from monosashi.publishing.html.words import words

SHEET = Sheet.model_validate(
    {
        "programmes": [
            {
                "number": "(1)",
                "name": "出資",
                "money": [
                    {
                        "text": "産投出資：\n26,700百万円\n（22,470百万円）\n政府保証：\n8,500百万円\n（0百万円）",
                        "year": "令和元年度",
                    }
                ],
            },
            {"number": "(2)", "name": "研修", "money": [{"text": "〈64百万円〉の内数", "year": "令和元年度"}]},
            {"number": "(3)", "name": "調査", "money": [{"text": "※５", "year": "令和元年度"}]},
        ],
        "money": [
            {"text": "1,344百万円", "year": "令和３年度"},
            {"text": "2,616百万円\n（2,293百万円）", "year": "令和元年度"},
        ],
    }
)


def drawn(lang: str = "ja") -> Drawing:
    (purse,) = policy_purses(SHEET)
    told = telling([purse], words(lang), lang)
    return money_chart("money", purse, words(lang), ("名", "中身"), told, Decimal(2616))


def boxes(drawing: Drawing, kind: str) -> list[Box]:
    return [shape for shape in drawing.of(kind) if isinstance(shape, Box)]


def test_each_account_is_a_purse_of_its_own_and_says_whether_it_stands_apart() -> None:
    found = [(p.path, p.account, p.label, p.included_only, p.apart) for p in programme_purses(SHEET)]
    assert found == [
        ("/programmes/0", Account.EQUITY, "産投出資", False, True),
        ("/programmes/0", Account.GUARANTEE, "政府保証", False, True),
        ("/programmes/1", Account.TOTAL, "", True, True),
    ]
    assert [(p.account, p.apart) for p in policy_purses(SHEET)] == [(Account.TOTAL, False)]


def test_years_stand_in_order_with_their_rate_where_both_amounts_are_printed() -> None:
    (purse,) = policy_purses(SHEET)
    assert [(one.year, one.budget, one.executed, one.rate) for one in purse.years] == [
        (2019, Decimal(2616), Decimal(2293), Decimal("87.7")),
        (2021, Decimal(1344), None, None),
    ]


def test_the_length_of_a_bar_is_its_amount() -> None:
    first, second = boxes(drawn(), "budget")
    (executed,) = boxes(drawn(), "executed")
    assert first.y + first.height == pytest.approx(executed.y + executed.height)
    assert second.height / first.height == pytest.approx(1344 / 2616)
    assert executed.height / first.height == pytest.approx(2293 / 2616)


def test_a_missing_execution_is_a_word_and_no_bar() -> None:
    words_there = [shape.text for shape in drawn().of("gap-word") if isinstance(shape, Text)]
    assert (words_there, len(boxes(drawn(), "executed"))) == (["記載なし"], 1)


@pytest.mark.parametrize(("lang", "unit", "number"), [("ja", "億円", "26.2"), ("en", "million yen", "2,616")])
def test_amounts_are_told_in_the_reader_s_units(lang: str, unit: str, number: str) -> None:
    told = telling(policy_purses(SHEET), words(lang), lang)
    assert (told.unit, told.number(Decimal(2616))) == (unit, number)


def test_a_unit_that_is_no_money_is_kept_as_printed() -> None:
    (purse,) = policy_purses(SHEET)
    told = telling([replace(purse, unit="ドル")], words("ja"), "ja")
    assert (told.unit, told.number(Decimal("12.5"))) == ("ドル", "12.5")

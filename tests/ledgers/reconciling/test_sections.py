"""Which lines of the budget a policy's money comes from."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monosashi.ledgers.budget_lines import BudgetBook
from monosashi.ledgers.printed_money import printed_years
from monosashi.ledgers.section_names import bare_name
from monosashi.ledgers.sections import Asked, Found, find_sections
from monosashi.model import Appropriation, Certainty, Sheet
from tests.ledgers.reconciling.drawn import budget, flat, line, sheet


def found(given: Sheet, lines: list[Appropriation]) -> Found:
    return find_sections(Asked.of(given, "未来省", printed_years(given)), BudgetBook.of(lines))


def names(told: Found) -> list[str]:
    return [one.section for one in told.lines]


def codes(told: Found) -> list[str]:
    return [one.en for one in told.reasons]


def test_it_is_found_by_name_and_confirmed_by_the_amounts() -> None:
    told = found(sheet(), budget())
    assert (told.certainty, names(told)) == (Certainty.CERTAIN, ["情報通信港湾戦略費"])
    assert codes(told) == ["5 amounts of the sheet agree with budget and settlement to the printed unit"]
    assert told.likely[0].line is told.lines[0]


def test_it_is_found_by_name_alone() -> None:
    told = found(sheet(cells=()), budget())
    assert (told.certainty, names(told)) == (Certainty.CERTAIN, ["情報通信港湾戦略費"])
    assert codes(told) == ["its name stands apart from all others (the amounts do not confirm it)"]


def test_amounts_never_find_a_line_that_is_not_like_by_name() -> None:
    cells = ("555百万円（555百万円）", "555百万円（555百万円）", "555百万円")
    told = found(sheet(cells=cells), budget())
    assert names(told) == ["情報通信港湾戦略費"]
    assert "林野振興費" not in [one.line.section for one in told.likely]


def test_lines_of_another_ministry_are_not_looked_at() -> None:
    told = found(sheet(), budget())
    assert {one.line.ministry for one in told.likely} == {"未来省"}


def test_a_policy_of_several_lines_is_their_sum() -> None:
    lines = [
        *line("地域外交費", "南洋地域外交に必要な経費", flat(300_400_000)),
        *line("地域外交費", "南洋地域外交に必要な経費", flat(120_300_000), organisation="在外公館"),
        *line("地域外交費", "北洋地域外交に必要な経費", flat(77_000_000)),
    ]
    cells = ("421百万円（421百万円）", "421百万円（421百万円）", "421百万円")
    told = found(sheet("施策Ⅱ－１　南洋地域外交", cells), lines)
    assert told.certainty is Certainty.CERTAIN
    assert [(one.organisation, one.item) for one in told.lines] == [
        ("未来本省", "南洋地域外交に必要な経費"),
        ("在外公館", "南洋地域外交に必要な経費"),
    ]
    assert codes(told)[1] == "several lines of the budget together"


def test_what_neither_name_nor_amounts_settle_is_put_to_a_person() -> None:
    lines = [
        *line("地域外交費", "南洋地域外交に必要な経費", flat(300_000_000)),
        *line("地域外交費", "南洋地域外交に必要な経費", flat(120_000_000), organisation="在外公館"),
    ]
    told = found(sheet("南洋地域外交", ("1百万円（1百万円）", "2百万円（2百万円）", "3百万円")), lines)
    assert (told.certainty, told.lines, len(told.likely)) == (Certainty.AMBIGUOUS, (), 2)


def test_nothing_is_like_it() -> None:
    told = found(sheet("政策9：宇宙の探査"), budget())
    assert (told.certainty, told.lines, told.likely) == (Certainty.NONE, (), ())


def test_the_office_says_which_organisation() -> None:
    lines = [
        *line("林野振興費", "林野の振興に必要な経費", flat(555_000_000), organisation="森の庁"),
        *line("林野振興費", "林野の振興に必要な経費", flat(444_000_000)),
    ]
    assert found(sheet("林野の振興", (), office="森の庁　計画課"), lines).likely[0].line.organisation == "森の庁"
    assert found(sheet("林野の振興", (), office="計画課"), lines).likely[0].line.organisation == "未来本省"


def test_what_the_sheet_itself_prints_goes_before_names() -> None:
    given = Sheet.model_validate(
        {**dict(sheet("宇宙の探査")), "budget_items": [{"item": "林野振興費", "matter": "林野の振興に必要な経費"}]}
    )
    told = found(given, budget())
    assert (told.certainty, names(told)) == (Certainty.CERTAIN, ["林野振興費"])


@pytest.mark.parametrize(
    ("printed", "bare"),
    [
        ("政策14：ICT分野の戦略", "情報通信技術分野の戦略"),
        ("施策Ⅱ－１　国際の平和", "国際の平和"),
        ("１－１　温暖化対策", "温暖化対策"),
        ("【政策8】電子政府", "電子政府"),
        ("施策目標Ⅰ-1-1 地域の医療", "地域の医療"),
        ("政策評価の推進", "政策評価の推進"),
        ("6次産業化の推進", "6次産業化の推進"),
        ("ITU分担金", "itu分担金"),
        ("政策3", "政策3"),
    ],
)
def test_a_name_without_its_number(printed: str, bare: str) -> None:
    assert bare_name(printed) == bare


@given(st.permutations(budget()))
def test_the_order_of_the_lines_does_not_matter(lines: list[Appropriation]) -> None:
    told = found(sheet(), lines)
    assert [(one.line.id, one.score) for one in told.likely] == [
        (one.line.id, one.score) for one in found(sheet(), budget()).likely
    ]
    assert names(told) == ["情報通信港湾戦略費"]


@given(st.text(max_size=30), st.text(max_size=20))
def test_any_name_has_an_answer(name: str, office: str) -> None:
    told = found(sheet(name, (), office=office), budget())
    assert all(Decimal(0) <= one.score <= Decimal(1) for one in told.likely)

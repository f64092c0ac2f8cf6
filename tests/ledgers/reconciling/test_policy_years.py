"""The policy's money rebuilt, and why it is not what the sheet prints."""

from decimal import Decimal

import pytest

from monosashi.ledgers.reconciling import reconcile
from monosashi.model import Appropriation, LedgerChoice, PolicyYear, Reconciliation
from tests.ledgers.reconciling.drawn import HARBOUR, SETTLED_2021, Years, budget, flat, line, plain, sheet

CELLS = ("2,616百万円（2,293百万円）", "2,491百万円（1,978百万円）", "1,344百万円")
LINE = "general|未来省|未来本省|情報通信港湾戦略費|情報通信技術の港湾戦略に必要な経費"


def told(cells: tuple[str, ...] = CELLS, lines: list[Appropriation] | None = None, **other: str) -> Reconciliation:
    """The sheet beside the budget, the policy's line chosen by a person, so that no amount has to agree."""
    chosen = LedgerChoice(about="policy", chosen=(other.get("line", LINE),), who="人", when="2024-04-01", why="確認")
    return reconcile(sheet(cells=cells), (), budget() if lines is None else lines, (chosen,))


def codes(year: PolicyYear) -> list[tuple[str, str]]:
    return [(one.side, one.code) for one in year.differences]


def test_three_years_come_out_to_the_million() -> None:
    years = reconcile(sheet(), (), budget()).policy
    assert [
        (y.nendo.year, plain(y.rebuilt_budget), plain(y.rebuilt_executed), y.basis, y.predicted) for y in years
    ] == [
        (2019, "2616", "2293", "settled", False),
        (2020, "2491", "1978", "settled", False),
        (2021, "1344", "-", "initial", False),
    ]
    assert [codes(year) for year in years] == [[], [], []]
    assert [line.stage.value for year in years for line in year.used] == ["settled", "settled", "initial"]


def test_the_running_year_once_settled_is_a_prediction() -> None:
    years = reconcile(sheet(), (), [*budget(SETTLED_2021), *line("遠い費", "遠い経費", {2022: (1,)})]).policy
    last = years[-1]
    assert (last.nendo.year, last.predicted, last.printed_budget) == (2021, True, None)
    assert (last.rebuilt_budget, last.rebuilt_executed) == (Decimal(2717), Decimal(2268))
    assert (plain(years[2].rebuilt_budget), years[2].basis) == ("1344", "initial")


def test_the_next_initial_budget_is_a_prediction_too() -> None:
    years = reconcile(sheet(), (), budget({**HARBOUR, 2022: (1_400_499_999,)})).policy
    assert [(y.nendo.year, plain(y.rebuilt_budget), y.basis) for y in years if y.predicted] == [
        (2022, "1400", "initial")
    ]


def test_thousands_of_yen() -> None:
    cells = ("2,615,741千円（2,293,063千円）", "2,490,749千円（1,978,470千円）", "1,343,719千円")
    years = reconcile(sheet(cells=cells), (), budget()).policy
    assert [(plain(y.rebuilt_budget), y.unit, codes(y)) for y in years] == [
        ("2615741", "千円", []),
        ("2490749", "千円", []),
        ("1343719", "千円", []),
    ]


@pytest.mark.parametrize(
    ("cell", "year", "expected"),
    [
        ("2,615百万円（2,293百万円）", 0, [("budget", "rounding")]),
        ("3,880百万円（2,293百万円）", 0, [("budget", "carry-over-not-taken-off")]),
        ("1,508百万円（2,293百万円）", 0, [("budget", "supplementary-not-included")]),
        ("2,698百万円（2,293百万円）", 0, [("budget", "carried-in-not-included")]),
        ("1,433百万円（2,293百万円）", 0, [("budget", "carried-in-not-included")]),
        ("2,615,741百万円（2,293百万円）", 0, [("budget", "unit")]),
        ("2,700百万円（2,100百万円）", 0, [("budget", "unexplained"), ("executed", "unexplained")]),
        ("2,616百万円（2,294百万円）", 0, [("executed", "rounding")]),
    ],
)
def test_a_settled_year_is_explained(cell: str, year: int, expected: list[tuple[str, str]]) -> None:
    cells = tuple(cell if n == year else one for n, one in enumerate(CELLS))
    assert codes(told(cells).policy[year]) == expected


def test_a_running_year_is_explained() -> None:
    lines = budget(SETTLED_2021)
    for cell, code in (
        ("3,734百万円", "supplementary-included"),
        ("2,717百万円", "settled-already"),
        ("1,500百万円", "unexplained"),
    ):
        years = told((*CELLS[:2], cell), lines).policy
        assert codes(years[2]) == [("budget", code)], cell


def test_reserve_and_transfers_are_told_together() -> None:
    """2020: 2,660 and 1,264 carried in make 3,924; 100 more came from elsewhere."""
    years: Years = {**HARBOUR, 2020: (1_305_958_000, 2_660_105_000, 4_024_344_501, 1_433_595_578, 1_978_470_305)}
    assert codes(told(lines=budget(years)).policy[1]) == [("budget", "reserve-or-transfers")]


def test_another_line_as_well() -> None:
    lines = [*budget(), *line("情報通信港湾調査費", "港湾戦略の調査に必要な経費", flat(40_000_000))]
    year = told((CELLS[0], "2,531百万円（2,018百万円）", CELLS[2]), lines).policy[1]
    assert codes(year) == [("budget", "other-section"), ("executed", "other-section")]
    assert "情報通信港湾調査費" in year.differences[0].ja


def test_a_line_that_is_not_counted_that_year() -> None:
    extra = line("情報通信港湾調査費", "港湾戦略の調査に必要な経費", flat(40_000_000))
    chosen = LedgerChoice(
        about="policy", chosen=(LINE, "general|未来省|未来本省|情報通信港湾調査費|港湾戦略の調査に必要な経費")
    )
    year = reconcile(sheet(cells=CELLS), (), [*budget(), *extra], (chosen,)).policy[0]
    assert codes(year) == [("budget", "section-left-out"), ("executed", "section-left-out")]


def test_a_year_that_the_books_do_not_have() -> None:
    lines = [one for one in budget() if one.nendo.year != 2019]
    years = told(lines=lines).policy
    assert (plain(years[0].rebuilt_budget), codes(years[0])) == (
        "-",
        [("budget", "not-in-the-books"), ("executed", "not-in-the-books")],
    )
    assert codes(years[1]) == []


def test_investment_and_guarantee_are_never_added() -> None:
    cells = (
        "一般会計：\n2,616百万円\n（2,293百万円）\n産投出資：\n26,700百万円\n（22,470百万円）\n政府保証：\n8,500百万円\n（0百万円）",
        *CELLS[1:],
    )
    year = reconcile(sheet(cells=cells), (), budget()).policy[0]
    assert (plain(year.printed_budget), plain(year.printed_executed), codes(year)) == ("2616", "2293", [])


def test_a_choice_of_none_rebuilds_nothing() -> None:
    chosen = LedgerChoice(about="policy", chosen=())
    one = reconcile(sheet(), (), budget(), (chosen,))
    assert (one.section_certainty.value, one.section_chosen) == ("chosen", ())
    assert [(plain(year.rebuilt_budget), codes(year)) for year in one.policy] == [("-", [])] * 3


def test_without_books_nothing_is_said() -> None:
    one = reconcile(sheet(), (), ())
    assert (one.section, one.section_certainty.value, [y.rebuilt_budget for y in one.policy]) == (
        (),
        "none",
        [None] * 3,
    )


def test_a_sheet_without_money_still_has_its_years() -> None:
    years = reconcile(sheet(cells=()), (), budget()).policy
    assert [(y.nendo.year, plain(y.printed_budget), plain(y.rebuilt_budget)) for y in years] == [
        (2019, "-", "2616"),
        (2020, "-", "2491"),
        (2021, "-", "1344"),
    ]

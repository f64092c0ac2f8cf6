"""The seed beside the published books: figures, numbers and names only."""

from decimal import Decimal
from pathlib import Path

import pytest

from monosashi.model import PolicyYear, Reconciliation
from monosashi.office import read
from monosashi.office.ledgers.on_files import Books, read_books, reconciled
from tests.ledgers.reconciling.drawn import plain

pytestmark = pytest.mark.shared


@pytest.fixture(scope="module")
def seen(shared: Path) -> tuple[Books, Reconciliation]:
    """The seed's form and the books of its year, read once."""
    form = shared / "seed" / "forms" / "form.xlsx"
    sheet = read(form.read_bytes(), form.name)[0].sheet
    data = shared / "data"
    books = read_books(sheet, data / "review-sheets", data / "settlement")
    return books, reconciled(sheet, books)


def _figures(year: PolicyYear) -> tuple[Decimal | None, ...]:
    return year.printed_budget, year.rebuilt_budget, year.printed_executed, year.rebuilt_executed


def test_only_the_edition_of_the_printed_numbers_is_read(seen: tuple[Books, Reconciliation]) -> None:
    books, told = seen
    assert (books.wanted, books.edition, told.edition) == (2021, 2021, 2021)
    assert books.files == (
        "review-sheets-2021.jsonl.xz",
        "mof-jikou-2019.json.gz",
        "mof-jikou-2020.json.gz",
        "mof-jikou-2021.json.gz",
    )


def test_the_policys_line_is_found_among_all_of_the_ministrys(seen: tuple[Books, Reconciliation]) -> None:
    told = seen[1]
    assert told.section_certainty.value == "certain"
    assert told.section_chosen == ("general|総務省|総務本省|情報通信国際戦略推進費|情報通信技術の国際戦略に必要な経費",)
    assert [one.id for one in told.section[:1]] == list(told.section_chosen)


def test_the_money_is_rebuilt_to_the_million(seen: tuple[Books, Reconciliation]) -> None:
    assert [(y.nendo.year, *map(plain, _figures(y)), y.basis, y.predicted) for y in seen[1].policy] == [
        (2019, "2616", "2616", "2293", "2293", "settled", False),
        (2020, "2491", "2491", "1978", "1978", "settled", False),
        (2021, "1344", "1344", "-", "-", "initial", False),
        (2021, "-", "2717", "-", "2268", "settled", True),
    ]
    assert [year.differences for year in seen[1].policy] == [()] * 4


def test_all_eight_projects_are_found_and_the_numbers_told(seen: tuple[Books, Reconciliation]) -> None:
    matched = [(m.printed_review_number, m.matched) for m in seen[1].programmes]
    assert matched == [
        *((f"0{140 + n}", f"2021-総務-20-0{148 + n}") for n in range(8)),
        ("-", ""),
        ("-", ""),
    ]
    assert [(one.code, one.path) for one in seen[1].findings] == [
        ("review-number-differs", f"/programmes/{n}/review_number") for n in range(8)
    ]


def test_the_projects_together_beside_the_policy(seen: tuple[Books, Reconciliation]) -> None:
    assert [
        (plain(one.summed_budget), plain(one.policy_budget), [(d.side, d.code) for d in one.differences])
        for one in seen[1].sums
    ] == [
        ("2490", "2616", [("budget", "unexplained"), ("executed", "unexplained")]),
        ("2486", "2491", [("budget", "unexplained"), ("executed", "unexplained")]),
        ("1345", "1344", [("budget", "rounding")]),
    ]


def test_the_outcome_that_stands_in_both_books(seen: tuple[Books, Reconciliation]) -> None:
    orders = [one for one in seen[1].measures if one.project == "2021-総務-20-0154"]
    assert [n.year for n in orders[0].agreeing] == [2018, 2019, 2020]

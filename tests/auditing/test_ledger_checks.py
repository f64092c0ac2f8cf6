"""Each check beside the outside books: where it finds, where it does not, where it does not apply."""

from decimal import Decimal

import pytest

from monosashi.auditing import audit_ledgers
from monosashi.auditing.ledger_checks import LEDGER_CHECKS
from monosashi.model import (
    Certainty,
    Difference,
    Finding,
    MeasureMatch,
    Nendo,
    PolicyYear,
    ProgrammeMatch,
    Reconciliation,
    Sheet,
)

SHEET = Sheet.model_validate(
    {
        "title": "事前分析表（令和３年度実施政策）",
        "money": [{"text": "100百万円", "year": "令和２年度"}],
        "goals": [
            {"text": "", "levers": [{"text": "", "indicators": [{"number": "1", "measures": [{"name": "受注"}]}]}]}
        ],
        "programmes": [{"number": "(1)", "name": "点検(平成20年度)", "review_number": "0140"}],
    }
)
MEASURE = "/goals/0/levers/0/indicators/0/measures/0"


def test_modules_are_named_after_their_codes() -> None:
    names = [getattr(module, "__name__", "").rpartition(".")[2] for module in LEDGER_CHECKS]
    assert names == [module.CHECK.code.replace("-", "_") for module in LEDGER_CHECKS]


def number(
    published: str, certainty: Certainty = Certainty.CERTAIN, edition: int = 2021, printed: str = "0140"
) -> Reconciliation:
    match = ProgrammeMatch(
        path="/programmes/0",
        number="(1)",
        name="点検",
        printed_review_number=printed,
        matched="2021-未来-20-0148",
        matched_review_number=published,
        certainty=certainty,
    )
    return Reconciliation(programmes=(match,), edition=edition)


def money(code: str, certainty: Certainty = Certainty.CERTAIN, *, predicted: bool = False) -> Reconciliation:
    year = PolicyYear(
        nendo=Nendo(year=2020),
        unit="百万円",
        basis="settled",
        predicted=predicted,
        path="/money/0",
        differences=(Difference(code=code, side="budget", ja="違う", en="differs"),),
    )
    return Reconciliation(policy=(year,), section_certainty=certainty)


def measure(*differing: int) -> Reconciliation:
    years = tuple(Nendo(year=year) for year in differing)
    match = MeasureMatch(
        path=MEASURE, project="2021-未来-20-0148", name="受注件数", score=Decimal("0.9"), differing=years
    )
    return Reconciliation(measures=(match,))


def found(told: Reconciliation) -> list[str]:
    return [one.code for one in audit_ledgers(SHEET, told)]


@pytest.mark.parametrize(
    ("told", "codes"),
    [
        (number("0148"), ["review-number-differs"]),
        (number("0148", Certainty.CHOSEN), ["review-number-differs"]),
        (number("0140"), []),
        (number("2021-未来-20-0140"), []),
        (number("0140", printed="140"), []),
        (number("0148", Certainty.AMBIGUOUS), []),
        (number("0148", edition=2020), []),
        (number("0148", printed="－"), []),
        (number(""), []),
        (money("unexplained"), ["policy-total-differs"]),
        (money("rounding"), []),
        (money("not-in-the-books"), []),
        (money("unexplained", Certainty.AMBIGUOUS), []),
        (money("unexplained", predicted=True), []),
        (measure(2019), ["measure-differs"]),
        (measure(), []),
    ],
)
def test_it_finds_what_it_should(told: Reconciliation, codes: list[str]) -> None:
    assert found(told) == codes


def test_the_findings_stand_in_the_sheets_order() -> None:
    one = Reconciliation(
        policy=money("unexplained").policy,
        section_certainty=Certainty.CERTAIN,
        programmes=number("0148").programmes,
        measures=measure(2019, 2020).measures,
        edition=2021,
    )
    told: tuple[Finding, ...] = audit_ledgers(SHEET, one)
    assert [finding.path for finding in told] == [MEASURE, "/programmes/0/review_number", "/money/0"]
    assert all(finding.message.ja and finding.message.en for finding in told)

"""What the rules count, by the tolerances of the data's README, is what plain arithmetic counts: here on the first sheets
of a year; on all of them in ``make counts``, whose page must carry the README's figures."""

import re
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest

from tests.review_sheets.adapter import BudgetRecord, ProjectRecord, records
from tests.review_sheets.counting import GIVEN, OWN, money, outcomes
from tests.review_sheets.page import Counts, figures

PAGE = Path(__file__).parents[2] / "docs" / "review-sheets.md"
MOST = 300
_ROW = re.compile(r"^\| \S.* / .* \| ([\d,]+) \| [\d,]+ \|$", re.MULTILINE)


def test_the_page_carries_the_figures_of_the_data() -> None:
    given = [int(n.replace(",", "")) for n in _ROW.findall(PAGE.read_text(encoding="utf-8"))]
    assert given == [127148, 0, 95361, 2297, 399, 14865, 197, 84945, 53220, 21750]


@pytest.mark.shared
def test_the_rules_count_as_plain_arithmetic_does(shared: Path) -> None:
    folder, none = shared / "data" / "review-sheets", Counter[str]()
    counts = Counts(
        given=money(folder, 2019, by=GIVEN, most=MOST),
        own=money(folder, 2019, by=OWN, most=MOST),
        more_is_better=outcomes(folder, 2019, worded=False, most=MOST),
        by_words=none,
        findings=none,
    )
    plain = sum((_plain(record) for record in records(folder, 2019, MOST)), none)
    assert figures(counts) == {name: plain[name] for name in figures(counts)}
    assert min(plain["executions over the total"], plain["carried and not arrived"], plain["outcome pairs equal"]) > 0


def _plain(record: ProjectRecord) -> Counter[str]:
    found: Counter[str] = Counter()
    years = record.get("予算") or []
    for one in years:
        found.update(_of_a_year(one))
    for before, after in pairwise(sorted(years, key=lambda one: one["年度"])):
        out, into = before.get("翌年度へ繰越し"), after.get("前年度から繰越し")
        if after["年度"] == before["年度"] + 1 and out is not None and into is not None and (out or into):
            found["carried"] += 1
            found["carried and not arrived"] += abs(abs(out) - abs(into)) > 1.5
    for outcome in record.get("アウトカム") or []:
        for result in outcome["成果実績"]:
            actual, target = result["成果実績"], result["目標値"]
            if isinstance(actual, int | float) and isinstance(target, int | float):
                found["outcome pairs"] += 1
                found["outcome pairs met"] += actual >= target
                found["outcome pairs equal"] += actual == target
    return found


def _of_a_year(one: BudgetRecord) -> Counter[str]:
    found: Counter[str] = Counter()
    whole, spent = one.get("予算計"), one.get("執行額")
    if whole is not None and one.get("当初予算") is not None:
        parts = (
            one.get("当初予算"),
            one.get("補正予算"),
            one.get("前年度から繰越し"),
            one.get("翌年度へ繰越し"),
            one.get("予備費等"),
        )
        found["totals"] += 1
        found["totals wrong"] += abs(sum(part or 0 for part in parts) - whole) > 1.5
    if whole is not None and spent is not None:
        found["executions"] += 1
        found["executions over the total"] += spent > whole + 1
        found["executions where the total is nil"] += whole == 0 and spent > 0
    return found

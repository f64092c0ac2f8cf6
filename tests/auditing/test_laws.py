"""Laws of the audit: no sheet makes it raise, the same sheet gives the same findings, and each stands on the sheet."""

import copy
from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from monosashi.auditing import audit
from monosashi.model import Finding, Sheet
from monosashi.model.measuring.printed import printed_order
from monosashi.model.path import resolve
from tests.auditing.budgets import BUDGET, ITEMS
from tests.auditing.sheets import TALKS, changed, clean

ODD = (
    "", " ", "-", "－", "※５", "（注1）", "集計中", "#DIV/0!", "0", "0％", "△ 1,234.5", "-0.0", "9" * 300, f"0.{'0' * 300}1", "1e5", "NaN",
    "100％（100％）", "1（うち 2）", "0件（A：0件、B：0件、B：1件）", "5（平成元年度～令和2年度の平均）", "3件（令和2年度～令和2年度の平均）",
    "累計", "累計1社", "前年度以上", "30日以内", "平成0年度", "令和99年度", "9999年度", "9999年12月", "㋿3年度", "元年度", "①", "19①", "㊿",
    "平成34年度", "平成28年２月30日", "平成2018年13月", "2016.2.30", "昭和100年", "▲ 250", "205", "〈7,840〉", "小計", "執行率",
    "1～3、6", "9～1", "維持", "減らす", "1百万円（2百万円）", "〈1〉の内数", "△1百万円（1百万円）", "\n", "※\n１", "\ud7ff", "﷽",
)  # fmt: skip
#: A decision of the cabinet, for its day.
CABINET = [{"name": "森の学びの方針", "date": "平成31年２月28日"}]
WORDS = st.sampled_from(ODD) | st.text(max_size=30)


def leaves(tree: Any, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """The place of every string and list of a tree; what a role or a state says is fixed by the model."""
    if isinstance(tree, dict):
        return [
            leaf
            for name, value in tree.items()
            if name not in ("role", "state", "kind")
            for leaf in leaves(value, (*path, name))
        ]
    if isinstance(tree, list):
        inner = [leaf for n, value in enumerate(tree) for leaf in leaves(value, (*path, n))]
        return [path, *inner]
    return [path]


@st.composite
def odd_sheets(draw: st.DrawFn) -> Sheet:
    """The clean sheet with odd words in some leaves and some rows missing, repeated or in another order."""
    tree: Any = copy.deepcopy({**clean(), "budgets": [BUDGET], "budget_items": ITEMS, "cabinet": CABINET})
    places = leaves(tree)
    for place in draw(st.lists(st.sampled_from(places), max_size=12, unique=True)):
        try:
            here: Any = tree
            for step in place[:-1]:
                here = here[step]
            old = here[place[-1]]
        except (KeyError, IndexError):
            continue  # an earlier draw emptied the list this leaf stood in
        if isinstance(old, list):
            here[place[-1]] = draw(st.lists(st.sampled_from(old), max_size=5)) if old else []
        else:
            here[place[-1]] = draw(WORDS)
    return Sheet.model_validate(tree)


@given(odd_sheets())
def test_no_sheet_makes_the_audit_raise(sheet: Sheet) -> None:
    findings = audit(sheet)
    assert audit(Sheet.model_validate(sheet.model_dump())) == findings
    for finding in findings:
        resolve(sheet, finding.path)
        for evidence in finding.evidence:
            resolve(sheet, evidence.path)
    assert list(findings) == sorted(findings, key=lambda f: (printed_order(sheet, f.path), f.code))


@given(odd_sheets())
def test_a_value_is_told_once_by_a_check(sheet: Sheet) -> None:
    # a line under 【参考】 may be told once for each of the measures it belongs to
    told = [(finding.code, finding.path) for finding in audit(sheet) if finding.path.startswith("/goals")]
    assert len(told) == len(set(told))


def test_an_empty_sheet_deserves_nothing() -> None:
    assert audit(Sheet()) == ()


def test_numbers_beyond_paper_are_left_alone() -> None:
    huge: dict[str, Any] = {"text": "1E+999999回", "quantity": {"value": Decimal("1E+999999"), "unit": "回"}}
    minute: dict[str, Any] = {"text": "1E-999999回", "quantity": {"value": Decimal("1E-999999"), "unit": "回"}}
    sheet = changed({f"{TALKS}/baseline/value": huge, f"{TALKS}/target/value": minute, f"{TALKS}/targets": []})
    assert audit(sheet) == ()


def test_a_reading_from_json_is_audited_alike() -> None:
    sheet = changed({f"{TALKS}/baseline/value": "31回（平成29年度～令和元年度の平均）"})
    findings: tuple[Finding, ...] = audit(sheet)
    assert audit(Sheet.model_validate_json(sheet.model_dump_json())) == findings
    assert [finding.code for finding in findings] == ["baseline-mean"]

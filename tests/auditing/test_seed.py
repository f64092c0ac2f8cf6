"""The seed deserves exactly these findings; here by code, place and numbers."""

from pathlib import Path

import pytest

from monosashi.auditing import audit
from monosashi.model import Finding, Severity, Sheet
from monosashi.reading import read
from tests.auditing.seed_sheet import seed

#: Code, severity, where (the indicator's printed number, or a goal), expected, found.
Row = tuple[str, str, str, str, str]
GOLDEN: list[Row] = [
    ("already-reached", "warning", "④", ">16社", "14社、16社"),
    ("disrupted-year", "note", "①", "53回", "41回"),
    ("disrupted-year", "note", "②", "30回", "28回"),
    ("disrupted-year", "note", "3", "61件", "45件"),
    ("disrupted-year", "note", "3 part", "26件", "19件"),
    ("disrupted-year", "note", "⑤", "30回", "33回"),
    ("disrupted-year", "note", "6", "15.5回", "14回"),
    ("disrupted-year", "note", "7", "6件", "5件"),
    # the baselines over the targets of the period before: 16 to 12, and 5.5 to 4.5
    ("earlier-target-overshot", "note", "④", "<120％", "122％"),
    ("earlier-target-overshot", "note", "④", "<120％", "133％"),
    ("final-outcome-not-primary", "note", "7", "○", "7"),
    ("indicator-without-programme", "warning", "7", "7", "1,2,3,4,5,6"),
    ("no-outcome", "note", "goal 1", "アウトカム", "アウトプット"),
    ("reference-unit", "warning", "④", "社", "社/件"),
    ("target-keeps", "note", "①", "≠41回", "41回程度"),
    ("target-keeps", "note", "②", "≠28回", "28回程度"),
    ("target-keeps", "note", "3", "≠45件", "45件程度"),
    ("target-keeps", "note", "3 part", "≠19件", "19件程度"),
    ("target-keeps", "note", "⑤", "≠33回", "33回程度"),
    ("target-keeps", "note", "6", "≠14回程度", "14回程度"),
    ("target-keeps", "note", "7", "≠5件程度", "5件程度"),
    ("target-worse", "warning", "④", "≧5.5", "3.4（4.1、3.7、3.4）"),
    ("two-measures-one-number", "note", "④", "1", "2"),
]


def where(sheet: Sheet, path: str) -> str:
    """The printed number of the indicator a path lies in (a rationale's is that of its measure), or the goal."""
    steps = path.split("/")
    if steps[1] == "rationales":
        return where(sheet, sheet.rationales[int(steps[2])].measures[0])
    if len(steps) < 7:
        return f"goal {int(steps[2]) + 1}"
    number = sheet.goals[int(steps[2])].levers[int(steps[4])].indicators[int(steps[6])].number.text
    return f"{number} part" if "/parts/" in path else number


def rows(sheet: Sheet, findings: tuple[Finding, ...]) -> list[Row]:
    return sorted((f.code, f.severity.value, where(sheet, f.path), f.expected, f.found) for f in findings)


def test_the_seed_deserves_its_findings_and_no_error() -> None:
    findings = audit(seed())
    assert rows(seed(), findings) == sorted(GOLDEN)
    assert not [finding for finding in findings if finding.severity is Severity.ERROR]


def test_the_sentences_of_the_seed() -> None:
    said = {(f.code, where(seed(), f.path)): f.message for f in audit(seed())}
    assert said["disrupted-year", "3 part"].ja == (
        "指標3（うち政務レベル）の基準値19件は令和2年度（新型コロナウイルス感染症）を含む平均で、入れた平均は19件、除いた平均は26件です"
        "（選定理由はこのことを断っています）。"
    )
    assert said["disrupted-year", "6"].en == (
        "Indicator 6: the baseline 14回程度 is a mean that takes in FY2020 (COVID-19); the mean is 14回 with it and 15.5回 "
        "without, and the rationale does not mention it."
    )
    assert said["target-worse", "④"].en == (
        "Indicator ④ “民間からの資金の誘発（呼び水効果）”: the target 3.4 is worse than the baseline 5.5 (no word says otherwise, "
        "so more is taken to be better; the rationale speaks of a revised target)."
    )
    assert said["already-reached", "④"].ja == (
        "指標④「機構の支援案件における民間企業等との連携」の令和3年度、令和4年度の目標値14社、16社は、基準値16社の時点ですでに達成されています"
        "（減らす・維持する等の語がないため、大きいほどよいとみなしました）。"
    )


def test_the_reason_the_sheet_gives_is_attached() -> None:
    worse = next(finding for finding in audit(seed()) if finding.code == "target-worse")
    assert [(one.path, one.text) for one in worse.evidence if one.path.startswith("/rationales")] == [
        ("/rationales/3", "官民ファンドのKPIが節目ごとのものに見直されたので、それに合わせた。")
    ]


@pytest.mark.shared
@pytest.mark.parametrize("name", ["form.xlsx", "form_v2.xlsx"])
def test_the_seed_as_a_ruled_form(shared: Path, name: str) -> None:
    file = shared / "seed" / "forms" / name
    sheet = read(file.read_bytes(), name)[0].sheet
    kinds = {m.name.kind for lever in sheet.goals[0].levers for i in lever.indicators for m in i.measures}
    # The ruled forms print ④ in the rows of the first goal's cell, the truth tables tell it under the second; only
    # no-outcome depends on it: with ④ the first goal has an outcome.
    expected = [row for row in GOLDEN if row[0] != "no-outcome" or kinds == {"output"}]
    # The retold sheet gives each measure a reason of its own; the published one explains both measures of ④ by one
    # and the same paragraph on the revision of the fund's KPI.
    expected.append(("rationale-repeated", "note", "④", "", "233字"))
    assert rows(sheet, audit(sheet)) == sorted(expected)


@pytest.mark.shared
def test_the_invented_sheet_in_another_layout(shared: Path) -> None:
    file = shared / "seed" / "others" / "h1_bessi1_jizen.xlsx"
    sheet = read(file.read_bytes(), file.name)[0].sheet
    assert sorted((f.code, f.path, f.expected, f.found) for f in audit(sheet)) == sorted(
        [
            ("baseline-mean", _h1(1, "baseline/value"), "120千GJ", "118千GJ"),
            ("cumulative-falls", _h1(3, "actuals/1/value"), "≧35団体", "33団体"),
            ("executed-over-budget", "/programmes/0/money/1/lines/0", "≦1,310百万円", "1,322百万円"),
            ("indicator-without-programme", "/goals/0/levers/0/indicators/5/number", "6", "1,2,3,4,5,7"),
            ("note-undefined", _h1(2, "name"), "※３", "※１、※２"),
            ("note-unused", "/notes/0/mark", "※１", ""),
            ("note-unused", "/notes/1/mark", "※２", ""),
            ("part-whole", _h1(4, "actuals/1/value/quantity/parts/0"), "≦172件", "181件"),
            ("target-worse", _h1(2, "target/value"), "≧63.5%", "60.0%（61.0、60.5、60.0）"),
            ("unit-differs", _h1(5, "target/value"), "基/10km", "基"),
        ]
    )


def _h1(indicator: int, leaf: str) -> str:
    return f"/goals/0/levers/0/indicators/{indicator}/measures/0/{leaf}"

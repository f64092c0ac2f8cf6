"""The sentences of the checks of indicators and of the cycle, in both languages."""

from typing import Any

import pytest

from monosashi.auditing import audit
from tests.auditing.cases_cycle import GRADES, MARKS, rated, reported
from tests.auditing.cases_indicators import EVEN, HIGH, HIGHER, LOW, means
from tests.auditing.sheets import SCHOOLS, SHARE, changed

RISES = "目標値が基準値や初めの目標値より大きいため、大きいほどよいとみなしました"
SENTENCES: list[tuple[str, Any, str, str]] = [
    (
        "baseline-mean",
        means(("29回", *LOW), ("33回", *HIGH), ("14回", *HIGHER)),
        "指標①の基準値29回は、25、29、31の平均28.33（四捨五入28）と一致しません（切上げに当たりますが、この表のほかの平均14、33は四捨五入です）。",
        "Indicator ①: the baseline 29回 is not the mean of 25, 29 and 31 (28.33, rounded 28); it is rounded up, but the sheet's "
        "other means 14 and 33 are rounded to the nearest.",
    ),
    (
        "baseline-mean",
        means(("30回", *LOW), EVEN, EVEN),
        "指標①の基準値30回は、25、29、31の平均28.33（四捨五入28）と一致しません（切捨て28、切上げ29でもありません）。",
        "Indicator ①: the baseline 30回 is not the mean of 25, 29 and 31 (28.33, rounded 28); it is neither rounded down (28) nor "
        "up (29).",
    ),
    (
        "baseline-mean",
        means(("31回", *EVEN[1:]), EVEN, EVEN),
        "指標①の基準値31回は、29、31、30の平均30と一致しません。",
        "Indicator ①: the baseline 31回 is not the mean of 29, 31 and 30 (30).",
    ),
    (
        "mean-rounding",
        means(("28回", *LOW), ("32回", *HIGH), ("13回", *HIGHER)),
        "指標3の基準値13回は、平均13.67の切捨てです（四捨五入なら14。ほかの2つの平均も切捨てで説明できます）。",
        "Indicator 3: the baseline 13回 is the mean 13.67 rounded down (to the nearest it would be 14; 2 other means of the sheet "
        "agree with that).",
    ),
    (
        "earlier-target-overshot",
        {f"{SCHOOLS}/baseline/value": "累計16校（目標値：12校）"},
        "指標②の基準値16校は、前の目標値12校の133％に当たり、大きく（120％以上に）超えています"
        "（減らす・維持する等の語がないため、大きいほどよいとみなしました）。",
        "Indicator ②: the baseline 16校 is 133 % of the earlier target 12校, far beyond it (120 % or more is told; no word says "
        "otherwise, so more is taken to be better).",
    ),
    (
        "overshoot",
        reported(SHARE, "60.0％", "56.0％", "75.0％"),
        "指標⑥の実績値は目標値の120％以上で、大きく超えています（令和3年度は目標値50.0%に対して実績値60.0%（120％）、"
        "令和5年度は目標値60.0%に対して実績値75.0%（125％））。目標の水準が適切だったかを確かめてください。",
        "Indicator ⑥: the actuals are 120 % of the targets or more, 60.0% in FY2021 against 50.0% (120 %) and 75.0% in FY2023 "
        "against 60.0% (125 %); ask whether the targets were right.",
    ),
    (
        "mark-contradicts",
        reported(SHARE, "51.0％", "56.0％", "57.4％", mark="○"),
        f"指標⑥の印「○」は、令和5年度の実績値57.4%が目標値60.0%に届いていないことと合いません（{RISES}）。",
        "Indicator ⑥: the mark “○” does not agree with the actual 57.4% of FY2023, which misses the target 60.0% (the target lies "
        "above what it starts from, so more is taken to be better).",
    ),
    (
        "mark-contradicts",
        next(case.changes for case in MARKS if "程度" in str(case.changes) and case.finds),
        "指標⑥の印「○」は、令和5年度の実績値52.0%が目標値60%程度に届いていないことと合いません"
        f"（{RISES}。程度の付く目標なので、10％までの差は認めました）。",
        "Indicator ⑥: the mark “○” does not agree with the actual 52.0% of FY2023, which misses the target 60%程度 (the target lies "
        "above what it starts from, so more is taken to be better; a difference of 10 % was allowed).",
    ),
    (
        "grade-contradicts-marks",
        GRADES[0].changes,
        "測定結果は「目標達成」ですが、指標⑥は達成されていません。",
        "The result is stated as “target met” (目標達成), but indicator ⑥ was not reached.",
    ),
    (
        "achievement-rate",
        rated(SHARE, "48.0％|106％"),
        "指標⑥の令和3年度の達成率106％は、実績値48.0%と目標値50.0%から計算したもの（実績値÷目標値なら96％）と一致しません。",
        "Indicator ⑥: the rate of achievement 106 % of FY2021 does not follow from the actual 48.0% and the target 50.0% (the one "
        "over the other is 96 %).",
    ),
    (
        "ratio-out-of-range",
        {f"{SHARE}/target/value": "160.0％", f"{SHARE}/targets/2/value": "160.0％"},
        "指標⑥は割合ですが、160.0%という、0％から100％の外の値があります。",
        "Indicator ⑥ is a share, but prints 160.0%, outside 0 to 100 per cent.",
    ),
]


@pytest.mark.parametrize(
    ("code", "changes", "ja", "en"), SENTENCES, ids=[f"{one[0]}-{n}" for n, one in enumerate(SENTENCES)]
)
def test_a_finding_says(code: str, changes: Any, ja: str, en: str) -> None:
    (message,) = (finding.message for finding in audit(changed(changes)) if finding.code == code)
    assert (message.ja, message.en) == (ja, en)

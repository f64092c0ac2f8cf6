"""選定理由のない指標がある / An indicator without a rationale

規則: 測定指標の選定理由と目標値の根拠を書く欄がある様式では、どの指標にも理由が書かれていなければならない。ほかの指標には理由があるのに、
その指標だけ空欄か横棒であることを示す。
Rule: On a form with a cell for why an indicator was chosen and its target set, every indicator has its reasons. It is told where
others have them and this one has a blank or a dash.

適用しない場合: 表に理由が一つもないとき。理由のない指標が、ある指標より多いとき（一つの欄がいくつもの指標にわたるとみる）。同じ番号の別の測定に
理由があるとき。名のない指標。
Does not apply: Where no indicator has reasons; where more have none than have some (one cell is taken to speak of several);
where another measure of the same number has them; to an indicator without a name.

良い例: 指標1～3のすべてに選定理由がある。
Right: Reasons for indicators 1, 2 and 3.

悪い例: 指標1と2には選定理由があり、3は空欄。
Wrong: Reasons for indicators 1 and 2, and a blank for 3.
"""

from collections.abc import Iterator

from monosashi.auditing.check import Check, Contrast
from monosashi.auditing.reasons import reasoned
from monosashi.model import Finding, Message, Severity, Sheet, Tolerances
from monosashi.model.measuring.printed import evidence
from monosashi.model.measuring.wording import capital, indicator_name

CHECK = Check("rationale-missing", Severity.WARNING)


def check(sheet: Sheet, _by: Tolerances) -> Iterator[Finding]:
    """Each indicator without reasons, where most have them."""
    told = reasoned(sheet)
    indicators = [
        (path, indicator)
        for path, indicator in sheet.indicators()
        if any(measure.name.name.strip() for measure in indicator.measures)
    ]
    with_reasons = {
        indicator.number.value
        for path, indicator in indicators
        if any(f"{path}/measures/{n}" in told for n in range(len(indicator.measures)))
    }
    without = [
        (path, indicator)
        for path, indicator in indicators
        if not any(f"{path}/measures/{n}" in told for n in range(len(indicator.measures)))
        and (indicator.number.value is None or indicator.number.value not in with_reasons)
    ]
    if len(without) > len(indicators) - len(without):
        return
    for path, indicator in without:
        name = indicator_name(indicator)
        yield CHECK.finding(
            f"{path}/measures/0/name",
            Contrast("選定理由", ""),
            Message(
                ja=f"{name.ja}の選定理由（目標値の根拠）が書かれていません（{len(indicators)}の指標のうち"
                f"{len(indicators) - len(without)}には書かれています）。",
                en=f"{capital(name.en)} has no rationale ({len(indicators) - len(without)} of {len(indicators)} indicators "
                "have one).",
            ),
            evidence(sheet, *([f"{path}/number"] if indicator.number else [])),
        )

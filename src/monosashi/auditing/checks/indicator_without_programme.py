"""どの達成手段とも結び付かない指標がある / An indicator that no programme serves

規則: 達成手段の「関連する指標」が、どの行でもその指標の番号を挙げていないことを示す。
Rule: No programme names the indicator's number among its related indicators.

適用しない場合: 「関連する指標」の番号が表に一つも印刷されていないとき。指標に番号がないとき。
Does not apply: Where no programme of the sheet names any indicator; to an indicator without a number.

良い例: 指標1と2があり、達成手段(1)の関連する指標が「1,2」。
Right: Indicators 1 and 2, and a programme related to 1 and 2.

悪い例: 指標1と2があり、関連する指標はどの達成手段も「1」。
Wrong: Indicators 1 and 2, and programmes related to 1 only.
"""

from collections.abc import Iterator

from monosashi.auditing.check import Check, Contrast
from monosashi.model import Finding, Message, Severity, Sheet, Tolerances
from monosashi.model.measuring.printed import evidence
from monosashi.model.measuring.wording import capital, indicator_name

CHECK = Check("indicator-without-programme", Severity.WARNING)


def check(sheet: Sheet, _by: Tolerances) -> Iterator[Finding]:
    """Each numbered indicator that no programme names; a number printed twice counts once."""
    named = {number.value for programme in sheet.programmes for number in programme.related.numbers}
    seen: set[int] = set()
    for path, indicator in sheet.indicators() if named else ():
        value = indicator.number.value
        if value is None or value in named or value in seen:
            continue
        seen.add(value)
        name = indicator_name(indicator)
        said = ",".join(str(one) for one in sorted(one for one in named if one is not None))
        yield CHECK.finding(
            f"{path}/number",
            Contrast(str(value), said),
            Message(
                ja=f"{name.ja}を「関連する指標」に挙げる達成手段がありません（挙げられているのは{said}）。",
                en=f"{capital(name.en)} is not among the related indicators of any programme (named are {said}).",
            ),
            evidence(
                sheet,
                *(
                    f"/programmes/{n}/related"
                    for n, programme in enumerate(sheet.programmes)
                    if programme.related.numbers
                ),
            ),
        )

"""平均の基準値に、異常な年度が入っている / The mean of the baseline takes in an abnormal year

規則: 基準値が、社会全体の活動が止まった年度（令和2年度：新型コロナウイルス感染症、令和2年4月7日緊急事態宣言）を含む平均であるとき、
その年度を入れた平均と除いた平均を示す。基準値が低く出れば、目標も低くなるためである。選定理由がそのことを断っているかどうかも示す。
Rule: Where a baseline is a mean over a year in which society as a whole stood still (fiscal 2020, COVID-19, state of emergency
of 7 April 2020), the mean is shown with and without that year, because a low baseline makes a low target. It is also said
whether the rationale declares it.

適用しない場合: 基準値が一年度だけの値であるとき。平均だという年度に、その年度が入っていないとき。
Does not apply: Where the baseline is the value of a single year, or a mean of ordinary years only.

良い例: 基準値「30回（平成29年度～令和元年度の平均）」。
Right: A baseline that is the mean of fiscal 2017 to 2019.

悪い例: 基準値「41回（平成30年度～令和2年度の平均）」、【参考】56回、50回、17回（令和2年度を除けば53回）。
Wrong: A baseline of 41, the mean of 56, 50 and 17, where the last is that of fiscal 2020 (53 without it).
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from monosashi.auditing.check import Check, Contrast
from monosashi.forms.disrupted import disrupted_years, disruption
from monosashi.model import Finding, Message, Severity, Sheet, Tolerances
from monosashi.model.measuring.arithmetic import decimals_of, mean, shown
from monosashi.model.measuring.mean_years import MeanYears, mean_years
from monosashi.model.measuring.printed import evidence
from monosashi.model.measuring.references import saying
from monosashi.model.measuring.strand import Strand, strands
from monosashi.model.measuring.wording import capital, number, strand_name, years

CHECK = Check("disrupted-year", Severity.NOTE)


def check(sheet: Sheet, _by: Tolerances) -> Iterator[Finding]:
    """Each baseline that is a mean over an abnormal year."""
    for strand in strands(sheet):
        found = mean_years(sheet, strand)
        if found and any(disruption(year) for year in found.years):
            yield _finding(sheet, strand, found)


def _finding(sheet: Sheet, strand: Strand, found: MeanYears) -> Finding:
    name = strand_name(strand)
    abnormal = [year for year in found.years if disruption(year)]
    events = [one for one in disrupted_years() if any(year.year == one.year for year in abnormal)]
    words = "|".join(re.escape(word) for one in events for word in one.words)
    declared = saying(sheet, strand, re.compile(words))
    means, when = _means(found), years(abnormal)
    contrast = Contrast(means[1], means[0]) if means else Contrast("", number(found.baseline))
    event = Message(ja="、".join(one.event.ja for one in events), en=", ".join(one.event.en for one in events))
    ja = (
        f"入れた平均は{means[0]}、除いた平均は{means[1]}です"
        if means
        else "除いた平均は、年度の値が印刷されていないため出せません"
    )
    en = (
        f"the mean is {means[0]} with it and {means[1]} without"
        if means
        else "its weight cannot be told, because the values of the years are not printed"
    )
    return CHECK.finding(
        found.baseline.path,
        contrast,
        Message(
            ja=f"{name.ja}の基準値{number(found.baseline)}は{when.ja}（{event.ja}）を含む平均で、{ja}"
            f"（選定理由は{'このことを断っています' if declared else 'このことに触れていません'}）。",
            en=f"{capital(name.en)}: the baseline {number(found.baseline)} is a mean that takes in {when.en} ({event.en}); "
            f"{en}, and the rationale {'declares it' if declared else 'does not mention it'}.",
        ),
        (*evidence(sheet, *(past.path for past in found.pasts)), *declared),
    )


def _means(found: MeanYears) -> tuple[str, str] | None:
    """The mean with every year, in the digits of the baseline, and without the abnormal ones, in one digit more."""
    ordinary = [past.amount.value for past in found.pasts if not disruption(past.nendo)]
    if not ordinary:
        return None
    decimals, unit = decimals_of(found.baseline.amount.value), found.baseline.amount.unit
    return _say(mean(found.values, decimals), unit), _say(mean(ordinary, decimals + 1), unit)


def _say(value: Decimal, unit: str) -> str:
    return f"{shown(value)}{unit}"

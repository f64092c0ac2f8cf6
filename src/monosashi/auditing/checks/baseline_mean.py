"""基準値が、平均だという年度の平均と合わない / The baseline is not the mean of the years it names

規則: 基準値に「（平成30年度～令和2年度の平均）」のように年度が書かれているとき、【参考】（なければ年度ごとの実績）に印刷されたその年度の値の平均を、
基準値に印刷された桁へ丸めたものと一致しなければならない。丸め方（四捨五入、切捨て、切上げ）は、その表のすべての平均から推し量る。
ほかの平均が四捨五入なのに一つだけ切捨てや切上げになっているものも示す。うち数は、うち数どうしで比べる。
Rule: Where a baseline says that it is the mean of named years, it must equal the mean of the values printed for those
years (under 【参考】, else among the actuals), rounded to the digits the baseline prints. How a sheet rounds (to the nearest,
down or up) is inferred from all its means together; a single mean rounded down or up, where two others are rounded to the
nearest, is told too. A part is compared with its own values.

適用しない場合: いずれかの年度の値が印刷されていないとき、または単位が基準値と異なるとき。表のすべての平均が切捨て（または切上げ）で説明でき、
四捨五入では説明できないものがあるとき（mean-rounding が示す）。選定理由が切捨てや切上げと断っているとき。
Does not apply: Where the value of one of the years is not printed, or is printed in another unit; where rounding down (or
up) explains every mean of the sheet and rounding to the nearest does not (mean-rounding says so); where the rationale
states that it was rounded down or up.

良い例: 基準値「28回（平成30年度～令和2年度の平均）」、【参考】31回、29回、25回（平均28.33）。
Right: Baseline 28, with 31, 29 and 25 printed for its years (mean 28.33).

悪い例: 基準値「30回（平成30年度～令和2年度の平均）」、【参考】31回、29回、25回（平均28.33）。
Wrong: Baseline 30, with 31, 29 and 25 printed for its years (mean 28.33).
"""

from collections.abc import Iterator

from monosashi.auditing.check import Check, Contrast
from monosashi.auditing.sheet_means import SheetMean, SheetMeans, sheet_means
from monosashi.model import Finding, Message, Severity, Sheet, Tolerances
from monosashi.model.measuring.arithmetic import decimals_of, mean
from monosashi.model.measuring.printed import evidence
from monosashi.model.measuring.rounding import Rounding, by_rule
from monosashi.model.measuring.wording import and_numbers, capital, number, numbers, rounded, strand_name

CHECK = Check("baseline-mean", Severity.ERROR, version=2)


def check(sheet: Sheet, _by: Tolerances) -> Iterator[Finding]:
    """Each baseline that is not the mean it says it is."""
    means = sheet_means(sheet)
    for one in means.means:
        if means.rule not in one.fits and not one.stated:
            yield _finding(sheet, one, means)


def _finding(sheet: Sheet, one: SheetMean, means: SheetMeans) -> Finding:
    values, baseline, name = one.years.values, one.years.baseline, strand_name(one.strand)
    decimals = decimals_of(baseline.amount.value)
    nearest = mean(values, decimals)
    why, rounding = rounded(mean(values, decimals + 2), nearest), _rounding(one, means)
    others = means.others(one) if one.odd else []
    return CHECK.finding(
        baseline.path,
        Contrast(f"{nearest:,f}{baseline.amount.unit}", number(baseline)),
        Message(
            ja=f"{name.ja}の基準値{number(baseline)}は、{numbers(values)}の平均{why.ja}と一致しません{rounding.ja}。",
            en=f"{capital(name.en)}: the baseline {number(baseline)} is not the mean of "
            f"{and_numbers(values)} ({why.en}){rounding.en}.",
        ),
        evidence(sheet, *(past.path for past in one.years.pasts), *(other.years.baseline.path for other in others)),
    )


def _rounding(one: SheetMean, means: SheetMeans) -> Message:
    """What else is known of the rounding: by which rule the number would be right, and how the other means are rounded."""
    values, decimals = one.years.values, decimals_of(one.years.baseline.amount.value)
    down, up = (by_rule(rule, values, decimals) for rule in (Rounding.FLOOR, Rounding.CEILING))
    if down == up:
        return Message(ja="", en="")
    if not one.odd:
        return Message(
            ja=f"（切捨て{down:,f}、切上げ{up:,f}でもありません）",
            en=f"; it is neither rounded down ({down:,f}) nor up ({up:,f})",
        )
    label = next(rule for rule in Rounding if rule in one.fits).label
    printed = [other.years.baseline.amount.value for other in means.others(one)]
    if not printed:
        return Message(
            ja=f"（{label.ja}に当たりますが、この表のすべての平均に当てはまる丸め方はありません）",
            en=f"; it is {label.en}, but no one way of rounding explains all means of the sheet",
        )
    return Message(
        ja=f"（{label.ja}に当たりますが、この表のほかの平均{numbers(printed)}は四捨五入です）",
        en=f"; it is {label.en}, but the sheet's other means {and_numbers(printed)} are rounded to the nearest",
    )

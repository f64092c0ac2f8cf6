"""平均が、四捨五入でなく切捨てや切上げになっている / Means are rounded down or up, not to the nearest

規則: 平均だという基準値のうち四捨五入では説明できないものがあり、切捨て（または切上げ）なら表のすべての平均が説明できることを示す（表に一件）。
誤りではないが、目標を基準値と比べるときに効くので、どう丸めたかを知る必要がある。
Rule: Baselines that are means are not all rounded to the nearest, and rounding down (or up) explains every mean of the
sheet (one finding a sheet). It is no error, but matters where a target is compared with its baseline.

適用しない場合: 選定理由が切捨てや切上げと断っているとき。ほかの二つ以上の平均が四捨五入で、一つだけが違うとき、
または表の平均が一つの丸め方では説明できないとき（baseline-mean が示す）。年度の値が印刷されていないとき。
Does not apply: Where the rationale states that it was rounded down or up; where two or more other means are rounded to
the nearest and one is not, or no single rule explains the means (baseline-mean says so); where the values of the years
are not printed.

良い例: 基準値「33回（平成30年度～令和2年度の平均）」、【参考】38回、35回、25回（平均32.67）。
Right: Baseline 33, with 38, 35 and 25 printed for its years (mean 32.67).

悪い例: 基準値「32回（平成30年度～令和2年度の平均）」、【参考】38回、35回、25回（平均32.67）。
Wrong: Baseline 32, with 38, 35 and 25 printed for its years (mean 32.67).
"""

from collections.abc import Iterator

from monosashi.auditing.check import Check, Contrast
from monosashi.auditing.sheet_means import SheetMean, SheetMeans, sheet_means
from monosashi.model import Finding, Message, Severity, Sheet, Tolerances
from monosashi.model.measuring.arithmetic import decimals_of, mean, shown
from monosashi.model.measuring.printed import evidence
from monosashi.model.measuring.rounding import Rounding
from monosashi.model.measuring.wording import capital, number, strand_name

CHECK = Check("mean-rounding", Severity.NOTE)


def check(sheet: Sheet, _by: Tolerances) -> Iterator[Finding]:
    """The sheet whose means are rounded by another rule than to the nearest."""
    means = sheet_means(sheet)
    odd = [one for one in means.means if one.odd and not one.stated]
    if odd and means.rule is not Rounding.NEAREST:
        yield _finding(sheet, odd, means)


def _counted(n: int) -> str:
    return "1 other mean of the sheet agrees" if n == 1 else f"{n} other means of the sheet agree"


def _finding(sheet: Sheet, odd: list[SheetMean], means: SheetMeans) -> Finding:
    first, label = odd[0], means.rule.label
    baseline, name, values = first.years.baseline, strand_name(first.strand), first.years.values
    decimals = decimals_of(baseline.amount.value)
    nearest, exact = mean(values, decimals), shown(mean(values, decimals + 2))
    others = means.others(first)
    return CHECK.finding(
        baseline.path,
        Contrast(f"{nearest:,f}{baseline.amount.unit}", number(baseline)),
        Message(
            ja=f"{name.ja}の基準値{number(baseline)}は、平均{exact}の{label.ja}です（四捨五入なら{nearest:,f}"
            f"{f'。ほかの{len(others)}つの平均も{label.ja}で説明できます' if others else ''}）。",
            en=f"{capital(name.en)}: the baseline {number(baseline)} is the mean {exact} {label.en} (to the nearest it would be "
            f"{nearest:,f}{f'; {_counted(len(others))} with that' if others else ''}).",
        ),
        evidence(sheet, *(past.path for past in first.years.pasts), *(one.years.baseline.path for one in others)),
    )

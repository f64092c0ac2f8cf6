"""基準値が、平均だという年度の平均と合わない / The baseline is not the mean of the years it names

規則: 基準値に「（平成30年度～令和2年度の平均）」のように年度が書かれているとき、【参考】（なければ年度ごとの実績）に印刷された
その年度の値の平均を、基準値に印刷された桁へ四捨五入したものと一致しなければならない。うち数は、うち数どうしで比べる。
Rule: Where a baseline says that it is the mean of named years, it must equal the mean of the values printed for those years
(under 【参考】, else among the actuals), rounded half up to the digits the baseline prints. A part is compared with its own
values.

適用しない場合: いずれかの年度の値が印刷されていないとき、または単位が基準値と異なるとき。
Does not apply: Where the value of one of the years is not printed, or is printed in another unit.

良い例: 基準値「28回（平成30年度～令和2年度の平均）」、【参考】31回、29回、25回（平均28.33）。
Right: Baseline 28, with 31, 29 and 25 printed for its years (mean 28.33).

悪い例: 基準値「30回（平成30年度～令和2年度の平均）」、【参考】31回、29回、25回（平均28.33）。
Wrong: Baseline 30, with 31, 29 and 25 printed for its years (mean 28.33).
"""

from collections.abc import Iterator

from monosashi.auditing.check import Check, Contrast
from monosashi.model import Finding, Message, Severity, Sheet, Tolerances
from monosashi.model.measuring.arithmetic import decimals_of, mean
from monosashi.model.measuring.mean_years import MeanYears, mean_years
from monosashi.model.measuring.printed import evidence
from monosashi.model.measuring.strand import Strand, strands
from monosashi.model.measuring.wording import and_numbers, capital, number, numbers, rounded, strand_name

CHECK = Check("baseline-mean", Severity.ERROR)


def check(sheet: Sheet, _by: Tolerances) -> Iterator[Finding]:
    """Each baseline that is not the mean it says it is."""
    for strand in strands(sheet):
        if (found := mean_years(sheet, strand)) and found.pasts:
            yield from _finding(sheet, strand, found)


def _finding(sheet: Sheet, strand: Strand, found: MeanYears) -> Iterator[Finding]:
    printed = found.baseline.amount
    decimals = decimals_of(printed.value)
    nearest = mean(found.values, decimals)
    if nearest == printed.value:
        return
    why, name = rounded(mean(found.values, decimals + 2), nearest), strand_name(strand)
    yield CHECK.finding(
        found.baseline.path,
        Contrast(f"{nearest:,f}{printed.unit}", number(found.baseline)),
        Message(
            ja=f"{name.ja}の基準値{number(found.baseline)}は、{numbers(found.values)}の平均{why.ja}と一致しません。",
            en=f"{capital(name.en)}: the baseline {number(found.baseline)} is not the mean of "
            f"{and_numbers(found.values)} ({why.en}).",
        ),
        evidence(sheet, *(past.path for past in found.pasts)),
    )

"""目標値が、前の表から変わった / The target is not what the earlier sheet set

規則: 同じ指標の、同じ目標年度の目標値が、前の表と違うことを示す。年度ごとの目標値も、同じ年度どうしを比べる。うち数は、うち数どうしで
比べる。「以上」が「以下」になったとき、数値がなくなったとき、文章の目標の中身が変わったときも示す。単位だけの違い（2百万円と2,000千円）
は違いとしない。
Rule: The target of the same indicator for the same year differs from the earlier sheet's; so does a yearly target of the same
year. A part is compared with its part. A bound turned round (以上, 以下), a number withdrawn and a text that says something
else count as well. Another unit for the same amount (2百万円, 2,000千円) does not.

適用しない場合: 目標年度が異なるとき（別の検査が示す）。目標年度が印刷されていない文章の目標。目標が前の表になかったとき。程度、約の有無だけの
違い、「以上」の有無だけの違い。値の数え方（累計かどうか、単位）が変わったとき（別の検査が示す）。後の表が評価書であるとき（別の検査が示す）。
二つの表が、同じ年度の別の政策のものであるとき。
Does not apply: Where the target year differs (another check tells); to a target in words without a year; where the earlier
sheet had none; where only 程度, 約 or 以上 came or went; where the way of counting changed (another check tells); where the
later sheet is an evaluation report (another check tells); to sheets of two policies of one year.

良い例: 前の表も後の表も、目標値累計18社（令和5年度）。
Right: Target 18 for fiscal 2023 on both sheets.

悪い例: 前の表の目標値は累計18社（令和5年度）、後の表は累計14社（令和5年度）。
Wrong: Target 18 for fiscal 2023 on the earlier sheet, 14 for fiscal 2023 on the later.
"""

from collections.abc import Iterator

from monosashi.auditing.changed import told
from monosashi.auditing.check import Check
from monosashi.auditing.pair import Pair
from monosashi.auditing.pair_targets import target_changes
from monosashi.model import Finding, Message, Severity, Tolerances
from monosashi.model.measuring.wording import strand_name

CHECK = Check("target-changed", Severity.WARNING)


def check(pair: Pair, _by: Tolerances) -> Iterator[Finding]:
    """Each measure (or part) whose target or yearly targets the later sheet prints otherwise."""
    if pair.beside or pair.judges:
        return
    for both in pair.strands:
        if changes := target_changes(both):
            name, path = strand_name(both.later), both.later.path
            sentence = Message(
                ja=f"{name.ja}の目標が、前の表から変わっています",
                en=f"{name.en}: the target is not the earlier sheet's",
            )
            yield told(CHECK, pair.later, sentence, changes, f"{path}/target/value", f"{path}/target/year")

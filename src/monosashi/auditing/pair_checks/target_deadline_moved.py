"""目標年度が、前の表から変わった / The deadline of the target was moved

規則: 前の表の目標年度がまだ終わっていないのに、後の表の目標年度がそれと違うことを示す。
Rule: The target year differs from the earlier sheet's, though that year had not ended.

適用しない場合: 前の表の目標年度が、後の表の年度より前に終わっているとき（次の期間の目標である）。目標年度がどちらかに印刷されていないとき。
うち数。後の表が評価書であるとき（別の検査が示す）。二つの表が、同じ年度の別の政策のものであるとき。
Does not apply: Where the earlier target year had ended before the later sheet's year (the target is the next period's); where
either prints no target year; to parts; where the later sheet is an evaluation report (another check tells); to sheets of two
policies of one year.

良い例: 令和3年度の表の目標年度は令和5年度、令和6年度の表の目標年度は令和8年度。
Right: Target year 2023 on the sheet of fiscal 2021, and 2026 on that of fiscal 2024.

悪い例: 令和3年度の表の目標年度は令和5年度、令和4年度の表の目標年度は令和7年度。
Wrong: Target year 2023 on the sheet of fiscal 2021, and 2025 on that of fiscal 2022.
"""

from collections.abc import Iterator

from monosashi.auditing.changed import told
from monosashi.auditing.check import Check
from monosashi.auditing.pair import Pair
from monosashi.auditing.pair_targets import deadline_change, target_changes
from monosashi.model import Finding, Message, Severity, Tolerances
from monosashi.model.measuring.wording import strand_name

CHECK = Check("target-deadline-moved", Severity.WARNING)


def check(pair: Pair, _by: Tolerances) -> Iterator[Finding]:
    """Each measure whose target year was moved before it had come."""
    if pair.beside or pair.judges:
        return
    for both in pair.strands:
        deadline = deadline_change(both)
        if deadline and not pair.over(both.earlier):
            name, path = strand_name(both.later), both.later.path
            values = [one for one in target_changes(both, any_year=True) if one.path.startswith(f"{path}/target/")]
            sentence = Message(
                ja=f"{name.ja}の目標年度が、前の表から変わっています",
                en=f"{name.en}: the target year is not the earlier sheet's",
            )
            yield told(CHECK, pair.later, sentence, [deadline, *values], f"{path}/target/value")

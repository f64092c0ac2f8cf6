"""評価された目標が、事前に定めた目標と違う / The target that was judged is not the one set before

規則: 評価書の目標値と目標年度は、その前の事前分析表で定めたものでなければならない。年度ごとの目標値も、同じ年度どうしを比べる。
Rule: The target of an evaluation report and its year must be those set before, in the sheet made in advance. Yearly targets of
the same year are compared as well.

適用しない場合: 前の表も評価書であるとき。目標が前の表になかったとき。単位や書き方だけの違い。値の数え方が変わったとき（別の検査が示す）。
Does not apply: Where the earlier sheet is a report, too; where it had no target; where only the unit or the print differs;
where the way of counting changed (another check tells).

良い例: 事前分析表の目標値60.0％（令和5年度）、評価書の目標値60％（令和5年度）。
Right: Target 60.0 % for fiscal 2023 set before, 60 % for fiscal 2023 in the report.

悪い例: 事前分析表の目標値60.0％（令和5年度）、評価書の目標値55.0％（令和5年度）。
Wrong: Target 60.0 % for fiscal 2023 set before, 55.0 % for fiscal 2023 in the report.
"""

from collections.abc import Iterator

from monosashi.auditing.changed import told
from monosashi.auditing.check import Check
from monosashi.auditing.pair import Pair
from monosashi.auditing.pair_targets import deadline_change, target_changes
from monosashi.model import Finding, Message, Severity, Tolerances
from monosashi.model.measuring.wording import strand_name

CHECK = Check("judged-target-differs", Severity.WARNING)


def check(pair: Pair, _by: Tolerances) -> Iterator[Finding]:
    """Each measure (or part) that the report judges by another target."""
    if not pair.judges:
        return
    for both in pair.strands:
        deadline = deadline_change(both)
        changes = [*target_changes(both, any_year=deadline is not None), *([deadline] if deadline else [])]
        if changes:
            name, path = strand_name(both.later), both.later.path
            sentence = Message(
                ja=f"{name.ja}は、事前に定めた目標と違う目標で評価されています",
                en=f"{name.en} is judged by another target than the one set before",
            )
            yield told(CHECK, pair.later, sentence, changes, f"{path}/target/value", f"{path}/target/year")

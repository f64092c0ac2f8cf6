"""割合が0％から100％の外にある / A share lies outside 0 to 100 per cent

規則: 指標名が全体に占める割合（〜の割合、シェア、普及率、受診率など）をいうとき、％で印刷された値は0以上100以下でなければならない。基準値、目標値、
年度ごとの目標値と実績値、【参考】を見る。
Rule: Where a measure's name is that of a share of a whole (割合, シェア, 普及率, 受診率 and the like), values printed in per cent
must lie between 0 and 100. Baseline, target, yearly targets, actuals and the past actuals under 【参考】 are looked at.

適用しない場合: 伸び率、増減率、前年度比のように変化をいうとき。達成率、執行率、充足率、自給率、定員や計画に占める割合のように、
100％を超えることがあるとき。％でない値（割合を何件と印刷しているとき）。
Does not apply: To rates of change; to what may exceed its whole, as rates of attainment, of execution, of sufficiency, or
shares of a capacity or a plan; to values that are not in per cent.

良い例: 「電子で手続をした人の割合」の目標値100％。
Right: A target of 100 % for a share of people.

悪い例: 「電子で手続をした人の割合」の実績値106.0％。
Wrong: An actual of 106.0 % for a share of people.
"""

from collections.abc import Iterator

from monosashi.auditing.check import Check, Contrast
from monosashi.auditing.shares import is_share
from monosashi.model import Amount, Finding, Message, Severity, Sheet, Tolerances
from monosashi.model.measuring.printed import evidence
from monosashi.model.measuring.references import references_of
from monosashi.model.measuring.strand import Strand, strands
from monosashi.model.measuring.units import unit_key
from monosashi.model.measuring.wording import capital, join_en, strand_name
from monosashi.model.quantity import print_amount

CHECK = Check("ratio-out-of-range", Severity.ERROR)

_WHOLE = 100


def check(sheet: Sheet, _by: Tolerances) -> Iterator[Finding]:
    """Each share (or part of one) with values that no share can have."""
    for strand in strands(sheet):
        if is_share(strand.name):
            wrong = {path: amount for path, amount in _amounts(sheet, strand) if _is_out(amount)}
            if wrong:
                yield _finding(sheet, strand, wrong)


def _amounts(sheet: Sheet, strand: Strand) -> Iterator[tuple[str, Amount]]:
    for point in (strand.baseline, strand.target, *strand.yearly, *strand.actuals):
        if point:
            yield point.path, point.amount
    for past in references_of(sheet, strand):
        yield past.path, past.amount


def _is_out(amount: Amount) -> bool:
    return unit_key(amount.unit) == "%" and not 0 <= amount.value <= _WHOLE


def _finding(sheet: Sheet, strand: Strand, wrong: dict[str, Amount]) -> Finding:
    name, values = strand_name(strand), list(dict.fromkeys(print_amount(amount) for amount in wrong.values()))
    return CHECK.finding(
        next(iter(wrong)),
        Contrast("0％～100％", "、".join(values)),
        Message(
            ja=f"{name.ja}は割合ですが、{'、'.join(values)}という、0％から100％の外の値があります。",
            en=f"{capital(name.en)} is a share, but prints {join_en(values)}, outside 0 to 100 per cent.",
        ),
        evidence(sheet, *wrong, f"{strand.path}/name"),
    )

"""達成手段の額の計が、政策の予算額・執行額と合わない / The means do not add up to the policy's money

規則: 達成手段の予算額（執行額）を年度ごとに足したものは、政策（施策）の予算額（執行額）に等しい。予算額と執行額は別々に見る。〈〉の内数、
産投出資、政府保証、財政融資は足さない。丸めは、達成手段一つにつき、印刷された最後の桁の半単位まで認める（許容差を設定したときは、
その額まで）。ガイドラインは政策に共通する経費を認めているので、表の誤りとは限らない。
Rule: The budgets (and, apart from them, the executions) that the means print for a year add up to those of the policy. What is
part of another amount (内数), equity, guarantees and loans are not added. Half a unit of the last printed digit is allowed for
each means, or the tolerance that is set. The guideline allows costs common to a policy, so the sheet need not be wrong.

適用しない場合: 表に理由があるとき（再掲、重複、外数、他の施策、共通経費等の語や注記）。読み取れない欄（注記を指す※、文章、空欄）があるとき
（ただし、読める額だけで政策の額を超えるときは指摘する）。単位が異なるとき。差が内数の額の中に収まり、ほかの年度も内数を除いて合っていないとき。
内数や出資等を足せば合うとき（included-summed が示す）と、単位が違うように見えるとき（unit-implausible が示す）。
Does not apply: Where the sheet gives a reason (stated twice, overlapping, apart, another policy's, common costs). Where a cell
cannot be read (a note mark, words, a blank), unless what can be read exceeds the policy's money by itself. Where units differ.
Where the difference lies within the 内数 and no other year adds up without them. Where 内数, equity or the like would make the
total (included-summed says so), or the unit looks wrong (unit-implausible does).

良い例: 達成手段は1,310百万円と905百万円、政策の予算額は2,215百万円。
Right: Means of 1,310 and 905 million yen, and 2,215 for the policy.

悪い例: 達成手段は1,310百万円と905百万円、政策の予算額は2,251百万円。
Wrong: Means of 1,310 and 905 million yen, and 2,251 for the policy.
"""

from collections.abc import Iterator
from decimal import Decimal

from monosashi.auditing.check import Check, Contrast
from monosashi.auditing.means import INCLUDED, MeansYear, means_years, stated_reason
from monosashi.auditing.unit_jumps import seems_another_unit
from monosashi.model import Finding, Message, Severity, Sheet, Tolerances
from monosashi.model.measuring.arithmetic import difference, shown, total
from monosashi.model.measuring.printed import evidence
from monosashi.model.measuring.wording import capital, join_en, years

CHECK = Check("programmes-total", Severity.WARNING)


def check(sheet: Sheet, by: Tolerances) -> Iterator[Finding]:
    """The years in which the means do not make the policy's money, in one finding."""
    found = list(means_years(sheet))
    exact = any(one.closed and any(one.sums) and one.agrees(by) for one in found)
    wrong = [one for one in found if _is_wrong(one, by, exact)]
    if wrong and not stated_reason(sheet):
        yield _finding(sheet, wrong, by)


def _is_wrong(one: MeansYear, by: Tolerances, exact: bool) -> bool:
    if not any(one.sums) or one.agrees(by) or one.reached_by(by):
        return False
    printed = max(value for _, value in one.totals)
    if any(seems_another_unit(value, made, by) for _, value in one.totals for made in one.sums):
        return False
    if min(one.sums) > printed + one.tolerance(by):
        return True
    inside = total(part.value for part in one.apart if part.kind == INCLUDED)
    return one.closed and (exact or inside == 0 or printed - max(one.sums) > inside + one.tolerance(by))


def _finding(sheet: Sheet, wrong: list[MeansYear], by: Tolerances) -> Finding:
    ja, en = zip(*(_said(one, by) for one in wrong), strict=True)
    path, printed = wrong[0].totals[0]
    made = _made(wrong[0])
    return CHECK.finding(
        path,
        Contrast(f"{shown(made)}{wrong[0].unit}", f"{printed:,f}{wrong[0].unit}"),
        Message(
            ja=f"達成手段の額の計が、政策の額と合いません（{'、'.join(ja)}）。",
            en=f"{capital('the means do not add up to the policy’s money')}: {join_en(en)}.",
        ),
        evidence(sheet, *(at for one in wrong for at in (one.totals[0][0], *(part.path for part in one.added)))),
    )


def _made(one: MeansYear) -> Decimal:
    """The sum that comes nearest to the first total."""
    printed = one.totals[0][1]
    return min(one.sums, key=lambda made: difference(made, printed))


def _said(one: MeansYear, by: Tolerances) -> tuple[str, str]:
    when, side, made, (_, printed) = years([one.nendo]), one.side.said, _made(one), one.totals[0]
    off = f"{shown(one.tolerance(by))}{one.unit}"
    unread = (
        ("", "")
        if one.closed
        else ("。読み取れない欄を除いても政策の額を超えます", ", without the cells that cannot be read")
    )
    return (
        f"{when.ja}の{side.ja}は計{shown(made)}{one.unit}、政策は{printed:,f}{one.unit}、許容差{off}{unread[0]}",
        f"in {when.en} the {side.en} sums to {shown(made)}{one.unit}{unread[1]}, and the policy prints "
        f"{printed:,f}{one.unit} (tolerance {off})",
    )

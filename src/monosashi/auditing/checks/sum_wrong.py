"""予算の表の合計が、内訳と合わない / A total of the budget does not add up

規則: 予算の状況の合計は、その年度の当初予算、補正予算、繰越し等（と合計の上に並ぶ予備費等）の和に等しくなければならない。丸めは、
内訳一つにつき、印刷された最後の桁の半単位まで認める（許容差を設定したときは、その額まで）。執行率は執行額÷合計に等しくなければならない（最後の桁の一単位、
少なくとも0.1ポイントまでの差を認める）。予算の項・事項の一覧の小計と合計は、その上の行の和に等しくなければならない（〈〉の内数は足さない）。
Rule: The total of a year in the budget table must be the sum of its initial budget, supplementary budget and carry-over (and
what reserve stands over the total), within half a unit of the last printed digit for each part, or the tolerance set. A rate of
execution must be the execution over the total, within one unit of its last digit and 0.1 point at least. Subtotals and totals
of budget items must be the sum of the lines above them (parts of other amounts, in 〈 〉, are not added).

適用しない場合: 合計のない年度と要求額。内訳のどれかが空欄、集計中、文章、または内数のとき。横棒は、執行額が印刷された年度では0とみなし、
ほかの年度では判断しない。合計の上に、名の分からない行の金額があるとき。単位が異なるとき。執行率がほかの額に対する率か、
小数（0.98）であるとき。
Does not apply: To a year without a total and to requests; where a part is blank, still being compiled, in words, or 内数. A dash
is nil in a year whose execution is printed, and is not judged in any other. Where a row of unknown name states an amount over
the total; where units differ; where the rate of execution is of another amount, or a fraction (0.98).

良い例: 当初予算7,113、補正予算977、繰越し等▲250、合計7,840。
Right: Initial 7,113, supplementary 977, carry-over -250, total 7,840.

悪い例: 当初予算7,113、補正予算977、繰越し等▲250、合計7,804。
Wrong: Initial 7,113, supplementary 977, carry-over -250, total 7,804.
"""

from collections.abc import Iterator

from monosashi.auditing.budget_years import budget_years
from monosashi.auditing.check import Check, Contrast
from monosashi.auditing.determined import Determined, budget_total, execution_rate, item_sums, item_units_agree
from monosashi.model import Finding, Message, Severity, Sheet, Tolerances
from monosashi.model.measuring.arithmetic import shown
from monosashi.model.measuring.printed import evidence
from monosashi.model.measuring.wording import capital

CHECK = Check("sum-wrong", Severity.ERROR, version=2)


def check(sheet: Sheet, by: Tolerances) -> Iterator[Finding]:
    """Each budget table with totals, or rates, that its rows do not make; and the list of budget items."""
    for columns in budget_years(sheet):
        yield from _finding(sheet, [one for column in columns if (one := budget_total(column, by))])
        yield from _finding(sheet, [one for column in columns if (one := execution_rate(column))])
    if item_units_agree(sheet.budget_items):
        yield from _finding(sheet, list(item_sums(sheet.budget_items, by)))


def _finding(sheet: Sheet, stated: list[Determined]) -> Iterator[Finding]:
    """One finding for all that is wrong in a table, at the first of them."""
    wrong = [one for one in stated if one.wrong]
    if not wrong:
        return
    ja = "、".join(
        f"{one.name.ja}{_printed(one)}は{one.reckoned.ja}{_right(one)}（許容差{_off(one)}）と" for one in wrong
    )
    en = "; ".join(
        f"{one.name.en}, {_printed(one)}, is not {one.reckoned.en} ({_right(one)}, tolerance {_off(one)})"
        for one in wrong
    )
    yield CHECK.finding(
        wrong[0].path,
        Contrast(_right(wrong[0]), _printed(wrong[0])),
        Message(ja=f"{ja}一致しません。", en=f"{capital(en)}."),
        evidence(sheet, *(path for one in wrong for path in (one.path, *one.rests_on))),
    )


def _printed(one: Determined) -> str:
    return f"{one.printed:,f}{one.unit}"


def _right(one: Determined) -> str:
    return f"{shown(one.right)}{one.unit}"


def _off(one: Determined) -> str:
    return f"{shown(one.tolerance)}{one.unit}"

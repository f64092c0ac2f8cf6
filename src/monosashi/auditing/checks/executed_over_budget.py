"""執行額が予算額を超えている / More was spent than budgeted

規則: 同じ年度、同じ会計の執行額は、予算額を超えない。達成手段と政策全体のどちらでも見る。予算の状況の表では、執行額を合計と比べる。許容差を設定した
ときは、その額までの超過を認める。
Rule: Execution does not exceed the budget of the same year and account, for programmes and for the policy as a whole. In the
table of the budget by stages, execution is compared with the total. A tolerance may be set.

適用しない場合: 予算額が内数のとき。達成手段や政策の欄の予算額が負の数のとき（増減だけを印刷することがある）。どちらかが印刷されていないとき。予算の状況の表に合計がないとき、単位が異なるとき。
Does not apply: Where the budget is printed as part of another amount (内数), or either is not printed; where the amount of a
programme or of the policy is negative, for it may print a change only. In the table by stages, where no total is printed, or units differ.

良い例: 1,310百万円（執行額1,296百万円）。
Right: 1,310 million yen, of which 1,296 spent.

悪い例: 1,310百万円（執行額1,322百万円）。
Wrong: 1,310 million yen, of which 1,322 spent.
"""

from collections.abc import Iterator
from decimal import Decimal

from monosashi.auditing.budget_years import Figure, budget_years
from monosashi.auditing.check import Check, Contrast
from monosashi.model import BudgetRowKind, Finding, Message, MoneyCell, MoneyLine, Severity, Sheet, Tolerances
from monosashi.model.folding import unbroken
from monosashi.model.measuring.arithmetic import difference, shown
from monosashi.model.measuring.printed import evidence

CHECK = Check("executed-over-budget", Severity.WARNING, version=3)
_POLICY = Message(ja="政策全体", en="The policy as a whole")


def check(sheet: Sheet, by: Tolerances) -> Iterator[Finding]:
    """Each amount of which more was spent than budgeted."""
    for path, who, cell in _cells(sheet):
        for n, line in enumerate(cell.lines):
            if _is_over(line, by):
                yield _finding(sheet, (path, f"{path}/lines/{n}"), who, cell, line, by)
    for columns in budget_years(sheet):
        for column in columns:
            budget, executed = column.figure(BudgetRowKind.TOTAL), column.figure(BudgetRowKind.EXECUTED)
            if budget and executed and column.one_unit(budget, executed) and _is_more(budget, executed, by):
                yield _finding_of_year(sheet, column.printed, budget, executed, by)


def _cells(sheet: Sheet) -> Iterator[tuple[str, Message, MoneyCell]]:
    """Each money cell with its path and whose money it is."""
    for p, programme in enumerate(sheet.programmes):
        number = unbroken(programme.number.text)
        for c, cell in enumerate(programme.money):
            yield f"/programmes/{p}/money/{c}", Message(ja=f"達成手段{number}", en=f"Programme {number}"), cell
    for c, cell in enumerate(sheet.money):
        yield f"/money/{c}", _POLICY, cell


def _is_over(line: MoneyLine, by: Tolerances) -> bool:
    if line.included_only or line.budget is None or line.budget < 0:
        return False
    return _exceeds(line.budget, line.executed, by)


def _is_more(budget: Figure, executed: Figure, by: Tolerances) -> bool:
    return _exceeds(budget.value, executed.value, by)


def _exceeds(budget: Decimal | None, executed: Decimal | None, by: Tolerances) -> bool:
    if budget is None or executed is None or executed <= budget:
        return False
    return difference(executed, budget) > by.executed


def _allowed(by: Tolerances, unit: str) -> Message:
    """The tolerance, where one is set."""
    if not by.executed:
        return Message(ja="", en="")
    off = f"{shown(by.executed)}{unit}"
    return Message(ja=f"（許容差{off}）", en=f" (tolerance {off})")


def _finding_of_year(sheet: Sheet, year: str, budget: Figure, executed: Figure, by: Tolerances) -> Finding:
    off = _allowed(by, executed.unit)
    return CHECK.finding(
        executed.path,
        Contrast(f"≦{budget.text}", executed.text),
        Message(
            ja=f"{_POLICY.ja}の{year}の執行額{executed.text}が、合計{budget.text}を超えています{off.ja}。",
            en=f"{_POLICY.en}: execution {executed.text} in {year} exceeds the total {budget.text}{off.en}.",
        ),
        evidence(sheet, budget.path),
    )


def _finding(
    sheet: Sheet, paths: tuple[str, str], who: Message, cell: MoneyCell, line: MoneyLine, by: Tolerances
) -> Finding:
    off = _allowed(by, line.unit)
    budget, executed = f"{line.budget:,f}{line.unit}", f"{line.executed:,f}{line.unit}"
    year = unbroken(cell.year.text)
    account = f"{line.label}の" if line.label else ""
    return CHECK.finding(
        paths[1],
        Contrast(f"≦{budget}", executed),
        Message(
            ja=f"{who.ja}の{year}の{account}執行額{executed}が、予算額{budget}を超えています{off.ja}。",
            en=f"{who.en}: {line.label}{' ' if line.label else ''}execution {executed} in {year} exceeds the budget "
            f"{budget}{off.en}.",
        ),
        evidence(sheet, paths[0], f"{paths[0]}/year"),
    )

"""前の表の翌年度への繰越しが、後の表の受入れと合わない / What the earlier sheet carries out is not what the later carries in

規則: 前の表がある年度から翌年度へ繰り越した額と、後の表が翌年度に受け入れた額は、等しくなければならない。一つの表の中と同じ決まり（carry-over）を、前の表の
年度と、それに続く後の表の年度とをつないだ表に当てはめる。許容差も同じものを使う。
Rule: What the earlier sheet carries out of a year must be what the later sheet carries into the next. The rule within one sheet
(carry-over), with its tolerance, is applied to the table that the earlier sheet's years and the later sheet's years after
them make together.

適用しない場合: 後の表がその年度の繰越しも印刷しているとき（その表の中の検査と money-restated が示す）。どちらかの表に予算の表がないとき、または二つ以上
あるとき。carry-over が適用されないとき。二つの表が、同じ年度の別の政策のものであるとき。
Does not apply: Where the later sheet prints what is carried out of that year, too (the check within the sheet and
money-restated tell it); where either sheet has no budget table or more than one; where carry-over does not apply; to sheets of
two policies of one year.

良い例: 前の表の28年度の繰越し等が▲830、後の表の29年度の繰越し等が830。
Right: Carry-over of -830 in fiscal 2016 on the earlier sheet, and 830 in fiscal 2017 on the later.

悪い例: 前の表の28年度の繰越し等が▲830、後の表の29年度の繰越し等が380。
Wrong: Carry-over of -830 in fiscal 2016 on the earlier sheet, and 380 in fiscal 2017 on the later.
"""

from collections.abc import Iterator

from monosashi.auditing.budget_years import BudgetYear, Figure, budget_years
from monosashi.auditing.check import Check, Contrast
from monosashi.auditing.checks import carry_over
from monosashi.auditing.pair import Pair
from monosashi.model import Budget, BudgetRow, BudgetRowKind, Finding, Message, Severity, Sheet, Tolerances
from monosashi.model.measuring.printed import evidence
from monosashi.model.measuring.wording import years

CHECK = Check("carry-over-between", Severity.WARNING)

_OUT = (BudgetRowKind.CARRIED_OUT, BudgetRowKind.CARRIED)
_IN = (BudgetRowKind.CARRIED_IN, BudgetRowKind.CARRIED)
#: The rows that the rule within one table looks at.
_KINDS = (BudgetRowKind.CARRIED, BudgetRowKind.CARRIED_OUT, BudgetRowKind.CARRIED_IN, BudgetRowKind.EXECUTED)


def check(pair: Pair, by: Tolerances) -> Iterator[Finding]:
    """The two years at which the sheets meet, where what leaves the one does not arrive in the other."""
    tables = [list(budget_years(sheet)) for sheet in (pair.earlier, pair.later)]
    if pair.beside or any(len(found) != 1 for found in tables):
        return
    (old,), (new,) = tables
    for n, last in enumerate(old):
        after = [column for column in new if column.nendo.year > last.nendo.year]
        printed = any(column.nendo == last.nendo and _figure(column, _OUT) for column in new)
        if after and not printed and after[0].nendo.year == last.nendo.year + 1:
            table = _joined([*old[: n + 1], *after])
            told = {path for found in carry_over.check(table, by) for path in _paths(found)}
            out, into = _figure(last, _OUT), _figure(after[0], _IN)
            if out and into and into.value and into.value > 0 and _cell(table, into) in told:
                yield _finding(pair, (last, out), (after[0], into), by)


def _figure(column: BudgetYear, kinds: tuple[BudgetRowKind, ...]) -> Figure | None:
    return next((figure for kind in kinds if (figure := column.figure(kind))), None)


def _joined(columns: list[BudgetYear]) -> Sheet:
    """A table of what the years of both sheets carry over and spend, each amount with the unit its row gave it."""
    rows = []
    for kind in _KINDS:
        figures = [figure for column in columns if (figure := column.figure(kind))]
        amounts = tuple(figure.amount.model_copy(update={"unit": figure.unit}) for figure in figures)
        rows.append(BudgetRow(label="", kind=kind, amounts=amounts))
    return Sheet(budgets=(Budget(rows=tuple(rows)),))


def _paths(found: Finding) -> list[str]:
    return [found.path, *(one.path for one in found.evidence)]


def _cell(table: Sheet, figure: Figure) -> str:
    """Where a figure stands in the joined table."""
    r = _KINDS.index(figure.kind)
    amounts = table.budgets[0].rows[r].amounts
    return next(f"/budgets/0/rows/{r}/amounts/{n}" for n, one in enumerate(amounts) if one.years == figure.amount.years)


def _finding(
    pair: Pair, leaving: tuple[BudgetYear, Figure], entering: tuple[BudgetYear, Figure], by: Tolerances
) -> Finding:
    (last, out), (first, into) = leaving, entering
    left, entered = years([last.nendo]), years([first.nendo])
    allowed = "" if by.carried is None else f"{by.carried:,f}"
    total = first.figure(BudgetRowKind.TOTAL)
    return CHECK.finding(
        into.path,
        Contrast(out.text, into.text),
        Message(
            ja=f"前の表の{left.ja}から翌年度への繰越し{out.text}が、{entered.ja}の受入れ{into.text}と一致しません"
            f"{f'（許容差{allowed}）' if allowed else ''}。",
            en=f"What the earlier sheet carries out of {left.en}, {out.text}, is not what is carried into {entered.en}, "
            f"{into.text}{f' (tolerance {allowed})' if allowed else ''}.",
        ),
        evidence(pair.later, *([total.path] if total and total.amount.text.strip() else [])),
    )

"""翌年度への繰越しが、翌年度の表と合わない / What is carried out of a year is not carried into the next

規則: 予算の表で、ある年度の繰越し等が負の額（翌年度への繰越し）、翌年度の繰越し等が正の額（前年度からの繰越し）であるとき、二つの額は
等しくなければならない（丸めのため、最後の桁の一単位までの差を認める。許容差を設定したときはその額まで）。翌年度への繰越しと
前年度からの繰越しが別の行に印刷されている表では、その二つを比べる。
Rule: Where a budget table prints a negative carry-over for one year (money carried out) and a positive one for the next (money
carried in), the two amounts must be equal, within one unit of the last digit because each may be rounded (or within the
tolerance that is set). A table with a row for each, carried out and carried in, is compared by those rows.

適用しない場合: 一つの行に受入れと繰越しが差し引きで印刷されている（かもしれない）表では、差は繰越しの誤りを意味しない。余りを次の年度へ送れば
受入れは少なく、前の年度から受け入れていれば多く見えるためである。そこで、執行額のまだない最後の年度（余りを送れない）の受入れが少ないときと、
数字の順が入れ替わっているか、一字だけ違うか脱落している（差引きでは説明しにくい）ときだけ指摘する。2017～2022年度の行政事業レビューシートを
差引きにした4,540組で、指摘は6件、うち4件が実際の食い違いだった。内数のとき。単位が異なるとき。
Does not apply: Where one row prints what came in less what went out, or may do so, a difference is no fault: what is passed on
makes the money taken in look less, what was taken in before makes it look more. So it is told only if too little arrives in the
last year, whose execution is still to come and which can have passed on nothing; and if digits are in another order, or one is
changed or dropped, as hardly any net explains. Of 4,540 pairs of years of the review sheets of 2017 to 2022, turned into nets,
6 are told and 4 are true. To parts of other amounts (内数); to different units.

良い例: 繰越し等が、27年度は▲830、28年度は830。
Right: Carry-over of -830 in fiscal 2015 and 830 in fiscal 2016.

悪い例: 繰越し等が、27年度は▲830、28年度は380。
Wrong: Carry-over of -830 in fiscal 2015 and 380 in fiscal 2016.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from monosashi.auditing.budget_years import BudgetYear, Figure, budget_years
from monosashi.auditing.check import Check, Contrast
from monosashi.model import BudgetRowKind, Finding, Message, Severity, Sheet, Tolerances
from monosashi.model.measuring.arithmetic import decimals_of, difference, shown
from monosashi.model.measuring.printed import evidence
from monosashi.model.measuring.wording import years

CHECK = Check("carry-over", Severity.ERROR, version=2)
#: With fewer digits any two amounts differ by one.
_FEWEST_DIGITS = 3


@dataclass(frozen=True)
class _Pair:
    """Money that leaves one year, and money that enters the next."""

    out: tuple[BudgetYear, Figure, Decimal]
    into: tuple[BudgetYear, Figure, Decimal]

    def allowed(self, by: Tolerances) -> Decimal:
        """How far they may stand apart: as set, else because each of them is rounded to the digits it prints."""
        if by.carried is not None:
            return by.carried
        return Decimal(1).scaleb(-min(decimals_of(self.out[2]), decimals_of(self.into[2])))

    def is_equal(self, by: Tolerances) -> bool:
        """Whether they are one amount."""
        return difference(abs(self.out[2]), abs(self.into[2])) <= self.allowed(by)


def check(sheet: Sheet, by: Tolerances) -> Iterator[Finding]:
    """Each budget table in which money leaves a year and does not arrive in the next."""
    for columns in budget_years(sheet):
        if stated := [pair for before, after in pairwise(columns) if (pair := _stated(before, after))]:
            wrong = [pair for pair in stated if not pair.is_equal(by)]
        else:
            wrong = _wrong_nets(columns, by)
        if wrong:
            yield _finding(sheet, wrong, by)


def _stated(before: BudgetYear, after: BudgetYear) -> _Pair | None:
    """What one year passes on and the next takes in, where the table has a row for each."""
    out, into = before.figure(BudgetRowKind.CARRIED_OUT), after.figure(BudgetRowKind.CARRIED_IN)
    if not out or not into or out.value is None or into.value is None or not before.one_unit(out, into):
        return None
    return _Pair((before, out, out.value), (after, into, into.value)) if _follow(before, after) else None


def _follow(before: BudgetYear, after: BudgetYear) -> bool:
    return after.nendo.year == before.nendo.year + 1


def _wrong_nets(columns: list[BudgetYear], by: Tolerances) -> list[_Pair]:
    """The pairs of years that no net explains, in a table whose one row may print what came in less what went out."""
    carried = {column.nendo.year: figure.value for column in columns if (figure := _carried(column))}
    unequal = [pair for b, a in pairwise(columns) if (pair := _pair(b, a)) and not pair.is_equal(by)]
    return [pair for pair in unequal if _cannot_pass_on(pair, columns) or _is_slip(pair, carried)]


def _carried(column: BudgetYear) -> Figure | None:
    return column.figure(BudgetRowKind.CARRIED)


def _pair(before: BudgetYear, after: BudgetYear) -> _Pair | None:
    """Two years in a row, the first with money carried out and the second with money carried in."""
    out, into = _carried(before), _carried(after)
    if not out or not into or out.value is None or into.value is None or not before.one_unit(out, into):
        return None
    if not _follow(before, after) or not out.value < 0 < into.value:
        return None
    return _Pair((before, out, out.value), (after, into, into.value))


def _cannot_pass_on(pair: _Pair, columns: list[BudgetYear]) -> bool:
    """Whether less arrived than left, in a year that is still running: nothing of it can have been passed on, and what
    left the year before was this much at least."""
    last = columns[-1]
    return pair.into[0] is last and not _is_executed(last) and _is_executed(pair.out[0]) and pair.into[2] < -pair.out[2]


def _is_executed(column: BudgetYear) -> bool:
    """Whether an execution, or why there is none yet, is printed for the year."""
    figure = column.figure(BudgetRowKind.EXECUTED)
    return figure is not None and not figure.nothing


def _is_slip(pair: _Pair, carried: dict[int, Decimal | None]) -> bool:
    """Whether the two amounts look like one that was misprinted, where nothing hints at a net: the year before takes in
    or prints nothing, and nothing enters the year after."""
    out, into = -pair.out[2], pair.into[2]
    earlier, later = carried.get(pair.out[0].nendo.year - 1), carried.get(pair.into[0].nendo.year + 1)
    if (earlier is not None and earlier < 0) or (later is not None and later > 0):
        return False
    if _is_reordered(out, into):
        return True
    return not earlier and not later and (into < out or earlier == 0) and _is_one_digit_off(out, into)


def _is_reordered(left: Decimal, right: Decimal) -> bool:
    one, other = f"{left:f}", f"{right:f}"
    return len(one) >= _FEWEST_DIGITS and sorted(one) == sorted(other)


def _is_one_digit_off(left: Decimal, right: Decimal) -> bool:
    """Whether one digit is changed, or dropped."""
    one, other = sorted((f"{left:f}", f"{right:f}"), key=len)
    if len(one) < _FEWEST_DIGITS:
        return False
    if len(one) == len(other):
        return sum(a != b for a, b in zip(one, other, strict=True)) == 1
    return any(one == other[:n] + other[n + 1 :] for n in range(len(other)))


def _finding(sheet: Sheet, wrong: list[_Pair], by: Tolerances) -> Finding:
    ja = "、".join(
        f"{years([p.out[0].nendo]).ja}の{p.out[1].text}と{years([p.into[0].nendo]).ja}の{p.into[1].text}" for p in wrong
    )
    en = "; ".join(
        f"{years([p.out[0].nendo]).en} {p.out[1].text}, {years([p.into[0].nendo]).en} {p.into[1].text}" for p in wrong
    )
    first = wrong[0]
    off = f"{shown(first.allowed(by))}{first.out[1].unit}"
    return CHECK.finding(
        first.into[1].path,
        Contrast(f"{abs(first.out[2]):,f}{first.out[1].unit}", first.into[1].text),
        Message(
            ja=f"翌年度への繰越しと、翌年度の繰越しの受入れが一致しません（{ja}。許容差{off}）。",
            en=f"What is carried out of a year is not what is carried into the next ({en}; tolerance {off}).",
        ),
        evidence(sheet, *(figure.path for pair in wrong for _, figure, _ in (pair.out, pair.into))),
    )

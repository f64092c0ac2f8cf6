"""翌年度への繰越しが、翌年度の表と合わない / What is carried out of a year is not carried into the next

規則: 予算の表で、ある年度の繰越し等が負の額（翌年度への繰越し）、翌年度の繰越し等が正の額（前年度からの繰越し）であるとき、二つの額は
等しくなければならない（丸めのため、最後の桁の一単位までの差を認める。許容差を設定したときはその額まで）。翌年度への繰越しと
前年度からの繰越しが別の行に印刷されている表では、その二つを比べる。
Rule: Where a budget table prints a negative carry-over for one year (money carried out) and a positive one for the next (money
carried in), the two amounts must be equal, within one unit of the last digit because each may be rounded (or within the
tolerance that is set). A table with a row for each, carried out and carried in, is compared by those rows.

適用しない場合: 繰越し等が、前年度からの受入れと翌年度への繰越しとの差引きかもしれないとき。すなわち、前の年度も負の額のとき、または次の年度も正の
額のとき。同じ表のほかの年度の繰越しが一致していれば差引きではないとみなす。そうでなければ、数字の順が入れ替わっているとき、
または前後の年度の繰越し等が0か印刷されておらず、余りを次の年度へ送っても前の年度から受け入れてもいないか、数字が一字だけ違うか脱落しているときだけ指摘する。
内数のとき。単位が異なるとき。
Does not apply: Where a carry-over may be a net of money taken in and money passed on: the year before is negative too, or the
year after positive too. Where another pair of years in the table agrees, the table is taken to print no nets. Elsewhere a
difference is told only if the digits are in another order; or if the years around print nil or nothing and no net explains it
(the rest was not passed on, or nothing had been taken in), or one digit is changed or dropped. To parts of other amounts (内数);
to different units.

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
    """The pairs of years that cannot be nets, in a table whose one row may print what came in less what went out."""
    carried = {column.nendo.year: figure for column in columns if (figure := _carried(column))}
    pairs = [pair for before, after in pairwise(columns) if (pair := _pair(before, after, carried))]
    exact = any(pair.is_equal(by) for pair in pairs)
    return [pair for pair in pairs if not pair.is_equal(by) and (exact or _is_told(pair, carried))]


def _carried(column: BudgetYear) -> Figure | None:
    return column.figure(BudgetRowKind.CARRIED)


def _pair(before: BudgetYear, after: BudgetYear, carried: dict[int, Figure]) -> _Pair | None:
    """Two years in a row, the first with money carried out and the second with money carried in, neither a net."""
    out, into = carried.get(before.nendo.year), carried.get(after.nendo.year)
    if not out or not into or out.value is None or into.value is None or not before.one_unit(out, into):
        return None
    if not _follow(before, after) or not out.value < 0 < into.value:
        return None
    earlier, later = _value(carried, before.nendo.year - 1), _value(carried, after.nendo.year + 1)
    if (earlier is not None and earlier < 0) or (later is not None and later > 0):
        return None
    return _Pair((before, out, out.value), (after, into, into.value))


def _value(carried: dict[int, Figure], year: int) -> Decimal | None:
    return carried[year].value if year in carried else None


def _is_told(pair: _Pair, carried: dict[int, Figure]) -> bool:
    """Whether no net explains the difference, in a table where no other pair agrees. Digits in another order are no
    net. Otherwise nothing may be carried around the pair; and too little arrived though nothing was passed on, or too
    much though nothing had been taken in, or one digit is changed or dropped."""
    out, into = -pair.out[2], pair.into[2]
    earlier = _value(carried, pair.out[0].nendo.year - 1)
    later = _value(carried, pair.into[0].nendo.year + 1)
    if _is_reordered(out, into):
        return True
    if earlier or later:
        return False
    return (later if into < out else earlier) == 0 or _is_one_digit_off(out, into)


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

"""翌年度への繰越しが、翌年度の表と合わない / What is carried out of a year is not carried into the next

規則: 予算の表で、ある年度の繰越し等が負の額（翌年度への繰越し）、翌年度の繰越し等が正の額（前年度からの繰越し）であるとき、二つの額は
等しくなければならない。
Rule: Where a budget table prints a negative carry-over for one year (money carried out) and a positive one for the next (money
carried in), the two amounts must be equal.

適用しない場合: 繰越し等が、前年度からの受入れと翌年度への繰越しとの差引きかもしれないとき。すなわち、前の年度も負の額のとき、または次の年度も正の
額のとき。前後の年度が印刷されていないときや0でないときは、同じ表のほかの年度の繰越しがちょうど一致しているか、二つの額の数字が一字の違い、
一字の脱落、または入替えであるときに限って指摘する。内数のとき。単位が異なるとき。
Does not apply: Where a carry-over may be a net of money taken in and money passed on: the year before is negative too, or the
year after positive too. Where those years are not printed, or not nil, a difference is told only if another pair of years in the
table is carried over exactly, or if the two amounts look like a slip: one digit changed or dropped, or digits in another order.
To parts of other amounts (内数); to different units.

良い例: 繰越し等が、27年度は▲830、28年度は830。
Right: Carry-over of -830 in fiscal 2015 and 830 in fiscal 2016.

悪い例: 繰越し等が、27年度は▲830、28年度は380。
Wrong: Carry-over of -830 in fiscal 2015 and 380 in fiscal 2016.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from monosashi.auditing.arithmetic import agree
from monosashi.auditing.budget_years import BudgetYear, Figure, budget_years
from monosashi.auditing.check import Check, Contrast
from monosashi.auditing.printed import evidence
from monosashi.auditing.wording import years
from monosashi.model import BudgetRowKind, Finding, Message, Severity, Sheet

CHECK = Check("carry-over", Severity.ERROR)
#: With fewer digits any two amounts differ by one.
_FEWEST_DIGITS = 3


@dataclass(frozen=True)
class _Pair:
    """Money that leaves one year, and money that enters the next."""

    out: tuple[BudgetYear, Figure, Decimal]
    into: tuple[BudgetYear, Figure, Decimal]

    @property
    def equal(self) -> bool:
        return agree(-self.out[2], self.into[2])


def check(sheet: Sheet) -> Iterator[Finding]:
    """Each budget table in which money leaves a year and does not arrive in the next."""
    for columns in budget_years(sheet):
        carried = {column.nendo.year: figure for column in columns if (figure := _carried(column))}
        pairs = [pair for before, after in pairwise(columns) if (pair := _pair(before, after, carried))]
        exact = any(pair.equal for pair in pairs)
        wrong = [pair for pair in pairs if not pair.equal and (exact or _is_told(pair, carried))]
        if wrong:
            yield _finding(sheet, wrong)


def _carried(column: BudgetYear) -> Figure | None:
    return column.figure(BudgetRowKind.CARRIED)


def _pair(before: BudgetYear, after: BudgetYear, carried: dict[int, Figure]) -> _Pair | None:
    """Two years in a row, the first with money carried out and the second with money carried in, neither a net."""
    out, into = carried.get(before.nendo.year), carried.get(after.nendo.year)
    if not out or not into or out.value is None or into.value is None or not before.one_unit(out, into):
        return None
    if after.nendo.year != before.nendo.year + 1 or not out.value < 0 < into.value:
        return None
    earlier, later = _value(carried, before.nendo.year - 1), _value(carried, after.nendo.year + 1)
    if (earlier is not None and earlier < 0) or (later is not None and later > 0):
        return None
    return _Pair((before, out, out.value), (after, into, into.value))


def _value(carried: dict[int, Figure], year: int) -> Decimal | None:
    return carried[year].value if year in carried else None


def _is_told(pair: _Pair, carried: dict[int, Figure]) -> bool:
    """Whether nothing else can explain the difference: too little arrived, and nothing was passed on; or too much, and
    nothing had been taken in before; or the digits look like a slip."""
    out, into = -pair.out[2], pair.into[2]
    if into < out:
        explained = _value(carried, pair.into[0].nendo.year + 1)
    else:
        explained = _value(carried, pair.out[0].nendo.year - 1)
    return explained == 0 or _is_slip(out, into)


def _is_slip(left: Decimal, right: Decimal) -> bool:
    """Whether one print can be a slip of the other: digits swapped, one changed, or one dropped."""
    one, other = sorted((f"{left:f}", f"{right:f}"), key=len)
    if len(one) < _FEWEST_DIGITS:
        return False
    if len(one) == len(other):
        return sorted(one) == sorted(other) or sum(a != b for a, b in zip(one, other, strict=True)) == 1
    return any(one == other[:n] + other[n + 1 :] for n in range(len(other)))


def _finding(sheet: Sheet, wrong: list[_Pair]) -> Finding:
    ja = "、".join(
        f"{years([p.out[0].nendo]).ja}の{p.out[1].text}と{years([p.into[0].nendo]).ja}の{p.into[1].text}" for p in wrong
    )
    en = "; ".join(
        f"{years([p.out[0].nendo]).en} {p.out[1].text}, {years([p.into[0].nendo]).en} {p.into[1].text}" for p in wrong
    )
    first = wrong[0]
    return CHECK.finding(
        first.into[1].path,
        Contrast(f"{-first.out[2]:,f}{first.out[1].unit}", first.into[1].text),
        Message(
            ja=f"翌年度への繰越しと、翌年度の繰越しの受入れが一致しません（{ja}）。",
            en=f"What is carried out of a year is not what is carried into the next ({en}).",
        ),
        evidence(sheet, *(figure.path for pair in wrong for _, figure, _ in (pair.out, pair.into))),
    )

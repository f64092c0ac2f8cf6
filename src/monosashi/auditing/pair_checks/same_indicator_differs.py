"""同じ年度の別の表に、同じ指標が別の値で載っている / Another sheet of the year prints the same indicator with another value

規則: 同じ年度の二つの政策の表に同じ名前の指標があるとき、同じ年度の基準値、目標値、年度目標、実績値は等しくなければならない。印刷の桁が違うときは、
少ない方の桁で比べる。
Rule: Where the sheets of two policies of one year carry an indicator of the same name, its baseline, target, yearly targets and
actuals of the same year must be equal. Prints with different digits are compared in the fewer digits.

適用しない場合: 名前が少しでも違うとき。単位や数え方（累計かどうか）が異なるとき。どちらかが暫定値や速報値であるとき。どちらかが文章のとき。二つの表が同じ政策のもの
であるとき（ほかの検査が比べる）。
Does not apply: Where the names differ at all; where units or the way of counting differ; where either is provisional or a text;
to two sheets of one policy (the other checks compare those).

良い例: 二つの表の「電子で行った人の割合」の令和3年度の実績が、どちらも52.4％。
Right: The share of people who filed online in fiscal 2021 is 52.4 % on both sheets.

悪い例: 一方の表では52.4％、もう一方の表では54.2％。
Wrong: It is 52.4 % on one sheet and 54.2 % on the other.
"""

from collections.abc import Iterator

from monosashi.auditing.changed import Changed, changed, comparable, counted, grouped, told
from monosashi.auditing.check import Check
from monosashi.auditing.pair import Pair, StrandPair
from monosashi.model import Finding, Message, Nendo, Severity, Tolerances
from monosashi.model.folding import key
from monosashi.model.measuring.amounts import same_amount
from monosashi.model.measuring.strand import Point
from monosashi.model.measuring.wording import strand_name

CHECK = Check("same-indicator-differs", Severity.WARNING)

_BASELINE = Message(ja="基準値", en="baseline")
_TARGET = Message(ja="目標値", en="target")
_YEARLY = Message(ja="年度目標", en="yearly target")
_ACTUAL = Message(ja="実績値", en="actual")


def check(pair: Pair, _by: Tolerances) -> Iterator[Finding]:
    """Each measure (or part) that the sheet of another policy prints otherwise."""
    for both in pair.strands if pair.beside else ():
        if key(both.earlier.name) != key(both.later.name):
            continue
        if changes := grouped(_changes(both)):
            name = strand_name(both.later)
            sentence = Message(
                ja=f"{name.ja}の値が、同じ年度の別の表にある同じ名前の指標と違います",
                en=f"{name.en} has other values on another sheet of the year",
            )
            yield told(CHECK, pair.later, sentence, changes)


def _changes(both: StrandPair) -> Iterator[Changed]:
    old, new = both.earlier, both.later
    sides: list[tuple[Message, tuple[Point | None, ...], tuple[Point | None, ...]]] = [
        (_BASELINE, (old.baseline,), (new.baseline,)),
        (_TARGET, (old.target,), (new.target,)),
        (_YEARLY, old.yearly, new.yearly),
        (_ACTUAL, old.actuals, new.actuals),
    ]
    for what, here, there in sides:
        known = {year: point for point in here if point for year in _years(point)}
        for after in there:
            for year in _years(after) if after else ():
                before = known.get(year)
                if before and after and _differ(both, before, after):
                    yield changed(what, (year,), before, after)


def _years(point: Point) -> tuple[Nendo, ...]:
    quantity = point.quantity
    if quantity.mean_of:
        return quantity.mean_of[-1:]
    return (quantity.as_of,) if quantity.as_of else point.years


def _differ(both: StrandPair, before: Point, after: Point) -> bool:
    if before.quantity.provisional or after.quantity.provisional or before.quantity.mean_of != after.quantity.mean_of:
        return False
    if not comparable(both.earlier, before, both.later, after):
        return False
    return not same_amount(counted(both.earlier, before), counted(both.later, after))

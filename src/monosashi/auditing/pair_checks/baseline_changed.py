"""基準値が、前の表から変わった / The baseline is not the earlier sheet's

規則: 同じ指標の、同じ基準年度の基準値が前の表と違うこと、または、同じ目標年度のまま基準年度が変わったことを示す。印刷の桁が違うときは、少ない方の
桁で比べる。
Rule: The baseline of the same indicator for the same year differs from the earlier sheet's, or the baseline's year changed while
the target year stayed. Prints with different digits are compared in the fewer digits.

適用しない場合: どちらかが暫定値や速報値であるとき。目標年度も変わったとき（次の期間の基準である）の基準年度の違い。基準値が前の表になかったとき。
値の数え方が変わったとき（別の検査が示す）。二つの表が、同じ年度の別の政策のものであるとき。
Does not apply: Where either is provisional; to another baseline year where the target year changed, too (it is the next
period's); where the earlier sheet had none; where the way of counting changed (another check tells); to sheets of two policies
of one year.

良い例: 前の表も後の表も、基準値20日（令和2年度）。
Right: Baseline 20 days of fiscal 2020 on both sheets.

悪い例: 前の表の基準値は20日（令和2年度）、後の表は24日（令和2年度）。
Wrong: Baseline 20 days of fiscal 2020 on the earlier sheet, 24 days of fiscal 2020 on the later.
"""

from collections.abc import Iterator

from monosashi.auditing.changed import Changed, changed, comparable, counted, told
from monosashi.auditing.check import Check
from monosashi.auditing.pair import Pair, StrandPair
from monosashi.model import Finding, Message, Nendo, Severity, Tolerances
from monosashi.model.measuring.amounts import same_amount
from monosashi.model.measuring.strand import Point
from monosashi.model.measuring.wording import strand_name

CHECK = Check("baseline-changed", Severity.WARNING)

_VALUE = Message(ja="基準値", en="baseline")
_YEAR = Message(ja="基準年度", en="baseline year")


def check(pair: Pair, _by: Tolerances) -> Iterator[Finding]:
    """Each measure (or part) that the later sheet starts from elsewhere."""
    for both in () if pair.beside else pair.strands:
        if changes := list(_changes(both)):
            name, path = strand_name(both.later), both.later.path
            sentence = Message(
                ja=f"{name.ja}の基準値が、前の表から変わっています",
                en=f"{name.en}: the baseline is not the earlier sheet's",
            )
            yield told(CHECK, pair.later, sentence, changes, f"{path}/baseline/value", f"{path}/baseline/year")


def _changes(both: StrandPair) -> Iterator[Changed]:
    old, new = both.earlier.baseline, both.later.baseline
    if not old or not new or old.quantity.provisional or new.quantity.provisional:
        return
    if not comparable(both.earlier, old, both.later, new):
        return
    moved = _years(old) and _years(new) and _years(old) != _years(new)
    if moved and not _one_period(both):
        return
    if not same_amount(counted(both.earlier, old), counted(both.later, new)):
        yield changed(_VALUE, _years(new), old, new)
    if moved and not both.later.part:
        before, after = ("、".join(map(str, _years(point))) for point in (old, new))
        yield Changed(_YEAR, (), before, after, f"{both.later.path}/baseline/year")


def _years(baseline: Point) -> tuple[Nendo, ...]:
    """The years a baseline is of: those whose mean it is, the one in brackets, or its column's."""
    quantity = baseline.quantity
    return quantity.mean_of or ((quantity.as_of,) if quantity.as_of else baseline.years)


def _one_period(both: StrandPair) -> bool:
    """Whether both sheets aim at one year."""
    old, new = (strand.measure.target.year.nendo for strand in (both.earlier, both.later))
    return old is not None and old == new

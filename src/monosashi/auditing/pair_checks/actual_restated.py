"""公表済みの実績値が、書き換えられた / An actual that was reported is another now

規則: 前の表が実績として示した年度の値が、後の表で別の値になっていること、または値がなくなっていることを示す。実績値の欄と【参考】の過去の実績を、同じ年度どうしで
比べる。前の表の実績の年度が後の表の基準年度であるときは、その基準値も比べる。印刷の桁が違うときは、少ない方の桁で比べる。
Rule: The value of a year that the earlier sheet reported is another one on the later, or is no longer there. Yearly actuals and
past actuals under 【参考】 are compared year by year; so is a baseline of a year for which the earlier sheet printed an actual.
Prints with different digits are compared in the fewer digits.

適用しない場合: 前の値か後の値が暫定値、速報値、見込みであるとき。どちらかが文章のとき。単位や数え方が異なるとき。後の表がその年度を示していない
とき。基準値が何年度かの平均であるとき。二つの表が、同じ年度の別の政策のものであるとき。
Does not apply: Where either is provisional; where either is a text; where units or the way of counting differ; to years the
later sheet does not print; to a baseline that is a mean of years; to sheets of two policies of one year.

良い例: 前の表の令和3年度の実績52.4％、後の表の令和3年度の実績52％。
Right: Actual of fiscal 2021 52.4 % on the earlier sheet, 52 % on the later.

悪い例: 前の表の令和3年度の実績52.4％、後の表の令和3年度の実績54.2％。
Wrong: Actual of fiscal 2021 52.4 % on the earlier sheet, 54.2 % on the later.
"""

from collections.abc import Iterator

from monosashi.auditing.changed import Changed, told
from monosashi.auditing.check import Check
from monosashi.auditing.pair import Pair, StrandPair
from monosashi.auditing.reported import Reported, baseline_of, reported
from monosashi.model import Finding, Message, Nendo, Severity, State, Tolerances
from monosashi.model.folding import unbroken
from monosashi.model.measuring.amounts import one_measure, same_amount
from monosashi.model.measuring.wording import strand_name
from monosashi.model.quantity import print_amount

CHECK = Check("actual-restated", Severity.WARNING)

_WHAT = Message(ja="実績値", en="actual")


def check(pair: Pair, _by: Tolerances) -> Iterator[Finding]:
    """Each measure (or part) of which a reported value is another now."""
    for both in () if pair.beside else pair.strands:
        if changes := list(_changes(pair, both)):
            name = strand_name(both.later)
            sentence = Message(
                ja=f"{name.ja}の実績値が、前の表で示されたものと違います",
                en=f"{name.en}: an actual is not the one the earlier sheet reported",
            )
            yield told(CHECK, pair.later, sentence, changes)


def _changes(pair: Pair, both: StrandPair) -> Iterator[Changed]:
    known, later = reported(pair.earlier, both.earlier), reported(pair.later, both.later)
    base, was = baseline_of(both.later), baseline_of(both.earlier)
    if base and not (was and was.nendo == base.nendo) and base.nendo not in {one.nendo for one in later}:
        later = (*later, base)
    restated = [(old, new) for new in later if (old := _of_year(known, new)) and _differ(old, new)]
    for old, new in restated:
        yield Changed(_WHAT, (new.nendo,), print_amount(old.amount), print_amount(new.amount), new.path)
    if not both.later.part:
        yield from _withdrawn(both, known, {new.nendo for _, new in restated})


def _of_year(known: tuple[Reported, ...], new: Reported) -> Reported | None:
    """The earlier value of a year: from the same kind of place first."""
    of_year = [one for one in known if one.nendo == new.nendo]
    return next((one for one in of_year if one.under_reference == new.under_reference), next(iter(of_year), None))


def _differ(old: Reported, new: Reported) -> bool:
    if old.provisional or new.provisional or old.cumulative != new.cumulative:
        return False
    return one_measure(old.amount.unit, new.amount.unit) and not same_amount(old.amount, new.amount)


def _withdrawn(both: StrandPair, known: tuple[Reported, ...], told: set[Nendo]) -> Iterator[Changed]:
    """A year whose column prints no value any more, unless another place of the later sheet says otherwise already."""
    had = {one.nendo: one for one in known if not one.under_reference and not one.provisional}
    for n, cell in enumerate(both.later.measure.actuals):
        year, text = cell.year.nendo, unbroken(cell.value.text)
        if not year or year not in had or year in told or not text or cell.value.quantity:
            continue
        if cell.state is not State.REPORTED:
            path = f"{both.later.path}/actuals/{n}/value"
            yield Changed(_WHAT, (year,), print_amount(had[year].amount), text, path)

"""期間の途中で、指標が加わった / An indicator joined before the period had ended

規則: 前の表で定めた目標年度がまだ終わっていないのに、後の表に、前の表にない指標があることを示す。その指標には、前に定めた目標も、比べられる過去の表もない。
Rule: The later sheet carries an indicator that the earlier one has not, though target years set there had not ended. Nothing
was set for it before, and no earlier sheet can be compared.

適用しない場合: 前の表の目標年度がすべて終わっているとき、または印刷されていないとき（次の期間の指標とみられる）。二つの表に同じ指標が一つもないとき。
二つの表が、同じ年度の別の政策のものであるとき。
Does not apply: Where all target years of the earlier sheet had ended, or none is printed (the indicator may be the next
period's); where the two sheets share no indicator; to sheets of two policies of one year.

良い例: 令和5年度までの期間が終わり、令和6年度の表に新しい指標がある。
Right: The period to fiscal 2023 is over, and the sheet of fiscal 2024 has a new indicator.

悪い例: 令和5年度までの期間の途中で、令和4年度の表に新しい指標がある。
Wrong: Midway to fiscal 2023 the sheet of fiscal 2022 has a new indicator.
"""

from collections.abc import Iterator

from monosashi.auditing.check import Check, Contrast
from monosashi.auditing.pair import Pair
from monosashi.model import Finding, Message, Severity, Tolerances
from monosashi.model.measuring.printed import evidence
from monosashi.model.measuring.same_wording import shortened
from monosashi.model.measuring.strand import Strand, strands
from monosashi.model.measuring.wording import capital, indicator_name

CHECK = Check("indicator-added", Severity.NOTE)


def check(pair: Pair, _by: Tolerances) -> Iterator[Finding]:
    """Each measure that the earlier sheet has not, within the period that it began."""
    known = {new for new, _ in pair.measures}
    if not known or pair.beside or not _runs(pair):
        return
    for strand in strands(pair.later):
        if not strand.part and strand.path not in known:
            yield _finding(pair, strand)


def _runs(pair: Pair) -> bool:
    """Whether some target year of the earlier sheet had not ended."""
    return any(strand.measure.target.year.nendo and not pair.over(strand) for strand in strands(pair.earlier))


def _finding(pair: Pair, new: Strand) -> Finding:
    name, path = indicator_name(new.indicator), f"{new.path}/name"
    words = shortened(new.name)
    return CHECK.finding(
        path if words else new.path,
        Contrast("", words),
        Message(
            ja=f"{name.ja}（{words}）は、前の表にない指標です。",
            en=f"{capital(name.en)} ({words}) is not on the earlier sheet.",
        ),
        evidence(pair.later, *([f"{new.path}/target/value"] if new.measure.target.value.text.strip() else [])),
    )

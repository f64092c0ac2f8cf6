"""指標の定義が、前の表から変わった / The indicator is no longer defined as before

規則: 同じとみられる指標の名前、アウトプット・アウトカムの別、単位、比率のもとになる額、または累計かどうかが、前の表と違うことを示す。値をそのまま比べてよい
か、読み手が確かめられるようにする。
Rule: The name, the kind (output, outcome), the unit, the two amounts of a ratio or the way of summing (累計) of what is
plainly the same indicator differs from the earlier sheet's, so that a reader may ask whether its values can be compared.

適用しない場合: 字の幅、改行、句読点、注の印だけの違い。名前の中の年度が、表の年度とともに進んだだけのとき。同じ量を表す単位の違い（百万円と千円、か所と箇所）。どちらかに単位や種類が印刷されていないとき。
二つの表が、同じ年度の別の政策のものであるとき。
Does not apply: Where only widths, line breaks, punctuation or note marks differ; where a year in the name moved on with the
sheet's own; to units that only scale or are only spelled
otherwise (百万円 and 千円, か所 and 箇所); where either prints no unit or no kind; to sheets of two policies of one year.

良い例: 「国際会議への参加回数」（回）が、後の表でも「国際会議への参加回数」（回）。
Right: The number of meetings attended is called the same on both sheets.

悪い例: 「国際会議への参加回数」が、後の表では「国際会議等への参加回数」。
Wrong: “Meetings attended” on the earlier sheet is “meetings and other events attended” on the later.
"""

import re
from collections.abc import Iterator

from monosashi.auditing.changed import Changed, told
from monosashi.auditing.check import Check
from monosashi.auditing.pair import Pair, StrandPair, year_of
from monosashi.model import Finding, Kind, Message, Severity, Tolerances
from monosashi.model.folding import fold, key, unbroken
from monosashi.model.measuring.amounts import one_measure, same_amount
from monosashi.model.measuring.same_wording import shortened
from monosashi.model.measuring.strand import Point, Strand
from monosashi.model.measuring.wording import strand_name
from monosashi.model.nendo import YEAR, parse_nendo

CHECK = Check("definition-changed", Severity.WARNING)

_NAME = Message(ja="指標名", en="name")
_KIND = Message(ja="種類", en="kind")
_UNIT = Message(ja="単位", en="unit")
_RATIO = Message(ja="比率のもと", en="ratio's two amounts")
_SUMMED = Message(ja="数え方", en="way of summing")
_KINDS = {Kind.OUTPUT: "アウトプット指標", Kind.OUTCOME: "アウトカム指標"}
_YEAR = re.compile(YEAR)
_PUNCTUATION = re.compile(r"[・、,，。．.「」『』\"'：:/／()\[\]~-]")


def check(pair: Pair, _by: Tolerances) -> Iterator[Finding]:
    """Each measure that is called, counted or made up otherwise."""
    for both in () if pair.beside else pair.strands:
        if both.later.part:
            continue
        if changes := list(_changes(both, (year_of(pair.earlier), pair.year))):
            name = strand_name(both.later)
            sentence = Message(
                ja=f"{name.ja}の定義が、前の表から変わっています",
                en=f"{name.en} is not defined as on the earlier sheet",
            )
            yield told(CHECK, pair.later, sentence, changes)


def _changes(both: StrandPair, years: tuple[int | None, int | None]) -> Iterator[Changed]:
    old, new = both.earlier, both.later
    at = f"{new.path}/name"
    if _plain(old.name) != _plain(new.name) and _moving(old.name, years[0]) != _moving(new.name, years[1]):
        yield Changed(_NAME, (), shortened(unbroken(old.name)), shortened(unbroken(new.name)), at)
    kinds = old.measure.name.kind, new.measure.name.kind
    if kinds[0] and kinds[1] and kinds[0] is not kinds[1]:
        yield Changed(_KIND, (), _KINDS[kinds[0]], _KINDS[kinds[1]], at)
    units = old.measure.unit, new.measure.unit
    if not one_measure(*units):
        yield Changed(_UNIT, (), units[0], units[1], _unit_path(new))
    elif summed := _summed(old, new):
        yield summed
    yield from _ratio(old, new)


def _moving(name: str, year: int | None) -> str:
    """A name whose years are counted from the sheet's own: 「令和3年度の参加者数」 is the next year's 「令和4年度の参加者数」."""

    def away(match: re.Match[str]) -> str:
        nendo = parse_nendo(re.sub(r"\s", "", match.group()))
        return f"<{nendo.year - year}>" if nendo and year else match.group()

    return _plain(_YEAR.sub(away, fold(name)))


def _plain(name: str) -> str:
    """The words of a name: a point, a bracket or a dash more is no other definition."""
    return _PUNCTUATION.sub("", key(name))


def _points(strand: Strand) -> list[Point]:
    return [point for point in (strand.target, strand.baseline, *strand.yearly, *strand.actuals) if point]


def _unit_path(strand: Strand) -> str:
    """Where the later sheet prints the unit: with the first value that has one, in a column, or in the name."""
    printed = next((point.path for point in _points(strand) if point.amount.unit), "")
    return printed or f"{strand.path}/{'counted_in' if strand.measure.counted_in else 'name'}"


def _summed(old: Strand, new: Strand) -> Changed | None:
    """累計 came or went with another number; with the same number it is only said more or less fully."""
    for before, after in ((old.target, new.target), (old.baseline, new.baseline)):
        if not before or not after or old.named_cumulative or new.named_cumulative:
            continue
        sums = before.quantity.cumulative, after.quantity.cumulative
        if sums[0] != sums[1] and not same_amount(before.amount, after.amount):
            words = ("累計", "累計でない") if sums[0] else ("累計でない", "累計")
            return Changed(_SUMMED, (), *words, after.path)
    return None


def _ratio(old: Strand, new: Strand) -> Iterator[Changed]:
    """Another ratio in the target or the baseline, where both sheets name its amounts."""
    for before, after in ((old.target, new.target), (old.baseline, new.baseline)):
        if before and after and before.quantity.ratio and after.quantity.ratio:
            was, now = (f"{one.numerator}/{one.denominator}" for one in (before.quantity.ratio, after.quantity.ratio))
            if _plain(was) != _plain(now):
                yield Changed(_RATIO, (), shortened(was), shortened(now), after.path)
                return

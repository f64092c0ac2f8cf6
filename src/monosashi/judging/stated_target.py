"""Which of a measure's printed targets holds for a year.

From the target year on it is the final target; before it that year's own; where the year has none, the final target
holds if it is one for every year (毎年度, 年度ごとに) or names no year, and else it is looked at on the way.
"""

from dataclasses import dataclass

from monosashi.judging.saying import quoted, step, year
from monosashi.model import InputRole, Nendo, Step, Value
from monosashi.model.folding import is_dash, key, unbroken
from monosashi.model.measuring.strand import Strand

_EVERY_YEAR = ("毎年", "各年", "年度ごと", "年度毎")


@dataclass(frozen=True)
class StatedTarget:
    """A printed target: its path and cell, the year it was set for, and whether it is the final one. ``on_the_way``:
    the year judged is before its own."""

    path: str
    value: Value
    role: InputRole
    nendo: Nendo | None
    final: bool = False
    on_the_way: bool = False


def stated_target(strand: Strand, nendo: Nendo | None) -> StatedTarget | None:
    """The target that holds for a year (None: no year is known); None where none is printed."""
    target = strand.measure.target
    final = _states(strand, target.value)
    end = target.year.nendo
    if final and end and nendo and nendo.year >= end.year:
        return _final(strand, nendo)
    if nendo and (own := _own(strand, nendo)):
        return own
    return _final(strand, nendo) if final else None


def states_every_year(strand: Strand) -> bool:
    """Whether the final target is one for each year: 毎年度, 年度ごとに."""
    target = strand.measure.target
    said = bool(target.value.quantity and target.value.quantity.each_year)
    return said or any(word in target.year.text or word in target.value.text for word in _EVERY_YEAR)


def _states(strand: Strand, value: Value) -> bool:
    """Whether the cell states a target of the strand: of the whole, any words; of a part, its number."""
    if strand.part:
        return bool(value.quantity and any(key(one.name) == key(strand.part) for one in value.quantity.parts))
    return bool(value) and not is_dash(value.text)


def _own(strand: Strand, nendo: Nendo) -> StatedTarget | None:
    for n, target in enumerate(strand.measure.targets):
        covers = any(one.nendo and one.nendo.year == nendo.year for one in target.years)
        if covers and _states(strand, target.value):
            return StatedTarget(f"{strand.path}/targets/{n}/value", target.value, InputRole.YEAR_TARGET, nendo)
    return None


def _final(strand: Strand, nendo: Nendo | None) -> StatedTarget:
    target = strand.measure.target
    end = target.year.nendo
    on_the_way = bool(end and nendo and nendo.year < end.year and not states_every_year(strand))
    path = f"{strand.path}/target/value"
    return StatedTarget(path, target.value, InputRole.TARGET, end, final=True, on_the_way=on_the_way)


def which_target(strand: Strand, held: StatedTarget, nendo: Nendo | None, *, every_year: bool) -> Step:
    """The sentence that says which target is held against, and why that one. ``every_year``: it asks the same of each year."""
    text = quoted(strand, held.value.text)
    if not held.final and nendo:
        when = year(nendo)
        ja, en = f"{when.ja}の目標値{text.ja}に照らします。", f"Held against the target for {when.en}, {text.en}."
        return step(ja, en, held.path)
    if held.on_the_way and held.nendo and nendo:
        return _on_the_way(held, nendo, held.nendo, every_year=every_year, ja=text.ja, en=text.en)
    if not held.nendo and not states_every_year(strand):
        return step(
            f"目標年度が印刷されていないので、最終の目標値{text.ja}がどの年度にも当てはまるとみなします。",
            f"No target year is printed, so the final target {text.en} is taken to hold for any year.",
            held.path,
        )
    own = _own(strand, nendo) if nendo else None
    if own and unbroken(own.value.text) != unbroken(held.value.text):
        other = quoted(strand, own.value.text)
        return step(
            f"目標年度なので、最終の目標値{text.ja}に照らします（年度ごとの目標値は{other.ja}です）。",
            f"It is the target year: held against the final target, {text.en} (the year's own target is {other.en}).",
            held.path,
            own.path,
        )
    return step(f"最終の目標値{text.ja}に照らします。", f"Held against the final target, {text.en}.", held.path)


def _on_the_way(held: StatedTarget, nendo: Nendo, end: Nendo, *, every_year: bool, ja: str, en: str) -> Step:
    now, then = year(nendo), year(end)
    none_ja, none_en = f"{now.ja}だけの目標値は印刷されていません。", f"No target is printed for {now.en} itself. "
    if every_year:
        return step(
            f"{none_ja}最終の目標値{ja}は年度ごとに問える目標なので、{then.ja}の前でも当てはまるとみなします。",
            f"{none_en}The final target {en} can be asked of each year, so it is taken to hold before {then.en} too.",
            held.path,
        )
    return step(
        f"{none_ja}{then.ja}の最終の目標値{ja}への途中として見ます。まだ届いていなくても、未達成とはしません。",
        f"{none_en}It is seen as on the way to the final target {en} of {then.en}: not to have reached it yet is no miss.",
        held.path,
    )

"""One measure in two sheets: its name, kind, unit, baseline, targets and actuals."""

from collections.abc import Iterator

from monosashi.model import Kind, Measure, Message, PrintedNendo
from monosashi.model.indicator import plan_tag
from monosashi.model.measuring.matching import Item
from monosashi.model.measuring.same_wording import same_sign, same_wording
from monosashi.office.compare.comparison import Change
from monosashi.office.compare.kinds import ChangeKind
from monosashi.office.compare.telling import Spot, Subject, both, moved, told
from monosashi.office.compare.value_changes import Units, ValueAt, value_change
from monosashi.office.compare.values import same_year
from monosashi.office.compare.yearly import actual_changes, mark_changes, yearly_target_changes
from monosashi.office.compare.years import Reaches

_KINDS = {
    Kind.OUTPUT: Message(ja="アウトプット指標", en="output"),
    Kind.OUTCOME: Message(ja="アウトカム指標", en="outcome"),
    None: Message(ja="記載なし", en="not stated"),
}
_BASELINE, _BASELINE_YEAR = Message(ja="基準値", en="baseline"), Message(ja="基準年度", en="baseline year")
_TARGET, _TARGET_YEAR = Message(ja="目標値", en="target"), Message(ja="目標年度", en="target year")


def measure_changes(
    subject: Subject, old: Item[Measure], new: Item[Measure], reaches: Reaches, score: float
) -> Iterator[Change]:
    """What changed of one measure, in the order of the columns."""
    units = Units(old.noun.counted_in or old.noun.name.unit, new.noun.counted_in or new.noun.name.unit)
    values = [
        *_end_changes(subject, old, new, units),
        *yearly_target_changes(subject, old, new, reaches, units),
        *actual_changes(subject, old, new, reaches, units),
        *mark_changes(subject, old, new, reaches),
    ]
    yield from _name_changes(subject, old, new, score)
    yield from _unit_changes(subject, old, new)
    yield from units.changes(subject)
    yield from values
    if not same_sign(old.noun.mark.text, new.noun.mark.text):
        marks = both(lambda item: Spot(f"{item.path}/mark", item.noun.mark.text), old, new)
        yield moved(subject, ChangeKind.JUDGEMENT_CHANGED, Message(ja="達成の判定", en="judgement"), marks)


def _unit_changes(subject: Subject, old: Item[Measure], new: Item[Measure]) -> Iterator[Change]:
    """The unit that stands apart from the values: in a column of its own, or in the name."""
    unit = Message(ja="単位", en="unit")
    if not same_wording(old.noun.counted_in, new.noun.counted_in):
        columns = both(lambda item: Spot(f"{item.path}/counted_in", item.noun.counted_in), old, new)
        yield moved(subject, ChangeKind.UNIT_CHANGED, unit, columns)
    if not same_wording(old.noun.name.unit, new.noun.name.unit):
        names = both(lambda item: Spot(f"{item.path}/name", item.noun.name.unit), old, new)
        yield moved(subject, ChangeKind.UNIT_CHANGED, unit, names)


def _name_changes(subject: Subject, old: Item[Measure], new: Item[Measure], score: float) -> Iterator[Change]:
    before, after = old.noun.name, new.noun.name
    if not same_wording(before.name, after.name):
        name = Message(ja="指標名", en="name")
        spots = (Spot(f"{old.path}/name", before.name), Spot(f"{new.path}/name", after.name))
        yield moved(subject, ChangeKind.INDICATOR_REWORDED, name, spots, score=score)
    tags = both(lambda item: Spot(f"{item.path}/name", plan_tag(item.noun.name.text)), old, new)
    if not same_wording(tags[0].text, tags[1].text):
        what = Message(ja="計画の指標としての表示", en="tag that names a plan")
        yield moved(subject, ChangeKind.INDICATOR_REWORDED, what, tags)
    if before.kind != after.kind:
        was, now = _KINDS[before.kind], _KINDS[after.kind]
        message = Message(
            ja=f"{subject.name.ja}の種類が{was.ja}から{now.ja}に変わりました。",
            en=f"{subject.name.en}: its kind changed from {was.en} to {now.en}.",
        )
        spots = (Spot(f"{old.path}/name", was.ja), Spot(f"{new.path}/name", now.ja))
        yield told(subject, ChangeKind.KIND_CHANGED, spots, message)


def _end_changes(subject: Subject, old: Item[Measure], new: Item[Measure], units: Units) -> Iterator[Change]:
    """Baseline and target, each with its year."""
    was, now = old.noun, new.noun
    bases = both(lambda item: ValueAt(f"{item.path}/baseline/value", item.noun.baseline.value), old, new)
    yield from value_change(subject, ChangeKind.BASELINE_MOVED, _BASELINE, bases, units)
    if not same_year(was.baseline.year, now.baseline.year):
        spots = _year(old, "baseline", was.baseline.year), _year(new, "baseline", now.baseline.year)
        yield moved(subject, ChangeKind.BASELINE_YEAR_MOVED, _BASELINE_YEAR, spots)
    aims = both(lambda item: ValueAt(f"{item.path}/target/value", item.noun.target.value), old, new)
    yield from value_change(subject, ChangeKind.TARGET_MOVED, _TARGET, aims, units)
    if not same_year(was.target.year, now.target.year):
        spots = _year(old, "target", was.target.year), _year(new, "target", now.target.year)
        yield moved(subject, ChangeKind.TARGET_YEAR_MOVED, _TARGET_YEAR, spots)


def _year(item: Item[Measure], end: str, year: PrintedNendo) -> Spot:
    return Spot(f"{item.path}/{end}/year", year.text, value=year.nendo is not None)

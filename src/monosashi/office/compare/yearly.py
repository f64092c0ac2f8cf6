"""What a measure prints year by year: targets, and actuals or the way in which they are missing."""

from collections.abc import Iterator

from monosashi.model import Measure, Message, Nendo, PrintedNendo, State
from monosashi.model.measuring.matching import Item
from monosashi.model.measuring.same_wording import printed, same_sign, same_wording
from monosashi.office.compare.comparison import Change
from monosashi.office.compare.kinds import ChangeKind
from monosashi.office.compare.telling import NOWHERE, Spot, Subject, moved, told, year_name, year_names
from monosashi.office.compare.value_changes import Units, ValueAt, value_change
from monosashi.office.compare.years import Reaches, YearPair, by_year, paired

_STATES = {
    State.REPORTED: Message(ja="報告済み", en="reported"),
    State.NOT_YET: Message(ja="まだ実績なし", en="no actual yet"),
    State.COMPILING: Message(ja="集計中", en="being compiled"),
    State.NOT_SURVEYED: Message(ja="調査なし", en="not surveyed"),
    State.NOT_PUBLISHED: Message(ja="未公表", en="not published"),
    State.NOT_APPLICABLE: Message(ja="該当なし", en="not applicable"),
    State.UNSTATED: Message(ja="実績の記載なし", en="actual not stated"),
}
#: A dash turns from the one to the other as the sheet's own year moves on.
_BLANK = frozenset({State.NOT_YET, State.UNSTATED})


def yearly_target_changes(
    subject: Subject, old: Item[Measure], new: Item[Measure], reaches: Reaches, units: Units
) -> Iterator[Change]:
    """Each pair of printed targets once, with the years of which they are said: a target merged over three years is
    compared for each of them, and told once where the other sheet prints one for the same three."""
    years: dict[tuple[ValueAt, ValueAt], list[Nendo | str]] = {}
    for pair in paired(by_year(_targets(old)), by_year(_targets(new)), reaches):
        years.setdefault((pair.before or ValueAt(), pair.after or ValueAt()), []).append(pair.year)
    for (before, after), said in years.items():
        names = year_names(said)
        what = Message(ja=f"{names.ja}の目標値", en=f"target for {names.en}")
        yield from value_change(subject, ChangeKind.YEARLY_TARGET_MOVED, what, (before, after), units)


def _targets(item: Item[Measure]) -> Iterator[tuple[PrintedNendo, ValueAt]]:
    for n, target in enumerate(item.noun.targets):
        for year in target.years:
            yield year, ValueAt(f"{item.path}/targets/{n}/value", target.value)


#: An actual with the path of its value; where a sheet prints none for a year within its reach, without a path.
_ActualAt = tuple[ValueAt, State]


def actual_changes(
    subject: Subject, old: Item[Measure], new: Item[Measure], reaches: Reaches, units: Units
) -> Iterator[Change]:
    """Reported, withdrawn, restated; or missing in another way."""
    for pair in paired(by_year(_actuals(old)), by_year(_actuals(new)), reaches):
        yield from _actual_change(subject, pair, units)


def _actuals(item: Item[Measure]) -> Iterator[tuple[PrintedNendo, _ActualAt]]:
    for n, actual in enumerate(item.noun.actuals):
        yield actual.year, (ValueAt(f"{item.path}/actuals/{n}/value", actual.value), actual.state)


def mark_changes(subject: Subject, old: Item[Measure], new: Item[Measure], reaches: Reaches) -> Iterator[Change]:
    """What a row of its own says of each year: a rate of achievement, ○."""
    for pair in paired(by_year(_marks(old)), by_year(_marks(new)), reaches):
        spots = pair.before or NOWHERE, pair.after or NOWHERE
        if not same_sign(spots[0].text, spots[1].text):
            name = year_name(pair.year)
            what = Message(ja=f"{name.ja}の達成の表示", en=f"mark of {name.en}")
            yield moved(subject, ChangeKind.YEAR_MARK_CHANGED, what, spots)


def _marks(item: Item[Measure]) -> Iterator[tuple[PrintedNendo, Spot]]:
    for n, actual in enumerate(item.noun.actuals):
        yield actual.year, Spot(f"{item.path}/actuals/{n}/mark", actual.mark)


def _actual_change(subject: Subject, pair: YearPair[_ActualAt], units: Units) -> list[Change]:
    blank = (ValueAt(), State.UNSTATED)
    (before, was), (after, now) = pair.before or blank, pair.after or blank
    name = year_name(pair.year)
    what = Message(ja=f"{name.ja}の実績値", en=f"actual of {name.en}")
    match was is State.REPORTED, now is State.REPORTED:
        case True, True:
            return value_change(subject, ChangeKind.ACTUAL_RESTATED, what, (before, after), units)
        case False, True:
            return [moved(subject, ChangeKind.ACTUAL_REPORTED, what, (before.spot, after.spot))]
        case True, False:
            return [moved(subject, ChangeKind.ACTUAL_WITHDRAWN, what, (before.spot, after.spot))]
    if same_wording(before.value.text, after.value.text) and (was is now or {was, now} <= _BLANK):
        return []
    return [_state_change(subject, what, (before, was), (after, now))]


def _state_change(subject: Subject, what: Message, old: _ActualAt, new: _ActualAt) -> Change:
    """Both in the words of the paper, or by the name of the state where the paper has a dash or nothing."""
    texts = [printed(at.value.text) for at, _ in (old, new)]
    states = [_STATES[state] for _, state in (old, new)]
    ja = [f"「{text or state.ja}」" for text, state in zip(texts, states, strict=True)]
    en = [f"“{text}”" if text else state.en for text, state in zip(texts, states, strict=True)]
    message = Message(
        ja=f"{subject.name.ja}の{what.ja}がない理由が{ja[0]}から{ja[1]}に変わりました。",
        en=f"{subject.name.en}: why there is no {what.en} changed from {en[0]} to {en[1]}.",
    )
    return told(subject, ChangeKind.STATE_CHANGED, (old[0].spot, new[0].spot), message)

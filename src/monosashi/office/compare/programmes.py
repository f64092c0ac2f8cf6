"""Programmes: added and ended, renamed and renumbered; what each says of itself, and its money."""

from collections.abc import Iterator

from monosashi.model import Message, Number, Programme, Related, Sheet
from monosashi.model.folding import unbroken
from monosashi.model.mark import plain_number
from monosashi.model.measuring.matching import Item, Match, match
from monosashi.model.measuring.same_measures import MeasureMatch
from monosashi.model.measuring.same_wording import same_wording, shortened, wording
from monosashi.office.compare.comparison import Change
from monosashi.office.compare.indicators import same_number
from monosashi.office.compare.kinds import ChangeKind, Part
from monosashi.office.compare.measures import standing
from monosashi.office.compare.money import money_changes
from monosashi.office.compare.telling import NOWHERE, Spot, Subject, both, came_or_went, moved
from monosashi.office.compare.values import same_year
from monosashi.office.compare.years import money_reach

_KINDS = (ChangeKind.PROGRAMME_ADDED, ChangeKind.PROGRAMME_ENDED)

#: Which matched indicator a number is, on each side: the numbers of a programme are looked up in it.
_Known = tuple[dict[str, int], dict[str, int]]


def programme_changes(before: Sheet, after: Sheet, measures: tuple[MeasureMatch, ...]) -> Iterator[Change]:
    """What changed of the means, in printed order."""
    reaches = money_reach(before), money_reach(after)
    known = _known(before, after, measures)
    for pair in match(_items(before), _items(after)):
        old, new = pair.before, pair.after
        if old and new:
            yield from _name_changes(pair, old, new)
            subject = Subject(Part.PROGRAMMES, _name(new.noun))
            money = (f"{old.path}/money", old.noun.money), (f"{new.path}/money", new.noun.money)
            yield from money_changes(subject, *money, reaches)
            yield from _text_changes(subject, old, new, known)
        else:
            number = unbroken(pair_number(pair))
            subject = Subject(Part.PROGRAMMES, Message(ja=f"達成手段{number}", en=f"Programme {number}".rstrip()))
            yield came_or_went(subject, _KINDS, (_name_spot(old), _name_spot(new)))


def pair_number(pair: Match[Programme]) -> str:
    """The number printed beside a programme that one sheet alone has."""
    return next((item.noun.number.text for item in (pair.after, pair.before) if item), "")


def _items(sheet: Sheet) -> list[Item[Programme]]:
    return [
        Item(f"/programmes/{n}", each, each.name.name, marks=(plain_number(each.number), wording(each.review_number)))
        for n, each in enumerate(sheet.programmes)
    ]


def _name(programme: Programme) -> Message:
    number, name = unbroken(programme.number.text), shortened(programme.name.name)
    return Message(
        ja=f"達成手段{number}「{name}」", en=" ".join(["Programme", *([number] if number else []), f"“{name}”"])
    )


def _name_spot(item: Item[Programme] | None) -> Spot:
    return Spot(item.path, item.noun.name.name) if item else NOWHERE


def _name_changes(pair: Match[Programme], old: Item[Programme], new: Item[Programme]) -> Iterator[Change]:
    subject = Subject(Part.PROGRAMMES, _name(new.noun))
    if not same_number(old.noun.number, new.noun.number):
        numbers = both(lambda item: Spot(f"{item.path}/number", item.noun.number.text, value=True), old, new)
        what = Message(ja="番号", en="number")
        yield moved(subject, ChangeKind.PROGRAMME_RENUMBERED, what, numbers, score=pair.score)
    if not same_wording(old.noun.name.name, new.noun.name.name):
        names = both(lambda item: Spot(f"{item.path}/name", item.noun.name.name), old, new)
        what = Message(ja="名称", en="name")
        yield moved(subject, ChangeKind.PROGRAMME_RENAMED, what, names, score=pair.score)
    what = Message(ja="開始年度", en="starting year")
    if old.noun.start != new.noun.start:
        home = "name" if same_year(old.noun.started, new.noun.started) else "started"
        yield moved(
            subject, ChangeKind.PROGRAMME_START_MOVED, what, both(lambda item: _start_spot(item, home), old, new)
        )
    elif not _same_started(old.noun, new.noun):
        columns = both(_started_spot, old, new)
        yield moved(subject, ChangeKind.PROGRAMME_START_MOVED, what, columns)


def _start_spot(item: Item[Programme], home: str) -> Spot:
    """The year it started in, where it is printed: under the name, in a column of its own, else at ``home``."""
    programme = item.noun
    if programme.name.start or not programme.started:
        start = str(programme.start) if programme.start else ""
        return Spot(f"{item.path}/{'name' if programme.name.start else home}", start, value=True)
    start = str(programme.start) if programme.start else programme.started.text
    return Spot(f"{item.path}/started", start, value=programme.start is not None)


def _started_spot(item: Item[Programme]) -> Spot:
    started = item.noun.started
    return Spot(f"{item.path}/started", started.text, value=started.nendo is not None)


def _same_started(old: Programme, new: Programme) -> bool:
    """Whether the columns of the starting year say the same; a year that one sheet prints under the name is the same."""
    if same_year(old.started, new.started):
        return True
    one = old.started if not new.started else new.started
    return not (old.started and new.started) and one.nendo is not None and one.nendo == new.start


def _text_changes(subject: Subject, old: Item[Programme], new: Item[Programme], known: _Known) -> Iterator[Change]:
    if not _same_related(old.noun.related, new.noun.related, known):
        spots = both(lambda item: Spot(f"{item.path}/related", item.noun.related.text), old, new)
        yield moved(subject, ChangeKind.RELATED_CHANGED, Message(ja="関連する指標", en="related indicators"), spots)
    if not same_wording(old.noun.outline, new.noun.outline):
        spots = both(lambda item: Spot(f"{item.path}/outline", item.noun.outline), old, new)
        yield moved(subject, ChangeKind.OUTLINE_CHANGED, Message(ja="概要", en="outline"), spots)
    if not same_wording(old.noun.review_number, new.noun.review_number):
        spots = both(lambda item: Spot(f"{item.path}/review_number", item.noun.review_number), old, new)
        review = Message(ja="行政事業レビュー事業番号", en="review number")
        yield moved(subject, ChangeKind.REVIEW_NUMBER_CHANGED, review, spots)


def _known(before: Sheet, after: Sheet, measures: tuple[MeasureMatch, ...]) -> _Known:
    found: _Known = ({}, {})
    for n, pair in enumerate(measures):
        if pair.before and pair.after:
            for side, sheet, item in ((found[0], before, pair.before), (found[1], after, pair.after)):
                side.setdefault(_plain(standing(sheet, item.path).indicator.number), n)
    return found


def _plain(number: Number) -> str:
    return wording(plain_number(number))


def _same_related(old: Related, new: Related, known: _Known) -> bool:
    """Whether the same indicators are named: by the numbers printed, or by what bears those numbers now, for an
    indicator that was renumbered is the same one."""
    if not old.numbers or not new.numbers:
        return same_wording(old.text, new.text)
    was, now = ({_plain(number) for number in related.numbers} for related in (old, new))
    return was == now or {known[0].get(n, n) for n in was} == {known[1].get(n, n) for n in now}

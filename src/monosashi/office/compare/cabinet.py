"""Cabinet decisions that the policy serves: added and ended; name, day and excerpt of each."""

from collections.abc import Iterator, Sequence

from monosashi.model import CabinetLink, Message, PrintedDate
from monosashi.model.measuring.matching import Item, match
from monosashi.model.measuring.same_wording import same_wording, shortened
from monosashi.office.compare.comparison import Change
from monosashi.office.compare.kinds import ChangeKind, Part
from monosashi.office.compare.telling import NOWHERE, Spot, Subject, both, came_or_went, moved

_KINDS = (ChangeKind.CABINET_ADDED, ChangeKind.CABINET_ENDED)


def cabinet_changes(before: Sequence[CabinetLink], after: Sequence[CabinetLink]) -> Iterator[Change]:
    """What changed of the decisions, in printed order."""
    for pair in match(_items(before), _items(after)):
        if pair.before and pair.after:
            yield from _link_changes(pair.before, pair.after, pair.score)
        else:
            subject = Subject(Part.CABINET, Message(ja="内閣の重要政策", en="Cabinet decision"))
            yield came_or_went(subject, _KINDS, (_spot(pair.before), _spot(pair.after)))


def _items(links: Sequence[CabinetLink]) -> list[Item[CabinetLink]]:
    return [Item(f"/cabinet/{n}", link, link.name) for n, link in enumerate(links)]


def _spot(item: Item[CabinetLink] | None) -> Spot:
    return Spot(item.path, item.noun.name) if item else NOWHERE


def _link_changes(old: Item[CabinetLink], new: Item[CabinetLink], score: float) -> Iterator[Change]:
    name = shortened(new.noun.name)
    subject = Subject(Part.CABINET, Message(ja=f"「{name}」", en=f"“{name}”"))
    if not same_wording(old.noun.name, new.noun.name):
        names = both(lambda item: Spot(f"{item.path}/name", item.noun.name), old, new)
        yield moved(subject, ChangeKind.CABINET_CHANGED, Message(ja="名称", en="name"), names, score=score)
    if not _same_day(old.noun.date, new.noun.date):
        dates = both(lambda item: Spot(f"{item.path}/date", item.noun.date.text, value=True), old, new)
        yield moved(subject, ChangeKind.CABINET_CHANGED, Message(ja="年月日", en="date"), dates)
    if not same_wording(old.noun.excerpt, new.noun.excerpt):
        excerpts = both(lambda item: Spot(f"{item.path}/excerpt", item.noun.excerpt), old, new)
        yield moved(subject, ChangeKind.CABINET_CHANGED, Message(ja="抜粋", en="excerpt"), excerpts)


def _same_day(old: PrintedDate, new: PrintedDate) -> bool:
    if old.date and new.date:
        return old.date == new.date
    return same_wording(old.text, new.text)

"""Rationales: the reasons beside the measures that both sheets have, and the past actuals under 【参考】.

A rationale is known by the measures it stands beside. One that stands beside none is known by its words. What stands
beside an indicator that was added or ended came and went with it.
"""

import re
from collections.abc import Iterator
from itertools import zip_longest

from monosashi.model import Message, Rationale, Reference, Sheet
from monosashi.model.folding import unbroken
from monosashi.model.measuring.matching import Item, match
from monosashi.model.measuring.same_measures import MeasureMatch
from monosashi.model.measuring.same_wording import same_wording, wording
from monosashi.office.compare.comparison import Change
from monosashi.office.compare.kinds import ChangeKind, Part
from monosashi.office.compare.measures import standing
from monosashi.office.compare.telling import NOWHERE, Spot, Subject, moved, year_name
from monosashi.office.compare.years import by_year, paired, reach

_HEAD = re.compile(r"[【\[［(（]\s*参\s*考\s*[】\]］)）]")
_AFTER_A_REFERENCE = re.compile(r"[\s、，,。]*")
_RATIONALE = Message(ja="選定理由", en="rationale")

#: The places of a rationale in the two sheets; None where there is none.
_Pair = tuple[int | None, int | None]


def rationale_changes(before: Sheet, after: Sheet, measures: tuple[MeasureMatch, ...]) -> Iterator[Change]:
    """What changed of the reasons, in the order of the indicators; each rationale once, whatever it stands beside."""
    beside = _beside(before), _beside(after)
    said: set[_Pair] = set()
    for pair in measures:
        if pair.before and pair.after:
            name = standing(after, pair.after.path).name
            old, new = beside[0].get(pair.before.path, []), beside[1].get(pair.after.path, [])
            for places in zip_longest(old, new):
                if places not in said:
                    said.add(places)
                    yield from _pair_changes(before, after, places, Subject(Part.RATIONALES, name))
    for loose in match(_loose(before), _loose(after)):
        name = Message(ja="どの指標のものとも読めない欄", en="A cell beside no indicator")
        places = (_place(loose.before), _place(loose.after))
        yield from _pair_changes(before, after, places, Subject(Part.RATIONALES, name))


def _beside(sheet: Sheet) -> dict[str, list[int]]:
    """The rationales that stand beside each measure."""
    found: dict[str, list[int]] = {}
    for n, rationale in enumerate(sheet.rationales):
        for path in rationale.measures:
            found.setdefault(path, []).append(n)
    return found


def _loose(sheet: Sheet) -> list[Item[Rationale]]:
    """The rationales that stand beside no measure of the sheet."""
    paths = {path for path, _, _ in sheet.measures()}
    return [
        Item(f"/rationales/{n}", rationale, rationale.text)
        for n, rationale in enumerate(sheet.rationales)
        if not paths & set(rationale.measures)
    ]


def _place(item: Item[Rationale] | None) -> int | None:
    return int(item.path.rpartition("/")[2]) if item else None


def _pair_changes(before: Sheet, after: Sheet, places: _Pair, subject: Subject) -> Iterator[Change]:
    old = before.rationales[places[0]] if places[0] is not None else Rationale(text="")
    new = after.rationales[places[1]] if places[1] is not None else Rationale(text="")
    paths = [None if place is None else f"/rationales/{place}" for place in places]
    if same_wording(old.text, new.text):
        return
    reasons = _reasons(old), _reasons(new)
    if not same_wording(*reasons):
        spots = (Spot(paths[0], reasons[0]), Spot(paths[1], reasons[1]))
        yield moved(subject, ChangeKind.RATIONALE_CHANGED, _RATIONALE, spots)
    if None not in places:
        yield from _reference_changes(_references(old, paths[0]), _references(new, paths[1]), subject)


def _reasons(rationale: Rationale) -> str:
    """The words without the past actuals, which are compared year by year."""
    text, at = rationale.text, 0
    for reference in rationale.references:
        start = text.find(reference.year.text, at)
        value = text.find(reference.text, start + len(reference.year.text))
        if start < 0 or value < 0:
            return rationale.text
        end = value + len(reference.text)
        rest = _AFTER_A_REFERENCE.match(text, end)
        text, at = text[:start] + text[rest.end() if rest else end :], start
    return _HEAD.sub("", text) if rationale.references else text


#: A past actual with its path.
_ReferenceAt = tuple[str, Reference]


def _references(rationale: Rationale, path: str | None) -> list[_ReferenceAt]:
    return [(f"{path}/references/{n}", reference) for n, reference in enumerate(rationale.references)]


def _reference_changes(old: list[_ReferenceAt], new: list[_ReferenceAt], subject: Subject) -> Iterator[Change]:
    if bool(old) != bool(new):
        spots = (_all(old), _all(new))
        yield moved(subject, ChangeKind.REFERENCE_CHANGED, Message(ja="参考値", en="list of past actuals"), spots)
        return
    years = [by_year((at[1].year, at) for at in references) for references in (old, new)]
    reaches = reach(at[1].year for at in old), reach(at[1].year for at in new)
    for pair in paired(years[0], years[1], reaches):
        if not _same(pair.before, pair.after):
            name = year_name(pair.year)
            what = Message(ja=f"{name.ja}の参考値", en=f"past actual of {name.en}")
            yield moved(subject, ChangeKind.REFERENCE_CHANGED, what, (_spot(pair.before), _spot(pair.after)))


def _all(references: list[_ReferenceAt]) -> Spot:
    """All past actuals as one text, at the path of the first."""
    text = "、".join(f"{unbroken(each.year.text)}：{unbroken(each.text)}" for _, each in references)
    return Spot(references[0][0], text) if references else NOWHERE


def _same(old: _ReferenceAt | None, new: _ReferenceAt | None) -> bool:
    was, now = old[1] if old else None, new[1] if new else None
    if was and now and was.quantity and now.quantity:
        return was.quantity == now.quantity
    return wording(was.text if was else "") == wording(now.text if now else "")


def _spot(at: _ReferenceAt | None) -> Spot:
    return Spot(at[0], at[1].text, value=at[1].quantity is not None) if at else NOWHERE

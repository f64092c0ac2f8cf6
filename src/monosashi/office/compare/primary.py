"""The mark of a primary indicator: a circle around its number, a sign in a column of its own, an asterisk in its name.

Which of them a form prints is print; that an indicator became a primary one, or is one no more, is told once.
"""

from collections.abc import Iterator

from monosashi.model import Indicator, Measure, Message
from monosashi.model.indicator import plan_tag
from monosashi.model.measuring.matching import Item
from monosashi.model.measuring.same_wording import same_sign, same_wording
from monosashi.office.compare.comparison import Change
from monosashi.office.compare.kinds import ChangeKind
from monosashi.office.compare.measures import Standing
from monosashi.office.compare.telling import Spot, Spots, Subject, both, moved, told


def primary_changes(subject: Subject, old: Standing, new: Standing, numbers: Spots) -> Iterator[Change]:
    """It became a primary indicator or is one no more; or its column prints another sign. ``numbers``: both numbers."""
    columns = both(lambda at: Spot(f"{at.path}/primary_mark", at.indicator.primary_mark), old, new)
    same_column = same_sign(columns[0].text, columns[1].text)
    if old.indicator.primary != new.indicator.primary:
        circles = old.indicator.number.circled != new.indicator.number.circled
        words = _CIRCLE if circles else _MARK
        told_at = numbers if circles else _spots(old, new) if same_column else columns
        yield told(subject, ChangeKind.PRIMARY_CHANGED, told_at, _sentence(subject, words[new.indicator.primary]))
    elif not same_column:
        what = Message(ja="主要な測定指標の欄の印", en="sign in the column of primary indicators")
        yield moved(subject, ChangeKind.PRIMARY_CHANGED, what, columns)


def measure_primary_changes(
    subject: Subject, old: tuple[Standing, Item[Measure]], new: tuple[Standing, Item[Measure]]
) -> Iterator[Change]:
    """Of several measures under one number, one may be marked in its name; what is said of the number is said there."""
    (was_at, was), (now_at, now) = old, new
    alone = len(was_at.indicator.measures) == len(now_at.indicator.measures) == 1
    marked = was.noun.name.primary, now.noun.name.primary
    if marked[0] != marked[1] and not alone and was_at.indicator.primary == now_at.indicator.primary:
        names = Spot(f"{was.path}/name", was.noun.name.text), Spot(f"{now.path}/name", now.noun.name.text)
        yield told(subject, ChangeKind.PRIMARY_CHANGED, names, _sentence(subject, _NAME[marked[1]]))


def same_group(old: Indicator, new: Indicator) -> bool:
    """Whether the names over the sub-indicators say the same; the mark of a primary indicator in them is told apart."""
    if same_wording(old.group, new.group):
        return True
    tags = both(lambda indicator: plan_tag(indicator.group), old, new)
    return old.primary != new.primary and same_wording(old.group_name, new.group_name) and same_wording(*tags)


#: How the sentence ends: by whether it is a primary indicator now.
_CIRCLE = {
    True: Message(
        ja="に○が付き、主要な測定指標になりました。", en=": it is circled now, which makes it a primary indicator."
    ),
    False: Message(
        ja="の○が外れ、主要な測定指標ではなくなりました。",
        en=": it is no longer circled, so no longer a primary indicator.",
    ),
}
_MARK = {
    True: Message(ja="は主要な測定指標になりました。", en=" is a primary indicator now."),
    False: Message(ja="は主要な測定指標ではなくなりました。", en=" is no longer a primary indicator."),
}
_NAME = {
    True: Message(
        ja="の名前に主要な測定指標の印が付きました。", en=": its name carries the mark of a primary one now."
    ),
    False: Message(
        ja="の名前から主要な測定指標の印がなくなりました。",
        en=": its name no longer carries the mark of a primary one.",
    ),
}


def _sentence(subject: Subject, words: Message) -> Message:
    return Message(ja=subject.name.ja + words.ja, en=subject.name.en + words.en)


def _spots(old: Standing, new: Standing) -> Spots:
    """The names in which the mark came or went: the group's, or that of the first measure whose mark did."""
    if not same_wording(old.indicator.group, new.indicator.group):
        return Spot(f"{old.path}/group", old.indicator.group), Spot(f"{new.path}/group", new.indicator.group)
    return _name_spot(old), _name_spot(new)


def _name_spot(at: Standing) -> Spot:
    marked = (m for m, measure in enumerate(at.indicator.measures) if measure.name.primary)
    m = next(marked, 0)
    return Spot(f"{at.path}/measures/{m}/name", at.indicator.measures[m].name.text)

"""Telling a change: from the two sides to a sentence in Japanese and in English.

>>> target = Message(ja="目標値", en="target")
>>> about = Subject(Part.INDICATORS, Message(ja="指標①", en="Indicator ①"))
>>> moved(about, ChangeKind.TARGET_MOVED, target, both(lambda text: Spot("/a", text, value=True), "45件", "60件")).message.ja
'指標①の目標値が45件から60件に変わりました。'
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from monosashi.model import Message, Nendo, YearKind
from monosashi.model.folding import unbroken
from monosashi.model.measuring.same_wording import contrast, printed, shortened
from monosashi.office.compare.comparison import Change
from monosashi.office.compare.kinds import ChangeKind, Part

S = TypeVar("S")
T = TypeVar("T")


@dataclass(frozen=True)
class Spot:
    """One side of a change: its path (None: not there) and what is printed. A ``value`` needs no quotation marks."""

    path: str | None
    text: str
    value: bool = False


NOWHERE = Spot(None, "")
#: The earlier side and the later.
Spots = tuple[Spot, Spot]


def both(read: Callable[[T], S], old: T, new: T) -> tuple[S, S]:
    """The two sides of a change, read the same way."""
    return read(old), read(new)


@dataclass(frozen=True)
class Subject:
    """What a change is about: the part of the sheet, and the name the sentence begins with (empty for the head)."""

    part: Part
    name: Message


CHANGED = Message(ja="変わりました", en="changed")


def moved(
    subject: Subject,
    kind: ChangeKind,
    what: Message,
    spots: Spots,
    verb: Message = CHANGED,
    score: float | None = None,
) -> Change:
    """What was one thing and is another; or was not there, or is no more."""
    before, after = spots
    old, new = contrast(printed(before.text), printed(after.text))
    old_quoted, new_quoted = _quoted(old, before), _quoted(new, after)
    name = subject.name
    here = Message(ja=f"{name.ja}の" if name.ja else "", en=name.en or "The sheet")
    if old and new:
        ja = f"{here.ja}{what.ja}が{old_quoted.ja}から{new_quoted.ja}に{verb.ja}"
        en = f"{f'{name.en}: the {what.en}' if name.en else _capital(what.en)} {verb.en}"
        en = f"{en} from {old_quoted.en} to {new_quoted.en}"
    elif new:
        ja = f"{here.ja}{what.ja}が新たに示されました（{new_quoted.ja}）"
        en = f"{here.en} now states the {what.en} ({new_quoted.en})"
    else:
        ja = f"{here.ja}{what.ja}が示されなくなりました（以前は{old_quoted.ja}）"
        en = f"{here.en} no longer states the {what.en} (before: {old_quoted.en})"
    if score is not None and score < 1:
        ja, en = f"{ja}（類似度{score:.2f}）", f"{en} (likeness {score:.2f})"
    return told(subject, kind, spots, Message(ja=f"{ja}。", en=f"{en}."), score)


def came_or_went(subject: Subject, kinds: tuple[ChangeKind, ChangeKind], spots: Spots) -> Change:
    """A thing that one sheet alone has. ``kinds``: added, ended."""
    before, after = spots
    added = before.path is None
    text = shortened(printed(after.text if added else before.text))
    ja, en = ("加わりました", "was added") if added else ("なくなりました", "ended")
    message = Message(
        ja=f"{subject.name.ja}{f'「{text}」' if text else ''}が{ja}。",
        en=f"{_capital(subject.name.en)}{f' “{text}”' if text else ''} {en}.",
    )
    return told(subject, kinds[0] if added else kinds[1], spots, message)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def told(subject: Subject, kind: ChangeKind, spots: Spots, message: Message, score: float | None = None) -> Change:
    """A change in a sentence of its own."""
    before, after = spots
    return Change(
        kind=kind,
        part=subject.part,
        before_path=before.path,
        after_path=after.path,
        before=unbroken(before.text),
        after=unbroken(after.text),
        message=message,
        score=score,
    )


def _quoted(text: str, spot: Spot) -> Message:
    return Message(ja=text, en=text) if spot.value else Message(ja=f"「{text}」", en=f"“{text}”")


_KINDS = {YearKind.FISCAL: "FY", YearKind.BUSINESS: "business year ", YearKind.CALENDAR: ""}


def year_name(year: Nendo | str) -> Message:
    """令和3年度 / FY2021; as printed where it names no year."""
    if isinstance(year, str):
        return Message(ja=year, en=year)
    return Message(ja=str(year), en=f"{_KINDS[year.kind]}{year.year}")


def year_names(years: list[Nendo | str]) -> Message:
    """令和3年度、令和4年度 / FY2021, FY2022."""
    names = [year_name(year) for year in years]
    return Message(ja="、".join(name.ja for name in names), en=", ".join(name.en for name in names))

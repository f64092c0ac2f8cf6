"""Conflicts: a save that meets another one. Both sides field by field, what does not collide laid together, and a choice for
each field that does."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from monosashi.model import Noun
from monosashi.model.folding import unbroken
from monosashi.model.path import leaves
from monosashi.office.authoring.commitments import (
    changed_commitments,
    require_reason,
    stable_address,
    stable_texts,
    texts_of,
)
from monosashi.office.authoring.drafts import after_saving
from monosashi.office.authoring.editing import edit, slot_address
from monosashi.office.authoring.merging import Collision, Merged, merge
from monosashi.office.authoring.opened_sheet import OpenedSheet, authored_of, open_sheet, told_time
from monosashi.office.authoring.saving_parts import Saved, Typed, reason_of, with_typed
from monosashi.office.authoring.structure import Authored, removed
from monosashi.office.keeping.actor import Actor
from monosashi.office.keeping.saving import Locked, SavedMeanwhile, save
from monosashi.office.refusals import NotAsked
from monosashi.publishing.html import where
from monosashi.publishing.html.words import Words


class ChoiceMissing(NotAsked):
    """A field that two have written into, and no choice between them."""

    def __init__(self, names: str) -> None:
        super().__init__(
            "choice-missing",
            f"「{names}」は二人が別々に書いているので、どちらにするか選んでください。まだ保存していません。",
            f"Two people wrote different texts into {names}: choose one. Nothing is saved yet.",
        )


class Choice(Noun):
    """What a field shall read where two wrote into it: ``mine``, ``theirs``, or ``other`` with a text."""

    side: str
    text: str = ""


@dataclass(frozen=True)
class Side:
    """A field that one side has changed: what it is called, from what to what; of the other side also who did when."""

    name: str
    was: str
    now: str
    who: str = ""
    when: str = ""
    version: int = 0


@dataclass(frozen=True)
class Asked:
    """A collision to be decided."""

    path: str
    name: str
    base: str
    mine: str
    theirs: str
    removed: str
    who: str
    when: str
    version: int


@dataclass(frozen=True)
class ConflictPage:
    """Both sides. ``onto``: the version that stands now, on which the merged sheet will be saved."""

    slug: str
    started_from: int
    onto: int
    mine: tuple[Side, ...]
    theirs: tuple[Side, ...]
    asked: tuple[Asked, ...]


def conflict(actor: Actor, slug: str, typed: Typed, words: Words) -> ConflictPage:
    """What the page of a conflict shows. Raises as ``open_sheet``, ``edit`` and ``done``."""
    sheet = open_sheet(actor, slug)
    base, mine, merged = _merged(sheet, typed)
    who = _who_changed(sheet, typed.started_from)
    asked = []
    for one in merged.collisions:
        stable = stable_address(Authored(merged.sheet, merged.identities), slot_address(merged.sheet, one.path))
        name, when, version = who.get(stable, (sheet.head.author_name, told_time(sheet.head.time), sheet.head.number))
        asked.append(
            Asked(
                one.path,
                where(merged.sheet, one.path, words),
                *(one.base, one.mine, one.theirs, one.removed),
                *(name, when, version),
            )
        )
    return ConflictPage(
        slug,
        typed.started_from,
        sheet.head.number,
        _sides(base, mine, words, {}),
        _sides(base, sheet.authored, words, who),
        tuple(asked),
    )


def save_merged(actor: Actor, slug: str, typed: Typed, onto: int, choices: Mapping[str, Choice], words: Words) -> Saved:
    """Save both sides laid together as the next version after ``onto``. Raises ``ChoiceMissing``, ``ReasonNeeded``,
    ``SavedMeanwhile`` where yet another was saved, and as ``save_typed``."""
    sheet = open_sheet(actor, slug)
    if sheet.locked:
        raise Locked(slug)
    if sheet.head.number != onto:
        raise SavedMeanwhile(slug, onto, sheet.head.number)
    base, _, merged = _merged(sheet, typed)
    now = decided(merged, choices, words)
    require_reason(changed_commitments(sheet.authored, now), typed.reason_code, typed.reason)
    version = save(
        actor,
        slug,
        onto,
        now.sheet,
        reason_code=reason_of(base, now, typed),
        reason=typed.reason.strip(),
        identities=now.identities,
    )
    after_saving(actor, version.sheet, sheet.version(typed.started_from), version, typed.edits)
    return Saved(version=version.number, new=version.number != onto)


def decided(merged: Merged, choices: Mapping[str, Choice], words: Words) -> Authored:
    """The merged sheet with what was chosen. Raises ``ChoiceMissing``."""
    open_ = [one for one in merged.collisions if choices.get(one.path, Choice(side="")).side not in _SIDES]
    if open_:
        raise ChoiceMissing("、".join(where(merged.sheet, one.path, words) for one in open_))
    texts = {one.path: _text(one, choices[one.path]) for one in merged.collisions if not one.removed}
    now = Authored(edit(merged.sheet, texts), merged.identities)
    gone = [one.path for one in merged.collisions if one.removed and choices[one.path].side == one.removed]
    for path in sorted(gone, key=lambda path: [step.zfill(6) for step in path.split("/")], reverse=True):
        now = removed(now, path)
    return now


_SIDES = ("mine", "theirs", "other")


def _text(one: Collision, choice: Choice) -> str:
    return {"mine": one.mine, "theirs": one.theirs, "other": choice.text.replace("\r\n", "\n")}[choice.side]


def _merged(sheet: OpenedSheet, typed: Typed) -> tuple[Authored, Authored, Merged]:
    base = authored_of(sheet.version(typed.started_from))
    mine = with_typed(base, typed)
    return base, mine, merge(base, mine, sheet.authored)


def _who_changed(sheet: OpenedSheet, since: int) -> dict[str, tuple[str, str, int]]:
    """Who last changed each leaf since a version, when, and in which version."""
    found: dict[str, tuple[str, str, int]] = {}
    versions = list(sheet.kept.versions.filter(number__gte=since).order_by("number"))
    for before, after in pairwise(versions):
        olds, news = texts_of(before), texts_of(after)
        for stable in {*olds, *news}:
            if olds.get(stable) != news.get(stable):
                found[stable] = (after.author_name, told_time(after.time), after.number)
    return found


def _sides(base: Authored, now: Authored, words: Words, who: Mapping[str, tuple[str, str, int]]) -> tuple[Side, ...]:
    olds, news = stable_texts(base), stable_texts(now)
    names = {**_names(base, words), **_names(now, words)}
    return tuple(
        Side(names[at], unbroken(olds.get(at, "")), unbroken(news.get(at, "")), *who.get(at, ("", "", 0)))
        for at in dict.fromkeys([*olds, *news])
        if olds.get(at, "") != news.get(at, "")
    )


def _names(one: Authored, words: Words) -> dict[str, str]:
    return {
        stable_address(one, slot_address(one.sheet, path)): where(one.sheet, path, words)
        for path, _ in leaves(one.sheet)
    }

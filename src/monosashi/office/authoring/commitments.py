"""Commitments: the targets, baselines and definitions of measures, by which a policy lets itself be judged.

Who changes one says why, by a code and in words; the one before stays in sight. Filling in a blank changes none. Measures
are told apart by their lasting ids, so that a number or a place that changes is none either.
"""

import re
from functools import lru_cache
from itertools import pairwise

from monosashi.model import Noun, Sheet
from monosashi.model.folding import is_dash, unbroken
from monosashi.model.path import leaves
from monosashi.office.authoring.editing import slot_address
from monosashi.office.authoring.opened_sheet import told_time
from monosashi.office.authoring.structure.authored import Authored
from monosashi.office.keeping.reasons import FOR_COMMITMENTS
from monosashi.office.refusals import NotAsked
from monosashi.store.models import KeptSheet, Version
from monosashi.store.versions import opened

_MEASURE = re.compile(r"(/goals/\d+/levers/\d+/indicators/\d+/measures/\d+)(/.+)")
_COMMITTING = re.compile(r"/(?:name|counted_in|baseline/(?:value|year)|target/(?:value|year)|targets/[^/]+/value)")
#: How many versions a server keeps the texts of.
_REMEMBERED = 1024


class Change(Noun):
    """A commitment that reads otherwise. ``address``: in the sheet after; where the measure is gone, before."""

    address: str
    was: str
    now: str


class Revision(Noun):
    """A commitment's change in a version."""

    was: str
    now: str
    version: int
    who: str
    when: str
    reason_code: str
    reason: str


class ReasonNeeded(NotAsked):
    """A changed commitment without a reason. ``changes``: which."""

    def __init__(self, changes: tuple[Change, ...]) -> None:
        super().__init__(
            "reason-needed",
            "目標値、基準値、指標の定義のいずれかを変えたので、理由が要ります。まだ保存していません（書いたものはこのページにあります）。"
            "理由の種類を選び、説明を書いて、もう一度保存してください。",
            "A target, a baseline or a definition was changed, so a reason is needed. Nothing is saved yet; what you wrote is on "
            "this page. Choose the kind of reason, explain it, and save again.",
        )
        self.changes = changes


def is_commitment(address: str) -> bool:
    """Whether a leaf is a target, a baseline or a definition."""
    match = _MEASURE.fullmatch(address)
    return bool(match and _COMMITTING.fullmatch(match[2]))


def commits(sheet: Sheet, path: str) -> bool:
    """Whether a leaf of a sheet is a commitment that was made: a blank, or a dash, is none yet."""
    text = dict(leaves(sheet)).get(path, "")
    return bool(text.strip()) and not is_dash(text) and is_commitment(slot_address(sheet, path))


def changed_commitments(before: Authored, after: Authored) -> tuple[Change, ...]:
    """The commitments that read otherwise, and the measures that are gone."""
    olds, news = stable_texts(before), stable_texts(after)
    paths = {identity: path for path, identity in after.identities.items()}
    earlier = {identity: path for path, identity in before.identities.items()}
    found = []
    for stable, was in olds.items():
        identity, _, rest = stable.removeprefix("#").partition("/")
        if not stable.startswith("#") or not _COMMITTING.fullmatch(f"/{rest}") or not was.strip() or is_dash(was):
            continue
        if identity not in paths:
            if rest == "name":
                found.append(Change(address=f"{earlier[identity]}/{rest}", was=was, now=""))
        elif unbroken(now := news.get(stable, "")) != unbroken(was):
            found.append(Change(address=f"{paths[identity]}/{rest}", was=was, now=now))
    return tuple(found)


def require_reason(changes: tuple[Change, ...], code: str, words: str) -> None:
    """Raise ``ReasonNeeded`` where commitments change without a coded reason in words."""
    if changes and (code not in FOR_COMMITMENTS or not words.strip()):
        raise ReasonNeeded(changes)


def stable_texts(one: Authored) -> dict[str, str]:
    """Each leaf's text by an address that holds through moves: ``#<id of the measure>/target/value``; other leaves, and the
    yearly values' own years, by their path."""
    found = {}
    for path, text in leaves(one.sheet):
        address = slot_address(one.sheet, path)
        match = _MEASURE.fullmatch(address)
        found[f"#{one.identities[match[1]]}{match[2]}" if match else address] = text
    return found


def stable_address(one: Authored, address: str) -> str:
    """The address that holds through moves, of an address in this sheet."""
    match = _MEASURE.fullmatch(address)
    return f"#{one.identities[match[1]]}{match[2]}" if match and match[1] in one.identities else address


def texts_of(version: Version) -> dict[str, str]:
    """``stable_texts`` of a version."""
    return _texts((version.pk, version.sha256), _Held(version))


class _Held:
    """A version to be opened; equal to every other, so that the cache looks at the key alone."""

    def __init__(self, version: Version) -> None:
        self.version = version

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Held)

    def __hash__(self) -> int:
        return 0


@lru_cache(maxsize=_REMEMBERED)
def _texts(key: tuple[int, str], held: _Held) -> dict[str, str]:
    del key
    return stable_texts(Authored(*opened(held.version)))


def revisions(kept: KeptSheet, now: Authored) -> dict[str, tuple[Revision, ...]]:
    """What was changed of each commitment of a sheet, by its address, the last first."""
    versions = list(kept.versions.order_by("number"))
    found: dict[str, list[Revision]] = {}
    for before, after in pairwise(versions):
        olds, news = texts_of(before), texts_of(after)
        for stable, was in olds.items():
            text = news.get(stable, "")
            if stable.startswith("#") and was.strip() and not is_dash(was) and unbroken(was) != unbroken(text):
                found.setdefault(stable, []).insert(0, revision(after, was, text))
    by_stable = {stable_address(now, f"{path}{rest}"): f"{path}{rest}" for path, rest in _commitments(now)}
    return {by_stable[stable]: tuple(ones) for stable, ones in found.items() if stable in by_stable}


def revision(version: Version, was: str, now: str) -> Revision:
    """What a version changed of a leaf."""
    return Revision(
        was=was,
        now=now,
        version=version.number,
        who=version.author_name,
        when=told_time(version.time),
        reason_code=version.reason_code,
        reason=version.reason,
    )


def _commitments(one: Authored) -> list[tuple[str, str]]:
    found = []
    for path, _ in leaves(one.sheet):
        match = _MEASURE.fullmatch(slot_address(one.sheet, path))
        if match and _COMMITTING.fullmatch(match[2]):
            found.append((match[1], match[2]))
    return found

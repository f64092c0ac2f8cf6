"""Merge: two people's changes of one sheet laid together, field by field.

What only one of them changed stands as that one wrote it. Where both wrote different texts into one field, the field keeps
the other's and a collision holds both. A row that one removed and the other changed stays, and is a collision too. Rows are
told apart as ``matching`` and ``rows`` say. So nothing that either wrote is lost: it stands in the merged sheet or in a
collision.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from monosashi.model import Noun, Sheet
from monosashi.office.authoring.merging.fields import Collision, Collisions, merged_noun, removal
from monosashi.office.authoring.merging.placing import Entity, in_order
from monosashi.office.authoring.merging.rows import LEVELS, Row, matched_rows, tree_of
from monosashi.office.authoring.structure.authored import Authored


class Merged(Noun):
    """The sheet of both, the lasting ids of its measures, and what must be asked."""

    sheet: Sheet
    identities: dict[str, str]
    collisions: tuple[Collision, ...] = ()


def merge(base: Authored, mine: Authored, theirs: Authored) -> Merged:
    """Both changes of ``base`` in one sheet."""
    found: Collisions = []
    known = [_renamed(one.sheet, one.identities) for one in (base, mine, theirs)]
    tree = _Tree(
        [tree_of(sheet, one.identities) for sheet, one in zip(known, (base, mine, theirs), strict=True)], found
    )
    goals = tree.grown()
    without_goals = [sheet.model_copy(update={"goals": ()}) for sheet in known]
    sheet = merged_noun(without_goals[0], without_goals[1], without_goals[2], "", found)
    identities = tree.identities
    paths = {identity: path for path, identity in identities.items()}
    sheet = _renamed(sheet.model_copy(update={"goals": goals}), paths, within=paths)
    return Merged(sheet=sheet, identities=identities, collisions=tuple(found))


def _renamed(sheet: Sheet, names: Mapping[str, str], within: Mapping[str, str] | None = None) -> Sheet:
    """The sheet whose rationales name measures otherwise. ``within``: the names there are; others are left out, and a
    rationale that spoke of nothing else with them."""
    told = []
    for one in sheet.rationales:
        kept = tuple(names.get(name, name) for name in one.measures if within is None or name in within)
        if kept or not one.measures:
            told.append(one if kept == one.measures else one.model_copy(update={"measures": kept}))
    return sheet if tuple(told) == sheet.rationales else sheet.model_copy(update={"rationales": tuple(told)})


class _Tree:
    """Goals, levers, indicators and measures of both."""

    def __init__(self, roots: list[Row], found: Collisions) -> None:
        self._found = found
        self._of: dict[Row, Entity[Row]] = {}
        self._root = _entities(roots, self._of)
        self.identities: dict[str, str] = {}

    def grown(self) -> tuple[Any, ...]:
        """The goals with everything in them."""
        return self._rows(self._root, "", 0)

    def _rows(self, holder: Entity[Row], path: str, level: int) -> tuple[Any, ...]:
        orders = [
            [self._of[row] for row in (side.rows if side else ())] for side in (holder.base, holder.mine, holder.theirs)
        ]
        here = in_order(orders[0], orders[1], orders[2], lambda one: self._holder(one) is holder and self._stays(one))
        return tuple(self._row(one, f"{path}/{LEVELS[level]}/{n}", level + 1) for n, one in enumerate(here))

    def _row(self, one: Entity[Row], path: str, level: int) -> Any:
        below = LEVELS[level] if level < len(LEVELS) else ""
        nouns = [_bare(side.noun, below) if side else None for side in (one.base, one.mine, one.theirs)]
        if one.mine and one.theirs:
            noun: Any = merged_noun(nouns[0], nouns[1], nouns[2], path, self._found)
        else:
            noun = nouns[1] or nouns[2]
            if one.removed and one.left and not self._kept_with(one):
                self._found.append(removal(path, one.removed, one.left.noun))
        if not below:
            row = one.theirs or one.mine
            self.identities |= _ids(path, row)
            return noun
        return noun.model_copy(update={below: self._rows(one, path, level)})

    def _holder(self, one: Entity[Row]) -> Entity[Row] | None:
        """What holds a row in the merged tree: where theirs has moved it to, else where mine has it."""
        sides = {side: self._of[row.holder] for side, row in _sides(one) if row.holder}
        if "theirs" in sides and ("mine" not in sides or sides["theirs"] is not sides.get("base")):
            return sides["theirs"]
        return sides.get("mine")

    def _stays(self, one: Entity[Row]) -> bool:
        if one.mine is None and one.theirs is None:
            return False
        if not one.removed or one.base is None or one.left is None:
            return True
        return self._moved(one) or one.base.noun != one.left.noun or self._kept_with(one)

    def _moved(self, one: Entity[Row]) -> bool:
        sides = {self._of[row.holder] for _, row in _sides(one) if row.holder}
        return len(sides) > 1

    def _kept_with(self, one: Entity[Row]) -> bool:
        """Whether it stays because what holds it does, which the same one has removed."""
        holder = self._holder(one)
        return bool(holder and holder.removed and holder.removed == one.removed and self._stays(holder))


def _ids(path: str, row: Row | None) -> dict[str, str]:
    """A measure's id by its path."""
    return dict(zip([path], row.holds if row else (), strict=False))


def _sides(one: Entity[Row]) -> list[tuple[str, Row]]:
    named = (("base", one.base), ("mine", one.mine), ("theirs", one.theirs))
    return [(side, row) for side, row in named if row is not None]


def _bare(noun: Noun, below: str) -> Noun:
    return noun.model_copy(update={below: ()}) if below else noun


def _entities(roots: list[Row], of: dict[Row, Entity[Row]]) -> Entity[Row]:
    """Each row of the three trees as one entity; the whole as its own."""
    base, mine, theirs = roots
    to_mine, to_theirs = matched_rows(base, mine), matched_rows(base, theirs)
    twins = {
        row: twin for row, twin in matched_rows(mine, theirs).items() if row.holds & twin.holds or row.noun == twin.noun
    }
    for level in range(len(LEVELS) + 1):
        for row in base.walk(level):
            _enter(of, Entity(row, to_mine.get(row), to_theirs.get(row)))
        known_theirs = set(to_theirs.values())
        for row in mine.walk(level):
            if row not in of:
                twin = twins.get(row)
                _enter(of, Entity(None, row, twin if twin not in known_theirs else None))
        for row in theirs.walk(level):
            if row not in of:
                _enter(of, Entity(None, None, row))
    return of[base]


def _enter(of: dict[Row, Entity[Row]], one: Entity[Row]) -> None:
    for _, row in _sides(one):
        of[row] = one

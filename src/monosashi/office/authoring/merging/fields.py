"""Fields: three states of a record laid together, text by text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from monosashi.model import Actual, Noun, Printed
from monosashi.model.path import leaves
from monosashi.office.authoring.merging.matching import both_added, matched
from monosashi.office.authoring.merging.placing import Entity, in_order


class Collision(Noun):
    """A field into which both wrote, or a row that one removed and the other changed (``removed``: by ``mine`` or
    ``theirs``). ``path``: in the merged sheet, which has the other's text there, or the row."""

    path: str
    base: str
    mine: str
    theirs: str
    removed: str = ""


#: Where collisions are gathered.
Collisions = list[Collision]


def merged_noun(base: Noun | None, mine: Any, theirs: Any, path: str, found: Collisions) -> Any:
    """A record of both. ``base`` is None for one that both have added."""
    if theirs in (mine, base):
        return mine
    if mine == base:
        return theirs
    meant = mine.meant | {"text"} if isinstance(mine, Printed) else frozenset()
    now: dict[str, Any] = {}
    for name, field in type(mine).model_fields.items():
        if name not in meant:
            three = (getattr(base, name, None), getattr(mine, name), getattr(theirs, name))
            printed = field.json_schema_extra != {"printed": False}
            now[name] = _value(three, f"{path}/{name}", found, printed=printed)
    if isinstance(mine, Printed):
        winner = _printed(base, mine, theirs, path, found)
        now |= {name: getattr(winner, name) for name in meant}
    if isinstance(mine, Actual) and now["value"] == mine.value != theirs.value:
        now["state"] = mine.state
    return theirs.model_copy(update=now)


def _printed(base: Any, mine: Any, theirs: Any, path: str, found: Collisions) -> Any:
    """Whose text stands, its meaning with it."""
    old = base.text if base is not None else ""
    if mine.text == old:
        return theirs
    if theirs.text not in (old, mine.text):
        found.append(Collision(path=path, base=old, mine=mine.text, theirs=theirs.text))
        return theirs
    return mine


def _value(three: tuple[Any, Any, Any], path: str, found: Collisions, *, printed: bool) -> Any:
    base, mine, theirs = three
    if mine == base or theirs in (mine, base):
        return theirs if mine == base else mine
    if isinstance(mine, Noun) and isinstance(theirs, Noun):
        return merged_noun(base, mine, theirs, path, found)
    if isinstance(mine, tuple):
        return _several(base or (), mine, theirs, path, found)
    if type(mine) is str and printed:
        return _text(base or "", mine, theirs, path, found)
    return theirs


def _text(base: str, mine: str, theirs: str, path: str, found: Collisions) -> str:
    if base in (mine, theirs):
        return theirs if mine == base else mine
    found.append(Collision(path=path, base=base, mine=mine, theirs=theirs))
    return theirs


def _several(base: Sequence[Any], mine: Sequence[Any], theirs: Sequence[Any], path: str, found: Collisions) -> Any:
    if all(isinstance(one, Noun) for one in (*base, *mine, *theirs)):
        return _rows(base, mine, theirs, path, found)
    kept = [one for one in theirs if one in mine or one not in base]
    return (*kept, *(one for one in mine if one not in kept and one not in base))


def _rows(base: Sequence[Noun], mine: Sequence[Noun], theirs: Sequence[Noun], path: str, found: Collisions) -> Any:
    entities = _entities(base, mine, theirs)

    def changed(one: Entity[int]) -> bool:
        if not one.removed or one.base is None or one.left is None:
            return True
        return base[one.base] != (mine if one.removed == "theirs" else theirs)[one.left]

    def stays(one: Entity[int]) -> bool:
        return (one.mine is not None or one.theirs is not None) and changed(one)

    orders = [
        sorted((one for one in entities if getattr(one, side) is not None), key=lambda one: getattr(one, side))
        for side in ("base", "mine", "theirs")
    ]
    rows = []
    for n, one in enumerate(in_order(orders[0], orders[1], orders[2], stays)):
        at = f"{path}/{n}"
        if one.mine is not None and one.theirs is not None:
            old = base[one.base] if one.base is not None else None
            rows.append(merged_noun(old, mine[one.mine], theirs[one.theirs], at, found))
            continue
        rows.append(mine[one.mine] if one.mine is not None else theirs[one.theirs or 0])
        if one.removed:
            found.append(removal(at, one.removed, rows[-1]))
    return tuple(rows)


def _entities(base: Sequence[Noun], mine: Sequence[Noun], theirs: Sequence[Noun]) -> list[Entity[int]]:
    to_mine, to_theirs = matched(base, mine), matched(base, theirs)
    new_mine = [n for n in range(len(mine)) if n not in to_mine.values()]
    new_theirs = [n for n in range(len(theirs)) if n not in to_theirs.values()]
    both = both_added([mine[n] for n in new_mine], [theirs[n] for n in new_theirs])
    twins = {new_mine[i]: new_theirs[j] for i, j in both.items()}
    found = [Entity[int](n, to_mine.get(n), to_theirs.get(n)) for n in range(len(base))]
    found += [Entity[int](None, n, twins.get(n)) for n in new_mine]
    return found + [Entity[int](None, None, n) for n in new_theirs if n not in twins.values()]


def removal(path: str, removed: str, row: Noun) -> Collision:
    """The collision of a row that one has removed and the other changed, with the first words that stand in it."""
    words = next((text for _, text in leaves(row) if len(text.strip()) > 1), "")
    sides = {"mine": "", "theirs": "", "base": words} | {"theirs" if removed == "mine" else "mine": words}
    return Collision(path=path, removed=removed, **sides)

"""Authored: a sheet with the lasting ids of its measures, and the three ways in which rows come, go and move.

Whatever speaks of a measure by its path (its id, the rationales beside it) follows the measure. A rationale that spoke
of measures and has lost them all goes with them. Everything here is pure: the same sheet and ids in, new ones out.
"""

import uuid
from collections.abc import Callable, Mapping
from typing import NamedTuple

from monosashi.model import Noun, Rationale, Sheet
from monosashi.model.path import resolve
from monosashi.office.reprinting.tree import put

#: From a path before an act to the path of the same thing after it; None where it is gone.
Relocation = Callable[[str], str | None]


class Authored(NamedTuple):
    """``identities``: the lasting id of each measure by its path."""

    sheet: Sheet
    identities: dict[str, str]


def with_ids(sheet: Sheet, identities: Mapping[str, str]) -> Authored:
    """The sheet with the ids it has, and a new one for each measure that has none yet."""
    return Authored(sheet, {path: identities.get(path) or uuid.uuid4().hex for path, _, _ in sheet.measures()})


def added(one: Authored, rows: str, place: int, noun: Noun, identities: Mapping[str, str] | None = None) -> Authored:
    """The sheet with a row more in the list at ``rows``, before what stood at ``place``. ``identities``: ids that measures
    in it have already. Raises ``KeyError`` where there is no such list or place."""
    have = _rows(one.sheet, rows)
    if not 0 <= place <= len(have):
        raise KeyError(f"{rows}/{place}")
    sheet = put(one.sheet, rows, (*have[:place], noun, *have[place:]))
    after = _followed(sheet, one.identities, lambda path: _made_room(path, rows, place))
    return with_ids(after.sheet, {**after.identities, **(identities or {})})


def removed(one: Authored, path: str) -> Authored:
    """The sheet without the row at a path. Raises ``KeyError`` where there is none."""
    rows, place = row_of(path)
    have = _rows(one.sheet, rows)
    if not 0 <= place < len(have):
        raise KeyError(path)
    sheet = put(one.sheet, rows, (*have[:place], *have[place + 1 :]))
    return _followed(sheet, one.identities, lambda at: _closed_up(at, rows, place))


def moved(one: Authored, path: str, into: str, place: int) -> Authored:
    """The sheet with the row at ``path`` in the list at ``into``, where it then stands at ``place``. Both paths are of the
    sheet as it is now. Raises ``KeyError``, also for a row moved into itself."""
    rows, now = row_of(path)
    noun = resolve(one.sheet, path)
    if f"{into}/".startswith(f"{path}/"):
        raise KeyError(into)
    without = put(one.sheet, rows, tuple(row for n, row in enumerate(_rows(one.sheet, rows)) if n != now))
    target = _closed_up(into, rows, now) or into
    have = _rows(without, target)
    if not 0 <= place <= len(have):
        raise KeyError(f"{into}/{place}")
    sheet = put(without, target, (*have[:place], noun, *have[place:]))

    def follow(at: str) -> str | None:
        if at == path or at.startswith(f"{path}/"):
            return f"{target}/{place}{at.removeprefix(path)}"
        closed = _closed_up(at, rows, now)
        return closed and _made_room(closed, target, place)

    return _followed(sheet, one.identities, follow)


def row_of(path: str) -> tuple[str, int]:
    """The list a row stands in, and its place there. Raises ``KeyError`` where the path is no row's."""
    rows, _, place = path.rpartition("/")
    if not place.isdecimal():
        raise KeyError(path)
    return rows, int(place)


def _rows(sheet: Sheet, rows: str) -> tuple[Noun, ...]:
    have = resolve(sheet, rows)
    if not isinstance(have, tuple):
        raise KeyError(rows)
    return have


def _made_room(path: str, rows: str, place: int) -> str:
    n, rest = _below(path, rows)
    return f"{rows}/{n + 1}{rest}" if n is not None and n >= place else path


def _closed_up(path: str, rows: str, place: int) -> str | None:
    n, rest = _below(path, rows)
    if n is None or n < place:
        return path
    return None if n == place else f"{rows}/{n - 1}{rest}"


def _below(path: str, rows: str) -> tuple[int | None, str]:
    """The place in a list that a path leads through, and what follows; None for a path elsewhere."""
    if not path.startswith(f"{rows}/"):
        return None, ""
    step, slash, rest = path.removeprefix(f"{rows}/").partition("/")
    return (int(step), slash + rest) if step.isdecimal() else (None, "")


def _followed(sheet: Sheet, identities: Mapping[str, str], follow: Relocation) -> Authored:
    """The sheet with the measures' paths brought up to date wherever they stand."""
    rationales = tuple(kept for one in sheet.rationales if (kept := _told(one, follow)))
    if rationales != sheet.rationales:
        sheet = sheet.model_copy(update={"rationales": rationales})
    ids = {now: identity for path, identity in identities.items() if (now := follow(path)) is not None}
    return Authored(sheet, ids)


def _told(rationale: Rationale, follow: Relocation) -> Rationale | None:
    measures = tuple(now for path in rationale.measures if (now := follow(path)) is not None)
    if measures == rationale.measures:
        return rationale
    return rationale.model_copy(update={"measures": measures}) if measures else None

"""Planting changes in a sheet. A plant says what it touches, so that several can be planted that do not touch one
another."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from monosashi.model import Sheet
from monosashi.model.path import resolve
from tests.laws.edits import put, without


@dataclass(frozen=True)
class Plant:
    """What it touches, what must be told (kind and path), and the edit: a path with what stands there afterwards,
    a path to take away, or a list with what joins it."""

    touches: frozenset[str]
    kind: str
    path: str
    now: Any = None
    takes_away: bool = False
    joins: bool = False


def planted(sheet: Sheet, plants: list[Plant]) -> tuple[Sheet, list[tuple[str, str]]]:
    """The sheet with every plant in it, and what must be told: kinds with paths, in the earlier sheet where the thing
    was in it."""
    told = [(plant.kind, plant.path) for plant in plants if not plant.joins]
    for plant in plants:
        if not plant.takes_away and not plant.joins:
            for path, now in _edits(plant):
                sheet = put(sheet, path, now)
    for plant in sorted((p for p in plants if p.takes_away), key=lambda p: _steps(p.path), reverse=True):
        sheet = without(sheet, plant.path)
    for plant in plants:
        if plant.joins:
            rows = resolve(sheet, plant.path)
            sheet = put(sheet, plant.path, (*rows, plant.now))
            told.append((plant.kind, f"{plant.path}/{len(rows)}"))
    return sheet, sorted(told)


def _edits(plant: Plant) -> Iterator[tuple[str, Any]]:
    """Most changes are told where they are made; a value with its state is one edit, told at the value."""
    yield plant.now if isinstance(plant.now, tuple) else (plant.path, plant.now)


def _steps(path: str) -> tuple[int, ...]:
    return tuple(int(step) for step in path.split("/") if step.isdigit())

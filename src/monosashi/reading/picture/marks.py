"""Marks: what was read from each place of the paper. The trace turned round, from path -> places to place -> paths."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from monosashi.model import Cell, Place, Reading
from monosashi.model.path import leaves


class Part(StrEnum):
    """What a place belongs to: a part of the sheet, the form's own labels, or nothing that was understood."""

    HEAD = "head"
    INDICATORS = "indicators"
    RATIONALES = "rationales"
    PROGRAMMES = "programmes"
    MONEY = "money"
    CABINET = "cabinet"
    NOTES = "notes"
    FURNITURE = "furniture"
    LEFTOVER = "leftover"


#: The part of each root of a sheet; every other root is told in the head of a form.
_ROOTS = {
    "goals": Part.INDICATORS,
    "rationales": Part.RATIONALES,
    "programmes": Part.PROGRAMMES,
    "money": Part.MONEY,
    "budgets": Part.MONEY,
    "budget_items": Part.MONEY,
    "cabinet": Part.CABINET,
    "notes": Part.NOTES,
}


def part_of(path: str) -> Part:
    """The part of the sheet that a path leads into.

    >>> part_of("/programmes/3/money/0"), part_of("/title")
    (<Part.MONEY: 'money'>, <Part.HEAD: 'head'>)
    """
    steps = path.split("/")
    if steps[1:2] == ["programmes"] and "money" in steps:
        return Part.MONEY
    return _ROOTS.get(steps[1] if len(steps) > 1 else "", Part.HEAD)


@dataclass(frozen=True, slots=True)
class Mark:
    """A place with what was read there: the paths of its values in the order they were taken (none for what was left
    over), the printed text, and whether the reader guessed that one of the values belongs here."""

    place: Place
    part: Part
    paths: tuple[str, ...]
    text: str
    guessed: bool = False
    bordered: bool = True


def marks_of(reading: Reading) -> tuple[Mark, ...]:
    """Every place a reading speaks of, by page, then from top left."""
    told = _told(reading)
    furniture, leftover = ({cell.place for cell in cells} for cells in (reading.furniture, reading.leftover))
    cells = {cell.place: cell for cell in _cells(reading)}
    guesses = tuple(guess.path for guess in reading.guesses)
    texts = dict(leaves(reading.sheet)) if any(place not in cells for place in told) else {}
    marks = []
    for place in dict.fromkeys([*cells, *told]):
        paths, cell = told.get(place, ()), cells.get(place)
        marks.append(
            Mark(
                place=place,
                part=_part(place, paths, furniture, leftover),
                paths=paths,
                text=cell.text if cell else next((texts[path] for path in paths if texts.get(path)), ""),
                guessed=any(_under(path, guesses) for path in paths),
                bordered=cell.bordered if cell else True,
            )
        )
    return tuple(sorted(marks, key=_order))


def _cells(reading: Reading) -> Iterable[Cell]:
    return (*reading.cells, *reading.furniture, *reading.leftover)


def _told(reading: Reading) -> dict[Place, tuple[str, ...]]:
    told: dict[Place, list[str]] = {}
    for entry in reading.trace.entries:
        for place in entry.places:
            told.setdefault(place, []).append(entry.path)
    return {place: tuple(paths) for place, paths in told.items()}


def _part(place: Place, paths: tuple[str, ...], furniture: set[Place], leftover: set[Place]) -> Part:
    """A label is furniture though it has a path too; a place that nothing took is left over."""
    if place in furniture:
        return Part.FURNITURE
    return part_of(paths[0]) if paths and place not in leftover else Part.LEFTOVER


def _under(path: str, guesses: tuple[str, ...]) -> bool:
    return any(path == guess or path.startswith(f"{guess}/") for guess in guesses)


def _order(mark: Mark) -> tuple[object, ...]:
    return (mark.place.page, mark.place.top, mark.place.x0)

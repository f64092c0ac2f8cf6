"""Path: the address of a leaf in a sheet, as a JSON Pointer (RFC 6901) into the sheet's own JSON.

``/goals/0/levers/1/indicators/0/measures/0/baseline/value`` is the first measure's printed baseline. The same
string addresses the value in the Python tree, in the JSON reading, in a finding and in the trace.
"""

from collections.abc import Iterator
from functools import cache
from typing import Any

from monosashi.model.noun import Noun, Printed


def resolve(noun: Noun, path: str) -> Any:
    """What stands at a path. Raises ``KeyError`` where the tree has no such place."""
    here: Any = noun
    for step in path.split("/")[1:] if path else []:
        try:
            here = here[int(step)] if isinstance(here, tuple) else getattr(here, step)
        except (AttributeError, IndexError, ValueError) as error:
            raise KeyError(path) from error
    return here


def leaves(noun: Noun, path: str = "") -> Iterator[tuple[str, str]]:
    """Each printed leaf with its path: plain texts, and printed nouns by the text they carry. Empty ones included."""
    found: list[tuple[str, str]] = []
    _gather(noun, path, found)
    return iter(found)


def is_leaf(noun: Noun, path: str) -> bool:
    """Whether a path is that of a leaf, without a walk over all of them."""
    here: Any = noun
    for step in path.split("/")[1:]:
        if isinstance(here, tuple):
            here = here[int(step)] if step.isdecimal() and int(step) < len(here) else None
        elif isinstance(here, Noun) and step in _printed_fields(type(here)):
            here = None if isinstance(here, Printed) and step == "text" else getattr(here, step)
        else:
            return False
    return type(here) is str or (isinstance(here, Printed) and bool(path))


def _gather(noun: Noun, path: str, found: list[tuple[str, str]]) -> None:
    """Append a noun's leaves; a list is filled because every sheet is walked for its marks, and generators within
    generators cost more than the walk."""
    printed = isinstance(noun, Printed)
    for name in _printed_fields(type(noun)):
        if printed and name == "text":
            found.append((path, getattr(noun, name)))
        else:
            _gather_from(getattr(noun, name), f"{path}/{name}", found)


@cache
def _printed_fields(noun: type[Noun]) -> tuple[str, ...]:
    """The fields of a kind of noun that stand on the paper, in the noun's order."""
    meant = noun.meant if issubclass(noun, Printed) else frozenset()
    printed = (name for name, field in noun.model_fields.items() if field.json_schema_extra != {"printed": False})
    return tuple(name for name in printed if name not in meant)


def _gather_from(value: Any, path: str, found: list[tuple[str, str]]) -> None:
    if type(value) is str:
        found.append((path, value))
    elif isinstance(value, Noun):
        _gather(value, path, found)
    elif isinstance(value, tuple):
        for n, item in enumerate(value):
            _gather_from(item, f"{path}/{n}", found)

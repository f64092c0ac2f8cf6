"""Path: the address of a leaf in a sheet, as a JSON Pointer (RFC 6901) into the sheet's own JSON.

``/goals/0/levers/1/indicators/0/measures/0/baseline/value`` is the first measure's printed baseline. The same
string addresses the value in the Python tree, in the JSON reading, in a finding and in the trace.
"""

from collections.abc import Iterator
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
    for name, field in type(noun).model_fields.items():
        if field.json_schema_extra == {"printed": False}:
            continue
        if isinstance(noun, Printed) and name in noun.meant:
            continue
        if isinstance(noun, Printed) and name == "text":
            yield path, noun.text
        else:
            yield from _leaves_of(getattr(noun, name), f"{path}/{name}")


def _leaves_of(value: Any, path: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, Noun):
        yield from leaves(value, path)
    elif type(value) is str:
        yield path, value
    elif isinstance(value, tuple):
        for n, item in enumerate(value):
            yield from _leaves_of(item, f"{path}/{n}")

"""How a fault is planted in a sheet that was read: what is printed now, and where."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from monosashi.model import Sheet
from tests.auditing.sheets import changed


@dataclass(frozen=True)
class Instead:
    """Words put in the place of others within what is printed."""

    old: str
    new: str


@dataclass(frozen=True)
class Planted:
    """The rule, what is printed now and where, and which other rules the fault breaks as well."""

    rule: str
    changes: Mapping[str, Any]
    also: tuple[str, ...] = ()

    def plant(self, sheet: Sheet) -> Sheet:
        """The sheet with the fault in it."""
        tree = sheet.model_dump(mode="json")
        return changed({path: _printed(tree, path, now) for path, now in self.changes.items()}, tree)


def _printed(tree: Any, path: str, now: Any) -> Any:
    """What stands at a path after the change. A rationale keeps its measures, a cell of money its year."""
    if not isinstance(now, Instead):
        return now
    here: Any = tree
    for step in path.split("/")[1:]:
        here = here[int(step)] if isinstance(here, list) else here[step]
    text = here if isinstance(here, str) else here["text"]
    if now.old not in text:
        raise ValueError(f"{path}: {now.old!r} is not in {text!r}")
    kept = {name: here[name] for name in ("measures", "year") if not isinstance(here, str) and name in here}
    text = text.replace(now.old, now.new, 1)
    return {**kept, "text": text} if kept else text

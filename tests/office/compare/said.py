"""How the tests of comparing read a comparison."""

from typing import Any

from monosashi.model import Sheet
from monosashi.office import compare
from tests.auditing.sheets import changed


def told(changes: dict[str, Any], before: Sheet | None = None) -> list[tuple[str, str]]:
    """Kinds with their Japanese sentences, for the clean sheet with other values at some paths."""
    found = compare(before or changed({}), changed(changes)).changes
    return [(change.kind.value, change.message.ja) for change in found]


def kinds(before: Sheet, after: Sheet) -> list[tuple[str, str | None, str | None]]:
    """Kinds with the paths of both sides."""
    return [(c.kind.value, c.before_path, c.after_path) for c in compare(before, after).changes]

"""A case: one change to the clean sheet, and every finding the changed sheet deserves."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Case:
    """``finds``: code and path of each finding, no more and no fewer. ``exempt``: why a check keeps silent, where it
    does because its rule does not apply."""

    code: str
    changes: Mapping[str, Any]
    finds: tuple[tuple[str, str], ...] = field(default=())
    exempt: str = ""

    @property
    def kind(self) -> str:
        """finds, exempt or clean."""
        if any(code == self.code for code, _ in self.finds):
            return "finds"
        return "exempt" if self.exempt else "clean"

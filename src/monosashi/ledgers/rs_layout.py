"""The columns of the RS system's CSV files, edition by edition, as data (``data/rs-YYYY.toml``).

>>> layout_of(2024).table("3-1").years
(2007, 2060)
>>> layout_of(2026).edition  # not known yet: the newest that is
2024
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import Any, Final

from monosashi.model.folding import key

_PREFIX: Final = "rs-"


@dataclass(frozen=True)
class RsTable:
    """One file's columns, in order. ``years``: the first and last of the columns that stand for a year each."""

    id: str
    name: str
    columns: tuple[str, ...]
    number: frozenset[str]
    flag: frozenset[str]
    years: tuple[int, int] | None = None
    takes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def printed(self) -> tuple[str, ...]:
        """Every column as the file's heading prints it, the years too."""
        first, last = self.years or (1, 0)
        return (*self.columns, *(str(year) for year in range(first, last + 1)))

    def by_key(self) -> dict[str, str]:
        """Columns by their folded name: the files of some years differ in the width of a bracket."""
        return {key(column): column for column in self.columns}


@dataclass(frozen=True)
class RsLayout:
    """The fifteen files of one edition."""

    edition: int
    tables: tuple[RsTable, ...]

    def table(self, named: str) -> RsTable:
        """The table of that number (2-1). Raises ``KeyError`` where there is none."""
        found = next((table for table in self.tables if table.id == named), None)
        if found is None:
            raise KeyError(named)
        return found


@cache
def shipped_layouts() -> tuple[RsLayout, ...]:
    """Every layout that is known, oldest first."""
    folder = resources.files("monosashi.ledgers") / "data"
    files = (file for file in folder.iterdir() if file.name.startswith(_PREFIX) and file.name.endswith(".toml"))
    return tuple(sorted((parse_layout(file.read_text("utf-8")) for file in files), key=lambda one: one.edition))


def layout_of(edition: int) -> RsLayout:
    """The layout in force: the newest that is not later, else the oldest."""
    known = shipped_layouts()
    return next((layout for layout in reversed(known) if layout.edition <= edition), known[0])


def parse_layout(text: str) -> RsLayout:
    """A layout as its file tells it."""
    said = tomllib.loads(text)
    common = tuple(said["common"])
    common_number = frozenset(said.get("common_number", ()))
    return RsLayout(edition=said["edition"], tables=tuple(_table(row, common, common_number) for row in said["table"]))


def _table(row: Mapping[str, Any], common: tuple[str, ...], common_number: frozenset[str]) -> RsTable:
    columns = (*(common if row.get("common", True) else ()), *row["columns"])
    takes = row.get("takes", {})
    return RsTable(
        id=row["id"],
        name=row["name"],
        columns=columns,
        number=frozenset(row.get("number", ())) | (common_number & set(columns)),
        flag=frozenset(row.get("flag", ())),
        years=(row["years"][0], row["years"][1]) if "years" in row else None,
        takes={part: (one,) if isinstance(one, str) else tuple(one) for part, one in takes.items()},
    )

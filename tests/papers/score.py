"""How much of a page's truth a reading says: equality for each leaf, a leaf lost for each row too many.

Text is compared without white space and by compatibility key (the same words in full-width digits are the same truth),
numbers as numbers, lists as sets.
"""

import csv
import io
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from monosashi.model import Reading
from monosashi.office.verbs import table

Row = dict[str, str]
KEYS = {
    "indicators": ("number", "name"),
    "yearly": ("number", "name", "nendo"),
    "programmes": ("number", "name"),
    "money": ("scope", "number", "nendo", "stage"),
    "cabinet": ("name",),
    "head": ("field",),
    "reasons": ("numbers", "text"),
    "notes": ("mark",),
}
#: Tables whose truth lists every row there is; head, notes and reasons may hold more than is asked for.
_WHOLE = ("indicators", "yearly", "programmes", "money", "cabinet")
_NUMERIC = frozenset(
    [
        "baseline_value",
        "target_value",
        "actual_value",
        "reference_value",
        "budget",
        "executed",
        "baseline_part",
        "target_part",
        "actual_part",
    ]
)
_SETS = frozenset({"related", "numbers", "mean_of"})
_DASHES = str.maketrans(dict.fromkeys("－−―‐–—", "-") | dict.fromkeys("〜～", "~"))


@dataclass(frozen=True)
class Leaf:
    """One value asked for, and what was read there (None: no such row)."""

    table: str
    key: tuple[str, ...]
    column: str
    wanted: str
    got: str | None

    @property
    def right(self) -> bool:
        """Whether it was read as it is."""
        return self.got is not None and _same(self.column, self.got, self.wanted)

    def __str__(self) -> str:
        return f"{self.table} {'|'.join(self.key)} {self.column}: {self.wanted!r}, read {self.got!r}"


def leaves(truth: dict[str, list[Row]], readings: Sequence[Reading], sheet: int = 1) -> list[Leaf]:
    """Every leaf of the truth with what was read; rows too many are leaves that want nothing."""
    return [
        leaf
        for name, wanted in truth.items()
        for leaf in _table(name, wanted, [row for row in _rows(name, readings) if row["sheet"] == str(sheet)])
    ]


def _rows(name: str, readings: Sequence[Reading]) -> list[Row]:
    return list(csv.DictReader(io.StringIO(table(name, readings))))


def _table(name: str, wanted: list[Row], read: list[Row]) -> list[Leaf]:
    got: dict[tuple[str, ...], Row] = {}
    for row in read:
        got.setdefault(_key(name, row), row)
    found = []
    for row in wanted:
        key = _key(name, row)
        mine = got.get(key)
        asked = ((column, value) for column, value in row.items() if fold(value))
        found += [
            Leaf(name, key, column, value, mine.get(column.removesuffix("_starts"), "") if mine else None)
            for column, value in asked
        ]
    keys = {_key(name, row) for row in wanted}
    stray = [key for key, row in got.items() if name in _WHOLE and key not in keys and _says(name, row)]
    return found + [Leaf(name, key, "row too many", "", None) for key in stray]


def _key(name: str, row: Row) -> tuple[str, ...]:
    parts = [fold(row.get(column, "")) for column in KEYS[name]]
    if name == "reasons":
        return parts[0], (parts[1] or fold(row.get("text_starts", "")))[:12]
    return tuple(parts)


def _says(name: str, row: Row) -> bool:
    if name == "yearly":
        return any(fold(row[column]) for column in ("target_text", "actual_value", "reference_value"))
    return name != "money" or bool(row["budget"] or row["executed"])


def _same(column: str, got: str, wanted: str) -> bool:
    if column == "row too many":
        return False
    if column.endswith("_starts"):
        return fold(got).startswith(fold(wanted))
    if column in _NUMERIC and (number := _number(wanted)) is not None:
        return _number(got) == number
    if column in _SETS:
        return sorted(re.findall(r"\d+", fold(got))) == sorted(re.findall(r"\d+", fold(wanted)))
    return fold(got) == fold(wanted) or (fold(wanted) == "-" and not fold(got))


def fold(text: str) -> str:
    """A comparison key: compatibility form, without white space, one kind of dash and wave, lower case."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text.translate(_DASHES))).lower()


def _number(text: str) -> Decimal | None:
    try:
        return Decimal(unicodedata.normalize("NFKC", text).replace(",", ""))
    except InvalidOperation:
        return None

"""The flat tables: what sheets say as CSV that others script against. One module a table.

Texts are verbatim: a review number printed as ``-`` stays ``-``, and nothing is put before a text that a spreadsheet
could take for a formula, because the value would no longer be what was printed.

>>> table_csv("notes", [])
'sheet,mark,text\\n'
"""

import csv
import io
from collections.abc import Sequence

from monosashi.model import Reading
from monosashi.model.error import MonosashiError
from monosashi.publishing.tables.cabinet import CABINET
from monosashi.publishing.tables.head import HEAD
from monosashi.publishing.tables.indicators import INDICATORS
from monosashi.publishing.tables.money import MONEY
from monosashi.publishing.tables.notes import NOTES
from monosashi.publishing.tables.paper import CELLS, FURNITURE, LEFTOVER
from monosashi.publishing.tables.programmes import PROGRAMMES
from monosashi.publishing.tables.reasons import REASONS
from monosashi.publishing.tables.table import Table
from monosashi.publishing.tables.yearly import YEARLY

__all__ = ["TABLES", "NoSuchTable", "Table", "table", "table_csv", "table_rows"]

_ALL = (INDICATORS, YEARLY, PROGRAMMES, MONEY, CABINET, HEAD, REASONS, NOTES, CELLS, FURNITURE, LEFTOVER)

#: The names of the tables, in the contract's order.
TABLES = tuple(one.name for one in _ALL)


class NoSuchTable(MonosashiError):
    """A name that is no table's."""

    def __init__(self, name: str) -> None:
        known = ", ".join(TABLES)
        super().__init__(
            "no-such-table",
            f"「{name}」という表はありません。次のどれかを指定してください：{known}",
            f"There is no table {name!r}. Name one of: {known}",
        )


def table(name: str) -> Table:
    """The table of that name. Raises ``NoSuchTable``."""
    for one in _ALL:
        if one.name == name:
            return one
    raise NoSuchTable(name)


def table_rows(name: str, readings: Sequence[Reading]) -> tuple[tuple[str, ...], ...]:
    """The rows of a table over the sheets of a document, without the header. Raises ``NoSuchTable``."""
    return tuple(table(name).lines(readings))


def table_csv(name: str, readings: Sequence[Reading]) -> str:
    """A table as CSV: a header, line feeds, quotes only where needed. Raises ``NoSuchTable``."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(table(name).header)
    writer.writerows(table_rows(name, readings))
    return out.getvalue()

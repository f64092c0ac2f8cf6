"""Table: the columns of one flat table and its rows, and how values are printed in them.

Source of the columns: the contract of the flat tables (docs), which others script against; the order never changes.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from monosashi.model import Amount, Nendo, Part, Reading
from monosashi.model.folding import unbroken

#: The values of a row by column; a column that is not named is empty.
Row = dict[str, str]


@dataclass(frozen=True)
class Table:
    """One flat table. ``columns`` are those after ``sheet``, which leads every table."""

    name: str
    columns: tuple[str, ...]
    rows: Callable[[Reading], Iterator[Row]]

    @property
    def header(self) -> tuple[str, ...]:
        """The names of all columns."""
        return ("sheet", *self.columns)

    def lines(self, readings: Iterable[Reading]) -> Iterator[tuple[str, ...]]:
        """The rows of every sheet, each value in its column."""
        for reading in readings:
            for row in self.rows(reading):
                yield (str(reading.ordinal), *(row.get(column, "") for column in self.columns))


def text(printed: str) -> str:
    """A text as printed, its line breaks removed."""
    return unbroken(printed)


def number(value: Decimal | None) -> str:
    """A plain number: no commas, no exponent, the printed digits.

    >>> number(Decimal("1E+3")), number(Decimal("5.50")), number(None)
    ('1000', '5.50', '')
    """
    return "" if value is None else f"{value:f}"


def amount(found: Amount | None) -> str:
    """The number of an amount; empty where there is none."""
    return number(found.value) if found else ""


def year(nendo: Nendo | None) -> str:
    """A year by four digits."""
    return f"{nendo.year:04d}" if nendo else ""


def truth(said: bool | None) -> str:
    """true or false; empty where the sheet says nothing."""
    return "" if said is None else str(said).lower()


def listed(values: Iterable[str]) -> str:
    """A list joined by one space."""
    return " ".join(values)


def parts(found: Iterable[Part]) -> str:
    """The numbers of a quantity's parts."""
    return listed(number(part.amount.value) for part in found)

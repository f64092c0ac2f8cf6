"""Form (様式): the blank paper. Labels with their variants, the columns of each table, marks and where things are printed.

A form is data with dates and a citation (``data/*.toml``), read by ``loader``. Reading finds the labels of a form on a
paper, in whatever order they stand; publishing prints the same form. So what a ministry or a year changes is a file,
never an ``if``.
"""

import datetime as dt
import re
from functools import cached_property, lru_cache

from pydantic import Field

from monosashi.model import Message, Noun, StatementRole
from monosashi.model.folding import key
from monosashi.model.mark import without_note_marks

_PUNCTUATION = {ord(c): None for c in "()[]<>【】「」〔〕:・,、"}
#: A head that names the year it was printed for: 令和３年度行政事業レビュー事業番号.
_LEADING_YEAR = re.compile(r"^(?:令和|平成|昭和)?(?:元|\d{1,4})年度?(?=.)")


@lru_cache(maxsize=8192)  # the same words are asked about once for each table they might head
def label_key(text: str) -> str:
    """By what labels are compared: no note marks, no brackets, no blanks, no year before the words, folded widths.

    >>> label_key("基準\\n（値）") == label_key("基準値"), label_key("政策\\n（※１）\\n名")
    (True, '政策名')
    """
    return _LEADING_YEAR.sub("", key(without_note_marks(text)).translate(_PUNCTUATION))


class Wording(Noun):
    """A label the form prints, and the other ways it has been printed."""

    label: str = Field(description="As this form prints it; a line break where the paper breaks")
    variants: tuple[str, ...] = ()

    @cached_property
    def keys(self) -> frozenset[str]:
        """The comparison keys of every way it is printed."""
        return frozenset(label_key(text) for text in (self.label, *self.variants))


class Inner(Wording):
    """A label inside another statement's cell: ［最終アウトカム］："""

    role: StatementRole


class StatementSpec(Wording):
    """A labelled text of the head."""

    role: StatementRole
    inner: tuple[Inner, ...] = ()
    looks_like: str = Field(default="", description="A pattern of its text, for papers whose layout is lost")
    rows: tuple[int, int] = Field(description="First and last row of the head it is printed on, 1-based")
    label_columns: tuple[int, int]
    columns: tuple[int, int] = Field(description="Columns of its text")


class ColumnSpec(Wording):
    """A column of a table: its role, and where it is printed. ``optional``: other printings leave it out."""

    role: str
    columns: tuple[int, int]
    optional: bool = False
    looks_like: str = Field(default="", description="A pattern of its texts, for papers whose layout is lost")


class TableSpec(Noun):
    """One table of the form."""

    part: str = Field(description="indicators, programmes or cabinet")
    columns: tuple[ColumnSpec, ...]
    side: Wording | None = Field(default=None, description="A label beside the whole table")
    side_columns: tuple[int, int] | None = None
    total: Wording | None = Field(default=None, description="The label of the row of totals")

    def column(self, role: str) -> ColumnSpec:
        """The column of that role. Raises ``KeyError``."""
        for column in self.columns:
            if column.role == role:
                return column
        raise KeyError(role)


class Paper(Noun):
    """How the form is printed."""

    size: str = "A4"
    landscape: bool = True
    columns: int = 60
    font: str = "Noto Sans CJK JP"
    font_size: float = 7


class Form(Noun):
    """One ministry's blank paper for one period."""

    id: str
    name: Message
    valid_from: dt.date
    valid_to: dt.date | None = None
    citation: Message
    level: str = Field(description="What this form calls the level of the policy: 政策")
    level_in_law: str = Field(description="What the guideline calls it: 施策")
    title: Wording = Field(description="Words that a title of this form holds")
    title_columns: tuple[int, int]
    identifier_columns: tuple[int, int]
    statements: tuple[StatementSpec, ...]
    tables: tuple[TableSpec, ...]
    primary: str = Field(default="circled", description="How a primary indicator is marked")
    paper: Paper = Paper()

    def table(self, part: str) -> TableSpec:
        """The table of that part. Raises ``KeyError``."""
        for table in self.tables:
            if table.part == part:
                return table
        raise KeyError(part)

"""Form (様式): the blank paper. Labels with their variants, the columns of each table, marks and where things are printed.

A form is data with dates and a citation (``data/*.toml``), read by ``loader``. Reading finds the labels of a form on a
paper, in whatever order they stand; publishing prints the same form. So what a ministry or a year changes is a file,
never an ``if``.
"""

import datetime as dt
import re
from enum import StrEnum
from functools import cached_property, lru_cache

from pydantic import Field

from monosashi.model import Message, Noun, StatementRole
from monosashi.model.folding import key
from monosashi.model.mark import without_note_marks

_PUNCTUATION = {ord(c): None for c in "()[]<>【】「」〔〕:・,、"}
#: A label may carry its place in a list: （１）施策の概要, Ⅱ．評価結果, ○測定指標.
_ENUMERATOR = re.compile(
    r"^\s*(?:[(（]?\s*(?:[0-9０-９]{1,2}|[ⅰ-ⅻⅠ-Ⅻ]|[一二三四五六七八九十]{1,3}|[アイウエオ])\s*[)）.．、]"
    r"|[0-9０-９]{1,2}[\s\u3000]+|[①-⑳]|[○●◎■□◆◇▼▽・])[\s\u3000]*(?=\S)"
)
#: The unit of money that a label gives: 予算の状況（千円）.
_UNIT = re.compile(r"(?<=.)[(\[](?:単位:?)?[十百千万億]*円[)\]]")
#: Letters beside Japanese words: the (a) of 当初予算(a), a label printed in two languages.
_LATIN = re.compile(r"[a-z][a-z.&'/+-]*")
#: A head that names the year it was printed for: 令和３年度行政事業レビュー事業番号.
_LEADING_YEAR = re.compile(r"^(?:令和|平成|昭和)?(?:元|\d{1,4})年度?(?=.)")


@lru_cache(maxsize=8192)  # the same words are asked about once for each table they might head
def label_key(text: str) -> str:
    """By what labels are compared: no note marks, no brackets, no blanks, no year or number before the words, folded
    widths.

    >>> label_key("基準\\n（値）") == label_key("基準値"), label_key("政策\\n（※１）\\n名"), label_key("（１）施 策 名")
    (True, '政策名', '施策名')
    """
    worded = _UNIT.sub("", key(_ENUMERATOR.sub("", without_note_marks(text), count=1)))
    plain = worded.translate(_PUNCTUATION)
    bare = _LATIN.sub("", plain)
    return _LEADING_YEAR.sub("", bare if len(bare) > 1 else plain)


#: Where a form does not say at which columns or rows something is printed.
NOT_LAID: tuple[int, int] = (0, 0)


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
    optional: bool = Field(default=False, description="Other printings leave it out")
    rows: tuple[int, int] = Field(
        default=NOT_LAID, description="First and last row of the head it is printed on, 1-based"
    )
    label_columns: tuple[int, int] = NOT_LAID
    columns: tuple[int, int] = Field(default=NOT_LAID, description="Columns of its text")
    under: str = Field(default="", description="Its label where a label over several texts is printed beside it")
    heading: bool = Field(default=False, description="It is one line with its label: 政策目標５－１：…")


class ColumnSpec(Wording):
    """A column of a table (a row of the budget's): its role, and where it is printed. ``optional``: other printings
    leave it out."""

    role: str
    columns: tuple[int, int] = NOT_LAID
    optional: bool = False
    looks_like: str = Field(default="", description="A pattern of its texts, for papers whose layout is lost")
    year: str = Field(
        default="", description="The label of a column for its years, where they cannot stand in the head"
    )


class Layout(StrEnum):
    """How the entries of a table are printed.

    ``columns``: one table, an entry a row (a measure two). Of indicators also: ``each``, a small table for each number with
    its own heads; ``frames``, a frame for each with its reasons above the values; ``series``, a heading for each over rows
    of years; ``words``, a row a year with its text. Of cabinet decisions: ``lines``, a line each in one cell.
    """

    COLUMNS = "columns"
    EACH = "each"
    FRAMES = "frames"
    SERIES = "series"
    WORDS = "words"
    LINES = "lines"


class TableSpec(Noun):
    """One table of the form."""

    part: str = Field(description="indicators, programmes, cabinet, budget or items")
    columns: tuple[ColumnSpec, ...]
    side: Wording | None = Field(default=None, description="A label beside the whole table")
    side_columns: tuple[int, int] | None = None
    total: Wording | None = Field(default=None, description="The label of the row of totals")
    layout: Layout = Field(default=Layout.COLUMNS, description="How its entries stand on the paper")
    unheaded: bool = Field(default=False, description="Whether names stand left of the heads, under no label (each)")
    apart: tuple[ColumnSpec, ...] = Field(
        default=(), description="The columns of a table of its own for indicators told in words, of other years"
    )
    none: str = Field(default="", description="What is printed in it where there is nothing to name: －, 該当なし")

    def column(self, role: str) -> ColumnSpec:
        """The column of that role. Raises ``KeyError``."""
        for column in self.columns:
            if column.role == role:
                return column
        raise KeyError(role)


class Over(Wording):
    """A label over the labels of several texts: 目標達成度合いの測定結果 over （各行政機関共通区分） and （判断根拠）."""

    role: str = Field(description="The role of the label: that of the text it names")
    covers: tuple[StatementRole, ...]
    columns: tuple[int, int]


class PartKind(StrEnum):
    """What stands in a part of the printed form."""

    TITLE = "title"
    STATEMENTS = "statements"
    HEADING = "heading"
    INDICATORS = "indicators"
    PROGRAMMES = "programmes"
    BUDGET = "budget"
    ITEMS = "items"
    CABINET = "cabinet"
    NOTES = "notes"


class PrintedPart(Noun):
    """One part of the printed form, in the order of the paper.

    Of ``statements``: which roles stand there, each on a line of its own in the sheet's order (``flow``) or on the rows
    that the form gives them, with a label beside the whole part (``side``) and labels over several texts (``over``). Of a
    ``heading``: its words.
    """

    part: PartKind
    roles: tuple[StatementRole, ...] = ()
    flow: bool = False
    if_borne: bool = Field(
        default=False, description="A heading that is printed only where the sheet's own paper bore it"
    )
    side: Wording | None = None
    side_columns: tuple[int, int] = NOT_LAID
    over: tuple[Over, ...] = ()


#: The parts of a form that says nothing of their order.
IN_ORDER = tuple(
    PrintedPart(part=part)
    for part in (
        *(PartKind.TITLE, PartKind.STATEMENTS, PartKind.INDICATORS),
        *(PartKind.PROGRAMMES, PartKind.CABINET, PartKind.NOTES),
    )
)


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
    title_columns: tuple[int, int] = NOT_LAID
    identifier_columns: tuple[int, int] = NOT_LAID
    identifier_optional: bool = Field(default=False, description="Not every printing bears one")
    statements: tuple[StatementSpec, ...]
    tables: tuple[TableSpec, ...]
    primary: str = Field(default="circled", description="How a primary indicator is marked")
    states_kinds: bool = Field(default=False, description="Whether names say output or outcome: ＜アウトプット指標＞")
    paper: Paper = Paper()
    printed: tuple[PrintedPart, ...] = Field(default=IN_ORDER, description="The parts of the paper, from the top")

    @property
    def printable(self) -> bool:
        """Whether it says where everything is printed; a form that does not is read, and not printed."""
        flowing = {role for part in self.printed if part.flow for role in part.roles}
        laid = [self.title_columns, self.identifier_columns]
        laid += [place for spec in self.statements for place in (spec.label_columns, spec.columns)]
        laid += [spec.rows for spec in self.statements if spec.role not in flowing]
        laid += [column.columns for table in self.tables for column in table.columns]
        return NOT_LAID not in laid

    def has(self, part: str) -> bool:
        """Whether the form prints that table."""
        return any(table.part == part for table in self.tables)

    def table(self, part: str) -> TableSpec:
        """The table of that part. Raises ``KeyError``."""
        for table in self.tables:
            if table.part == part:
                return table
        raise KeyError(part)

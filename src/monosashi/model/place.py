"""Place: where something stands on the paper.

A page of a PDF is measured in points from its top left. A worksheet is a page too: x are columns and y rows,
1-based and inclusive. A plain text is measured in lines and characters, 1-based and inclusive. A Word file or a web page
has no pages of its own: each table is a page like a worksheet (表2), and what stands outside every table is told by the
number of its paragraph.
"""

from decimal import Decimal
from typing import Literal

from pydantic import Field

from monosashi.model.noun import Noun


class Place(Noun):
    """A box on a page, or the cells of a worksheet."""

    page: int = Field(ge=1, description="1-based page, or place of the worksheet in the book")
    x0: Decimal
    top: Decimal
    x1: Decimal
    bottom: Decimal
    worksheet: str = Field(default="", description="The worksheet's name, empty for a page")
    unit: Literal["point", "line", "paragraph"] = Field(
        default="point",
        description="What a page is measured in; a text's in lines, a Word file's outside tables in paragraphs",
    )

    @property
    def cell(self) -> str:
        """The cell or range by the names a spreadsheet uses (V10:AA11); empty for a page."""
        if not self.worksheet or self.unit != "point":
            return ""
        first = f"{column_letters(int(self.x0))}{int(self.top)}"
        last = f"{column_letters(int(self.x1))}{int(self.bottom)}"
        return first if first == last else f"{first}:{last}"

    def __str__(self) -> str:
        if self.unit == "paragraph":
            return f"{self.worksheet or '本文'} {self.top}段落 paragraph {self.top}"
        if self.worksheet:
            return f"{self.worksheet}!{self.cell}"
        if self.unit == "line":
            lines = f"{self.top}" if self.top == self.bottom else f"{self.top}-{self.bottom}"
            return f"{lines}行 line {lines}"
        return f"p.{self.page} ({self.x0}, {self.top})-({self.x1}, {self.bottom})"


def column_letters(column: int) -> str:
    """A spreadsheet's name for a column.

    >>> column_letters(1), column_letters(28)
    ('A', 'AB')
    """
    letters = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters

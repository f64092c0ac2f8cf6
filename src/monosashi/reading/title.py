"""The title (標題) and the sheet's number (整理番号), wherever they stand near the top."""

import re

from monosashi.forms import Form
from monosashi.model import Identifier, Title
from monosashi.model.folding import key
from monosashi.reading.grid import Claims, Grid, GridCell
from monosashi.reading.labels import statement_labels

#: Titles seen have up to 60 characters; prose that mentions a sheet is longer.
_LONGEST_TITLE = 90
#: A title without a form's words is a short line.
_LONGEST_UNKNOWN = 50
_BRACKETED_END = re.compile(r"(?P<words>.*\S)\s*(?P<id>[(（](?:[^()（）]|[(（][^()（）]*[)）])+[)）])\s*", re.S)
_ANNEX = re.compile(
    r"[(（【\[]?(?:別紙|別添|様式|参考|資料)第?[0-9０-９一二三四五六七八九十]*(?:[-－―‐の][0-9０-９]+)*(?:号)?[)）】\]]?"
)


def speaks_title(cell: GridCell, form: Form) -> bool:
    """Whether a cell could be a title: it speaks the title's words, is short, and is no note."""
    folded = key(cell.text)
    words = (key(text) for text in (form.title.label, *form.title.variants))
    return len(folded) <= _LONGEST_TITLE and not folded.startswith("※") and any(word in folded for word in words)


def is_identifier(text: str) -> bool:
    """Whether a text is a sheet's number and nothing else."""
    return Identifier.model_validate(text).number is not None


def number_at_end(text: str) -> tuple[str, str]:
    """A text and the sheet's number that stands in brackets at its end; nothing where none does."""
    match = _BRACKETED_END.fullmatch(text) if len(text) <= 4 * _LONGEST_TITLE else None
    return (match["words"], match["id"]) if match and is_identifier(match["id"]) else (text, "")


def is_annex_mark(cell: GridCell) -> bool:
    """Whether a cell only says which annex the page is: 別紙２, 別添１－１."""
    return bool(_ANNEX.fullmatch("".join(cell.text.split())))


def title_cell(grid: Grid, form: Form) -> GridCell | None:
    """The cell that holds the title: the first that speaks the title's words and stands above every label; where none
    does, a short line alone above them."""
    labels = statement_labels(form)
    named = (cell.top for cell in grid.cells if labels.named(cell.text) or _leads(cell, form))
    first = min(named, default=grid.last_row + 1)
    above = [cell for cell in grid.cells if cell.top < first and not is_annex_mark(cell)]
    spoken = next((cell for cell in above if speaks_title(cell, form)), None)
    return spoken or next((cell for cell in above if first <= grid.last_row and _is_headline(cell)), None)


def _leads(cell: GridCell, form: Form) -> bool:
    lead = statement_labels(form).leading(cell.text)
    return bool(lead and lead.marked)


def _is_headline(cell: GridCell) -> bool:
    text = "".join(cell.text.split())
    return 3 < len(text) <= _LONGEST_UNKNOWN and "。" not in text and not is_identifier(text) and text[0] not in "※(（"


def read_title(grid: Grid, form: Form, claims: Claims) -> tuple[Title, Identifier]:
    """標題 and 整理番号; the number stands in a cell of its own, or in brackets at the end of the title or of a text
    near it."""
    cell = title_cell(grid, form)
    text = cell.text if cell else ""
    own = _identifier_cell(grid, form, cell)
    number = own.text if own else ""
    if cell and own is None:
        text, number = number_at_end(text)
        own = cell if number else None
    if cell:
        claims.take("/title", [cell])
    if own:
        claims.take("/identifier", [own])
    claims.furnish(other for other in grid.cells if other.top <= (cell.top if cell else 3) and is_annex_mark(other))
    return Title.model_validate(text), Identifier.model_validate(number)


def _identifier_cell(grid: Grid, form: Form, title: GridCell | None) -> GridCell | None:
    """The cell that holds the number and nothing else: beside or above the title, else in brackets anywhere."""
    labels = statement_labels(form)
    free = [c for c in grid.cells if c is not title and is_identifier(c.text) and not labels.named(c.text)]
    first = min((c.top for c in grid.cells if labels.named(c.text)), default=0)
    near = [c for c in free if c.top <= (title.bottom + 1 if title else first)]
    bracketed = [c for c in free if c.text.strip()[:1] in "(（[［【"]
    return next(iter([*near, *bracketed]), None)

"""A plain text -> a sheet: the desk's items become the cells of the paper, guesses and leftovers are told."""

from monosashi.forms import Form, label_key
from monosashi.model import Document, Guess, Reading
from monosashi.reading.grid import Claims, in_reading_order
from monosashi.reading.leftover import account, trace_of
from monosashi.reading.ruled import FEWEST_LABELS
from monosashi.reading.text import decode, read_text
from monosashi.reading.text.desk import Desk, cell_of

#: Labels shorter than this stand in any prose.
_SHORTEST = 4


def plain_sheets(data: bytes, candidates: tuple[Form, ...], document: Document) -> tuple[Reading, ...]:
    """The sheet a text tells, or none. Raises ``UnreadableDocument``."""
    text = decode(data, document.name)
    form = max(candidates, key=lambda form: _likeness(text, form))
    if _likeness(text, form) < FEWEST_LABELS:
        return ()
    sheet, desk = read_text(text, form)
    cells = {id(item): cell_of(item) for item in desk.items}
    claims = Claims()
    for path, item in desk.taken:
        if path:
            claims.take(path, [cells[id(item)]])
    claims.furnish(cells[id(item)] for item in desk.furniture)
    grid = in_reading_order(cells.values())
    furniture, leftover, coverage = account(grid, claims)
    return (
        Reading(
            document=document,
            sheet=sheet,
            trace=trace_of(claims),
            guesses=_guesses(desk),
            cells=tuple(shown for cell in grid.cells for shown in cell.shown()),
            furniture=furniture,
            leftover=leftover,
            coverage=coverage,
        ),
    )


def _likeness(text: str, form: Form) -> int:
    """How many different labels of a form a text holds."""
    words = label_key(text)
    wordings = [*form.statements, *(column for table in form.tables for column in table.columns)]
    return sum(any(len(key) >= _SHORTEST and key in words for key in wording.keys) for wording in wordings)


def _guesses(desk: Desk) -> tuple[Guess, ...]:
    return tuple(Guess(path=path, reason=reason) for path, reason in desk.guesses)

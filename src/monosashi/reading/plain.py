"""A plain text -> a sheet: the desk's items become the cells of the paper, guesses and leftovers are told."""

from monosashi.forms import Form, forms, label_key, widened
from monosashi.model import Document, Guess, Reading
from monosashi.model.folding import key
from monosashi.reading.grid import Claims, in_reading_order
from monosashi.reading.leftover import account, trace_of
from monosashi.reading.likeness import FEWEST_LABELS, best_form, label_keys
from monosashi.reading.text import decode, read_text
from monosashi.reading.text.desk import Desk, cell_of

#: Labels shorter than this stand in any prose.
_SHORTEST = 4


def plain_sheets(data: bytes, candidates: tuple[Form, ...], document: Document) -> tuple[Reading, ...]:
    """The sheet a text tells, or none. Raises ``UnreadableDocument``."""
    text = decode(data, document.name)
    words = label_key(text)
    best = best_form(_words_in(words, candidates), key(text), candidates)
    if best is None or best.found < FEWEST_LABELS:
        return ()
    parts = {"indicators", "programmes", "cabinet"}
    form = best.form if all(map(best.form.has, parts)) else widened(best.form, forms())
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


def _words_in(words: str, candidates: tuple[Form, ...]) -> frozenset[str]:
    """The labels of the forms that a text holds, by their comparison keys."""
    return frozenset(one for form in candidates for one in label_keys(form) if len(one) >= _SHORTEST and one in words)


def _guesses(desk: Desk) -> tuple[Guess, ...]:
    return tuple(Guess(path=path, reason=reason) for path, reason in desk.guesses)

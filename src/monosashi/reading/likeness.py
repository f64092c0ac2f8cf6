"""Which form a paper is written on: told by its labels, never by the file's name.

Most labels are shared by several ministries' forms, so a label counts by how few forms print it; the words a form itself
prints count in full, other wordings of them half. A paper on which too few of a form's labels stand, or which speaks
mostly the labels of other forms, is of no form that is known: it is read all the same, by every known wording, and the
finding ``form-unknown`` says so.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from monosashi.forms import Form, Wording, general, label_key, widened
from monosashi.model.folding import key
from monosashi.reading.grid import Grid

#: Fewer known labels than this on a paper are chance.
FEWEST_LABELS = 3
#: Of the labels a form asks for, the share that must stand on a paper of that form (less where its title stands there,
#: too); and of the known labels on the paper, the share that the form itself prints. Measured on 42 papers in the layouts
#: of the nine forms on file (at least 0.80 and 0.89) and 15 in invented layouts (at most 0.65 of any form's labels).
_LEAST_ASKED = 0.6
_LEAST_UNTITLED = 0.7
_LEAST_OWN = 0.6
#: Fewer labels of a form without its title are chance: any sheet heads a table of indicators 測定指標, 基準値, 目標値.
#: Measured on the same papers: at least 13 where the form is meant, 5 where it is not.
_FEWEST_UNTITLED = 8
_TITLE = 2.0
_VARIANT = 0.5
#: A label before its own text in one cell is looked for this far.
_LONGEST_LEAD = 40


@dataclass(frozen=True)
class Likeness:
    """How well a form fits a paper. ``asked``, ``own``: see above, 0 to 1. ``found``: how many of its labels stand there."""

    form: Form
    score: float
    found: int
    asked: float
    own: float
    titled: bool

    @property
    def fits(self) -> bool:
        """Whether the paper is written on this form. One without the form's title must bear more of its labels."""
        if not self.titled and self.found < _FEWEST_UNTITLED:
            return False
        return self.asked >= (_LEAST_ASKED if self.titled else _LEAST_UNTITLED) and self.own >= _LEAST_OWN


def words_of(grid: Grid) -> frozenset[str]:
    """Every label a paper may print, by its comparison key: whole cells, and what leads a cell's text."""
    found: set[str] = set()
    for cell in grid.cells:
        found.add(label_key(cell.text[: 4 * _LONGEST_LEAD]))
        first = cell.text.strip()[:_LONGEST_LEAD]
        for mark in (":", "：", "】", "］", "\n", "\u3000"):
            head, found_mark, _ = first.partition(mark)
            if found_mark:
                found.add(label_key(head))
    return frozenset(found - {""})


def likeness(words: frozenset[str], text: str, form: Form, known: tuple[Form, ...]) -> Likeness:
    """Hold a paper against a form. ``text``: the comparison key of all that is printed, for the title's words."""
    shared = _sharing(known)
    hits = [(wording, asked) for wording, asked in _wordings(form, words) if not words.isdisjoint(wording.keys)]
    score = sum(_worth(wording, words, shared) for wording, _ in hits)
    score += _TITLE * (key(form.title.label) in text)
    required = [wording for wording, asked in _wordings(form, words) if asked]
    understood = words & shared.keys()
    own = understood & label_keys(form)
    return Likeness(
        form=form,
        score=score,
        found=len(hits),
        asked=sum(asked for _, asked in hits) / len(required) if required else 0.0,
        own=len(own) / len(understood) if understood else 0.0,
        titled=any(key(title) in text for title in (form.title.label, *form.title.variants)),
    )


def form_of(grid: Grid, known: tuple[Form, ...]) -> Likeness | None:
    """The form a ruled paper is written on; None where it bears too few labels to be a sheet."""
    return best_form(words_of(grid), key("".join(cell.text for cell in grid.cells)), known)


def best_form(words: frozenset[str], text: str, known: tuple[Form, ...]) -> Likeness | None:
    """The form whose labels fit best, of two alike the one with fewer labels; None where no paper of ours is likely.

    Where no form fits, the form of all known wordings; a form given alone is the user's own choice, and fits.
    """
    found = [likeness(words, text, form, known) for form in known]
    best = max(found, key=lambda one: (one.score * one.asked * one.own, -len(list(_wordings(one.form)))), default=None)
    if best is None or len(words & _sharing((*known, general())).keys()) < FEWEST_LABELS:
        return None
    if best.fits or len(known) == 1:
        return best
    return likeness(words, text, widened(general(), known), known)


def _wordings(form: Form, words: frozenset[str] | None = None) -> Iterable[tuple[Wording, bool]]:
    """Each label of a form, and whether every paper of that form prints it.

    ``words``: those on a paper; of a table that is not there at all nothing is asked.
    """
    for spec in form.statements:
        yield spec, not spec.optional
    for table in form.tables:
        if words is not None and all(words.isdisjoint(column.keys) for column in table.columns):
            continue
        for column in table.columns:
            yield column, not column.optional
        for wording in (table.side, table.total):
            if wording:
                yield wording, False


def label_keys(form: Form) -> frozenset[str]:
    """The comparison keys of all labels of a form."""
    return frozenset(one for wording, _ in _wordings(form) for one in wording.keys)


@lru_cache(maxsize=32)
def _sharing(known: tuple[Form, ...]) -> Counter[str]:
    """How many forms know each label."""
    return Counter(one for form in known for one in label_keys(form))


def _worth(wording: Wording, words: frozenset[str], shared: Counter[str]) -> float:
    own = label_key(wording.label)
    exact = 1 / max(1, shared[own]) if own in words else 0.0
    other = max((1 / max(1, shared[one]) for one in wording.keys & words), default=0.0)
    return max(exact, _VARIANT * other)

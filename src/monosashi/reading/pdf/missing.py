"""Text that pdfium drops: which blanks of a page may be letters the machine has no glyphs for.

A font that is not embedded is replaced by one of the machine's; a text object none of whose letters that font can draw
has no width, and pdfium passes over it as over a blank. Which letters it held cannot be asked. A true blank stands
between words or at their end; an object of no width that stands alone is text that is lost.
"""

from monosashi.reading.pdf import pdfium
from monosashi.reading.pdf.shapes import BLANK, Run

#: A blank stands this near to the words it belongs to, in heights of a letter.
_BESIDE = 1.5
#: Fonts of Latin letters, which every machine can draw; office programs leave blanks in them all over a page.
_LATIN = (
    "times",
    "arial",
    "helvetica",
    "courier",
    "symbol",
    "zapf",
    "calibri",
    "cambria",
    "century",
    "verdana",
    "tahoma",
)


def missing_texts(blanks: list[Run], runs: list[Run]) -> list[Run]:
    """The blanks that stand alone and are set in a Japanese font which is not embedded."""
    lone = [blank for blank in blanks if _is_replaced(blank.handle)]
    shown = [run for run in runs if run.text != BLANK] if lone else []
    return [blank for blank in lone if not any(_is_beside(blank, run) for run in shown)]


def _is_replaced(handle: int) -> bool:
    """Whether the font of a text object is one of the machine's, in the place of a Japanese one."""
    embedded, name = pdfium.font_of(handle)
    return not embedded and not name.lower().startswith(_LATIN)


def _is_beside(blank: Run, run: Run) -> bool:
    """Whether a blank goes on from a run, or comes before it, in its line (level or upright)."""
    near = _BESIDE * max(min(run.bottom - run.top, run.x1 - run.x0), 1.0)
    level = abs(run.base - blank.base) < 0.3 * near and run.x0 - near <= blank.x <= run.x1 + near
    upright = run.x0 - 0.3 * near <= blank.x <= run.x1 and run.top - near <= blank.base <= run.bottom + near
    return level or (upright and run.bottom - run.top > 1.2 * (run.x1 - run.x0))

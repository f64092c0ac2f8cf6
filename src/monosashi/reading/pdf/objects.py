"""Page -> its objects: what a page draws, one list, with the objects inside its forms (Form XObjects) in their place."""

from typing import NamedTuple

from monosashi.reading.pdf import pdfium
from monosashi.reading.pdf.matrix import Matrix, paper_matrix

#: Forms inside forms deeper than this are a trap, not a layout.
DEEPEST = 12


#: A drawn object: its kind, its handle, and the way from the space it draws in to the paper.
Drawn = tuple[int, int, Matrix]


class Paper(NamedTuple):
    """How large a page is as shown, and the way from its own space to it."""

    width: float
    height: float
    to_paper: Matrix


def page_paper(page: int) -> Paper:
    """The visible part of a page, turned as /Rotate says."""
    left, bottom, right, top = pdfium.visible_box(page)
    turns = pdfium.page_turns(page)
    width, height = right - left, top - bottom
    if turns % 2:
        width, height = height, width
    return Paper(width, height, paper_matrix(left, bottom, right, top, turns))


def page_objects(page: int, to_paper: Matrix, most: int) -> list[Drawn]:
    """Every object in the order it is drawn; stops one after ``most``, so that the caller can tell there are more."""
    count = max(0, pdfium.count_objects(page))
    kind_of, object_at = pdfium.object_kind, pdfium.object_at
    drawn: list[Drawn] = []
    for n in range(min(count, most + 1)):
        handle = object_at(page, n)
        kind = kind_of(handle)
        if kind == pdfium.FORM:
            _descend(handle, to_paper, 1, most, drawn)
        else:
            drawn.append((kind, handle, to_paper))
    return drawn


def _descend(form: int, outer: Matrix, depth: int, most: int, drawn: list[Drawn]) -> None:
    to_paper = Matrix(*pdfium.matrix(form)).then(outer)
    for n in range(max(0, pdfium.count_inner(form))):
        if len(drawn) > most or depth > DEEPEST:
            return
        handle = pdfium.inner_at(form, n)
        kind = pdfium.object_kind(handle)
        if kind == pdfium.FORM:
            _descend(handle, to_paper, depth + 1, most, drawn)
        else:
            drawn.append((kind, handle, to_paper))

"""Once: what is worked out of a sheet is worked out once, however many checks and rules ask for it.

A sheet never changes, so what follows from it does not either. The last sheet asked about is remembered, by identity
and weakly: one result a function is kept, a batch of many sheets stays flat in memory, and a changed copy is another
sheet.
"""

import weakref
from collections.abc import Callable
from typing import TypeVar

from monosashi.model import Sheet

T = TypeVar("T")


def once(work: Callable[[Sheet], T]) -> Callable[[Sheet], T]:
    """The function, remembering its result for the last sheet it was asked about. The result must not be changed."""
    last: list[tuple[weakref.ref[Sheet], T]] = []

    def remembered(sheet: Sheet) -> T:
        for of, result in tuple(last):
            if of() is sheet:
                return result
        result = work(sheet)
        last[:] = [(weakref.ref(sheet), result)]
        return result

    remembered.__doc__ = work.__doc__
    return remembered

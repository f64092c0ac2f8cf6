"""Count check: the shape of a check that holds a sheet against what was counted from records."""

from collections.abc import Iterator, Sequence
from typing import Protocol

from monosashi.auditing.check import Check
from monosashi.model import Count, Finding, Sheet, Tolerances


class CountCheckModule(Protocol):
    """A module that is a check of a sheet beside its counts."""

    __doc__: str | None
    CHECK: Check

    def check(self, sheet: Sheet, counts: Sequence[Count], by: Tolerances, /) -> Iterator[Finding]:
        """The findings the sheet deserves beside the counts; paths are the sheet's, evidence may name records."""

"""Ledger check: the shape of a check that holds a sheet against the outside books, by what reconciling it told."""

from collections.abc import Iterator
from typing import Protocol

from monosashi.auditing.check import Check
from monosashi.model import Finding, Reconciliation, Sheet, Tolerances


class LedgerCheckModule(Protocol):
    """A module that is a check of a sheet beside the outside books."""

    __doc__: str | None
    CHECK: Check

    def check(self, sheet: Sheet, told: Reconciliation, by: Tolerances, /) -> Iterator[Finding]:
        """The findings the sheet deserves beside the books; paths are the sheet's."""

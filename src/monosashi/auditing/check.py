"""Check: what every check of the rule set has, and the shape a check's module must have.

A module of ``monosashi.auditing.checks`` holds ``CHECK`` (its code and severity), ``check`` (a pure function from a
sheet to findings) and, as its docstring, the text that is published about it. A module of
``monosashi.auditing.pair_checks`` has the same shape for two sheets of one policy.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from monosashi.auditing.pair import Pair
from monosashi.model import Evidence, Finding, Message, Severity, Sheet, Tolerances


@dataclass(frozen=True)
class Contrast:
    """What was expected and what was found, as short as it can be said."""

    expected: str
    found: str


@dataclass(frozen=True)
class Check:
    """A check's code (stable), its severity, and the version of its rule (raised whenever it finds otherwise)."""

    code: str
    severity: Severity
    version: int = 1

    def finding(self, path: str, contrast: Contrast, message: Message, evidence: tuple[Evidence, ...]) -> Finding:
        """A finding of this check. The path itself is never its own evidence."""
        return Finding(
            code=self.code,
            severity=self.severity,
            path=path,
            expected=contrast.expected,
            found=contrast.found,
            evidence=tuple(dict.fromkeys(one for one in evidence if one.path != path)),
            message=message,
            version=self.version,
        )


class CheckModule(Protocol):
    """A module that is a check of one sheet."""

    __doc__: str | None
    CHECK: Check

    def check(self, sheet: Sheet, by: Tolerances, /) -> Iterator[Finding]:
        """The findings the sheet deserves, by this check and these tolerances."""


class PairCheckModule(Protocol):
    """A module that is a check of two sheets of one policy."""

    __doc__: str | None
    CHECK: Check

    def check(self, pair: Pair, by: Tolerances, /) -> Iterator[Finding]:
        """The findings the later sheet deserves, seen beside the earlier one; paths are the later sheet's."""

"""The findings of a sheet as a page of their own, grouped by severity, narrowed by severity and code."""

from collections.abc import Sequence
from dataclasses import dataclass

from monosashi.model import Finding, Sheet, Trace
from monosashi.publishing.html.shown import SEVERITIES, ShownFinding, shown
from monosashi.publishing.html.words import Language, Words, words


@dataclass(frozen=True, slots=True)
class Asked:
    """What a reader asked to see: severities and codes; empty asks for everything."""

    severities: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()

    def wants(self, severity: str, code: str) -> bool:
        """Whether a finding of that severity and code is asked for."""
        return (not self.severities or severity in self.severities) and (not self.codes or code in self.codes)


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where things lie: the page that holds the values, and the explanations of codes. Empty: here, and nowhere."""

    sheet: str = ""
    checks: str = ""


EVERYTHING = Asked()
HERE = Addresses()


@dataclass(frozen=True, slots=True)
class FindingsView:
    """The findings that were asked for.

    ``all_codes``: every code of the sheet, for the choice.
    """

    name: str
    words: Words
    groups: tuple[tuple[str, tuple[ShownFinding, ...]], ...]
    total: int
    asked: Asked
    addresses: Addresses
    all_codes: tuple[str, ...]

    @property
    def count(self) -> int:
        """How many are shown."""
        return sum(len(found) for _, found in self.groups)

    @property
    def all_severities(self) -> tuple[str, ...]:
        """Every severity, gravest first."""
        return tuple(severity.value for severity in SEVERITIES)

    @property
    def narrowed(self) -> bool:
        """Whether anything was asked for."""
        return self.asked != EVERYTHING


def findings_view(
    sheet: Sheet,
    findings: Sequence[Finding],
    trace: Trace,
    language: Language = "ja",
    asked: Asked = EVERYTHING,
    addresses: Addresses = HERE,
) -> FindingsView:
    """The view of a sheet's findings. A severity or code that is unknown leaves nothing, as any other that has none."""
    spoken = words(language)
    every = shown(sheet, findings, trace, spoken)
    kept = [finding for finding in every if asked.wants(finding.severity, finding.code)]
    groups = ((s.value, tuple(f for f in kept if f.severity == s.value)) for s in SEVERITIES)
    return FindingsView(
        name=sheet.policy.name or sheet.identifier.plain or spoken("sheet.unnamed"),
        words=spoken,
        groups=tuple((severity, found) for severity, found in groups if found),
        total=len(every),
        asked=asked,
        addresses=addresses,
        all_codes=tuple(sorted({finding.code for finding in every})),
    )

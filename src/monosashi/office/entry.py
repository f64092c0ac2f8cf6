"""Entry: a sheet as the office shows it, with what is found about it now."""

from monosashi.model import Finding, Noun, Reading, Severity
from monosashi.office.completeness import Completeness


class Entry(Noun):
    """A sheet of a library with what is found about it now."""

    slug: str
    reading: Reading
    findings: tuple[Finding, ...]
    completeness: Completeness

    def count(self, severity: Severity) -> int:
        """How many findings of that severity."""
        return sum(finding.severity is severity for finding in self.findings)

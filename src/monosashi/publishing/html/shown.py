"""Findings as a page shows them: the sentence in the reader's language, with links to what it speaks of."""

from collections.abc import Sequence
from dataclasses import dataclass

from monosashi.model import Finding, Severity, Sheet, Trace, Waiver
from monosashi.model.folding import unbroken
from monosashi.publishing.html.anchors import Anchors
from monosashi.publishing.html.where import where
from monosashi.publishing.html.words import Words

#: The order in which findings are listed: what contradicts first.
SEVERITIES = (Severity.ERROR, Severity.WARNING, Severity.NOTE)


@dataclass(frozen=True, slots=True)
class ShownEvidence:
    """A place that a finding rests on: its name, its anchor, what is printed there, and where on the paper."""

    where: str
    anchor: str
    text: str
    place: str


@dataclass(frozen=True, slots=True)
class ShownFinding:
    """One finding; ``number`` counts the findings of the sheet from 1, errors first."""

    number: int
    code: str
    severity: str
    where: str
    anchor: str
    place: str
    sentence: str
    expected: str
    found: str
    evidence: tuple[ShownEvidence, ...]
    path: str = ""
    waiver: Waiver | None = None


def place_of(trace: Trace, path: str) -> str:
    """Where a path stands on the paper, in words: 「様式1!V10:AA11」. Empty where the trace does not say."""
    return "、".join(str(place) for place in trace.places(path))


def short_place_of(trace: Trace, path: str) -> str:
    """The same in few letters, for narrow columns: the cells alone (V10:AA11), or the page alone (p.3)."""
    return "、".join(dict.fromkeys(place.cell or f"p.{place.page}" for place in trace.places(path)))


def shown(sheet: Sheet, findings: Sequence[Finding], trace: Trace, words: Words) -> tuple[ShownFinding, ...]:
    """The findings in the order of severity, then of the paper."""
    anchors = Anchors.of(sheet)
    order = {path: n for n, path in enumerate(anchors.paths)}

    def rank(finding: Finding) -> tuple[int, int, str]:
        return SEVERITIES.index(finding.severity), order.get(anchors.nearest(finding.path), -1), finding.code

    return tuple(
        ShownFinding(
            number=n,
            code=finding.code,
            severity=finding.severity.value,
            where=where(sheet, finding.path, words),
            anchor=anchors.nearest(finding.path),
            place=place_of(trace, finding.path) if finding.path else "",
            sentence=words.of(finding.message),
            expected=finding.expected,
            found=finding.found,
            evidence=_evidence(sheet, finding, trace, words, anchors),
            path=finding.path,
            waiver=finding.waiver,
        )
        for n, finding in enumerate(sorted(findings, key=rank), start=1)
    )


def _evidence(
    sheet: Sheet, finding: Finding, trace: Trace, words: Words, anchors: Anchors
) -> tuple[ShownEvidence, ...]:
    return tuple(
        ShownEvidence(
            where=where(sheet, evidence.path, words),
            anchor=anchors.nearest(evidence.path),
            text=unbroken(evidence.text),
            place=place_of(trace, evidence.path),
        )
        for evidence in finding.evidence
    )

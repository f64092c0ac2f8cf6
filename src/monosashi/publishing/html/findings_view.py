"""The findings of a sheet as a page of their own: grouped by severity or by check, narrowed by both."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from monosashi.model import Finding, Message, Sheet, Trace
from monosashi.publishing.html.shown import SEVERITIES, ShownFinding, shown
from monosashi.publishing.html.words import Language, Words, words

#: How findings may be grouped; the first is the way nobody asked for.
GROUPINGS = ("severity", "code")


@dataclass(frozen=True, slots=True)
class Asked:
    """What a reader asked to see: severities and codes (empty asks for everything), and how it is grouped."""

    severities: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    by: str = GROUPINGS[0]

    def wants(self, severity: str, code: str) -> bool:
        """Whether a finding of that severity and code is asked for."""
        return (not self.severities or severity in self.severities) and (not self.codes or code in self.codes)


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where things lie: the page that holds the values, and the explanations of codes. Empty: here, and nowhere.

    ``titles``: the names of the checks by their codes. ``paper``: the address that shows a path's place on the original
    once the path is added; empty where there is none. ``rule_set``: the version of the checks that spoke.
    """

    sheet: str = ""
    checks: str = ""
    titles: Mapping[str, Message] = field(default_factory=dict)
    paper: str = ""
    rule_set: str = ""


EVERYTHING = Asked()
HERE = Addresses()


@dataclass(frozen=True, slots=True)
class Group:
    """Findings of one severity, or of one check: then ``code`` and ``title`` say which."""

    severity: str
    code: str
    title: str
    findings: tuple[ShownFinding, ...]

    @property
    def key(self) -> str:
        """By what the group is told apart."""
        return self.code or self.severity


@dataclass(frozen=True, slots=True)
class FindingsView:
    """The findings that were asked for.

    ``severities``: every severity, gravest first, with how many findings of the sheet bear it; ``codes``: every code of
    the sheet with its name and number, the most frequent first.
    """

    name: str
    words: Words
    groups: tuple[Group, ...]
    total: int
    asked: Asked
    addresses: Addresses
    severities: tuple[tuple[str, int], ...]
    codes: tuple[tuple[str, str, int], ...]

    @property
    def count(self) -> int:
        """How many are shown."""
        return sum(len(group.findings) for group in self.groups)

    @property
    def groupings(self) -> tuple[str, ...]:
        """How they may be grouped."""
        return GROUPINGS

    @property
    def narrowed(self) -> bool:
        """Whether some were left out by what was asked."""
        return bool(self.asked.severities or self.asked.codes)


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
    titles = {code: spoken.of(title) for code, title in addresses.titles.items()}
    severities = Counter(finding.severity for finding in every)
    codes = Counter(finding.code for finding in every)
    return FindingsView(
        name=sheet.policy.name or sheet.identifier.plain or spoken("sheet.unnamed"),
        words=spoken,
        groups=_groups([one for one in every if asked.wants(one.severity, one.code)], asked.by, titles),
        total=len(every),
        asked=asked,
        addresses=addresses,
        severities=tuple((severity.value, severities[severity.value]) for severity in SEVERITIES),
        codes=tuple((code, titles.get(code, ""), n) for code, n in codes.most_common()),
    )


def _groups(found: Sequence[ShownFinding], by: str, titles: Mapping[str, str]) -> tuple[Group, ...]:
    """The findings in groups, each in the order of the page, gravest first."""
    groups: dict[tuple[str, str], list[ShownFinding]] = {}
    for finding in found:
        groups.setdefault((finding.severity, finding.code if by == "code" else ""), []).append(finding)
    return tuple(
        Group(severity, code, titles.get(code, ""), tuple(grouped)) for (severity, code), grouped in groups.items()
    )

"""Comparison: what changed between two sheets of one policy, change by change.

A change carries the path and the print of both sides, so that a page can show the two texts beside each other, and
a trace can lead from each to its place on paper.
"""

from collections.abc import Iterator

from pydantic import Field

from monosashi.model import Message, Noun
from monosashi.office.compare.kinds import KIND_TITLES, PART_TITLES, ChangeKind, Part


class Change(Noun):
    """One thing that changed, in a sentence."""

    kind: ChangeKind
    part: Part
    before_path: str | None = Field(description="Where it stands in the earlier sheet; null where it does not")
    after_path: str | None = Field(description="Where it stands in the later sheet; null where it does not")
    before: str = Field(description="What was printed, line breaks left out; empty where nothing was")
    after: str = Field(description="What is printed, line breaks left out; empty where nothing is")
    message: Message
    score: float | None = Field(
        default=None, ge=0, le=1, description="How alike the two are that were taken for one (1: equal names)"
    )

    @property
    def title(self) -> Message:
        """The kind in words: 目標値 / target moved."""
        return KIND_TITLES[self.kind]

    @property
    def path(self) -> str:
        """Where it stands now; where it stood, if it ended."""
        return self.after_path if self.after_path is not None else self.before_path or ""


class ComparedSheet(Noun):
    """Which sheet was compared: its number, title and policy as printed."""

    identifier: str
    title: str
    policy: str


class ChangeGroup(Noun):
    """The changes of one part of the sheet, in printed order."""

    part: Part
    changes: tuple[Change, ...]

    @property
    def title(self) -> Message:
        """The part in words: 測定指標 / Indicators."""
        return PART_TITLES[self.part]


class Comparison(Noun):
    """All that changed, by part and in the printed order of the later sheet; what ended stands where it stood."""

    before: ComparedSheet
    after: ComparedSheet
    changes: tuple[Change, ...] = ()

    def groups(self) -> Iterator[ChangeGroup]:
        """The parts in which something changed, in the order of the form."""
        for part in Part:
            if changes := tuple(change for change in self.changes if change.part is part):
                yield ChangeGroup(part=part, changes=changes)

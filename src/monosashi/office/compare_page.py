"""What changed between two sheets of the library, as a page shows it and as its data."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from monosashi.model.error import MonosashiError
from monosashi.office.compare import Change, Comparison, Part, compare
from monosashi.office.entry import Entry
from monosashi.office.sheet_records import SheetRecord, sheet_record
from monosashi.office.verbs import findings_between
from monosashi.publishing.html import Anchors, Language, Run, Words, difference, where, words
from monosashi.publishing.html.shown import ShownFinding, shown

#: The columns of the CSV.
COLUMNS = (
    *("kind", "part", "before_path", "after_path", "before", "after"),
    *("score", "message_ja", "message_en"),
)


class ChooseTwo(MonosashiError):
    """A comparison was asked for without naming two sheets."""

    def __init__(self) -> None:
        super().__init__(
            "choose-two",
            "比べる表が二つ指定されていません。a と b に表の名前を指定してください。",
            "Two sheets to compare were not named. Give the names of both as a and b.",
        )


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a change: where it stands on that sheet's page (empty: it is not there), its name, its text in runs."""

    address: str
    where: str
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class ShownChange:
    """One change: the sentence, what kind it is, and both sides. ``percent``: how alike what was taken for one is."""

    sentence: str
    kind: str
    before: Side
    after: Side
    percent: int | None


@dataclass(frozen=True, slots=True)
class ShownGroup:
    """The changes of one part of the sheet."""

    part: Part
    title: str
    changes: tuple[ShownChange, ...]


@dataclass(frozen=True)
class ComparePage:
    """The view of a comparison."""

    before: Entry
    after: Entry
    comparison: Comparison
    words: Words

    @property
    def records(self) -> tuple[SheetRecord, SheetRecord]:
        """What the two sheets are."""
        return sheet_record(self.before), sheet_record(self.after)

    @cached_property
    def groups(self) -> tuple[ShownGroup, ...]:
        """The changes by part, in the order of the form."""
        anchors = tuple(Anchors.of(entry.reading.sheet) for entry in (self.before, self.after))
        return tuple(
            ShownGroup(
                group.part, self.words.of(group.title), tuple(self._shown(one, anchors) for one in group.changes)
            )
            for group in self.comparison.groups()
        )

    @cached_property
    def findings(self) -> tuple[ShownFinding, ...] | None:
        """What the checks between two sheets say of the later one; None where the first chosen is the later."""
        try:
            found = findings_between(self.before.reading, self.after.reading)
        except MonosashiError:
            return None
        return shown(self.after.reading.sheet, found, self.after.reading.trace, self.words)

    def _shown(self, change: Change, anchors: Sequence[Anchors]) -> ShownChange:
        runs = difference(change.before, change.after)
        return ShownChange(
            sentence=self.words.of(change.message),
            kind=self.words.of(change.title),
            before=self._side(self.before, anchors[0], change.before_path, runs[0]),
            after=self._side(self.after, anchors[1], change.after_path, runs[1]),
            percent=None if change.score is None or change.score == 1 else round(change.score * 100),
        )

    def _side(self, entry: Entry, anchors: Anchors, path: str | None, runs: tuple[Run, ...]) -> Side:
        if path is None:
            return Side("", "", runs)
        name = where(entry.reading.sheet, path, self.words)
        return Side(f"/sheets/{entry.slug}/#{anchors.nearest(path) or 'main'}", name, runs)


def compare_page(before: Entry, after: Entry, language: Language) -> ComparePage:
    """The view of what changed from one sheet to the other."""
    return ComparePage(before, after, compare(before.reading.sheet, after.reading.sheet), words(language))


def comparison_csv(comparison: Comparison) -> str:
    """One line a change; a path is empty where the sheet has nothing of it."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for one in comparison.changes:
        paths, texts = (one.before_path, one.after_path), (one.before, one.after)
        writer.writerow((one.kind.value, one.part.value, *paths, *texts, one.score, one.message.ja, one.message.en))
    return out.getvalue()

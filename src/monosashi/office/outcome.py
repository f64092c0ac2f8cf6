"""Outcome: what became of one file of a batch, and the summary over all of them."""

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Literal

from monosashi.model import Coverage, Message, Noun, Reading
from monosashi.office.job import Counts

COLUMNS = (
    "file",
    "state",
    "code",
    "outputs",
    "sheets",
    "fields",
    "furniture",
    "leftover",
    "guesses",
    "error",
    "warning",
    "note",
    "message_ja",
    "message_en",
)


class Written(Noun):
    """One sheet of a file: the name of its JSON in the folder, that file's sha256, and what was read in figures."""

    output: str
    sha256: str
    sheet: str
    fields: int
    furniture: int
    leftover: int
    guesses: int
    counts: Counts

    @property
    def share(self) -> float:
        """The share of characters that a field took."""
        return Coverage(fields=self.fields, furniture=self.furniture, leftover=self.leftover).share

    @classmethod
    def of(cls, reading: Reading, output: str, sha256: str, counts: Counts) -> "Written":
        """The figures of a reading."""
        cover = reading.coverage
        return cls(
            output=output,
            sha256=sha256,
            sheet=reading.sheet.identifier.plain or reading.sheet.title.text,
            fields=cover.fields,
            furniture=cover.furniture,
            leftover=cover.leftover,
            guesses=len(reading.guesses),
            counts=counts,
        )


#: How a spreadsheet knows a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class Outcome(Noun):
    """*read* now, *kept* from an earlier run over the same bytes, or *failed* with a code."""

    file: str
    state: Literal["read", "kept", "failed"]
    written: tuple[Written, ...] = ()
    code: str = ""
    message: Message | None = None

    @property
    def name(self) -> str:
        """The file's name without its folder."""
        return Path(self.file).name

    @property
    def has_findings(self) -> bool:
        """Whether any of its sheets deserves a finding."""
        return any(sum(sheet.counts.model_dump().values()) for sheet in self.written)


def summary_csv(outcomes: Iterable[Outcome]) -> str:
    """One line a file, the figures of its sheets added up; UTF-8 with a header.

    A spreadsheet takes a text that begins with one of ``=+-@`` for a formula, and a file's name is anyone's to choose:
    such a text is led by an apostrophe, which spreadsheets do not show.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(map(_harmless, _line(outcome)) for outcome in outcomes)
    return out.getvalue()


def _harmless(entry: str | int) -> str | int:
    return f"'{entry}" if isinstance(entry, str) and entry.startswith(_FORMULA) else entry


def _line(outcome: Outcome) -> Sequence[str | int]:
    sheets = outcome.written
    counts = [sheet.counts for sheet in sheets]
    return (
        outcome.file,
        outcome.state,
        outcome.code,
        " ".join(sheet.output for sheet in sheets),
        len(sheets),
        sum(sheet.fields for sheet in sheets),
        sum(sheet.furniture for sheet in sheets),
        sum(sheet.leftover for sheet in sheets),
        sum(sheet.guesses for sheet in sheets),
        sum(count.error for count in counts),
        sum(count.warning for count in counts),
        sum(count.note for count in counts),
        outcome.message.ja if outcome.message else "",
        outcome.message.en if outcome.message else "",
    )

"""Measures as they stand in tables: each with its path and the number it is printed under."""

from dataclasses import dataclass

from monosashi.model import Indicator, Measure, PrintedNendo, Sheet
from monosashi.model.folding import key


@dataclass(frozen=True)
class Placed:
    """A measure with its path, and the number it stands under."""

    path: str
    indicator: Indicator
    measure: Measure

    @property
    def above(self) -> str:
        """The path of its indicator."""
        return self.path.partition("/measures/")[0]


def measures_of(sheet: Sheet) -> list[Placed]:
    """Every measure in printed order."""
    return [Placed(path, indicator, measure) for path, indicator, measure in sheet.measures()]


def reasons_of(sheet: Sheet, path: str) -> list[int]:
    """Which rationales speak of a measure, and of no other: those that can stand inside its own frame."""
    return [n for n, one in enumerate(sheet.rationales) if one.measures == (path,)]


def is_odd_year(year: PrintedNendo) -> bool:
    """Whether what is printed for the year of a value is none (－, 毎年度), so that it cannot head a column."""
    return bool(year) and year.nendo is None and key(year.text) != "年度"

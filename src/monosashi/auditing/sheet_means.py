"""Sheet means: every baseline of a sheet that is a mean of named years, and the rule by which the sheet rounds them.

Used by the check that recomputes the means and by the one that tells of a rule other than to the nearest.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from monosashi.model import Sheet
from monosashi.model.measuring.mean_years import MeanYears, mean_years
from monosashi.model.measuring.once import once
from monosashi.model.measuring.references import saying
from monosashi.model.measuring.rounding import EVERY_RULE, Rounding, rule_of, rules_of
from monosashi.model.measuring.strand import Strand, strands

#: What a rationale may say of the rounding.
_SAID = {
    Rounding.FLOOR: re.compile("切り?捨て"),
    Rounding.CEILING: re.compile("切り?上げ"),
}


@dataclass(frozen=True)
class SheetMean:
    """A baseline with the years it is the mean of, the rules of rounding that it fits, and the one its rationale states."""

    strand: Strand
    years: MeanYears
    fits: frozenset[Rounding]
    stated: Rounding | None

    @property
    def told(self) -> bool:
        """Whether it tells how it was rounded: a rule explains it, and not every rule does."""
        return bool(self.fits) and self.fits != EVERY_RULE

    @property
    def odd(self) -> bool:
        """Whether it is rounded down or up and not to the nearest."""
        return bool(self.fits) and Rounding.NEAREST not in self.fits


@dataclass(frozen=True)
class SheetMeans:
    """The means of a sheet, in printed order, and the rule in force."""

    means: tuple[SheetMean, ...]
    rule: Rounding

    def others(self, mean: SheetMean) -> list[SheetMean]:
        """The other means that tell how they were rounded, and by the rule in force."""
        return [one for one in self.means if one is not mean and one.told and self.rule in one.fits]


@once
def sheet_means(sheet: Sheet) -> SheetMeans:
    """Every mean whose years are all printed, with the rule that explains them best."""
    means = tuple(_means(sheet))
    return SheetMeans(means, rule_of(mean.fits for mean in means if not mean.stated))


def _means(sheet: Sheet) -> Iterator[SheetMean]:
    for strand in strands(sheet):
        found = mean_years(sheet, strand)
        if found and found.pasts:
            fits = rules_of(found.values, found.baseline.amount.value)
            stated = next((rule for rule, words in _SAID.items() if saying(sheet, strand, words)), None)
            yield SheetMean(strand, found, fits, stated if stated in fits else None)

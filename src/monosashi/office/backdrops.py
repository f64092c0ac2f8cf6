"""Backdrops: what the audit knows of measures that their charts show, which way is better and which years were abnormal."""

from collections.abc import Iterable

from monosashi.forms.disrupted import disrupted_years
from monosashi.model import Finding, Measure, Sheet
from monosashi.model.measuring.direction import direction
from monosashi.model.measuring.strand import strands
from monosashi.publishing.charts import Backdrop, Disrupted

#: The check that speaks of abnormal years; a year is shaded only where it does.
_DISRUPTED = "disrupted-year"


def backdrops(sheet: Sheet, findings: Iterable[Finding]) -> tuple[Backdrop, ...]:
    """The backdrop of each measure. ``findings``: of the sheet."""
    spoken = [finding.path for finding in findings if finding.code == _DISRUPTED]
    measures = {path: measure for path, _, measure in sheet.measures()}
    found = []
    for strand in strands(sheet):
        if strand.part:
            continue
        assumed = direction(sheet, strand)
        concerned = any(path.startswith(f"{strand.path}/") for path in spoken)
        found.append(
            Backdrop(
                path=strand.path,
                way=assumed.way.value,
                why=assumed.why,
                disrupted=_disrupted(measures[strand.path]) if concerned else (),
            )
        )
    return tuple(found)


def _disrupted(measure: Measure) -> tuple[Disrupted, ...]:
    """The abnormal years among those the baseline is the mean of; all there are where it does not name its years."""
    quantity = measure.baseline.value.quantity
    mean = {year.year for year in quantity.mean_of} if quantity else set()
    return tuple(Disrupted(year=one.year, event=one.event) for one in disrupted_years() if not mean or one.year in mean)

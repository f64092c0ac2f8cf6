"""Past actuals under 【参考】: what of a line belongs to which measure.

A rationale that speaks of one measure gives it the whole line, whose parts are the measure's parts. One that speaks
of several prints totals, and a measure's share is the part that bears the label its own values lead with:
「42回（政策協議等：17回　国際会議：25回）」 is 17 for the measure whose target reads 「政策協議等：41回程度」.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from monosashi.model import Amount, Measure, Nendo, Part, Sheet
from monosashi.model.rationale import share_of


@dataclass(frozen=True)
class Past:
    """A past actual of one measure: its year, its number, and the parts of it that are named."""

    nendo: Nendo
    amount: Amount
    parts: tuple[Part, ...] = ()


def past_actuals(sheet: Sheet, path: str, measure: Measure) -> Iterator[Past]:
    """The past actuals of the measure at ``path``, in printed order."""
    for rationale in sheet.rationales:
        if path in rationale.measures:
            for line in rationale.references:
                if line.quantity and line.year.nendo:
                    share = share_of(line.quantity, measure.label, shared=len(rationale.measures) > 1)
                    if share:
                        yield Past(line.year.nendo, *share)

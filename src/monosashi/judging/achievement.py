"""Achievement: what each measure, and each of its named parts, reached in one year, held against the target of that year.

``achievements(sheet)`` gives one for each in printed order. Every number of it is explained by its steps; where there
is no number to judge by, its footing says in which way, and nothing is concluded.
"""

from typing import Any

from monosashi.forms.disrupted import disruption
from monosashi.judging.aim import Aim
from monosashi.judging.aim_of import aim_of
from monosashi.judging.earlier import earlier
from monosashi.judging.evidence import Evidence, evidence_of
from monosashi.judging.footing import footing_of
from monosashi.judging.judged_year import judged_year, year_of
from monosashi.judging.reckoning import Case, reckoned
from monosashi.judging.start import Start, start_of
from monosashi.judging.stated_target import StatedTarget, stated_target, which_target
from monosashi.model import Achievement, Input, InputRole, Nendo, Sheet, State, Terms
from monosashi.model.folding import unbroken
from monosashi.model.measuring.direction import Direction, direction
from monosashi.model.measuring.strand import Point, Strand, strands

_PLAIN = Terms()


def achievements(sheet: Sheet, terms: Terms = _PLAIN, nendo: Nendo | None = None) -> tuple[Achievement, ...]:
    """What every measure and every named part reached, in printed order; a measure's whole comes before its parts.

    ``nendo``: the year to judge; without it the sheet's own (``judged_year``), or for a measure that has no column for
    it the latest before. ``terms``: tolerances in per cent, and what to leave out. What a sheet says never raises.
    """
    return MeasuredSheet(sheet, nendo).on(terms)


class MeasuredSheet:
    """A sheet whose measures, directions and years were read once, to be judged on several terms."""

    def __init__(self, sheet: Sheet, nendo: Nendo | None = None) -> None:
        self._sheet = sheet
        found = tuple(strands(sheet))
        own = nendo or judged_year(sheet, found)
        self._measured = tuple((strand, direction(sheet, strand), nendo or year_of(strand, own)) for strand in found)

    def on(self, terms: Terms) -> tuple[Achievement, ...]:
        """What they reached on these terms."""
        return tuple(self.one(n, terms) for n in range(len(self._measured)))

    def one(self, n: int, terms: Terms) -> Achievement:
        """What the n-th of them (from 0) reached on these terms."""
        strand, way, year = self._measured[n]
        return _achievement(self._sheet, strand, way, year, terms)


def _achievement(sheet: Sheet, strand: Strand, way: Direction, nendo: Nendo | None, terms: Terms) -> Achievement:
    evidence = evidence_of(strand, nendo, terms)
    held = stated_target(strand, evidence.nendo)
    aim = aim_of(sheet, strand, way, held, evidence.nendo, evidence.point)
    stands = footing_of(strand, evidence, held, aim)
    start = start_of(sheet, strand, aim.unit, cumulative=aim.cumulative or stands.running, terms=terms)
    which = (which_target(strand, held, evidence.nendo, every_year=aim.every_year),) if held else ()
    steps = (*which, *aim.steps, *evidence.steps, *stands.steps)
    fields = _said(strand, aim, held, start, evidence)
    if held and stands.actual is not None:
        numbers, why = reckoned(Case(strand, aim, held, start, evidence, stands.actual, terms))
        return Achievement(**fields, **numbers, footing=stands.footing, steps=(*steps, *why))
    before = earlier(sheet, strand, way, evidence, terms) if held else ()
    return Achievement(**fields, footing=stands.footing, steps=(*steps, *before))


def _said(strand: Strand, aim: Aim, held: StatedTarget | None, start: Start, evidence: Evidence) -> dict[str, Any]:
    """What an achievement says of its measure, whether or not there is a number to judge by."""
    return {
        "path": strand.path,
        "part": strand.part,
        "number": strand.indicator.number.text,
        "name": strand.name,
        "kind": strand.measure.name.kind,
        "primary": strand.indicator.primary,
        "nendo": evidence.nendo,
        "final": bool(held and held.final),
        "on_the_way": bool(held and held.on_the_way and not aim.every_year),
        "shape": aim.shape,
        "way": aim.way,
        "why": aim.why,
        "way_assumed": aim.assumed,
        "inputs": _inputs(strand, start, held, evidence),
        "disrupted": start.disrupted or bool(evidence.nendo and disruption(evidence.nendo)),
        "printed_mark": _printed_mark(strand, evidence),
    }


def _inputs(strand: Strand, start: Start, held: StatedTarget | None, evidence: Evidence) -> tuple[Input, ...]:
    measure = strand.measure
    yearly = held if held and held.role is InputRole.YEAR_TARGET else None
    own = next((point for point in strand.yearly if yearly and point.path.startswith(yearly.path)), None)
    found = (
        (InputRole.BASELINE, start.point, measure.baseline.value.text, measure.baseline.year.nendo),
        (InputRole.TARGET, strand.target, measure.target.value.text, measure.target.year.nendo),
        (InputRole.YEAR_TARGET, own, yearly.value.text if yearly else "", yearly.nendo if yearly else None),
        (InputRole.ACTUAL, evidence.point, evidence.text, evidence.nendo),
    )
    return tuple(_input(role, point, text, nendo) for role, point, text, nendo in found if point)


def _input(role: InputRole, point: Point, text: str, nendo: Nendo | None) -> Input:
    return Input(role=role, path=point.path, text=unbroken(text), value=point.amount.value, nendo=nendo)


def _printed_mark(strand: Strand, evidence: Evidence) -> str:
    """What the sheet prints as the mark: the measure's, else that of the year, else a rate in brackets."""
    if mark := unbroken(strand.measure.mark.text):
        return mark
    if not evidence.actual or evidence.actual.state is not State.REPORTED:
        return ""
    if mark := unbroken(evidence.actual.mark):
        return mark
    quantity = evidence.actual.value.quantity
    return f"{quantity.rate:,f}%" if quantity and quantity.rate is not None else ""

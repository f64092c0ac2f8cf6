"""Reckoning: what follows from a measure's numbers: met, level, progress, pace and movement, each with its steps."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from monosashi.judging.aim import Aim
from monosashi.judging.attainment import level, met, why_met
from monosashi.judging.evidence import Evidence
from monosashi.judging.headway import movement, pace, progress
from monosashi.judging.money_units import in_unit
from monosashi.judging.saying import step
from monosashi.judging.start import Start
from monosashi.judging.stated_target import StatedTarget
from monosashi.model import Step, Terms
from monosashi.model.measuring.strand import Strand
from monosashi.model.measuring.wording import number


@dataclass(frozen=True)
class Case:
    """The numbers of one strand in one year: the aim, the target it comes from, where it set out, the actual in the
    target's unit and the evidence for it, and the terms."""

    strand: Strand
    aim: Aim
    held: StatedTarget
    start: Start
    evidence: Evidence
    actual: Decimal
    terms: Terms

    @property
    def on_the_way(self) -> bool:
        """Whether a target is looked at before its year: not a level that is to be held all along."""
        return self.held.on_the_way and not self.aim.every_year

    @property
    def paths(self) -> tuple[str, str]:
        """Where the actual and the target stand."""
        return self.evidence.path, self.held.path


def reckoned(case: Case) -> tuple[dict[str, Any], tuple[Step, ...]]:
    """The fields of an achievement that need numbers, and the steps that explain them, in the order of reckoning."""
    aim, actual = case.aim, case.actual
    reached = met(aim, actual, case.terms)
    said = number(case.evidence.point) if case.evidence.point else case.evidence.text
    by_bound = why_met(aim, actual, said, case.terms, *case.paths, on_the_way=case.on_the_way)
    rate, by_level = level(aim, actual, *case.paths)
    here, to_the_end, by_progress = _progress(case)
    time = pace(aim, case.start, case.strand.measure.target.year.nendo, case.evidence.as_of, to_the_end, reached)
    fields = {
        "against": aim.value,
        "reached": actual,
        "met": True if reached else None if case.on_the_way else False,
        "level": rate,
        "progress": here,
        "final_progress": to_the_end,
        "elapsed": time.elapsed,
        "on_track": time.on_track,
        "moved": movement(aim, case.start, actual, reached),
    }
    return fields, (by_bound, by_level, *by_progress, *time.steps)


def _progress(case: Case) -> tuple[Decimal | None, Decimal | None, tuple[Step, ...]]:
    """Progress toward the target held against, and toward the final one, with the steps."""
    aim, start = case.aim, case.start
    if aim.up is None or aim.value is None:
        return None, None, (_BAND,)
    if aim.moves:
        return None, None, (_MOVES,)
    if start.value is None:
        return None, None, start.steps
    here, by_here = progress(start, case.actual, aim.value, up=aim.up, final=case.held.final)
    if case.held.final:
        return here, here, (*start.steps, by_here)
    target = case.strand.target
    end = in_unit(target.amount.value, target.amount.unit, aim.unit) if target else None
    if end is None:
        return here, None, (*start.steps, by_here)
    there, by_there = progress(start, case.actual, end, up=aim.up, final=True)
    return here, there, (*start.steps, by_here, *(() if end == aim.value else (by_there,)))


_BAND = step(
    "目標が幅なので、基準値からの進み（％）は出しません。",
    "The target is a band, so no share of the way from the baseline is given.",
)
_MOVES = step(
    "目標が年度ごとに動くので、基準値からの進み（％）は出しません。",
    "The target is another number each year, so no share of the way from the baseline is given.",
)

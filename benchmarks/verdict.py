"""The verdict: sheets audited and judged in two processes, with the memory each process holds early and late.

Each sheet is parsed from its canonical JSON, audited, and judged with its sensitivity by the rule in force; the floor is
the parsing alone. The sheets are the bundled samples, each time with another number, so that no answer is remembered.
"""

import resource
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass

from monosashi.auditing import audit
from monosashi.judging import judge, rule_in_force
from monosashi.model import Sheet
from monosashi.office import publish_sheet
from monosashi.office.samples import sample_sheets

PROCESSES = 2
#: How many sheets a process has seen when its memory is first looked at.
_EARLY = 500


@dataclass(frozen=True)
class Verdict:
    """How many sheets in how many seconds; the most bytes a process held after its first sheets and after all."""

    sheets: int
    seconds: float
    early: int
    late: int

    @property
    def a_minute(self) -> float:
        """Sheets a minute, all processes together."""
        return self.sheets / self.seconds * 60


def verdict(sheets: int) -> Verdict:
    """Sheets parsed, audited and judged."""
    return _run(_audited_and_judged, sheets)


def parsed(sheets: int) -> Verdict:
    """The floor: sheets parsed and nothing else."""
    return _run(_parsed, sheets)


def _run(work: Callable[[int], tuple[int, int]], sheets: int) -> Verdict:
    start = time.perf_counter()
    with ProcessPoolExecutor(PROCESSES) as pool:
        peaks = list(pool.map(work, [sheets // PROCESSES] * PROCESSES))
    return Verdict(sheets, time.perf_counter() - start, max(one for one, _ in peaks), max(two for _, two in peaks))


def _audited_and_judged(count: int) -> tuple[int, int]:
    return _each(count, lambda sheet: (audit(sheet), judge(sheet, rule_in_force(sheet))))


def _parsed(count: int) -> tuple[int, int]:
    return _each(count, lambda sheet: sheet)


def _each(count: int, step: Callable[[Sheet], object]) -> tuple[int, int]:
    texts = [publish_sheet(sheet, "json").decode() for sheet in sample_sheets()]
    marks = [sheet.identifier.text for sheet in sample_sheets()]
    early = 0
    for n in range(count):
        text, mark = texts[n % len(texts)], marks[n % len(texts)]
        step(Sheet.model_validate_json(text.replace(mark, f"{mark}{n}")))
        early = _held() if n == _EARLY else early
    return early, _held()


def _held() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024

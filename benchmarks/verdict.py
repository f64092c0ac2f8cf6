"""The verdict: sheets audited and judged in two processes, with the memory each process holds early and late.

Each sheet is parsed from its canonical JSON, audited, and judged with its sensitivity by the rule in force; the floor is
the parsing alone. The sheets are the invented ones of tests/papers, in every layout, or the two bundled samples, which are
as long as the longest published ones.
"""

import resource
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass

from monosashi.auditing import audit
from monosashi.judging import judge, rule_in_force
from monosashi.model import Sheet
from monosashi.office import read
from monosashi.office.samples import sample_sheets
from tests.papers.catalogue import papers
from tests.papers.files import written

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


def verdict(texts: Sequence[str], sheets: int) -> Verdict:
    """So many sheets parsed, audited and judged, the texts in turn."""
    return _run(_audited_and_judged, texts, sheets)


def parsed(texts: Sequence[str], sheets: int) -> Verdict:
    """The floor: sheets parsed and nothing else."""
    return _run(_parsed, texts, sheets)


def samples() -> list[str]:
    """The bundled samples as canonical JSON."""
    return [sheet.model_dump_json() for sheet in sample_sheets()]


def invented() -> list[str]:
    """Every sheet of the invented papers as canonical JSON."""
    return [
        reading.sheet.model_dump_json() for paper in papers() for reading in read(written(paper, "xlsx"), "paper.xlsx")
    ]


def _run(work: Callable[[Sequence[str], int], tuple[int, int]], texts: Sequence[str], sheets: int) -> Verdict:
    start = time.perf_counter()
    with ProcessPoolExecutor(PROCESSES) as pool:
        peaks = list(pool.map(work, [texts] * PROCESSES, [sheets // PROCESSES] * PROCESSES))
    return Verdict(sheets, time.perf_counter() - start, max(one for one, _ in peaks), max(two for _, two in peaks))


def _audited_and_judged(texts: Sequence[str], count: int) -> tuple[int, int]:
    return _each(texts, count, lambda sheet: (audit(sheet), judge(sheet, rule_in_force(sheet))))


def _parsed(texts: Sequence[str], count: int) -> tuple[int, int]:
    return _each(texts, count, lambda sheet: sheet)


def _each(texts: Sequence[str], count: int, step: Callable[[Sheet], object]) -> tuple[int, int]:
    early = 0
    for n in range(count):
        step(Sheet.model_validate_json(texts[n % len(texts)]))
        early = _held() if n == _EARLY else early
    return early, _held()


def _held() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024

"""Time and memory of a call: the best of several runs, and the most memory Python held in one."""

import gc
import time
import tracemalloc
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Measured:
    """Seconds of the best run, and the most bytes held in a run of its own."""

    seconds: float
    peak: int


def measure(call: Callable[[], object], runs: int = 7) -> Measured:
    """Run a call until its best time is steady, then once more to see its memory."""
    call()
    gc.collect()
    best = min(_once(call) for _ in range(runs))
    tracemalloc.start()
    call()
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return Measured(best, peak)


def _once(call: Callable[[], object]) -> float:
    start = time.perf_counter()
    call()
    return time.perf_counter() - start

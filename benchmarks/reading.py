"""Reading PDFs: speed, cells right, memory, growth, one process and two; all in one run on the same distinct files.

Seconds are of the processor, best of several rounds, so that a busy machine does not turn the ratios; only two processes
against one are measured by the clock on the wall.
"""

import multiprocessing
import os
import time
import warnings
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pypdfium2

from benchmarks.papers import Paper, drawn_papers, growing, published_papers
from benchmarks.readers import PEERS, Cells, Reader, absent, cells_stage, page_stages, raw_text, whole_read
from tests.variations.truth import plain

_MB = 1024 * 1024
#: Camelot draws every page as a picture: it is asked for a few pages only.
_FEW = 8
_SIZES = (1, 10, 100, 1000)


@dataclass(frozen=True)
class Row:
    """What one reader did with the papers it was given."""

    reader: str
    pages: int
    seconds: float
    right: int
    cells: int
    peak: int

    @property
    def speed(self) -> float:
        """Pages a second."""
        return self.pages / self.seconds


def readers(papers: Sequence[Paper]) -> Iterator[Row]:
    """The floor, our stages and the peers that are here, each over the same papers."""
    yield _row("pypdfium2: raw text (the floor)", raw_text, papers, runs=5)
    yield _row("monosashi: cells", cells_stage, papers, runs=5)
    for name, (_, reader) in PEERS.items():
        if name not in absent():
            few = papers if "camelot" not in name else papers[:: max(1, len(papers) // _FEW)][:_FEW]
            yield _row(name + ("" if few is papers else f" ({len(few)} files)"), reader, few, runs=1)


def whole_reads(papers: Sequence[Paper]) -> Iterator[Row]:
    """The floor and the whole read, over papers that hold a sheet."""
    yield _row("pypdfium2: raw text (the floor)", raw_text, papers, runs=5)
    yield _row("monosashi: cells", cells_stage, papers, runs=5)
    yield _row("monosashi: whole read", whole_read, papers, runs=3)


@dataclass(frozen=True)
class Growth:
    """A PDF of so many pages: seconds and memory of the stages page by page, and of the cells of the whole document."""

    pages: int
    stages: float
    stages_peak: int
    cells: float
    cells_peak: int


def growth() -> Iterator[Growth]:
    """From one page to a thousand. Memory is what the process held at most beyond what it held before it read."""
    for pages in _SIZES:
        data = growing(pages)
        stages, stages_peak = _in_a_child(page_stages, [data])
        cells, cells_peak = _in_a_child(cells_stage, [data])
        yield Growth(pages, stages, stages_peak, cells, cells_peak)


def side_by_side(papers: Sequence[Paper], rounds: int = 8) -> tuple[float, float]:
    """Pages a second of the cells stage in one process and in two, warm."""
    work = [paper.data for paper in papers] * rounds
    pages = sum(map(_pages, (paper.data for paper in papers))) * rounds
    return pages / _pooled(1, work), pages / _pooled(2, work)


def _pooled(processes: int, work: Sequence[bytes]) -> float:
    with multiprocessing.get_context("fork").Pool(processes) as pool:
        pool.map(_read_one, work[: processes * 4])
        start = time.perf_counter()
        for _ in pool.imap_unordered(_read_one, work, chunksize=4):
            pass
        return time.perf_counter() - start


def _read_one(data: bytes) -> int:
    return len(cells_stage(data))


def _row(name: str, reader: Reader, papers: Sequence[Paper], runs: int) -> Row:
    read = [_quiet(reader, paper.data) for paper in papers]
    seconds = min(_timed(reader, papers) for _ in range(runs))
    _, peak = _in_a_child(reader, [paper.data for paper in papers])
    right = sum(map(_right, papers, read))
    pages = sum(_pages(paper.data) for paper in papers)
    return Row(name, pages, seconds, right, sum(paper.cells for paper in papers), peak)


def _timed(reader: Reader, papers: Sequence[Paper]) -> float:
    start = time.process_time()
    for paper in papers:
        _quiet(reader, paper.data)
    return time.process_time() - start


def _quiet(reader: Reader, data: bytes) -> Cells:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return reader(data)


def _right(paper: Paper, cells: Cells) -> int:
    """Cells of the truth that were read with their text; each cell read counts once."""
    on_pages = Counter((page, plain(text)) for page, text in cells)
    anywhere = Counter(plain(text) for _, text in cells)
    wanted = Counter(paper.whole)
    return sum(min(count, on_pages[key]) for key, count in wanted.items()) + sum(
        min(count, anywhere[text]) for text, count in Counter(paper.cut).items()
    )


def _pages(data: bytes) -> int:
    document = pypdfium2.PdfDocument(data)
    pages = len(document)
    document.close()
    return pages


def _in_a_child(reader: Reader, work: Sequence[bytes]) -> tuple[float, int]:
    """Seconds of a reader in a process of its own, and the most memory it came to hold beyond what it began with."""
    here, there = multiprocessing.get_context("fork").Pipe(duplex=False)
    child = multiprocessing.get_context("fork").Process(target=_measure, args=(reader, work, there.send))
    child.start()
    seconds, peak = here.recv()
    child.join()
    return seconds, peak


def _measure(reader: Reader, work: Sequence[bytes], tell: Callable[[tuple[float, int]], None]) -> None:
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")  # the highest mark is set back to what is held now
    before = _resident("VmRSS")
    start = time.process_time()
    for data in work:
        _quiet(reader, data)
    tell((time.process_time() - start, max(0, _resident("VmHWM") - before)))
    os._exit(0)


def _resident(mark: str) -> int:
    """Bytes of memory by a line of /proc/self/status."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    line = next(line for line in status.splitlines() if line.startswith(mark))
    return int(line.split()[1]) * 1024


def papers() -> tuple[list[Paper], list[Paper]]:
    """What is drawn here, and what was published."""
    return drawn_papers(), published_papers()

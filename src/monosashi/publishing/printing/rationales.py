"""The rationales beside the table: each is merged over the measures it speaks of.

Where two rationales speak of one measure they stand side by side. A rationale whose measures do not stand together is
printed beside each run of them; one that speaks of no measure of the table gets a line of its own at the end.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from monosashi.model import Rationale, Sheet
from monosashi.publishing.printing.box import Box, Look, Span


@dataclass
class _Run:
    """A rationale over lines that stand together; ``lane``: its place from the left, among ``lanes``."""

    rationale: int
    top: int
    bottom: int
    lane: int = 0
    lanes: int = 1


def rationale_boxes(
    sheet: Sheet, bands: Mapping[str, Span], columns: Span, last: int, elsewhere: Collection[int] = ()
) -> tuple[tuple[Box, ...], int]:
    """The boxes of the rationale column, and the last line of the table.

    ``bands``: the lines of each measure by its path; ``last``: the table's last line so far; ``elsewhere``: which
    rationales stand beside measures that are not in this table.
    """
    runs: list[_Run] = []
    for n, rationale in enumerate(sheet.rationales):
        if n in elsewhere:
            continue
        lines = _lines(rationale, bands)
        if not lines:
            last += 1
            lines = [(last, last)]
        runs += [_Run(n, top, bottom) for top, bottom in lines]
    _set_side_by_side(runs)
    spoken = {line for run in runs for line in range(run.top, run.bottom + 1)}
    blanks = [Box(top, columns[0], bottom, columns[1]) for top, bottom in bands.values() if top not in spoken]
    return (*(_box(sheet, run, columns) for run in runs), *blanks), last


def _lines(rationale: Rationale, bands: Mapping[str, Span]) -> list[Span]:
    """The lines of the measures it speaks of, those that stand together as one."""
    found: list[Span] = []
    for top, bottom in sorted(bands[path] for path in set(rationale.measures) if path in bands):
        if found and found[-1][1] + 1 == top:
            found[-1] = (found[-1][0], bottom)
        else:
            found.append((top, bottom))
    return found


def _set_side_by_side(runs: list[_Run]) -> None:
    """Give runs that share lines lanes of their own; runs that share none keep the whole width."""
    cluster: list[_Run] = []
    end = 0
    for run in [*sorted(runs, key=lambda run: (run.top, run.rationale)), None]:
        if run is None or run.top > end:
            lanes = 1 + max((member.lane for member in cluster), default=0)
            for member in cluster:
                member.lanes = lanes
            cluster = []
        if run is not None:
            taken = {member.lane for member in cluster if member.bottom >= run.top}
            run.lane = next(lane for lane in range(len(cluster) + 1) if lane not in taken)
            cluster.append(run)
            end = max(end, run.bottom)


def _box(sheet: Sheet, run: _Run, columns: Span) -> Box:
    left, right = columns
    width = right - left + 1
    edges = [left + width * lane // run.lanes for lane in range(run.lanes + 1)]
    text = sheet.rationales[run.rationale].text
    path = f"/rationales/{run.rationale}"
    return Box(run.top, edges[run.lane], run.bottom, edges[run.lane + 1] - 1, text, path, Look.RUNNING)

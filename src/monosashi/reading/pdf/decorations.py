"""Rules -> rules without decorations: lines under and through words are no borders.

A border runs from line to line: both its ends stand on upright lines, or upright lines cross it; or it ends where other
borders of a table without an outer border end. A line that ends in the open is a decoration, a tick or a leader; so is
one that runs exactly as far as the words over it.
"""

from bisect import bisect_left
from collections.abc import Sequence

from monosashi.reading.pdf.rules import DASH
from monosashi.reading.pdf.shapes import Rule, Run, Stroke

#: How far a border may end from the line it is drawn to; words keep a wider distance.
_REACH = 1.2
#: A line under words stands at most this share of a letter's height below their baseline; one through them, above it.
_BELOW, _ABOVE = 0.35, 0.8
#: A line along words begins and ends this near to them, as a share of a letter's height.
_ENDS = 0.75
#: No dash of a border is this long.
_LONG = 40.0


def strokes_without_decorations(strokes: list[Stroke], runs: list[Run]) -> list[Stroke]:
    """The strokes without those that can only be decorations: they run along words and touch or cross no upright line.
    Taken out before lines are put together, so that none becomes a part of a border that happens to stand at its height.
    """
    ats = sorted({at for upright, at, _, _ in strokes if upright})
    level = [stroke for stroke in strokes if not stroke[0]]
    loose = {start for start in {stroke[2] for stroke in level} if not _is_near(start, ats)}
    free = [stroke for stroke in level if stroke[2] in loose and stroke.end - stroke.start > DASH] if loose else []
    free = [stroke for stroke in free if not _is_near(stroke.end, ats)]
    if not free:
        return strokes
    upright = [stroke for stroke in strokes if stroke.upright]
    words = _by_base(runs)
    along = {stroke for stroke in free if _runs_along(stroke, words, ats) and not _is_crossed(stroke, upright)}
    return [stroke for stroke in strokes if stroke not in along]


def _is_near(end: float, ats: list[float]) -> bool:
    n = bisect_left(ats, end - _REACH)
    return n < len(ats) and ats[n] <= end + _REACH


def _is_crossed(stroke: Stroke, upright: list[Stroke]) -> bool:
    return any(
        stroke.start < other.at < stroke.end and other.start - _REACH <= stroke.at <= other.end + _REACH
        for other in upright
    )


def _by_base(runs: list[Run]) -> list[Run]:
    return sorted((run for run in runs if run.x1 > run.x0), key=lambda run: run.base)


def without_decorations(rules: list[Rule], runs: list[Run]) -> list[Rule]:
    """The rules that can be borders."""
    upright = [rule for rule in rules if rule.upright]
    held: list[Rule] = []
    loose: list[tuple[Rule, list[float]]] = []
    for rule in rules:
        if not rule.upright:
            crossing = [u.at for u in upright if u.start - _REACH <= rule.at <= u.end + _REACH]
            if _is_held(rule, crossing):
                held.append(rule)
            elif crossing:
                loose.append((rule, crossing))
    if not loose:
        return [*held, *upright]
    words = _by_base(runs)
    ends = sorted({rule.start for rule in held} | {rule.end for rule in held} | _common_ends(loose))
    kept = (rule for rule, crossing in loose if _ends_at(rule, sorted({*crossing, *ends})))
    return [*held, *(rule for rule in kept if not _runs_along(rule, words)), *upright]


def _common_ends(loose: list[tuple[Rule, list[float]]]) -> set[float]:
    """Where several lines that go out from an upright line end in the open: the side of a table without outer border."""
    open_: list[float] = []
    for rule, crossing in loose:
        free = [end for end in (rule.start, rule.end) if not any(abs(at - end) <= _REACH for at in crossing)]
        open_ += free if len(free) == 1 else []
    return {end for end in open_ if sum(abs(end - other) <= _REACH for other in open_) > 1}


def _is_held(rule: Rule, crossing: list[float]) -> bool:
    """Whether upright lines cross it, or hold both its ends."""
    inside = any(rule.start + _REACH < at < rule.end - _REACH for at in crossing)
    return inside or (
        any(abs(at - rule.start) < _REACH for at in crossing) and any(abs(at - rule.end) < _REACH for at in crossing)
    )


def _ends_at(rule: Rule, places: list[float]) -> bool:
    """Whether both ends of a line are at upright lines, or where other lines of a table without outer border end."""
    return all(any(abs(place - end) <= _REACH for place in places) for end in (rule.start, rule.end))


def _runs_along(rule: Rule | Stroke, words: list[Run], ats: Sequence[float] = ()) -> bool:
    """Whether a line begins and ends with words that stand on or under it; a long one between upright lines at ``ats``, one
    of both (a producer may draw it as long as another font's letters)."""
    first = bisect_left(words, rule.at - 40, key=lambda run: run.base)
    starts = ends = False
    for run in words[first:]:
        height = max(run.bottom - run.top, 1.0)
        if run.base - _ABOVE * height > rule.at + 40:
            break
        if run.base - _ABOVE * height <= rule.at <= run.base + _BELOW * height:
            starts = starts or abs(min(run.x, run.x0) - rule.start) <= _ENDS * height
            ends = ends or abs(run.x1 - rule.end) <= _ENDS * height
    one_will_do = bool(ats) and rule.end - rule.start > _LONG and ats[0] < rule.start and rule.end < ats[-1]
    return (starts or ends) if one_will_do else (starts and ends)

"""Rules -> rules without decorations: lines under and through words are no borders.

A border runs from line to line: both its ends stand on upright lines, or upright lines cross it; or it ends where other
borders of a table without an outer border end. A line that ends in the open is a decoration, a tick or a leader; so is
one that runs exactly as far as the words over it.
"""

from bisect import bisect_left

from monosashi.reading.pdf.shapes import Rule, Run

#: How far a border may end from the line it is drawn to; words keep a wider distance.
_REACH = 1.2
#: A line under words stands at most this share of a letter's height below their baseline; one through them, above it.
_BELOW, _ABOVE = 0.35, 0.8
#: A line along words begins and ends this near to them, as a share of a letter's height.
_ENDS = 0.75


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
    words = sorted((run for run in runs if run.x1 > run.x0), key=lambda run: run.base)
    ends = sorted({rule.start for rule in held} | {rule.end for rule in held})
    kept = (rule for rule, crossing in loose if _ends_at(rule, sorted({*crossing, *ends})))
    return [*held, *(rule for rule in kept if not _runs_along(rule, words)), *upright]


def _is_held(rule: Rule, crossing: list[float]) -> bool:
    """Whether upright lines cross it, or hold both its ends."""
    inside = any(rule.start + _REACH < at < rule.end - _REACH for at in crossing)
    return inside or (
        any(abs(at - rule.start) < _REACH for at in crossing) and any(abs(at - rule.end) < _REACH for at in crossing)
    )


def _ends_at(rule: Rule, places: list[float]) -> bool:
    """Whether both ends of a line are at upright lines, or where other lines of a table without outer border end."""
    return all(any(abs(place - end) <= _REACH for place in places) for end in (rule.start, rule.end))


def _runs_along(rule: Rule, words: list[Run]) -> bool:
    """Whether a line begins and ends with words that stand on or under it."""
    first = bisect_left(words, rule.at - 40, key=lambda run: run.base)
    starts = ends = False
    for run in words[first:]:
        height = max(run.bottom - run.top, 1.0)
        if run.base - _ABOVE * height > rule.at + 40:
            break
        if run.base - _ABOVE * height <= rule.at <= run.base + _BELOW * height:
            starts = starts or abs(min(run.x, run.x0) - rule.start) <= _ENDS * height
            ends = ends or abs(run.x1 - rule.end) <= _ENDS * height
    return starts and ends

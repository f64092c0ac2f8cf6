"""Pair: two sheets of one policy, an earlier and a later one, with the measures of both that are the same."""

from dataclasses import dataclass

from monosashi.model import Sheet


@dataclass(frozen=True)
class Pair:
    """Two sheets of one policy. ``measures``: the path of each measure of the later sheet that the earlier one has, with
    its path there."""

    earlier: Sheet
    later: Sheet
    measures: tuple[tuple[str, str], ...] = ()

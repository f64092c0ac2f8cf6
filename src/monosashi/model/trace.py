"""Trace: from each leaf's path to its place on the paper."""

from functools import cached_property

from monosashi.model.noun import Noun
from monosashi.model.place import Place


class TraceEntry(Noun):
    """One path and the places where it is printed (more than one where a page break cut the cell)."""

    path: str
    places: tuple[Place, ...]


class Trace(Noun):
    """Where every leaf stands."""

    entries: tuple[TraceEntry, ...] = ()

    @cached_property
    def _by_path(self) -> dict[str, tuple[Place, ...]]:
        return {entry.path: entry.places for entry in self.entries}

    def places(self, path: str) -> tuple[Place, ...]:
        """The places of a path: its own, else those of the nearest node above it, else those of its first leaf."""
        here = path
        while here:
            if here in self._by_path:
                return self._by_path[here]
            here = here.rpartition("/")[0]
        below = (entry.places for entry in self.entries if entry.path.startswith(f"{path}/"))
        return next(below, ())

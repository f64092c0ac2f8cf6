"""One value in two sheets: moved, or only its unit."""

from dataclasses import dataclass, field

from monosashi.model import Message, Value
from monosashi.model.folding import fold
from monosashi.office.compare.comparison import Change
from monosashi.office.compare.kinds import ChangeKind
from monosashi.office.compare.telling import CHANGED, Spot, Subject, moved
from monosashi.office.compare.values import Difference, difference, way


@dataclass(frozen=True)
class ValueAt:
    """A value with its path; a year that a sheet prints nothing for has no path."""

    path: str | None = None
    value: Value = field(default_factory=lambda: Value(text=""))

    @property
    def spot(self) -> Spot:
        """As one side of a change; words are quoted, a quantity is not."""
        return Spot(self.path, self.value.text, value=self.value.quantity is not None)


@dataclass
class Units:
    """The values of one measure of which only the unit differs: told once for each pair of units. ``before`` and
    ``after``: the unit that stands apart from the values, which those without a unit of their own are in."""

    before: str = ""
    after: str = ""
    found: dict[tuple[str, str], tuple[Spot, Spot]] = field(default_factory=dict)

    def take(self, before: ValueAt, after: ValueAt) -> None:
        """Keep the first two values of each pair of units; a unit that went from the values to a column is the same."""
        old, new = before.value.quantity, after.value.quantity
        units = (old.unit if old else "") or self.before, (new.unit if new else "") or self.after
        if fold(units[0]) != fold(units[1]):
            self.found.setdefault(units, (before.spot, after.spot))

    def changes(self, subject: Subject) -> list[Change]:
        """A change for each pair of units."""
        unit = Message(ja="値の単位", en="unit of the values")
        return [moved(subject, ChangeKind.UNIT_CHANGED, unit, spots) for spots in self.found.values()]


#: The values of which it is said which way they moved.
_AIMS = frozenset({ChangeKind.TARGET_MOVED, ChangeKind.YEARLY_TARGET_MOVED})


def value_change(
    subject: Subject, kind: ChangeKind, what: Message, values: tuple[ValueAt, ValueAt], units: Units
) -> list[Change]:
    """The change of a value, if it means something else now; a mere change of unit goes to ``units``."""
    before, after = values
    differs = difference(before.value, after.value, yearly=kind is ChangeKind.YEARLY_TARGET_MOVED)
    if differs is Difference.UNIT:
        units.take(before, after)
    if differs is not Difference.VALUE:
        return []
    verb = way(before.value, after.value) if kind in _AIMS else CHANGED
    return [moved(subject, kind, what, (before.spot, after.spot), verb)]

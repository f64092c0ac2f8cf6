"""Opened: an intake's reading as it was made, and with the standing corrections laid over it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from monosashi.model import Correction, Reading, Sheet
from monosashi.model.path import leaves
from monosashi.office.corrections import applied, corrected
from monosashi.office.taking_in.items import WorkItem, work_items
from monosashi.office.taking_in.refusals import NotInThatState
from monosashi.store.documents import opened_reading
from monosashi.store.models import Intake, IntakeCorrection, KeptReading

#: How many intakes a server keeps opened; a long sheet takes about a megabyte.
_REMEMBERED = 64


@dataclass(frozen=True)
class OpenedIntake:
    """What was read (``raw``), the same with the corrections over it (``now``), and the work that it makes."""

    raw: Reading
    now: Reading

    @property
    def sheet(self) -> Sheet:
        """The sheet as it is to be accepted."""
        return self.now.sheet

    @cached_property
    def texts(self) -> dict[str, str]:
        """What each field reads now."""
        return dict(leaves(self.now.sheet))

    @cached_property
    def corrected(self) -> dict[str, Correction]:
        """The correction that stands at a field."""
        return {one.at: one for one in applied(self.now)}

    @cached_property
    def items(self) -> tuple[WorkItem, ...]:
        """What a person has to look at, in order."""
        return work_items(self.raw, self.now)

    def left(self, done: Sequence[str]) -> tuple[WorkItem, ...]:
        """The items that are neither confirmed nor settled by a correction."""
        confirmed = frozenset(done)
        return tuple(one for one in self.items if not one.settled and one.key not in confirmed)


def standing(intake: Intake) -> list[IntakeCorrection]:
    """The corrections that were not taken back, in the order they were made."""
    return list(intake.corrections.filter(undone=None).order_by("id"))


def opened_intake(intake: Intake) -> OpenedIntake:
    """An intake as it stands. Raises ``NotInThatState`` while it has no reading."""
    if intake.reading is None:
        raise NotInThatState(intake.name)
    rows = standing(intake)
    laid_over = tuple((row.at, row.was, row.now, row.time) for row in rows)
    key = (intake.reading.pk, intake.reading.sha256, laid_over)
    return _opened(key, _Kept(intake.reading, rows))


def count_left(intake: Intake) -> int:
    """How many items of work are left."""
    return len(opened_intake(intake).left(intake.done))


class _Kept:
    """What is to be opened; equal to every other, so that the cache looks at the key alone."""

    def __init__(self, reading: KeptReading, rows: Sequence[IntakeCorrection]) -> None:
        self.reading = reading
        self.rows = rows

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Kept)

    def __hash__(self) -> int:
        return 0


@lru_cache(maxsize=_REMEMBERED)
def _opened(key: tuple[object, ...], kept: _Kept) -> OpenedIntake:
    raw = opened_reading(kept.reading)
    overlay = tuple(
        Correction(at=row.at, was=row.was, now=row.now, who=row.person_name, when=row.time, why=row.why)
        for row in kept.rows
    )
    return OpenedIntake(raw=raw, now=corrected(raw.model_copy(update={"corrections": overlay})))

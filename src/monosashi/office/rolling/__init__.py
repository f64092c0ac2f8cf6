"""Rolling forward: next year's sheet from this year's. What carries over, what shifts, what must be renewed."""

from monosashi.office.rolling.carrying import Carried, Choices, Group, Moved, Renewal, carried_forward
from monosashi.office.rolling.forward import Preview, RolledForward, preview, roll_forward
from monosashi.office.rolling.many import Candidate, candidates

__all__ = [
    "Candidate",
    "Carried",
    "Choices",
    "Group",
    "Moved",
    "Preview",
    "Renewal",
    "RolledForward",
    "candidates",
    "carried_forward",
    "preview",
    "roll_forward",
]

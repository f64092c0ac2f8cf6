"""Merging: two people's changes of one sheet in one."""

from monosashi.office.authoring.merging.fields import Collision
from monosashi.office.authoring.merging.merge import Merged, merge

__all__ = ["Collision", "Merged", "merge"]

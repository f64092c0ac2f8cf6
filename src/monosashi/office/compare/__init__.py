"""Comparing: what changed between two sheets of one policy, by path, in plain sentences.

>>> from monosashi.office.samples import sample_sheets
>>> sheet = sample_sheets()[0]
>>> compare(sheet, sheet).changes
()
"""

from monosashi.office.compare.comparison import Change, ChangeGroup, ComparedSheet, Comparison
from monosashi.office.compare.documents import matched_readings
from monosashi.office.compare.kinds import KIND_TITLES, PART_TITLES, ChangeKind, Part
from monosashi.office.compare.record import comparison_json
from monosashi.office.compare.sheets import compare

__all__ = [
    "KIND_TITLES",
    "PART_TITLES",
    "Change",
    "ChangeGroup",
    "ChangeKind",
    "ComparedSheet",
    "Comparison",
    "Part",
    "compare",
    "comparison_json",
    "matched_readings",
]

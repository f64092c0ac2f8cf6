"""The labels a sheet prints: its own words where it printed its own, else the form's.

A sheet that was read says in its labels which of the labels that may be left out its paper bore; a sheet that was made
bears none, and gets all of the form's.
"""

from monosashi.forms import ColumnSpec, TableSpec, Wording, label_key
from monosashi.model import Sheet

#: A label's words and the path of its leaf, empty where they are the form's.
Words = tuple[str, str]


def printed_label(sheet: Sheet, role: str, wording: Wording) -> Words:
    """The words of a label and the path of its leaf (empty where they are the form's)."""
    return own_label(sheet, role) or (wording.label, "")


def own_label(sheet: Sheet, role: str, nth: int = 0) -> Words | None:
    """The nth label of a role that the sheet printed itself (from 0)."""
    found = [(label.text, f"/labels/{n}/text") for n, label in enumerate(sheet.labels) if label.role == role]
    return found[nth] if nth < len(found) else None


def optional_label(sheet: Sheet, role: str, wording: Wording, nth: int = 0) -> Words | None:
    """A label that a paper may leave out: the sheet's own words; the form's on a sheet that was made; else nothing."""
    return own_label(sheet, role, nth) or ((wording.label, "") if is_made(sheet) else None)


def matching_label(sheet: Sheet, role: str, wording: Wording) -> Words | None:
    """As ``optional_label``, of several labels of one role the one that is a wording of this label."""
    for n, label in enumerate(sheet.labels):
        if label.role == role and label_key(label.text) in wording.keys:
            return label.text, f"/labels/{n}/text"
    return (wording.label, "") if is_made(sheet) else None


def is_made(sheet: Sheet) -> bool:
    """Whether a sheet was made, not read: it keeps no labels of its own."""
    return not sheet.labels


def column_label(sheet: Sheet, table: TableSpec, column: ColumnSpec) -> Words:
    """The label over a table's column."""
    return printed_label(sheet, f"{table.part}.{column.role}", column)

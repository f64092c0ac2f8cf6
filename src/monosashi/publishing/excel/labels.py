"""The labels a sheet prints: its own words where it printed its own, else the form's."""

from monosashi.forms import ColumnSpec, TableSpec, Wording
from monosashi.model import Sheet


def printed_label(sheet: Sheet, role: str, wording: Wording) -> tuple[str, str]:
    """The words of a label and the path of its leaf (empty where they are the form's)."""
    for n, label in enumerate(sheet.labels):
        if label.role == role:
            return label.text, f"/labels/{n}/text"
    return wording.label, ""


def column_label(sheet: Sheet, table: TableSpec, column: ColumnSpec) -> tuple[str, str]:
    """The label over a table's column."""
    return printed_label(sheet, f"{table.part}.{column.role}", column)

"""The samples, walked through the whole corridor: printed as the official workbook, and read back from it.

A new user sees what a real document would give: findings, and the place in the workbook of every value.
"""

from collections.abc import Iterator

from monosashi.office.library import FolderLibrary
from monosashi.office.samples import sample_sheets
from monosashi.office.verbs import publish_sheet, read


def load_samples(library: FolderLibrary) -> Iterator[str]:
    """Put each sample into the library, and tell its address there."""
    for sheet in sample_sheets():
        data = publish_sheet(sheet, "excel")
        for entry in library.add(data, read(data, f"{sheet.identifier.plain}.xlsx")):
            yield entry.slug

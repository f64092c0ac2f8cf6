"""What an office keeps beside its sheets: the thresholds it has set, and what people have decided about each sheet.

In the library's folder ``thresholds.toml`` (``office/thresholds.py``) holds for every sheet, and
``decisions/<name>.toml`` (``office/decisions.py``) for the sheet of that name in addresses. Neither need be there.
"""

from monosashi.model import Decisions, Terms
from monosashi.office.decisions import load_decisions
from monosashi.office.library import FolderLibrary, Library
from monosashi.office.thresholds import load_thresholds


def own_settings(library: Library, name: str) -> tuple[Terms, Decisions]:
    """The terms and decisions for a sheet; none where no file sets any. Raises ``MonosashiError`` for a file that cannot
    be used (bad-thresholds, bad-decisions, unknown-code)."""
    if not isinstance(library, FolderLibrary):
        return Terms(), Decisions()
    thresholds = library.folder / "thresholds.toml"
    decisions = library.folder / "decisions" / f"{name}.toml"
    return (
        load_thresholds(thresholds) if thresholds.is_file() else Terms(),
        load_decisions(decisions) if decisions.is_file() else Decisions(),
    )

"""Where things are on a user's machine."""

import os
from pathlib import Path

#: The kinds of file a folder is searched for.
SUFFIXES_READ = (
    *(".pdf", ".xlsx", ".xlsm", ".xls", ".ods", ".docx", ".docm", ".dotx", ".doc", ".rtf", ".odt"),
    *(".html", ".htm", ".xhtml", ".txt", ".png", ".jpg", ".jpeg", ".tif", ".tiff"),
)


def default_folder() -> Path:
    """The folder that keeps the sheets: ``MONOSASHI_FOLDER``, else ``.monosashi`` in the user's home."""
    named = os.environ.get("MONOSASHI_FOLDER")
    return Path(named) if named else Path.home() / ".monosashi"

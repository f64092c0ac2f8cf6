"""The viewer that the office is measured beside: one invented sheet, held in memory, through the same middleware.

``python -m benchmarks.office_viewer PORT`` serves it with two workers.
"""

import hashlib
import os
import sys
from pathlib import Path

from benchmarks.office_world import invented_sheet
from monosashi.model import Document, Reading, Trace
from monosashi.office.library import FolderLibrary
from monosashi.web.serve import serve


def main() -> None:
    """Put the sheet into a folder and serve it until killed."""
    folder = Path(os.environ["MONOSASHI_FOLDER"]) / "viewer"
    data = b"a sheet"
    digest = hashlib.sha256(data).hexdigest()
    reading = Reading(
        document=Document(name="mirai-R6-1.json", sha256=digest, media_type="application/json"),
        sheet=invented_sheet(1),
        trace=Trace(),
    )
    library = FolderLibrary(folder)
    library.add(data, [reading])
    library.entries()
    serve(library, port=int(sys.argv[1]))


if __name__ == "__main__":
    main()

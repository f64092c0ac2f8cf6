"""Fixtures of released versions: what a small office kept, as the version of then backed it up, unpacked into text.

``python -m tests.store.released`` (``make release``) writes this version's into ``tests/store/releases/<version>/``, once,
when it is released; it is never written again. ``test_upgrades.py`` restores each into an office of today.
"""

import tempfile
import zipfile
from importlib.metadata import version as version_of
from pathlib import Path

from tests.office.operations.commands import well

FOLDER = Path(__file__).with_name("releases")


def packed(fixture: Path, to: Path) -> Path:
    """The fixture as the file that ``monosashi restore`` takes."""
    with zipfile.ZipFile(to, "w") as archive:
        for file in sorted(file for file in fixture.rglob("*") if file.is_file()):
            archive.write(file, file.relative_to(fixture).as_posix())
    return to


def write() -> Path:
    """Make a small office with this version and keep its backup as text. Raises ``FileExistsError`` for a version that
    has its fixture."""
    fixture = FOLDER / version_of("monosashi")
    fixture.mkdir(parents=True)
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        well(folder, "", "tests.office.operations.small_office", folder)
        well(folder, "", "monosashi", "backup", folder / "office.zip")
        with zipfile.ZipFile(folder / "office.zip") as archive:
            archive.extractall(fixture)
    return fixture


if __name__ == "__main__":
    print(write())

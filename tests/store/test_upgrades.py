"""Each released version's office, restored by this one, says what it said: nothing that was kept is lost or changed."""

import json
import zipfile
from pathlib import Path

import pytest

from tests.office.operations.commands import well
from tests.store.released import FOLDER, packed

RELEASES = sorted(folder for folder in FOLDER.glob("*") if folder.is_dir())


def test_there_is_a_fixture_to_begin_with() -> None:
    assert RELEASES, "make release"


@pytest.mark.parametrize("fixture", RELEASES, ids=lambda folder: folder.name)
@pytest.mark.thorough
def test_what_a_release_kept_is_kept(fixture: Path, tmp_path: Path) -> None:
    """Every row is there with every field as it was; later versions may have added fields and tables of their own."""
    file = packed(fixture, tmp_path / "then.zip")
    office = tmp_path / "office"
    well(office, "", "monosashi", "restore", file)
    well(office, "", "monosashi", "backup", tmp_path / "now.zip")
    then, now = (lines_by_table(archive) for archive in (file, tmp_path / "now.zip"))
    for table, rows in then.items():
        kept = now.get(table, [])
        assert [{key: row[key] for key in old} for old, row in zip(rows, kept, strict=True)] == rows, table


def lines_by_table(file: Path) -> dict[str, list[dict[str, object]]]:
    """The rows of each table of a backup, in order, and each document under its own name."""
    with zipfile.ZipFile(file) as archive:
        names = [name for name in archive.namelist() if name.startswith("tables/")]
        tables = {name: [json.loads(line) for line in archive.read(name).decode().splitlines()] for name in names}
        documents = {name: [{"data": archive.read(name).hex()}] for name in archive.namelist() if "documents/" in name}
    return {**tables, **documents}

"""The drill: an office made by one database, backed up, restored into another and back, by the commands alone."""

from pathlib import Path

import pytest

from tests.conftest import missing
from tests.office.operations.commands import command, well
from tests.postgresql import programs, running_postgresql


@pytest.mark.thorough
def test_an_office_is_restored_and_goes_on(tmp_path: Path) -> None:
    there, anew, file = tmp_path / "there", tmp_path / "anew", tmp_path / "one.zip"
    well(there, "", "tests.office.operations.small_office", there)
    head = well(there, "", "monosashi", "backup", file)
    assert well(anew, "", "monosashi", "restore", file, "--quiet") == head
    assert well(anew, "", "monosashi", "verify-log", "--head", head) == head
    assert "問題 bad" not in well(anew, "", "monosashi", "check-office")
    well(anew, "", "monosashi", "rebuild")
    well(anew, "", "monosashi", "backup", tmp_path / "two.zip")
    assert file.read_bytes() == (tmp_path / "two.zip").read_bytes()
    code, _, said = command(anew, "", "monosashi", "restore", file)
    assert (code, "store-not-empty" in said) == (4, True)


@pytest.mark.thorough
@pytest.mark.parametrize("words", [["verify-log"], ["rebuild"], ["check-office"]])
def test_a_folder_without_an_office_is_told(tmp_path: Path, words: list[str]) -> None:
    code, out, said = command(tmp_path / "none", "", "monosashi", *words)
    assert (code, out, "no-office" in said) == (4, "", True)
    assert not (tmp_path / "none").exists()


@pytest.mark.thorough
@pytest.mark.postgresql
def test_from_one_database_to_the_other_and_back_nothing_changes(tmp_path: Path) -> None:
    if programs() is None:
        missing("PostgreSQL")
    first, second, third = (tmp_path / name for name in ("first", "second", "third"))
    well(first, "", "tests.office.operations.small_office", first)
    with running_postgresql() as url:
        head = well(first, "", "monosashi", "backup", tmp_path / "1.zip")
        well(second, url, "monosashi", "restore", tmp_path / "1.zip")
        assert well(second, url, "monosashi", "verify-log", "--head", head) == head
        assert "PostgreSQL" in well(second, url, "monosashi", "check-office")
        well(second, url, "monosashi", "backup", tmp_path / "2.zip")
        well(third, "", "monosashi", "restore", tmp_path / "2.zip")
        well(third, "", "monosashi", "backup", tmp_path / "3.zip")
    exports = {(tmp_path / f"{number}.zip").read_bytes() for number in (1, 2, 3)}
    assert len(exports) == 1

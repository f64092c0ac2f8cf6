"""``monosashi ledger import`` and ``ledger link`` in an office of its own, to its backup and back: the books are left out of
it and taken in again. In processes of their own, since a process has one database."""

from pathlib import Path

import pytest

from tests.cli.command import spawned
from tests.ledgers.invented_books import review_sheet, written


@pytest.fixture
def books(tmp_path: Path) -> list[Path]:
    return [
        written(tmp_path / f"review-sheets-{edition}.jsonl", [review_sheet(number, edition) for number in (1, 2, 3)])
        for edition in (2020, 2021)
    ]


@pytest.mark.thorough
def test_books_are_taken_in_linked_left_out_of_a_backup_and_taken_in_again(
    books: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for ours in ("DJANGO_SETTINGS_MODULE", "MONOSASHI_FOLDER", "DATABASE_URL"):
        monkeypatch.delenv(ours, raising=False)
    folder, drill, zipped = tmp_path / "office", tmp_path / "drill", tmp_path / "backup.zip"
    assert spawned("person", "add", "kanri", "--role", "sysadmin", "--folder", folder)[0] == 0
    assert _counts(spawned("ledger", "import", *books, "--folder", folder)) == [["3", "0", "0"]] * 2
    # the same files again: nothing is taken twice
    assert _counts(spawned("ledger", "import", *books, "--folder", folder)) == [["3", "0", "0"]] * 2
    linked = spawned("ledger", "link", "--folder", folder)
    assert (linked[0], linked[1].decode()) == (0, "review-sheets 2020\treview-sheets 2021\t3\t0\t0\t0\n"), linked[2]
    assert spawned("verify-log", "--folder", folder)[0] == 0
    assert spawned("backup", zipped, "--folder", folder)[0] == 0
    assert spawned("restore", zipped, "--folder", drill)[0] == 0
    assert spawned("ledger", "link", "--folder", drill)[0] == 4
    assert _counts(spawned("ledger", "import", *books, "--folder", drill)) == [["3", "0", "0"]] * 2
    assert spawned("ledger", "link", "--folder", drill)[:2] == linked[:2]


def _counts(done: tuple[int, bytes, str]) -> list[list[str]]:
    assert done[0] == 0, done[2]
    return [line.split("\t")[2:] for line in done[1].decode().splitlines()]

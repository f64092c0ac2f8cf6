"""Files that are there whole or not at all."""

from pathlib import Path

import pytest

from monosashi.office.writing import create, replace


def test_create_takes_a_name_once_and_replace_takes_it_over(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    assert (create(path, b"one"), create(path, b"two"), path.read_bytes()) == (True, False, b"one")
    replace(path, b"three")
    assert path.read_bytes() == b"three"
    assert [file.name for file in tmp_path.iterdir()] == ["a.json"]


def test_what_fails_leaves_what_was_there_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    (path / "inside").mkdir(parents=True)
    with pytest.raises(IsADirectoryError):
        replace(path, b"new")
    assert [file.name for file in tmp_path.iterdir()] == ["a.json"]

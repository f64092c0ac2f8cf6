"""Intake: a file becomes a sheet with an address; a bad one leaves the library as it was."""

from pathlib import Path

import pytest

from monosashi.model.error import MonosashiError
from monosashi.office import FolderLibrary, publish_sheet, take_in
from monosashi.office.samples import sample_sheets


def test_a_file_is_kept_with_its_sheets(tmp_path: Path) -> None:
    file = tmp_path / "in.xlsx"
    file.write_bytes(publish_sheet(sample_sheets()[0], "excel"))
    library = FolderLibrary(tmp_path / "library")
    assert take_in(library, file) == ("soumu-R3-14",)
    assert library.document("soumu-R3-14") == file.read_bytes()
    assert take_in(library, file) == ("soumu-R3-14",)


@pytest.mark.parametrize(("data", "code"), [(b"%PDF-1.4", "unreadable"), ("天気は晴れ。".encode(), "no-sheet")])
def test_a_file_that_is_no_sheet_leaves_nothing_behind(tmp_path: Path, data: bytes, code: str) -> None:
    file = tmp_path / "in.bin"
    file.write_bytes(data)
    library = FolderLibrary(tmp_path / "library")
    with pytest.raises(MonosashiError) as error:
        take_in(library, file)
    assert error.value.code == code
    assert library.entries() == ()

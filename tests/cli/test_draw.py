"""``monosashi read --draw``: pictures beside the data, and data alone on standard output."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from monosashi.cli import app
from monosashi.office.samples import sample_sheets
from monosashi.office.verbs import publish_sheet
from tests.conftest import Convert


def test_a_workbook_is_drawn_from_its_cells(tmp_path: Path) -> None:
    file = tmp_path / "表.xlsx"
    file.write_bytes(publish_sheet(sample_sheets()[1], "excel"))
    told = CliRunner().invoke(app, ["read", str(file), "-o", str(tmp_path / "out"), "--draw", str(tmp_path / "seen")])
    assert (told.exit_code, told.stdout) == (0, f"{tmp_path / 'out' / '表.json'}\n")
    assert [picture.name for picture in (tmp_path / "seen").iterdir()] == ["表-p1.png"]
    again = CliRunner().invoke(
        app, ["read", str(tmp_path / "out" / "表.json"), "-o", str(tmp_path), "--draw", str(tmp_path)]
    )
    assert (again.exit_code, (tmp_path / "表-p1.png").read_bytes()) == (
        0,
        (tmp_path / "seen" / "表-p1.png").read_bytes(),
    )


@pytest.mark.office_suite
def test_a_pdf_is_drawn_over_its_pages(tmp_path: Path, soffice: Convert) -> None:
    file = tmp_path / "sheet.xlsx"
    file.write_bytes(publish_sheet(sample_sheets()[1], "excel"))
    told = CliRunner().invoke(app, ["read", str(soffice(file, "pdf")), "-o", str(tmp_path), "--draw", str(tmp_path)])
    pictures = sorted(picture.name for picture in tmp_path.glob("*.png"))
    assert told.exit_code == 0
    assert pictures == [f"sheet-p{n}.png" for n in range(1, len(pictures) + 1)]
    assert len(pictures) > 1


def test_what_could_not_be_read_is_not_drawn(tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(b"%PDF-1.7 nothing")
    told = CliRunner().invoke(app, ["read", str(file), "-o", str(tmp_path), "--draw", str(tmp_path / "seen")])
    assert (told.exit_code, told.stdout, (tmp_path / "seen").exists()) == (4, "", False)

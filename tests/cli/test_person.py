"""``monosashi person``: the first account of a fresh office, and what the operator does to others. In a process of its own,
since a process has one database."""

from pathlib import Path

import pytest

from tests.cli.command import spawned

KEEPER = ("--role", "sysadmin", "--name", "管理 太郎")


@pytest.mark.thorough
def test_a_fresh_office_gets_its_keeper(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for ours in ("DJANGO_SETTINGS_MODULE", "MONOSASHI_FOLDER", "DATABASE_URL"):
        monkeypatch.delenv(ours, raising=False)
    folder = ("--folder", tmp_path)
    code, out, said = spawned("person", "add", "kanri", *KEEPER, *folder)
    assert (code, len(out.decode().strip())) == (0, 19), said
    assert "追加しました added: kanri" in said
    assert spawned("person", "list", *folder)[1].decode() == "kanri\t管理 太郎\tsysadmin\t\topen\n"
    code, out, said = spawned("person", "close", "kanri", "--why", "x", *folder)
    assert (code, out) == (4, b"")
    assert said.startswith("last-keeper: ")

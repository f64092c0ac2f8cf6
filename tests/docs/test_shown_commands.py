"""Every command shown in the documentation runs and prints what is shown."""

import doctest
import re
import shlex
import shutil
from pathlib import Path

import pytest
from typer.main import get_group
from typer.testing import CliRunner

from monosashi import read
from monosashi.cli import app
from monosashi.model import same
from monosashi.office.samples import SAMPLES, sample
from tests.docs.pages import PAGES, ROOT, name_of, sessions

README = ROOT / "README.md"
README_JA = ROOT / "README.ja.md"
#: The Japanese front page shows the same sessions as the English one, so it is enough to run one of them.
WITH_SESSIONS = [page for page in PAGES if sessions(page) and page != README_JA]
_TARGETS = re.compile(r"`make ([a-z]+)")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that holds what the commands of the documentation start from, to stand in."""
    shutil.copytree(ROOT / "docs" / "examples", tmp_path / "docs" / "examples")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("page", WITH_SESSIONS, ids=name_of)
def test_what_is_shown_is_what_happens(page: Path) -> None:
    code = 0
    for command, shown in (step for session in sessions(page) for step in session):
        if command == "echo $?":
            assert shown == f"{code}\n"
        else:
            code, printed = run(command)
            assert doctest.OutputChecker().check_output(shown, printed, doctest.ELLIPSIS), (
                f"$ {command}\nshown:\n{shown}\nprinted:\n{printed}"
            )


def run(command: str) -> tuple[int, str]:
    """A command as a terminal shows it: its exit code, and both its outputs in the order they were written."""
    call, _, lines = command.partition(" | head -n ")
    program, *words = shlex.split(call)
    assert program == "monosashi", f"documentation shows only what this test can run: {command}"
    result = CliRunner().invoke(app, words)
    printed = result.output.splitlines(keepends=True)
    return result.exit_code, "".join(printed[: int(lines)] if lines else printed)


def test_both_front_pages_show_the_same() -> None:
    assert sessions(README) == sessions(README_JA)
    assert table_of_commands(README) == table_of_commands(README_JA)
    assert _TARGETS.findall(README.read_text(encoding="utf-8")) == _TARGETS.findall(
        README_JA.read_text(encoding="utf-8")
    )


def table_of_commands(page: Path) -> list[str]:
    """The first column of the table of commands."""
    return re.findall(r"^\| `(monosashi .+?)` \|", page.read_text(encoding="utf-8"), re.M)


def test_the_table_names_every_command_there_is() -> None:
    shown = [command.split()[1] for command in table_of_commands(README)]
    assert sorted(shown) == sorted(get_group(app).commands)


def test_the_examples_are_the_samples() -> None:
    """`make docs` writes them again when a sample or the form's layout has changed."""
    examples = ROOT / "docs" / "examples"
    assert sorted(file.stem for file in examples.glob("*.xlsx")) == sorted(SAMPLES)
    for sample_id in SAMPLES:
        (reading,) = read((examples / f"{sample_id}.xlsx").read_bytes(), "")
        assert same(reading.sheet, sample(sample_id))


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_make_targets_that_are_named_exist(page: Path) -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M))
    assert set(_TARGETS.findall(page.read_text(encoding="utf-8"))) - targets == set()

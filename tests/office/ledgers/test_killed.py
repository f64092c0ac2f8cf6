"""An import whose process is killed with no warning, again and again, at random moments: nothing is lost, nothing twice."""

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from monosashi.web.secret import make_secret_key
from tests.ledgers.invented_books import Json, review_sheet, written

_CHILD = (sys.executable, "-m", "tests.office.ledgers.import_child")


def _started(folder: Path, book: Path) -> subprocess.Popen[str]:
    environment = {**os.environ, "MONOSASHI_FOLDER": str(folder)}
    environment.pop("DATABASE_URL", None)
    return subprocess.Popen([*_CHILD, str(book)], stdout=subprocess.PIPE, text=True, env=environment)


@pytest.mark.thorough
def test_killed_at_random_moments(tmp_path: Path) -> None:
    chance = random.Random(20)  # noqa: S311  from a seed, not for secrets
    lines: list[Json | str | bytes] = [review_sheet(n) for n in range(1, 3001)]
    lines[77] = "{"
    book = written(tmp_path / "review-sheets-2021.jsonl.xz", lines)
    for folder in ("whole", "killed"):
        make_secret_key(tmp_path / folder)
    wanted = _started(tmp_path / "whole", book).communicate()[0].splitlines()[-1]
    assert wanted.endswith("(3000, 2999, 0, 0, 1) 1 1")
    killed = 0
    for _run in range(60):
        child = _started(tmp_path / "killed", book)
        assert child.stdout is not None
        child.stdout.readline()
        time.sleep(chance.uniform(0, 0.25))
        child.kill()
        said = child.communicate()[0]
        if said:
            break
        killed += 1
    else:
        said = _started(tmp_path / "killed", book).communicate()[0]
    assert killed > 3
    assert said.splitlines()[-1] == wanted

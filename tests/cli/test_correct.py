"""``monosashi correct``: what it writes, what it says, and what it refuses."""

import json
from pathlib import Path

import pytest

from monosashi.office import publish_sheet
from monosashi.office.samples import sample_sheets
from tests.cli.command import run

BASELINE = "/goals/0/levers/0/indicators/0/measures/0/baseline/value"


@pytest.fixture(scope="module")
def read_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample without errors, read."""
    folder = tmp_path_factory.mktemp("read")
    (folder / "soumu.xlsx").write_bytes(publish_sheet(sample_sheets()[0], "excel"))
    run("read", folder / "soumu.xlsx", "-o", folder)
    return folder / "soumu.json"


@pytest.fixture
def reading(read_once: Path, tmp_path: Path) -> Path:
    """A copy that a test may write to."""
    copy = tmp_path / "soumu.json"
    copy.write_bytes(read_once.read_bytes())
    return copy


def test_a_correction_is_seen_by_the_tables_and_leaves_what_was_read(reading: Path) -> None:
    before = json.loads(reading.read_text())
    code, out, said = run(
        "correct", reading, "--at", BASELINE, "--now", "45回程度", "--why", "原本のとおり", "--who", "評価室"
    )
    assert (code, out.decode().splitlines()) == (0, [str(reading)])
    assert "」→「45回程度」 評価室 " in said
    after = json.loads(reading.read_text())
    (made,) = after.pop("corrections")
    assert {**before, "corrections": []} == {**after, "corrections": []}
    assert (made["at"], made["now"], made["who"], made["why"]) == (BASELINE, "45回程度", "評価室", "原本のとおり")
    _, table, _ = run("table", "indicators", reading)
    assert table.decode().splitlines()[1].count("45回程度") == 1


def test_another_file_may_be_named_and_the_first_stays(reading: Path, tmp_path: Path) -> None:
    before = reading.read_bytes()
    out = tmp_path / "corrected.json"
    assert (
        run("correct", reading, "--at", BASELINE, "--now", "1回", "--why", "原本", "--who", "評価室", "-o", out)[0] == 0
    )
    assert reading.read_bytes() == before
    assert len(json.loads(out.read_text())["corrections"]) == 1


def test_the_findings_follow_the_correction(reading: Path) -> None:
    run(
        "correct",
        reading,
        "--at",
        BASELINE,
        "--now",
        "45回程度（平成30年度～令和２年度の平均）",
        "--why",
        "原本",
        "--who",
        "評価室",
    )
    code, out, _ = run("audit", reading, "--json")
    codes = [finding["code"] for finding in json.loads(out)["findings"] if finding["path"].startswith(BASELINE[:50])]
    assert (code, "baseline-mean" in codes) == (1, True)


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (("--at", "/nowhere", "--now", "1回", "--why", "原本"), "unknown-path"),
        (("--at", "/title", "--now", "1回", "--why", " "), "correction-unsigned"),
    ],
)
def test_what_is_asked_wrongly_is_told_and_nothing_is_written(
    reading: Path, options: tuple[str, ...], code: str
) -> None:
    before = reading.read_bytes()
    ended, out, said = run("correct", reading, *options, "--who", "評価室")
    assert (ended, out, said.partition(":")[0]) == (2, b"", code)
    assert reading.read_bytes() == before


def test_a_document_has_to_be_read_first(tmp_path: Path) -> None:
    file = tmp_path / "soumu.xlsx"
    file.write_bytes(publish_sheet(sample_sheets()[0], "excel"))
    ended, _, said = run("correct", file, "--at", "/title", "--now", "1", "--why", "原本", "--who", "評価室")
    assert (ended, said.partition(":")[0], "monosashi read soumu.xlsx" in said) == (2, "correct-needs-reading", True)


def test_a_document_read_again_keeps_its_corrections(tmp_path: Path) -> None:
    file = tmp_path / "soumu.xlsx"
    file.write_bytes(publish_sheet(sample_sheets()[0], "excel"))
    run("read", file, "-o", tmp_path)
    reading = tmp_path / "soumu.json"
    run("correct", reading, "--at", BASELINE, "--now", "45回程度", "--why", "原本", "--who", "評価室")
    corrected = reading.read_bytes()
    assert run("read", file, "-o", tmp_path)[0] == 0
    assert reading.read_bytes() == corrected

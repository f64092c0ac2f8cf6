"""The table of settings in docs/operations.md is that of the code."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
_ROW = re.compile(r"^\| `([A-Z_]+)` \| ([^|]+) \| ([^|]+) \|$", re.M)
_NAME = re.compile(r'"(MONOSASHI_[A-Z_]*[A-Z])"|\b(DATABASE_URL)\b')


def rows() -> list[tuple[str, str, str]]:
    return _ROW.findall((ROOT / "docs" / "operations.md").read_text(encoding="utf-8"))


def test_every_setting_of_the_environment_has_one_row_and_every_row_a_setting() -> None:
    said = {
        ours or others
        for file in (ROOT / "src").rglob("*.py")
        for ours, others in _NAME.findall(file.read_text(encoding="utf-8"))
    }
    limits = {name for name in said if name.startswith("MONOSASHI_MAX_")}
    assert sorted(name for name, _, _ in rows()) == sorted(said - limits)


def test_every_meaning_is_told_in_both_languages() -> None:
    for name, meaning, _ in rows():
        japanese, _, english = meaning.partition(" / ")
        assert re.search("[ぁ-んァ-ン一-龠]", japanese), name
        assert english.strip(), name

"""The table of docs/reading-findings.md is that of the code: each finding a reader gives has its row, with its severity."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "reading-findings.md"
_ROW = re.compile(r"^\| `([^`]+)` \| (\w+) \| (.*) \|$", re.M)


def _given(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """The code and severity of each finding that a module makes: a call that is given both."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            given = [*node.args, *(word.value for word in node.keywords if word.arg in ("code", "severity"))]
            code, severity = [*given, None, None][:2]
            if isinstance(code, ast.Constant) and severity is not None and "Severity." in ast.unparse(severity):
                yield str(code.value), ast.unparse(severity).rpartition(".")[2].lower()


def test_every_finding_of_reading_has_its_row() -> None:
    given = {
        found
        for file in (ROOT / "src/monosashi/reading").rglob("*.py")
        for found in _given(ast.parse(file.read_text(encoding="utf-8")))
    }
    assert sorted((code, severity) for code, severity, _ in _ROW.findall(PAGE.read_text(encoding="utf-8"))) == sorted(
        given
    )


def test_every_row_speaks_both_languages() -> None:
    for code, _, words in _ROW.findall(PAGE.read_text(encoding="utf-8")):
        japanese, _, english = words.partition(" / ")
        assert re.search("[ぁ-んァ-ン一-龠]", japanese), code
        assert english.strip(), code

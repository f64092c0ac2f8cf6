"""The table of errors and limits in docs/errors.md is that of the code."""

import ast
import re
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

from monosashi.office.limits import limits_here
from monosashi.reading.limits import DEFAULT_LIMITS, Limits

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "errors.md"
_ROW = re.compile(r"^\| `([^`]+)` \|(.*)\|$", re.M)
#: The kinds of error that a door to the office tells apart.
REFUSALS = {"NotThere", "NotAllowed", "NotAsked", "Conflict", "Unavailable"}
#: Calls that give an error its code as their first argument.
_CODED = {"MonosashiError", "WorkerError", "CannotPublish"}


def codes_of(tree: ast.Module) -> Iterator[str]:
    """Every code that a module gives to an error."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef) and any(_is_error(base) for base in node.bases):
            for call in ast.walk(node):
                if isinstance(call, ast.Call) and ast.unparse(call.func) == "super().__init__":
                    yield from _constants(call)
        if isinstance(node, ast.Call) and ast.unparse(node.func).rpartition(".")[2] in _CODED | {"UnreadableDocument"}:
            yield from _constants(node, first=ast.unparse(node.func) in _CODED)


def _is_error(base: ast.expr) -> bool:
    kinds = {"MonosashiError", "UnreadableDocument", "WorkerError", *REFUSALS}
    return ast.unparse(base).rpartition(".")[2] in kinds


def _constants(call: ast.Call, *, first: bool = True) -> Iterator[str]:
    given = [word.value for word in call.keywords if word.arg == "code"] + call.args[: int(first)]
    yield from (word.value for word in given if isinstance(word, ast.Constant) and isinstance(word.value, str))


def test_every_code_has_one_row_and_every_row_a_code() -> None:
    said = {
        code
        for file in (ROOT / "src").rglob("*.py")
        for code in codes_of(ast.parse(file.read_text(encoding="utf-8")))
        if re.fullmatch(r"[a-z]+(-[a-z]+)+|encrypted|unreadable", code)
    }
    rows = [code for code, _ in _ROW.findall(PAGE.read_text(encoding="utf-8")) if not code.startswith("MONOSASHI_")]
    assert sorted(rows) == sorted(said | {"unreadable"})


def test_every_row_speaks_both_languages() -> None:
    for code, cells in _ROW.findall(PAGE.read_text(encoding="utf-8")):
        for cell in cells.split("|")[: None if not code.startswith("MONOSASHI_") else 1]:
            japanese, _, english = cell.partition(" / ")
            assert re.search("[ぁ-んァ-ン一-龠]", japanese), code
            assert english.strip(), code


def test_every_limit_has_its_row_with_its_default() -> None:
    rows = {code: cells.rpartition("|")[2].strip() for code, cells in _ROW.findall(PAGE.read_text(encoding="utf-8"))}
    limits = {name: value for name, value in rows.items() if name.startswith("MONOSASHI_")}
    assert list(limits) == [Limits.setting(field.name) for field in fields(Limits)]
    assert limits_here(limits) == DEFAULT_LIMITS

"""Every act that is written into the log has a name that an officer reads, in both languages."""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from monosashi.office.keeping.reasons import REASONS
from monosashi.store.models import SheetState

SRC = Path(__file__).parents[3] / "src" / "monosashi"
#: Functions of the office that write an entry, or hand the act on to one that does.
_WRITERS = frozenset({"append", "note", "record", "_log", "_note"})
_ACT = re.compile(r"[a-z]+(?:[-_][a-z]+)*")
WORDS = tomllib.loads((SRC / "web" / "operations" / "words.toml").read_text(encoding="utf-8"))["operations"]


def acts() -> set[str]:
    """Every act that the source names where it writes an entry."""
    files = [file for room in ("office", "web") for file in (SRC / room).rglob("*.py")]
    return {act for file in files for act in _acts_of(ast.parse(file.read_text(encoding="utf-8")))}


def _acts_of(tree: ast.Module) -> Iterator[str]:
    for call in ast.walk(tree):
        if isinstance(call, ast.Call) and _writes(call.func):
            # the act stands first, or after the actor and the thing
            for argument in call.args[:3]:
                for node in [argument.body, argument.orelse] if isinstance(argument, ast.IfExp) else [argument]:
                    if isinstance(node, ast.Constant) and isinstance(node.value, str) and _ACT.fullmatch(node.value):
                        yield node.value


def _writes(called: ast.expr) -> bool:
    """``append(...)`` and its like, or ``signing_in.note(...)``; not a list's own method."""
    if isinstance(called, ast.Attribute):
        return called.attr == "note" and isinstance(called.value, ast.Name)
    return isinstance(called, ast.Name) and called.id in _WRITERS


def test_every_act_has_a_name() -> None:
    assert sorted(acts() - WORDS["act"].keys()) == []


def test_every_state_has_a_name() -> None:
    assert {state.value for state in SheetState} <= WORDS["state"].keys()


@pytest.mark.parametrize("kind", ["act", "state", "detail"])
def test_names_are_japanese_first_and_english_second(kind: str) -> None:
    for key, name in WORDS[kind].items():
        assert re.search("[ぁ-んァ-ン一-龠]", name["ja"]), key
        assert re.search("[A-Za-z]", name["en"]), key


def test_reasons_are_named_too() -> None:
    assert all(message.ja and message.en for message in REASONS.values())

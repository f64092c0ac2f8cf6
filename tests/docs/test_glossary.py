"""The glossary names every noun and every closed list of words, each where it is defined, and nothing that is not there."""

import inspect
import re
from enum import Enum
from pathlib import Path

import monosashi
import monosashi.model
from monosashi.model import Noun

GLOSSARY = Path(__file__).parents[2] / "docs" / "glossary.md"
ROW = re.compile(
    r"^\| `(?P<name>\w+)` \| (?P<second>[^|]+) \| (?P<third>[^|]+) \| `model/(?:measuring/)?(?P<file>\w+)\.py` \|$",
    re.M,
)

NOUNS = {
    name: member
    for name in monosashi.model.__all__
    if inspect.isclass(member := getattr(monosashi.model, name)) and issubclass(member, Noun)
}
WORDS = {
    name: member
    for name in monosashi.model.__all__
    if inspect.isclass(member := getattr(monosashi.model, name)) and issubclass(member, Enum)
}


def rows() -> list[re.Match[str]]:
    return list(ROW.finditer(GLOSSARY.read_text(encoding="utf-8")))


def test_every_noun_has_one_row_and_every_row_a_noun() -> None:
    named = [row["name"] for row in rows() if not row["second"].startswith("`")]
    assert sorted(named) == sorted(NOUNS)


def test_every_closed_list_is_told_in_full_and_in_order() -> None:
    told = [(row["name"], row["second"].strip("` ")) for row in rows() if row["second"].startswith("`")]
    by_list = {name: [value for owner, value in told if owner == name] for name, _ in told}
    assert by_list == {name: [str(member.value) for member in words] for name, words in WORDS.items()}


def test_each_is_said_to_be_where_it_is() -> None:
    there = {name: member.__module__.rpartition(".")[2] for name, member in {**NOUNS, **WORDS}.items()}
    assert {row["name"]: row["file"] for row in rows()} == there


def test_the_verbs_are_those_that_the_package_exports() -> None:
    text = GLOSSARY.read_text(encoding="utf-8").partition("## 動詞")[2]
    verbs = re.findall(r"^\| `(\w+)` \|", text, re.M)
    assert sorted(verbs) == sorted(name for name in monosashi.__all__ if inspect.isfunction(getattr(monosashi, name)))

"""The words of the pages: each key is used, each key that is used is there, and both languages fill in the same."""

import re
from pathlib import Path
from string import Formatter

import pytest

import monosashi
from monosashi.model import Severity, State, StatementRole
from monosashi.publishing.html.words import LANGUAGES, entries, words

ROOT = Path(monosashi.__file__).parent
SOURCES = [
    path
    for room in ("publishing/html", "web", "office")
    for path in (ROOT / room).rglob("*")
    if path.suffix in (".py", ".html")
]
#: Keys that are put together: what stands before the last dot, and what may stand after it.
FAMILIES = {
    "severity": [severity.value for severity in Severity],
    "explained": [severity.value for severity in Severity],
    "state": [state.value for state in State if state is not State.REPORTED],
    "label.head": [role.value for role in StatementRole if role is not StatementRole.OTHER],
    "label.indicators": [
        *("goal", "lever", "indicator", "baseline", "baseline_year", "target", "target_year"),
        *("yearly_target", "yearly_actual", "rationale"),
    ],
    "label.programmes": ["programme", "money", "related", "outline", "review_number", "total"],
    "label.cabinet": ["side", "name", "date", "excerpt"],
    "list.column": ["identifier", "name", "ministry", "year", "findings", "completeness", "coverage"],
    "checks": ["rule", "does_not_apply", "right", "wrong"],
    "where": ["yearly_targets", "yearly_actuals"],
}


def used() -> set[str]:
    text = "\n".join(path.read_text(encoding="utf-8") for path in SOURCES)
    asked = set(re.findall(r"(?:\bt|words|spoken|_said)\(\s*[\"']([a-z_]+\.[a-z_.]*[a-z_])[\"']", text))
    listed = set(re.findall(r'"((?:where|year|quantity)\.[a-z_]+)"', text))
    return asked | listed | {f"{family}.{last}" for family, lasts in FAMILIES.items() for last in lasts}


def test_every_key_is_used_and_every_used_key_is_there() -> None:
    assert sorted(used() ^ entries().keys()) == []


def test_every_key_has_words_in_both_languages() -> None:
    assert [key for key, message in entries().items() if not message.ja.strip() or not message.en.strip()] == []


def test_both_languages_fill_in_the_same_values() -> None:
    def fields(text: str) -> set[str | None]:
        return {name for _, name, _, _ in Formatter().parse(text) if name is not None}

    assert [key for key, message in entries().items() if fields(message.ja) != fields(message.en)] == []


def test_an_unknown_key_or_language_is_an_error() -> None:
    with pytest.raises(KeyError, match=r"no\.such"):
        words("ja")("no.such")
    with pytest.raises(KeyError, match="ja, en"):
        words("fr")


def test_the_first_language_is_japanese() -> None:
    assert LANGUAGES == ("ja", "en")

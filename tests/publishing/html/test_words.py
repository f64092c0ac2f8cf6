"""The words of the pages: each key is used, each key that is used is there, and both languages fill in the same."""

import re
from pathlib import Path
from string import Formatter

import pytest

import monosashi
from monosashi.model import Footing, GoalShape, InputRole, Kind, PathwayBasis, Severity, State, StatementRole
from monosashi.model.judgement import Basis
from monosashi.publishing.charts.money import TOLD_IN
from monosashi.publishing.html.budget_table import ITEM_PARTS
from monosashi.publishing.html.findings_view import GROUPINGS
from monosashi.publishing.html.words import LANGUAGES, entries, words
from monosashi.reading.picture import Part
from monosashi.web.wording import PARTS

ROOT = Path(monosashi.__file__).parent
SOURCES = [
    path
    for room in ("publishing/html", "publishing/charts", "web", "office")
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
    "label.budget_items": list(ITEM_PARTS),
    "list.column": ["identifier", "name", "ministry", "year", "findings", "completeness", "coverage"],
    "chart.gap": [state.value for state in State],
    "chart.way": ["up", "down", "keep"],
    "chart.apart": ["baseline", "target", "actual", "reference"],
    "chart.sign": [
        *("actual", "later", "target", "about", "bound", "goal", "baseline", "reference"),
        *("not_yet", "missing", "disrupted", "earlier", "abnormal"),
    ],
    "logic": [
        "serves_none",
        "serves_unstated",
        "goal",
        "lever",
        "indicator",
        "programme",
        *(kind.value for kind in Kind),
    ],
    "money.group": ["policy", "programmes", "apart", "included"],
    "money.group_what": ["policy", "programmes", "apart", "included"],
    "money.unit": [f"e{power}" for told in TOLD_IN.values() for power, _ in told],
    "compare": ["before", "after", "removed", "inserted"],
    "compare.which": ["a", "b"],
    "filter": list(GROUPINGS),
    "checks": [
        *("rule", "does_not_apply", "right", "wrong"),
        *(f"{beside}{end}" for beside in ("pair", "records", "ledgers") for end in ("", "_what")),
    ],
    "footing": [footing.value for footing in Footing if not footing.is_evidence],
    "goal_shape": [shape.value for shape in GoalShape],
    "input": [role.value for role in InputRole],
    "pathway_basis": [basis.value for basis in PathwayBasis],
    "judgement.basis": [basis.value for basis in Basis],
    "judgement.chart": ["level", "progress", "met", "missed", "open", "on_track", "behind", "elapsed"],
    "where": ["yearly_targets", "yearly_actuals"],
    "paper.size": ["fit", "actual", "large"],
    "paper.part": [part.value for part in Part],
}


def used() -> set[str]:
    text = "\n".join(path.read_text(encoding="utf-8") for path in SOURCES)
    asked = set(re.findall(r"(?:\bt|words|spoken|_said)\(\s*[\"']([a-z_]+\.[a-z_.]*[a-z_])[\"']", text))
    listed = set(re.findall(r'"((?:where|year|quantity)\.[a-z_]+)"', text))
    return asked | listed | {f"{family}.{last}" for family, lasts in FAMILIES.items() for last in lasts}


def test_every_key_is_used_and_every_used_key_is_there() -> None:
    """The words of the office's own parts stand with these, and are held by ``tests/web/test_office_words.py``."""
    asked = {key for key in used() if key.partition(".")[0] not in {*PARTS, "frame"}}
    assert sorted(asked ^ entries().keys()) == []


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

"""What is published about the checks."""

import subprocess
import sys
from pathlib import Path

import pytest

from monosashi.auditing import RULE_SET, CheckText, catalogue
from monosashi.auditing.catalogue import markdown
from monosashi.auditing.checks import CHECKS
from monosashi.model import Message, Severity

DOCS = Path(__file__).resolve().parents[2] / "docs"

#: The codes and severities of the contract that this rule set has.
CONTRACT = {
    Severity.ERROR: {
        "baseline-mean",
        "baseline-actual",
        "composite-sum",
        "sum-wrong",
        "part-whole",
        "cumulative-falls",
        "last-yearly-target",
        "ratio-out-of-range",
        "mark-contradicts",
        "grade-contradicts-marks",
        "unit-differs",
        "carry-over",
        "numbering",
        "related-unknown",
        "evaluation-month",
        "year-impossible",
    },
    Severity.WARNING: {
        "target-worse",
        "already-reached",
        "baseline-year-late",
        "yearly-targets-order",
        "achievement-rate",
        "same-indicator-differs",
        "target-changed",
        "target-deadline-moved",
        "judged-target-differs",
        "baseline-changed",
        "actual-restated",
        "definition-changed",
        "indicator-dropped",
        "primary-changed",
        "money-restated",
        "carry-over-between",
        "reference-unit",
        "executed-over-budget",
        "note-undefined",
        "indicator-without-programme",
        "no-primary",
        "start-year",
        "review-number-repeated",
        "rationale-missing",
        "cabinet-later",
        "cabinet-body",
        "cabinet-date",
        "unit-implausible",
        "included-summed",
        "programmes-total",
        "register-differs",
        "policy-total-differs",
        "review-number-differs",
        "measure-differs",
    },
    Severity.NOTE: {
        "target-keeps",
        "disrupted-year",
        "indicator-repeated",
        "mean-rounding",
        "overshoot",
        "earlier-target-overshot",
        "evaluation-interval",
        "target-after-evaluation",
        "actual-unstated",
        "no-outcome",
        "final-outcome-not-primary",
        "two-measures-one-number",
        "note-unused",
        "indicator-added",
        "rationale-repeated",
        "cabinet-unknown",
    },
}


def test_codes_and_severities_are_those_of_the_contract() -> None:
    found: dict[Severity, set[str]] = {severity: set() for severity in Severity}
    for text in catalogue():
        found[text.severity].add(text.code)
    assert found == CONTRACT
    assert len(catalogue()) == len({text.code for text in catalogue()})


def test_a_check_is_a_module_of_its_own_name() -> None:
    names = [getattr(module, "__name__", "").rpartition(".")[2] for module in CHECKS]
    assert names == [module.CHECK.code.replace("-", "_") for module in CHECKS]


@pytest.mark.parametrize("text", catalogue(), ids=lambda text: text.code)
def test_every_part_is_said_in_both_languages(text: CheckText) -> None:
    parts: tuple[Message, ...] = (text.title, text.rule, text.does_not_apply, text.right, text.wrong)
    for part in parts:
        assert any("\u3041" <= letter <= "\u9fff" for letter in part.ja)
        assert part.en.count(" ") > 2
        assert not part.en.startswith(" ")
    assert [part.ja[-1] for part in parts[1:]] == ["。"] * 4
    assert [part.en[-1] for part in parts[1:]] == ["."] * 4
    assert text.right != text.wrong


def test_the_page_in_docs_is_the_generated_one() -> None:
    assert (DOCS / "checks.md").read_text(encoding="utf-8") == markdown()
    assert RULE_SET in markdown()


def test_the_command_prints_the_page_and_nothing_else() -> None:
    run = subprocess.run([sys.executable, "-m", "monosashi.auditing.catalogue"], capture_output=True, check=True)
    assert run.stdout.decode("utf-8") == markdown()
    assert run.stderr == b""

"""A jurist's case: indicators as a sheet prints them, a rule, what the office has set, and what must come out.

``tests/cases/README.md`` tells how one is written. A case becomes a real sheet of printed texts, which parse
themselves, and is judged by the real judge.
"""

import datetime as dt
import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

from pydantic import Field

from monosashi.judging import judge, rule
from monosashi.model import Decisions, Judgement, Noun, Override, PrintedNendo, Sheet, Terms, ThresholdSetting
from monosashi.model.indicator import read_actual
from monosashi.model.judgement import Basis, BasisSetting
from monosashi.model.nendo import parse_nendo

FOLDER = Path(__file__).resolve().parents[1] / "cases"

WHO = "評価書係"
WHEN = dt.date(2024, 4, 1)
#: Before the years judged, so that a dash is an actual that is not there yet.
_TITLE = "主要な政策に係る政策評価の事前分析表（令和3年度実施政策）"


class CaseIndicator(Noun):
    """One indicator as printed, and the mark it must get (``""``: none)."""

    number: str = "①"
    name: str = "相談に応じた件数"
    baseline: str = ""
    baseline_year: str = "令和2年度"
    target: str = ""
    target_year: str = "令和5年度"
    targets: tuple[tuple[str, str], ...] = Field(default=(), description="Year and yearly target")
    actual: str = Field(default="-", description="Of the year judged")
    actuals: tuple[tuple[str, str], ...] = Field(default=(), description="Year and actual, of other years")
    printed: str = Field(default="", description="The mark that the sheet itself prints")
    mark: str | None = None


class CaseOverride(Noun):
    """A person's decision; ``at``: the number of the indicator, nothing for the grade."""

    at: str = ""
    sign: str
    why: str


class Expected(Noun):
    """What must come out under other assumptions: the grade, or the marks."""

    grade: str | None = None
    marks: tuple[str, ...] | None = None


class Case(Noun):
    """One case. What is not stated is not looked at, but the grade always is: ``""`` with ``open`` where there is none."""

    title: str
    why: str
    rule: str
    year: str = "令和5年度"
    thresholds: dict[str, Decimal] = Field(default_factory=dict)
    basis: Basis | None = None
    indicators: tuple[CaseIndicator, ...]
    overrides: tuple[CaseOverride, ...] = ()
    grade: str | None = None
    open: tuple[str, ...] | None = None
    further: str | None = None
    to_be_set: tuple[str, ...] | None = Field(default=None, description="The thresholds said to be missing")
    tolerance_5: Expected | None = None
    tolerance_10: Expected | None = None
    without_disrupted: Expected | None = None
    without_provisional: Expected | None = None

    @property
    def sheet(self) -> Sheet:
        """The sheet that prints the indicators, all under one goal."""
        indicators = [_indicator(one, self.year) for one in self.indicators]
        return Sheet.model_validate({"title": _TITLE, "goals": [{"levers": [{"indicators": indicators}]}]})

    @property
    def terms(self) -> Terms:
        """What the office has set."""
        settings = tuple(
            ThresholdSetting(name=name, value=value, who=WHO, when=WHEN, why=self.title)
            for name, value in self.thresholds.items()
        )
        basis = BasisSetting(value=self.basis, who=WHO, when=WHEN, why=self.title) if self.basis else None
        return Terms(settings=settings, basis=basis)

    def path(self, number: str) -> str:
        """The path of the measure under a number."""
        place = [one.number for one in self.indicators].index(number)
        return f"/goals/0/levers/0/indicators/{place}/measures/0"

    def judged(self) -> Judgement:
        """The judgement."""
        overrides = tuple(
            Override(path=self.path(one.at) if one.at else "", sign=one.sign, who=WHO, when=WHEN, why=one.why)
            for one in self.overrides
        )
        nendo = parse_nendo(self.year)
        return judge(self.sheet, rule(self.rule), self.terms, nendo, Decisions(overrides=overrides))


def _indicator(one: CaseIndicator, judged: str) -> dict[str, Any]:
    actuals = [*one.actuals, (judged, one.actual)]
    measure = {
        "name": one.name,
        "baseline": {"value": one.baseline, "year": one.baseline_year},
        "target": {"value": one.target, "year": one.target_year},
        "targets": [{"years": [year], "value": value} for year, value in one.targets],
        "actuals": [read_actual(text, PrintedNendo.model_validate(year), 2021) for year, text in actuals],
        "mark": one.printed,
    }
    return {"number": one.number, "measures": [measure]}


def cases() -> list[tuple[str, Case]]:
    """Every case with its name: the file and the title. A file's own ``rule`` and ``thresholds`` hold for its cases."""
    found = []
    for file in sorted(FOLDER.glob("*.toml")):
        tree = tomllib.loads(file.read_text(encoding="utf-8"), parse_float=Decimal)
        shared = {name: value for name, value in tree.items() if name != "cases"}
        found += [(f"{file.stem}: {one['title']}", Case.model_validate({**shared, **one})) for one in tree["cases"]]
    return found

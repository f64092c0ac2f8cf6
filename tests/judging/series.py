"""A sheet with one measure, told by its cells: for the tests of what it reached."""

from collections.abc import Mapping
from typing import Any

from monosashi.judging.achievement import achievements
from monosashi.model import Achievement, Nendo, Sheet, Terms
from monosashi.model.indicator import read_actual
from monosashi.model.nendo import PrintedNendo

#: The years the tests speak of: the baseline's, three on the way, the target's.
START, FIRST, SECOND, THIRD, LAST = (f"令和{n}年度" for n in (3, 4, 5, 6, 7))


def measure(
    target: str = "",
    actuals: Mapping[str, str] | None = None,
    *,
    name: str = "道の駅の数",
    baseline: str = "",
    since: str = START,
    until: str = LAST,
    yearly: Mapping[str, str] | None = None,
    mark: str = "",
    counted_in: str = "",
) -> dict[str, Any]:
    """A measure as printed: its target and its actuals by year, as a sheet of 令和5年度 would read them."""
    return {
        "name": name,
        "baseline": {"value": baseline, "year": since},
        "target": {"value": target, "year": until},
        "targets": [{"years": year.split("、"), "value": value} for year, value in (yearly or {}).items()],
        "actuals": [
            read_actual(value, PrintedNendo.model_validate(year), 2023).model_dump()
            for year, value in (actuals or {}).items()
        ],
        "mark": mark,
        "counted_in": counted_in,
    }


def sheet_of(*measures: dict[str, Any], title: str = "事前分析表（令和5年度実施政策）", references: str = "") -> Sheet:
    """A sheet with these measures, each under a number of its own; ``references``: lines under 【参考】 of the first."""
    indicators = [{"number": str(n), "measures": [one]} for n, one in enumerate(measures, 1)]
    rationale = {
        "measures": ["/goals/0/levers/0/indicators/0/measures/0"],
        "text": f"数えて示す。\n【参考】\n{references}",
    }
    return Sheet.model_validate(
        {
            "title": title,
            "goals": [{"text": "道を整える", "levers": [{"text": "補助", "indicators": indicators}]}],
            "rationales": [rationale] if references else [],
        }
    )


def reached(sheet: Sheet, terms: Terms | None = None, year: int | None = None) -> Achievement:
    """What the first measure reached."""
    return achievements(sheet, terms or Terms(), Nendo(year=year) if year else None)[0]


def said(found: Achievement) -> list[str]:
    """The steps in Japanese."""
    return [step.says.ja for step in found.steps]

"""The next year's sheet, made from this year's: its title and number speak of the year after, and the year that has
passed is reported as its target had it.
"""

import copy
import re
from typing import Any

from monosashi.model import Nendo, Sheet

_ERA_YEAR = re.compile(r"(令和|平成|R|H)(\d{1,2}|[０-９]{1,2})")


def rolled(sheet: Sheet) -> Sheet:
    """A sheet a year on."""
    tree = sheet.model_dump(mode="json")
    year = sheet.title.nendo
    assert year
    for head in ("title", "identifier"):
        tree[head] = {"text": year_on(tree[head]["text"])}
    for goal in tree["goals"]:
        for lever in goal["levers"]:
            for indicator in lever["indicators"]:
                for measure in indicator["measures"]:
                    _report(measure, year)
    return Sheet.model_validate(tree)


def rolled_tree(tree: dict[str, Any]) -> dict[str, Any]:
    """A tree of printed strings with the head a year on; what is reported is the case's own."""
    tree = copy.deepcopy(tree)
    for head in ("title", "identifier"):
        tree[head] = year_on(tree[head])
    return tree


def year_on(text: str) -> str:
    """令和3年度 as 令和4年度, R3 as R4."""
    return _ERA_YEAR.sub(lambda match: f"{match[1]}{int(match[2]) + 1}", text)


def _report(measure: dict[str, Any], year: Nendo) -> None:
    """The year's actual, at its target; nothing where no number was set."""
    aims = [
        target["value"]["text"]
        for target in measure["targets"]
        if target["value"]["quantity"] and any(one["nendo"] == year.model_dump(mode="json") for one in target["years"])
    ]
    for actual in measure["actuals"]:
        if aims and actual["state"] != "reported" and actual["year"]["nendo"] == year.model_dump(mode="json"):
            actual["value"] = {"text": aims[0]}
            actual["state"] = "reported"

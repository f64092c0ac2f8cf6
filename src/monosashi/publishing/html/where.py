"""Where: a path in the words of the paper. ``/goals/0/levers/0/indicators/0/measures/0/target/value`` is 測定指標① 目標値.

A path that leads nowhere on the sheet is shown as it is: a name must never fail the page.
"""

from collections.abc import Callable

from monosashi.model import Indicator, Measure, PrintedNendo, Sheet, StatementRole
from monosashi.model.folding import unbroken
from monosashi.publishing.html.meaning import nendo_words
from monosashi.publishing.html.words import Words


def where(sheet: Sheet, path: str, words: Words) -> str:
    """The name of a path. The sheet itself is 「この表」."""
    steps = tuple(path.split("/")[1:])
    if not steps:
        return words("where.sheet")
    namer = _NAMERS.get(steps[0])
    try:
        return namer(sheet, steps[1:], words) if namer else path
    except (IndexError, ValueError):
        return path


def _title(_sheet: Sheet, _steps: tuple[str, ...], words: Words) -> str:
    return words("where.title")


def _identifier(_sheet: Sheet, _steps: tuple[str, ...], words: Words) -> str:
    return words("where.identifier")


def _policy(sheet: Sheet, steps: tuple[str, ...], words: Words) -> str:
    if len(steps) < 2:
        return words("where.policy")
    statement = sheet.policy.statements[int(steps[1])]
    printed = words.language == "ja" or statement.role is StatementRole.OTHER
    return statement.plain_label if printed else words(f"label.head.{statement.role.value}")


def _goal(sheet: Sheet, steps: tuple[str, ...], words: Words) -> str:
    if not steps:
        return words("where.goals")
    goal = sheet.goals[int(steps[0])]
    if len(steps) < 3:
        return words("where.goal", n=int(steps[0]) + 1)
    lever = goal.levers[int(steps[2])]
    if len(steps) < 5:
        return words("where.lever", goal=int(steps[0]) + 1, n=int(steps[2]) + 1)
    return _indicator(lever.indicators[int(steps[4])], steps[5:], words)


def _indicator(indicator: Indicator, steps: tuple[str, ...], words: Words) -> str:
    name = words("where.indicator", number=unbroken(indicator.number.text))
    if len(steps) < 2:
        return name
    if len(indicator.measures) > 1:
        name = words("where.measure", indicator=name, n=int(steps[1]) + 1)
    return f"{name} {_value(indicator.measures[int(steps[1])], steps[2:], words)}".strip()


#: What a measure says once, by the steps of its path.
_SAID = {
    ("name", "kind"): "where.kind",
    ("baseline", "year"): "where.baseline_year",
    ("baseline",): "where.baseline",
    ("target", "year"): "where.target_year",
    ("target",): "where.target",
    ("rationale",): "where.rationale_of",
}


def _value(measure: Measure, steps: tuple[str, ...], words: Words) -> str:
    for said, key in _SAID.items():
        if steps[: len(said)] == said:
            return words(key)
    if steps[:1] in (("targets",), ("actuals",)) and len(steps) < 2:
        return words(f"where.yearly_{steps[0]}")
    if steps[:1] == ("targets",):
        years = "、".join(_year(year, words) for year in measure.targets[int(steps[1])].years)
        return words("where.yearly_target", year=years)
    if steps[:1] == ("actuals",):
        return words("where.yearly_actual", year=_year(measure.actuals[int(steps[1])].year, words))
    return ""


def _year(year: PrintedNendo, words: Words) -> str:
    """The year as printed, or by the western calendar to readers of another language."""
    return unbroken(year.text) if words.language == "ja" or not year.nendo else nendo_words(year.nendo, words)


def _rationale(sheet: Sheet, steps: tuple[str, ...], words: Words) -> str:
    if not steps:
        return words("where.rationales")
    numbers = {path: unbroken(indicator.number.text) for path, indicator, _ in sheet.measures()}
    named = dict.fromkeys(numbers[path] for path in sheet.rationales[int(steps[0])].measures if path in numbers)
    return words("where.rationale", numbers="、".join(named))


def _programme(sheet: Sheet, steps: tuple[str, ...], words: Words) -> str:
    if not steps:
        return words("where.programmes")
    programme = sheet.programmes[int(steps[0])]
    name = words("where.programme", number=unbroken(programme.number.text) or str(int(steps[0]) + 1))
    if len(steps) < 2 or steps[1] in ("number", "name"):
        return name
    if steps[1] == "money":
        year = _year(programme.money[int(steps[2])].year, words) if len(steps) > 2 else ""
        return f"{name} {words('where.money', year=year)}".strip()
    parts = {
        "started": "where.started",
        "related": "where.related",
        "outline": "where.outline",
        "review_number": "where.review_number",
    }
    return f"{name} {words(parts[steps[1]])}" if steps[1] in parts else name


def _money(sheet: Sheet, steps: tuple[str, ...], words: Words) -> str:
    year = _year(sheet.money[int(steps[0])].year, words) if steps else ""
    return words("where.total", year=year).strip()


def _budget(sheet: Sheet, steps: tuple[str, ...], words: Words) -> str:
    if len(steps) < 3:
        return words("where.budgets")
    row = sheet.budgets[int(steps[0])].rows[int(steps[2])]
    amount = row.amounts[int(steps[4])] if len(steps) > 4 else None
    years = "、".join(_year(year, words) for year in amount.years) if amount else ""
    return words("where.budget", row=unbroken(row.label), year=years).strip()


def _item(_sheet: Sheet, steps: tuple[str, ...], words: Words) -> str:
    return words("where.budget_item", n=int(steps[0]) + 1) if steps else words("where.budget_items")


def _cabinet(sheet: Sheet, steps: tuple[str, ...], words: Words) -> str:
    if not steps:
        return words("where.cabinets")
    name = words("where.cabinet", name=unbroken(sheet.cabinet[int(steps[0])].name))
    parts = {"date": "where.cabinet_date", "excerpt": "where.cabinet_excerpt"}
    return f"{name} {words(parts[steps[1]])}" if steps[1:2] and steps[1] in parts else name


def _note(sheet: Sheet, steps: tuple[str, ...], words: Words) -> str:
    return words("where.note", mark=unbroken(sheet.notes[int(steps[0])].mark)) if steps else words("where.notes")


def _label(sheet: Sheet, steps: tuple[str, ...], words: Words) -> str:
    return words("where.label", label=unbroken(sheet.labels[int(steps[0])].text)) if steps else words("where.labels")


_NAMERS: dict[str, Callable[[Sheet, tuple[str, ...], Words], str]] = {
    "title": _title,
    "identifier": _identifier,
    "policy": _policy,
    "goals": _goal,
    "rationales": _rationale,
    "programmes": _programme,
    "money": _money,
    "budgets": _budget,
    "budget_items": _item,
    "cabinet": _cabinet,
    "notes": _note,
    "labels": _label,
}

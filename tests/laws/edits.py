"""Edits of a whole sheet: another thing at a path, a row less, other names, other print."""

from typing import Any

from monosashi.model import Kind, MeasureName, Printed, ProgrammeName, Sheet, YearTarget
from monosashi.model.indicator import plan_tag
from monosashi.model.path import leaves, resolve

#: How a kind is printed after a measure's name.
TAGS = {Kind.OUTPUT: "＜アウトプット指標＞", Kind.OUTCOME: "＜アウトカム指標＞", None: ""}


def named(name: MeasureName, words: str, kind: Kind | None) -> MeasureName:
    """A measure's name in other words or of another kind, with every other mark of it."""
    unit = f"（単位：{name.unit}）" if name.unit else ""
    text = f"{words}{TAGS[kind]}{plan_tag(name.text)}{unit}{'＊' if name.primary else ''}"
    return MeasureName(text=text, name=words, kind=kind, primary=name.primary, unit=name.unit)


def put(noun: Any, path: str, now: Any) -> Any:
    """The noun with another thing at a path."""
    step, _, rest = path.removeprefix("/").partition("/")
    if isinstance(noun, tuple):
        n = int(step)
        return (*noun[:n], put(noun[n], rest, now) if rest else now, *noun[n + 1 :])
    return noun.model_copy(update={step: put(getattr(noun, step), rest, now) if rest else now})


def without(sheet: Sheet, path: str) -> Sheet:
    """The sheet without the row at a path; with an indicator goes what stands beside it."""
    rows_path, _, n = path.rpartition("/")
    rows = resolve(sheet, rows_path)
    fewer: Sheet = put(sheet, rows_path, (*rows[: int(n)], *rows[int(n) + 1 :]))
    return _rationales_without(fewer, path) if "/indicators/" in path else fewer


def _rationales_without(sheet: Sheet, indicator: str) -> Sheet:
    """What stood beside the indicator is gone with it, and the paths of those behind it move up."""
    rows, _, n = indicator.rpartition("/")

    def moved(path: str) -> str:
        i, _, rest = path.removeprefix(f"{rows}/").partition("/")
        behind = path.startswith(f"{rows}/") and int(i) > int(n)
        return f"{rows}/{int(i) - 1}/{rest}" if behind else path

    kept = []
    for rationale in sheet.rationales:
        measures = tuple(moved(path) for path in rationale.measures if not path.startswith(f"{indicator}/"))
        if measures or not rationale.measures:
            kept.append(rationale.model_copy(update={"measures": measures}))
    return sheet.model_copy(update={"rationales": tuple(kept)})


def of_one_name(sheet: Sheet) -> Sheet:
    """The sheet with everything of a kind called the same: goals, levers, measures, programmes, decisions, notes."""
    for g, goal in enumerate(sheet.goals):
        sheet = put(sheet, f"/goals/{g}/text", "同じ目標")
        for v in range(len(goal.levers)):
            sheet = put(sheet, f"/goals/{g}/levers/{v}/text", "同じ手段")
    for path, _, measure in sheet.measures():
        sheet = put(sheet, f"{path}/name", named(measure.name, "同じ指標", measure.name.kind))
    for n, programme in enumerate(sheet.programmes):
        name = ProgrammeName(text="同じ事業", name="同じ事業", start=programme.name.start)
        sheet = put(sheet, f"/programmes/{n}/name", name)
    for n in range(len(sheet.cabinet)):
        sheet = put(sheet, f"/cabinet/{n}/name", "同じ決定")
    for n in range(len(sheet.notes)):
        sheet = put(sheet, f"/notes/{n}/text", "同じ注")
    return sheet


_WIDE = str.maketrans("0123456789()%", "０１２３４５６７８９（）％")


def printed_anew(sheet: Sheet) -> Sheet:
    """The same sheet in other print: wide digits and brackets, lines broken elsewhere, merged targets repeated."""
    for path, text in leaves(sheet):
        here = resolve(sheet, path)
        middle = len(text) // 2
        anew = f"{text[:middle]}\n{text[middle:]}".translate(_WIDE)
        sheet = put(sheet, path, here.model_copy(update={"text": anew}) if isinstance(here, Printed) else anew)
    for path, _, measure in sheet.measures():
        repeated = tuple(YearTarget(years=(year,), value=each.value) for each in measure.targets for year in each.years)
        sheet = put(sheet, f"{path}/targets", repeated)
    return sheet

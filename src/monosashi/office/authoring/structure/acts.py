"""Acts on the structure of a sheet, by name: what the buttons of the editing pages do.

An act is written ``verb:path`` (``add-indicator:/goals/0/levers/1``, ``up:/programmes/2``, ``remove:/notes/0``,
``into:/goals/0/levers/0/indicators/1>/goals/1/levers/0``, ``add-year:令和6年度``). It never loses text in silence: what it
removes stands in the version before.
"""

from collections.abc import Callable

from monosashi.model import Measure, Noun, PrintedNendo, Sheet
from monosashi.model.nendo import parse_nendo
from monosashi.model.path import resolve
from monosashi.office.authoring.structure.authored import Authored, added, moved, removed, row_of, with_ids
from monosashi.office.authoring.structure.blanks import (
    blank_cabinet,
    blank_goal,
    blank_indicator,
    blank_lever,
    blank_measure,
    blank_note,
    blank_programme,
    blank_rationale,
)
from monosashi.office.authoring.structure.numbers import renumbered
from monosashi.office.authoring.structure.years import (
    apart,
    with_money_year,
    with_year,
    without_money_year,
    without_year,
)
from monosashi.office.refusals import NotAsked
from monosashi.office.reprinting.tree import put

#: What may be added: the list it goes into, below the path that is named, and the blank row.
_ROWS: dict[str, tuple[str, Callable[[Sheet], Noun]]] = {
    "goal": ("/goals", blank_goal),
    "lever": ("/levers", blank_lever),
    "indicator": ("/indicators", blank_indicator),
    "measure": ("/measures", blank_measure),
    "programme": ("/programmes", blank_programme),
    "cabinet": ("/cabinet", blank_cabinet),
    "note": ("/notes", blank_note),
}


class NoSuchAct(NotAsked):
    """An act that there is none of, or at a place that the sheet does not have."""

    def __init__(self, act: str) -> None:
        super().__init__(
            "no-such-row-act",
            f"「{act}」という操作は、この表ではできません。何も変更していません。ページを開き直して、もう一度操作してください。",
            f"There is nothing like {act!r} to be done on this sheet. Nothing was changed. Open the page again and retry.",
        )


class NotAYear(NotAsked):
    """A year that cannot be read."""

    def __init__(self, text: str) -> None:
        super().__init__(
            "not-a-year",
            f"「{text}」は年度として読めません。何も変更していません。「令和6年度」のように書いてください。",
            f"{text!r} cannot be read as a year. Nothing was changed. Write it like 令和6年度.",
        )


def done(one: Authored, act: str) -> Authored:
    """The sheet after an act; none leaves it as it is. Raises ``NoSuchAct`` and ``NotAYear``."""
    if not act:
        return one
    verb, _, at = act.partition(":")
    try:
        if verb.startswith("add-") and verb.removeprefix("add-") in _ROWS:
            return add(one, verb.removeprefix("add-"), at)
        return _ACTS[verb](one, at)
    except (KeyError, IndexError) as error:
        raise NoSuchAct(act) from error


def add(one: Authored, kind: str, above: str = "", place: int | None = None) -> Authored:
    """The sheet with a blank row of a kind (goal, lever, indicator, measure, programme, cabinet, note) below the path of
    what holds it; at the end, or before what stands at ``place``."""
    rows, blank = _ROWS[kind]
    have = resolve(one.sheet, above + rows)
    return added(one, above + rows, len(have) if place is None else place, blank(one.sheet))


def _up(one: Authored, path: str) -> Authored:
    rows, place = row_of(path)
    return moved(one, path, rows, max(0, place - 1))


def _down(one: Authored, path: str) -> Authored:
    rows, place = row_of(path)
    return moved(one, path, rows, min(len(resolve(one.sheet, rows)) - 1, place + 1))


def _into(one: Authored, told: str) -> Authored:
    """An indicator into another lever, a lever into another goal, at the end: ``row>new holder``."""
    path, _, holder = told.partition(">")
    kind = path.split("/")[-2]
    if kind not in ("indicators", "levers", "measures"):
        raise KeyError(path)
    rows = f"{holder}/{kind}"
    own = path.rpartition("/")[0] == rows
    return moved(one, path, rows, len(resolve(one.sheet, rows)) - own)


def _add_rationale(one: Authored, measure: str) -> Authored:
    """Reasons of a measure, after those of the measures before it."""
    if measure not in one.identities:
        raise KeyError(measure)
    order = {path: n for n, path in enumerate(one.identities)}
    behind = [
        n
        for n, told in enumerate(one.sheet.rationales)
        if any(order.get(m, 0) <= order[measure] for m in told.measures)
    ]
    place = behind[-1] + 1 if behind else 0
    return added(one, "/rationales", place, blank_rationale((measure,)))


def speaking_of(one: Authored, rationale: str, measures: tuple[str, ...]) -> Authored:
    """The sheet with other measures named for a rationale, in printed order."""
    known = tuple(path for path, _, _ in one.sheet.measures() if path in measures)
    return Authored(put(one.sheet, f"{rationale}/measures", known), one.identities)


def _tell_of(one: Authored, told: str) -> Authored:
    """One measure more, or less, for a rationale: ``rationale>measure``."""
    rationale, _, measure = told.partition(">")
    have = resolve(one.sheet, f"{rationale}/measures")
    if measure not in one.identities:
        raise KeyError(measure)
    now = tuple(m for m in have if m != measure) if measure in have else (*have, measure)
    return speaking_of(one, rationale, now)


def _year(text: str) -> PrintedNendo:
    year = PrintedNendo.model_validate(text.strip())
    if year.nendo is None or parse_nendo(text.strip()) is None:
        raise NotAYear(text)
    return year


def _apart(one: Authored, path: str) -> Authored:
    """A target over several years printed for each: ``measure/targets/n``."""
    holder, _, place = path.rpartition("/targets/")
    measure = resolve(one.sheet, holder)
    if not isinstance(measure, Measure):
        raise KeyError(path)
    return Authored(put(one.sheet, holder, apart(measure, int(place))), one.identities)


_ACTS: dict[str, Callable[[Authored, str], Authored]] = {
    "remove": removed,
    "up": _up,
    "down": _down,
    "into": _into,
    "add-rationale": _add_rationale,
    "tell-of": _tell_of,
    "apart": _apart,
    "renumber": lambda one, _: renumbered(one),
    "add-year": lambda one, text: with_ids(with_year(one.sheet, _year(text)), one.identities),
    "remove-year": lambda one, slot: with_ids(without_year(one.sheet, slot), one.identities),
    "add-money-year": lambda one, text: with_ids(with_money_year(one.sheet, _year(text)), one.identities),
    "remove-money-year": lambda one, slot: with_ids(without_money_year(one.sheet, slot), one.identities),
}

"""Editing: leaf texts laid over a sheet.

An edit is an address and a text. An address is a leaf's path (``monosashi.model.path``); of yearly values also the path
with the year's slot in place of the number (``…/targets/fiscal-2024/value``), which holds wherever the column stands and
also where nothing is printed for that year yet. A target that is emptied is no longer printed; an actual stays, empty.

>>> sheet = Sheet.model_validate({"title": "令和3年度"})
>>> edit(sheet, {"/title": "令和4年度"}).title.nendo.year
2022
"""

import re
from collections.abc import Mapping

from monosashi.model import Measure, PrintedNendo, Sheet, Value, YearTarget
from monosashi.model.folding import is_dash
from monosashi.model.indicator import read_actual
from monosashi.model.path import is_leaf, leaves, resolve
from monosashi.office.authoring.structure.years import place_in_time, slot_of, year_heads
from monosashi.office.refusals import NotAsked
from monosashi.office.reprinting import reprinted
from monosashi.office.reprinting.states import restated
from monosashi.office.reprinting.tree import put

_SLOT = re.compile(
    r"(?P<measure>.*)/(?P<kind>targets|actuals)/(?P<slot>(?:fiscal|business|calendar)-\d+|x[0-9a-f]*)(?P<rest>/.+)"
)
#: What stands in a year's column; the head over it keeps its number.
_VALUES = ("/value", "/mark")
_PLACE = re.compile(r"(?P<measure>.*/measures/\d+)/(?P<kind>targets|actuals)/(?P<n>\d+)(?P<rest>/.+)")


class NoSuchPlace(NotAsked):
    """An address at which the sheet prints nothing."""

    def __init__(self, address: str) -> None:
        super().__init__(
            "no-such-place",
            f"「{address}」という欄は、この表にありません。何も保存していません。ページを開き直してください。",
            f"The sheet has no place {address!r}. Nothing was saved. Open the page again.",
        )


def edit(sheet: Sheet, edits: Mapping[str, str]) -> Sheet:
    """The sheet with each text at its address, its meaning parsed anew. Raises ``NoSuchPlace``."""
    emptied = []
    for address, text in edits.items():
        path = standing(sheet, address)
        if path is None:
            sheet = _begun(sheet, address, text) if text.strip() else sheet
            continue
        sheet = reprinted(sheet, path, text)
        if not text.strip() and (match := _PLACE.fullmatch(path)) and match["kind"] == "targets":
            emptied.append(slot_address(sheet, path))
    for address in emptied:
        sheet = _target_left_out(sheet, address)
    return sheet


def standing(sheet: Sheet, address: str) -> str | None:
    """The path of the leaf at an address; None where its year is not printed yet. Raises ``NoSuchPlace``."""
    match = _SLOT.fullmatch(address)
    try:
        if not match:
            if not is_leaf(sheet, address):
                raise KeyError(address)
            return address
        measure = resolve(sheet, match["measure"])
        if not isinstance(measure, Measure):
            raise KeyError(address)
    except KeyError as error:
        raise NoSuchPlace(address) from error
    n = _place(measure, match["kind"], match["slot"])
    return None if n is None else f"{match['measure']}/{match['kind']}/{n}{match['rest']}"


def text_at(sheet: Sheet, address: str) -> str:
    """What is printed at an address; nothing where nothing is. Raises ``NoSuchPlace``."""
    path = standing(sheet, address)
    if path is None:
        return ""
    leaf = resolve(sheet, path)
    return leaf if isinstance(leaf, str) else str(leaf.text)


def slot_address(sheet: Sheet, path: str) -> str:
    """The address of a leaf that holds wherever its year's column stands; of other leaves the path itself."""
    match = _PLACE.fullmatch(path)
    if not match or match["rest"] not in _VALUES:
        return path
    measure: Measure = resolve(sheet, match["measure"])
    n = int(match["n"])
    year = measure.targets[n].years[0] if match["kind"] == "targets" else measure.actuals[n].year
    slot = slot_of(year)
    if _place(measure, match["kind"], slot) != n:
        return path
    return f"{match['measure']}/{match['kind']}/{slot}{match['rest']}"


def edits_between(before: Sheet, after: Sheet) -> dict[str, str]:
    """The texts that make ``after`` of ``before``, where both have the same rows: by addresses of ``before``."""
    olds = {slot_address(before, path): text for path, text in leaves(before)}
    news = {slot_address(after, path): text for path, text in leaves(after)}
    changed = {address: text for address, text in news.items() if olds.get(address, "") != text}
    return {**changed, **{address: "" for address, text in olds.items() if text and address not in news}}


def _place(measure: Measure, kind: str, slot: str) -> int | None:
    """The number of the value that is printed for a year, the first where there are several."""
    if kind == "actuals":
        return next((n for n, one in enumerate(measure.actuals) if slot_of(one.year) == slot), None)
    return next((n for n, one in enumerate(measure.targets) if slot in map(slot_of, one.years)), None)


def _begun(sheet: Sheet, address: str, text: str) -> Sheet:
    """The sheet with a value for a year that printed none."""
    match = _SLOT.fullmatch(address)
    head = year_heads(sheet).get(match["slot"]) if match else None
    if match is None or head is None or match["rest"] != "/value":
        raise NoSuchPlace(address)
    measure: Measure = resolve(sheet, match["measure"])
    if match["kind"] == "targets":
        n = place_in_time([one.years[0] for one in measure.targets], head)
        target = YearTarget(years=(head,), value=Value.model_validate(text))
        now = measure.model_copy(update={"targets": (*measure.targets[:n], target, *measure.targets[n:])})
        return restated(sheet, put(sheet, match["measure"], now))
    return put(sheet, match["measure"], _with_actual(sheet, measure, head, text))


def _with_actual(sheet: Sheet, measure: Measure, head: PrintedNendo, text: str) -> Measure:
    own = sheet.title.nendo or sheet.identifier.nendo
    aimed = any(head in target.years and not is_dash(target.value.text) for target in measure.targets)
    n = place_in_time([one.year for one in measure.actuals], head)
    actual = read_actual(text, head, own.year if own else None, expected=aimed)
    return measure.model_copy(update={"actuals": (*measure.actuals[:n], actual, *measure.actuals[n:])})


def _target_left_out(sheet: Sheet, address: str) -> Sheet:
    path = standing(sheet, address)
    match = _PLACE.fullmatch(path or "")
    if not match:
        return sheet
    measure: Measure = resolve(sheet, match["measure"])
    n = int(match["n"])
    now = measure.model_copy(update={"targets": (*measure.targets[:n], *measure.targets[n + 1 :])})
    return restated(sheet, put(sheet, match["measure"], now))

"""A sheet with another text at one leaf.

Most printed nouns mean what their own text says. Some borrow from their neighbours: a bare 「25年度」 its era, an amount
the unit in the head of its table, a dash under a year whether an actual was to be expected. What lent is not kept with
the sheet; it is found again: of the ways in which a reader may have come from text to meaning, one that explains what
stands there now is used for the new text.

>>> reprinted(Sheet.model_validate({"title": "令和3年度"}), "/title", "令和4年度").title.nendo.year
2022
"""

from typing import Any

from monosashi.model import MoneyCell, Noun, Printed, PrintedDate, PrintedNendo, Sheet
from monosashi.model.path import resolve
from monosashi.office.reprinting.dates import reprinted_date
from monosashi.office.reprinting.money import reprinted_cell, with_label_units
from monosashi.office.reprinting.states import restated
from monosashi.office.reprinting.tree import put
from monosashi.office.reprinting.years import reprinted_year


def reprinted(sheet: Sheet, path: str, text: str) -> Sheet:
    """The sheet with ``text`` at a leaf (see ``monosashi.model.path.leaves``); it stays as it is where the leaf prints
    that text already. Raises ``KeyError`` where the sheet has no such place."""
    old = resolve(sheet, path)
    if printed_text(old) == text:
        return sheet
    now = _printed(sheet, path, old, text) if isinstance(old, Printed) else text
    return restated(sheet, with_label_units(sheet, put(sheet, path, now), path))


def printed_text(leaf: Any) -> str:
    """What a leaf prints."""
    return leaf.text if isinstance(leaf, Printed) else str(leaf)


def _printed(sheet: Sheet, path: str, old: Printed, text: str) -> Noun:
    """The noun with its meaning from the new text; what else is printed in it stays."""
    if isinstance(old, PrintedNendo):
        return reprinted_year(sheet, path, old, text)
    if isinstance(old, MoneyCell):
        return reprinted_cell(sheet, path, old, text)
    if isinstance(old, PrintedDate):
        return reprinted_date(sheet, old, text)
    kept = {name: getattr(old, name) for name in type(old).model_fields if name not in {"text", *old.meant}}
    return type(old).model_validate({**kept, "text": text})

"""What stands on the sheet: the print at a path as evidence, and the order in which paths are printed."""

from typing import Any

from monosashi.model import Evidence, MoneyLine, Noun, Part, Printed, Reference, Sheet
from monosashi.model.folding import unbroken
from monosashi.model.money import print_money
from monosashi.model.path import resolve
from monosashi.model.quantity import print_amount


def evidence(sheet: Sheet, *paths: str) -> tuple[Evidence, ...]:
    """Each path with what is printed there; line breaks, which are never part of a value, are left out."""
    return tuple(Evidence(path=path, text=text_of(resolve(sheet, path))) for path in paths)


def text_of(thing: Any) -> str:
    """The print of one leaf."""
    if isinstance(thing, Printed):
        return unbroken(thing.text)
    if isinstance(thing, Reference):
        return f"{unbroken(thing.year.text)}：{unbroken(thing.text)}"
    if isinstance(thing, Part):
        return f"{'うち' if thing.subset else ''}{thing.name}{print_amount(thing.amount)}"
    if isinstance(thing, MoneyLine):
        return unbroken(print_money((thing,))) if thing.budget is not None else ""
    return unbroken(thing) if isinstance(thing, str) else ""


def printed_order(sheet: Sheet, path: str) -> tuple[int, ...]:
    """A key that sorts paths as the form prints them: fields in the noun's order, rows as they follow each other."""
    here: Any = sheet
    order: list[int] = []
    for step in path.split("/")[1:]:
        if isinstance(here, Noun):
            order.append(list(type(here).model_fields).index(step))
            here = getattr(here, step)
        else:
            order.append(int(step))
            here = here[int(step)]
    return tuple(order)

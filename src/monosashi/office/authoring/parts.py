"""Parts: the pieces in which a sheet is written, in the order of its form."""

import re
from collections.abc import Iterable

from monosashi.forms import Form, PartKind
from monosashi.model import Noun, Sheet
from monosashi.model.folding import unbroken
from monosashi.office.refusals import NotThere

_OF_MEASURE = re.compile(r"/goals/(\d+)(?:/levers/\d+/indicators/\d+/measures/\d+/(?P<rest>.*))?")
_YEARLY = re.compile(r"(?:targets|actuals)\b")


class NoSuchPart(NotThere):
    """A part that the sheet is not written in."""

    def __init__(self, key: str) -> None:
        super().__init__(
            "no-such-part",
            f"「{key}」という部分は、この表にありません。編集の目次から選んでください。",
            f"The sheet has no part {key!r}. Choose one from the contents of its editing pages.",
        )


class Part(Noun):
    """A piece of a sheet. ``key``: in addresses; ``kind``: head, goal, values, rationales, programmes, money, cabinet or
    notes; ``number`` and ``name`` tell one goal from another."""

    key: str
    kind: str
    number: int = 0
    name: str = ""


def parts_of(sheet: Sheet, form: Form) -> tuple[Part, ...]:
    """The parts of a sheet: those that its form prints and those that it has besides, the notes last."""
    kinds = {PartKind.STATEMENTS: "head", PartKind.INDICATORS: "indicators", PartKind.PROGRAMMES: "programmes"}
    kinds |= {PartKind.BUDGET: "money", PartKind.ITEMS: "money", PartKind.CABINET: "cabinet"}
    printed = ["head", *(kinds[one.part] for one in form.printed if one.part in kinds)]
    printed += ["indicators"] if sheet.goals else []
    printed += ["programmes"] if sheet.programmes else []
    if sheet.money or sheet.budgets or sheet.budget_items:
        at = printed.index("programmes") + 1 if "programmes" in printed else len(printed)
        printed.insert(at, "money")
    printed += ["cabinet"] if sheet.cabinet else []
    found: list[Part] = []
    for kind in dict.fromkeys([*printed, "notes"]):
        found += _of_indicators(sheet) if kind == "indicators" else [Part(key=kind, kind=kind)]
    return tuple(found)


def _of_indicators(sheet: Sheet) -> Iterable[Part]:
    for g, goal in enumerate(sheet.goals):
        yield Part(key=f"goal-{g + 1}", kind="goal", number=g + 1, name=unbroken(goal.text))
    if not sheet.goals:
        yield Part(key="goals", kind="goals")
    yield Part(key="values", kind="values")
    yield Part(key="rationales", kind="rationales")


def part_named(sheet: Sheet, form: Form, key: str) -> Part:
    """The part of that key. Raises ``NoSuchPart``."""
    for part in parts_of(sheet, form):
        if part.key == key:
            return part
    raise NoSuchPart(key)


def part_of(path: str) -> str:
    """The key of the part that a path is written in; nothing for the sheet as a whole."""
    if match := _OF_MEASURE.match(path):
        rest = match["rest"] or ""
        if _YEARLY.match(rest):
            return "values"
        return "rationales" if rest.startswith("rationale") else f"goal-{int(match[1]) + 1}"
    first = path.split("/")[1] if path else ""
    return {
        "": "",
        "goals": "goals",
        "rationales": "rationales",
        "programmes": "programmes",
        "money": "money",
        "budgets": "money",
        "budget_items": "money",
        "cabinet": "cabinet",
        "notes": "notes",
    }.get(first, "head")

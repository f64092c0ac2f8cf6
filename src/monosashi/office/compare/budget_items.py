"""Items of the budget that pay for the policy (個別票１－２): matched by their names; what each line says, and its money."""

from collections.abc import Iterator

from monosashi.model import BudgetItem, Message, Sheet
from monosashi.model.folding import unbroken
from monosashi.model.measuring.matching import Item, match
from monosashi.model.measuring.same_wording import same_sign, same_wording, shortened, wording
from monosashi.office.compare.comparison import Change
from monosashi.office.compare.kinds import ChangeKind, Part
from monosashi.office.compare.money import money_changes
from monosashi.office.compare.telling import NOWHERE, Spot, Subject, came_or_went, moved
from monosashi.office.compare.years import Reach, Reaches, reach

_KINDS = (ChangeKind.BUDGET_ITEM_ADDED, ChangeKind.BUDGET_ITEM_ENDED)
#: The columns of a line.
_COLUMNS = {
    "mark": Message(ja="●・◆の別", en="mark of the whole or a part"),
    "number": Message(ja="番号", en="number"),
    "account": Message(ja="会計", en="account"),
    "organisation": Message(ja="組織又は勘定", en="organisation"),
    "item": Message(ja="項", en="item"),
    "matter": Message(ja="事項", en="matter"),
    "total": Message(ja="計の見出し", en="name of the sum"),
}


def budget_item_changes(before: Sheet, after: Sheet) -> Iterator[Change]:
    """What changed of the lines, in printed order."""
    reaches = _reach(before), _reach(after)
    for pair in match(_items(before), _items(after)):
        if pair.before and pair.after:
            yield from _line_changes(pair.before, pair.after, reaches)
        else:
            subject = Subject(Part.MONEY, Message(ja="予算科目", en="Budget item"))
            yield came_or_went(subject, _KINDS, (_spot(pair.before), _spot(pair.after)))


def _reach(sheet: Sheet) -> Reach:
    return reach(cell.year for line in sheet.budget_items for cell in line.amounts)


def _items(sheet: Sheet) -> list[Item[BudgetItem]]:
    return [
        Item(f"/budget_items/{n}", line, _name(line), marks=(wording(line.number),))
        for n, line in enumerate(sheet.budget_items)
    ]


def _name(line: BudgetItem) -> str:
    """What the line is of: its account, organisation, item and matter; of a sum what it sums."""
    named = (line.account, line.organisation, line.item, line.matter, line.total)
    return " ".join(text for text in map(unbroken, named) if text)


def _spot(item: Item[BudgetItem] | None) -> Spot:
    return Spot(item.path, _name(item.noun)) if item else NOWHERE


def _line_changes(old: Item[BudgetItem], new: Item[BudgetItem], reaches: Reaches) -> Iterator[Change]:
    name = shortened(_name(new.noun))
    subject = Subject(Part.MONEY, Message(ja=f"予算科目「{name}」", en=f"Budget item “{name}”"))
    for column, what in _COLUMNS.items():
        texts = str(getattr(old.noun, column)), str(getattr(new.noun, column))
        same = same_sign if column == "mark" else same_wording
        if not same(*texts):
            spots = Spot(f"{old.path}/{column}", texts[0]), Spot(f"{new.path}/{column}", texts[1])
            yield moved(subject, ChangeKind.BUDGET_ITEM_CHANGED, what, spots)
    money = (f"{old.path}/amounts", old.noun.amounts), (f"{new.path}/amounts", new.noun.amounts)
    yield from money_changes(subject, *money, reaches)

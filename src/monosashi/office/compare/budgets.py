"""The budget's tables of a policy (施策の予算額・執行額等): row by row, and in each row year by year.

A row is known by its label, else by the stage it states (合計 and 計 are one row). 1,000 in 千円 is 1 in 百万円. A
request is compared with a request: what was asked for a year is not what the year got.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import zip_longest

from monosashi.model import Budget, BudgetAmount, BudgetRow, BudgetRowKind, Message, Nendo, PrintedNendo, Sheet
from monosashi.model.folding import unbroken
from monosashi.model.measuring.matching import Item, Match, match
from monosashi.model.measuring.same_wording import same_wording
from monosashi.model.money import UNITS
from monosashi.model.policy import title_nendo
from monosashi.office.compare.comparison import Change
from monosashi.office.compare.head import without_years
from monosashi.office.compare.kinds import ChangeKind, Part
from monosashi.office.compare.telling import NOWHERE, Spot, Subject, came_or_went, moved, year_names
from monosashi.office.compare.years import Reaches, by_year, paired, reach

_TABLE = Message(ja="予算の表", en="table of the budget")
_KINDS = (ChangeKind.BUDGET_ADDED, ChangeKind.BUDGET_ENDED)
_ROW_KINDS = (ChangeKind.BUDGET_ROW_ADDED, ChangeKind.BUDGET_ROW_ENDED)
_POLICY = Subject(Part.MONEY, Message(ja="", en=""))
_ENGLISH = {
    BudgetRowKind.INITIAL: "initial budget",
    BudgetRowKind.SUPPLEMENTARY: "supplementary budget",
    BudgetRowKind.CARRIED: "amount carried over",
    BudgetRowKind.CARRIED_IN: "amount carried in",
    BudgetRowKind.CARRIED_OUT: "amount carried out",
    BudgetRowKind.RESERVE: "reserve",
    BudgetRowKind.TOTAL: "total of the budget",
    BudgetRowKind.EXECUTED: "execution",
    BudgetRowKind.RATE: "rate of execution",
}


@dataclass(frozen=True)
class _AmountAt:
    """An amount with its path and the unit it is in; a year for which a table prints nothing has no path."""

    path: str | None = None
    amount: BudgetAmount | None = None
    unit: str = ""

    @property
    def meaning(self) -> tuple[Decimal, str, bool] | None:
        """In yen where the unit is known, and whether it is a part of another amount; None where no number stands."""
        if self.amount is None or self.amount.value is None:
            return None
        inside = self.amount.included_only
        if self.unit in UNITS:
            return self.amount.value * UNITS[self.unit], "円", inside
        return self.amount.value, self.unit, inside

    @property
    def spot(self) -> Spot:
        """As one side of a change: the number with its unit, words as they are printed."""
        text = self.amount.text if self.amount else ""
        beside = self.unit if self.amount and self.amount.value is not None and not self.amount.unit else ""
        return Spot(self.path, f"{unbroken(text)}{beside}", value=self.meaning is not None)


def budget_changes(before: Sheet, after: Sheet) -> Iterator[Change]:
    """What changed of the budget's tables, in printed order."""
    reaches = _reaches(before, after, requested=False), _reaches(before, after, requested=True)
    for old, new in _tables(before.budgets, after.budgets):
        if old and new:
            yield from _label_change((f"{old.path}/label", old.noun.label), (f"{new.path}/label", new.noun.label))
            for pair in _rows(old, new):
                yield from _row_changes(pair, reaches)
        else:
            subject = Subject(Part.MONEY, _TABLE)
            yield came_or_went(subject, _KINDS, (_table_spot(old), _table_spot(new)))


def _tables(
    before: Sequence[Budget], after: Sequence[Budget]
) -> Iterator[tuple[Item[Budget] | None, Item[Budget] | None]]:
    """The tables of both sheets: by their labels, the rest in the order they stand in."""
    items = [
        [Item(f"/budgets/{n}", table, table.label) for n, table in enumerate(tables)] for tables in (before, after)
    ]
    yield from _all_paired(match(*items))


def _all_paired(matches: Sequence[Match[Budget]]) -> Iterator[tuple[Item[Budget] | None, Item[Budget] | None]]:
    yield from ((one.before, one.after) for one in matches if one.before and one.after)
    ended = [one.before for one in matches if one.before and not one.after]
    added = [one.after for one in matches if one.after and not one.before]
    yield from zip_longest(ended, added)


def _table_spot(item: Item[Budget] | None) -> Spot:
    return Spot(item.path, item.noun.label) if item else NOWHERE


#: A row in both sheets, or in one of them.
_RowPair = tuple[Item[BudgetRow] | None, Item[BudgetRow] | None]


def _rows(old: Item[Budget], new: Item[Budget]) -> Iterator[_RowPair]:
    """The rows of two tables: by their labels; then those that state the same stage, in the order they stand in."""
    found = match(_row_items(old), _row_items(new))
    ended = [one.before for one in found if one.before and not one.after]
    for one in found:
        if one.before and one.after:
            yield one.before, one.after
        elif one.after:
            known = one.after.noun.kind
            of_stage = (each for each in ended if each.noun.kind is known and known is not BudgetRowKind.OTHER)
            partner = next(of_stage, None)
            ended = [each for each in ended if each is not partner]
            yield partner, one.after
    yield from ((each, None) for each in ended)


def _row_items(table: Item[Budget]) -> list[Item[BudgetRow]]:
    return [
        Item(f"{table.path}/rows/{n}", row, row.label, kind=row.kind.value) for n, row in enumerate(table.noun.rows)
    ]


def _row_changes(pair: _RowPair, reaches: tuple[Reaches, Reaches]) -> Iterator[Change]:
    old, new = pair
    if not old or not new:
        subject = Subject(Part.MONEY, Message(ja="予算の表の行", en="row of the budget's table"))
        yield came_or_went(subject, _ROW_KINDS, (_row_spot(old), _row_spot(new)))
        return
    yield from _label_change((f"{old.path}/label", old.noun.label), (f"{new.path}/label", new.noun.label))
    for requested, within in zip((False, True), reaches, strict=True):
        yield from _amount_changes(old, new, within, requested=requested)


def _row_spot(item: Item[BudgetRow] | None) -> Spot:
    return Spot(item.path, item.noun.label) if item else NOWHERE


def _label_change(old: tuple[str, str], new: tuple[str, str]) -> Iterator[Change]:
    if without_years(old[1]) != without_years(new[1]):
        subject = Subject(Part.LABELS, Message(ja="", en=""))
        yield moved(subject, ChangeKind.LABEL_CHANGED, Message(ja="見出し", en="label"), (Spot(*old), Spot(*new)))


def _amount_changes(
    old: Item[BudgetRow], new: Item[BudgetRow], reaches: Reaches, *, requested: bool
) -> Iterator[Change]:
    """Each pair of amounts once, with the years of which they are said: a text over several years is told once."""
    years: dict[tuple[_AmountAt, _AmountAt], list[Nendo | str]] = {}
    amounts = [by_year(_amounts(item, requested=requested)) for item in (old, new)]
    for pair in paired(amounts[0], amounts[1], reaches):
        years.setdefault((pair.before or _AmountAt(), pair.after or _AmountAt()), []).append(pair.year)
    for (was, now), said in years.items():
        if not _same(was, now):
            what = _what(new.noun, year_names(said), requested=requested)
            yield moved(_POLICY, ChangeKind.BUDGET_CHANGED, what, (was.spot, now.spot))


def _amounts(item: Item[BudgetRow], *, requested: bool) -> Iterator[tuple[PrintedNendo, _AmountAt]]:
    row = item.noun
    for n, amount in enumerate(row.amounts):
        if amount.requested is requested:
            at = _AmountAt(f"{item.path}/amounts/{n}", amount, amount.unit or row.unit)
            yield from ((_year(year), at) for year in amount.years or (PrintedNendo(text=""),))


def _year(head: PrintedNendo) -> PrintedNendo:
    """The year a head names, also beside other words: 令和5年度要求額."""
    return head if head.nendo else head.model_copy(update={"nendo": title_nendo(head.text)})


def _same(old: _AmountAt, new: _AmountAt) -> bool:
    if old.meaning is None or new.meaning is None:
        return same_wording(old.amount.text if old.amount else "", new.amount.text if new.amount else "")
    return old.meaning == new.meaning


def _what(row: BudgetRow, years: Message, *, requested: bool) -> Message:
    """令和3年度の執行額 / execution of FY2021; 令和5年度要求の合計 / total of the budget requested for FY2023."""
    label = unbroken(row.label) or "予算額"
    name = _ENGLISH.get(row.kind, label)
    if requested and "要求" not in years.ja:
        return Message(ja=f"{years.ja}要求の{label}", en=f"{name} requested for {years.en}")
    return Message(ja=f"{years.ja}の{label}", en=f"{name} of {years.en}") if years.ja else Message(ja=label, en=name)


def _reaches(before: Sheet, after: Sheet, *, requested: bool) -> Reaches:
    """How far the columns of both sheets' tables reach, of requests or of the rest."""

    def years(sheet: Sheet) -> Iterator[PrintedNendo]:
        amounts = (amount for table in sheet.budgets for row in table.rows for amount in row.amounts)
        return (_year(year) for amount in amounts if amount.requested is requested for year in amount.years)

    return reach(years(before)), reach(years(after))

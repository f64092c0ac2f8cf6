"""Budget: the table of a policy's money by the stages of its life (施策の予算額・執行額等), as a 評価書 prints it.

Rows are the stages 当初予算(a), 補正予算(b), 繰越し等(c), 合計(a+b+c), then 執行額 and on some forms 執行率; columns are
fiscal years, the last often the request (N年度要求額). Amounts are kept in the printed unit, which a label over or beside
the rows gives.

>>> amount = BudgetAmount.model_validate("▲ 1,940")
>>> amount.value, BudgetAmount.model_validate("（※記入は任意）").value, budget_row_kind("繰り越し等（c）").value
(Decimal('-1940'), None, 'carried')

Source: 目標管理型の政策評価の実施に関するガイドライン (20 December 2013), 別紙2; 政策評価調書（個別票１）.
"""

import re
from collections.abc import Iterable
from decimal import Decimal
from enum import StrEnum
from typing import Any, ClassVar

from pydantic import Field

from monosashi.model.folding import fold, is_dash, key, stacks_numbers, unbroken
from monosashi.model.money import UNITS, MoneyCell, parse_money
from monosashi.model.nendo import Nendo, PrintedNendo
from monosashi.model.noun import NOT_PRINTED, Noun, Printed


class BudgetRowKind(StrEnum):
    """What a row of the budget's table states; ``other`` where its label is not known. ``carried``: 繰越し等, in one figure
    what came in and what went out; ``carried_in`` and ``carried_out`` where a table prints a row of each."""

    INITIAL = "initial"
    SUPPLEMENTARY = "supplementary"
    CARRIED = "carried"
    CARRIED_IN = "carried_in"
    CARRIED_OUT = "carried_out"
    RESERVE = "reserve"
    TOTAL = "total"
    EXECUTED = "executed"
    RATE = "rate"
    OTHER = "other"


#: The kind of row by its label without brackets, letters and blanks.
_KINDS = {
    "当初予算": BudgetRowKind.INITIAL,
    "当初予算額": BudgetRowKind.INITIAL,
    "当初": BudgetRowKind.INITIAL,
    "補正予算": BudgetRowKind.SUPPLEMENTARY,
    "補正予算額": BudgetRowKind.SUPPLEMENTARY,
    "補正": BudgetRowKind.SUPPLEMENTARY,
    "繰越し等": BudgetRowKind.CARRIED,
    "繰り越し等": BudgetRowKind.CARRIED,
    "繰越等": BudgetRowKind.CARRIED,
    "繰越": BudgetRowKind.CARRIED,
    "繰越し": BudgetRowKind.CARRIED,
    "繰越額": BudgetRowKind.CARRIED,
    "前年度繰越等": BudgetRowKind.CARRIED,
    "前年度から繰越し": BudgetRowKind.CARRIED_IN,
    "前年度からの繰越し": BudgetRowKind.CARRIED_IN,
    "前年度からの繰越額": BudgetRowKind.CARRIED_IN,
    "翌年度へ繰越し": BudgetRowKind.CARRIED_OUT,
    "翌年度への繰越し": BudgetRowKind.CARRIED_OUT,
    "翌年度への繰越額": BudgetRowKind.CARRIED_OUT,
    "翌年度繰越額": BudgetRowKind.CARRIED_OUT,
    "予備費等": BudgetRowKind.RESERVE,
    "予備費": BudgetRowKind.RESERVE,
    "予備費使用額": BudgetRowKind.RESERVE,
    "合計": BudgetRowKind.TOTAL,
    "計": BudgetRowKind.TOTAL,
    "予算額計": BudgetRowKind.TOTAL,
    "予算額合計": BudgetRowKind.TOTAL,
    "歳出予算現額": BudgetRowKind.TOTAL,
    "執行額": BudgetRowKind.EXECUTED,
    "決算額": BudgetRowKind.EXECUTED,
    "支出済額": BudgetRowKind.EXECUTED,
    "支出済歳出額": BudgetRowKind.EXECUTED,
    "執行率": BudgetRowKind.RATE,
}
_GROUP = re.compile(r"[(\[<〈【][^()\[\]<>〈〉【】]*[)\]>〉】]")
_LETTERS = re.compile(r"[a-z][a-z+=/・.-]*|^\d{1,2}[.)]?|[:・]$")


def budget_row_kind(label: str) -> BudgetRowKind:
    """The kind of row a printed label names: 「合 計（a＋b＋c）」 is the total, 「（計）」 too."""
    flat = key(label)
    bare = flat
    while (shorter := _GROUP.sub("", bare)) != bare:
        bare = shorter
    bare = _LETTERS.sub("", bare or flat.strip("()[]<>〈〉【】"))
    return _KINDS.get(bare, BudgetRowKind.OTHER)


def printed_unit(text: str) -> str:
    """The unit of money a label prints, in brackets or after 単位; nothing where it prints none.

    >>> printed_unit("予算の\\n状況\\n(百万\\n円)"), printed_unit("（単位：千円）"), printed_unit("執行額（千円、d）")
    ('百万円', '千円', '千円')
    """
    flat = re.sub(r"\s+", "", fold(text))
    units = "|".join(sorted(UNITS, key=len, reverse=True))
    match = re.search(rf"(?:[(\[<【]|[:、,]|^)(?:単位:?)?({units})(?=[)\]>】、,]|$)", flat)
    return match[1] if match else ""


_AMOUNT = re.compile(
    r"(?P<sign>[-△▲−－]?)\s*(?P<n>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)\s*(?P<unit>%|％|[十百千万億]*円)?"
)


def _meaning(text: str) -> dict[str, Any]:
    flat = unbroken(text)
    match = None if stacks_numbers(text) or is_dash(text) else _AMOUNT.fullmatch(fold(flat).strip())
    if match:
        value = Decimal(match["n"].replace(",", ""))
        return {
            "value": -value if match["sign"] else value,
            "unit": match["unit"] or "",
            "included_only": False,
        }
    lines = parse_money(text)
    if len(lines) == 1 and lines[0].budget is not None and lines[0].executed is None and not lines[0].label:
        return {"value": lines[0].budget, "unit": lines[0].unit, "included_only": lines[0].included_only}
    return {"value": None, "unit": "", "included_only": False}


class BudgetAmount(Printed):
    """One cell of the budget's table. ``years``: the heads it stands under, one as a rule; a text that is printed once
    over several years stands under all of them."""

    years: tuple[PrintedNendo, ...] = ()
    value: Decimal | None = Field(default=None, description="In the row's unit; None for a dash or words")
    unit: str = Field(default="", description="As printed in the cell, nothing where a label gives it")
    included_only: bool = Field(default=False, description="内数: part of another amount, never summed")

    meant: ClassVar[frozenset[str]] = frozenset({"value", "unit", "included_only"})
    meaning: ClassVar[Any] = staticmethod(_meaning)

    @property
    def nendo(self) -> Nendo | None:
        """The year it is of, where it stands under one."""
        return self.years[0].nendo if len(self.years) == 1 else None

    @property
    def requested(self) -> bool:
        """Whether it stands under a request (29年度要求額)."""
        return len(self.years) == 1 and "要求" in self.years[0].text


class BudgetRow(Noun):
    """One stage over the years."""

    label: str = Field(description="As printed: 当初予算(a)")
    kind: BudgetRowKind = Field(default=BudgetRowKind.OTHER, json_schema_extra=NOT_PRINTED)
    unit: str = Field(default="", json_schema_extra=NOT_PRINTED, description="The unit a label gives the row: 百万円")
    amounts: tuple[BudgetAmount, ...] = ()


class BudgetSum(Noun):
    """What the table states for one year: its total (the initial budget where no total is printed) and its execution."""

    nendo: Nendo
    budget: Decimal | None = None
    executed: Decimal | None = None
    unit: str = ""
    included_only: bool = False


class Budget(Noun):
    """施策の予算額・執行額等: the rows of one table."""

    label: str = Field(default="", description="The label of the whole table as printed")
    rows: tuple[BudgetRow, ...] = ()

    def amount(self, kind: BudgetRowKind, year: Nendo) -> BudgetAmount | None:
        """What the first row of a kind prints for a year, requests aside."""
        of_kind = (amount for row in self.rows if row.kind is kind for amount in row.amounts)
        return next((one for one in of_kind if one.nendo == year and not one.requested), None)

    @property
    def years(self) -> tuple[Nendo, ...]:
        """The years the table speaks of, in printed order, requests aside."""
        heads = (one.nendo for row in self.rows for one in row.amounts if not one.requested)
        return tuple(sorted(dict.fromkeys(year for year in heads if year), key=lambda year: year.year))

    def unit_of(self, amount: BudgetAmount, row: BudgetRow) -> str:
        """The unit of an amount: its own, else its row's."""
        return amount.unit or row.unit

    def sums(self) -> Iterable[BudgetSum]:
        """Total and execution year by year; no entry where neither is printed."""
        for year in self.years:
            total = self._stated((BudgetRowKind.TOTAL, BudgetRowKind.INITIAL), year)
            executed = self._stated((BudgetRowKind.EXECUTED,), year)
            told = total or executed
            if told:
                row, amount = told
                yield BudgetSum(
                    nendo=year,
                    budget=total[1].value if total else None,
                    executed=executed[1].value if executed else None,
                    unit=self.unit_of(amount, row),
                    included_only=amount.included_only,
                )

    def _stated(self, kinds: Iterable[BudgetRowKind], year: Nendo) -> tuple[BudgetRow, BudgetAmount] | None:
        """The first amount of the first of the kinds that states a number for the year."""
        for kind in kinds:
            for row in self.rows:
                for amount in row.amounts if row.kind is kind else ():
                    if amount.nendo == year and not amount.requested and amount.value is not None:
                        return row, amount
        return None

    def requests(self) -> Iterable[tuple[BudgetRow, BudgetAmount]]:
        """The amount requested for each year to come, once: the total's where several rows print one."""
        found: dict[str, tuple[BudgetRow, BudgetAmount]] = {}
        for row in self.rows:
            for amount in row.amounts:
                if amount.requested and amount.value is not None:
                    head = amount.years[0].text
                    if head not in found or row.kind is BudgetRowKind.TOTAL:
                        found[head] = (row, amount)
        return found.values()


class BudgetItem(Noun):
    """One line of the 個別票１－２: an item of the budget (項, 事項) that pays for the policy, wholly (●) or in part (◆)."""

    mark: str = Field(default="", description="● or ◆ as printed")
    number: str = ""
    account: str = Field(default="", description="会計")
    organisation: str = Field(default="", description="組織又は勘定")
    item: str = Field(default="", description="項")
    matter: str = Field(default="", description="事項")
    total: str = Field(default="", description="小計 or 合計, where the line is a sum of those above")
    amounts: tuple[MoneyCell, ...] = ()

"""Money cells: 「26,700百万円（22,470百万円）」, by account, with the execution in brackets.

Amounts are kept in the printed unit. Equity from the fiscal investment and loan programme (産投出資) and guarantees
(政府保証) are accounts of their own and never added to the budget; 内数 (included only) is never summed.

>>> cell = parse_money("産投出資：\\n26,700百万円\\n（22,470百万円）\\n政府保証：\\n8,500百万円\\n（0百万円）")
>>> [(line.account.value, line.budget, line.executed) for line in cell]
[('equity', Decimal('26700'), Decimal('22470')), ('guarantee', Decimal('8500'), Decimal('0'))]
"""

import re
from decimal import Decimal
from enum import StrEnum
from typing import Any, ClassVar

from pydantic import Field, model_validator

from monosashi.model.folding import fold, stacks_numbers, unbroken
from monosashi.model.mark import note_marks
from monosashi.model.nendo import PrintedNendo
from monosashi.model.noun import Noun, Printed


class Account(StrEnum):
    """Whose money: ``total`` where the cell names no account."""

    TOTAL = "total"
    GENERAL = "general"
    SPECIAL = "special"
    EQUITY = "equity"
    GUARANTEE = "guarantee"
    LOAN = "loan"
    OTHER = "other"


ACCOUNT_LABELS = {
    "一般会計": Account.GENERAL,
    "特別会計": Account.SPECIAL,
    "産投出資": Account.EQUITY,
    "産業投資": Account.EQUITY,
    "財政投融資（出資）": Account.EQUITY,
    "政府保証": Account.GUARANTEE,
    "財政融資": Account.LOAN,
}


class Stage(StrEnum):
    """Which figure of the budget's life; ``total`` where one figure only is printed."""

    INITIAL = "initial"
    SUPPLEMENTARY = "supplementary"
    CARRIED = "carried"
    RESERVE = "reserve"
    TOTAL = "total"
    REQUEST = "request"


#: What one printed unit is in yen.
UNITS = {
    "円": Decimal(1),
    "千円": Decimal(10) ** 3,
    "万円": Decimal(10) ** 4,
    "百万円": Decimal(10) ** 6,
    "億円": Decimal(10) ** 8,
    "十億円": Decimal(10) ** 9,
}


class MoneyLine(Noun):
    """One amount of a money cell: budget, and execution where it is printed. In the unit printed.

    A line states at least one of the two: a cell that states neither has no lines.
    """

    account: Account = Account.TOTAL
    label: str = Field(default="", description="The account as printed: 産投出資")
    stage: Stage = Stage.TOTAL
    included_only: bool = Field(default=False, description="内数: part of another amount, never summed")
    budget: Decimal | None = None
    executed: Decimal | None = None
    unit: str = ""

    @model_validator(mode="after")
    def _states_an_amount(self) -> "MoneyLine":
        if self.budget is None and self.executed is None:
            raise ValueError("予算も執行もない行です / a line of money states a budget or an execution")
        return self


#: Longer than any money cell seen.
_LONGEST = 1000
_UNIT = "|".join(sorted(UNITS, key=len, reverse=True))
_AMOUNT = (
    r"(?P<{0}>[-−△▲]?\s?(?:\d{{1,3}}(?:,\d{{3}})++(?!\d)|\d++(?!,\d))(?:\.\d+)?)\s*+"
    rf"(?P<{{0}}_unit>{_UNIT})?\s*+"
)
_DASH = r"[-－−―‐–ー]\s*+"
_INSIDE = r"(?:の?内\s*+数)"
#: Label, budget, execution in brackets; either amount may be a dash beside the other.
_LINE = re.compile(
    rf"\s*+(?:(?P<label>(?!{_UNIT}|{_INSIDE})[^\d:<>〈〉《》\[\]△▲-]{{1,20}}):\s*+)?(?P<open>[<〈《])?\s*+"
    rf"(?:{_AMOUNT.format('budget')}|{_DASH}(?=\())(?(open)(?:[>〉》]\s*+)?)(?P<inside>{_INSIDE})?\s*+(?(open)(?:[>〉》]\s*+)?)"
    rf"(?:\(\s*+(?:{_AMOUNT.format('executed')}(?P<inside2>{_INSIDE})?\s*+|{_DASH})\))?\s*+[、,]?\s*+"
)


def account_of(label: str) -> Account:
    """The account a printed label names; ``total`` where nothing is printed."""
    folded = fold(label)
    named = (account for words, account in ACCOUNT_LABELS.items() if fold(words) == folded)
    return next(named, Account.OTHER) if label else Account.TOTAL


def parse_money(text: str, unit: str = "") -> tuple[MoneyLine, ...]:
    """The amounts a money cell prints, none where it prints a dash, a note mark or words.

    ``unit``: the unit the table's head gives to cells that print none.
    """
    if len(text) > _LONGEST or stacks_numbers(text):
        return ()
    whole = unbroken(text)
    flat, at, lines = fold(whole), 0, []
    while at < len(flat):
        match = _LINE.match(flat, at)
        if not match or not (match["budget"] or match["executed"]) or not _one_unit(match):
            return ()
        # fold keeps offsets, so the label's place in the folded text is its place in the printed one
        label = whole[match.start("label") : match.end("label")].strip() if match["label"] else ""
        lines.append(_line(match, label, unit))
        at = match.end()
    return tuple(lines)


def _one_unit(match: re.Match[str]) -> bool:
    """A line has one unit: 1億円（9,000万円） is no line but two amounts that do not stand side by side."""
    return len({match["budget_unit"], match["executed_unit"]} - {None}) < 2


def _line(match: re.Match[str], label: str, unit: str) -> MoneyLine:
    return MoneyLine(
        account=account_of(label),
        label=label,
        included_only=bool(match["inside"] or match["inside2"] or match["open"]),
        budget=_decimal(match["budget"]) if match["budget"] else None,
        executed=_decimal(match["executed"]) if match["executed"] else None,
        unit=match["budget_unit"] or match["executed_unit"] or unit,
    )


def _decimal(digits: str) -> Decimal:
    return Decimal(re.sub("[△▲−]", "-", re.sub(r"[,\s]", "", digits)))


def print_money(lines: tuple[MoneyLine, ...]) -> str:
    """The cell as the 総務省 form prints it, one amount a line; ``parse_money`` gives the same lines back."""
    ends = ["\n" if line.label else "、\n" for line in lines[1:]] + [""]
    return "".join(_print_line(line) + end for line, end in zip(lines, ends, strict=False))


def _print_line(line: MoneyLine) -> str:
    amount = "－" if line.budget is None else f"{line.budget:,f}{line.unit}"
    inside = "の内数" if line.included_only else ""
    label = f"{line.label}：\n" if line.label else ""
    if line.executed is None:
        return label + (f"〈{amount}〉" if inside else amount) + inside
    executed = f"（{line.executed:,f}{line.unit}{inside if line.budget is None else ''}）"
    budget = f"〈{amount}〉{inside}" if inside and line.budget is not None else amount
    return f"{label}{budget}\n{executed}"


class MoneyCell(Printed):
    """One year's money cell: the amounts it prints (none: a dash, words, or a ※ that points to a note)."""

    year: PrintedNendo = Field(default_factory=lambda: PrintedNendo(text=""))
    lines: tuple[MoneyLine, ...] = ()

    meant: ClassVar[frozenset[str]] = frozenset({"lines"})
    meaning: ClassVar[Any] = staticmethod(lambda text: {"lines": parse_money(text)})

    @classmethod
    def read(cls, text: str, year: PrintedNendo, unit: str = "") -> "MoneyCell":
        """The cell with its meaning; ``unit`` as for ``parse_money``."""
        return cls(text=text, year=year, lines=parse_money(text, unit))

    @property
    def note(self) -> str:
        """The note mark that stands for the amount (※５), or nothing."""
        marks = note_marks(self.text)
        return marks[0] if marks and not self.lines else ""

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

from pydantic import Field

from monosashi.model.folding import fold
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
    """One amount of a money cell: budget, and execution where it is printed. In the unit printed."""

    account: Account = Account.TOTAL
    label: str = Field(default="", description="The account as printed: 産投出資")
    stage: Stage = Stage.TOTAL
    included_only: bool = Field(default=False, description="内数: part of another amount, never summed")
    budget: Decimal | None = None
    executed: Decimal | None = None
    unit: str = ""


_AMOUNT = r"(?P<{0}>[-△▲]?\s?(?:\d{{1,3}}(?:,\d{{3}})+|\d+)(?:\.\d+)?)\s*(?P<{0}_unit>十億円|百万円|億円|千円|万円|円)?"
_LINE = re.compile(
    r"\s*(?:(?P<label>[^\d:()<>\[\]△▲-]{1,20}):\s*)?"
    r"(?P<open>[<〈《])?\s*" + _AMOUNT.format("budget") + r"\s*(?P<close>[>〉》])?\s*(?P<inside>の?\s*内\s*数)?"
    r"(?:\s*\(\s*" + _AMOUNT.format("executed") + r"\s*\))?\s*[、,]?\s*"
)


def parse_money(text: str, unit: str = "") -> tuple[MoneyLine, ...]:
    """The amounts a money cell prints, none where it prints a dash, a note mark or words.

    ``unit``: the unit the table's head gives to cells that print none.
    """
    flat, at, lines = fold(text).strip(), 0, []
    if len(flat) > 1000:
        return ()
    while at < len(flat):
        match = _LINE.match(flat, at)
        if not match:
            return ()
        lines.append(_line(match, unit))
        at = match.end()
    return tuple(lines)


def _line(match: re.Match[str], unit: str) -> MoneyLine:
    label = (match["label"] or "").strip()
    printed = match["budget_unit"] or match["executed_unit"] or unit
    return MoneyLine(
        account=ACCOUNT_LABELS.get(label, Account.OTHER) if label else Account.TOTAL,
        label=label,
        included_only=bool(match["inside"] or match["open"]),
        budget=_decimal(match["budget"]),
        executed=_decimal(match["executed"]) if match["executed"] else None,
        unit=printed,
    )


def _decimal(digits: str) -> Decimal:
    return Decimal(re.sub(r"[,\s]", "", digits).replace("△", "-").replace("▲", "-"))


def print_money(lines: tuple[MoneyLine, ...]) -> str:
    """The cell as the 総務省 form prints it, one amount a line; ``parse_money`` gives the same lines back."""
    return "\n".join(_print_line(line) for line in lines)


def _print_line(line: MoneyLine) -> str:
    amount = f"{line.budget:,f}{line.unit}"
    amount = f"〈{amount}〉の内数" if line.included_only else amount
    label = f"{line.label}：\n" if line.label else ""
    return label + amount + (f"\n（{line.executed:,f}{line.unit}）" if line.executed is not None else "")


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

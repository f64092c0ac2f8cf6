"""Stated money: each amount a sheet prints for one year, with whose it is and what it is, so that two sheets' amounts
can be laid side by side.

The total and the execution of a policy are one kind of amount, whether printed in a cell of their own (事前分析表) or in a
table by stages (評価書).
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from monosashi.auditing.budget_years import BudgetYear, budget_years
from monosashi.model import Account, BudgetRowKind, Message, MoneyCell, MoneyLine, Nendo, Sheet, Stage
from monosashi.model.folding import key, unbroken
from monosashi.model.measuring.arithmetic import is_sane

_BUDGET = Message(ja="予算額", en="budget")
_EXECUTED = Message(ja="執行額", en="execution")
_POLICY = Message(ja="政策の予算額・執行額", en="the policy's money")
#: The rows of a table by stages that state an amount of their own; a rate follows from the others.
_STAGES = {
    BudgetRowKind.INITIAL: Message(ja="当初予算", en="initial budget"),
    BudgetRowKind.SUPPLEMENTARY: Message(ja="補正予算", en="supplementary budget"),
    BudgetRowKind.CARRIED: Message(ja="繰越し等", en="carry-over"),
    BudgetRowKind.RESERVE: Message(ja="予備費", en="reserve"),
    BudgetRowKind.TOTAL: _BUDGET,
    BudgetRowKind.EXECUTED: _EXECUTED,
}


@dataclass(frozen=True)
class StatedAmount:
    """One amount of one year. ``scope``: whose (empty: the policy's); ``kind``: which account and figure; ``closed``:
    whether the sheet prints an execution beside it."""

    scope: str
    kind: str
    nendo: Nendo
    value: Decimal
    unit: str
    path: str
    name: Message
    what: Message
    closed: bool = False

    @property
    def text(self) -> str:
        """2,616百万円."""
        return f"{self.value:,f}{self.unit}"


def stated_money(sheet: Sheet) -> Iterator[StatedAmount]:
    """Every amount that is the only one of its scope, kind and year."""
    found = [*_policy(sheet), *_tables(sheet), *_programmes(sheet)]
    times = Counter((one.scope, one.kind, one.nendo) for one in found)
    yield from (one for one in found if times[one.scope, one.kind, one.nendo] == 1)


def _policy(sheet: Sheet) -> Iterator[StatedAmount]:
    for n, cell in enumerate(sheet.money):
        yield from _cell(f"/money/{n}", cell, "", _POLICY)


def _programmes(sheet: Sheet) -> Iterator[StatedAmount]:
    for p, programme in enumerate(sheet.programmes):
        words = unbroken(programme.name.name)
        name = Message(ja=f"達成手段「{words}」", en=f"the means “{words}”")
        for n, cell in enumerate(programme.money if words else ()):
            yield from _cell(f"/programmes/{p}/money/{n}", cell, key(words), name)


def _cell(path: str, cell: MoneyCell, scope: str, name: Message) -> Iterator[StatedAmount]:
    for n, line in enumerate(cell.lines):
        if line.included_only or not cell.year.nendo:
            continue
        for kind, value, what in ((_TOTAL, line.budget, _BUDGET), (_SPENT, line.executed, _EXECUTED)):
            if value is not None and is_sane(value):
                yield StatedAmount(
                    scope=scope,
                    kind=_kind(line, kind),
                    nendo=cell.year.nendo,
                    value=value,
                    unit=line.unit,
                    path=f"{path}/lines/{n}",
                    name=name,
                    what=_of_account(line, what),
                    closed=line.executed is not None,
                )


_TOTAL, _SPENT = BudgetRowKind.TOTAL.value, BudgetRowKind.EXECUTED.value


def _kind(line: MoneyLine, kind: str) -> str:
    """The figure and its account; a stage of the budget is told apart."""
    account = "" if line.account is Account.TOTAL else f"{line.account.value} {key(line.label)}"
    stage = "" if line.stage is Stage.TOTAL else line.stage.value
    return " ".join(part for part in (kind, account, stage) if part)


def _of_account(line: MoneyLine, what: Message) -> Message:
    label = unbroken(line.label)
    return Message(ja=f"{label}の{what.ja}", en=f"{what.en} of {label}") if label else what


def _tables(sheet: Sheet) -> Iterator[StatedAmount]:
    """The stages of the policy's only budget table; of several none is the policy's own."""
    tables = list(budget_years(sheet))
    cells = {(one.kind, one.nendo) for one in _policy(sheet)}
    for column in tables[0] if len(tables) == 1 else ():
        for one in _column(column):
            if (one.kind, one.nendo) not in cells:
                yield one


def _column(column: BudgetYear) -> Iterator[StatedAmount]:
    spent = column.figure(BudgetRowKind.EXECUTED)
    closed = spent is not None and spent.value is not None
    for kind, what in _STAGES.items():
        figure = column.figure(kind)
        if figure and figure.value is not None:
            yield StatedAmount(
                scope="",
                kind=kind.value,
                nendo=column.nendo,
                value=figure.value,
                unit=figure.unit,
                path=figure.path,
                name=_POLICY,
                what=what,
                closed=closed,
            )

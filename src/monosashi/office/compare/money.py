"""Money: the cells of a programme or of the policy, year by year; in them each amount by account and stage.

1,000千円 is 1百万円. Budget and execution are told apart. A cell that prints no amount (a dash, ※５, words) is told as
a whole.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from monosashi.model import Account, Message, MoneyCell, MoneyLine, Stage
from monosashi.model.measuring.same_wording import wording
from monosashi.model.money import UNITS, print_money
from monosashi.office.compare.comparison import Change
from monosashi.office.compare.kinds import ChangeKind
from monosashi.office.compare.telling import NOWHERE, Spot, Subject, both, moved, year_name
from monosashi.office.compare.years import Reaches, by_year, paired

_ACCOUNTS = {
    Account.TOTAL: Message(ja="", en=""),
    Account.GENERAL: Message(ja="一般会計", en="general account"),
    Account.SPECIAL: Message(ja="特別会計", en="special account"),
    Account.EQUITY: Message(ja="産投出資", en="equity"),
    Account.GUARANTEE: Message(ja="政府保証", en="guarantee"),
    Account.LOAN: Message(ja="財政融資", en="loan"),
    Account.OTHER: Message(ja="その他", en="other account"),
}
_STAGES = {
    Stage.INITIAL: Message(ja="当初", en="initial"),
    Stage.SUPPLEMENTARY: Message(ja="補正", en="supplementary"),
    Stage.CARRIED: Message(ja="繰越し", en="carried over"),
    Stage.RESERVE: Message(ja="予備費", en="reserve"),
    Stage.TOTAL: Message(ja="", en=""),
    Stage.REQUEST: Message(ja="要求", en="requested"),
}
_AMOUNTS = {"budget": Message(ja="予算額", en="budget"), "executed": Message(ja="執行額", en="execution")}

#: A cell or a line with its path.
_CellAt = tuple[str, MoneyCell]
_LineAt = tuple[str, MoneyLine]
#: What makes two lines the same: account, its label, stage, and how often these had come before.
_LineKey = tuple[Account, str, Stage, int]


@dataclass(frozen=True)
class _Amount:
    """A budget or an execution, with its path and its unit; None where a line states the other alone."""

    path: str
    amount: Decimal | None
    unit: str

    @property
    def meaning(self) -> tuple[Decimal, str] | None:
        """In yen, where the unit is known."""
        if self.amount is None:
            return None
        return (self.amount * UNITS[self.unit], "円") if self.unit in UNITS else (self.amount, self.unit)

    @property
    def spot(self) -> Spot:
        """As one side of a change."""
        return Spot(self.path, "" if self.amount is None else f"{self.amount:,f}{self.unit}", value=True)


def money_changes(
    subject: Subject, before: tuple[str, Sequence[MoneyCell]], after: tuple[str, Sequence[MoneyCell]], reaches: Reaches
) -> Iterator[Change]:
    """The changes of a row of money. ``before`` and ``after``: its path with its cells."""
    old, new = (
        by_year((cell.year, (f"{path}/{n}", cell)) for n, cell in enumerate(cells)) for path, cells in (before, after)
    )
    for pair in paired(old, new, reaches):
        yield from _cell_changes(subject, year_name(pair.year), pair.before, pair.after)


def _cell_changes(subject: Subject, year: Message, old: _CellAt | None, new: _CellAt | None) -> Iterator[Change]:
    was, now = _lines(old), _lines(new)
    if not was or not now:
        spots = both(lambda at: Spot(at[0], at[1].text, value=bool(at[1].lines)) if at else NOWHERE, old, new)
        if wording(spots[0].text) != wording(spots[1].text):
            what = Message(ja=f"{year.ja}の予算額・執行額", en=f"budget and execution of {year.en}")
            yield moved(subject, ChangeKind.MONEY_CHANGED, what, spots)
        return
    for key in dict.fromkeys([*was, *now]):
        yield from _line_changes(subject, year, was.get(key), now.get(key))


def _lines(at: _CellAt | None) -> dict[_LineKey, _LineAt]:
    found: dict[_LineKey, _LineAt] = {}
    for n, line in enumerate(at[1].lines if at else ()):
        name = (line.account, wording(line.label) if line.account is Account.OTHER else "", line.stage)
        times = sum(known[:3] == name for known in found)
        found[(*name, times)] = (f"{at[0] if at else ''}/lines/{n}", line)
    return found


def _line_changes(subject: Subject, year: Message, old: _LineAt | None, new: _LineAt | None) -> Iterator[Change]:
    if not old or not new or old[1].included_only != new[1].included_only:
        spots = both(lambda at: Spot(at[0], print_money((at[1],)), value=True) if at else NOWHERE, old, new)
        some = (new or old or ("", MoneyLine(budget=Decimal(0))))[1]
        yield moved(subject, ChangeKind.MONEY_CHANGED, _what(year, some, Message(ja="額", en="amount")), spots)
        return
    for field, name in _AMOUNTS.items():
        was, now = (_Amount(f"{path}/{field}", getattr(line, field), line.unit) for path, line in (old, new))
        if was.meaning != now.meaning:
            yield moved(subject, ChangeKind.MONEY_CHANGED, _what(year, new[1], name), (was.spot, now.spot))


def _what(year: Message, line: MoneyLine, amount: Message) -> Message:
    """令和3年度の産投出資の予算額 / equity budget of FY2021."""
    account = Message(ja=line.label, en=line.label) if line.account is Account.OTHER else _ACCOUNTS[line.account]
    stage = _STAGES[line.stage]
    ja = "の".join(word for word in (year.ja, account.ja, stage.ja + amount.ja) if word)
    en = " ".join(word for word in (account.en, stage.en, amount.en) if word)
    return Message(ja=ja, en=f"{en} of {year.en}")

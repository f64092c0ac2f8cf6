"""Policy differences: why the policy's printed money is not what the state's accounts give, by a named reason.

Each reason is tried by itself, the commonest first: it stands if the printed amount comes out by it to the printed unit.
What none explains is told as unexplained, with how far the two are apart.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import Final

from monosashi.ledgers.budget_lines import BudgetBook, BudgetLine, LineYear
from monosashi.ledgers.confirming import agrees, in_unit
from monosashi.ledgers.printed_money import PrintedYear
from monosashi.model.measuring.arithmetic import difference, minus, total
from monosashi.model.message import Message
from monosashi.model.reconciliation import Difference

BUDGET: Final = "budget"
EXECUTED: Final = "executed"
SIDES: Final = {
    BUDGET: Message(ja="予算額", en="budget"),
    EXECUTED: Message(ja="執行額", en="execution"),
}

#: A reason: its code, and what is said of it.
Reason = tuple[str, Message]


@dataclass(frozen=True)
class Compared:
    """One printed figure (None: not printed) beside what the books give in yen (None: nothing)."""

    side: str
    figure: Decimal | None
    yen: Decimal | None
    settled: bool
    printed: PrintedYear
    book: BudgetBook
    lines: tuple[BudgetLine, ...]
    near: tuple[BudgetLine, ...]

    @property
    def year(self) -> LineYear:
        """The year of the policy's own lines."""
        return self.book.year(self.lines, self.printed.nendo.year)

    def is_it(self, yen: Decimal | None) -> bool:
        """Whether the printed figure is this amount."""
        return yen is not None and self.figure is not None and agrees(self.figure, yen, self.printed)

    def of(self, lines: tuple[BudgetLine, ...]) -> Decimal | None:
        """The same amount of other lines."""
        told = self.book.year(lines, self.printed.nendo.year)
        if self.side == EXECUTED:
            return told.spent
        return told.kept if self.settled else told.initial


def difference_of(one: Compared) -> Difference | None:
    """Why the two differ; None where they agree, or where the sheet prints nothing."""
    if one.figure is None:
        return None
    if one.yen is None:
        return _told(one, "not-in-the-books", _missing(one), None)
    off = minus(one.figure, in_unit(one.yen, one.printed))
    if not off:
        return None
    named = next((reason for reasons in _REASONS for reason in reasons(one)), None)
    code, message = named or ("unexplained", _UNEXPLAINED)
    return _told(one, code, message, off)


def _told(one: Compared, code: str, message: Message, off: Decimal | None) -> Difference:
    side = SIDES[one.side]
    apart = "" if off is None else f"{off:+,f}{one.printed.unit}"
    return Difference(
        code=code,
        side=one.side,
        amount=off,
        ja=f"{side.ja}{f'の差 {apart}' if apart else ''}：{message.ja}",
        en=f"{side.en}{f', difference {apart}' if apart else ''}: {message.en}",
    )


def _missing(one: Compared) -> Message:
    year = one.printed.nendo.year
    if one.settled and year not in one.book.settled:
        return Message(ja=f"{year}年度の決算が手元の帳簿にない", en=f"the books have no settlement of {year}")
    if one.settled and any(line.account != "general" for line in one.lines):
        return Message(
            ja="特別会計の決算は事項別に公表されていない", en="a special account’s settlement is not published by 事項"
        )
    return Message(ja=f"{year}年度の帳簿にこの項・事項がない", en=f"the books of {year} do not have the line")


def _rounding(one: Compared) -> Iterator[Reason]:
    """To the printed unit some round down or up, and add up what was rounded line by line."""
    if one.yen is None or one.figure is None:
        return
    exact = one.yen / one.printed.in_yen
    for rule, message in ((ROUND_FLOOR, _FLOOR), (ROUND_CEILING, _CEILING)):
        if exact.to_integral_value(rule) == one.figure:
            yield "rounding", message
    own = [part for line in one.lines if (part := one.of((line,))) is not None]
    if len(own) > 1 and total(in_unit(part, one.printed) for part in own) == one.figure:
        yield "rounding", _BY_LINE
    if len(own) > 1 and difference(one.figure, exact) <= Decimal(len(own)) / 2:
        yield "rounding", _BY_LINE


def _stages(one: Compared) -> Iterator[Reason]:
    """Another stage of the same budget was printed."""
    year = one.year
    if one.side == EXECUTED:
        return
    if one.settled:
        if one.is_it(year.current):
            yield "carry-over-not-taken-off", _NOT_TAKEN_OFF
        if one.is_it(year.initial):
            yield "supplementary-not-included", _INITIAL_ONLY
        if one.is_it(year.amount):
            yield "carried-in-not-included", _WITHOUT_CARRIED
        if year.amount is not None and one.is_it(minus(year.amount, year.carried_out or Decimal(0))):
            yield "carried-in-not-included", _WITHOUT_CARRIED_IN
        return
    if one.is_it(year.changed):
        yield "supplementary-included", _WITH_SUPPLEMENTARY
    if one.is_it(year.current) or one.is_it(year.kept):
        yield "settled-already", _SETTLED_ALREADY


def _reserve(one: Compared) -> Iterator[Reason]:
    """The printed budget knows nothing of what came from the reserve or by transfer."""
    year = one.year
    if one.side == EXECUTED or not one.settled or not year.other or year.kept is None:
        return
    if one.is_it(minus(year.kept, year.other)):
        came = f"{in_unit(year.other, one.printed):+,f}{one.printed.unit}"
        yield (
            "reserve-or-transfers",
            Message(
                ja=f"予備費の使用と移用・流用（計{came}）を除くと一致する。予算書・決算書の事項別の表は両者を分けていない",
                en=f"agrees without the reserve used and the transfers ({came} together), which the books do not tell apart",
            ),
        )


def _sections(one: Compared) -> Iterator[Reason]:
    """The year's money came from another line as well, or not from all."""
    for line in one.near:
        if line not in one.lines and one.is_it(one.of((*one.lines, line))):
            yield (
                "other-section",
                Message(ja=f"「{line.name}」も加えると一致する", en=f"agrees if “{line.name}” is added"),
            )
    for line in one.lines if len(one.lines) > 1 else ():
        if one.is_it(one.of(tuple(other for other in one.lines if other != line))):
            yield (
                "section-left-out",
                Message(ja=f"「{line.name}」を除くと一致する", en=f"agrees without “{line.name}”"),
            )


def _unit(one: Compared) -> Iterator[Reason]:
    """The figure is right and its unit is not."""
    if one.yen is None or one.figure is None:
        return
    for power in (3, -3):
        if agrees(one.figure, one.yen.scaleb(power), one.printed):
            yield "unit", _OTHER_UNIT


_REASONS: Final[tuple[Callable[[Compared], Iterator[Reason]], ...]] = (_rounding, _stages, _reserve, _sections, _unit)

_FLOOR = Message(ja="印刷の単位への切捨て", en="rounded down to the printed unit")
_CEILING = Message(ja="印刷の単位への切上げ", en="rounded up to the printed unit")
_BY_LINE = Message(ja="項・事項ごとに丸めてから足した額", en="the lines were rounded one by one and then added")
_NOT_TAKEN_OFF = Message(
    ja="翌年度繰越額を差し引いていない（歳出予算現額のまま）", en="what was carried to the next year was not taken off"
)
_INITIAL_ONLY = Message(
    ja="当初予算のままで、補正・繰越しを含まない", en="the initial budget, without supplementary ones and carry-over"
)
_WITHOUT_CARRIED = Message(
    ja="前年度からの繰越しと翌年度への繰越しを含まない（歳出予算額）",
    en="the budget alone, without what was carried in or out",
)
_WITHOUT_CARRIED_IN = Message(ja="前年度からの繰越しを含まない", en="without what was carried in from the year before")
_WITH_SUPPLEMENTARY = Message(ja="補正予算を含む額", en="with the supplementary budget")
_SETTLED_ALREADY = Message(ja="決算後の額", en="the amount as settled")
_OTHER_UNIT = Message(ja="印刷された単位が三桁違うと一致する", en="agrees if the printed unit is three digits off")
_UNEXPLAINED = Message(
    ja="丸め、繰越し、補正、予備費・移流用、他の項・事項のいずれでも説明できない",
    en="neither rounding, carry-over, supplementary budgets, reserve and transfers nor another line explains it",
)

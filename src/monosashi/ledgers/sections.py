"""Sections: which 項・事項 of the state's budget a policy's money comes from, by the policy's name and office.

The search begins with names among the lines of the policy's ministry; where the sheet itself prints 項 and 事項, those
count as its word. Amounts only confirm: of the lines that are like by name, those sums are looked for that agree with
what the sheet prints in every year. A policy may draw on several lines. What neither names nor amounts settle is put to a
person.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from monosashi.ledgers.budget_lines import BudgetBook, BudgetLine
from monosashi.ledgers.confirming import Confirmation, confirmed
from monosashi.ledgers.printed_money import PrintedYear
from monosashi.ledgers.section_names import Weights, pairs, words
from monosashi.model import Sheet, StatementRole
from monosashi.model.folding import key, unbroken
from monosashi.model.message import Message
from monosashi.model.reconciliation import Certainty

#: A line less like the policy than this is no candidate.
LEAST: Final = Decimal("0.15")
#: From this likeness on a line is taken without the amounts, if no other is within ``GAP`` of it.
SURE: Final = Decimal("0.60")
GAP: Final = Decimal("0.12")
#: So many candidates are told.
TOLD: Final = 12

#: What an organisation other than the policy's own counts for; the seat of the ministry where none is named.
_SEAT, _ELSEWHERE, _SPECIAL = 0.97, 0.85, 0.75


@dataclass(frozen=True)
class Asked:
    """What is known of the policy whose lines are looked for."""

    name: str
    office: str = ""
    ministry: str = ""
    printed: tuple[PrintedYear, ...] = ()
    stated: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, sheet: Sheet, ministry: str, printed: tuple[PrintedYear, ...]) -> "Asked":
        """What a sheet tells. ``stated``: 項 and 事項 it prints itself (個別票１－２)."""
        items = ((key(one.item), key(one.matter)) for one in sheet.budget_items if not one.total and one.item)
        office = " ".join(map(sheet.policy.text, (StatementRole.OFFICE, StatementRole.RESPONSIBLE)))
        return cls(unbroken(sheet.policy.name), office, ministry, printed, tuple(dict.fromkeys(items)))


@dataclass(frozen=True)
class Likely:
    """A line with how likely it is the policy's."""

    line: BudgetLine
    score: Decimal
    reasons: tuple[Message, ...]


@dataclass(frozen=True)
class Found:
    """The lines a policy's money comes from, all that come into question (best first), and why."""

    certainty: Certainty
    lines: tuple[BudgetLine, ...]
    likely: tuple[Likely, ...]
    reasons: tuple[Message, ...]


def find_sections(asked: Asked, book: BudgetBook) -> Found:
    """The lines of the policy's money. The same question to the same book has the same answer."""
    likely = _likely(asked, book.lines)
    stated = tuple(one.line for one in likely if _is_stated(one.line, asked))
    if stated:
        return Found(Certainty.CERTAIN, stated, likely[:TOLD], (_STATED,))
    told = [one for one in likely if one.score >= LEAST][:TOLD]
    if not told:
        return Found(Certainty.NONE, (), (), (_NOTHING,))
    agreeing = confirmed(book, [one.line for one in told], asked.printed)
    if agreeing:
        return _settled(agreeing, told)
    best, *others = told
    if best.score >= SURE and not any(_rivals(best, other) for other in others):
        return Found(Certainty.CERTAIN, (best.line,), tuple(told), (_BY_NAME,))
    near = 1 + sum(_rivals(best, other) for other in others)
    return Found(Certainty.AMBIGUOUS, (), tuple(told), (_ambiguous(near),))


def _rivals(best: Likely, other: Likely) -> bool:
    """Whether a line may be meant as well: about as like, or a 事項 of the same 項 that is like by itself."""
    return best.score - other.score < GAP or (other.score >= SURE and other.line.section == best.line.section)


def _settled(agreeing: Confirmation, told: list[Likely]) -> Found:
    """What the amounts confirm: certain where the likeliest line is among them, else for a person to say."""
    several = (_SEVERAL,) if len(agreeing.lines) > 1 else ()
    named = told[0].line in agreeing.lines or _score(told, agreeing.lines[0]) >= SURE
    certainty = Certainty.CERTAIN if named else Certainty.AMBIGUOUS
    return Found(certainty, agreeing.lines, tuple(told), (_agrees(agreeing.figures), *several))


def _score(told: list[Likely], line: BudgetLine) -> Decimal:
    return next(one.score for one in told if one.line == line)


def _likely(asked: Asked, lines: Sequence[BudgetLine]) -> tuple[Likely, ...]:
    """The ministry's lines, likeliest first."""
    own = [line for line in lines if is_of(line, asked.ministry)] if asked.ministry else list(lines)
    named = {(line.section, line.item): frozenset.union(*line.pairs) for line in own}
    weights = Weights(named.values())
    seats = _named_in(asked.office, {line.organisation for line in own})
    found = [_one(asked, line, weights, seats) for line in own]
    return tuple(sorted(found, key=lambda one: (-one.score, one.line.id)))


def is_of(line: BudgetLine, ministry: str) -> bool:
    """Whether a line is a ministry's: its 所管 or 組織, or one of the ministries that hold it together."""
    wanted = key(ministry)
    holders = re.split(r"、|及び", line.ministry)
    return wanted in {key(line.ministry), key(line.organisation), *map(key, holders)}


def _one(asked: Asked, line: BudgetLine, weights: Weights, seats: frozenset[str]) -> Likely:
    policy = pairs(asked.name)
    item, section = (weights.likeness(policy, told) for told in line.pairs)
    both = weights.likeness(policy, frozenset.union(*line.pairs))
    name = max(item, section, both) * 0.7 + (item + section) / 2 * 0.3
    share, organisation = _organisation(line, asked, seats)
    score = Decimal(f"{name * share:.2f}")
    if _is_stated(line, asked):
        return Likely(line, Decimal("1.00"), (_STATED,))
    return Likely(line, score, (_alike("事項", "事項", item), _alike("項", "項", section), organisation))


def _is_stated(line: BudgetLine, asked: Asked) -> bool:
    own = (key(line.section), key(line.item))
    return any(own[0] == section and (not matter or own[1] == matter) for section, matter in asked.stated)


def _named_in(office: str, organisations: Iterable[str]) -> frozenset[str]:
    """The organisations of the book that the office's name names."""
    flat = key(office)
    return frozenset(one for one in organisations if one and key(one) in flat)


def _organisation(line: BudgetLine, asked: Asked, seats: frozenset[str]) -> tuple[float, Message]:
    """What the line's organisation counts for, and the word for it."""
    if line.account != "general":
        return _SPECIAL, Message(
            ja=f"一般会計ではない（{line.organisation}）", en=f"not of the general account ({line.organisation})"
        )
    if line.organisation in seats:
        return 1.0, Message(ja=f"担当部局が組織「{line.organisation}」", en=f"the office is of “{line.organisation}”")
    seat = key(line.organisation) in (key(line.ministry), key(asked.ministry)) or line.organisation.endswith(
        words().seat
    )
    if seat and not seats:
        return _SEAT, Message(
            ja=f"組織は「{line.organisation}」", en=f"the organisation is “{line.organisation}”, the ministry’s seat"
        )
    return _ELSEWHERE, Message(
        ja=f"組織が「{line.organisation}」で、担当部局の名にない",
        en=f"the organisation is “{line.organisation}”, which the office’s name does not name",
    )


def _alike(ja: str, en: str, likeness: float) -> Message:
    return Message(ja=f"{ja}の名の近さ {likeness:.2f}", en=f"likeness to the name of the {en} {likeness:.2f}")


_STATED = Message(ja="表がこの項・事項を記している", en="the sheet itself prints this 項 or 事項")
_NOTHING = Message(
    ja="府省の項・事項に、政策の名に近いものがない", en="no 項 or 事項 of the ministry is like the policy’s name"
)
_BY_NAME = Message(
    ja="名の近さで他から離れている（金額では確かめられていない）",
    en="its name stands apart from all others (the amounts do not confirm it)",
)
_SEVERAL = Message(ja="複数の項・事項の合計", en="several lines of the budget together")


def _agrees(figures: int) -> Message:
    return Message(
        ja=f"表の金額{figures}個が、決算・予算と印刷の単位まで一致する",
        en=f"{figures} amounts of the sheet agree with budget and settlement to the printed unit",
    )


def _ambiguous(near: int) -> Message:
    if near > 1:
        return Message(
            ja=f"名の近い項・事項が{near}件あり、金額でも決まらない",
            en=f"{near} lines are about as like, and the amounts do not settle it",
        )
    return Message(
        ja="最も近い項・事項も名が十分に近くなく、金額でも決まらない",
        en="the likeliest line is not like enough, and the amounts do not settle it",
    )

"""Evidence: what speaks for two sheets being one project, in bits (one bit: twice as likely), each kind with its reason.

The figures were set on the developing half of the labelled pairs (docs/identity.md says what each kind gives); a kind can
be weighed by nothing, which is how that is measured.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import log2
from typing import Final, NamedTuple

from monosashi.ledgers.naming import likeness
from monosashi.ledgers.traits import Money, Traits, near
from monosashi.model.message import Message


@dataclass(frozen=True)
class Weights:
    """How much each kind of evidence counts: 1 as it is, 0 not at all."""

    name: float = 1
    money: float = 1
    purpose: float = 1
    start: float = 1
    office: float = 1
    before: float = 1
    number: float = 1


#: Every kind as it is.
ALL: Final = Weights()


class Point(NamedTuple):
    """One piece of evidence: its kind, its bits, and what its sentence names."""

    kind: str
    bits: float
    told: str = ""


#: Bits.
_NAME_SAME: Final = 8.0
_NAME_FORMER: Final = 8.0
_NAME_CORE: Final = 7.0
_FORMER_LIKE: Final = 0.8
_NAME_EVEN: Final = 0.4
_NAME_STEP: Final = 10.0
_SERIES: Final = -6.0
_PURPOSE_EVEN: Final = 0.35
_PURPOSE_STEP: Final = 8.0
_PURPOSE_LEAST: Final = -2.5
_YEAR_MOST: Final = 4.0
_LEAST_SHEETS: Final = 1000
_YEAR_DIFFERS: Final = -2.5
_MONEY_MOST: Final = 10.0
_MONEY_LEAST: Final = -7.0
_BEFORE: Final = 4.0
_START_SAME: Final = 1.5
_OTHER_MINISTRY: Final = -4.0


class Rarity:
    """How rare a year's amounts are in an edition: the same 2百万円 stand in many sheets, 4,350百万円 in one."""

    def __init__(self, edition: Sequence[Traits]) -> None:
        # a book of a few sheets cannot tell what is common, and is taken for a part of a larger one
        self._count = max(len(edition), _LEAST_SHEETS)
        self._seen = Counter(_print(year, money) for one in edition for year, money in one.money.items())

    def bits(self, year: int, money: Money) -> float:
        """How much it says that two sheets tell these amounts of this year."""
        return min(_YEAR_MOST, log2(1 + self._count / (1 + self._seen[_print(year, money)])) / 3)


def _print(year: int, money: Money) -> tuple[int, int, int]:
    return year, round(money.initial or 0), round(money.total or 0)


def weigh(a: Traits, b: Traits, rarity: Rarity, by: Weights) -> list[Point]:
    """Every piece of evidence for (or against) the two being one project."""
    points = [
        _scaled(_name(a, b), by.name),
        _scaled(_money(a, b, rarity), by.money),
        _scaled(_purpose(a, b), by.purpose),
        _scaled(_start(a, b), by.start),
        _scaled(_office(a, b), by.office),
    ]
    if by.before and a.project.id in b.project.before:
        points.append(Point("before", _BEFORE * by.before, a.project.id))
    if by.number and a.project.number == b.project.number:
        points.append(Point("number", 0.5 * by.number, a.project.number))
    if a.project.ministry != b.project.ministry:
        points.append(Point("ministry", _OTHER_MINISTRY, b.project.ministry))
    return [point for point in points if point.bits]


def _scaled(point: Point, by: float) -> Point:
    return point if by == 1 else point._replace(bits=point.bits * by)


def _name(a: Traits, b: Traits) -> Point:
    if a.name == b.name:
        return Point("name-same", _NAME_SAME)
    if a.core in b.former_cores or b.core in a.former_cores:
        return Point("name-former", _NAME_FORMER, a.project.name)
    if a.core == b.core:
        return Point("name-core", _NAME_CORE)
    if any(likeness(a.grams, older) >= _FORMER_LIKE for older in b.former_grams):
        return Point("name-former", _NAME_FORMER - 2, a.project.name)
    like = likeness(a.grams, b.grams)
    bits = (like - _NAME_EVEN) * _NAME_STEP
    if a.figures != b.figures and like > _NAME_EVEN:
        return Point("series", bits + _SERIES, "・".join(a.figures) + "/" + "・".join(b.figures))
    if min(len(a.core), len(b.core)) >= 6 and (a.core in b.core or b.core in a.core):
        bits = max(bits, 4.0)
    return Point("name-like", bits, f"{like:.2f}")


def _money(a: Traits, b: Traits, rarity: Rarity) -> Point:
    bits, agreeing, differing = 0.0, [], []
    for year in a.money.keys() & b.money.keys():
        one, other = a.money[year], b.money[year]
        if not one.largest and not other.largest:
            continue
        share = _agree(one, other)
        if share > 0:
            bits += share * rarity.bits(year, one)
            agreeing.append(year)
        else:
            bits += share * -_YEAR_DIFFERS
            differing.append(year)
    if differing and agreeing:
        bits = max(bits, 0)
    bits = min(_MONEY_MOST, max(_MONEY_LEAST, bits))
    if bits > 0:
        return Point("money-same", bits, "・".join(map(str, sorted(agreeing))))
    return Point("money-differs", bits, "・".join(map(str, sorted(differing))))


def _agree(one: Money, other: Money) -> float:
    """1: all that both state is the same; a part of it: something is; below 0: nothing is, the more the further apart."""
    shared = [(x, y) for x, y in zip(one, other, strict=True) if x is not None and y is not None and (x or y)]
    if not shared:
        return 0
    same = sum(near(x, y) for x, y in shared)
    if same:
        return same / len(shared)
    small, large = sorted((one.largest, other.largest))
    ratio = small / large if large else Decimal(1)
    return -0.2 if ratio > Decimal("0.9") else -0.6 if ratio > Decimal("0.5") else -1.0


def _purpose(a: Traits, b: Traits) -> Point:
    if not a.purpose or not b.purpose:
        return Point("purpose", 0)
    if a.purpose == b.purpose:
        return Point("purpose-same", 1.0 * (1 - _PURPOSE_EVEN) * _PURPOSE_STEP, "1.00")
    like = likeness(a.purpose_grams, b.purpose_grams)
    bits = max(_PURPOSE_LEAST, (like - _PURPOSE_EVEN) * _PURPOSE_STEP)
    return Point("purpose-like" if bits > 0 else "purpose-differs", bits, f"{like:.2f}")


def _start(a: Traits, b: Traits) -> Point:
    first, second = a.project.start, b.project.start
    if first is None or second is None:
        return Point("start", 0)
    if first == second:
        return Point("start-same", _START_SAME, str(first))
    return Point("start-differs", -0.5 if abs(first - second) == 1 else -1.5, f"{first}/{second}")


def _office(a: Traits, b: Traits) -> Point:
    if not a.bureau + a.division or not b.bureau + b.division:
        return Point("office", 0)
    if (a.bureau, a.division) == (b.bureau, b.division):
        return Point("office-same", 2.0)
    like = likeness(a.office_grams, b.office_grams)
    return Point("office-like", 1.0) if like >= 0.5 or a.bureau == b.bureau else Point("office-differs", -1.0)


_SENTENCES: Final = {
    "name-same": ("事業名が同じです。", "The names are the same."),
    "name-former": ("事業名に旧名「{0}」が書かれています。", "The name tells its older name, {0}."),
    "name-core": ("事業名は語尾だけが違います。", "The names differ in their endings only."),
    "name-like": ("事業名の似方は{0}です（1が同じ）。", "The names are alike by {0} (1 is the same)."),
    "series": ("事業名の数が違います（{0}）。", "The figures in the names differ ({0})."),
    "money-same": ("{0}年度の金額が両方のシートで一致します。", "Both sheets tell the same money for {0}."),
    "money-differs": ("{0}年度の金額が違います。", "The money told for {0} differs."),
    "purpose-same": ("事業の目的が同じ文です。", "The purposes are the same text."),
    "purpose-like": ("事業の目的の似方は{0}です。", "The purposes are alike by {0}."),
    "purpose-differs": ("事業の目的が似ていません（{0}）。", "The purposes are not alike ({0})."),
    "start-same": ("開始年度がどちらも{0}年度です。", "Both began in {0}."),
    "start-differs": ("開始年度が違います（{0}）。", "They began in different years ({0})."),
    "office-same": ("担当部局・課室が同じです。", "The office is the same."),
    "office-like": ("担当部局・課室が近いです。", "The offices are near."),
    "office-differs": ("担当部局・課室が違います。", "The offices differ."),
    "before": ("シート自身が過去のシートとして{0}を挙げています。", "The sheet itself names {0} as its past."),
    "split": (
        "{0}年度の当初予算が、分かれた先の合計と一致します。",
        "The initial budgets of {0} add up over the parts it went into.",
    ),
    "merged": (
        "{0}年度の当初予算の合計が、まとめられた先と一致します。",
        "The initial budgets of {0} add up to the project they went into.",
    ),
    "number": ("事業番号が同じです（{0}）。", "The numbers are the same ({0})."),
    "ministry": ("府省庁が違います（{0}）。", "The ministry is another ({0})."),
}


def reasons(points: Sequence[Point]) -> tuple[Message, ...]:
    """The evidence in sentences, the weightiest first."""
    told = sorted(points, key=lambda point: (-abs(point.bits), point.kind))
    return tuple(_sentence(point) for point in told if abs(point.bits) >= 0.3)


def _sentence(point: Point) -> Message:
    ja, en = _SENTENCES[point.kind]
    return Message(ja=ja.format(point.told), en=en.format(point.told))

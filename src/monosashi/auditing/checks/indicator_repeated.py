"""同じ指標が、別の値で二度印刷されている / One indicator is printed twice with different values

規則: 同じ名前で同じ単位の指標が一枚の表に二度印刷され、同じ年度の同じ値（基準値、目標値、年度ごとの目標値か実績値）が食い違うことを示す。
等しい値が二つ以上あって食い違う値より多く、同じ指標だと分かるときに限る。
Rule: Measures of one name and unit stand twice on a sheet, and the same value of the same year (baseline, target, yearly
target or actual) differs. Only where two values or more agree, and more than differ, so that they are known to be the
same.

適用しない場合: 単位が異なるとき。枝番や群の名前が違うとき。年度が違う値どうし。どちらかが暫定値のとき。累計かどうかが異なるとき。
Does not apply: Where units differ, or the sub-numbers' group has another name; to values of different years; where either
is provisional, or only one is cumulative.

良い例: 二つの目標の下に「連携した企業の数」があり、どちらも令和4年度の実績が14社。
Right: The same count of companies under two goals, with 14 for fiscal 2022 in both.

悪い例: 二つの目標の下に「連携した企業の数」があり、令和4年度の実績が14社と16社。
Wrong: The same count of companies under two goals, with 14 for fiscal 2022 in one and 16 in the other.
"""

from collections.abc import Iterator
from itertools import combinations

from monosashi.auditing.check import Check, Contrast
from monosashi.model import Finding, Message, Nendo, Severity, Sheet, Tolerances
from monosashi.model.folding import key
from monosashi.model.measuring.arithmetic import agree
from monosashi.model.measuring.printed import evidence
from monosashi.model.measuring.strand import Point, Strand, strands
from monosashi.model.measuring.wording import indicator_name, join_en, number, years

CHECK = Check("indicator-repeated", Severity.NOTE)

#: Measures of one name under several goals are often of different things (other places, other groups); in the review
#: sheets of 2019 most were. So many values must agree.
_ENOUGH = 2
#: What a value is (in Japanese and English) and the year it is of.
_Slot = tuple[str, str, Nendo]
_Both = tuple[_Slot, Point, Point]


def check(sheet: Sheet, _by: Tolerances) -> Iterator[Finding]:
    """Each later print of an indicator whose values differ from an earlier one."""
    groups: dict[tuple[str, str, str, str], list[Strand]] = {}
    for strand in strands(sheet):
        groups.setdefault(_identity(strand), []).append(strand)
    for same in groups.values():
        told: set[str] = set()
        for first, second in combinations(same, 2):
            differing = _differing(first, second)
            if differing and second.path not in told:
                told.add(second.path)
                yield _finding(sheet, first, second, differing)


def _identity(strand: Strand) -> tuple[str, str, str, str]:
    group = strand.indicator.group_name
    return key(group), key(strand.name), key(strand.measure.unit), key(strand.part)


def _differing(first: Strand, second: Strand) -> list[_Both]:
    """The values of the same year that differ, where the two are surely one indicator."""
    one, other = _slots(first), _slots(second)
    both = [(slot, one[slot], other[slot]) for slot in one if slot in other]
    both = [(slot, a, b) for slot, a, b in both if first.comparable(a, b)]
    differing = [(slot, a, b) for slot, a, b in both if not agree(a.amount.value, b.amount.value)]
    agreeing = len(both) - len(differing)
    return differing if first.name and agreeing >= _ENOUGH and agreeing > len(differing) else []


def _slots(strand: Strand) -> dict[_Slot, Point]:
    """Each firm value by what it is and the year it is of."""
    found: dict[_Slot, Point] = {}
    named = [
        ("基準値", "the baseline of", [strand.baseline]),
        ("目標値", "the target for", [strand.target, *strand.yearly]),
        ("実績値", "the actual of", strand.actuals),
    ]
    for ja, en, points in named:
        for point in points:
            if point and not point.quantity.provisional:
                for nendo in point.years:
                    found.setdefault((ja, en, nendo), point)
    return found


def _finding(sheet: Sheet, first: Strand, second: Strand, differing: list[_Both]) -> Finding:
    one, other = indicator_name(first.indicator), indicator_name(second.indicator)
    said = [(slot, years((slot[2],)), number(a), number(b)) for slot, a, b in differing]
    ja = "、".join(f"{when.ja}の{slot[0]}は{a}と{b}" for slot, when, a, b in said)
    en = join_en([f"{slot[1]} {when.en} is {a} and {b}" for slot, when, a, b in said])
    return CHECK.finding(
        differing[0][2].path,
        Contrast(said[0][2], said[0][3]),
        Message(
            ja=f"「{second.name}」は{one.ja}と{other.ja}に二度印刷されていますが、値が違います（{ja}）。",
            en=f"The indicator “{second.name}” is printed twice, as {one.en} and {other.en}, with different values: {en}.",
        ),
        evidence(sheet, *(point.path for _, a, b in differing for point in (a, b)), f"{first.path}/name"),
    )

"""金額の単位が違うように見える / An amount looks as if it stood in another unit

規則: 同じ行（達成手段の予算額、政策の当初予算等）の一年度の額だけが、ほかのどの年度からも約千倍離れているとき、千円と百万円の取り違えが
疑われる。達成手段の計と政策の額が約千倍離れているときも同じ。約千倍とは、設定した倍率（初めは300倍）から、100万をその倍率で割った倍率まで
をいう。印刷された単位が分かるときは円に直して比べる。また、国の一般会計と特別会計の当初予算の総計（令和3年度603.5兆円、財務省予算書・
決算書データベースによる）を大きく超える1,000兆円以上の額は、あり得ない。
Rule: Where the amount of one year of a row (a means' budget, the policy's initial budget) stands about a thousand times away
from those of every other year, 千円 and 百万円 may have been confused; so, too, where the sum of the means stands about a
thousand times away from the policy's money. About a thousand is from the factor that is set (300 at first) to a million over
that factor. Amounts whose units are printed are compared in yen. And no policy has 1,000 trillion yen: the initial budgets of
all general and special accounts of the state came to 603.5 trillion in fiscal 2021 (Ministry of Finance, database of budgets
and settlements).

適用しない場合: 額が三年度分に満たない行。ほかの年度の額どうしが3倍を超えて離れている行。最も小さい額が10に満たない行（単位が同じとき）。
合計が当初予算、補正予算、繰越し等の和と合うときの合計（補正予算は当初予算の50倍になることがある）。合計と同じ規模の執行額。
Does not apply: To a row with fewer than three amounts, with other years more than three times apart, or with an amount under 10
(all in one unit); to a total that is the sum of its stages, for a supplementary budget can be fifty times the initial one; to
an execution of the size of its total.

良い例: 当初予算が2,491百万円、2,616百万円、1,344百万円。
Right: Initial budgets of 2,491, 2,616 and 1,344 million yen.

悪い例: 当初予算が2,491百万円、2,615,741百万円、1,344百万円。
Wrong: Initial budgets of 2,491, 2,615,741 and 1,344 million yen.
"""

from collections.abc import Iterator
from decimal import Decimal

from monosashi.auditing.check import Check, Contrast
from monosashi.auditing.means import MeansYear, means_years
from monosashi.auditing.unit_jumps import Jump, Sum, printed_sums, seems_another_unit, unit_jumps
from monosashi.model import Finding, Message, Severity, Sheet, Tolerances
from monosashi.model.measuring.arithmetic import shown
from monosashi.model.measuring.printed import evidence
from monosashi.model.measuring.wording import capital, join_en, years
from monosashi.model.money import UNITS

CHECK = Check("unit-implausible", Severity.WARNING)
#: In yen. The initial budgets of all accounts of the state: 492.7 trillion in FY2019, 496.1 in FY2020, 603.5 in FY2021.
_BEYOND_THE_STATE = Decimal(10) ** 15


def check(sheet: Sheet, by: Tolerances) -> Iterator[Finding]:
    """Each row with an amount in what looks like another unit; the sum of the means; amounts beyond the state."""
    told: set[str] = set()
    for jump in unit_jumps(sheet, by):
        # the budget and the execution of one line slip together
        if jump.odd.path not in told:
            told.add(jump.odd.path)
            yield _jumped(sheet, jump)
    apart = [one for one in means_years(sheet) if _stands_apart(one, by) and not told & _paths(one)]
    if apart:
        yield _apart(sheet, apart)
    large = [one for one in printed_sums(sheet) if one.unit in UNITS and one.size >= _BEYOND_THE_STATE]
    if large and not told:
        yield _beyond(sheet, large)


def _stands_apart(one: MeansYear, by: Tolerances) -> bool:
    return any(any(one.sums) and seems_another_unit(value, one.sums[0], by) for _, value in one.totals)


def _paths(one: MeansYear) -> set[str]:
    return {path for path, _ in one.totals} | {part.path for part in one.parts}


def _jumped(sheet: Sheet, jump: Jump) -> Finding:
    when, others = years([jump.odd.nendo]), [one.text for one in jump.others]
    return CHECK.finding(
        jump.odd.path,
        Contrast("、".join(others), jump.odd.text),
        Message(
            ja=f"{jump.row.ja}の{when.ja}の額{jump.odd.text}は、ほかの年度の額（{'、'.join(others)}）から約千倍離れており、"
            "単位の取り違えが疑われます。",
            en=f"{capital(jump.row.en)} of {when.en}, {jump.odd.text}, stands about a thousand times away from those of other "
            f"years ({join_en(others)}), as if it were in another unit.",
        ),
        evidence(sheet, *(one.path for one in jump.others)),
    )


def _apart(sheet: Sheet, apart: list[MeansYear]) -> Finding:
    ja, en, paths = [], [], []
    for one in apart:
        when, side, (path, printed) = years([one.nendo]), one.side.said, one.totals[0]
        made = shown(one.sums[0])
        ja.append(f"{when.ja}の{side.ja}は計{made}{one.unit}、政策は{printed:,f}{one.unit}")
        en.append(f"the {side.en} of {when.en} sums to {made}{one.unit} and the policy prints {printed:,f}{one.unit}")
        paths += [path, *(part.path for part in one.added)]
    path, printed = apart[0].totals[0]
    return CHECK.finding(
        path,
        Contrast(f"{shown(apart[0].sums[0])}{apart[0].unit}", f"{printed:,f}{apart[0].unit}"),
        Message(
            ja=f"達成手段の計と政策の額が約千倍離れており、単位の取り違えが疑われます（{'、'.join(ja)}）。",
            en=f"The means and the policy’s money stand about a thousand times apart, as if in different units: {join_en(en)}.",
        ),
        evidence(sheet, *paths),
    )


def _beyond(sheet: Sheet, large: list[Sum]) -> Finding:
    texts = [one.text for one in large]
    return CHECK.finding(
        large[0].path,
        Contrast("<1,000兆円", texts[0]),
        Message(
            ja=f"{'、'.join(texts)}は1,000兆円以上で、国の全会計の予算の総計を超えており、単位の取り違えが疑われます。",
            en=f"Amounts of 1,000 trillion yen or more ({join_en(texts)}) exceed the budgets of all accounts of the state, as if "
            "their unit were another.",
        ),
        evidence(sheet, *(one.path for one in large)),
    )

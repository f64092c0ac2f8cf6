"""表の値が、登録から数えた数と違う / A printed number differs from what the records count

規則: 実績値、【参考】の値、基準値は、その年度について登録の記録から算定の規則で数えた数と等しくなければならない。平均の基準値は、数えた年度の平均と比べる。
「うち」の内訳は内訳どうしで比べる。数えた記録を、証拠としてすべて挙げる。
Rule: Actuals, values under 【参考】 and baselines must equal what a counting rule counts of the records of those years; a baseline
that is a mean is held against the mean of what was counted, and a part against its own count. Every record that counts is named
as evidence.

適用しない場合: その指標に当てはまる算定の規則がないとき。記録が一つもないとき、又はその年度が最初の記録の年度より前のとき。単位が違うとき。表の値が暫定値のとき。
「程度」とある値は、許容差（about）の中なら示さない。
Does not apply: Where no counting rule is for the measure; where there is no record, or the year lies before that of the first
one; where the units differ; where the printed value is provisional. A value printed as approximate may differ within the tolerance
(about).

良い例: 令和元年度の実績値41回、登録の記録41回。
Right: An actual of 41 for FY2019, and 41 records that count.

悪い例: 令和元年度の実績値42回、登録の記録41回。
Wrong: An actual of 42 for FY2019, while 41 records count.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal

from monosashi.auditing.check import Check, Contrast
from monosashi.model import Count, Evidence, Finding, Message, Severity, Sheet, Tolerances
from monosashi.model.measuring.arithmetic import decimals_of, mean, shown
from monosashi.model.measuring.counted import Beside, PrintedAs, beside
from monosashi.model.measuring.printed import evidence, printed_order
from monosashi.model.measuring.wording import capital, join_en, rounded, strand_name, years
from monosashi.model.quantity import print_amount

CHECK = Check("register-differs", Severity.WARNING)

_PRINTED_AS = {
    PrintedAs.ACTUAL: Message(ja="実績値", en="the actual"),
    PrintedAs.REFERENCE: Message(ja="【参考】", en="the past value"),
    PrintedAs.BASELINE: Message(ja="基準値", en="the baseline"),
}
#: Why records of the year were left out, in the order in which it is told; those of other years explain nothing.
_LEFT_OUT = {
    "same-event": Message(ja="同じ出来事の重なり", en="entered again for the same event"),
    "same-value": Message(ja="既に数えた値", en="of values already counted"),
    "filtered": Message(ja="条件に合わない", en="against the rule's conditions"),
    "other-policy": Message(ja="別の政策", en="for other policies"),
    "cancelled": Message(ja="取消し", en="cancelled"),
    "draft": Message(ja="下書き", en="drafts"),
    "undated": Message(ja="日付なし", en="without a day"),
    "unfilled": Message(ja="値の記入なし", en="without the value that is counted"),
}


def check(sheet: Sheet, counts: Sequence[Count], by: Tolerances) -> Iterator[Finding]:
    """Each strand of which a printed number is another than was counted."""
    differing: dict[tuple[str, str], list[Beside]] = {}
    for one in beside(sheet, counts, by.about):
        if one.agrees is False and not one.printed.provisional and all(map(_told, one.counts)):
            differing.setdefault((one.printed.strand.path, one.printed.strand.part), []).append(one)
    for found in differing.values():
        yield _finding(sheet, sorted(found, key=lambda one: printed_order(sheet, one.printed.path)))


def _told(count: Count) -> bool:
    """Whether the register had begun by that year, so that a number which is missing there means something."""
    return count.records_since is not None and count.records_since.year <= count.nendo.year


def _finding(sheet: Sheet, found: list[Beside]) -> Finding:
    name, first = strand_name(found[0].printed.strand), found[0].printed
    said = [_differs(one) for one in found]
    counted = {record.record: record.because for one in found for count in one.counts for record in count.counted}
    rows = (Evidence(path=f"records/{address}", text=because.ja) for address, because in counted.items())
    left = _left_out(found)
    return CHECK.finding(
        first.path,
        Contrast("、".join(_counted(one) for one in found), "、".join(_printed(one) for one in found)),
        Message(
            ja=f"{name.ja}の{'、'.join(one.ja for one in said)}です{left.ja}。",
            en=f"{capital(name.en)}: {join_en([one.en for one in said])}{left.en}.",
        ),
        (*evidence(sheet, *(one.printed.path for one in found[1:])), *rows),
    )


def _differs(one: Beside) -> Message:
    """令和元年度の実績値は、表は42回、登録は41回."""
    what, when = _PRINTED_AS[one.printed.printed_as], years(one.printed.years)
    if one.printed.is_mean and one.printed.amount:
        values = [count.value for count in one.counts if count.value is not None]
        exact = rounded(mean(values, decimals_of(one.printed.amount.value) + 2), one.value or Decimal(0))
        return Message(
            ja=f"{what.ja}は、表は{_printed(one)}、登録の平均は{exact.ja}",
            en=f"{what.en} is printed as {_printed(one)}, while the mean of what the records count is {exact.en}",
        )
    return Message(
        ja=f"{when.ja}の{what.ja}は、表は{_printed(one)}、登録は{_counted(one)}",
        en=f"{what.en} of {when.en} is printed as {_printed(one)}, while the records count {_counted(one)}",
    )


def _printed(one: Beside) -> str:
    return print_amount(one.printed.amount) if one.printed.amount else ""


def _counted(one: Beside) -> str:
    return f"{shown(one.value)}{one.unit}" if one.value is not None else ""


def _left_out(found: list[Beside]) -> Message:
    """How many records of these years were left out, and why."""
    codes = {left.record: left.code for one in found for count in one.counts for left in count.left_out}
    tally = Counter(codes.values())
    told = [(words, tally[code]) for code, words in _LEFT_OUT.items() if tally[code]]
    if not told:
        return Message(ja="", en="")
    return Message(
        ja=f"（数えなかった記録：{'、'.join(f'{words.ja}{n}件' for words, n in told)}）",
        en=f" (left out: {join_en([f'{n} {words.en}' for words, n in told])})",
    )

"""足してはならない額を足して、政策の額としている / A total that counts what must not be added

規則: 政策（施策）の予算額・執行額が達成手段の額の計と合わず、〈〉の内数（他の施策と分けられない額の総額）、産投出資、政府保証又は財政融資を
足したときだけ合うことを示す。内数はこの政策の額ではなく、財政投融資は予算ではない。
Rule: The policy's budget or execution is not the sum of what its means may add up to, but becomes it once 内数 (the whole of an
amount shared with other policies), equity, guarantees or loans are added. 内数 is not this policy's money, and the fiscal
investment and loan programme (財政投融資) is no budget.

適用しない場合: 足さなくても合うとき。読み取れない欄があるとき。単位が異なるとき。内数や出資等のほかに足される額がないとき。表がそれらを
含むと述べているとき（財政投融資を含む、内数を含む等）。
Does not apply: Where the total is right without them; where a cell cannot be read; where units differ; where nothing else is
added; where the sheet says that it counts them in.

良い例: 達成手段は1,310百万円と産投出資200百万円、政策の予算額は1,310百万円。
Right: Means of 1,310 million yen and equity of 200, and 1,310 for the policy.

悪い例: 達成手段は1,310百万円と産投出資200百万円、政策の予算額は1,510百万円。
Wrong: Means of 1,310 million yen and equity of 200, and 1,510 for the policy.
"""

import re
from collections.abc import Iterator

from monosashi.auditing.check import Check, Contrast
from monosashi.auditing.means import INCLUDED, MeansYear, Part, means_years
from monosashi.model import Finding, Message, Severity, Sheet, Tolerances
from monosashi.model.folding import unbroken
from monosashi.model.measuring.arithmetic import shown
from monosashi.model.measuring.printed import evidence
from monosashi.model.measuring.wording import and_numbers, join_en, numbers, years

CHECK = Check("included-summed", Severity.WARNING)

_KINDS = {
    INCLUDED: Message(ja="内数", en="内数"),
    "equity": Message(ja="産投出資", en="equity"),
    "guarantee": Message(ja="政府保証", en="guarantees"),
    "loan": Message(ja="財政融資", en="loans"),
}
_COUNTED_IN = re.compile(
    r"(?:財政投融資|財投|出資|政府保証|財政融資|内数)[^。]{0,20}(?:含む|含め|含ん|加え|合算|合わせ)"
)


def check(sheet: Sheet, by: Tolerances) -> Iterator[Finding]:
    """The years in which the policy's money counts what must not be added, in one finding."""
    wrong = [(one, parts) for one in means_years(sheet) if (parts := one.reached_by(by))]
    if wrong and not _says_so(sheet):
        yield _finding(sheet, wrong)


def _says_so(sheet: Sheet) -> bool:
    texts = (
        *(note.text for note in sheet.notes),
        *(label.text for label in sheet.labels),
        *(c.text for c in sheet.money),
    )
    return any(_COUNTED_IN.search(unbroken(text)) for text in texts)


def _finding(sheet: Sheet, wrong: list[tuple[MeansYear, tuple[Part, ...]]]) -> Finding:
    ja, en = zip(*(_said(one, parts) for one, parts in wrong), strict=True)
    first = wrong[0][0]
    path, printed = first.totals[0]
    paths = (at for one, parts in wrong for at in (one.totals[0][0], *(part.path for part in (*one.added, *parts))))
    return CHECK.finding(
        path,
        Contrast(f"{shown(max(first.sums))}{first.unit}", f"{printed:,f}{first.unit}"),
        Message(
            ja=f"政策の額は、足してはならない額を足したときだけ達成手段の計と合います（{'、'.join(ja)}）。",
            en=f"The policy’s money is the sum of its means only if what must not be added is: {join_en(en)}.",
        ),
        evidence(sheet, *paths),
    )


def _said(one: MeansYear, parts: tuple[Part, ...]) -> tuple[str, str]:
    when, side, (_, printed) = years([one.nendo]), one.side.said, one.totals[0]
    kinds = [_KINDS[kind] for kind in dict.fromkeys(part.kind for part in parts)]
    values = [part.value for part in parts]
    return (
        f"{when.ja}の{side.ja}{printed:,f}{one.unit}は、計{shown(max(one.sums))}{one.unit}に"
        f"{'・'.join(kind.ja for kind in kinds)}の{numbers(values)}を足した額",
        f"in {when.en} the {side.en} of {printed:,f}{one.unit} is {shown(max(one.sums))}{one.unit} with "
        f"{join_en([kind.en for kind in kinds])} ({and_numbers(values)})",
    )

"""政策の予算額・執行額が、予算・決算と合わない / The policy's money differs from budget and settlement

規則: 政策の予算額は、決算の済んだ年度は歳出予算現額から翌年度繰越額を引いたもの、その年度は当初予算に、執行額は支出済歳出額に、印刷の単位への四捨五入で
等しい。違うときは、一つずつ確かめた理由（繰越しを引いていない、補正を含む、予備費・移流用、他の項・事項等）を添える。
Rule: The policy's budget is 歳出予算現額 less 翌年度繰越額 for a settled year and the initial budget for the running one, its
execution 支出済歳出額, rounded to the printed unit. Where it is not, the reason that was found by trying one after the other is
told (carry-over not taken off, supplementary included, reserve and transfers, another line ...).

適用しない場合: 政策の項・事項が定まっていないとき。差が丸めの範囲であるとき。手元の帳簿にその年度がないとき。産投出資、政府保証、財政融資と内数は比べない。
Does not apply: Where the policy's 項 and 事項 are not settled; to a difference within the rounding; where the books at hand do not
have the year. Equity, guarantees, loans and what is part of another amount are not compared.

良い例: 歳出予算現額3,879,981,000円、翌年度繰越額1,264,239,501円の年度の予算額が2,616百万円。
Right: A budget of 2,616 million yen for a year of 3,879,981,000 yen, of which 1,264,239,501 were carried on.

悪い例: その年度の予算額が3,880百万円（翌年度への繰越しを引いていない）。
Wrong: A budget of 3,880 million yen for that year (what was carried to the next year was not taken off).
"""

from collections.abc import Iterator

from monosashi.auditing.check import Check, Contrast
from monosashi.model import Certainty, Finding, Message, PolicyYear, Reconciliation, Severity, Sheet, Tolerances
from monosashi.model.measuring.printed import evidence
from monosashi.model.measuring.wording import years

CHECK = Check("policy-total-differs", Severity.WARNING)

#: What is no finding: the books lack the year, or the digits end.
_SILENT = frozenset({"rounding", "not-in-the-books"})


def check(sheet: Sheet, told: Reconciliation, _by: Tolerances) -> Iterator[Finding]:
    """The years in which the policy's money is not the books', in one finding."""
    if told.section_certainty not in (Certainty.CERTAIN, Certainty.CHOSEN):
        return
    wrong = [year for year in told.policy if not year.predicted and year.path and _speaking(year)]
    if wrong:
        yield _finding(sheet, wrong)


def _speaking(year: PolicyYear) -> bool:
    return any(one.code not in _SILENT for one in year.differences)


def _finding(sheet: Sheet, wrong: list[PolicyYear]) -> Finding:
    ja, en = zip(*map(_said, wrong), strict=True)
    first = wrong[0]
    return CHECK.finding(
        first.path,
        Contrast(_shown(first, rebuilt=True), _shown(first, rebuilt=False)),
        Message(
            ja=f"政策の予算額・執行額が、予算・決算から組み立てた額と違います（{'、'.join(ja)}）。",
            en=f"The policy’s money is not what budget and settlement give: {'; '.join(en)}.",
        ),
        evidence(sheet, *(year.path for year in wrong)),
    )


def _said(year: PolicyYear) -> tuple[str, str]:
    when = years([year.nendo])
    rebuilt, printed = _shown(year, rebuilt=True), _shown(year, rebuilt=False)
    why = [one for one in year.differences if one.code not in _SILENT]
    return (
        f"{when.ja}は表が{printed}、帳簿が{rebuilt}、{'、'.join(one.ja for one in why)}",
        f"in {when.en} the sheet has {printed}, the books {rebuilt}, {', '.join(one.en for one in why)}",
    )


def _shown(year: PolicyYear, *, rebuilt: bool) -> str:
    """2,616（2,293）百万円."""
    budget = year.rebuilt_budget if rebuilt else year.printed_budget
    executed = year.rebuilt_executed if rebuilt else year.printed_executed
    spent = "" if executed is None else f"（{executed:,f}）"
    return f"{'－' if budget is None else f'{budget:,f}'}{spent}{year.unit}"

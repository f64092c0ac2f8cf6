"""前の表の指標が、途中でなくなった / An indicator of the earlier sheet is gone

規則: 前の表の指標が、その目標年度が終わる前に、後の表からなくなっていることを示す。番号、名前の一部、置かれた施策目標が変わっても、同じ指標とみる。
後の表が評価書のときは、目標年度が終わっていても示す。
Rule: An indicator of the earlier sheet is not on the later one, though its target year had not ended. Another number, a name a
little reworded or another goal does not make it another indicator. Of an evaluation report it is told though the year had ended.

適用しない場合: 目標年度が、後の表の年度より前に終わっているとき。二つの表に同じ指標が一つもないとき（別の政策の表とみられる）。二つの表が、同じ年度の
別の政策のものであるとき。
Does not apply: Where the target year had ended before the later sheet's year; where the two sheets share no indicator (they
seem to be of different policies); to sheets of two policies of one year.

良い例: 令和3年度の表の指標3（目標年度は令和5年度）が、令和4年度の表に指標4としてある。
Right: Indicator 3 of the sheet of fiscal 2021, with target year 2023, is indicator 4 of that of fiscal 2022.

悪い例: 令和3年度の表の指標3（目標年度は令和5年度）が、令和4年度の表にない。
Wrong: Indicator 3 of the sheet of fiscal 2021, with target year 2023, is not on that of fiscal 2022.
"""

from collections.abc import Iterator

from monosashi.auditing.check import Check, Contrast
from monosashi.auditing.pair import Pair
from monosashi.model import Finding, Message, Severity, Sheet, Tolerances
from monosashi.model.measuring.printed import evidence
from monosashi.model.measuring.same_wording import shortened
from monosashi.model.measuring.strand import Strand, strands
from monosashi.model.measuring.wording import indicator_name, number, years

CHECK = Check("indicator-dropped", Severity.WARNING)


def check(pair: Pair, _by: Tolerances) -> Iterator[Finding]:
    """Each measure that was measured and is no more."""
    kept = {old for _, old in pair.measures}
    if not kept or pair.beside:
        return
    for strand in strands(pair.earlier):
        if not strand.part and strand.path not in kept and (pair.judges or not pair.over(strand)):
            yield _finding(pair, strand)


def _finding(pair: Pair, gone: Strand) -> Finding:
    name, words = indicator_name(gone.indicator), shortened(gone.name)
    target = number(gone.target) if gone.target else ""
    year = gone.measure.target.year.nendo
    when = years([year] if year else [])
    aim = Message(
        ja=f"、目標値{target}" * bool(target) + f"、目標年度{when.ja}" * bool(when.ja),
        en=f", target {target}" * bool(target) + f", target year {when.en}" * bool(when.en),
    )
    path = _home(pair, gone.path)
    return CHECK.finding(
        path,
        Contrast(f"{words}{aim.ja}", ""),
        Message(
            ja=f"前の表の{name.ja}（{words}{aim.ja}）が、この表にありません。",
            en=f"{name.en[:1].upper()}{name.en[1:]} of the earlier sheet ({words}{aim.en}) is not on this one.",
        ),
        evidence(pair.later, *_beside(pair, gone.path)),
    )


def _home(pair: Pair, gone: str) -> str:
    """Where it would stand: the goal under which the later sheet has the other measures of its goal."""
    goal = next((new for new, old in pair.measures if old.split("/")[2] == gone.split("/")[2]), "")
    if not goal:
        return "/goals"
    n = int(goal.split("/")[2])
    return f"/goals/{n}/text" if pair.later.goals[n].text.strip() else f"/goals/{n}"


def _beside(pair: Pair, gone: str) -> list[str]:
    """The names of the measures that stayed under its goal."""
    paths = [f"{new}/name" for new, old in pair.measures if old.split("/")[2] == gone.split("/")[2]]
    return [path for path in paths if _is_named(pair.later, path)]


def _is_named(sheet: Sheet, path: str) -> bool:
    return any(f"{at}/name" == path and measure.name.text.strip() for at, _, measure in sheet.measures())

"""達成の印が、実績値と目標値に合わない / A printed mark contradicts the numbers

規則: 指標に「達成」を表す印（○、◎、達成、イ）があるのに実績値が目標値に届いていないこと、または「未達成」を表す印（×、未達成、
ハ）があるのに実績値がすべて目標値に届いていることを示す。実績が報告された最後の年度を、その年度の目標値と、期限の来た最終の目標値とに比べる。
年度ごとの印はその年度だけを比べる。「程度」の付く目標は、10％（設定で変わる）まで届かなくても示さない。
Rule: A mark says that the target was reached (○, ◎, 達成, イ) while the actual misses it, or that it was missed (×, 未達成, ハ)
while every actual reaches it. The last year reported is held against that year's target and against the final target if
it was due; a mark printed for one year against that year only. A target with 程度 may be missed by 10 % (a parameter).

適用しない場合: 最後の年度の実績が集計中などで、印が見込みに基づくかもしれないとき。その年度にも最終にも期限の来た目標がないとき。暫定値のとき。
改善の向きが、語からも目標の並びからも決まらないとき。A、Bのように意味の印刷されない記号、◎のある表の○、表が別の意味を説明している記号、△のとき。
Does not apply: Where the last year's actual is still to come, so that the mark may be a forecast; where no target was
due; to provisional actuals; where neither words nor the run of targets tell which way is better; to signs whose meaning
is not printed (A, B), to ○ on a sheet that also has ◎, to signs that the sheet explains otherwise, and to △.

良い例: 令和5年度の目標60.0％、実績61.2％、達成○。
Right: Target 60.0 % for fiscal 2023, actual 61.2 %, marked ○.

悪い例: 令和5年度の目標60.0％、実績57.4％、達成○。
Wrong: Target 60.0 % for fiscal 2023, actual 57.4 %, marked ○.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from monosashi.auditing.attained import Attained, Result, last_results, results
from monosashi.auditing.check import Check, Contrast
from monosashi.auditing.printed_marks import says
from monosashi.model import Finding, Message, Severity, Sheet, Tolerances
from monosashi.model.measuring.arithmetic import shown
from monosashi.model.measuring.printed import evidence
from monosashi.model.measuring.strand import Strand, strands
from monosashi.model.measuring.wording import capital, number, strand_name, years

CHECK = Check("mark-contradicts", Severity.ERROR)


def check(sheet: Sheet, by: Tolerances) -> Iterator[Finding]:
    """Each mark of a measure, and each of one of its years, that its numbers contradict."""
    for strand in strands(sheet):
        if strand.part:
            continue
        if against := _against(sheet, strand, by.about):
            yield _finding(sheet, strand, f"{strand.path}/mark", strand.measure.mark.sign, against, by.about)
        yield from _of_years(sheet, strand, by.about)


def _against(sheet: Sheet, strand: Strand, about: Decimal) -> list[Result]:
    """The results that contradict the measure's mark."""
    said = says(sheet, strand.measure.mark.sign)
    last = last_results(sheet, strand, about) if said else []
    if said is Attained.MISSED and not all(one.attained is Attained.MET for one in results(sheet, strand, about)):
        return []
    return _contradicting(said, last)


def _contradicting(said: Attained | None, found: Sequence[Result]) -> list[Result]:
    opposite = {Attained.MET: Attained.MISSED, Attained.MISSED: Attained.MET}.get(said) if said else None
    return list(found) if found and opposite and all(one.attained is opposite for one in found) else []


def _of_years(sheet: Sheet, strand: Strand, about: Decimal) -> Iterator[Finding]:
    found = list(results(sheet, strand, about)) if any(one.mark for one in strand.measure.actuals) else []
    for n, actual in enumerate(strand.measure.actuals):
        mine = [one for one in found if one.actual.path == f"{strand.path}/actuals/{n}/value"]
        if against := _contradicting(says(sheet, actual.mark) if mine else None, mine):
            yield _finding(sheet, strand, f"{strand.path}/actuals/{n}/mark", actual.mark, against, about)


def _finding(sheet: Sheet, strand: Strand, path: str, sign: str, against: Sequence[Result], about: Decimal) -> Finding:
    name, first = strand_name(strand), against[0]
    missed, when = first.attained is Attained.MISSED, years((first.nendo,))
    actual, target = number(first.actual), number(first.target)
    way = first.direction.why
    soft = missed and first.target.amount.approximate
    why = Message(
        ja=(f"。程度の付く目標なので、{shown(about)}％までの差は認めました" if soft else ""),
        en=(f"; a difference of {shown(about)} % was allowed" if soft else ""),
    )
    return CHECK.finding(
        path,
        Contrast("未達成" if missed else "達成", sign),
        Message(
            ja=f"{name.ja}の印「{sign}」は、{when.ja}の実績値{actual}が目標値{target}に"
            f"{'届いていない' if missed else '届いている'}ことと合いません（{way.ja}{why.ja}）。",
            en=f"{capital(name.en)}: the mark “{sign}” does not agree with the actual {actual} of {when.en}, which "
            f"{'misses' if missed else 'reaches'} the target {target} ({way.en}{why.en}).",
        ),
        evidence(sheet, *(path for one in against for path in (one.actual.path, one.target.path))),
    )

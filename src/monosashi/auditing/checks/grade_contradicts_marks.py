"""目標達成度合いの測定結果が、指標の達成状況に合わない / The grade contradicts what its indicators say

規則: 各行政機関共通区分の意味に照らして合わないものを示す。目標超過達成と目標達成は、すべての指標が達成されたことをいうので、
未達成の指標があれば合わない。相当程度進展あり、進展が大きくない、目標に向かっていないは、達成されない指標があることをいうので、
すべてが達成されていれば合わない。目標に向かっていないは、主要な指標が達成されていても合わない。指標の達成は印刷された印により、
印がなければ期限の来た目標値と実績値による。
Rule: The grade of the common five is held against its own meaning. 目標超過達成 and 目標達成 say that every indicator was reached,
so one that was missed contradicts them. 相当程度進展あり, 進展が大きくない and 目標に向かっていない say that some were not, so they are
contradicted where all were reached; 目標に向かっていない also where every primary one was. What was reached is told by the printed
mark, or, without a mark, by the actual and a target that was due.

適用しない場合: 共通区分の語が読み取れないとき（府省独自のA、Bなど）や、違う区分が二つ以上述べられているとき。
一つでも達成したかどうか分からない指標があって、すべてが達成されたとは言えないとき。適用の条件は mark-contradicts と同じ。近い（△、
程度の範囲）だけの指標は、数値からは未達成とみなさない。
Does not apply: Where no grade of the common five is stated (A, B of a ministry's own), or several different ones; where
some indicator is undecided, so that not all can be said to be reached. Marks and numbers count as in mark-contradicts; an
actual within the allowance of 程度 is not taken for a miss.

良い例: 「相当程度進展あり」、指標1は○、指標2は×。
Right: 相当程度進展あり, with ○ for indicator 1 and × for indicator 2.

悪い例: 「目標達成」、指標1は○、指標2は×。
Wrong: 目標達成, with ○ for indicator 1 and × for indicator 2.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from monosashi.auditing.attained import Attained, last_results
from monosashi.auditing.check import Check, Contrast
from monosashi.auditing.printed_marks import says
from monosashi.model import Finding, Indicator, Message, Severity, Sheet, StatementRole, Tolerances
from monosashi.model.evaluation import CommonGrade, common_grade
from monosashi.model.measuring.printed import evidence
from monosashi.model.measuring.strand import Strand, strands
from monosashi.model.measuring.wording import join_en, strand_name

CHECK = Check("grade-contradicts-marks", Severity.ERROR)

_ALL_REACHED = frozenset({CommonGrade.EXCEEDED, CommonGrade.MET})


@dataclass(frozen=True)
class _Outcome:
    """What is known of a measure: the strand, whether it was reached (None: not known), and where that stands."""

    strand: Strand
    attained: Attained | None
    paths: tuple[str, ...]

    @property
    def indicator(self) -> Indicator:
        return self.strand.indicator


def check(sheet: Sheet, by: Tolerances) -> Iterator[Finding]:
    """The stated grade, where marks or numbers contradict it."""
    stated = _stated(sheet)
    if len({grade for _, grade in stated}) != 1:
        return
    path, grade = stated[0]
    outcomes = [_outcome(sheet, strand, by.about) for strand in strands(sheet) if not strand.part]
    if grade in _ALL_REACHED:
        missed = [one for one in outcomes if one.attained in (Attained.MISSED, Attained.NEAR)]
        if missed:
            yield _finding(sheet, path, grade, missed, reached=False)
        return
    if reached := _all_reached(outcomes) or (_primary_reached(outcomes) if grade is CommonGrade.NOT_TOWARD else []):
        yield _finding(sheet, path, grade, reached, reached=True)


def _stated(sheet: Sheet) -> list[tuple[str, CommonGrade]]:
    """Each grade of the common five that the sheet states as its result, with its path."""
    return [
        (f"/policy/statements/{n}/text", grade)
        for n, statement in enumerate(sheet.policy.statements)
        if statement.role is StatementRole.RESULT and (grade := common_grade(statement.text))
    ]


def _outcome(sheet: Sheet, strand: Strand, about: Decimal) -> _Outcome:
    sign = strand.measure.mark.sign
    if sign:
        return _Outcome(strand, says(sheet, sign), (f"{strand.path}/mark",))
    last = last_results(sheet, strand, about)
    paths = tuple(path for one in last for path in (one.actual.path, one.target.path))
    verdicts = {one.attained for one in last}
    alone = verdicts.pop() if len(verdicts) == 1 else None
    return _Outcome(strand, None if alone is Attained.NEAR else alone, paths)


def _all_reached(outcomes: list[_Outcome]) -> list[_Outcome]:
    return outcomes if all(one.attained is Attained.MET for one in outcomes) else []


def _primary_reached(outcomes: list[_Outcome]) -> list[_Outcome]:
    return _all_reached([one for one in outcomes if one.indicator.primary])


def _finding(sheet: Sheet, path: str, grade: CommonGrade, which: list[_Outcome], *, reached: bool) -> Finding:
    names = [strand_name(one.strand) for one in which]
    ja, en = "、".join(name.ja for name in names), join_en([name.en for name in names])
    return CHECK.finding(
        path,
        Contrast("達成" if reached else "未達成", grade.label.ja),
        Message(
            ja=f"測定結果は「{grade.label.ja}」ですが、{ja}は{'達成されています' if reached else '達成されていません'}。",
            en=f"The result is stated as “{grade.label.en}” ({grade.label.ja}), but {en} "
            f"{'was' if len(which) == 1 else 'were'} {'reached' if reached else 'not reached'}.",
        ),
        evidence(sheet, *(path for one in which for path in one.paths)),
    )

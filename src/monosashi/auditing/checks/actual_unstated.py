"""過ぎた年度の実績が、理由もなく空いている / A past year's actual is left out without a reason

規則: 目標値が印刷された過ぎた年度（標題の年度より前）の実績が、横線または空欄で、集計中、未公表、調査中止などの理由が述べられていないことを示す（年度
をまとめて一件とする）。横線が零なのか、測らなかったのか、まだ分からないのかは、読む人には分からない。
Rule: A target is printed for a past year (before the title's), but its actual is a dash or empty, and no reason is given
(集計中, 未公表, 調査中止). Whether it is nil, was not measured or is not yet known, a reader cannot tell. The years are listed in
one finding.

適用しない場合: その年度に数値の目標が印刷されていないとき（言葉の目標は見ない）。実績が集計中などと書かれているとき。標題の年度以後の年度。
実績が一つも印刷されていない表。一つの目標が数年度にまたがって印刷されているとき（「年度ごとに」を除く）。
Does not apply: Where no target in numbers is printed for the year; where a state is printed; from the title's own year
on; to sheets that print no actuals at all; where one target is printed over several years (unless it is the same for
each, 年度ごとに).

良い例: 令和6年度の表で、令和4年度の目標520人、実績「調査中止」。
Right: On a sheet of fiscal 2024: target 520 for fiscal 2022, actual 調査中止 (survey cancelled).

悪い例: 令和6年度の表で、令和4年度の目標520人、実績「－」。
Wrong: On a sheet of fiscal 2024: target 520 for fiscal 2022, actual －.
"""

from collections.abc import Iterator

from monosashi.auditing.check import Check, Contrast
from monosashi.model import Finding, Measure, Message, Nendo, Severity, Sheet, State, Tolerances
from monosashi.model.folding import is_dash, unbroken
from monosashi.model.measuring.printed import evidence
from monosashi.model.measuring.strand import Strand, strands
from monosashi.model.measuring.wording import capital, strand_name, years

CHECK = Check("actual-unstated", Severity.NOTE)


def check(sheet: Sheet, _by: Tolerances) -> Iterator[Finding]:
    """Each measure that leaves out actuals of past years with a target."""
    since = sheet.title.nendo
    if not since or not any(a.state is State.REPORTED for _, _, measure in sheet.measures() for a in measure.actuals):
        return
    for strand in strands(sheet):
        left = [] if strand.part else list(_left_out(strand.measure, since))
        if left:
            yield _finding(sheet, strand, left)


def _left_out(measure: Measure, since: Nendo) -> Iterator[tuple[int, Nendo]]:
    """The places and years of actuals without a reason, where a target of the year's own asks for one."""
    asked = set(_asked(measure))
    for n, actual in enumerate(measure.actuals):
        nendo = actual.year.nendo
        silent = actual.state is State.UNSTATED and (not actual.value or is_dash(actual.value.text))
        if silent and nendo in asked and nendo.year < since.year:
            yield n, nendo


def _asked(measure: Measure) -> Iterator[Nendo]:
    """Each year with a target: its own, or one printed over several years as the same for each (年度ごとに)."""
    for target in measure.targets:
        quantity = target.value.quantity
        if quantity and (len(target.years) == 1 or quantity.each_year):
            yield from (printed.nendo for printed in target.years if printed.nendo)


def _finding(sheet: Sheet, strand: Strand, left: list[tuple[int, Nendo]]) -> Finding:
    name, when = strand_name(strand), years(nendo for _, nendo in left)
    printed = unbroken(strand.measure.actuals[left[0][0]].value.text)
    return CHECK.finding(
        f"{strand.path}/actuals/{left[0][0]}/value",
        Contrast("実績又は理由", printed),
        Message(
            ja=f"{name.ja}は{when.ja}の目標を印刷していますが、その実績がなく、理由も述べられていません。",
            en=f"{capital(name.en)}: a target is printed for {when.en}, but no actual and no reason why there is none.",
        ),
        evidence(sheet, *(f"{strand.path}/actuals/{n}/year" for n, _ in left)),
    )

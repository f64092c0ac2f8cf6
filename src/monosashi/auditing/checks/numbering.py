"""番号が飛んでいるか、戻っている / The numbers skip or go back

規則: 測定指標の番号と達成手段の番号は、印刷の順に一つずつ増える。最初の番号は1でなくてもよい（別の表からの続き番号がある）。
Rule: The numbers of indicators, and those of programmes, rise one by one in printed order. The first need not be 1, because
some ministries number through several sheets.

適用しない場合: 同じ番号が続くとき（一つの番号に二つの指標）。枝番のある指標（19①、19②）。番号として読めないもの。
施策目標ごとに1から始めているとき。
Does not apply: Where one number is printed on neighbouring rows (two measures under one number); to sub-indicators (19①,
19②); to what cannot be read as a number; where every goal numbers from 1.

良い例: 番号が①、②、3、④、④、⑤と続く。
Right: The numbers run 1, 2, 3, 4, 4, 5.

悪い例: 番号が①、②、4、⑤と続く。
Wrong: The numbers run 1, 2, 4, 5.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from monosashi.auditing.check import Check, Contrast
from monosashi.model import Finding, Message, Number, Severity, Sheet, Tolerances
from monosashi.model.measuring.printed import evidence

CHECK = Check("numbering", Severity.ERROR)


@dataclass(frozen=True)
class _Step:
    """A number that does not follow the one before it."""

    path: str
    number: Number
    previous: str
    expected: int


_Row = tuple[str, Number]


def check(sheet: Sheet, _by: Tolerances) -> Iterator[Finding]:
    """Each place where the numbers of indicators or of programmes do not go on by one."""
    for rows in _indicator_runs(sheet):
        for step in _missteps(rows):
            yield _finding(sheet, step, Message(ja="測定指標", en="indicators"))
    programmes = [(f"/programmes/{n}/number", programme.number) for n, programme in enumerate(sheet.programmes)]
    for step in _missteps(programmes):
        yield _finding(sheet, step, Message(ja="達成手段", en="programmes"))


def _indicator_runs(sheet: Sheet) -> list[list[_Row]]:
    """The indicators' numbers as one run; as a run for each goal where every goal begins at 1."""
    goals: dict[str, list[_Row]] = {}
    for path, indicator in sheet.indicators():
        goals.setdefault(path.split("/")[2], []).append((f"{path}/number", indicator.number))
    runs = list(goals.values())
    if all(run[0][1].value == 1 for run in runs):
        return runs
    return [[row for run in runs for row in run]]


def _missteps(rows: list[_Row]) -> Iterator[_Step]:
    """Each number that is neither the one before nor the next."""
    last: int | None = None
    last_path = ""
    for n, (path, number) in enumerate(rows):
        value = number.value
        if value is None:
            last = None
            continue
        if last is None or value in (last, last + 1):
            last, last_path = value, path
            continue
        if number.sub:
            last, last_path = value, path
            continue
        yield _Step(path, number, last_path, last + 1)
        after = rows[n + 1][1].value if n + 1 < len(rows) else None
        last, last_path = _go_on(last, value, after), path


def _go_on(last: int, value: int, after: int | None) -> int:
    """The number a run goes on from after a misstep. Where the next row fits the numbers before it, the misstep was a
    single misprint, in place of a number or put between two; otherwise the rows that follow go on from it."""
    if after == last + 2:
        return last + 1
    return last if after == last + 1 else value


def _finding(sheet: Sheet, step: _Step, what: Message) -> Finding:
    return CHECK.finding(
        step.path,
        Contrast(str(step.expected), str(step.number.value)),
        Message(
            ja=f"{what.ja}の番号が{step.expected - 1}の次に{step.number.value}となっており、{step.expected}ではありません。",
            en=f"The number of the {what.en} after {step.expected - 1} is {step.number.value}, not {step.expected}.",
        ),
        evidence(sheet, step.previous),
    )

"""一つの番号に、複数の指標がある / One number carries several measures

規則: 一つの番号の下に二つ以上の指標があることを示す。達成したかどうかを番号で述べると、どちらのことか分からない。
Rule: Two or more measures stand under one printed number, so that a statement about the number is ambiguous.

適用しない場合: 枝番で区別されているとき（19①、19②）。
Does not apply: Where sub-numbers tell them apart (19①, 19②).

良い例: ④連携した企業の数、⑤民間資金の誘発。
Right: ④ companies in partnership, ⑤ private money attracted.

悪い例: ④連携した企業の数、④民間資金の誘発。
Wrong: ④ companies in partnership, ④ private money attracted.
"""

from collections.abc import Iterator
from itertools import groupby

from monosashi.auditing.check import Check, Contrast
from monosashi.model import Finding, Indicator, Message, Severity, Sheet, Tolerances
from monosashi.model.mark import without_note_marks
from monosashi.model.measuring.printed import evidence
from monosashi.model.measuring.wording import capital, indicator_name, join_en

CHECK = Check("two-measures-one-number", Severity.NOTE)

_Rows = list[tuple[str, Indicator]]


def check(sheet: Sheet, _by: Tolerances) -> Iterator[Finding]:
    """Each number with several measures, also where the form prints the number beside each."""
    for (_, value, sub), rows in groupby(sheet.indicators(), key=_goal_and_number):
        same = list(rows)
        if value is not None and not sub and sum(len(indicator.measures) for _, indicator in same) > 1:
            yield _finding(sheet, same)


def _goal_and_number(row: tuple[str, Indicator]) -> tuple[str, int | None, str]:
    path, indicator = row
    return path.split("/")[2], indicator.number.value, indicator.number.sub


def _finding(sheet: Sheet, rows: _Rows) -> Finding:
    paths = [f"{path}/measures/{n}/name" for path, one in rows for n in range(len(one.measures))]
    names = [without_note_marks(measure.name.name).strip() for _, one in rows for measure in one.measures]
    name = indicator_name(rows[0][1])
    return CHECK.finding(
        f"{rows[0][0]}/number",
        Contrast("1", str(len(names))),
        Message(
            ja=f"{name.ja}には、「{'」「'.join(names)}」の{len(names)}つの指標があります。",
            en=f"{capital(name.en)} carries {len(names)} measures: {join_en([f'“{one}”' for one in names])}.",
        ),
        evidence(sheet, *paths, *(f"{path}/number" for path, _ in rows)),
    )

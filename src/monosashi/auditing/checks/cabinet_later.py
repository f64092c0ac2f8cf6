"""内閣の重要政策が、表の作成より後のものである / A document of the cabinet that came after the sheet

規則: 「内閣の重要政策」に挙げられた文書の年月日は、その表が作られた時より前でなければならない。事前分析表は標題の年度の終わり（翌年3月31日）
まで、結果を述べる評価書は標題の翌年度の終わりまでに作られたものとみなす。評価を実施した月が印刷されていれば、その月の終わりまでとする。
表は3月から8月に公表されるが、年度の途中で改められることがあるため、確かに後であるものだけを示す。
Rule: The day of a document of the cabinet comes before the sheet. A 事前分析表 is taken to be made by the end of the fiscal year of
its title (31 March), a sheet that states results by the end of the year after; where the month in which the evaluation was
done is printed, by the end of that month. Sheets appear between March and August but may be revised within the year, so only
what is certainly later is told.

適用しない場合: 標題にも整理番号にも年度が読み取れないとき。年月日が印刷されておらず、一覧からも分からないとき。
Does not apply: Where neither title nor number states a year; where no day is printed and none is known.

良い例: 令和3年度の事前分析表に、令和3年6月18日の閣議決定。
Right: A decision of 18 June 2021 on a sheet of fiscal 2021.

悪い例: 令和3年度の事前分析表に、令和4年6月7日の閣議決定。
Wrong: A decision of 7 June 2022 on a sheet of fiscal 2021.
"""

import calendar
import datetime as dt
from collections.abc import Iterator

from monosashi.auditing.cabinet_names import Identified, Standing, identified
from monosashi.auditing.check import Check, Contrast
from monosashi.model import Finding, Message, Nendo, Severity, Sheet, StatementRole, Tolerances
from monosashi.model.date import parse_month, print_date
from monosashi.model.folding import unbroken
from monosashi.model.measuring.printed import evidence

CHECK = Check("cabinet-later", Severity.WARNING)
#: The head states a result: the sheet is a 評価書.
_RESULTS = (StatementRole.RESULT, StatementRole.RESULT_REASON, StatementRole.GRADE, StatementRole.ANALYSIS)


def check(sheet: Sheet, _by: Tolerances) -> Iterator[Finding]:
    """Each document that is later than the sheet can be."""
    last = _last_day(sheet)
    for n, (link, found) in enumerate(zip(sheet.cabinet, identified(sheet), strict=True)):
        day = _day(found)
        if last and day and day > last[1]:
            path, name = f"/cabinet/{n}", unbroken(link.name)
            yield CHECK.finding(
                f"{path}/date" if link.date else f"{path}/name",
                Contrast(f"≦{print_date(last[1])}", print_date(day)),
                Message(
                    ja=f"「{name}」の年月日{print_date(day)}は、この表が作られた時（遅くとも{print_date(last[1])}）より後です。",
                    en=f"The document “{name}” is of {day.isoformat()}, after this sheet was made ({last[1].isoformat()} at the latest).",
                ),
                evidence(sheet, last[0], f"{path}/name"),
            )


def _day(found: Identified) -> dt.date | None:
    """The day printed; where none is, the only one that the list has for the name."""
    if found.date:
        return found.date
    return found.editions[0].date if found.standing is Standing.KNOWN and len(found.editions) == 1 else None


def _last_day(sheet: Sheet) -> tuple[str, dt.date] | None:
    """The last day on which the sheet can have been made, with the path that says so."""
    for n, statement in enumerate(sheet.policy.statements):
        month = parse_month(statement.text) if statement.role is StatementRole.EVALUATION_MONTH else None
        if month and "予定" not in statement.plain_label:
            days = calendar.monthrange(month.year, month.month)[1]
            return f"/policy/statements/{n}/text", dt.date(month.year, month.month, days)
    years = [("/title", sheet.title.nendo), ("/identifier", sheet.identifier.nendo)]
    stated = [(path, nendo.year) for path, nendo in years if nendo]
    if not stated:
        return None
    path, year = max(stated, key=lambda item: item[1])
    judged = any(sheet.policy.text(role).strip() for role in _RESULTS)
    return path, Nendo(year=min(year + judged, 9999)).last_day

"""内閣の重要政策の年月日が、その文書の日でない / The day printed for a document of the cabinet is not its day

規則: 「内閣の重要政策」に印刷された年月日は、出典の付いた一覧（forms/cabinet/*.toml）にあるその文書の決定の日（演説は行われた日）でなければ
ならない。同じ題名の版がいくつもあるときは、名称が述べる版（2021、第5次等）で選び、版が書かれていなければ年月日と同じ年の版で比べる。
Rule: The day printed beside a document of the cabinet must be the day of its decision (of a speech, the day it was made) in a
list with citations (forms/cabinet/*.toml). Of several editions the one that the name states is meant (2021, 第5次); where it
states none, the one of the printed year.

適用しない場合: 文書又はその版が一覧にないとき（cabinet-unknown が示す）。年月日が印刷されていないか、読み取れないとき。
Does not apply: Where the document or that edition is not listed (cabinet-unknown says so); where no day is printed or it cannot
be read.

良い例: 経済財政運営と改革の基本方針2021、令和3年6月18日。
Right: 経済財政運営と改革の基本方針2021 of 18 June 2021.

悪い例: 経済財政運営と改革の基本方針2021、令和3年6月8日。
Wrong: 経済財政運営と改革の基本方針2021 of 8 June 2021.
"""

from collections.abc import Iterator

from monosashi.auditing.cabinet_names import Standing, identified
from monosashi.auditing.check import Check, Contrast
from monosashi.model import Finding, Message, Severity, Sheet, Tolerances
from monosashi.model.date import print_date
from monosashi.model.folding import unbroken
from monosashi.model.measuring.printed import evidence

CHECK = Check("cabinet-date", Severity.WARNING)


def check(sheet: Sheet, _by: Tolerances) -> Iterator[Finding]:
    """Each document with a day that is not its own."""
    for n, (link, found) in enumerate(zip(sheet.cabinet, identified(sheet), strict=True)):
        if found.standing is not Standing.OTHER_DAY or not found.date:
            continue
        path, name = f"/cabinet/{n}", unbroken(link.name)
        days = [print_date(one.date) for one in found.editions]
        sources = list(dict.fromkeys((one.citation.ja, one.citation.en) for one in found.editions))
        yield CHECK.finding(
            f"{path}/date" if link.date else f"{path}/name",
            Contrast("、".join(days), unbroken(link.date.text) or name),
            Message(
                ja=f"「{name}」の年月日{print_date(found.date)}は、その文書の年月日（{'、'.join(days)}）と異なります"
                f"（出典：{'、'.join(ja for ja, _ in sources)}）。",
                en=f"The day {found.date.isoformat()} of “{name}” is not that of the document, "
                f"{', '.join(one.date.isoformat() for one in found.editions)} ({'; '.join(en for _, en in sources)}).",
            ),
            evidence(sheet, f"{path}/name"),
        )

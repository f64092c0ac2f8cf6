"""内閣の重要政策の名称が一覧にない / A document of the cabinet that is not on the list

規則: 「内閣の重要政策」に挙げられた文書（閣議決定、本部や会議の決定、施政方針演説等）を、出典の付いた一覧（forms/cabinet/*.toml）と照らし合わせ、
名称が一覧にないこと、または名称はあってもその版や年月日が一覧にないことを示す。一覧は印刷物で確かめたものだけを載せており、すべてではない。
載っていないことは誤りではなく、名称と年月日を人が確かめる手掛かりである。
Rule: The documents named as 内閣の重要政策 (decisions of the cabinet or of a conference, speeches) are looked up in a list with
citations (forms/cabinet/*.toml). It is said where a title is not listed, or is listed without that edition or day. The list
holds only what was seen in print and is not complete: not to be listed is no fault, but something for a person to look up.

適用しない場合: 名称の欄が空のとき。法律、条約又は条例のとき。
Does not apply: Where no name is printed; to laws, treaties and ordinances.

良い例: 経済財政運営と改革の基本方針2021、令和3年6月18日。
Right: 経済財政運営と改革の基本方針2021 of 18 June 2021.

悪い例: 経済財政運営と改革の基本計画2021、令和3年6月18日。
Wrong: 経済財政運営と改革の基本計画2021 of 18 June 2021, a title of which the list knows nothing.
"""

import re
from collections.abc import Iterator

from monosashi.auditing.cabinet_names import Identified, Standing, identified
from monosashi.auditing.check import Check, Contrast
from monosashi.model import Finding, Message, Severity, Sheet, Tolerances
from monosashi.model.folding import is_dash, unbroken
from monosashi.model.measuring.printed import evidence

CHECK = Check("cabinet-unknown", Severity.NOTE)
#: More editions than these are told by their first and last day.
_MOST_SAID = 3
_LAW = re.compile(r"(?:法|法律|条約|協定|条例|憲法|政令|省令)(?:[（(].*[)）])?$")


def check(sheet: Sheet, _by: Tolerances) -> Iterator[Finding]:
    """Each document, or edition of one, that the list does not know."""
    for n, (link, found) in enumerate(zip(sheet.cabinet, identified(sheet), strict=True)):
        name = unbroken(link.name)
        if not name or is_dash(name) or _LAW.search(name):
            continue
        if found.standing in (Standing.UNKNOWN, Standing.OTHER_EDITION):
            path = f"/cabinet/{n}"
            expected, message = _said(name, found)
            yield CHECK.finding(
                f"{path}/name",
                Contrast(expected, name),
                message,
                evidence(sheet, *([f"{path}/date"] if link.date else [])),
            )


def _said(name: str, found: Identified) -> tuple[str, Message]:
    if not found.document:
        return "", Message(
            ja=f"「{name}」は内閣の重要文書の一覧に載っていません。名称と年月日を確かめてください。",
            en=f"The document “{name}” is not on the list of documents of the cabinet; look its title and day up.",
        )
    days = sorted(one.date.isoformat() for one in found.editions)
    few = len(days) <= _MOST_SAID
    expected = "、".join(days) if few else f"{days[0]}～{days[-1]}"
    ja, en = (
        (expected, ", ".join(days))
        if few
        else (f"{expected}の{len(days)}件", f"{len(days)} from {days[0]} to {days[-1]}")
    )
    return expected, Message(
        ja=f"「{name}」は、一覧に題名はありますが、その版又は年月日は載っていません（載っているのは{ja}）。",
        en=f"The document “{name}” is listed by its title, but not with that edition or day (listed: {en}).",
    )

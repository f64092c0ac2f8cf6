"""関連する指標の番号が、指標にない / A programme names an indicator that is not there

規則: 達成手段の「関連する指標」の番号は、測定指標の番号のどれかでなければならない。
Rule: The numbers under related indicators must be numbers of indicators on the sheet.

適用しない場合: 指標に番号が印刷されていないとき。「関連する指標」が横棒や文章のとき。
Does not apply: Where the indicators print no numbers; where the cell prints a dash or words.

良い例: 指標は1から7まで、関連する指標は「1,2,6」。
Right: Indicators 1 to 7, related indicators 1, 2 and 6.

悪い例: 指標は1から7まで、関連する指標は「1,2,9」。
Wrong: Indicators 1 to 7, related indicators 1, 2 and 9.
"""

from collections.abc import Iterator

from monosashi.auditing.check import Check, Contrast
from monosashi.model import Finding, Message, Severity, Sheet, Tolerances
from monosashi.model.folding import unbroken
from monosashi.model.measuring.printed import evidence
from monosashi.model.measuring.wording import join_en

CHECK = Check("related-unknown", Severity.ERROR)


def check(sheet: Sheet, _by: Tolerances) -> Iterator[Finding]:
    """Each programme that names an unknown number."""
    printed = {i.number.value: f"{path}/number" for path, i in sheet.indicators() if i.number.value is not None}
    for n, programme in enumerate(sheet.programmes if printed else ()):
        values = [number.value for number in programme.related.numbers if number.value is not None]
        unknown = [str(value) for value in dict.fromkeys(values) if value not in printed]
        if not unknown:
            continue
        name, known = unbroken(programme.number.text), ",".join(str(value) for value in sorted(set(printed)))
        yield CHECK.finding(
            f"/programmes/{n}/related",
            Contrast(known, ",".join(unknown)),
            Message(
                ja=f"達成手段{name}の関連する指標{'、'.join(unknown)}は、この表の指標（{known}）にありません。",
                en=f"Programme {name} names indicator {join_en(unknown)}, which is not among the sheet's ({known}).",
            ),
            evidence(sheet, *printed.values()),
        )

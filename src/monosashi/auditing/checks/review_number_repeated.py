"""行政事業レビューの事業番号が重なっている / One review number stands for two programmes

規則: 行政事業レビューの事業番号は一つの事業を指す。名称の異なる二つ以上の達成手段に、同じ番号が印刷されていることを示す。一つのレビューシートが
二つの達成手段にわたることもあるので、誤りとは限らない。番号の全角と半角、間の空白は区別しない。
Rule: A number of the administrative project review stands for one project. It is told where two or more means of different names
carry the same number. One review sheet may cover two means, so the sheet need not be wrong. Widths and blanks do not count.

適用しない場合: 番号が印刷されていないか、横棒のとき。名称が同じとき（再掲）。「同上」「〃」のとき。新規の印だけで番号がないとき。
Does not apply: Where no number or a dash is printed; where the names are the same (stated twice); to 同上 and 〃; to a mark of a
new project without a number.

良い例: 達成手段(1)は0140、(2)は0141。
Right: 0140 for programme (1), 0141 for (2).

悪い例: 名称の異なる達成手段(1)と(2)が、どちらも0140。
Wrong: 0140 for programmes (1) and (2), whose names differ.
"""

import re
from collections.abc import Iterator

from monosashi.auditing.check import Check, Contrast
from monosashi.model import Finding, Message, Programme, Severity, Sheet, Tolerances
from monosashi.model.folding import key, unbroken
from monosashi.model.measuring.printed import evidence
from monosashi.model.measuring.wording import capital, join_en

CHECK = Check("review-number-repeated", Severity.WARNING)
#: 0140, 新28-0003, 2021-総務-20-0148, 復興庁-0012: ends in digits, three at least, and names one project only.
_NUMBER = re.compile(r"(?:[^\d、,・/]{0,6}\d{0,4}[^\d、,・/]{0,6}-){0,4}[^\d、,・/]{0,3}\d{3,4}(?:-\d{1,3})?")


def check(sheet: Sheet, _by: Tolerances) -> Iterator[Finding]:
    """Each number that stands for means of different names, at the second of them."""
    found: dict[str, list[tuple[int, Programme]]] = {}
    for n, programme in enumerate(sheet.programmes):
        number = key(programme.review_number)
        if _NUMBER.fullmatch(number):
            found.setdefault(number, []).append((n, programme))
    for same in found.values():
        named = list({key(programme.name.name): (n, programme) for n, programme in reversed(same)}.values())[::-1]
        if len(named) > 1:
            yield _finding(sheet, named)


def _finding(sheet: Sheet, named: list[tuple[int, Programme]]) -> Finding:
    number = unbroken(named[0][1].review_number)
    ja = [f"達成手段{unbroken(one.number.text)}「{one.name.name}」" for _, one in named]
    en = [f"programme {unbroken(one.number.text)} “{one.name.name}”" for _, one in named]
    return CHECK.finding(
        f"/programmes/{named[1][0]}/review_number",
        Contrast("", number),
        Message(
            ja=f"{'と'.join(ja)}に、同じ事業番号{number}が印刷されています。",
            en=f"{capital(join_en(en))} carry the same review number {number}.",
        ),
        evidence(sheet, *(f"/programmes/{n}/{field}" for n, _ in named for field in ("review_number", "name"))),
    )

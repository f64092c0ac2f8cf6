"""主要な測定指標が、前の表から変わった / A primary indicator became another

規則: 同じ指標が、前の表では主要な測定指標で後の表ではそうでないこと、またはその逆を示す。番号の○、専用の欄の印、名前の印のどれでもよい。
Rule: The same indicator is a primary one on one sheet and not on the other: by the circle around its number, the sign in a
column of its own, or the mark in its name.

適用しない場合: 二つの表の様式が異なり、どちらかの表に主要な測定指標の印が一つもないとき。二つの表が、同じ年度の別の政策のものであるとき。
Does not apply: Where the sheets are on different forms and one bears no such mark at all; to sheets of two policies of one
year.

良い例: 前の表の指標①が、後の表では指標②（どちらも○がある）。
Right: Indicator ① of the earlier sheet is indicator ② of the later, circled on both.

悪い例: 前の表の指標①が、後の表では指標1（○がない）。
Wrong: Indicator ① of the earlier sheet is indicator 1 of the later, without its circle.
"""

from collections.abc import Iterator

from monosashi.auditing.changed import Changed, told
from monosashi.auditing.check import Check
from monosashi.auditing.pair import Pair
from monosashi.model import Finding, Indicator, Message, Severity, Sheet, Tolerances
from monosashi.model.folding import unbroken
from monosashi.model.measuring.wording import indicator_name

CHECK = Check("primary-changed", Severity.WARNING)

_WHAT = Message(ja="主要な測定指標", en="rank")


def check(pair: Pair, _by: Tolerances) -> Iterator[Finding]:
    """Each number that is a primary indicator on one sheet alone; told once for all its measures."""
    if pair.beside or not _marks_alike(pair):
        return
    old, new = dict(pair.earlier.indicators()), dict(pair.later.indicators())
    said: set[str] = set()
    for later, earlier in pair.measures:
        at, was = _indicator(later), old[_indicator(earlier)]
        if at not in said and was.primary != new[at].primary:
            said.add(at)
            yield _finding(pair.later, at, was, new[at])


def _marks_alike(pair: Pair) -> bool:
    sheets = (pair.earlier, pair.later)
    marked = [any(indicator.primary for _, indicator in sheet.indicators()) for sheet in sheets]
    return all(marked) or (any(marked) and pair.earlier.form == pair.later.form)


def _indicator(measure: str) -> str:
    return measure.rpartition("/measures/")[0]


def _finding(sheet: Sheet, path: str, was: Indicator, now: Indicator) -> Finding:
    name = indicator_name(now)
    words = Message(
        ja="主要な測定指標になっています" if now.primary else "主要な測定指標ではなくなっています",
        en="has become a primary indicator" if now.primary else "is a primary indicator no more",
    )
    ranks = [f"{unbroken(one.number.text)}（{'主要' if one.primary else '主要でない'}）" for one in (was, now)]
    at = f"{path}/number" if now.number.text.strip() else f"{path}/measures/0/name"
    sentence = Message(ja=f"{name.ja}は、前の表と違い{words.ja}", en=f"{name.en} {words.en}")
    return told(CHECK, sheet, sentence, [Changed(_WHAT, (), ranks[0], ranks[1], at)], f"{path}/primary_mark")

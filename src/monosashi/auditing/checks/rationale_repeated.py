"""同じ選定理由が、いくつもの指標に使われている / The same reasons are given for several indicators

規則: 別々の欄に書かれた選定理由の文が一致し、一致する文が合わせて60字以上で、どれかの欄の理由の半分以上を占めることを示す。理由が同じなら、その
指標を選んだわけと目標の水準の根拠は分からない。「なお」「また」等のつなぎの語は除いて比べる。
Rule: Sentences of the reasons given in separate cells are the same, come to 60 characters or more, and make half or more of one
cell's reasons. Reasons that fit any indicator do not say why this one was chosen or why its target was set there. Words that
only join sentences are left out of the comparison.

適用しない場合: 一つの欄がいくつもの指標についてまとめて述べているとき。※の断り書きと【参考】の実績。60字に満たない決まり文句。
Does not apply: To one cell that speaks of several indicators together; to remarks after ※ and the past actuals under 【参考】; to
phrases of less than 60 characters.

良い例: 出前授業の回数と協定校の数に、それぞれの理由が書かれている。
Right: Reasons of their own for the number of lessons and the number of schools.

悪い例: 二つの指標の欄に、「里山の学びを全国に広げることは、地域の暮らしを豊かにし、…重要である。」という長い同じ文だけが書かれている。
Wrong: The same long paragraph on the importance of learning, and nothing else, in the cells of two indicators.
"""

from collections.abc import Iterator
from itertools import combinations

from monosashi.auditing.check import Check, Contrast
from monosashi.auditing.reasons import sentences, states_reasons
from monosashi.model import Finding, Message, Rationale, Severity, Sheet, Tolerances
from monosashi.model.measuring.printed import evidence
from monosashi.model.measuring.wording import indicator_name, join_en

CHECK = Check("rationale-repeated", Severity.NOTE)
#: In characters, blanks left out: more than 「…であるため、指標として設定。」.
_LEAST = 60
_SHARE = 2


def check(sheet: Sheet, _by: Tolerances) -> Iterator[Finding]:
    """Each group of cells with the same reasons, at the second of them."""
    cells = {
        n: dict(sentences(one.text)) for n, one in enumerate(sheet.rationales) if states_reasons(one) and one.measures
    }
    groups: list[set[int]] = []
    for left, right in combinations(cells, 2):
        apart = set(sheet.rationales[left].measures).isdisjoint(sheet.rationales[right].measures)
        if apart and _is_repeated(cells[left], cells[right]):
            group = next((one for one in groups if left in one or right in one), None)
            if group is None:
                groups.append({left, right})
            else:
                group |= {left, right}
    for group in groups:
        yield _finding(sheet, sorted(group), cells)


def _is_repeated(left: dict[str, str], right: dict[str, str]) -> bool:
    shared = sum(len(words) for words in left.keys() & right.keys())
    shorter = min(sum(map(len, left)), sum(map(len, right)))
    return shared >= _LEAST and shared * _SHARE >= shorter


def _finding(sheet: Sheet, group: list[int], cells: dict[int, dict[str, str]]) -> Finding:
    names = [_names(sheet, sheet.rationales[n]) for n in group]
    shared = set.intersection(*(set(cells[n]) for n in group)) or cells[group[0]].keys() & cells[group[1]].keys()
    first = next(printed for words, printed in cells[group[0]].items() if words in shared)
    count = sum(len(words) for words in shared)
    return CHECK.finding(
        f"/rationales/{group[1]}",
        Contrast("", f"{count}字"),
        Message(
            ja=f"{'、'.join(name.ja for name in names)}の選定理由は、{count}字が同じです（「{first[:_QUOTED]}…」）。",
            en=f"The rationales of {join_en([name.en for name in names])} share {count} characters (“{first[:_QUOTED]}…”).",
        ),
        evidence(sheet, *(f"/rationales/{n}" for n in group)),
    )


#: How much of the first sentence a finding quotes.
_QUOTED = 30


def _names(sheet: Sheet, rationale: Rationale) -> Message:
    """The indicators a cell speaks of; with the measure's name where a number carries several."""
    said: list[Message] = []
    for path, indicator, measure in sheet.measures():
        if path in rationale.measures:
            name = indicator_name(indicator)
            several = len(indicator.measures) > 1
            said.append(
                Message(ja=f"{name.ja}「{measure.name.name}」", en=f"{name.en} “{measure.name.name}”")
                if several
                else name
            )
    return Message(ja="・".join(one.ja for one in said), en=" and ".join(one.en for one in said))

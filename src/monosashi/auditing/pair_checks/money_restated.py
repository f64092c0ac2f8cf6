"""締めた年度の予算額・執行額が、前の表から変わった / The money of a closed year is another now

規則: 前の表が執行額を示した年度（締めた年度）の予算額、執行額が、後の表で別の額になっていることを示す。政策の予算額・執行額、予算の表の各段階、同じ名前の達成手段の
金額を、会計ごとに比べる。単位だけの違いは違いとせず、粗い方の単位の一つ分まで丸めを認める。
Rule: The budget or the execution of a year that the earlier sheet had closed (it printed its execution) is another amount on
the later. The policy's money, each stage of its budget table and the money of means of the same name are compared, account by
account. Another unit is no difference, and less than one of the coarser unit may be rounding.

適用しない場合: 前の表に執行額のない年度（補正や繰越しで変わる）。内数。後の表がその年度を示していないとき。前の表で同じ名前の達成手段が二つ以上あるとき。
二つの表が、同じ年度の別の政策のものであるとき。
Does not apply: To years of which the earlier sheet printed no execution (they change with supplementary budgets and
carry-over); to parts of other amounts (内数); to years the later sheet does not print; to means whose name stands twice; to
sheets of two policies of one year.

良い例: 前の表も後の表も、令和元年度は2,616百万円（執行2,293百万円）。
Right: 2,616 million yen for fiscal 2019, of which 2,293 was spent, on both sheets.

悪い例: 前の表の令和元年度の執行額は2,293百万円、後の表は2,239百万円。
Wrong: Spent in fiscal 2019: 2,293 million yen on the earlier sheet, 2,239 million on the later.
"""

from collections.abc import Iterator

from monosashi.auditing.changed import Changed, told
from monosashi.auditing.check import Check
from monosashi.auditing.pair import Pair
from monosashi.auditing.stated_money import StatedAmount, stated_money
from monosashi.model import Amount, Finding, Message, Severity, Tolerances
from monosashi.model.measuring.amounts import one_measure, same_amount

CHECK = Check("money-restated", Severity.WARNING)


def check(pair: Pair, _by: Tolerances) -> Iterator[Finding]:
    """The policy's money, and each of its means', where a closed year's amounts are others."""
    if pair.beside:
        return
    before = {(one.scope, one.kind, one.nendo): one for one in stated_money(pair.earlier) if one.closed}
    found: dict[str, list[Changed]] = {}
    names: dict[str, Message] = {}
    for now in stated_money(pair.later):
        was = before.get((now.scope, now.kind, now.nendo))
        if was and _differ(was, now):
            change = Changed(now.what, (now.nendo,), was.text, now.text, now.path)
            found.setdefault(now.scope, []).append(change)
            names[now.scope] = now.name
    for scope, changes in found.items():
        name = names[scope]
        sentence = Message(
            ja=f"{name.ja}の、締めた年度の額が前の表から変わっています",
            en=f"{name.en}: the amounts of a closed year are not the earlier sheet's",
        )
        yield told(CHECK, pair.later, sentence, changes)


def _differ(was: StatedAmount, now: StatedAmount) -> bool:
    left, right = (Amount(value=one.value, unit=one.unit) for one in (was, now))
    return one_measure(left.unit, right.unit) and not same_amount(left, right)

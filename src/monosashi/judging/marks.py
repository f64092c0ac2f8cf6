"""Marks: the sign of a rule's scale for one measure, with the steps by which it was reached.

The signs are tried best first; the first whose conditions hold is the mark. Where it is not known whether a better one
holds, because a threshold is not set or no rate can be reckoned, no mark is given.
"""

from decimal import Decimal

from monosashi.judging.facts import Facts, Limits, Truth, any_holds
from monosashi.judging.rule import MarkScale, MarkSign
from monosashi.judging.saying import per_cent, step
from monosashi.model import Achievement, Footing, Mark, Message, Step
from monosashi.model.folding import key
from monosashi.model.measuring.arithmetic import rounded_to, shown

#: As many decimals as a rate is told by, where fewer would make it look like a threshold.
_MOST_DECIMALS = 6

#: Each sign that was tried, and whether it holds.
Tried = tuple[tuple[MarkSign, Truth], ...]


def mark_of(achievement: Achievement, of: Facts, scale: MarkScale, by: Limits) -> Mark | None:
    """The mark of one measure; None where none can be given."""
    sign = _sign(achievement, of, scale, by)
    return scale.marks[sign.sign] if sign else None


def _sign(achievement: Achievement, of: Facts, scale: MarkScale, by: Limits) -> MarkSign | None:
    if not of.footing.is_evidence:
        return printed_sign(achievement, scale) or _by_footing(of, scale)
    tried = tries(of, scale, by)
    return tried[-1][0] if tried and all(truth is False for _, truth in tried[:-1]) and tried[-1][1] else None


def _by_footing(of: Facts, scale: MarkScale) -> MarkSign | None:
    return next((sign for sign in scale.signs if of.footing in sign.footings), None)


def printed_sign(achievement: Achievement, scale: MarkScale) -> MarkSign | None:
    """What the sheet itself prints for a measure told in words, where it is a sign of the scale."""
    if achievement.footing is not Footing.IN_WORDS:
        return None
    return next((sign for sign in scale.signs if key(sign.sign) == key(achievement.printed_mark)), None)


def tries(of: Facts, scale: MarkScale, by: Limits) -> Tried:
    """The signs in order, until one holds."""
    found: list[tuple[MarkSign, Truth]] = []
    for sign in scale.signs:
        truth = any_holds(sign.when, of, by) if sign.when else True
        found.append((sign, truth))
        if truth:
            break
    return tuple(found)


def mark_steps(achievement: Achievement, of: Facts, scale: MarkScale, by: Limits) -> tuple[Step, ...]:
    """How the mark was reached, or why there is none: one step for each sign tried."""
    if not of.footing.is_evidence:
        return (_without_evidence(achievement, of, scale),)
    paths = tuple(one.path for one in achievement.inputs)
    first = (step(f"{of.why_rate.ja}。", f"{of.why_rate.en}.", *paths),) if of.why_rate else ()
    tried = tries(of, scale, by)
    decided = all(truth is not None for _, truth in tried)
    said = (_try(sign, truth, of, by, decided=decided) for sign, truth in tried)
    return (*first, *(Step(says=each, paths=paths) for each in said))


def _without_evidence(achievement: Achievement, of: Facts, scale: MarkScale) -> Step:
    path = achievement.path
    if printed := printed_sign(achievement, scale):
        return step(
            f"文章で述べられた指標なので計算せず、表に印字された「{printed.sign}」を採りました。",
            f"The measure is told in words, so nothing was reckoned; the sheet's own “{printed.sign}” was taken.",
            path,
        )
    if sign := _by_footing(of, scale):
        return step(f"{sign.says.ja}ため、{sign.sign}です。", f"{sign.sign}: {sign.says.en}.", path)
    why = WHY_NOT[of.footing]
    return step(f"{why.ja}ため、印を付けません。", f"No mark is given: {why.en}.", path)


#: Why there is nothing to judge by.
WHY_NOT = {
    Footing.NOT_YET: Message(ja="実績がまだない", en="there is no actual yet"),
    Footing.COMPILING: Message(ja="実績が集計中である", en="the actual is being compiled"),
    Footing.NOT_SURVEYED: Message(ja="調査が行われていない", en="no survey was made"),
    Footing.NOT_PUBLISHED: Message(ja="実績が公表されていない", en="the actual is not published"),
    Footing.NOT_APPLICABLE: Message(ja="実績が該当なしとされている", en="the actual is said not to apply"),
    Footing.UNSTATED: Message(ja="実績が書かれていない", en="no actual is stated"),
    Footing.NO_TARGET: Message(ja="数で示された目標がない", en="there is no target in numbers"),
    Footing.IN_WORDS: Message(
        ja="文章で述べられた指標であり、人の判定が要る", en="it is told in words and a person must judge it"
    ),
    Footing.UNITS_DIFFER: Message(ja="目標と実績の単位が異なる", en="target and actual are in different units"),
    Footing.LEFT_OUT: Message(
        ja="この前提では、その年の実績を使わない", en="this assumption leaves the year's actual out"
    ),
}


def _try(sign: MarkSign, truth: Truth, of: Facts, by: Limits, *, decided: bool) -> Message:
    """What came of trying one sign. ``decided``: whether every better one is known not to hold."""
    known = _known(sign, of, by)
    if truth and decided:
        return Message(
            ja=f"{sign.says.ja}ため、{sign.sign}です{known.ja}。", en=f"{sign.sign}: {sign.says.en}{known.en}."
        )
    if truth:
        return Message(
            ja=f"上のどれでもなければ、{sign.sign}です：{sign.says.ja}{known.ja}。",
            en=f"It is {sign.sign}, if none above is: {sign.says.en}{known.en}.",
        )
    if truth is False:
        return Message(
            ja=f"「{sign.says.ja}」に当たらないため、{sign.sign}ではありません{known.ja}。",
            en=f"Not {sign.sign}: it is not so that {sign.says.en}{known.en}.",
        )
    return Message(
        ja=f"「{sign.says.ja}」かどうかが分からないため、{sign.sign}かどうか決まりません{known.ja}。",
        en=f"Whether it is {sign.sign} is open: it is not known whether {sign.says.en}{known.en}.",
    )


def _known(sign: MarkSign, of: Facts, by: Limits) -> Message:
    """The rate and the thresholds that the sign's conditions speak of, in brackets."""
    names = [name for condition in sign.when for name in (condition.above, condition.at_least) if name]
    if not names:
        return Message(ja="", en="")
    unset = [name for name in names if by.values[name] is None]
    rate = rate_words(of.rate, [value for value in by.values.values() if value is not None])
    lacking = (
        Message(ja=f"、閾値{unset[0]}は未設定", en=f", threshold {unset[0]} not set")
        if unset
        else Message(ja="", en="")
    )
    return Message(ja=f"（率{rate.ja}{lacking.ja}）", en=f" (rate {rate.en}{lacking.en})")


def rate_words(rate: Decimal | None, beside: list[Decimal]) -> Message:
    """A rate for a sentence, with enough decimals to tell it from the numbers beside it."""
    if rate is None:
        return Message(ja="なし", en="none")
    if not rate.is_finite():
        return Message(ja="は上限なし", en="without bound")
    words = per_cent(rate)
    if any(rate != one and per_cent(one) == words for one in beside):
        words = f"{shown(rounded_to(rate, _MOST_DECIMALS))}%"
    return Message(ja=words, en=words)

"""Attainment: whether an actual meets its target, and its level (達成率): actual over target, or target over actual.

``met`` is decided by the target's bound and the tolerance alone, never by the level. The level is given only where the
quotient means something: neither number of the other sign, the divisor not nil. Nothing is clamped.
"""

from decimal import Decimal

from monosashi.judging.aim import Aim
from monosashi.judging.bounds import Bounds
from monosashi.judging.saying import per_cent, plain, step
from monosashi.model import Message, Step, Terms
from monosashi.model.measuring.arithmetic import product, share, shown


def slack(aim: Aim, terms: Terms) -> Decimal:
    """By how many per cent the target may be missed: the tolerance for any, or the one for 程度 where that is wider."""
    return max(terms.tolerance, terms.about) if aim.approximate else terms.tolerance


def met(aim: Aim, actual: Decimal, terms: Terms) -> bool:
    """Whether the bounds, loosened by the tolerance, hold the actual."""
    return (aim.bounds or Bounds()).loosened(slack(aim, terms)).hold(actual)


def why_met(aim: Aim, actual: Decimal, said: str, terms: Terms, *paths: str, on_the_way: bool = False) -> Step:
    """The sentence that says whether it is met. ``said``: the actual as printed."""
    bounds = aim.bounds or Bounds()
    loosened = bounds.loosened(slack(aim, terms))
    outside = loosened.beyond(actual)
    note = _allowance(aim, slack(aim, terms), loosened)
    if outside is None:
        strictly = bounds.hold(actual)
        ja, en = ("", "") if strictly else ("許容差を入れて", " within the tolerance")
        return step(
            f"実績{said}は、目標{aim.said}に{ja}達しています{note.ja}。",
            f"The actual {said} meets the target {aim.said}{en}{note.en}.",
            *paths,
        )
    short = outside == loosened.low
    if on_the_way:
        ja = "にまだ届いていません" if short else "にまだ収まっていません"
        return step(
            f"実績{said}は、最終の目標{aim.said}{ja}{note.ja}。",
            f"The actual {said} has not reached the final target {aim.said} yet{note.en}.",
            *paths,
        )
    ja, en = ("に届かず", "falls short of") if short else ("に収まらず", "is beyond")
    return step(
        f"実績{said}は、目標{aim.said}{ja}、目標に達していません{note.ja}。",
        f"The actual {said} {en} the target {aim.said}: it is missed{note.en}.",
        *paths,
    )


def _allowance(aim: Aim, allowed: Decimal, loosened: Bounds) -> Message:
    """How much may be missed; said where there is a tolerance, and for 程度 also where there is none."""
    if not allowed and aim.approximate:
        return Message(ja="（「程度」に許容差は置いていません）", en=" (no tolerance is set for 程度)")
    if not allowed:
        return Message(ja="", en="")
    between = "～".join(f"{shown(end.value)}{aim.unit}" for end in (loosened.low, loosened.high) if end)
    percent = shown(allowed)
    return Message(
        ja=f"（許容差{percent}％を入れた境目は{between}）",
        en=f" (with the tolerance of {percent}% the line is at {between})",
    )


def level(aim: Aim, actual: Decimal, *paths: str) -> tuple[Decimal | None, Step]:
    """The level in per cent, or None with the reason.

    A larger number stands above where it is the better one: the actual where more of what is above nil is better (or
    less of what is below it), else the target.
    """
    target = aim.value
    larger = target is not None and aim.up == (target > 0)
    why = _no_level(target, actual, larger=larger)
    if target is None or why:
        return None, Step(says=why or _BAND, paths=paths)
    above, below = (actual, target) if larger else (target, actual)
    result = share(above, below)
    name, name_en = ("実績÷目標", "actual over target") if larger else ("目標÷実績", "target over actual")
    return result, step(
        f"達成率（{name}）＝{plain(above)}÷{plain(below)}×100＝{per_cent(result)}",
        f"Rate of attainment ({name_en}) = {plain(above)} ÷ {plain(below)} × 100 = {per_cent(result)}.",
        *paths,
    )


def _no_level(target: Decimal | None, actual: Decimal, *, larger: bool) -> Message | None:
    if target is None:
        return _BAND
    if target == 0:
        return _TARGET_NIL
    if product(actual, target) < 0:
        return _SIGNS_DIFFER
    return _ACTUAL_NIL if actual == 0 and not larger else None


_BAND = Message(
    ja="目標が幅なので、達成率（実績÷目標）は出しません。",
    en="The target is a band, so no rate of attainment is given.",
)
_TARGET_NIL = Message(
    ja="目標値が0なので、達成率（実績÷目標）は出せません。",
    en="The target is 0, so no rate of attainment can be given.",
)
_SIGNS_DIFFER = Message(
    ja="実績値と目標値の正負が異なるので、達成率（実績÷目標）に意味がありません。",
    en="Actual and target differ in sign, so a rate of attainment means nothing.",
)
_ACTUAL_NIL = Message(
    ja="実績値が0なので、達成率（目標÷実績）は出せません。",
    en="The actual is 0, so the rate of attainment (target over actual) cannot be given.",
)

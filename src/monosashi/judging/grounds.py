"""Grounds (判断根拠): the sentences that say what the result rests on, and what an office must still explain.

Neutral drafts from the evidence alone, to be edited: each measure's target and actual, then the grade. Why a target was
missed or left far behind is not in the numbers; ``questions`` asks for it.
"""

from collections.abc import Iterator
from decimal import Decimal

from monosashi.judging.facts import facts
from monosashi.judging.grade_steps import measure_words
from monosashi.judging.marks import WHY_NOT, rate_words
from monosashi.judging.rule import InWords
from monosashi.model import Achievement, Footing, InputRole, Judgement, Message
from monosashi.model.judgement import Basis
from monosashi.model.measuring.wording import capital, years

#: From which rate of attainment a target is asked about, and from which it is called far too low, in per cent.
OVERSHOOT, FAR_OVERSHOOT = Decimal(120), Decimal(150)


def grounds(judgement: Judgement) -> tuple[Message, ...]:
    """The grounds as sentences: one for each measure, then the grade as computed, then what a person decided."""
    return (
        *(_measure(one, judgement) for one in judgement.achievements if not one.part),
        *_grade(judgement),
        *_decided(judgement),
    )


def questions(judgement: Judgement) -> tuple[Message, ...]:
    """What the office must explain: each missed target, and each left behind by more than 120 (150) per cent."""
    return tuple(question for one in judgement.achievements if not one.part for question in _questions(one, judgement))


def _measure(one: Achievement, judgement: Judgement) -> Message:
    name = _name(one, judgement)
    target, actual = _text(one, InputRole.TARGET, InputRole.YEAR_TARGET), _text(one, InputRole.ACTUAL)
    when = years([one.nendo]) if one.nendo else Message(ja="", en="")
    if one.footing is Footing.IN_WORDS and one.printed_mark:
        return Message(
            ja=f"{name.ja}は、文章で述べられた指標であり、表では「{one.printed_mark}」とされている。",
            en=f"{name.en}: told in words; the sheet marks it “{one.printed_mark}”.",
        )
    if not one.footing.is_evidence:
        why = WHY_NOT[one.footing]
        return Message(
            ja=f"{name.ja}は、{why.ja}ため、達成の度合いを判定していない。", en=f"{name.en}: not judged, as {why.en}."
        )
    held = f"目標値「{target}」に対し" if target else ""
    held_en = f" against a target of “{target}”" if target else ""
    of = f"（{when.ja}）" if when.ja else ""
    end = _reached(one)
    return Message(
        ja=f"{name.ja}は、{held}実績値は「{actual}」{of}であり、{end.ja}{_rate(one, judgement).ja}。",
        en=f"{name.en}:{held_en} the actual is “{actual}”{f' ({when.en})' if when.en else ''}; {end.en}{_rate(one, judgement).en}.",
    )


def _name(one: Achievement, judgement: Judgement) -> Message:
    """The measure by number and name, so that the sentence can stand alone."""
    words = measure_words(one, judgement.achievements)
    if "「" in words.ja:
        return Message(ja=words.ja, en=capital(words.en))
    return Message(ja=f"{words.ja}「{one.name}」", en=f"{capital(words.en)} “{one.name}”")


def _text(one: Achievement, *roles: InputRole) -> str:
    """The print of an input; of a target, the one held against."""
    if InputRole.YEAR_TARGET in roles and not one.final:
        roles = tuple(reversed(roles))
    return next((each.text for role in roles for each in one.inputs if each.role is role), "")


def _reached(one: Achievement) -> Message:
    if one.met:
        return Message(ja="目標を達成した", en="the target was reached")
    if one.met is None:
        return Message(ja="目標年度に至っていない", en="the target year has not come")
    return Message(ja="目標を達成しなかった", en="the target was not reached")


def _rate(one: Achievement, judgement: Judgement) -> Message:
    """The rate of attainment in brackets, told apart from 100 and from the thresholds of the rule."""
    if one.level is None:
        return Message(ja="", en="")
    words = rate_words(one.level, [each.value for each in judgement.rule.thresholds if each.value is not None])
    return Message(ja=f"（達成率{words.ja}）", en=f" (rate of attainment {words.en})")


def _grade(judgement: Judgement) -> Iterator[Message]:
    wholes = [one for one in judgement.achievements if not one.part]
    if not wholes:
        return
    counted = [one for one in wholes if one.footing.is_evidence]
    met, of = sum(1 for one in counted if one.met), len(counted)
    grade = judgement.grade
    if grade:
        yield Message(
            ja=f"数で判定した{of}指標のうち{met}指標が目標を達成しており、各行政機関共通区分の「{grade.sign} {grade.label.ja}」に当たる。",
            en=f"Of {of} measures judged by numbers {met} reached their targets: “{grade.sign} {grade.label.en}” of the common"
            " grades.",
        )
    else:
        yield Message(
            ja=f"数で判定した{of}指標のうち{met}指標が目標を達成している。足りないものがあるため、区分は定まらない。",
            en=f"Of {of} measures judged by numbers {met} reached their targets. Something is missing, so no grade follows.",
        )
    for mark in judgement.further:
        yield Message(
            ja=f"府省の区分では「{mark.sign}」（{mark.label.ja}）に当たる。",
            en=f"On the ministry's own scale it is “{mark.sign}” ({mark.label.en}).",
        )


def _decided(judgement: Judgement) -> Iterator[Message]:
    for one in judgement.overrides:
        if not one.path:
            yield Message(
                ja=f"{one.who}は、次の理由により「{one.sign}」と判断した（{one.when.isoformat()}）：{one.why}",
                en=f"{one.who} decided “{one.sign}” on {one.when.isoformat()}: {one.why}",
            )


def _questions(one: Achievement, judgement: Judgement) -> Iterator[Message]:
    name, rate = _name(one, judgement), facts(one, Basis.LEVEL, InWords()).rate
    if one.met is False:
        yield Message(
            ja=f"{name.ja}は目標に達しませんでした{_rate(one, judgement).ja}。達しなかった理由と、これからの対応を説明してください。",
            en=f"{name.en} missed its target{_rate(one, judgement).en}. Explain why, and what will be done.",
        )
    elif one.met and rate is not None and rate > OVERSHOOT:
        far, far_en = ("大幅に", " by far") if rate > FAR_OVERSHOOT else ("", "")
        yield Message(
            ja=f"{name.ja}は目標を{far}上回りました{_rate(one, judgement).ja}。目標の水準が適切だったか、次の目標をどうするかを説明してください。",
            en=f"{name.en} exceeded its target{far_en}{_rate(one, judgement).en}. Explain whether the target was right, and what the next"
            " will be.",
        )

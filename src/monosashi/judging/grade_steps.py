"""Why the grade is what it is, grade by grade, and what is to be set or reported before it can be given."""

from collections.abc import Callable, Iterator, Sequence

from monosashi.judging.facts import Facts, Truth, any_holds
from monosashi.judging.grades import concerns
from monosashi.judging.marks import WHY_NOT, tries
from monosashi.judging.rule import Condition, GradeSign, ThresholdSpec
from monosashi.judging.saying import step
from monosashi.judging.verdict import Verdict
from monosashi.model import Achievement, Footing, Message, Step
from monosashi.model.judgement import Basis

#: What each rate is.
BASES = {
    Basis.LEVEL: Message(
        ja="実績÷目標（小さいほどよい指標では目標÷実績）",
        en="actual over target (target over actual where less is better)",
    ),
    Basis.PROGRESS: Message(
        ja="（実績－基準値）÷（目標－基準値）", en="the share of the way from the baseline to the target"
    ),
}
#: A number before its time.
_NOT_YET_DUE = Message(
    ja="目標年度より前なので、達成したかどうかはまだ決まらない",
    en="its target year has not come, so it is neither met nor missed",
)
#: More measures than these are counted, not named, in one sentence.
_NAMED = 12


def measure_words(achievement: Achievement, among: Sequence[Achievement]) -> Message:
    """指標3（うち政務レベル）; with the measure's name where several share its number, or where none is printed."""
    shared = len({one.path for one in among if one.number == achievement.number}) > 1
    ja, en = f"指標{achievement.number}", f"indicator {achievement.number}"
    if shared or not achievement.number:
        ja, en = f"{ja}「{achievement.name}」", f"{en} “{achievement.name}”"
    if achievement.part:
        ja, en = f"{ja}（うち{achievement.part}）", f"{en} (of which {achievement.part})"
    return Message(ja=ja, en=en.replace("indicator  ", "indicator "))


def grade_steps(of: Verdict) -> tuple[Step, ...]:
    """Which measures are primary, each grade tried, and what follows on the ministry's own scale."""
    wholes = [one for one, _ in of.counted]
    if not wholes:
        return (step("指標が一つもないため、区分はありません。", "There is no measure, so there is no grade."),)
    return (
        _basis(of),
        _primaries(of, wholes),
        *_ways_assumed(of, wholes),
        *_rates_told(of),
        *(_tried(of, sign, truth) for sign, truth in of.graded.tried),
        *_end(of),
        *_further(of),
    )


def _basis(of: Verdict) -> Step:
    """Which rate the thresholds are of, and who chose it."""
    said = BASES[of.basis]
    chosen = of.terms.basis
    by = f"（{chosen.who}が{chosen.when.isoformat()}に決めた：{chosen.why}）" if chosen else "（規則の既定）"
    by_en = f" (chosen by {chosen.who}, {chosen.when.isoformat()}: {chosen.why})" if chosen else " (the rule's default)"
    return step(f"閾値の率は、{said.ja}です{by}。", f"The thresholds' rate is {said.en}{by_en}.")


def _ways_assumed(of: Verdict, wholes: list[Achievement]) -> Iterator[Step]:
    """Whose direction of improvement a person should confirm: no word tells it, and the targets fall."""
    if assumed := [one for one in wholes if one.way_assumed]:
        listed = _list(assumed, of)
        yield step(
            f"{listed.ja}は、目標が下がっているのに、どちらがよいかを述べる語がありません。大きいほどよいとみなしたので、人が確かめてください。",
            f"No word says which way is better for {listed.en} though the targets fall; more was taken to be better, to be "
            "confirmed by a person.",
            *(one.path for one in assumed),
        )


def _primaries(of: Verdict, wholes: list[Achievement]) -> Step:
    if of.whole.none_marked:
        return step(
            f"主要と示された指標がないため、{len(wholes)}の指標すべてを主要とみなしました。",
            f"No measure is marked as primary, so all {len(wholes)} count as primary.",
            *(one.path for one in wholes),
        )
    primary = [one for one in wholes if one.primary]
    listed = _list(primary, of)
    return step(
        f"{len(wholes)}の指標のうち、主要なものは{listed.ja}です。",
        f"Of {len(wholes)} measures the primary ones are {listed.en}.",
        *(one.path for one in primary),
    )


def _rates_told(of: Verdict) -> Iterator[Step]:
    """The rates that are no quotient, with the reason why they are what they are."""
    for one, fact in of.counted:
        if fact.why_rate:
            name = measure_words(one, of.reached)
            yield step(f"{name.ja}：{fact.why_rate.ja}。", f"{_capital(name.en)}: {fact.why_rate.en}.", one.path)


def _list(which: Sequence[Achievement], of: Verdict) -> Message:
    words = [measure_words(one, of.reached) for one in which[:_NAMED]]
    more = len(which) - len(words)
    return Message(
        ja="、".join(one.ja for one in words) + (f"ほか{more}" if more else ""),
        en=", ".join(one.en for one in words) + (f" and {more} more" if more else ""),
    )


def _tried(of: Verdict, sign: GradeSign, truth: Truth) -> Step:
    name = Message(ja=f"{sign.sign}（{sign.label.ja}）", en=f"{sign.sign} ({sign.label.en})")
    if truth and of.graded.sign is sign:
        return step(f"{name.ja}：{sign.says.ja}。当てはまります。", f"{name.en}: {sign.says.en}. It is so.")
    if truth:
        return step(
            f"{name.ja}：{sign.says.ja}。上のどれでもなければ、これです。",
            f"{name.en}: {sign.says.en}. It is this, if none above is.",
        )
    against = _speaking(of, sign, truth)
    listed = _list(against, of)
    paths = (one.path for one in against)
    if truth is False:
        return step(
            f"{name.ja}：{sign.says.ja}。当てはまりません（{listed.ja}）。",
            f"{name.en}: {sign.says.en}. It is not so ({listed.en}).",
            *paths,
        )
    return step(
        f"{name.ja}：{sign.says.ja}。分かりません（{listed.ja}）。",
        f"{name.en}: {sign.says.en}. It is not known ({listed.en}).",
        *paths,
    )


def _speaking(of: Verdict, sign: GradeSign, truth: Truth) -> list[Achievement]:
    """The measures that speak against a grade, or leave it open."""
    found = {id(one) for one, asked in _asked(of, sign) if any_holds(asked, one, of.limits) is truth}
    return [one for one, fact in of.counted if id(fact) in found]


def _asked(of: Verdict, sign: GradeSign) -> Iterator[tuple[Facts, Sequence[Condition]]]:
    for condition in sign.when:
        yield from concerns(condition, of.whole)


def _end(of: Verdict) -> Iterator[Step]:
    if of.graded.sign:
        return
    words = "、".join(f"{one.sign}（{one.label.ja}）" for one in of.possible)
    english = ", ".join(f"{one.sign} ({one.label.en})" for one in of.possible)
    yield step(
        f"足りないものがあるため区分は出せません。残るのは {words} です。",
        f"Something is missing, so no grade is given. Left open: {english}.",
    )


def _further(of: Verdict) -> Iterator[Step]:
    scale = of.rule.further
    for mark in of.further if scale else ():
        sign = next(one for one in scale.signs if one.sign == mark.sign) if scale else None
        if scale and sign:
            yield step(
                f"{scale.title.ja}：{sign.says.ja}のため、{mark.sign}（{mark.label.ja}）です。",
                f"{scale.title.en}: {sign.says.en}, hence {mark.sign} ({mark.label.en}).",
            )


def missing_steps(of: Verdict) -> tuple[Step, ...]:
    """What is to be set by the office, and what is to be reported, before every mark and the grade can be given."""
    return (*_unset(of), *_unjudged(of), *_without_rate(of), *_without_movement(of))


def _open_conditions(of: Verdict) -> list[tuple[Facts, Sequence[Condition]]]:
    """Each measure with the conditions of a mark or a grade of which it is not known whether they hold."""
    found: list[tuple[Facts, Sequence[Condition]]] = []
    for sign, truth in of.graded.tried if not of.graded.sign else ():
        if truth is None:
            found += [(one, asked) for one, asked in _asked(of, sign) if any_holds(asked, one, of.limits) is None]
    scale = of.rule.marks
    for one in of.facts if scale else ():
        if scale and one.footing.is_evidence:
            found += [(one, sign.when) for sign, truth in tries(one, scale, of.limits) if truth is None]
    return found


def _unset(of: Verdict) -> Iterator[Step]:
    """Thresholds that are not set and on which something depends."""
    names = {
        name
        for one, asked in _open_conditions(of)
        for condition in asked
        for name in (condition.above, condition.at_least)
        if name and of.limits.values[name] is None
        if one.rate is not None or not (one.footing.is_evidence or one.footing is Footing.IN_WORDS)
    }
    yield from (_ask(spec) for name, spec in of.rule.specs.items() if name in names)


def _ask(spec: ThresholdSpec) -> Step:
    unit = f"（{spec.unit}）" if spec.unit else ""
    return step(
        f"閾値「{spec.name}」{unit}が未設定です：{spec.asks.ja}。評価する府省が、誰がいつなぜ決めたかを添えて設定してください。",
        f"Threshold “{spec.name}”{f' ({spec.unit})' if spec.unit else ''} is not set: {spec.asks.en}. The ministry that"
        " evaluates must set it, with who, when and why.",
    )


def _unjudged(of: Verdict) -> Iterator[Step]:
    for one, fact in of.counted:
        if fact.met is None:
            name, why = measure_words(one, of.reached), _NOT_YET_DUE if fact.pending else WHY_NOT[one.footing]
            yield step(f"{name.ja}：{why.ja}。", f"{_capital(name.en)}: {why.en}.", one.path)


def _without_rate(of: Verdict) -> Iterator[Step]:
    yield from _lacking(
        of,
        lambda fact, asked: fact.rate is None and any(one.above or one.at_least for one in asked),
        Message(
            ja="率を計算できないため、人が判定する必要があります",
            en="no rate can be reckoned, so a person must judge it",
        ),
    )


def _without_movement(of: Verdict) -> Iterator[Step]:
    yield from _lacking(
        of,
        lambda fact, asked: (
            (fact.toward is None and any(one.toward is not None for one in asked))
            or (fact.on_track is None and any(one.on_track is not None for one in asked))
        ),
        Message(
            ja="比べられる基準値がないため、目標へ動いたかどうかが分かりません",
            en="there is no baseline to compare with, so it is not known whether it has moved toward the target",
        ),
    )


def _lacking(of: Verdict, lacks: Callable[[Facts, Sequence[Condition]], bool], why: Message) -> Iterator[Step]:
    """The measures with evidence that lack something on which a mark or the grade depends."""
    found = {
        id(fact)
        for fact, asked in _open_conditions(of)
        if fact.footing.is_evidence and fact.met is not None and lacks(fact, asked)
    }
    named = {one.path for one, fact in [*of.counted, *zip(of.reached, of.facts, strict=True)] if id(fact) in found}
    for one, _ in of.counted:
        if one.path in named:
            name = measure_words(one, of.reached)
            yield step(f"{name.ja}：{why.ja}。", f"{_capital(name.en)}: {why.en}.", one.path)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]

"""The aims of targets that are more than one number: a band, a time limit for each case, a rule that refers to a value."""

from dataclasses import replace

from monosashi.judging.aim import Aim
from monosashi.judging.bounds import UPWARD, Bound, Bounds
from monosashi.judging.rule_target import resolved
from monosashi.judging.saying import step
from monosashi.judging.target_words import BandTarget, Base, RuleTarget, TimeLimit
from monosashi.model import Comparator, GoalShape, Message, Nendo, Quantity, Sheet, Way
from monosashi.model.measuring.direction import Direction, is_of_harm
from monosashi.model.measuring.strand import Point, Strand
from monosashi.model.measuring.units import same_unit

_TIMES = frozenset({"日", "営業日", "週間", "か月", "ヶ月", "カ月", "箇月", "月", "時間", "分", "年"})


def band_aim(strand: Strand, words: BandTarget) -> Aim:
    """To lie from a number to a number, in any year."""
    why = Message(
        ja="目標値が幅で示されているため、その中にあるのがよいとみなしました",
        en="the target is a band, so lying within it is taken to be better",
    )
    return Aim(
        GoalShape.BAND,
        Way.KEEP,
        why,
        keeps=True,
        bounds=Bounds(Bound(words.low, words.low_strict), Bound(words.high, words.high_strict)),
        unit=words.unit or strand.measure.unit,
        approximate=words.approximate,
        said=f"{words.low:,f}{words.unit}～{words.high:,f}{words.unit}",
    )


def as_limit(quantity: Quantity | None, actual: Point | None) -> TimeLimit | None:
    """A bare 「30日以内」 as a limit for each case, where the actual is the share that kept it."""
    if not quantity or not actual or not _is_share(actual) or quantity.unit not in _TIMES:
        return None
    return TimeLimit(quantity.value, quantity.unit) if quantity.comparator is Comparator.AT_MOST else None


def time_limit_aim(limit: TimeLimit, way: Direction, path: str, actual: Point | None) -> Aim:
    """To keep a limit: a share of the cases where the actual is one, else the time itself."""
    if actual and _is_share(actual):
        return _share_aim(limit, path)
    if actual and actual.amount.unit and same_unit(actual.amount.unit, limit.unit):
        said = _limit(limit)
        why = Message(
            ja=f"目標値に「{said}」とあるため、小さいほどよいとみなしました",
            en=f"the target says “{said}”, so less is better",
        )
        return Aim(
            GoalShape.CONDITIONAL,
            Way.DOWN,
            why,
            up=False,
            keeps=True,
            bounds=Bounds(high=Bound(limit.limit)),
            value=limit.limit,
            unit=limit.unit,
            said=said,
        )
    return Aim(GoalShape.CONDITIONAL, way.way, way.why, keeps=True)


def _is_share(actual: Point) -> bool:
    return bool(actual.amount.unit) and same_unit(actual.amount.unit, "%")


def _limit(limit: TimeLimit) -> str:
    return f"{limit.limit:,f}{limit.unit}以内"


def _share_aim(limit: TimeLimit, path: str) -> Aim:
    said, share = _limit(limit), f"{limit.share:,f}％"
    why = Message(
        ja=f"目標は期限（{said}）で、実績はそれを守った割合なので、大きいほどよいとみなしました",
        en=f"the target is a time limit ({said}) and the actual the share that kept it, so more is better",
    )
    every = step(
        f"{said}という期限は全ての件に当てはまるとみなし、守った割合{share}を目標とします。",
        f"The limit {said} is taken to hold for every case: the target is that {share} keep it.",
        path,
    )
    return Aim(
        GoalShape.CONDITIONAL,
        Way.UP,
        why,
        up=True,
        keeps=True,
        bounds=Bounds(low=Bound(limit.share)),
        value=limit.share,
        unit="%",
        said=f"{share}以上",
        steps=() if limit.share_printed else (every,),
    )


def rule_aim(sheet: Sheet, strand: Strand, way: Direction, rule: RuleTarget, nendo: Nendo | None) -> Aim:
    """To be no worse than, or better than, another printed value, or so much of it."""
    by = rule.comparator
    up = by in UPWARD if by else way.way is Way.UP or (way.way is Way.KEEP and not is_of_harm(strand))
    kept = rule.keeps or way.way is Way.KEEP
    better = Way.KEEP if kept else Way.UP if up else Way.DOWN
    moves = rule.base in (Base.PREVIOUS_YEAR, Base.BEST_SO_FAR)
    aim = Aim(GoalShape.CONDITIONAL, better, _rule_why(way, by), up=up, keeps=kept, moves=moves)
    found = resolved(sheet, strand, rule, nendo, up=up)
    if found.value is None:
        return replace(aim, lacking=True, steps=found.steps)
    return replace(
        aim,
        bounds=Bounds.of(found.value, found.comparator),
        value=found.value,
        unit=found.unit,
        cumulative=found.cumulative,
        approximate=rule.approximate,
        said=found.said,
        steps=found.steps,
    )


def _rule_why(way: Direction, by: Comparator | None) -> Message:
    if by is None:
        return way.why
    if by in UPWARD:
        return Message(
            ja="目標の決め方が他の値を下限としているため、大きいほどよいとみなしました",
            en="the rule makes another value the lower bound, so more is better",
        )
    return Message(
        ja="目標の決め方が他の値を上限としているため、小さいほどよいとみなしました",
        en="the rule makes another value the upper bound, so less is better",
    )

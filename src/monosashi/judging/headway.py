"""Headway: how far the actual has come from the baseline, held against the time that has gone by.

Progress is the share of the way from the baseline to a target, unclamped: beyond the target it is over 100, away from
it below 0. On track, as the KPIs of the growth strategy are judged: progress is no less than the share of the time
from the baseline's year to the target's. Years are counted whole. From the target year on, and for a level to be kept,
on track is the same as met.
"""

from dataclasses import dataclass
from decimal import Decimal

from monosashi.judging.aim import Aim
from monosashi.judging.saying import per_cent, plain, step, year
from monosashi.judging.start import Start
from monosashi.model import Movement, Nendo, Step
from monosashi.model.measuring.arithmetic import minus, share
from monosashi.model.measuring.wording import capital


@dataclass(frozen=True)
class Pace:
    """The time gone by in per cent, and whether progress has kept up with it."""

    elapsed: Decimal | None = None
    on_track: bool | None = None
    steps: tuple[Step, ...] = ()


def progress(start: Start, actual: Decimal, target: Decimal, *, up: bool, final: bool) -> tuple[Decimal | None, Step]:
    """The share of the way from a baseline that is known; None where the target is not beyond it, with the reason."""
    path, since = start.point.path if start.point else "", start.value or Decimal(0)
    way = minus(target, since)
    name, name_en = ("最終の目標", "the final target") if final else ("その年度の目標", "the target of that year")
    if way == 0:
        return None, step(
            f"基準値{start.said}と{name}が同じ数なので、そこまでの進み（％）は出せません。",
            f"The baseline {start.said} and {name_en} are one number, so there is no way to measure progress along.",
            path,
        )
    if (way > 0) != up:
        return None, step(
            f"{name}が基準値{start.said}より後退した数なので、そこまでの進み（％）は出せません。",
            f"{capital(name_en)} lies behind the baseline {start.said}, so progress toward it means nothing.",
            path,
        )
    result = share(minus(actual, since), way)
    formula = f"（{plain(actual)}－{plain(since)}）÷（{plain(target)}－{plain(since)}）×100"
    formula_en = f"({plain(actual)} - {plain(since)}) ÷ ({plain(target)} - {plain(since)}) × 100"
    return result, step(
        f"基準値から{name}までの進み＝{formula}＝{per_cent(result)}",
        f"Progress from the baseline to {name_en} = {formula_en} = {per_cent(result)}.",
        path,
    )


def movement(aim: Aim, start: Start, actual: Decimal, reached: bool | None) -> Movement | None:
    """Which way the actual lies from the baseline. A level that is kept counts as toward; a band by the distance to it."""
    if aim.keeps and reached:
        return Movement.TOWARD
    if start.value is None:
        return None
    before, now = _merit(aim, start.value), _merit(aim, actual)
    return Movement.NONE if before == now else Movement.TOWARD if now > before else Movement.AWAY


def _merit(aim: Aim, value: Decimal) -> Decimal:
    """A number that grows as things get better."""
    if aim.up is None and aim.bounds and (end := aim.bounds.beyond(value)):
        return -abs(minus(value, end.value))
    if aim.up is None:
        return Decimal(0)
    return value if aim.up else -value


def pace(
    aim: Aim, start: Start, end: Nendo | None, now: Nendo | None, gone: Decimal | None, reached: bool | None
) -> Pace:
    """The time gone by, and whether the progress toward the final target (``gone``) keeps up with it."""
    elapsed, said = _elapsed(start, end, now)
    if aim.keeps:
        return Pace(elapsed, reached, (_KEEPS,))
    if end and now and now.year >= end.year:
        return Pace(elapsed, reached, (_AT_THE_END,))
    if elapsed is None:
        return Pace(elapsed, None, said)
    if gone is None:
        return Pace(elapsed, None, (_NO_PROGRESS,))
    if elapsed <= 0:
        return Pace(elapsed, None, (*said, _NO_TIME))
    on_track = gone >= elapsed
    verdict = step(
        f"進み{per_cent(gone)}は、過ぎた期間{per_cent(elapsed)}{'以上なので、順調です' if on_track else 'より小さいので、遅れています'}。",
        f"Progress of {per_cent(gone)} is {'no less' if on_track else 'less'} than the {per_cent(elapsed)} of the time gone "
        f"by: {'on track' if on_track else 'behind'}.",
    )
    return Pace(elapsed, on_track, (*said, verdict))


_KEEPS = step(
    "水準を保つことが目標なので、順調かどうかは、その年度に目標を満たしているかどうかと同じです。",
    "The level is to be kept, so being on track is the same as meeting the target in that year.",
)
_AT_THE_END = step(
    "目標年度を迎えているので、順調かどうかは、目標に達しているかどうかと同じです。",
    "The target year has come, so being on track is the same as meeting the target.",
)
_NO_PROGRESS = step(
    "最終の目標までの進みが出せないので、期間に照らして順調かどうかは言えません。",
    "There is no progress toward the final target to hold against the time, so it is not said whether it is on track.",
)
_NO_TIME = step(
    "基準年度からまだ時が過ぎていないので、順調かどうかは言えません。",
    "No time has gone by since the baseline's year, so it is not said whether it is on track.",
)


def _elapsed(start: Start, end: Nendo | None, now: Nendo | None) -> tuple[Decimal | None, tuple[Step, ...]]:
    since = start.nendo
    if not since or not end or not now:
        lacking = [
            (ja, en)
            for one, ja, en in (
                (since, "基準年度", "the baseline's year"),
                (end, "目標年度", "the target year"),
                (now, "判定する年度", "the year judged"),
            )
            if not one
        ]
        ja, en = "と".join(one[0] for one in lacking), " and ".join(one[1] for one in lacking)
        return None, (
            step(
                f"{ja}が印刷されていないので、期間に照らした進みは言えません。",
                f"Without {en}, progress cannot be held against the time.",
            ),
        )
    if end.year <= since.year:
        return None, (
            step(
                f"目標年度{year(end).ja}が基準年度{year(since).ja}より後でないので、期間に照らした進みは言えません。",
                f"The target year {year(end).en} is not after the baseline's, {year(since).en}, so progress cannot be held "
                "against the time.",
            ),
        )
    gone, whole = now.year - since.year, end.year - since.year
    result = share(Decimal(gone), Decimal(whole))
    return result, (
        step(
            f"過ぎた期間（{year(since).ja}から{year(now).ja}まで／{year(end).ja}まで）＝{gone}年÷{whole}年×100＝{per_cent(result)}",
            f"Time gone by (from {year(since).en} to {year(now).en}, of that to {year(end).en}) = {gone} ÷ {whole} × 100 = "
            f"{per_cent(result)}.",
        ),
    )

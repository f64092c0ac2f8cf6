"""The charts of a judgement: what share of its target each measure reached, and how far it has come for the time."""

from collections.abc import Sequence
from decimal import Decimal

from monosashi.model import Achievement, Judgement, RuleUsed
from monosashi.model.folding import unbroken
from monosashi.model.judgement import Basis
from monosashi.publishing.charts import Drawing
from monosashi.publishing.charts.attainment import Bar, Limit, attainment_chart, per_cent
from monosashi.publishing.html.words import Words


def level_drawing(judgement: Judgement, words: Words) -> Drawing | None:
    """Actual over target by measure; None where no measure has such a share."""
    bars = [_bar(one, words) for one in judgement.achievements]
    return _drawing("level", bars, words, _limits(judgement.rule, Basis.LEVEL))


def progress_drawing(judgement: Judgement, words: Words) -> Drawing | None:
    """The share of the way by measure, beside the share of the time; None where no measure has such a share."""
    bars = [
        Bar(_name(one, words), _way_come(one), _missing(one, words), one.on_track, _elapsed(one))
        for one in judgement.achievements
    ]
    return _drawing("progress", bars, words, _limits(judgement.rule, Basis.PROGRESS))


def _drawing(chart: str, bars: Sequence[Bar], words: Words, limits: Sequence[Limit]) -> Drawing | None:
    if not any(bar.value is not None for bar in bars):
        return None
    said = words("chart.said.stop").join(_said(bar, words) for bar in bars)
    title = words(f"judgement.chart.{chart}")
    return attainment_chart(f"judgement-{chart}", bars, words, (title, said), limits)


def _way_come(one: Achievement) -> Decimal | None:
    """The way to the final target, for that is what the time is counted to; to the year's own where that is all there is."""
    return one.progress if one.final_progress is None else one.final_progress


def _elapsed(one: Achievement) -> Decimal | None:
    """The time, where a way stands beside it."""
    return None if _way_come(one) is None else one.elapsed


def _bar(one: Achievement, words: Words) -> Bar:
    return Bar(_name(one, words), one.level, _missing(one, words), one.met)


def _name(one: Achievement, words: Words) -> str:
    part = words("judgement.part_of", name=one.part) if one.part else ""
    return " ".join(said for said in (unbroken(one.number), unbroken(one.name), part) if said)


def _missing(one: Achievement, words: Words) -> str:
    """In which way there is no share: no number at all, or one that makes none (a target of nil, a goal in words)."""
    return words("judgement.no_share") if one.footing.is_evidence else words(f"footing.{one.footing.value}")


def _said(bar: Bar, words: Words) -> str:
    value = bar.word if bar.value is None else per_cent(bar.value)
    if bar.mark is None:
        return words("judgement.chart.said", name=bar.label, value=value)
    return words("judgement.chart.said_with_time", name=bar.label, value=value, elapsed=per_cent(bar.mark))


def limits_of(rule: RuleUsed) -> tuple[Limit, ...]:
    """The rule's thresholds that are set, in per cent."""
    values = sorted({one.value for one in rule.thresholds if one.unit == "%" and one.value is not None})
    return tuple(Limit(value, per_cent(value)) for value in values)


def _limits(rule: RuleUsed, basis: Basis) -> tuple[Limit, ...]:
    """The thresholds, on the chart of the rate they are of."""
    return limits_of(rule) if rule.basis is basis else ()

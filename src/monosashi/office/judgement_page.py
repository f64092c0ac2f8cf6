"""The judgement of a sheet of the library, as its page shows it."""

from monosashi.judging.in_force import rule_in_force
from monosashi.judging.rule import FurtherScale as Further
from monosashi.judging.rule import GradeScale, MarkScale, Rule
from monosashi.judging.rule import rule as rule_of
from monosashi.model import Override
from monosashi.office.judging import Judged, judge_reading, rules_to_choose, years_printed
from monosashi.office.library import Library
from monosashi.publishing.html.judgement_view import (
    Around,
    Choice,
    JudgementView,
    ScaleSign,
    ScaleTold,
    judgement_view,
)
from monosashi.publishing.html.meaning import nendo_words
from monosashi.publishing.html.words import Language, words


def judged_entry(library: Library, name: str, rule_id: str = "", year: str = "") -> Judged:
    """The judgement of a sheet of the library, by the thresholds and decisions kept there. Under a rule that is not the
    one in force for the sheet, only those decisions stand beside it whose signs that rule has. Raises as the library's
    ``get``, ``settings`` and ``judge_reading``."""
    return _judged(library, name, rule_id, year)[0]


def _judged(library: Library, name: str, rule_id: str, year: str) -> tuple[Judged, int]:
    """The judgement, and how many overrides are on another rule's scale."""
    reading = library.get(name).reading
    terms, decisions = library.settings(name)
    own = rule_in_force(reading.sheet)
    other = rule_of(rule_id) if rule_id and rule_id != own.id else None
    kept = tuple(one for one in decisions.overrides if other is None or _has_sign(other, one))
    found = judge_reading(reading, rule_id, year, terms, decisions.model_copy(update={"overrides": kept}))
    return found, len(decisions.overrides) - len(kept)


def _has_sign(rule: Rule, override: Override) -> bool:
    """Whether a sign stands on one of the rule's scales for what it was given to."""
    if override.path:
        return rule.marks is not None and override.sign in rule.marks.marks
    return override.sign in rule.grades.marks or (rule.further is not None and override.sign in rule.further.marks)


def judgement_page(
    library: Library, name: str, language: Language, asked: tuple[str, str], page: str, *, unfolded: bool
) -> JudgementView:
    """The view. ``asked``: the rule and the year; ``page``: the address of the sheet's page; ``unfolded``: whether every
    step stands open. Raises as ``judged_entry``."""
    rule_id, year = asked
    found, elsewhere = _judged(library, name, rule_id, year)
    reading = library.get(name).reading
    sheet, spoken = reading.sheet, words(language)
    used = rule_of(found.judgement.rule.id)
    chosen = found.judgement.nendo.year if year and found.judgement.nendo else None
    around = Around(
        rules=tuple(Choice(one.id, spoken.of(one.title), one.id == rule_id) for one in rules_to_choose()),
        years=tuple(
            Choice(str(nendo.year), nendo_words(nendo, spoken), nendo.year == chosen) for nendo in years_printed(sheet)
        ),
        scales=_scales(used),
        decided=used.decided,
        page=page,
        paper=f"{page}paper/?at=",
        unfolded=unfolded,
        elsewhere=elsewhere,
    )
    return judgement_view(found.judgement, found.pathways, sheet, reading.trace, language, around)


def _scales(rule: Rule) -> tuple[ScaleTold, ...]:
    scales: tuple[MarkScale | GradeScale | Further | None, ...] = (rule.marks, rule.grades, rule.further)
    return tuple(
        ScaleTold(scale.title, tuple(ScaleSign(sign.sign, sign.label, sign.says) for sign in scale.signs))
        for scale in scales
        if scale
    )

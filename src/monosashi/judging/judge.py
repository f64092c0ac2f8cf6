"""Judge: what a sheet's results amount to by one rule, with everything it rests on."""

from collections.abc import Iterator

from monosashi.judging.achievement import MeasuredSheet
from monosashi.judging.grade_steps import grade_steps, missing_steps
from monosashi.judging.marks import mark_steps
from monosashi.judging.rule import Rule
from monosashi.judging.saying import step
from monosashi.judging.sensitivity import sensitivity
from monosashi.judging.settings import ABOUT, refuse_incoherent, with_about
from monosashi.judging.verdict import Verdict, verdict
from monosashi.model import (
    Achievement,
    Decisions,
    Judgement,
    Nendo,
    Override,
    RuleUsed,
    Sheet,
    Step,
    Terms,
    Threshold,
)
from monosashi.model.error import MonosashiError
from monosashi.model.folding import unbroken

_NO_TERMS = Terms()
_NO_DECISIONS = Decisions()


def judge(
    sheet: Sheet,
    rule: Rule,
    terms: Terms = _NO_TERMS,
    nendo: Nendo | None = None,
    decisions: Decisions = _NO_DECISIONS,
) -> Judgement:
    """The judgement of a sheet's year (its latest with an actual, where none is named).

    Never raises for what is printed on a sheet: where there is no evidence, or a threshold is not set, there is no
    grade, ``possible`` says which are left open, and ``missing`` what is to be set or reported. People's overrides
    stand beside what is computed and never change it. Raises ``MonosashiError`` for settings that cannot be
    (bad-thresholds) and for overrides of what is not there (unknown-measure, unknown-sign).
    """
    refuse_incoherent(terms, rule)
    _refuse_overrides(sheet, rule, decisions.overrides)
    measured = MeasuredSheet(sheet, nendo)
    found = verdict(measured, rule, with_about(terms))
    return Judgement(
        rule=_used(found),
        nendo=nendo or _latest(found.reached),
        achievements=_marked(found),
        grade=found.grade,
        possible=found.possible,
        further=found.further,
        steps=(*grade_steps(found), *_beside_the_printed(sheet, found)),
        missing=missing_steps(found),
        sensitivity=sensitivity(measured, found),
        overrides=decisions.overrides,
        printed_grade=_printed_grade(sheet),
    )


def _latest(reached: tuple[Achievement, ...]) -> Nendo | None:
    """The latest of the years judged; None where no achievement names one."""
    return max((one.nendo for one in reached if one.nendo), key=lambda nendo: nendo.year, default=None)


def _marked(of: Verdict) -> tuple[Achievement, ...]:
    """The achievements with their marks and the steps to them."""
    scale = of.rule.marks
    if not scale:
        return of.reached
    return tuple(
        one.model_copy(update={"mark": mark, "mark_steps": mark_steps(one, fact, scale, of.limits)})
        for one, fact, mark in zip(of.reached, of.facts, of.marks, strict=True)
    )


def _used(of: Verdict) -> RuleUsed:
    rule = of.rule
    return RuleUsed(
        id=rule.id,
        title=rule.title,
        version=rule.version,
        valid_from=rule.valid_from.isoformat() if rule.valid_from else "",
        valid_to=rule.valid_to.isoformat() if rule.valid_to else "",
        citation=rule.citation,
        basis=of.basis,
        basis_setting=of.terms.basis,
        thresholds=_thresholds(of),
    )


def _thresholds(of: Verdict) -> tuple[Threshold, ...]:
    """Each threshold as it stands, with who set it; empty where the rule's own source states it."""
    settings = {one.name: one for one in of.terms.settings}
    specs = [*of.rule.thresholds, *([ABOUT] if ABOUT.name in settings or of.terms.about else [])]
    found: list[Threshold] = []
    for spec in specs:
        value = of.terms.about if spec is ABOUT else of.limits.values[spec.name]
        own = settings.get(spec.name) if spec.asked else None
        said = {"who": own.who, "when": own.when.isoformat(), "why": own.why} if own else {}
        found.append(Threshold(name=spec.name, asks=spec.asks, unit=spec.unit, value=value, **said))
    return tuple(found)


def _beside_the_printed(sheet: Sheet, of: Verdict) -> Iterator[Step]:
    """Where the sheet states another grade than the one computed, or one that what is known rules out."""
    told = sheet.evaluation
    stated, remaining = told.grade, [one.sign for one in of.graded.remaining]
    if not stated or not remaining or str(int(stated)) in remaining:
        return
    yield step(
        f"表は「{int(stated)} {stated.label.ja}」と述べていますが、計算ではそうなりません。",
        f"The sheet states “{int(stated)} {stated.label.en}”, which does not follow from what is reckoned.",
        told.result.path,
    )


def _printed_grade(sheet: Sheet) -> str:
    """What the sheet states as its result: in the common grades, else on the ministry's own scale."""
    told = sheet.evaluation
    return unbroken(told.result.text).strip() or unbroken(told.own_grade.text).strip()


def _refuse_overrides(sheet: Sheet, rule: Rule, overrides: tuple[Override, ...]) -> None:
    if not overrides:
        return
    paths = {path for path, _, _ in sheet.measures()}
    for one in overrides:
        if one.path and one.path not in paths:
            raise MonosashiError(
                "unknown-measure",
                f"「{one.path}」という指標はこの表にありません（{one.who}の判断「{one.sign}」）。判定はしていません。番地を確かめてください。",
                f'The sheet has no measure at "{one.path}" (decision "{one.sign}" by {one.who}); nothing was judged.'
                " Check the path.",
            )
        signs = _signs(rule, one)
        if signs and one.sign not in signs:
            raise MonosashiError(
                "unknown-sign",
                f"「{one.sign}」は規則 {rule.id} の記号ではありません（{one.who}の判断）。判定はしていません。使えるのは {'、'.join(signs)} です。",
                f'"{one.sign}" is no sign of the rule {rule.id} (decision by {one.who}); nothing was judged.'
                f" Its signs are {', '.join(signs)}.",
            )


def _signs(rule: Rule, one: Override) -> list[str]:
    """The signs an override may give; none where the rule has no scale for it, so that any may be given."""
    if one.path:
        return list(rule.marks.marks) if rule.marks else []
    return [*rule.grades.marks, *(rule.further.marks if rule.further else ())]

"""Evaluations: a report drafted from a sheet, kept as a sheet of its own (評価書) that goes the same way to the public."""

from collections.abc import Mapping

from monosashi.office.entry import Entry
from monosashi.office.keeping import Actor, Shelf, Whose, begin, may, thing_of
from monosashi.office.keeping.identities import carried
from monosashi.office.report_page import Asked, report_sheet
from monosashi.office.review.marked import sheet_for
from monosashi.store.models import KeptSheet, SheetKind
from monosashi.store.versions import opened


def keep_evaluation(actor: Actor, slug: str, asked: Asked, written: Mapping[str, str]) -> str:
    """Keep the report of a sheet, with what was written in the fields of its page, as the evaluation of that policy and
    year; its indicators keep their lasting ids. Gives the new sheet's slug. Raises ``NotInLibrary``, ``MayNot``,
    ``SheetExists``, and as ``report_sheet``."""
    plan = sheet_for(actor, slug, "edit")
    entry: Entry = Shelf(actor).get(slug)
    draft = report_sheet(entry, asked, written)
    before, identities = opened(plan.newest)
    whose = Whose(
        organisation=plan.answerable.address,
        nendo=plan.nendo,
        number=plan.number,
        kind=SheetKind.EVALUATION,
        policy=plan.policy_id,
    )
    kept = begin(
        actor,
        evaluation_slug(slug),
        whose,
        draft,
        reason_code="begun",
        reason=f"{slug} 第{plan.newest.number}版から",
        identities=carried(before, identities, draft),
    )
    return kept.slug


def evaluation_slug(slug: str) -> str:
    """The slug of a sheet's evaluation."""
    return f"{slug}-evaluation"


def kept_already(actor: Actor, slug: str) -> tuple[bool, str]:
    """Whether this person may keep a sheet's report as its evaluation, and the slug of the one that is kept already."""
    plan = KeptSheet.objects.select_related("ministry", "bureau", "division").filter(slug=slug).first()
    if plan is None or plan.kind != SheetKind.PLAN or not may(actor, "edit", thing_of(plan)):
        return False, ""
    same = KeptSheet.objects.filter(
        ministry=plan.ministry_id, nendo=plan.nendo, number=plan.number, kind=SheetKind.EVALUATION
    ).first()
    return True, same.slug if same else ""

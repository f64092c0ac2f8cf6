"""Settling: a finding that someone answers for with a reason, a grade or mark given otherwise than computed. Both stay
beside what the machine says, and can be lifted again."""

import datetime as dt

from django.db import transaction

from monosashi.judging.in_force import rule_in_force
from monosashi.judging.rule import rule as rule_of
from monosashi.model import Finding, Message, Noun, Severity, Sheet
from monosashi.office.decisions import waived
from monosashi.office.keeping import Actor, clock, may, thing_of
from monosashi.office.keeping.opening import decisions_of, entry_of
from monosashi.office.keeping.saving import locked
from monosashi.office.review.blockers import place
from monosashi.office.review.marked import assert_place, newest_sheet, said, sheet_for
from monosashi.office.review.proofs import Proof, proof_of
from monosashi.office.review.refusals import MarkClosed, NoSuchFinding, NoSuchMark, NoSuchSign
from monosashi.store.log import append
from monosashi.store.models import KeptSheet, Settled


class Answerable(Noun):
    """A finding that can be answered for. ``by``, ``why``, ``when``: of who does; ``id``: of that decision, to lift it."""

    code: str
    path: str
    where: Message
    severity: str
    message: Message
    id: int | None = None
    by: str = ""
    why: str = ""
    when: dt.date | None = None


class Given(Noun):
    """A grade or mark given by a person."""

    id: int
    path: str
    where: Message
    sign: str
    by: str
    why: str
    when: dt.date


class Gradable(Noun):
    """What a grade or mark can be given to: the whole sheet (empty path) or a measure, and the signs there are."""

    path: str
    where: Message
    signs: tuple[str, ...]


class Decided(Noun):
    """The page of decisions of a sheet."""

    version: int
    may_settle: bool
    findings: tuple[Answerable, ...]
    given: tuple[Given, ...]
    gradable: tuple[Gradable, ...]
    rule: Message


def decided(actor: Actor, slug: str) -> Decided:
    """What was decided about a sheet and what can be. Raises ``NotInLibrary``, ``MayNot``, ``SignInFirst``."""
    kept = sheet_for(actor, slug, "see_review")
    sheet = newest_sheet(kept)
    standing = list(Settled.objects.filter(sheet=kept, lifted=False).order_by("time", "id"))
    return Decided(
        version=kept.newest.number,
        may_settle=may(actor, "settle", thing_of(kept)),
        findings=tuple(_answerable(sheet, one, standing) for one in _findings(kept)),
        given=tuple(_given(sheet, row) for row in standing if row.kind == "override"),
        gradable=_gradable(sheet),
        rule=rule_in_force(sheet).title,
    )


@transaction.atomic
def waive(actor: Actor, slug: str, code: str, path: str, why: str) -> Settled:
    """Answer for a finding. Raises ``NotInLibrary``, ``MayNot``, ``NoSuchFinding``, ``MarkClosed``, ``EmptyText``."""
    sheet_for(actor, slug, "settle")
    kept = locked(slug)
    if not any((one.code, one.path) == (code, path) for one in _findings(kept)):
        raise NoSuchFinding(code)
    return _keep(actor, kept, "waiver", path, code, said(why))


@transaction.atomic
def override(actor: Actor, slug: str, sign: str, path: str, why: str) -> Settled:
    """Give a measure a mark, or the sheet a grade, beside the computed one; it takes the place of one given before.
    Raises ``NotInLibrary``, ``MayNot``, ``NoSuchValue``, ``NoSuchSign``, ``EmptyText``."""
    sheet_for(actor, slug, "settle")
    kept = locked(slug)
    sheet = newest_sheet(kept)
    assert_place(sheet, path)
    if not any(one.path == path and sign in one.signs for one in _gradable(sheet)):
        raise NoSuchSign(sign)
    reason = said(why)
    for row in Settled.objects.filter(sheet=kept, kind="override", path=path, lifted=False):
        _lift(actor, kept, row, reason)
    return _keep(actor, kept, "override", path, sign, reason)


@transaction.atomic
def lift(actor: Actor, slug: str, number: int, why: str) -> None:
    """Lift a decision: the finding is open again, the computed grade stands alone. Raises ``NotInLibrary``, ``MayNot``,
    ``NoSuchMark``, ``MarkClosed``, ``EmptyText``."""
    sheet_for(actor, slug, "settle")
    kept = locked(slug)
    row = Settled.objects.filter(sheet=kept, pk=number).first()
    if row is None:
        raise NoSuchMark
    if row.lifted:
        raise MarkClosed
    _lift(actor, kept, row, said(why))


def _findings(kept: KeptSheet) -> tuple[Finding, ...]:
    """The findings of the newest version, gravest first, and what stands in the way of printing it as one more."""
    entry = entry_of(kept.newest, public=False)
    proof = proof_of(kept.newest)
    printing = (_unprinted(proof),) if proof and not proof.form_alone else ()
    found = (*printing, *entry.findings)
    order = list(Severity)
    return tuple(sorted(waived(found, decisions_of(kept)), key=lambda one: order.index(one.severity)))


def _unprinted(proof: Proof) -> Finding:
    return Finding(
        code=proof.code, severity=Severity.ERROR, path=proof.path, expected="", found="", message=proof.message
    )


def _answerable(sheet: Sheet, finding: Finding, standing: list[Settled]) -> Answerable:
    waiver = finding.waiver
    row = next(
        (
            row
            for row in standing
            if waiver
            and row.kind == "waiver"
            and (row.code, row.path, row.why) == (waiver.code, waiver.path, waiver.why)
        ),
        None,
    )
    return Answerable(
        code=finding.code,
        path=finding.path,
        where=place(sheet, finding.path),
        severity=finding.severity.value,
        message=finding.message,
        id=row.pk if row else None,
        by=waiver.who if waiver else "",
        why=waiver.why if waiver else "",
        when=waiver.when if waiver else None,
    )


def _given(sheet: Sheet, row: Settled) -> Given:
    return Given(
        id=row.pk,
        path=row.path,
        where=place(sheet, row.path),
        sign=row.code,
        by=row.person_name,
        why=row.why,
        when=row.time.date(),
    )


def _gradable(sheet: Sheet) -> tuple[Gradable, ...]:
    """The whole, with the grades of the rule in force and its ministry's own; each measure, where the rule has marks."""
    used = rule_of(rule_in_force(sheet).id)
    grades = (*used.grades.marks, *(used.further.marks if used.further else ()))
    whole = Gradable(path="", where=place(sheet, ""), signs=tuple(dict.fromkeys(grades)))
    if used.marks is None:
        return (whole,)
    signs = tuple(used.marks.marks)
    return (whole, *(Gradable(path=path, where=place(sheet, path), signs=signs) for path, _, _ in sheet.measures()))


def _keep(actor: Actor, kept: KeptSheet, kind: str, path: str, code: str, why: str) -> Settled:
    standing = Settled.objects.filter(sheet=kept, kind=kind, path=path, code=code, lifted=False)
    if standing.exists():
        raise MarkClosed
    time = clock.now()
    row = Settled.objects.create(
        sheet=kept, kind=kind, path=path, code=code, person_name=actor.name, why=why, time=time
    )
    told = {"decision": row.pk, "code": code, "at": path, "why": why, "version": kept.newest.number}
    act = "waive" if kind == "waiver" else "override"
    append(act, kept.slug, person=actor.signed, time=time, whose=kept.answerable, details=told)
    return row


def _lift(actor: Actor, kept: KeptSheet, row: Settled, why: str) -> None:
    row.lifted, row.lifted_by = True, actor.name
    row.save(update_fields=["lifted", "lifted_by"])
    told = {"decision": row.pk, "kind": row.kind, "code": row.code, "at": row.path, "why": why}
    append("lift", kept.slug, person=actor.signed, time=clock.now(), whose=kept.answerable, details=told)

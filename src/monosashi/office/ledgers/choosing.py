"""Choosing: what a person says of a sheet beside the books, where matching does not settle it: which project a means is,
which 項・事項 the policy's money comes from, or that none of the candidates fits.

A choice is a mark beside the sheet, with its reason; it changes neither sheet nor books. Another takes its place, and it can
be taken back; both stay on record.
"""

from typing import Final

from django.db import transaction

from monosashi.ledgers.reconciling import POLICY, subject_of
from monosashi.model import Book, LedgerChoice, Noun, ProgrammeMatch, Reconciliation
from monosashi.office.keeping import Actor, clock
from monosashi.office.keeping.actor import person_of
from monosashi.office.keeping.saving import locked
from monosashi.office.ledgers.refusals import NoSuchCandidate, NoSuchChoice
from monosashi.office.review.marked import said, sheet_for
from monosashi.store.log import append
from monosashi.store.models import KeptSheet, ProgrammeChoice, SectionChoice

#: What a choice is about, as a form says it.
PROGRAMME: Final = "programme"
SECTION: Final = "section"


class Standing(Noun):
    """A choice that stands, to be shown and taken back. ``kind``: programme or section; ``about``: as a ``LedgerChoice``."""

    id: int
    kind: str
    about: str
    choice: LedgerChoice


def standing_choices(kept: KeptSheet) -> tuple[Standing, ...]:
    """The choices that stand for a sheet, oldest first."""
    sections = SectionChoice.objects.filter(sheet=kept, undone=None)
    programmes = ProgrammeChoice.objects.filter(sheet=kept, undone=None)
    return (
        *(_standing(SECTION, row, POLICY, tuple(row.codes)) for row in sections),
        *(_standing(PROGRAMME, row, subject_of(row.programme), (row.code,) * bool(row.code)) for row in programmes),
    )


def _standing(kind: str, row: SectionChoice | ProgrammeChoice, about: str, chosen: tuple[str, ...]) -> Standing:
    choice = LedgerChoice(
        about=about, chosen=chosen, who=row.person_name, when=row.time.date().isoformat(), why=row.why
    )
    return Standing(id=row.pk, kind=kind, about=about, choice=choice)


@transaction.atomic
def choose_project(actor: Actor, slug: str, match: ProgrammeMatch, told: Reconciliation, code: str, why: str) -> None:
    """Say which project a means is; ``code`` empty: none of them. ``match`` and ``told``: what the person looked at. Raises
    ``NotInLibrary``, ``MayNot``, ``NoSuchCandidate``, ``EmptyText``."""
    sheet_for(actor, slug, "edit")
    kept, reason = locked(slug), said(why)
    candidate = next((one for one in match.candidates if one.id == code), None)
    if code and candidate is None:
        raise NoSuchCandidate
    subject = subject_of(match.name)
    for row in ProgrammeChoice.objects.filter(sheet=kept, undone=None):
        if subject_of(row.programme) == subject:
            _undo(actor, row)
    row = ProgrammeChoice.objects.create(
        sheet=kept,
        path=match.path,
        number=match.number,
        programme=match.name,
        book=(candidate.book if candidate else Book.REVIEW_SHEETS).value,
        edition=candidate.edition if candidate else told.edition or 0,
        code=code,
        why=reason,
        person=person_of(actor),
        person_name=actor.name,
        time=clock.now(),
    )
    _log(actor, kept, "choose-project", {"choice": row.pk, "at": match.path, "project": code, "why": reason})


@transaction.atomic
def choose_sections(actor: Actor, slug: str, told: Reconciliation, codes: tuple[str, ...], why: str) -> None:
    """Say which 項・事項 the policy's money comes from; none: none of the candidates. Raises as ``choose_project``."""
    sheet_for(actor, slug, "edit")
    kept, reason = locked(slug), said(why)
    known = [one.id for one in told.section if one.id in codes]
    if len(known) != len(set(codes)):
        raise NoSuchCandidate
    for row in SectionChoice.objects.filter(sheet=kept, undone=None):
        _undo(actor, row)
    row = SectionChoice.objects.create(
        sheet=kept, codes=known, why=reason, person=person_of(actor), person_name=actor.name, time=clock.now()
    )
    _log(actor, kept, "choose-section", {"choice": row.pk, "sections": known, "why": reason})


@transaction.atomic
def take_back(actor: Actor, slug: str, kind: str, number: int, why: str) -> None:
    """Take a choice back: what was matched counts again. Raises ``NotInLibrary``, ``MayNot``, ``NoSuchChoice``,
    ``EmptyText``."""
    sheet_for(actor, slug, "edit")
    kept, reason = locked(slug), said(why)
    row = _row(kept, kind, number)
    if row is None:
        raise NoSuchChoice
    _undo(actor, row)
    _log(actor, kept, "take-back-choice", {"choice": row.pk, "kind": kind, "why": reason})


def _row(kept: KeptSheet, kind: str, number: int) -> SectionChoice | ProgrammeChoice | None:
    if kind == SECTION:
        return SectionChoice.objects.filter(sheet=kept, pk=number, undone=None).first()
    return ProgrammeChoice.objects.filter(sheet=kept, pk=number, undone=None).first()


def _undo(actor: Actor, row: SectionChoice | ProgrammeChoice) -> None:
    row.undone, row.undone_by = clock.now(), actor.name
    row.save(update_fields=["undone", "undone_by"])


def _log(actor: Actor, kept: KeptSheet, act: str, told: dict[str, object]) -> None:
    append(act, kept.slug, person=actor.signed, time=clock.now(), whose=kept.answerable, details=told)

"""Accepting: a reading with its corrections becomes the first version of a sheet, or the next one of a sheet there is."""

from django.db import transaction

from monosashi.office.keeping import Actor, Whose, begin, clock, save
from monosashi.office.keeping.identities import carried
from monosashi.office.keeping.reasons import FOR_COMMITMENTS
from monosashi.office.keeping.saving import SheetExists
from monosashi.office.taking_in.candidates import visible_sheet
from monosashi.office.taking_in.correcting import typed
from monosashi.office.taking_in.doors import OPEN, locked_intake, object_of
from monosashi.office.taking_in.opened import OpenedIntake, opened_intake
from monosashi.office.taking_in.proposing import YEARS, Asked, organisations, policies, same_sheet, slug_for
from monosashi.office.taking_in.refusals import NotInThatState, NotSaidWhose, WorkLeft
from monosashi.store.documents import keep_reading
from monosashi.store.log import append
from monosashi.store.models import Intake, KeptReading, KeptSheet
from monosashi.store.versions import opened as opened_version

#: What a new version of a sheet there is may be said to be for.
REASON_CODES = ("accepted", *FOR_COMMITMENTS)
_LONGEST_NUMBER = 40


def accept(actor: Actor, number: int, asked: Asked) -> KeptSheet:
    """Make the sheet. Raises ``NotSaidWhose``, ``WorkLeft``, ``SheetExists``, ``SavedMeanwhile``, ``Locked`` and as
    ``locked_intake``."""
    with transaction.atomic():
        intake = locked_intake(actor, number, "accept", (OPEN,))
        opened = opened_intake(intake)
        _require_told(actor, intake, asked)
        left = len(opened.left(intake.done))
        if left and not asked.rest:
            raise WorkLeft(left)
        source = _source(intake, opened)
        if asked.started_from is None:
            kept = _begun(actor, intake, asked, opened, source)
        else:
            kept = _continued(actor, intake, asked, opened, source)
        intake.state, intake.sheet, intake.reading = "accepted", kept, source
        intake.save(update_fields=["state", "sheet", "reading"])
        _log(actor, intake, kept, left, asked)
        return kept


def _require_told(actor: Actor, intake: Intake, asked: Asked) -> None:
    known = {one.address for one in organisations(actor, intake)}
    nodes = {node.pk for node in policies(intake.ministry, asked.nendo)} if asked.nendo in YEARS else set()
    told = asked.organisation in known and asked.nendo in YEARS and asked.policy in {None, *nodes}
    if not told or not 0 < len(typed(asked.number).strip()) <= _LONGEST_NUMBER or asked.reason_code not in REASON_CODES:
        raise NotSaidWhose


def _source(intake: Intake, opened: OpenedIntake) -> KeptReading:
    """The reading that the version names as its source, its corrections in it."""
    if intake.reading is None or intake.document is None:
        raise NotInThatState(intake.name)
    if not opened.now.corrections:
        return intake.reading
    overlaid = opened.raw.model_copy(update={"corrections": opened.now.corrections})
    return keep_reading(intake.document, overlaid, clock.now())


def _begun(actor: Actor, intake: Intake, asked: Asked, opened: OpenedIntake, source: KeptReading) -> KeptSheet:
    earlier = visible_sheet(actor, intake.ministry, asked.earlier) if asked.earlier else None
    identities = carried(*opened_version(earlier.newest), opened.sheet) if earlier else None
    whose = Whose(
        organisation=asked.organisation,
        nendo=asked.nendo or 0,
        number=asked.number.strip(),
        kind=asked.kind,
        policy=asked.policy,
    )
    return begin(
        actor,
        slug_for(intake, asked),
        whose,
        opened.sheet,
        reason_code="accepted",
        reason=_reason(intake, asked, opened),
        verb="accept",
        identities=identities,
        source=source,
    )


def _continued(actor: Actor, intake: Intake, asked: Asked, opened: OpenedIntake, source: KeptReading) -> KeptSheet:
    there = same_sheet(intake.ministry, asked)
    if there is None:
        raise NotSaidWhose
    if visible_sheet(actor, intake.ministry, there.slug) is None:
        raise SheetExists(slug_for(intake, asked))
    save(
        actor,
        there.slug,
        asked.started_from or 0,
        opened.sheet,
        reason_code=asked.reason_code,
        reason=_reason(intake, asked, opened),
        source=source,
        verb="accept",
    )
    return KeptSheet.objects.select_related("head").get(pk=there.pk)


def _reason(intake: Intake, asked: Asked, opened: OpenedIntake) -> str:
    made = len(opened.corrected)
    said = f"「{intake.name}」から取り込み" + (f"（訂正{made}件）" if made else "")
    own = typed(asked.reason).strip()
    return f"{said}。{own}" if own else f"{said}。"


def _log(actor: Actor, intake: Intake, kept: KeptSheet, left: int, asked: Asked) -> None:
    append(
        "accept",
        object_of(intake),
        person=actor.signed,
        time=clock.now(),
        whose=kept.answerable,
        details={
            "sheet": kept.slug,
            "version": kept.newest.number,
            "left": left,
            "earlier": asked.earlier,
            "document": intake.document_id or "",
        },
    )

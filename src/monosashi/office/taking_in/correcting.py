"""Correcting: a person's better text for a field, laid over what was read, and taken back."""

from collections.abc import Sequence

from django.db import transaction

from monosashi.model import Message, Noun
from monosashi.model.folding import unbroken
from monosashi.office.corrections import correct
from monosashi.office.keeping import Actor, clock, person_of
from monosashi.office.taking_in.doors import OPEN, locked_intake, object_of
from monosashi.office.taking_in.opened import count_left, opened_intake
from monosashi.office.taking_in.refusals import (
    CorrectedMeanwhile,
    CorrectionNotLast,
    NoReasonGiven,
    NoSuchField,
    NothingToCorrect,
    NotPlainText,
)
from monosashi.store.canonical import sha256_of
from monosashi.store.log import append
from monosashi.store.models import Intake, IntakeCorrection

#: Reasons offered for a correction, by code; the text of one is what is kept, and more can be written after it.
REASONS: dict[str, Message] = {
    "misread": Message(ja="読取りの誤り（原本のとおりに直す）", en="misread (as the original says)"),
    "misprint": Message(ja="原本の誤記・誤植", en="a misprint in the original"),
    "wrong-field": Message(ja="別の欄に入っていた", en="it stood in another field"),
    "left-out": Message(ja="読み落とし（原本にある）", en="left out by the reader (the original has it)"),
    "later-known": Message(ja="公表後に分かったこと", en="known since it was published"),
    "other": Message(ja="その他", en="other"),
}
_LONGEST = 100_000


class Wanted(Noun):
    """A correction as a person asks for it. ``seen``: the fingerprint of the text that stood there on the person's page.
    ``reason``: a code of ``REASONS``; ``why``: words of the person's own. ``item``: the item it settles, if one;
    ``append``: the text goes below what stands there; ``instead_of``: a stale correction that this one replaces."""

    at: str
    text: str
    seen: str = ""
    reason: str = ""
    why: str = ""
    item: str = ""
    append: bool = False
    instead_of: int | None = None


def fingerprint(text: str) -> str:
    """What a page remembers of a text, to tell whether it is still the same."""
    return sha256_of(text)[:16]


def typed(text: str) -> str:
    """A text as a person typed it into a form, its line ends as a sheet's. Raises ``NotPlainText``."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    if len(plain) > _LONGEST or not all(c in "\n\t\u3000" or c.isprintable() for c in plain):
        raise NotPlainText
    return plain


def lay_over(actor: Actor, number: int, wanted: Wanted) -> Intake:
    """Correct a field. Raises ``NoReasonGiven``, ``NoSuchField``, ``NotPlainText``, ``CorrectedMeanwhile``,
    ``NothingToCorrect`` and as ``locked_intake``."""
    with transaction.atomic():
        intake = locked_intake(actor, number, "accept", (OPEN,))
        if wanted.instead_of is not None:
            _undo(actor, intake, wanted.instead_of)
        opened = opened_intake(intake)
        why = _why(wanted)
        stands = opened.texts.get(wanted.at)
        if stands is None:
            raise NoSuchField
        if wanted.seen and wanted.seen != fingerprint(stands):
            raise CorrectedMeanwhile(unbroken(stands))
        now = _now(stands, wanted)
        if now == stands:
            raise NothingToCorrect
        correct(opened.now, wanted.at, now, who=actor.name, when=clock.now(), why=why)
        made = IntakeCorrection.objects.create(
            intake=intake,
            at=wanted.at,
            was=stands,
            now=now,
            why=why,
            person=person_of(actor),
            person_name=actor.name,
            time=clock.now(),
        )
        if wanted.item and wanted.item in {one.key for one in opened.items}:
            intake.done = sorted({*intake.done, wanted.item})
        _tell(actor, intake, "correct", made)
        return intake


def take_back(actor: Actor, number: int, correction: int) -> Intake:
    """Undo a correction, which stays in the history. Raises ``CorrectionNotLast`` and as ``locked_intake``."""
    with transaction.atomic():
        intake = locked_intake(actor, number, "accept", (OPEN,))
        _undo(actor, intake, correction)
        return intake


def _undo(actor: Actor, intake: Intake, correction: int) -> None:
    one = next((row for row in intake.corrections.filter(undone=None) if row.pk == correction), None)
    if one is None or one.pk not in can_take_back(history(intake)):
        raise CorrectionNotLast
    one.undone, one.undone_by = clock.now(), actor.name
    one.save(update_fields=["undone", "undone_by"])
    _tell(actor, intake, "undo-correction", one)


def _why(wanted: Wanted) -> str:
    """The reason in words: that of the code, then the person's own."""
    own = typed(wanted.why).strip()
    offered = REASONS[wanted.reason].ja if wanted.reason in REASONS else ""
    if not offered or (wanted.reason == "other" and not own):
        raise NoReasonGiven
    if wanted.reason == "other":
        return own
    return f"{offered}：{own}" if own else offered


def _now(stands: str, wanted: Wanted) -> str:
    text = typed(wanted.text)
    return f"{stands}\n{text}" if wanted.append and stands.strip() else text


def _tell(actor: Actor, intake: Intake, act: str, one: IntakeCorrection) -> None:
    intake.left = count_left(intake)
    intake.save(update_fields=["done", "left"])
    append(
        act,
        object_of(intake),
        person=actor.signed,
        time=clock.now(),
        whose=intake.bureau or intake.ministry,
        details={"at": one.at, "was": one.was, "now": one.now, "why": one.why, "correction": one.pk},
    )


def history(intake: Intake) -> tuple[IntakeCorrection, ...]:
    """Every correction that was made, the newest first, those taken back among them."""
    return tuple(intake.corrections.order_by("-id"))


def can_take_back(rows: Sequence[IntakeCorrection]) -> frozenset[int]:
    """Which corrections stand and have none laid over them."""
    standing = [row for row in rows if row.undone is None]
    covered = {
        one.pk
        for one in standing
        for later in standing
        if later.pk > one.pk and (later.at, later.was) == (one.at, one.now)
    }
    return frozenset(row.pk for row in standing) - covered

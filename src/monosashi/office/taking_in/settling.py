"""Settling: an item confirmed or taken up again; an intake set aside, taken back, or read once more."""

from collections.abc import Sequence

from django.db import transaction

from monosashi.office.keeping import Actor, clock
from monosashi.office.taking_in.doors import AT_REST, OPEN, locked_intake, object_of
from monosashi.office.taking_in.opened import count_left, opened_intake
from monosashi.office.taking_in.reading_on import form_of_id
from monosashi.office.taking_in.refusals import NotInThatState
from monosashi.store.log import append
from monosashi.store.models import Intake


def confirm(actor: Actor, number: int, keys: Sequence[str], *, confirmed: bool = True) -> Intake:
    """Mark items of work as done, or as to be done again; keys of items there are no longer count for nothing. Raises as
    ``locked_intake``."""
    with transaction.atomic():
        intake = locked_intake(actor, number, "accept", (OPEN,))
        known = {one.key for one in opened_intake(intake).items}
        asked, before = known & set(keys), set(intake.done)
        after = before | asked if confirmed else before - asked
        if after == before:
            return intake
        intake.done = sorted(after)
        intake.left = count_left(intake)
        intake.save(update_fields=["done", "left"])
        _log(actor, intake, "confirm-items" if confirmed else "reopen-items", {"items": sorted(asked)})
        return intake


def set_aside(actor: Actor, number: int) -> Intake:
    """Put an intake out of the way; nothing of it is lost. Raises as ``locked_intake``."""
    with transaction.atomic():
        intake = locked_intake(actor, number, "take_in", AT_REST)
        intake.state = "set_aside"
        intake.save(update_fields=["state"])
        _log(actor, intake, "set-aside", {})
        return intake


def take_up(actor: Actor, number: int) -> Intake:
    """Take an intake back that was set aside, as far as it was. Raises as ``locked_intake``."""
    with transaction.atomic():
        intake = locked_intake(actor, number, "take_in", ("set_aside",))
        intake.state = _before(intake)
        intake.save(update_fields=["state"])
        _log(actor, intake, "take-back", {})
        return intake


def read_again(actor: Actor, number: int, form: str | None = None) -> Intake:
    """Have an intake read (again) when the next document is read. ``form``: the id of the form to read it by, empty: the
    reader finds out, None: as before. The corrections stay. Raises ``NotInThatState``."""
    with transaction.atomic():
        intake = locked_intake(actor, number, "take_in", AT_REST)
        if intake.document_id is None:
            raise NotInThatState(intake.name)
        if form is not None:
            intake.form = form if form_of_id(form) else ""
        intake.state, intake.error, intake.tries, intake.claimed = "waiting", None, 0, None
        intake.save(update_fields=["form", "state", "error", "tries", "claimed"])
        _log(actor, intake, "read-again", {"form": intake.form})
        return intake


def _before(intake: Intake) -> str:
    if intake.reading_id:
        return OPEN
    return "failed" if intake.error else "waiting"


def _log(actor: Actor, intake: Intake, act: str, details: dict[str, object]) -> None:
    append(
        act,
        object_of(intake),
        person=actor.signed,
        time=clock.now(),
        whose=intake.bureau or intake.ministry,
        details=details,
    )

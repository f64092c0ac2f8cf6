"""Standing: where an intake is on its way, whatever its state."""

import datetime as dt
from importlib.metadata import version as version_of

from monosashi.forms import forms
from monosashi.model import Coverage, Message, Noun
from monosashi.office.keeping import Actor, may
from monosashi.office.taking_in.doors import AT_REST, OPEN, intake_of, thing_of_intake
from monosashi.office.taking_in.opened import opened_intake
from monosashi.office.taking_in.uploading import error_of


class Standing(Noun):
    """``read``: there is a reading to work on. ``kept``: the original is here. ``form``: the name of the form it was read
    by, None: none on file. ``chosen``: the id of the form a person chose. ``newer``: the program has become newer since it read it."""

    number: int
    name: str
    ordinal: int
    state: str
    error: Message | None
    read: bool
    kept: bool
    may_work: bool
    may_take_in: bool
    whose: str
    person: str
    started: dt.datetime
    slug: str
    form: Message | None
    forms: tuple[tuple[str, Message], ...]
    chosen: str
    reader: str
    newer: bool
    coverage: Coverage

    @property
    def at_rest(self) -> bool:
        """Whether it can be set aside, or read again."""
        return self.state in AT_REST and self.may_take_in


def standing_of(actor: Actor, number: int) -> Standing:
    """Where an intake stands. Raises ``NoSuchIntake``, ``MayNot`` and ``SignInFirst``."""
    intake = intake_of(actor, number)
    thing = thing_of_intake(intake)
    reads = intake.reading is not None and intake.state not in ("waiting", "reading")
    raw = opened_intake(intake).raw if reads else None
    named = {one.id: one.name for one in forms()}
    return Standing(
        number=intake.pk,
        name=intake.name,
        ordinal=intake.ordinal,
        state=intake.state,
        error=error_of(intake),
        read=reads,
        kept=intake.document_id is not None,
        may_work=may(actor, "accept", thing) and intake.state == OPEN,
        may_take_in=may(actor, "take_in", thing),
        whose=(intake.bureau or intake.ministry).name,
        person=intake.person.name,
        started=intake.started,
        slug=intake.sheet.slug if intake.sheet else "",
        form=named.get(raw.sheet.form) if raw else None,
        forms=tuple(named.items()),
        chosen=intake.form,
        reader=intake.reading.reader if intake.reading else "",
        newer=intake.reading is not None and intake.reading.reader != version_of("monosashi"),
        coverage=raw.coverage if raw else Coverage(),
    )

"""The desk: an intake as a person works on it: the page of the original, the item or field that is looked at, the list of
what is to be done, and what was corrected."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from monosashi.office.keeping import Actor, may
from monosashi.office.page_pictures import NoSuchPage, PaperPage, leftover_pages
from monosashi.office.pages import Language
from monosashi.office.taking_in.correcting import can_take_back, fingerprint, history
from monosashi.office.taking_in.doors import OPEN, intake_of, thing_of_intake
from monosashi.office.taking_in.fields import Field, FieldPart, field_at, field_parts
from monosashi.office.taking_in.items import ItemKind, WorkItem
from monosashi.office.taking_in.opened import OpenedIntake, opened_intake
from monosashi.office.taking_in.paper import intake_paper
from monosashi.publishing.html import Words, where, words
from monosashi.store.models import Intake, IntakeCorrection


@dataclass(frozen=True, slots=True)
class ShownItem:
    """An item in the reader's language. ``at``: the field to write in, ``about``: the path it is about. ``done``: confirmed by a person, or answered by a correction (``settled``)."""

    key: str
    kind: str
    name: str
    text: str
    reasons: tuple[str, ...]
    at: str
    about: str
    place: str
    done: bool
    settled: bool
    was: str
    now: str


@dataclass(frozen=True, slots=True)
class MadeCorrection:
    """A correction in the history: ``applied``: it stands on the sheet; ``undoable``: it can be taken back now."""

    number: int
    at: str
    name: str
    was: str
    now: str
    why: str
    who: str
    time: dt.datetime
    applied: bool
    undoable: bool
    undone: dt.datetime | None
    undone_by: str


@dataclass(frozen=True, slots=True)
class Tally:
    """How many items of a kind there are, and how many are left."""

    kind: str
    left: int
    all: int


@dataclass(frozen=True)
class Desk:
    """What the page of an intake shows."""

    intake: Intake
    may_work: bool
    items: tuple[ShownItem, ...]
    current: ShownItem | None
    field: Field | None
    seen: str
    paper: PaperPage | None
    choices: tuple[FieldPart, ...]
    corrections: tuple[MadeCorrection, ...]
    stale: int | None

    @property
    def left(self) -> int:
        """How many items are left."""
        return sum(not one.done for one in self.items)

    @property
    def tallies(self) -> tuple[Tally, ...]:
        """How many of each kind, in the order of the list."""
        return tuple(
            Tally(kind.value, sum(not one.done for one in some), len(some))
            for kind in ItemKind
            if (some := [one for one in self.items if one.kind == kind])
        )

    @property
    def before(self) -> ShownItem | None:
        """The item before the one looked at."""
        n = self._place
        return self.items[n - 1] if n else None

    @property
    def after(self) -> ShownItem | None:
        """The item after it; the first, where none is looked at."""
        n = self._place
        following = 0 if n is None else n + 1
        return self.items[following] if following < len(self.items) else None

    @property
    def next_left(self) -> ShownItem | None:
        """The next item that is not done, from here on and then from the top."""
        n = -1 if self._place is None else self._place
        rest = [*self.items[n + 1 :], *self.items[: n + 1]]
        return next((one for one in rest if not one.done and one is not self.current), None)

    @property
    def _place(self) -> int | None:
        return self.items.index(self.current) if self.current in self.items else None


@dataclass(frozen=True, slots=True)
class Looked:
    """What a person looks at: an item by its key, or a field by its path; ``page`` of the original, if not where it is."""

    item: str = ""
    at: str = ""
    page: int | None = None


def desk(actor: Actor, number: int, language: Language, looked: Looked) -> Desk:
    """The desk of an intake that has been read. Raises ``NoSuchIntake``, ``NotInThatState``, ``MayNot``."""
    intake = intake_of(actor, number)
    opened, spoken = opened_intake(intake), words(language)
    items = tuple(_shown(opened, one, intake.done, spoken) for one in opened.items)
    chosen = next((one for one in items if one.key == looked.item), None)
    if chosen is None and not looked.at:
        chosen = next((one for one in items if not one.done), items[0] if items else None)
    at = chosen.at if chosen else looked.at
    rows = history(intake)
    field = field_at(opened, at, language)
    working = may(actor, "accept", thing_of_intake(intake)) and intake.state == OPEN
    return Desk(
        intake=intake,
        may_work=working,
        items=items,
        current=chosen,
        field=field,
        seen=fingerprint(field.text) if field else "",
        paper=_paper(intake, opened, language, chosen, at or (chosen.about if chosen else ""), looked.page),
        choices=field_parts(opened, language) if chosen and chosen.kind == ItemKind.LEFTOVER and working else (),
        corrections=_made(opened, rows, spoken),
        stale=_stale_row(chosen, rows),
    )


def all_fields(actor: Actor, number: int, language: Language, searched: str) -> tuple[FieldPart, ...]:
    """Every field of an intake whose name or text holds the words. Raises as ``desk``."""
    return field_parts(opened_intake(intake_of(actor, number)), language, searched)


def _shown(opened: OpenedIntake, one: WorkItem, done: Sequence[str], spoken: Words) -> ShownItem:
    path = one.path.partition("#")[0]
    name = one.label or (where(opened.sheet, path, spoken) if path else "")
    return ShownItem(
        key=one.key,
        kind=one.kind.value,
        name=name,
        text=one.text,
        reasons=tuple(dict.fromkeys(spoken.of(why) for why in one.reasons)),
        at=one.field,
        about=path,
        place=str(one.place) if one.place else "",
        done=one.settled or one.key in done,
        settled=one.settled,
        was=one.was,
        now=one.now,
    )


def _paper(
    intake: Intake, opened: OpenedIntake, language: Language, chosen: ShownItem | None, at: str, page: int | None
) -> PaperPage | None:
    """The page asked for, else the one where the item stands."""
    where_left: dict[str, int | None] = {}
    if chosen and chosen.kind == ItemKind.LEFTOVER:
        where_left = {str(cell.place): number for cell, number in leftover_pages(opened.now)}
    standing = where_left.get(chosen.place) if chosen else None
    try:
        return intake_paper(intake, opened, language, page or standing, at)
    except NoSuchPage:
        return None


def _made(opened: OpenedIntake, rows: Sequence[IntakeCorrection], spoken: Words) -> tuple[MadeCorrection, ...]:
    undoable = can_take_back(rows)
    return tuple(
        MadeCorrection(
            number=row.pk,
            at=row.at if row.at in opened.texts else "",
            name=where(opened.sheet, row.at, spoken),
            was=row.was,
            now=row.now,
            why=row.why,
            who=row.person_name,
            time=row.time,
            applied=row.undone is None and opened.texts.get(row.at) == row.now,
            undoable=row.pk in undoable,
            undone=row.undone,
            undone_by=row.undone_by,
        )
        for row in rows
    )


def _stale_row(chosen: ShownItem | None, rows: Sequence[IntakeCorrection]) -> int | None:
    """The correction that a stale item is about."""
    if chosen is None or chosen.kind != ItemKind.STALE:
        return None
    same = (row for row in rows if row.undone is None and (row.was, row.now) == (chosen.was, chosen.now))
    return next((row.pk for row in same if not chosen.at or row.at == chosen.at), None)

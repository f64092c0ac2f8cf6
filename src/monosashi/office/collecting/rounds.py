"""Rounds opened, changed, closed and opened again by the evaluation office."""

import datetime as dt
from collections.abc import Mapping, Sequence

from django.db import transaction
from pydantic import Field

from monosashi.model import Message, Nendo, Noun
from monosashi.model.path import resolve
from monosashi.office.collecting.measures import expects, reported
from monosashi.office.collecting.opened import sheet_now
from monosashi.office.collecting.refusals import BadRound
from monosashi.office.collecting.seeing import round_to
from monosashi.office.collecting.whom import kept_sheets, organisations_to_ask
from monosashi.office.keeping import Actor, clock, require_role
from monosashi.store.log import append
from monosashi.store.models import Ask, KeptSheet, Organisation, OrganisationKind, Round

_LONGEST_NAME = 200
_LONGEST_NOTE = 4000


class Candidate(Noun):
    """A measure that could be asked for. ``due``: the sheet expects that year's value and does not have it yet."""

    identity: str
    number: str
    name: str
    due: bool


class CandidateSheet(Noun):
    """A sheet with its measures that could be asked for, and who would be asked."""

    slug: str
    identifier: str
    name: str
    whose: str
    whose_name: str
    measures: tuple[Candidate, ...]


class RoundOrder(Noun):
    """A round to be opened. ``measures``: pairs of sheet and lasting id. ``addressed``: for sheets that are not to go to
    their own division or bureau, the address of whom to ask."""

    name: str
    nendo: int
    deadline: dt.date
    note: str = ""
    measures: tuple[tuple[str, str], ...]
    addressed: Mapping[str, str] = Field(default_factory=dict)


def candidates(actor: Actor, nendo: int) -> tuple[CandidateSheet, ...]:
    """The measures of the ministry that have a place for that year, by sheet; a measure that stands on sheets of several
    years on the newest alone. Raises ``SignInFirst``, ``MayNot``."""
    require_role(actor, "collect")
    newest: dict[str, str] = {}
    sheets = list(kept_sheets(actor))
    for kept in sheets:
        for identity in sheet_now(kept).paths:
            newest[identity] = kept.slug
    found = (_candidate_sheet(kept, nendo, newest) for kept in sheets)
    return tuple(sheet for sheet in found if sheet.measures)


def _candidate_sheet(kept: KeptSheet, nendo: int, newest: Mapping[str, str]) -> CandidateSheet:
    now = sheet_now(kept)
    measures = []
    for identity, path in now.paths.items():
        measure = resolve(now.sheet, path)
        if newest[identity] == kept.slug and expects(measure, nendo):
            number = resolve(now.sheet, path.rpartition("/measures/")[0]).number.text.strip()
            measures.append(
                Candidate(identity=identity, number=number, name=measure.name.name, due=not reported(measure, nendo))
            )
    whose = kept.division or kept.bureau
    return CandidateSheet(
        slug=kept.slug,
        identifier=now.identifier,
        name=now.name,
        whose=whose.address if whose else "",
        whose_name=whose.name if whose else "",
        measures=tuple(measures),
    )


@transaction.atomic
def open_round(actor: Actor, order: RoundOrder) -> int:
    """Open a round: its lines are asked from now on. Gives its number. Raises ``BadRound``, ``MayNot``."""
    offered = {one.slug: one for one in candidates(actor, order.nendo)}
    _check_words(order.name, order.note)
    chosen = list(dict.fromkeys(order.measures))
    known = {(slug, measure.identity) for slug, one in offered.items() for measure in one.measures}
    if not chosen or not set(chosen) <= known:
        raise BadRound(
            Message(
                ja="尋ねる指標が選ばれていないか、その年度の欄がない指標が選ばれています。",
                en="No measure is chosen, or one without a place for that year.",
            )
        )
    ministry = Organisation.objects.get(address=actor.ministry)
    found = Round.objects.create(
        ministry=ministry,
        name=order.name.strip(),
        nendo=order.nendo,
        deadline=order.deadline,
        note=order.note.strip(),
        opened=clock.now(),
    )
    sheets = {kept.slug: kept for kept in kept_sheets(actor)}
    for slug, identity in chosen:
        kept = sheets[slug]
        candidate = next(one for one in offered[slug].measures if one.identity == identity)
        bureau, division = _addressee(actor, order.addressed.get(slug) or offered[slug].whose)
        Ask.objects.create(
            round=found,
            sheet=kept,
            identity=identity,
            ministry=ministry,
            bureau=bureau,
            division=division,
            number=candidate.number,
            name=candidate.name,
        )
    details = {
        "name": found.name,
        "nendo": found.nendo,
        "deadline": found.deadline,
        "asks": [{"sheet": slug, "identity": identity} for slug, identity in chosen],
    }
    append("open_round", object_of(found), person=actor.signed, time=clock.now(), whose=ministry, details=details)
    return found.pk


def object_of(found: Round) -> str:
    """How the log names a round."""
    return f"round/{found.pk}"


def _check_words(name: str, note: str) -> None:
    if not name.strip() or len(name.strip()) > _LONGEST_NAME or len(note) > _LONGEST_NOTE or "\x00" in name + note:
        raise BadRound(
            Message(
                ja=f"名前は1文字から{_LONGEST_NAME}文字まで、連絡は{_LONGEST_NOTE:,}文字までで書いてください。",
                en=f"Give a name of 1 to {_LONGEST_NAME} characters, and a note of up to {_LONGEST_NOTE:,}.",
            )
        )


def _addressee(actor: Actor, address: str) -> tuple[Organisation, Organisation | None]:
    """The bureau and the division that an address means. Raises ``BadRound`` for none of the ministry's."""
    if address not in dict(organisations_to_ask(actor)):
        raise BadRound(
            Message(
                ja="担当の局や課が決まっていない表があります。尋ねる先を選んでください。",
                en="A sheet belongs to no bureau. Choose whom to ask.",
            )
        )
    found = Organisation.objects.get(address=address)
    bureau = found.above(OrganisationKind.BUREAU)
    if bureau is None:
        raise BadRound(Message(ja="尋ねる先が局でも課でもありません。", en="It is neither a bureau nor a division."))
    return bureau, found.above(OrganisationKind.DIVISION)


class RoundChange(Noun):
    """What of a round may be changed while it runs."""

    name: str
    deadline: dt.date
    note: str = ""


@transaction.atomic
def change_round(actor: Actor, round_id: int, change: RoundChange) -> None:
    """Another name, deadline or note. Raises as ``round_to``, and ``BadRound``."""
    found = round_to(actor, "collect", round_id)
    _check_words(change.name, change.note)
    now = {"name": change.name.strip(), "deadline": change.deadline, "note": change.note.strip()}
    changed = {
        part: {"was": was, "now": value} for part, value in now.items() if (was := getattr(found, part)) != value
    }
    if not changed:
        return
    Round.objects.filter(pk=found.pk).update(**now)
    append(
        "change_round", object_of(found), person=actor.signed, time=clock.now(), whose=found.ministry, details=changed
    )


@transaction.atomic
def set_open(actor: Actor, round_id: int, *, is_open: bool) -> None:
    """Close a round, so that it takes no more answers, or open it again. Raises as ``round_to``."""
    found = round_to(actor, "collect", round_id)
    state = "open" if is_open else "closed"
    if found.state == state:
        return
    Round.objects.filter(pk=found.pk).update(state=state)
    act = "reopen_round" if is_open else "close_round"
    append(act, object_of(found), person=actor.signed, time=clock.now(), whose=found.ministry)


@transaction.atomic
def readdress(actor: Actor, round_id: int, asks: Sequence[int], address: str) -> int:
    """Ask another bureau or division. Gives how many lines changed. Raises as ``round_to``, and ``BadRound``."""
    found = round_to(actor, "collect", round_id)
    bureau, division = _addressee(actor, address)
    rows = list(Ask.objects.select_for_update(of=("self",)).filter(round=found, pk__in=asks).order_by("pk"))
    moved = [row for row in rows if (row.bureau_id, row.division_id) != (bureau.pk, division.pk if division else None)]
    Ask.objects.filter(pk__in=[row.pk for row in moved]).update(bureau=bureau, division=division)
    if moved:
        append(
            "readdress",
            object_of(found),
            person=actor.signed,
            time=clock.now(),
            whose=found.ministry,
            details={"to": address, "asks": [row.pk for row in moved]},
        )
    return len(moved)


def plausible_year(today: dt.date) -> int:
    """The year a round is opened for as a rule: the fiscal year that ended last."""
    return Nendo(year=today.year - (2 if today.month < 4 else 1)).year

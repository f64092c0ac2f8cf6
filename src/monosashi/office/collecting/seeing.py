"""What of rounds an actor may see: the rounds, and their lines with everything a page, a workbook or a program shows."""

import datetime as dt
from collections.abc import Iterable, Sequence

from django.utils import timezone

from monosashi.model import AskedMeasure, Nendo, Noun, Reply, State
from monosashi.model.asked import STATE_CHOICES
from monosashi.office.collecting.doubts import Doubt, doubts_of
from monosashi.office.collecting.measures import asked_measure, printed_of
from monosashi.office.collecting.opened import SheetNow, sheet_now
from monosashi.office.collecting.refusals import NoSuchRound
from monosashi.office.keeping import Actor, clock, may, require_role, within
from monosashi.office.keeping.who_may import MayNot, Thing
from monosashi.store.models import Answer, Ask, Round

#: In which order states are listed, and by which a line is chosen.
ASK_STATES = ("asked", "returned", "answered", "approved")
#: The organisations of an ask and of its sheet, for ``may`` and for names.
WITH = ("ministry", "bureau", "division", "round")


class RoundLine(Noun):
    """A round in the list, with counts of the lines that the asker sees. ``days``: to the deadline, negative after it."""

    id: int
    name: str
    ministry: str
    nendo: int
    deadline: dt.date
    note: str
    open: bool
    opened: dt.datetime
    days: int
    counts: dict[str, int]
    total: int
    collects: bool

    @property
    def year(self) -> str:
        """The year asked for, as it is printed."""
        return str(Nendo(year=self.nendo))

    @property
    def late(self) -> bool:
        """Whether the deadline is past while the round is open."""
        return self.open and self.days < 0

    @property
    def missing(self) -> int:
        """How many lines are without an answer that stands."""
        return self.counts["asked"] + self.counts["returned"]


class AnswerGiven(Noun):
    """An answer as it was given, by whom, when and how."""

    reply: Reply
    person: str
    time: dt.datetime
    by_workbook: bool
    late: bool

    @property
    def state(self) -> str:
        """The word of its state."""
        return STATE_CHOICES[self.reply.state] if self.reply.state else ""


class AskLine(Noun):
    """A line of a round. ``asked.name`` is that of the sheet as it stands; where the measure is ``gone`` from it, that of
    the day it was asked. ``printed``: what the sheet will say by the answer."""

    id: int
    slug: str
    sheet: str
    policy: str
    bureau: str
    bureau_name: str
    division: str
    division_name: str
    state: str
    closed: bool
    gone: bool
    asked: AskedMeasure
    answer: AnswerGiven | None = None
    doubts: tuple[Doubt, ...] = ()
    printed: str = ""
    written: int | None = None
    answerable: bool

    @property
    def settled(self) -> bool:
        """Whether its doubts are answered by a note."""
        return not self.doubts or bool(self.asked.reply.note)


class Filter(Noun):
    """Which lines: by sheet, bureau, division, state (also *late*, *doubtful*, *open*, *closed*), words."""

    sheet: str = ""
    bureau: str = ""
    division: str = ""
    state: str = ""
    words: str = ""


def thing_of_ask(ask: Ask) -> Thing:
    """A line as a thing: it belongs to whom it is addressed to."""
    return Thing(
        ministry=ask.ministry.address,
        bureau=ask.bureau.address,
        division=ask.division.address if ask.division else "",
    )


def round_seen(actor: Actor, round_id: int) -> Round:
    """The round, if the actor may see it or a line of it. Raises ``NoSuchRound``, ``SignInFirst``, ``MayNot``."""
    require_role(actor, "see_round")
    found = Round.objects.select_related("ministry").filter(pk=round_id).first()
    if found is None:
        raise NoSuchRound
    whole = may(actor, "see_round", Thing(ministry=found.ministry.address))
    if not whole and not Ask.objects.filter(within(actor, "see_round"), round=found).exists():
        raise NoSuchRound
    return found


def round_to(actor: Actor, verb: str, round_id: int) -> Round:
    """The round, to do something to the whole of it. Raises as ``round_seen``, and ``MayNot``."""
    found = round_seen(actor, round_id)
    if not may(actor, verb, Thing(ministry=found.ministry.address)):
        raise MayNot(verb)
    return found


def rounds_for(actor: Actor) -> tuple[RoundLine, ...]:
    """Every round that the actor sees anything of, the newest first. Raises ``SignInFirst``, ``MayNot``."""
    require_role(actor, "see_round")
    asks = Ask.objects.filter(within(actor, "see_round"))
    whole = Round.objects.filter(within(actor, "see_round")) if _sees_whole(actor) else Round.objects.none()
    ids = {*asks.values_list("round_id", flat=True), *whole.values_list("pk", flat=True)}
    rounds = Round.objects.select_related("ministry").filter(pk__in=ids)
    states: dict[int, list[str]] = {}
    for round_id, state in asks.values_list("round_id", "state"):
        states.setdefault(round_id, []).append(state)
    return tuple(_line_of(actor, one, states.get(one.pk, [])) for one in rounds)


def round_line(actor: Actor, round_id: int) -> RoundLine:
    """One round as the actor sees it. Raises as ``round_seen``."""
    found = round_seen(actor, round_id)
    asks = Ask.objects.filter(within(actor, "see_round"), round=found)
    return _line_of(actor, found, list(asks.values_list("state", flat=True)))


def _sees_whole(actor: Actor) -> bool:
    """Whether the actor sees rounds of a ministry (or all), and not only lines of a bureau."""
    return may(actor, "see_round", Thing(ministry=actor.ministry))


def _line_of(actor: Actor, found: Round, states: Sequence[str]) -> RoundLine:
    return RoundLine(
        id=found.pk,
        name=found.name,
        ministry=found.ministry.name,
        nendo=found.nendo,
        deadline=found.deadline,
        note=found.note,
        open=found.state == "open",
        opened=found.opened,
        days=(found.deadline - timezone.localdate(clock.now())).days,
        counts={state: sum(one == state for one in states) for state in ASK_STATES},
        total=len(states),
        collects=may(actor, "collect", Thing(ministry=found.ministry.address)),
    )


def asks_for(actor: Actor, round_id: int, wanted: Filter | None = None) -> tuple[AskLine, ...]:
    """The lines of a round that the actor sees, as the sheets print them: by sheet, in its order. Raises as
    ``round_seen``."""
    found = round_seen(actor, round_id)
    asks = list(
        Ask.objects.filter(within(actor, "see_round"), round=found)
        .select_related(*WITH, "sheet", "sheet__head", "written")
        .defer("sheet__head__content", "written__content")
    )
    lines = lines_of(actor, found, asks)
    return chosen_of(lines, wanted or Filter())


def chosen_of(lines: Iterable[AskLine], wanted: Filter) -> tuple[AskLine, ...]:
    """Those of lines that a filter asks for."""
    return tuple(line for line in lines if _is_wanted(line, wanted))


def lines_of(actor: Actor, found: Round, asks: Iterable[Ask]) -> tuple[AskLine, ...]:
    """Lines with their newest answers, in order."""
    listed = list(asks)
    newest: dict[int, Answer] = {}
    for given in Answer.objects.filter(ask__in=[ask.pk for ask in listed]):
        newest[given.ask_id] = given
    opened = {ask.sheet_id: sheet_now(ask.sheet) for ask in listed}
    made = [
        (_order(ask, opened[ask.sheet_id]), _line(actor, found, ask, opened[ask.sheet_id], newest.get(ask.pk)))
        for ask in listed
    ]
    return tuple(line for _, line in sorted(made, key=lambda one: one[0]))


def _order(ask: Ask, now: SheetNow) -> tuple[str, str, int, int]:
    order = list(now.paths)
    at = order.index(ask.identity) if ask.identity in now.paths else len(order)
    return ask.sheet.number.zfill(6), ask.sheet.slug, at, ask.pk


def _line(actor: Actor, found: Round, ask: Ask, now: SheetNow, newest: Answer | None) -> AskLine:
    path = now.paths.get(ask.identity)
    reply = reply_of(newest) if newest else Reply()
    asked = (
        asked_measure(ask.pk, now.sheet, path, found.nendo, reply, ask.remark)
        if path
        else AskedMeasure(ask=ask.pk, number=ask.number, name=ask.name, remark=ask.remark, reply=reply)
    )
    return AskLine(
        id=ask.pk,
        slug=ask.sheet.slug,
        sheet=now.identifier,
        policy=now.name,
        bureau=ask.bureau.address,
        bureau_name=ask.bureau.name,
        division=ask.division.address if ask.division else "",
        division_name=ask.division.name if ask.division else "",
        state=ask.state,
        closed=ask.closed,
        gone=path is None,
        asked=asked,
        answer=given_of(newest, found) if newest else None,
        doubts=doubts_of(asked, reply, found.nendo),
        printed=printed_of(asked, reply, found.nendo),
        written=ask.written.number if ask.written else None,
        answerable=found.state == "open" and not ask.closed and may(actor, "answer", thing_of_ask(ask)),
    )


def reply_of(given: Answer) -> Reply:
    """An answer as the reply it was."""
    return Reply(state=State(given.status), text=given.text, year=given.year, note=given.note, evidence=given.evidence)


def given_of(given: Answer, found: Round) -> AnswerGiven:
    """An answer with who gave it; late where the day was past the deadline."""
    return AnswerGiven(
        reply=reply_of(given),
        person=given.person_name,
        time=given.time,
        by_workbook=given.by_workbook,
        late=timezone.localdate(given.time) > found.deadline,
    )


def history_of(actor: Actor, round_id: int, ask_id: int) -> tuple[AskLine, tuple[AnswerGiven, ...]]:
    """One line with every answer ever given to it, the newest first. Raises as ``round_seen``, and ``NoSuchRound``."""
    found = round_seen(actor, round_id)
    lines = [line for line in asks_for(actor, round_id) if line.id == ask_id]
    if not lines:
        raise NoSuchRound
    given = Answer.objects.filter(ask_id=ask_id).order_by("-time", "-id")
    return lines[0], tuple(given_of(one, found) for one in given)


def _is_wanted(line: AskLine, wanted: Filter) -> bool:
    if wanted.sheet and line.slug != wanted.sheet:
        return False
    if wanted.bureau and line.bureau != wanted.bureau:
        return False
    if wanted.division and line.division != wanted.division:
        return False
    text = f"{line.sheet} {line.policy} {line.asked.number} {line.asked.name} {line.bureau_name} {line.division_name}"
    if not all(word.casefold() in text.casefold() for word in wanted.words.split()):
        return False
    special = {
        "": True,
        "missing": line.state in ("asked", "returned"),
        "late": bool(line.answer and line.answer.late),
        "doubtful": bool(line.doubts),
        "open": not line.closed,
        "closed": line.closed,
        "gone": line.gone,
    }
    return special.get(wanted.state, line.state == wanted.state)


def sheets_of(lines: Iterable[AskLine]) -> tuple[tuple[str, str], ...]:
    """The sheets that stand in lines: slug and name, each once."""
    return tuple({line.slug: f"{line.sheet}　{line.policy}" for line in lines}.items())

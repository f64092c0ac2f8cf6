"""Events of one register: those that count, in the numbers that are wanted, and the rows that must not count.

Of each year's events the first is on 1 April and the last on 31 March, where there are two; the last one lasts into the
next year. At least three rows in ten are made not to count: entered by a second division, or by three that held it
together, cancelled and held later, a draft, of another policy, of a form that the rule leaves out, on 31 March before the
first year, on 1 April after the last.
"""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace

from monosashi.model import RecordState
from monosashi.registers.invented.chance import Chance
from monosashi.registers.invented.names import names, respelled
from monosashi.registers.invented.rows import Row, days_of

Values = dict[str, str]


@dataclass(frozen=True)
class Kind:
    """How a register's rows are made. ``describe``: the values of the n-th event; ``filtered``: those values changed so
    that the rule leaves it out; ``last_day``: the field of its last day; ``joint``: whether entries may share an event's
    name; ``pairs``: whether two events of one day and country are two; ``respelt``: the fields that a second division
    writes in its own way, ``copy``: what it is called when it does; ``part`` and ``no_part``: the values of those in the
    「うち」 part and of the others."""

    register: str
    letter: str
    describe: Callable[[int, Chance], Values]
    filtered: Callable[[Values, Chance], Values] | None
    last_day: str = ""
    joint: bool = False
    pairs: bool = False
    respelt: tuple[str, ...] = ("title",)
    copy: str = "two-divisions"
    part: Values | None = None
    no_part: Values | None = None


def events(
    kind: Kind, wanted: tuple[int, ...], years: tuple[int, ...], chance: Chance, parts: tuple[int, ...] = ()
) -> list[Row]:
    """The rows that count, then those that must not. ``parts``: how many of each year's are in the 「うち」 part."""
    counted: list[Row] = []
    for n, year in enumerate(years):
        these = _year_events(kind, year, wanted[n], len(counted), chance)
        for row in chance.shuffled(these)[: parts[n] if parts else 0]:
            row.part = True
            row.values |= kind.part or {}
        counted += these
    return counted + _traps(kind, counted, years, chance)


def _year_events(kind: Kind, year: int, number: int, before: int, chance: Chance) -> list[Row]:
    """One year's events by their day. Of a kind with pairs some are held on one day with the same country, and are two."""
    rows: list[Row] = []
    for n, day in enumerate(_days(year, number, chance)):
        row = Row(day, kind.describe(before + n, chance), office=chance.pick(names().offices))
        row.policy = "" if chance.one_in(6) else row.policy
        if kind.pairs and 1 < n < number - 1 and chance.one_in(8):
            row.day, row.values["countries"] = rows[-1].day, rows[-1].values["countries"]
            row.trap = "two-on-one-day"
        rows.append(row)
    if kind.last_day and number > 1:
        rows[-1].values[kind.last_day] = (rows[-1].day + dt.timedelta(days=2)).isoformat()
        rows[-1].trap = "across-two-years"
    return rows


def _days(year: int, number: int, chance: Chance) -> list[dt.date]:
    """The days of a year's events, in order: both edges of the year, and others in between."""
    first, last = days_of(year)
    if number < 2:
        return [first] * number
    between = [first + dt.timedelta(days=1 + chance.below((last - first).days - 1)) for _ in range(number - 2)]
    return [first, *sorted(between), last]


def traps_wanted(counted: int) -> int:
    """How many rows must not count beside so many that do: more than three in ten of all."""
    return -(-counted * 3 // 7) + 2


def _traps(kind: Kind, counted: list[Row], years: tuple[int, ...], chance: Chance) -> list[Row]:
    made: list[Row] = [
        _edge(kind, days_of(years[0])[0] - dt.timedelta(days=1), "31-march-before", len(counted), chance),
        _edge(kind, days_of(years[-1])[1] + dt.timedelta(days=1), "1-april-after", len(counted) + 1, chance),
    ]
    makers = [_twice, _joint, _cancelled, _draft, _other_policy, *([_filtered] if kind.filtered else [])]
    left = chance.shuffled(counted)
    turn = 0
    while len(made) < traps_wanted(len(counted)):
        maker = makers[turn % len(makers)]
        turn += 1
        like = left.pop() if left else None
        if like is None:
            day = days_of(chance.pick(years))[0] + dt.timedelta(days=chance.below(365))
            like = Row(day, kind.describe(len(counted) + len(made), chance), office=chance.pick(names().offices))
            maker = chance.pick(makers[2:])
        made += maker(kind, like, len(counted) + len(made), chance)
    return made


def _edge(kind: Kind, day: dt.date, trap: str, number: int, chance: Chance) -> Row:
    return Row(day, kind.describe(number, chance), trap=trap, office=chance.pick(names().offices))


def _copied(like: Row, kind: Kind) -> Row:
    """The same event as another division enters it."""
    values = {code: respelled(text) if code in kind.respelt else text for code, text in like.values.items()}
    others = [office for office in names().offices if office != like.office]
    # the other division is wrong about the level: the entry that counts is the one that says it
    values |= (kind.no_part if like.part else kind.part) or {}
    return replace(like, values=values, office=others[0], copy_of=like, part=False, trap="")


def _twice(kind: Kind, like: Row, _number: int, _chance: Chance) -> list[Row]:
    copy = _copied(like, kind)
    copy.trap = kind.copy
    return [copy]


def _joint(kind: Kind, like: Row, number: int, chance: Chance) -> list[Row]:
    """Two more entries of an event that three divisions held together, each under its own title."""
    if not kind.joint:
        return _twice(kind, like, number, chance)
    like.values["event"] = f"一体の行事{number}{names().mark}"
    made = []
    for n in range(2):
        copy = _copied(like, kind)
        copy.values["title"] = f"{like.values['title']}の第{n + 2}部"
        copy.office = [office for office in names().offices if office != like.office][n]
        copy.trap = "joint-event"
        made.append(copy)
    return made


def _cancelled(kind: Kind, like: Row, _number: int, _chance: Chance) -> list[Row]:
    """It was to be held a week earlier, was cancelled, and held later."""
    row = _copied(like, kind)
    row.day, row.values = like.day - dt.timedelta(days=7), dict(like.values)
    row.values.pop(kind.last_day, None)
    row.state, row.code, row.copy_of, row.trap = RecordState.CANCELLED, "cancelled", None, "cancelled-then-held"
    return [row]


def _draft(kind: Kind, like: Row, _number: int, _chance: Chance) -> list[Row]:
    row = _copied(like, kind)
    row.state, row.code, row.copy_of, row.trap = RecordState.DRAFT, "draft", None, "draft"
    return [row]


def _other_policy(kind: Kind, like: Row, number: int, chance: Chance) -> list[Row]:
    row = Row(like.day, kind.describe(number, chance), trap="other-policy", code="other-policy", office=like.office)
    row.policy = names().other_policy
    return [row]


def _filtered(kind: Kind, like: Row, number: int, chance: Chance) -> list[Row]:
    values = kind.describe(number, chance)
    values = kind.filtered(values, chance) if kind.filtered else values
    return [Row(like.day, values, trap="filtered", code="filtered", office=like.office)]

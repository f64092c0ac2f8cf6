"""The logic of a policy: goals, the levers they are moved by, the indicators that measure, the programmes that serve.

Programmes are linked to indicators by the numbers they print under 関連する指標. What has no link is said: an indicator
that no programme serves, a programme that serves none, a number that no indicator bears.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from monosashi.model import Indicator, Kind, Number, Programme, Sheet
from monosashi.model.folding import unbroken
from monosashi.model.mark import plain_number


@dataclass(frozen=True, slots=True)
class LogicIndicator:
    """An indicator with the places (0-based) of the programmes that serve it. ``kinds``: of its measures."""

    path: str
    number: str
    name: str
    primary: bool
    kinds: tuple[Kind, ...]
    programmes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class LogicLever:
    """A lever with its indicators; the text is empty where the form prints no levers."""

    path: str
    text: str
    indicators: tuple[LogicIndicator, ...]


@dataclass(frozen=True, slots=True)
class LogicGoal:
    """A goal with its levers."""

    path: str
    text: str
    levers: tuple[LogicLever, ...]

    @property
    def indicators(self) -> tuple[LogicIndicator, ...]:
        """Its indicators, in order."""
        return tuple(indicator for lever in self.levers for indicator in lever.indicators)


@dataclass(frozen=True, slots=True)
class LogicProgramme:
    """A programme with the paths of the indicators it serves, and the numbers it names that no indicator bears.

    ``stated``: whether anything is printed under 関連する指標; a dash there says that it serves none.
    """

    path: str
    number: str
    name: str
    indicators: tuple[str, ...]
    unknown: tuple[str, ...]
    stated: bool

    @property
    def silence(self) -> str:
        """The word, by its key, for a programme without a link: it says none, or says nothing."""
        return "logic.serves_none" if self.stated else "logic.serves_unstated"


@dataclass(frozen=True, slots=True)
class Logic:
    """The whole."""

    goals: tuple[LogicGoal, ...]
    programmes: tuple[LogicProgramme, ...]

    @property
    def indicators(self) -> tuple[LogicIndicator, ...]:
        """Every indicator, in order."""
        return tuple(indicator for goal in self.goals for indicator in goal.indicators)

    @property
    def unserved(self) -> tuple[LogicIndicator, ...]:
        """The indicators that no programme names."""
        return tuple(indicator for indicator in self.indicators if not indicator.programmes)


def logic_of(sheet: Sheet) -> Logic:
    """The logic of a sheet, in printed order."""
    paths = dict(sheet.indicators())
    programmes = tuple(_programme(n, programme, paths) for n, programme in enumerate(sheet.programmes))
    goals = []
    for g, goal in enumerate(sheet.goals):
        levers = tuple(
            LogicLever(
                at := f"/goals/{g}/levers/{v}",
                unbroken(lever.text),
                tuple(_indicator(f"{at}/indicators/{i}", one, programmes) for i, one in enumerate(lever.indicators)),
            )
            for v, lever in enumerate(goal.levers)
        )
        goals.append(LogicGoal(f"/goals/{g}", unbroken(goal.text), levers))
    return Logic(tuple(goals), programmes)


def _indicator(path: str, indicator: Indicator, programmes: tuple[LogicProgramme, ...]) -> LogicIndicator:
    names = dict.fromkeys(unbroken(measure.name.name) for measure in indicator.measures)
    kinds = dict.fromkeys(measure.name.kind for measure in indicator.measures if measure.name.kind)
    return LogicIndicator(
        path=path,
        number=unbroken(indicator.number.text),
        name=" / ".join([*([unbroken(indicator.group)] if indicator.group.strip() else []), *filter(None, names)]),
        primary=indicator.primary,
        kinds=tuple(kinds),
        programmes=tuple(n for n, programme in enumerate(programmes) if path in programme.indicators),
    )


def _programme(n: int, programme: Programme, indicators: dict[str, Indicator]) -> LogicProgramme:
    served: dict[str, None] = {}
    unknown = []
    for number in programme.related.numbers:
        found = list(_bearing(number, indicators))
        served.update(dict.fromkeys(found))
        unknown += [] if found else [plain_number(number)]
    return LogicProgramme(
        path=f"/programmes/{n}",
        number=unbroken(programme.number.text),
        name=programme.name.name.strip(),
        indicators=tuple(served),
        unknown=tuple(unknown),
        stated=bool(programme.related),
    )


def _bearing(number: Number, indicators: dict[str, Indicator]) -> Iterator[str]:
    """The indicators of a number; 19 means every sub-indicator of 19, 19① the one alone."""
    for path, indicator in indicators.items():
        own = indicator.number
        if own.value is not None and own.value == number.value and number.sub in ("", own.sub):
            yield path

"""Overview: what a reader wants to know first. What the policy is for, how it is measured, its money, what is to come."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from monosashi.model import Kind, Sheet, State, StatementRole
from monosashi.model.folding import unbroken
from monosashi.publishing.charts import Purse, Series, policy_purses, programme_purses, telling
from monosashi.publishing.charts.money import Telling
from monosashi.publishing.html.words import Words

#: What says what a policy is for, most telling first; the outline speaks where none of the others is printed.
_AIMS = (StatementRole.FINAL_OUTCOME, StatementRole.INTERMEDIATE_OUTCOME, StatementRole.AIM)
_ELSE = (StatementRole.OUTLINE,)
#: States of actuals that are still to come.
_AWAITED = (State.NOT_YET, State.COMPILING)


@dataclass(frozen=True, slots=True)
class Aim:
    """A statement of what the policy is for: what kind it is, and the path it stands at."""

    role: str
    path: str
    text: str


@dataclass(frozen=True, slots=True)
class Total:
    """One year of the policy's money as a line, in short numbers with their unit; empty where nothing is printed."""

    year: int
    budget: str
    executed: str
    rate: str


@dataclass(frozen=True, slots=True)
class Overview:
    """The facts. ``goals``: path and text; ``awaited``: how many actuals of a year are missing in which state."""

    aims: tuple[Aim, ...]
    goals: tuple[tuple[str, str], ...]
    indicators: int
    measures: int
    primary: int
    outputs: int
    outcomes: int
    programmes: int
    totals: tuple[Total, ...]
    apart: tuple[Purse, ...]
    awaited: tuple[tuple[int, State, int], ...]


def overview(sheet: Sheet, series: Iterable[Series], words: Words) -> Overview:
    """The overview of a sheet. ``series``: of each of its measures."""
    kinds = Counter(measure.name.kind for _, _, measure in sheet.measures())
    indicators = [indicator for _, indicator in sheet.indicators()]
    purses = (*policy_purses(sheet), *programme_purses(sheet))
    return Overview(
        aims=_aims(sheet),
        goals=tuple(
            (f"/goals/{g}/text", unbroken(goal.text)) for g, goal in enumerate(sheet.goals) if goal.text.strip()
        ),
        indicators=len(indicators),
        measures=sum(len(indicator.measures) for indicator in indicators),
        primary=sum(indicator.primary for indicator in indicators),
        outputs=kinds[Kind.OUTPUT],
        outcomes=kinds[Kind.OUTCOME],
        programmes=len(sheet.programmes),
        totals=tuple(_totals([purse for purse in purses if purse.of_policy and not purse.apart], words)),
        apart=tuple(purse for purse in purses if purse.apart and not purse.included_only),
        awaited=_awaited(series),
    )


def _aims(sheet: Sheet) -> tuple[Aim, ...]:
    found = [
        Aim(statement.role.value, f"/policy/statements/{n}/text", unbroken(statement.text))
        for n, statement in enumerate(sheet.policy.statements)
        if statement.role in (*_AIMS, *_ELSE) and statement.text.strip()
    ]
    told = [aim for aim in found if StatementRole(aim.role) in _AIMS]
    return tuple(sorted(told or found, key=lambda aim: (*_AIMS, *_ELSE).index(StatementRole(aim.role))))


def _totals(purses: Sequence[Purse], words: Words) -> Iterator[Total]:
    for purse in purses:
        told = telling([purse], words, words.language)

        def said(amount: Decimal | None, told: Telling = told) -> str:
            return "" if amount is None else words("money.amount", number=told.number(amount), unit=told.unit)

        for one in purse.years:
            yield Total(one.year, said(one.budget), said(one.executed), f"{one.rate}%" if one.rate is not None else "")


def _awaited(series: Iterable[Series]) -> tuple[tuple[int, State, int], ...]:
    counted = Counter((gap.year, gap.state) for one in series for gap in one.gaps if gap.state in _AWAITED)
    return tuple((year, state, n) for (year, state), n in sorted(counted.items(), key=lambda item: item[0]))

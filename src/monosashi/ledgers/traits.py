"""What is compared of a project: its name, money, purpose and office, folded once.

Amounts are 百万円, years fiscal years; a year in which nothing but zeros is stated says nothing of the project.
"""

from collections.abc import Sequence
from decimal import Decimal
from functools import cached_property
from typing import Final, NamedTuple

from monosashi.ledgers.naming import bare, core, figures, folded, former, grams, plain
from monosashi.model.book import Project, ProjectYear

#: Beyond this much of a purpose nothing new is told.
_PURPOSE: Final = 400


class Money(NamedTuple):
    """A year's money as one sheet tells it."""

    initial: Decimal | None
    total: Decimal | None
    executed: Decimal | None

    @property
    def largest(self) -> Decimal:
        """The largest amount of the three; zero where nothing is stated."""
        return max((abs(amount) for amount in self if amount), default=Decimal(0))


class Traits:
    """One project with what is compared of it."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self.name = folded(project.name)
        self.core = core(project.name)
        self.grams = grams(self.core)
        self.former_cores = tuple(core(older) for older in former(project.name))
        self.former_grams = tuple(grams(older) for older in self.former_cores)
        self.figures = figures(project.name)
        self.purpose = plain(project.purpose)[:_PURPOSE]
        self.bureau, self.division = plain(project.bureau), plain(project.division)
        self.money = {year.nendo.year: _money(year) for year in project.years}

    @cached_property
    def purpose_grams(self) -> frozenset[str]:
        """The purpose's pairs of characters."""
        return grams(self.purpose)

    @cached_property
    def bare(self) -> str:
        """The name without endings and without abbreviations in brackets."""
        return bare(self.project.name)

    @cached_property
    def office_grams(self) -> frozenset[str]:
        """The office's pairs of characters."""
        return grams(self.bureau + self.division)


def _money(year: ProjectYear) -> Money:
    return Money(year.initial, year.total, year.executed)


def traits(projects: Sequence[Project]) -> tuple[Traits, ...]:
    """The traits of an edition's projects."""
    return tuple(Traits(project) for project in projects)


def near(a: Decimal | None, b: Decimal | None) -> bool:
    """Whether two prints may be one amount: equal, or one of them rounded to a whole 百万円."""
    if a is None or b is None:
        return False
    if a == b:
        return True
    return abs(a - b) <= Decimal("0.5") and (a == a.to_integral_value() or b == b.to_integral_value())

"""Content: what a sheet says, whatever its layout. Years are four-digit fiscal years, amounts are as printed."""

from dataclasses import dataclass

from tests.papers.value import BLANK, Value, value


@dataclass(frozen=True)
class Year:
    """What is printed for an indicator and a year."""

    nendo: int
    target: Value = BLANK
    actual: Value = BLANK


@dataclass(frozen=True)
class Indicator:
    """A measure. ``mark``: how the form judges it; ``merged``: equal targets are printed once over their years;
    ``references``: the past years under 【参考】 in ``reason``.
    """

    number: str
    name: str
    years: tuple[Year, ...] = ()
    baseline: Value = BLANK
    baseline_year: int | None = None
    target: Value = BLANK
    target_year: int | None = None
    primary: bool = False
    kind: str = ""
    group: str = ""
    goal: str = ""
    lever: str = ""
    reason: str = ""
    basis: str = ""
    mark: str = ""
    merged: bool = False
    mean_of: tuple[int, ...] = ()
    references: tuple[tuple[int, str], ...] = ()

    @property
    def unit(self) -> str:
        """The unit the contract's table shows: the baseline's, else the target's, else the first year's."""
        found = (self.baseline, self.target, *(one for year in self.years for one in (year.target, year.actual)))
        return next((one.unit for one in found if one.digits), "")

    @property
    def values(self) -> tuple[Value, ...]:
        """Every value that holds a number."""
        found = (self.baseline, self.target, *(one for year in self.years for one in (year.target, year.actual)))
        return tuple(one for one in found if one.digits)


@dataclass(frozen=True)
class Spent:
    """A year's money of a programme, as printed: budget, execution; ``inside``: printed as 内数."""

    budget: str = ""
    executed: str = ""
    inside: bool = False


@dataclass(frozen=True)
class Programme:
    """A means (達成手段)."""

    number: str
    name: str
    start: int | None
    money: tuple[Spent, ...]
    related: tuple[str, ...]
    outline: str
    review: str


@dataclass(frozen=True)
class Budget:
    """A year of the policy's budget, as printed; ``total`` is the printed one, errors included."""

    nendo: int
    initial: str = ""
    supplementary: str = ""
    carried: str = ""
    total: str = ""
    executed: str = ""
    request: str = ""


@dataclass(frozen=True)
class Cabinet:
    """A decision or speech. ``day``: as printed; ``date``: ISO, empty for a day that no calendar has."""

    name: str
    day: str
    date: str
    excerpt: str = ""


@dataclass(frozen=True)
class Fault:
    """A planted fault: the finding's code, where, the numbers, and the parts of the sheet (tables) it needs to show."""

    code: str
    where: str
    numbers: str
    needs: tuple[str, ...] = ("indicators", "yearly")


@dataclass(frozen=True)
class Content:
    """A sheet. ``head``: texts by what they are (policy, outline, aim, aim_reason, field, bureau, officer, when ...)."""

    title: str
    identifier: str
    title_year: int | None
    head: dict[str, str]
    indicators: tuple[Indicator, ...]
    programmes: tuple[Programme, ...] = ()
    programme_years: tuple[int, ...] = ()
    budgets: tuple[Budget, ...] = ()
    policy_money: tuple[Spent, ...] = ()
    cabinet: tuple[Cabinet, ...] = ()
    notes: tuple[tuple[str, str], ...] = ()
    unit: str = "百万円"
    faults: tuple[Fault, ...] = ()


def series(first: int, targets: str, actuals: str) -> tuple[Year, ...]:
    """Years from the first on, from two lines of cells parted by blanks; either line may be empty.

    >>> [year.actual.number for year in series(2014, "－ 5件", "3件 －")]
    ['3', '']
    """
    above, below = targets.split(), actuals.split()
    count = max(len(above), len(below))
    above, below = above or ["."] * count, below or ["."] * count
    return tuple(Year(first + n, value(t), value(a)) for n, (t, a) in enumerate(zip(above, below, strict=True)))


def money(*pairs: str) -> tuple[Spent, ...]:
    """Years of a programme's money: 「1,240/1,105」, 「930」, 「－」, 「〈412〉」.

    >>> money("1,240/1,105", "〈412〉")[1]
    Spent(budget='412', executed='', inside=True)
    """
    found = []
    for pair in pairs:
        budget, _, executed = pair.partition("/")
        found.append(Spent(budget.strip("〈〉"), executed, budget.startswith("〈")))
    return tuple(found)

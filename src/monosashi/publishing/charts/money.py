"""Money by year: budgets beside executions, one panel for each purse, drawn from zero.

Equity (産投出資), guarantees (政府保証) and loans are purses of their own, and so is an amount that is only included in
another (内数): they are never added to the budget, so they never share a panel with it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from monosashi.model import Account, Budget, MoneyCell, MoneyLine, Sheet, Stage
from monosashi.model.money import UNITS
from monosashi.publishing.charts.drawing import Box, Drawing, Shape, Speak, Text
from monosashi.publishing.charts.lettering import ems
from monosashi.publishing.charts.plot import EM, Plot
from monosashi.publishing.charts.scale import plain, printed, value_scale

#: Purses that stand apart from the budget.
APART = frozenset({Account.EQUITY, Account.GUARANTEE, Account.LOAN})
#: The units in which amounts are told, largest first, as powers of ten of a yen (兆 億 万 in Japanese, by thousands
#: else), each with the power from which on it is used: ten billion yen, but 2,616 million.
TOLD_IN = {
    "ja": ((12, 13), (8, 8), (4, 4), (0, 0)),
    "en": ((12, 13), (9, 10), (6, 6), (3, 3), (0, 0)),
}
_BOTTOM = 58.0


@dataclass(frozen=True, slots=True)
class MoneyYear:
    """One year's budget and execution, in the printed unit."""

    year: int
    budget: Decimal | None
    executed: Decimal | None

    @property
    def rate(self) -> Decimal | None:
        """The execution in per cent of the budget, to one place; None where either is missing or nothing was budgeted."""
        if self.budget is None or self.executed is None or self.budget <= 0:
            return None
        return (self.executed * 100 / self.budget).quantize(Decimal("0.1"), ROUND_HALF_UP)


@dataclass(frozen=True, slots=True)
class Purse:
    """The amounts of one account by year. ``path``: a programme's, else where the policy's own money stands."""

    path: str
    account: Account
    label: str
    included_only: bool
    unit: str
    years: tuple[MoneyYear, ...]

    @property
    def of_policy(self) -> bool:
        """Whether it is the policy's own money, not a programme's."""
        return not self.path.startswith("/programmes/")

    @property
    def apart(self) -> bool:
        """Whether it must not be added to the budget."""
        return self.account in APART or self.included_only

    def amounts(self) -> Iterator[Decimal]:
        """Every amount."""
        for one in self.years:
            yield from (amount for amount in (one.budget, one.executed) if amount is not None)


def policy_purses(sheet: Sheet) -> tuple[Purse, ...]:
    """What the sheet prints as the policy's money (政策の予算額・執行額), in one line or by the stages of the budget."""
    return (*_purses("/money", sheet.money), *(_stages(f"/budgets/{b}", one) for b, one in enumerate(sheet.budgets)))


def _stages(path: str, budget: Budget) -> Purse:
    """A table of stages by its totals; what is requested is no budget yet."""
    sums = list(budget.sums())
    years = tuple(MoneyYear(one.nendo.year, one.budget, one.executed) for one in sums)
    return Purse(path, Account.TOTAL, "", False, next((one.unit for one in sums if one.unit), ""), years)


def programme_purses(sheet: Sheet) -> tuple[Purse, ...]:
    """The money of each programme that prints any."""
    cells = ((f"/programmes/{p}", programme.money) for p, programme in enumerate(sheet.programmes))
    return tuple(purse for path, money in cells for purse in _purses(path, money))


def _purses(path: str, cells: Sequence[MoneyCell]) -> Iterator[Purse]:
    found: dict[tuple[Account, str, bool, str], dict[int, MoneyYear]] = {}
    for year, line in _lines(cells):
        purse = (line.account, line.label, line.included_only, line.unit)
        found.setdefault(purse, {}).setdefault(year, MoneyYear(year, line.budget, line.executed))
    for purse, years in found.items():
        yield Purse(path, *purse, tuple(years[year] for year in sorted(years)))


def _lines(cells: Sequence[MoneyCell]) -> Iterator[tuple[int, MoneyLine]]:
    """Each year's closing figure: where the stages of a budget are printed one by one, only their total is drawn."""
    for cell in cells:
        for line in cell.lines:
            if cell.year.nendo and line.stage is Stage.TOTAL:
                yield cell.year.nendo.year, line


@dataclass(frozen=True, slots=True)
class Telling:
    """How amounts are told: divided by so much, under the name of a unit, whole or to one place."""

    divisor: Decimal
    unit: str
    whole: bool

    def number(self, amount: Decimal) -> str:
        """The amount in that unit."""
        places = Decimal(1) if self.whole else Decimal("0.1")
        return printed((amount / self.divisor).quantize(places, ROUND_HALF_UP))


def telling(purses: Iterable[Purse], t: Speak, language: str) -> Telling:
    """The unit in which the largest amount of some purses is a short number, the printed one where it is no money.

    Numbers up to a thousand have one place.
    """
    known = list(purses)
    unit = known[0].unit if known else ""
    if unit not in UNITS:
        return Telling(Decimal(1), unit, whole=False)
    largest = max((abs(amount) for purse in known for amount in purse.amounts()), default=Decimal(0)) * UNITS[unit]
    power = next((power for power, least in TOLD_IN[language] if largest >= Decimal(10) ** least), 0)
    whole = power == 0 or largest >= 1000 * Decimal(10) ** power
    return Telling(Decimal(10) ** power / UNITS[unit], t(f"money.unit.e{power}"), whole)


def money_chart(key: str, purse: Purse, t: Speak, names: tuple[str, str], told: Telling, most: Decimal) -> Drawing:
    """One panel. ``told``: the unit of its numbers; ``most``: the largest amount of the panels it is held against.

    The budget is an open bar, the execution a filled one; a year without an execution says so.
    """
    scale = value_scale([amount / told.divisor for amount in (most, *purse.amounts())], from_zero=True)
    plot = Plot(tuple(one.year for one in purse.years), scale, 230.0, _BOTTOM)
    shapes = [*plot.frame(told.unit), *(shape for one in purse.years for shape in _bars(plot, one, told, t))]
    return Drawing(key, plot.width, plot.height, *names, tuple(shapes))


def _bars(plot: Plot, one: MoneyYear, told: Telling, t: Speak) -> Iterator[Shape]:
    width = min(34.0, plot.slot * 0.36)
    for side, kind, amount in ((-1, "budget", one.budget), (1, "executed", one.executed)):
        x = plot.x(one.year) + (side * (width + 2) - width) / 2
        if amount is None:
            yield Text("gap-word", x + width / 2, plot.floor - 6, t("money.unstated"), "end", upright=True)
            continue
        zero, top = plot.y(Decimal(0)), plot.y(amount / told.divisor)
        yield Box(kind, x, min(zero, top), width, abs(zero - top))
        yield Text(f"{kind}-label", x + width / 2, min(zero, top) - 5, told.number(amount), "middle")
    if one.rate is not None:
        rate = t("money.rate_is", rate=plain(one.rate))
        fits = ems(rate) * EM < plot.slot
        yield Text("rate", plot.x(one.year), plot.floor + 47, rate if fits else f"{plain(one.rate)}%", "middle")

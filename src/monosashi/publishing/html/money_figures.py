"""Money as figures: the policy's total, each programme, and apart from both what must not be added to them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from monosashi.model import Nendo, Sheet
from monosashi.model.folding import unbroken
from monosashi.publishing.charts import Drawing, Purse, money_chart, policy_purses, programme_purses, telling
from monosashi.publishing.html.meaning import nendo_words
from monosashi.publishing.html.words import Words


@dataclass(frozen=True, slots=True)
class MoneyFigureRow:
    """One year of a panel's table, the amounts in the printed unit; empty where nothing is printed."""

    year: str
    budget: str
    executed: str
    rate: str


@dataclass(frozen=True, slots=True)
class MoneyPanel:
    """One purse as a picture and a table. ``path``: whose money it is."""

    key: str
    path: str
    name: str
    drawing: Drawing
    rows: tuple[MoneyFigureRow, ...]
    unit: str


@dataclass(frozen=True, slots=True)
class MoneyFigures:
    """Every panel by what it may be held against: policy, programmes, apart, included. ``silent``: programmes
    (path and number) that print no amount."""

    groups: tuple[tuple[str, tuple[MoneyPanel, ...]], ...]
    silent: tuple[tuple[str, str], ...]


def money_figures(sheet: Sheet, words: Words) -> MoneyFigures:
    """The money of a sheet, drawn."""
    purses = (*policy_purses(sheet), *programme_purses(sheet))
    groups = (
        ("policy", [purse for purse in purses if purse.of_policy and not purse.apart]),
        ("programmes", [purse for purse in purses if not purse.of_policy and not purse.apart]),
        ("apart", [purse for purse in purses if purse.apart and not purse.included_only]),
        ("included", [purse for purse in purses if purse.included_only]),
    )
    speaking = {purse.path for purse in purses}
    silent = (
        (f"/programmes/{p}/name", unbroken(programme.number.text))
        for p, programme in enumerate(sheet.programmes)
        if f"/programmes/{p}" not in speaking
    )
    return MoneyFigures(
        tuple((role, tuple(_panels(sheet, role, found, words))) for role, found in groups if found), tuple(silent)
    )


def _panels(sheet: Sheet, role: str, purses: Sequence[Purse], words: Words) -> Iterable[MoneyPanel]:
    """The panels of a group; those of one unit are drawn on one scale, so that they can be held against each other."""
    for n, purse in enumerate(purses):
        alike = [other for other in purses if other.unit == purse.unit]
        told = telling(alike, words, words.language)
        most = max((amount for other in alike for amount in other.amounts()), default=Decimal(0))
        key, name = f"money-{role}-{n}", _name(sheet, purse, words)
        rows = tuple(
            MoneyFigureRow(
                year=nendo_words(Nendo(year=one.year), words),
                budget=f"{one.budget:,f}" if one.budget is not None else "",
                executed=f"{one.executed:,f}" if one.executed is not None else "",
                rate=f"{one.rate:f}%" if one.rate is not None else "",
            )
            for one in purse.years
        )
        names = (words("money.title", name=name), _in_words(rows, purse.unit, words))
        yield MoneyPanel(key, purse.path, name, money_chart(key, purse, words, names, told, most), rows, purse.unit)


def _name(sheet: Sheet, purse: Purse, words: Words) -> str:
    """Whose money, and which account where one is named."""
    if purse.of_policy:
        owner = words("money.of_policy")
    else:
        programme = sheet.programmes[int(purse.path.rpartition("/")[2])]
        owner = f"{unbroken(programme.number.text)} {programme.name.name.strip()}".strip()
    return words("money.account", owner=owner, account=purse.label) if purse.label else owner


def _in_words(rows: Iterable[MoneyFigureRow], unit: str, words: Words) -> str:
    blank = words("value.blank")
    return words("chart.said.stop").join(
        words(
            "money.said",
            year=row.year,
            budget=row.budget + unit if row.budget else blank,
            executed=row.executed + unit if row.executed else blank,
        )
        for row in rows
    )

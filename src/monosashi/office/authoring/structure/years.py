"""Years of columns: the years over the yearly values and over the money, come, gone, and carried to another year.

Rolling a sheet forward needs these (``shifted_year``, ``with_year``, ``without_year``, ``with_money_year``,
``without_money_year``): each takes and gives what ``Authored`` holds, or plain nouns, and asks no database.
"""

import re
from collections.abc import Callable

from monosashi.model import Measure, MoneyCell, Nendo, PrintedNendo, Sheet, YearTarget
from monosashi.model.folding import fold, is_dash, key
from monosashi.model.indicator import read_actual
from monosashi.model.nendo import print_year

_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
_ERA_YEAR = re.compile(r"(令和|平成|昭和|大正|明治|[RHSTM])?\s*(元|\d{1,4})")
#: From the cells of one row of money to those it shall have; from a measure to what it shall be.
Change = Callable[[tuple[MoneyCell, ...]], tuple[MoneyCell, ...]]
ChangeMeasure = Callable[[Measure], Measure]
_LETTERS = {"令和": "R", "平成": "H", "昭和": "S", "大正": "T", "明治": "M"}


def slot_of(year: PrintedNendo) -> str:
    """The name of a year's column, the same however the year is printed: ``fiscal-2024``; by its letters where it is none
    that a calendar has."""
    return f"{year.nendo.kind.value}-{year.nendo.year}" if year.nendo else f"x{key(year.text).encode().hex()}"


def year_heads(sheet: Sheet) -> dict[str, PrintedNendo]:
    """The years over the yearly values, each once by its slot, in the order of time where all have their place in it."""
    found: dict[str, PrintedNendo] = {}
    for _, _, measure in sheet.measures():
        for year in (*(y for target in measure.targets for y in target.years), *(a.year for a in measure.actuals)):
            found.setdefault(slot_of(year), year)
    return _in_time(found)


def money_heads(sheet: Sheet) -> dict[str, PrintedNendo]:
    """The years over the money of programmes and of the whole policy."""
    found: dict[str, PrintedNendo] = {}
    for cell in (*(cell for programme in sheet.programmes for cell in programme.money), *sheet.money):
        found.setdefault(slot_of(cell.year), cell.year)
    return _in_time(found)


def _in_time(found: dict[str, PrintedNendo]) -> dict[str, PrintedNendo]:
    if not all(year.nendo for year in found.values()):
        return found
    return dict(sorted(found.items(), key=lambda one: one[1].nendo.year if one[1].nendo else 0))


def shifted_year(year: PrintedNendo, by: int) -> PrintedNendo:
    """The year ``by`` years later, printed as this one is (its era long or short, its digits wide or narrow, what stands
    around it); a year that no calendar has stays.

    >>> shifted_year(PrintedNendo.model_validate("平成３０\\n年度"), 1).text
    '令和元\\n年度'
    """
    match = _ERA_YEAR.search(fold(year.text))
    if not year.nendo or not match:
        return year
    now = year.nendo.model_copy(update={"year": year.nendo.year + by})
    era, number = match[1], match[2]
    printed = str(now.year) if not era and len(number) == 4 else print_year(now.year)
    if era and len(era) == 1:
        printed = _short(printed)
    elif not era and len(number) < 4:
        printed = re.sub(r"^\D+(?=\d)", "", printed).replace("元", "1")[-2:]
    old = year.text[match.start() : match.end()]
    if re.search("[０-９]", old):
        printed = printed.translate(_WIDE)
    return PrintedNendo(text=year.text[: match.start()] + printed + year.text[match.end() :], nendo=now)


def _short(printed: str) -> str:
    for era, letter in _LETTERS.items():
        printed = printed.replace(era, letter)
    return printed.replace("元", "1")


def with_year(sheet: Sheet, year: PrintedNendo) -> Sheet:
    """The sheet with that year's column: in each measure an actual not yet known, in the order of time. A measure that has
    the year stays as it is."""
    own = sheet.title.nendo or sheet.identifier.nendo
    return _each_measure(sheet, lambda measure: _with_actual(measure, year, own))


def _with_actual(measure: Measure, year: PrintedNendo, own: Nendo | None) -> Measure:
    if slot_of(year) in {slot_of(actual.year) for actual in measure.actuals}:
        return measure
    expected = any(slot_of(y) == slot_of(year) and not is_dash(t.value.text) for t in measure.targets for y in t.years)
    actual = read_actual("", year, own.year if own else None, expected=expected)
    n = place_in_time([one.year for one in measure.actuals], year)
    return measure.model_copy(update={"actuals": (*measure.actuals[:n], actual, *measure.actuals[n:])})


def place_in_time(years: list[PrintedNendo], year: PrintedNendo) -> int:
    """Where a year belongs among others: before the first that is later."""
    if not year.nendo:
        return len(years)
    later = (n for n, one in enumerate(years) if one.nendo and one.nendo.year > year.nendo.year)
    return next(later, len(years))


def without_year(sheet: Sheet, slot: str) -> Sheet:
    """The sheet without a year's column: its actuals, and its place in every target that spans it."""
    return _each_measure(sheet, lambda measure: _without(measure, slot))


def _without(measure: Measure, slot: str) -> Measure:
    targets = tuple(kept for target in measure.targets if (kept := _target_without(target, slot)))
    actuals = tuple(actual for actual in measure.actuals if slot_of(actual.year) != slot)
    return measure.model_copy(update={"targets": targets, "actuals": actuals})


def _target_without(target: YearTarget, slot: str) -> YearTarget | None:
    years = tuple(year for year in target.years if slot_of(year) != slot)
    if years == target.years:
        return target
    return target.model_copy(update={"years": years}) if years else None


def with_money_year(sheet: Sheet, year: PrintedNendo) -> Sheet:
    """The sheet with that year's column of money: an empty cell in each row that has cells, and in every programme."""

    def more(cells: tuple[MoneyCell, ...]) -> tuple[MoneyCell, ...]:
        if slot_of(year) in {slot_of(cell.year) for cell in cells}:
            return cells
        n = place_in_time([cell.year for cell in cells], year)
        return (*cells[:n], MoneyCell(text="", year=year), *cells[n:])

    return _each_purse(sheet, more)


def without_money_year(sheet: Sheet, slot: str) -> Sheet:
    """The sheet without a year's column of money."""
    return _each_purse(sheet, lambda cells: tuple(cell for cell in cells if slot_of(cell.year) != slot))


def _each_purse(sheet: Sheet, change: Change) -> Sheet:
    programmes = tuple(one.model_copy(update={"money": change(one.money)}) for one in sheet.programmes)
    return sheet.model_copy(update={"programmes": programmes, "money": change(sheet.money) if sheet.money else ()})


def apart(measure: Measure, place: int) -> Measure:
    """The measure with a target that spans years printed for each of them. Raises ``IndexError``."""
    target = measure.targets[place]
    each = tuple(YearTarget(years=(year,), value=target.value) for year in target.years)
    return measure.model_copy(update={"targets": (*measure.targets[:place], *each, *measure.targets[place + 1 :])})


def _each_measure(sheet: Sheet, change: ChangeMeasure) -> Sheet:
    goals = tuple(
        goal.model_copy(
            update={
                "levers": tuple(
                    lever.model_copy(
                        update={
                            "indicators": tuple(
                                one.model_copy(update={"measures": tuple(map(change, one.measures))})
                                for one in lever.indicators
                            )
                        }
                    )
                    for lever in goal.levers
                )
            }
        )
        for goal in sheet.goals
    )
    return sheet.model_copy(update={"goals": goals})

"""Blanks: the empty row of each kind, laid out as its neighbours are."""

from monosashi.model import (
    CabinetLink,
    Goal,
    Indicator,
    Lever,
    Measure,
    MeasureName,
    MoneyCell,
    Note,
    Number,
    PrintedNendo,
    Programme,
    ProgrammeName,
    Rationale,
    Sheet,
)
from monosashi.model.indicator import read_actual
from monosashi.model.mark import print_number
from monosashi.office.authoring.structure.years import money_heads, year_heads


def blank_measure(sheet: Sheet) -> Measure:
    """A measure with the columns of years that the sheet has."""
    own = sheet.title.nendo or sheet.identifier.nendo
    year = own.year if own else None
    actuals = tuple(read_actual("", head, year, expected=False) for head in year_heads(sheet).values())
    return Measure(name=MeasureName(text=""), actuals=actuals)


def blank_indicator(sheet: Sheet) -> Indicator:
    """An indicator of one measure, numbered on, without a circle."""
    numbers = [indicator.number.value or 0 for _, indicator in sheet.indicators()]
    like = next((one for _, one in sheet.indicators()), None)
    return Indicator(
        number=Number.model_validate(print_number(max(numbers, default=0) + 1)),
        circle_marks=like.circle_marks if like else True,
        measures=(blank_measure(sheet),),
    )


def blank_lever(sheet: Sheet) -> Lever:
    """A lever with one indicator."""
    return Lever(indicators=(blank_indicator(sheet),))


def blank_goal(sheet: Sheet) -> Goal:
    """A goal with one lever."""
    return Goal(levers=(blank_lever(sheet),))


def blank_programme(sheet: Sheet) -> Programme:
    """A programme, numbered on, with the columns of money that the sheet has."""
    numbers = [one.number.value or 0 for one in sheet.programmes]
    return Programme(
        number=Number.model_validate(f"({max(numbers, default=0) + 1})"),
        name=ProgrammeName(text=""),
        money=blank_money(list(money_heads(sheet).values())),
    )


def blank_money(years: list[PrintedNendo]) -> tuple[MoneyCell, ...]:
    """An empty cell a year."""
    return tuple(MoneyCell(text="", year=year) for year in years)


def blank_rationale(measures: tuple[str, ...]) -> Rationale:
    """Reasons, not yet written, of some measures."""
    return Rationale(text="", measures=measures)


def blank_cabinet(_sheet: Sheet) -> CabinetLink:
    """A decision of the cabinet, not yet named."""
    return CabinetLink(name="")


def blank_note(sheet: Sheet) -> Note:
    """A note under the next mark."""
    return Note(mark=f"※{str(len(sheet.notes) + 1).translate(_WIDE)}", text="")


_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")

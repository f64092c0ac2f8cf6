"""Meaning: what a printed value says, in plain digits and words, to stand beside the print.

The paper says 「令和元年度」 and 「累計１６社」; beside it stands 2019年度 and 累計 16社. Nothing is shown where it would
only repeat the print.
"""

import re

from monosashi.model import (
    Actual,
    Amount,
    Comparator,
    Nendo,
    PrintedDate,
    PrintedMonth,
    PrintedNendo,
    ProgrammeName,
    Quantity,
    State,
    Value,
    YearKind,
)
from monosashi.model.folding import fold
from monosashi.publishing.html.words import Words

_BETWEEN = " · "


def meaning(noun: object, words: Words) -> str:
    """The meaning of a printed noun in the reader's language; nothing where there is none to add."""
    said = ""
    printed = getattr(noun, "text", "")
    match noun:
        case Value(quantity=Quantity() as quantity):
            said = quantity_words(quantity, words)
        case PrintedNendo(nendo=Nendo() as nendo):
            said = nendo_words(nendo, words)
        case PrintedDate(date=date) if date:
            said = date.isoformat()
        case PrintedMonth(month=month) if month:
            said = str(month)
        case ProgrammeName(start=Nendo() as start):
            said = words("meaning.start", year=nendo_words(start, words))
    return "" if _repeats(said, str(printed)) else said


def _repeats(said: str, printed: str) -> bool:
    """Whether every part of what would be said already stands in the print."""
    there = _squeezed(fold(printed))
    return all(_squeezed(part) in there for part in said.split(_BETWEEN))


def state_words(actual: Actual, words: Words) -> str:
    """How an actual is missing; nothing where it is reported."""
    return "" if actual.state is State.REPORTED else words(f"state.{actual.state.value}")


def nendo_words(nendo: Nendo, words: Words) -> str:
    """2021年度 / FY2021; the tax office's year and the calendar year by names of their own."""
    return words(
        {YearKind.FISCAL: "year.fiscal", YearKind.BUSINESS: "year.business", YearKind.CALENDAR: "year.calendar"}[
            nendo.kind
        ],
        year=nendo.year,
    )


def _squeezed(text: str) -> str:
    """Without blanks, and without the commas that only group digits."""
    return re.sub(r"\s|(?<=\d),(?=\d{3})", "", text)


_BOUNDS = {
    Comparator.AT_LEAST: "quantity.at_least",
    Comparator.AT_MOST: "quantity.at_most",
    Comparator.ABOVE: "quantity.above",
    Comparator.BELOW: "quantity.below",
}


def amount_words(amount: Amount, words: Words, digits: str = "f") -> str:
    """A number with its unit, bound and 程度; ``digits``: how it is written, plain or in groups of three (``,f``)."""
    said = f"{amount.value:{digits}}{amount.unit}"
    if amount.comparator in _BOUNDS:
        said = words(_BOUNDS[amount.comparator], amount=said)
    return words("quantity.about", amount=said) if amount.approximate else said


def quantity_words(quantity: Quantity, words: Words, digits: str = "f") -> str:
    """The number, then what else the cell says of it; ``digits`` as for ``amount_words``."""
    said = amount_words(quantity, words, digits)
    said = words("quantity.cumulative", amount=said) if quantity.cumulative else said
    details = [
        *(f"{part.name} {amount_words(part.amount, words, digits)}" for part in quantity.parts),
        *([words("quantity.mean", years=_span(quantity.mean_of))] if quantity.mean_of else []),
        *(
            [words("quantity.earlier", amount=amount_words(quantity.earlier_target, words))]
            if quantity.earlier_target
            else []
        ),
        *([words("quantity.as_of", year=nendo_words(quantity.as_of, words))] if quantity.as_of else []),
        *([words("quantity.provisional")] if quantity.provisional else []),
    ]
    return _BETWEEN.join([said, *details])


def _span(years: tuple[Nendo, ...]) -> str:
    run = [nendo.year for nendo in years]
    together = len(run) > 1 and run == list(range(run[0], run[-1] + 1))
    return f"{run[0]}–{run[-1]}" if together else ", ".join(map(str, run))

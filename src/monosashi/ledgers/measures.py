"""Measures of a sheet that a project's outcome or output repeats: by the likeness of the names and the values of each year.

The seed's indicator 7 (8, 4, 3) is the outcome of one of its programmes, under another name: the values tell. The years in
which both state a value are told apart, those that agree and those that differ.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal, InvalidOperation
from math import log2
from typing import Final, NamedTuple

from monosashi.ledgers.identity import score_of
from monosashi.ledgers.means import edition_wanted, means_of, ministries_of
from monosashi.ledgers.naming import body, core, folded, grams, likeness
from monosashi.model.book import Project, ProjectMeasure
from monosashi.model.folding import fold
from monosashi.model.measuring.amounts import same_amount
from monosashi.model.measuring.counted import printed_numbers
from monosashi.model.measuring.strand import Strand, strands
from monosashi.model.measuring.units import same_unit
from monosashi.model.message import Message
from monosashi.model.nendo import Nendo
from monosashi.model.quantity import Amount
from monosashi.model.reconciliation import MeasureMatch
from monosashi.model.sheet import Sheet

#: Bits from which on a project's measure is shown as repeating one of the sheet (see evidence.py).
_REPEATS: Final = 6.0
_NAME_EVEN: Final = 0.35
_NAME_STEP: Final = 12.0
_YEAR_MOST: Final = 3.0
_LEAST_VALUES: Final = 1000
_YEAR_DIFFERS: Final = -1.5
_UNIT_DIFFERS: Final = -2.0
_OWN_PROGRAMME: Final = 2.0
#: Without one value of both the names must be this much alike.
_SAME_NAME: Final = 0.75
_SHOWN: Final = 3


class _Theirs(NamedTuple):
    """A project's measure with what is compared of it: the pairs of characters of its name and of its goal, its values."""

    project: Project
    measure: ProjectMeasure
    names: tuple[frozenset[str], ...]
    values: dict[int, Decimal]
    own: bool


class _Compared(NamedTuple):
    """One of the sheet's measures beside a project's."""

    theirs: _Theirs
    bits: float
    like: float
    agreeing: tuple[Nendo, ...]
    differing: tuple[Nendo, ...]


def match_measures(sheet: Sheet, projects: Sequence[Project]) -> tuple[MeasureMatch, ...]:
    """The sheet's measures that a project of its ministry repeats, in the sheet's order, the likeliest first of each.

    Looked in is the edition of ``projects`` nearest to the sheet's review numbers.
    """
    theirs = list(_theirs(sheet, projects))
    common = Counter((year, value) for one in theirs for year, value in one.values.items())
    return tuple(
        match for strand in strands(sheet) if not strand.part for match in _of_strand(sheet, strand, theirs, common)
    )


def _theirs(sheet: Sheet, projects: Sequence[Project]) -> Iterator[_Theirs]:
    bodies = ministries_of(sheet, frozenset(project.ministry for project in projects))
    mine = [project for project in projects if not bodies or body(project.ministry) in bodies]
    year = edition_wanted(sheet)
    editions = {project.edition for project in mine}
    nearest = min(editions, key=lambda one: (abs(one - year) if year else 0, -one), default=None)
    own = {mean.core for mean in means_of(sheet)}
    for project in mine:
        if project.edition == nearest:
            for measure in project.measures:
                names = tuple(grams(folded(text)) for text in (measure.name, measure.goal) if text)
                yield _Theirs(project, measure, names, _values(measure), core(project.name) in own)


def _values(measure: ProjectMeasure) -> dict[int, Decimal]:
    read = ((value.nendo.year, _number(value.actual)) for value in measure.values)
    return {year: number for year, number in read if number is not None}


def _number(text: str) -> Decimal | None:
    try:
        number = Decimal(fold(text).strip().replace(",", ""))
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def _of_strand(
    sheet: Sheet, strand: Strand, theirs: Sequence[_Theirs], common: Counter[tuple[int, Decimal]]
) -> Iterator[MeasureMatch]:
    printed = {
        number.years[0]: number.amount
        for number in printed_numbers(sheet, strand)
        if number.amount and not number.is_mean and len(number.years) == 1
    }
    name = grams(folded(strand.name))
    compared = (_compare(strand, name, printed, one, common) for one in theirs)
    found = sorted(
        (one for one in compared if one.bits >= _REPEATS and (len(one.agreeing) > 1 or one.like >= _SAME_NAME)),
        key=lambda one: (-one.bits, one.theirs.project.id, one.theirs.measure.name),
    )
    yield from (_match(strand, one) for one in found[:_SHOWN])


def _compare(
    strand: Strand,
    name: frozenset[str],
    printed: dict[Nendo, Amount],
    theirs: _Theirs,
    common: Counter[tuple[int, Decimal]],
) -> _Compared:
    like = max((likeness(name, other) for other in theirs.names), default=0.0)
    agreeing, differing, bits = [], [], (like - _NAME_EVEN) * _NAME_STEP + _OWN_PROGRAMME * theirs.own
    for year, amount in printed.items():
        value = theirs.values.get(year.year)
        if value is None:
            continue
        if same_amount(amount, amount.model_copy(update={"value": value})):
            agreeing.append(year)
            bits += _says(year.year, value, common) if value else 0.0
        else:
            differing.append(year)
            bits += _YEAR_DIFFERS
    if strand.measure.unit and theirs.measure.unit and not same_unit(strand.measure.unit, theirs.measure.unit):
        bits += _UNIT_DIFFERS
    return _Compared(theirs, bits, like, _ordered(agreeing), _ordered(differing))


def _says(year: int, value: Decimal, common: Counter[tuple[int, Decimal]]) -> float:
    """How much it says that both state this value: little where many of the ministry's measures do, or where it is small,
    as counts mostly are (of few measures nothing else tells how common a value is)."""
    total = max(common.total(), _LEAST_VALUES)
    by_chance = total / (10 + abs(int(value)))
    return min(_YEAR_MOST, log2(1 + total / (common[year, value] + by_chance)) / 3)


def _match(strand: Strand, one: _Compared) -> MeasureMatch:
    return MeasureMatch(
        path=strand.path,
        project=one.theirs.project.id,
        name=one.theirs.measure.name or one.theirs.measure.goal,
        score=score_of(one.bits, _REPEATS - 1),
        agreeing=one.agreeing,
        differing=one.differing,
        reasons=tuple(_reasons(strand, one)),
    )


def _reasons(strand: Strand, one: _Compared) -> Iterator[Message]:
    if one.agreeing:
        years = _years(one.agreeing)
        yield Message(ja=f"{years}の値が同じです。", en=f"The values of {_years_en(one.agreeing)} are the same.")
    if one.differing:
        years = _years(one.differing)
        yield Message(ja=f"{years}の値が違います。", en=f"The values of {_years_en(one.differing)} differ.")
    yield Message(
        ja=f"名称の似方は{one.like:.2f}です（1が同じ）。", en=f"The names are alike by {one.like:.2f} (1 is the same)."
    )
    if one.theirs.own:
        yield Message(ja="表の達成手段である事業です。", en="The project is one of the sheet's programmes.")
    if strand.measure.unit and one.theirs.measure.unit and not same_unit(strand.measure.unit, one.theirs.measure.unit):
        yield Message(
            ja=f"単位が違います（表は{strand.measure.unit}、帳簿は{one.theirs.measure.unit}）。",
            en=f"The units differ (sheet: {strand.measure.unit}, book: {one.theirs.measure.unit}).",
        )


def _ordered(years: Sequence[Nendo]) -> tuple[Nendo, ...]:
    return tuple(sorted(years, key=lambda year: year.year))


def _years(years: Sequence[Nendo]) -> str:
    return "・".join(map(str, years))


def _years_en(years: Sequence[Nendo]) -> str:
    return ", ".join(str(year.year) for year in years)

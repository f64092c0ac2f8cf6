"""Indicator (測定指標) and Measure: by what a lever is measured, from where, to where, by when.

An indicator is a printed number; a number may carry several measures (the seed's ④ carries two), so everything that
has a value hangs on the measure.
"""

import re
from enum import StrEnum
from typing import Any, ClassVar

from pydantic import Field

from monosashi.model.folding import fold, is_dash, unbroken
from monosashi.model.mark import Number
from monosashi.model.nendo import PrintedNendo
from monosashi.model.noun import Noun, Printed
from monosashi.model.quantity import Value


class Kind(StrEnum):
    """What an indicator measures: what was done, or what it brought about."""

    OUTPUT = "output"
    OUTCOME = "outcome"


class State(StrEnum):
    """An actual is reported (zero included) or missing in one of six ways; none of them is zero."""

    REPORTED = "reported"
    NOT_YET = "not_yet"
    COMPILING = "compiling"
    NOT_SURVEYED = "not_surveyed"
    NOT_PUBLISHED = "not_published"
    NOT_APPLICABLE = "not_applicable"
    UNSTATED = "unstated"


#: The words for a missing value; the first that the text holds decides.
STATE_WORDS = {
    "集計中": State.COMPILING,
    "調査中止": State.NOT_SURVEYED,
    "未調査": State.NOT_SURVEYED,
    "調査未実施": State.NOT_SURVEYED,
    "未公表": State.NOT_PUBLISHED,
    "非公表": State.NOT_PUBLISHED,
    "該当なし": State.NOT_APPLICABLE,
    "対象外": State.NOT_APPLICABLE,
}

_KIND = re.compile(r"[<(\[【〈≪《＜]\s*+(アウトプット|アウトカム)\s*+(?:指標)?\s*+[>)\]】〉≫》＞]")


def _name_meaning(text: str) -> dict[str, Any]:
    # fold keeps offsets, so the tag's place in the folded text is its place in the printed one
    match = _KIND.search(fold(text))
    if not match:
        return {"name": unbroken(text), "kind": None}
    kind = Kind.OUTPUT if match[1] == "アウトプット" else Kind.OUTCOME
    return {"name": unbroken(text[: match.start()].rstrip() + text[match.end() :].lstrip()), "kind": kind}


class MeasureName(Printed):
    """A measure's name cell: the name, and the tag that says output or outcome."""

    name: str = ""
    kind: Kind | None = None

    meant: ClassVar[frozenset[str]] = frozenset({"name", "kind"})
    meaning: ClassVar[Any] = staticmethod(_name_meaning)


class Baseline(Noun):
    """基準値 and 基準年度."""

    value: Value = Value(text="")
    year: PrintedNendo = PrintedNendo(text="")


class Target(Noun):
    """目標値 and 目標年度."""

    value: Value = Value(text="")
    year: PrintedNendo = PrintedNendo(text="")


class YearTarget(Noun):
    """年度ごとの目標値: printed once for one year or for several; never filled down."""

    years: tuple[PrintedNendo, ...]
    value: Value


class Actual(Noun):
    """年度ごとの実績値 of one year, or the way in which it is missing."""

    year: PrintedNendo
    value: Value = Value(text="")
    state: State = State.NOT_YET


def read_actual(text: str, year: PrintedNendo, sheet_year: int | None, *, expected: bool = True) -> Actual:
    """The actual a cell prints. A dash or an empty cell is ``not_yet`` from the sheet's own year on, ``unstated`` before.

    ``sheet_year``: the fiscal year of the sheet's title. ``expected``: whether a target or a dash asks for an actual;
    an empty cell that nothing asks for is ``unstated``.
    """
    value = Value.model_validate(text)
    if not value or is_dash(text):
        pending = sheet_year is None or year.nendo is None or year.nendo.year >= sheet_year
        asked = expected or is_dash(text)
        return Actual(year=year, value=value, state=State.NOT_YET if pending and asked else State.UNSTATED)
    flat = unbroken(text)
    state = next((state for words, state in STATE_WORDS.items() if words in flat), State.REPORTED)
    return Actual(year=year, value=value, state=State.REPORTED if value.quantity else state)


class Measure(Noun):
    """One thing measured under an indicator's number."""

    name: MeasureName
    baseline: Baseline = Baseline()
    target: Target = Target()
    targets: tuple[YearTarget, ...] = ()
    actuals: tuple[Actual, ...] = ()

    @property
    def label(self) -> str:
        """The label its values lead with (政策協議等), by which a shared reference is told apart."""
        values = (self.baseline.value, self.target.value, *(target.value for target in self.targets))
        return next((v.quantity.label for v in values if v.quantity and v.quantity.label), "")

    @property
    def unit(self) -> str:
        """The unit its values are printed in: the target's, else the baseline's, else the first year's."""
        values = (
            self.target.value,
            self.baseline.value,
            *(t.value for t in self.targets),
            *(a.value for a in self.actuals),
        )
        return next((v.quantity.unit for v in values if v.quantity), "")


class Indicator(Noun):
    """A printed number and what is measured under it."""

    number: Number
    group: str = Field(default="", description="The name over several sub-indicators")
    measures: tuple[Measure, ...]

    @property
    def primary(self) -> bool:
        """Whether it is a primary indicator (主要な測定指標): its number stands in a circle."""
        return self.number.circled

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
from monosashi.model.noun import NOT_PRINTED, Noun, Printed
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

_KIND = re.compile(
    r"[<(\[【〈≪《＜]\s*+(アウトプット|アウトカム)\s*+(?:指標)?\s*+[>)\]】〉≫》＞]|(?<!\s)(?=[^\S\n]*+\n)\s++(アウトプット|アウトカム)(?:指標)?\s*+$"
)
#: A primary indicator's mark in its name: an asterisk at the end (国土交通省), ［主要］ (財務省).
_PRIMARY = re.compile(r"[*＊]\s*+$|[\[［【(（]\s*+主要(?:な?(?:測定|業績)?指標)?\s*+[\]］】)）]")
#: The unit in the heading of an indicator's own table: （単位：％）.
_UNIT = re.compile(r"[(\[]\s*+単\s*+位\s*+[:・]?\s*+([^()\[\]]{1,20}?)\s*+[)\]]")
#: A tag that says which plan the indicator is taken from: 【新経済・財政再生計画　改革工程表のＫＰＩ】.
_TAG = re.compile(r"[\[【][^\[\]【】]{0,60}(?:KPI|指標として位置付け)[^\[\]【】]{0,10}[\]】]")


def _name_meaning(text: str) -> dict[str, Any]:
    found: dict[str, Any] = {"kind": None, "primary": False, "unit": ""}
    rest = text
    for field, pattern in (("kind", _KIND), ("unit", _UNIT), ("tag", _TAG), ("primary", _PRIMARY)):
        # fold keeps offsets, so a tag's place in the folded text is its place in the printed one
        match = pattern.search(fold(rest))
        if not match:
            continue
        if field == "kind":
            found["kind"] = Kind.OUTPUT if (match[1] or match[2]) == "アウトプット" else Kind.OUTCOME
        elif field == "unit":
            found["unit"] = match[1]
        elif field == "primary":
            found["primary"] = True
        rest = rest[: match.start()].rstrip() + rest[match.end() :].lstrip()
    return {**found, "name": unbroken(rest)}


def plan_tag(text: str) -> str:
    """The tag in a measure's name that says which plan the indicator is taken from; nothing where there is none.

    >>> plan_tag("港の数【改革工程表のKPI】")
    '【改革工程表のKPI】'
    """
    flat = unbroken(text)
    match = _TAG.search(fold(flat))
    return flat[match.start() : match.end()] if match else ""


class MeasureName(Printed):
    """A measure's name cell: the name, the tag that says output or outcome, the mark of a primary indicator, the unit."""

    name: str = ""
    kind: Kind | None = None
    primary: bool = Field(default=False, description="Marked as primary in the name: ＊ or ［主要］")
    unit: str = Field(default="", json_schema_extra=NOT_PRINTED, description="（単位：…）, for values without a unit")

    meant: ClassVar[frozenset[str]] = frozenset({"name", "kind", "primary", "unit"})
    meaning: ClassVar[Any] = staticmethod(_name_meaning)


#: A judgement: one sign or word, in brackets where it is a forecast.
_JUDGED = re.compile(r"\s*+(?P<open>\(?)\s*+(?P<sign>[^()]*?)\s*+\)?\s*+")


def _judged_meaning(text: str) -> dict[str, Any]:
    match = _JUDGED.fullmatch(fold(text))
    return {"sign": match["sign"], "forecast": bool(match["open"])} if match else {"sign": "", "forecast": False}


class Judged(Printed):
    """What a form says of a target's attainment (達成, 評価, 判定): ○, A, イ. In brackets it is a forecast: (○)."""

    sign: str = ""
    forecast: bool = False

    meant: ClassVar[frozenset[str]] = frozenset({"sign", "forecast"})
    meaning: ClassVar[Any] = staticmethod(_judged_meaning)


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
    mark: str = Field(default="", description="What a row of its own says of the year: a rate of achievement, ○")


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
    mark: Judged = Judged(text="")
    counted_in: str = Field(
        default="", description="The unit, where a column or a head prints it apart from the values"
    )

    @property
    def label(self) -> str:
        """The label its values lead with (政策協議等), by which a shared reference is told apart."""
        values = (self.baseline.value, self.target.value, *(target.value for target in self.targets))
        return next((v.quantity.label for v in values if v.quantity and v.quantity.label), "")

    @property
    def unit(self) -> str:
        """The unit its values are printed in: the target's, else the baseline's, else the first year's; else the one
        that stands apart from them."""
        values = (
            self.target.value,
            self.baseline.value,
            *(t.value for t in self.targets),
            *(a.value for a in self.actuals),
        )
        beside = next((v.quantity.unit for v in values if v.quantity and v.quantity.unit), "")
        return beside or self.counted_in or self.name.unit


#: How a column of primary indicators says yes.
_YES = frozenset({"○", "〇", "◯", "◎", "●", "主要", "*", "＊", "レ", "✓"})


class Indicator(Noun):
    """A printed number and what is measured under it."""

    number: Number
    group: str = Field(default="", description="The name over several sub-indicators")
    primary_mark: str = Field(default="", description="What a column of its own prints: ○, －")
    circle_marks: bool = Field(default=True, description="Whether a circle around the number marks a primary indicator")
    measures: tuple[Measure, ...]

    @property
    def primary(self) -> bool:
        """Whether it is a primary indicator (主要な測定指標): by a circle around its number, a mark in a column of its
        own, or one in its name."""
        circled = self.number.circled and self.circle_marks
        if circled or self.primary_mark.strip() in _YES or any(measure.name.primary for measure in self.measures):
            return True
        return bool(self.group) and MeasureName.model_validate(self.group).primary

    @property
    def group_name(self) -> str:
        """The group's name without the mark of a primary indicator and without tags."""
        return MeasureName.model_validate(self.group).name

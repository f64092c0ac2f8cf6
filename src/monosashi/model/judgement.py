"""Judgement: what was reached, measure by measure and as a whole, by which rule, on what evidence, and how sure.

Every number here can be asked why: an achievement lists its inputs (with their paths) and its steps, a grade its rule,
its thresholds with who set them, what is missing, and what the grade would be under other assumptions. Nothing is
graded without evidence: where a value is missing its ``footing`` says in which way, and ``possible`` lists the grades
that what is missing leaves open.
"""

import datetime as dt
from decimal import Decimal
from enum import StrEnum

from pydantic import Field

from monosashi.model.decision import Override
from monosashi.model.indicator import Kind
from monosashi.model.measuring.way import Way
from monosashi.model.message import Message
from monosashi.model.nendo import Nendo
from monosashi.model.noun import Noun


class GoalShape(StrEnum):
    """What kind of aim a target is."""

    INCREASE = "increase"
    DECREASE = "decrease"
    FLOOR = "floor"
    CEILING = "ceiling"
    BAND = "band"
    CUMULATIVE = "cumulative"
    RATIO = "ratio"
    QUALITATIVE = "qualitative"
    CONDITIONAL = "conditional"


class Footing(StrEnum):
    """What a measure's achievement rests on: a reported number, a provisional one, or in which way there is none."""

    REPORTED = "reported"
    PROVISIONAL = "provisional"
    NOT_YET = "not_yet"
    COMPILING = "compiling"
    NOT_SURVEYED = "not_surveyed"
    NOT_PUBLISHED = "not_published"
    NOT_APPLICABLE = "not_applicable"
    UNSTATED = "unstated"
    NO_TARGET = "no_target"
    IN_WORDS = "in_words"
    UNITS_DIFFER = "units_differ"
    LEFT_OUT = "left_out"

    @property
    def is_evidence(self) -> bool:
        """Whether there is a number to judge by."""
        return self in (Footing.REPORTED, Footing.PROVISIONAL)


class Movement(StrEnum):
    """Where an actual lies, seen from the baseline."""

    TOWARD = "toward"
    NONE = "none"
    AWAY = "away"


class InputRole(StrEnum):
    """Which of a measure's numbers an input is."""

    BASELINE = "baseline"
    TARGET = "target"
    YEAR_TARGET = "year_target"
    ACTUAL = "actual"


class Input(Noun):
    """A printed number a judgement rests on."""

    role: InputRole
    path: str
    text: str = Field(description="As printed")
    value: Decimal
    nendo: Nendo | None = None


class Step(Noun):
    """One step of a reckoning, in a sentence; ``paths``: the printed values it looks at."""

    says: Message
    paths: tuple[str, ...] = ()


class Mark(Noun):
    """A sign of a scale given to one measure, or a grade given to a policy. ``rank``: 1 is the scale's best."""

    scale: str
    rank: int = Field(ge=1)
    sign: str
    label: Message


class Achievement(Noun):
    """What one measure (or one named part of it) reached in one year, held against its target of that year."""

    path: str = Field(description="The measure")
    part: str = ""
    number: str = Field(description="The indicator's printed number")
    name: str
    kind: Kind | None = None
    primary: bool = False
    nendo: Nendo | None = Field(default=None, description="The year judged")
    final: bool = Field(default=False, description="Whether the target held against is the final one")
    on_the_way: bool = Field(
        default=False,
        description="Whether it is the final target that is held against before its year: then ``met`` is true or None",
    )
    shape: GoalShape
    way: Way
    why: Message = Field(description="Why that way is taken to be better")
    way_assumed: bool = Field(
        default=False, description="Whether more is taken to be better for want of a word, though the targets fall"
    )
    inputs: tuple[Input, ...] = ()
    against: Decimal | None = Field(
        default=None,
        description="The number held against: printed, or what the target's rule comes to; None for a band",
    )
    reached: Decimal | None = Field(default=None, description="The actual in the unit of that number")
    footing: Footing
    met: bool | None = None
    level: Decimal | None = Field(
        default=None, description="Actual over target in per cent (target over actual where less is better)"
    )
    progress: Decimal | None = Field(
        default=None, description="Share of the way from baseline to that target, in per cent; below 0 is the wrong way"
    )
    final_progress: Decimal | None = Field(
        default=None,
        description="Share of the way from baseline to the final target, in per cent; held against the time",
    )
    elapsed: Decimal | None = Field(
        default=None, description="Share of the time from the baseline's year to the final target's, in per cent"
    )
    on_track: bool | None = Field(default=None, description="Whether progress has kept up with the time elapsed")
    moved: Movement | None = None
    disrupted: bool = Field(
        default=False, description="Whether the year judged, or one of the baseline's, was disrupted"
    )
    steps: tuple[Step, ...] = ()
    mark: Mark | None = None
    mark_steps: tuple[Step, ...] = ()
    printed_mark: str = Field(default="", description="What the sheet itself prints as the mark")


class Citation(Noun):
    """Where a rule stands, and what of it was seen."""

    document: Message
    seen: Message = Field(description="What of the document lay before us; what did not is not claimed")
    url: str = ""


class Threshold(Noun):
    """A number a rule needs. ``value`` is None until an office sets it; the common rule gives none."""

    name: str
    asks: Message
    unit: str = "%"
    value: Decimal | None = None
    who: str = Field(default="", description="Who set it; empty for one that the rule's own source states")
    when: str = Field(default="", description="Since when (ISO date)")
    why: str = ""


class ThresholdSetting(Noun):
    """A threshold that an office has set: dated, named, with its reason."""

    name: str
    value: Decimal
    who: str = Field(min_length=1)
    when: dt.date
    why: str = Field(min_length=1)


class Basis(StrEnum):
    """Which rate a rule's percentages are of: actual over target, or the share of the way from baseline to target."""

    LEVEL = "level"
    PROGRESS = "progress"


class BasisSetting(Noun):
    """The rate an office has chosen for a rule whose source does not say which: dated, named, with its reason."""

    value: Basis
    who: str = Field(min_length=1)
    when: dt.date
    why: str = Field(min_length=1)


class Terms(Noun):
    """On what terms a sheet is judged: the thresholds an office has set, and the assumptions of a scenario."""

    settings: tuple[ThresholdSetting, ...] = ()
    basis: BasisSetting | None = Field(default=None, description="The rate chosen, where the rule leaves it open")
    about: Decimal = Field(
        default=Decimal(0), ge=0, description="By how many per cent a target with 程度 may be missed"
    )
    tolerance: Decimal = Field(default=Decimal(0), ge=0, description="By how many per cent any target may be missed")
    without_disrupted: bool = Field(default=False, description="Leave disrupted years out of baselines and actuals")
    without_provisional: bool = Field(default=False, description="Take provisional values for missing ones")


class RuleUsed(Noun):
    """The rule in force for this judgement, with the thresholds as they stood."""

    id: str
    title: Message
    version: str
    valid_from: str = ""
    valid_to: str = ""
    citation: Citation
    basis: Basis = Field(default=Basis.LEVEL, description="The rate its percentages are of")
    basis_setting: BasisSetting | None = Field(default=None, description="Who chose it; None: the rule's own")
    thresholds: tuple[Threshold, ...] = ()


class Scenario(Noun):
    """What the judgement would be under another assumption."""

    name: Message
    tolerance: Decimal = Field(default=Decimal(0), description="By how many per cent a target may be missed")
    without_disrupted: bool = False
    without_provisional: bool = False
    grade: Mark | None = None
    possible: tuple[str, ...] = ()
    marks: tuple[str, ...] = Field(default=(), description="Sign for each achievement, in order; empty where none")
    changed: bool = Field(default=False, description="Whether grade or marks differ from the judgement's own")


class Judgement(Noun):
    """What a sheet's results amount to, by one rule."""

    rule: RuleUsed
    nendo: Nendo | None = None
    achievements: tuple[Achievement, ...] = ()
    grade: Mark | None = None
    possible: tuple[Mark, ...] = Field(default=(), description="The grades that what is missing leaves open")
    further: tuple[Mark, ...] = Field(default=(), description="The grade on the ministry's own scales")
    steps: tuple[Step, ...] = ()
    missing: tuple[Step, ...] = Field(default=(), description="What is to be set or reported before it can be graded")
    sensitivity: tuple[Scenario, ...] = ()
    overrides: tuple[Override, ...] = ()
    printed_grade: str = Field(default="", description="What the sheet itself states as the result")
    version: str = "1"

"""Rule: how marks and grades follow from facts, as dated data with a citation (``rules/*.toml``).

A rule has a scale of marks for single measures (a ministry's own; the common five have none), the grades of the whole,
and often a ministry's own scale on top of them. Each sign of a scale states its conditions; the signs stand best first,
and the first whose conditions hold is the one. A condition speaks of a threshold by name: one that the rule's source
states carries its value and cannot be set; one that the source leaves open is asked of the office, and until it is set
there is no number in its place.

Source: 目標管理型の政策評価の実施に関するガイドライン (20 December 2013) for the common five, which gives no numbers; for each
ministry's scale the citation in its file, which says what was seen and what was not.
"""

import datetime as dt
import tomllib
from decimal import Decimal
from functools import cache, cached_property
from importlib.resources import files
from typing import Any

from pydantic import Field, model_validator

from monosashi.model import Citation, Footing, Mark, Message, Noun
from monosashi.model.error import MonosashiError
from monosashi.model.judgement import Basis

#: The rule of every ministry that has none of its own, and whose grades all others use.
COMMON = "common-five"


class ThresholdSpec(Noun):
    """A number a rule needs. ``value``: as its source states it; ``default``: taken until an office sets it.

    ``more_than``, ``at_least``, ``at_most`` bound what an office may set, and ``not_above`` names a threshold that it
    may not exceed. The bounds also tell what is so whatever will be set.
    """

    name: str
    asks: Message
    unit: str = "%"
    value: Decimal | None = None
    default: Decimal | None = None
    more_than: Decimal | None = None
    at_least: Decimal | None = None
    at_most: Decimal | None = None
    not_above: str = ""

    @property
    def asked(self) -> bool:
        """Whether it is for the office to set."""
        return self.value is None

    def refuses(self, value: Decimal) -> Message | None:
        """Why a value cannot be: it lies outside the bounds. None for a possible one."""
        for bound, broken, ja, en in (
            (self.more_than, self.more_than is not None and value <= self.more_than, "より大きい", "more than"),
            (self.at_least, self.at_least is not None and value < self.at_least, "以上の", "at least"),
            (self.at_most, self.at_most is not None and value > self.at_most, "以下の", "at most"),
        ):
            if broken:
                return Message(ja=f"{bound}{ja}数にしてください", en=f"it must be {en} {bound}")
        return None


class Condition(Noun):
    """What must be so of one measure; all that is stated must hold, and a condition that states nothing always holds.

    ``met``: it met its target; not known before the target's year. ``reached``: it has reached it already, in whatever
    year. ``above``, ``at_least``: the rate lies beyond (at or beyond) the threshold of that name. ``toward``: it has moved
    from the baseline toward the target. ``going_on``: nothing shows that going on as before would not reach the target.
    ``footing``: it rests on one of these; only a sign that names a footing is given where there is no evidence.
    """

    met: bool | None = None
    reached: bool | None = None
    above: str = ""
    at_least: str = ""
    toward: bool | None = None
    going_on: bool | None = None
    on_track: bool | None = None
    footing: tuple[Footing, ...] = ()


class WholeCondition(Noun):
    """What must be so of all measures together; each list is of alternatives, and every list that is not empty binds."""

    every: tuple[Condition, ...] = ()
    every_primary: tuple[Condition, ...] = ()
    some_primary: tuple[Condition, ...] = ()


class GradeCondition(Noun):
    """Which grades of the common five give a ministry's grade; ``given``: an input of the office that must say yes."""

    grade: tuple[str, ...] = ()
    given: str = ""


class Sign(Noun):
    """One sign of a scale with its wording, and its conditions in words."""

    sign: str
    label: Message
    says: Message


class MarkSign(Sign):
    """A measure's mark. ``when``: alternatives; none: it is given where no better one is."""

    when: tuple[Condition, ...] = ()

    @property
    def footings(self) -> frozenset[Footing]:
        """The footings without evidence that give this sign."""
        return frozenset(footing for condition in self.when for footing in condition.footing)


class GradeSign(Sign):
    """A grade of the whole."""

    when: tuple[WholeCondition, ...] = ()


class FurtherSign(Sign):
    """A grade on a ministry's own scale, as it follows from the common five."""

    when: tuple[GradeCondition, ...] = ()


class _Scale(Noun):
    id: str
    title: Message

    def _marks(self, signs: tuple[Sign, ...]) -> dict[str, Mark]:
        return {
            sign.sign: Mark(scale=self.id, rank=rank, sign=sign.sign, label=sign.label)
            for rank, sign in enumerate(signs, 1)
        }


class MarkScale(_Scale):
    """Signs for single measures, best first."""

    signs: tuple[MarkSign, ...]

    @cached_property
    def marks(self) -> dict[str, Mark]:
        """Each sign as a mark with its rank."""
        return self._marks(self.signs)


class GradeScale(_Scale):
    """Grades of the whole, best first."""

    signs: tuple[GradeSign, ...]

    @cached_property
    def marks(self) -> dict[str, Mark]:
        """Each grade with its rank."""
        return self._marks(self.signs)


class FurtherScale(_Scale):
    """A ministry's own grades, best first."""

    signs: tuple[FurtherSign, ...]

    @cached_property
    def marks(self) -> dict[str, Mark]:
        """Each grade with its rank."""
        return self._marks(self.signs)


class InWords(Noun):
    """What a sheet's own mark of a measure told in words says of it: the signs that say reached, and missed."""

    met: tuple[str, ...] = ()
    missed: tuple[str, ...] = ()


class Rule(Noun):
    """One rule in force for some ministries and years."""

    id: str
    version: str
    title: Message
    valid_from: dt.date | None = None
    valid_to: dt.date | None = None
    citation: Citation
    decided: tuple[Message, ...] = Field(default=(), description="What its source leaves open and we decided")
    ministries: tuple[str, ...] = Field(default=(), description="By the names they print")
    forms: tuple[str, ...] = Field(
        default=(), description="The blank forms that tell a ministry its sheets do not name"
    )
    basis: Basis = Field(
        default=Basis.LEVEL, description="The rate of its percentages, unless an office sets the other"
    )
    thresholds: tuple[ThresholdSpec, ...] = ()
    marks: MarkScale | None = None
    grades: GradeScale
    further: FurtherScale | None = None
    in_words: InWords = InWords()

    @cached_property
    def specs(self) -> dict[str, ThresholdSpec]:
        """The thresholds by name."""
        return {spec.name: spec for spec in self.thresholds}

    @model_validator(mode="after")
    def _knows_its_thresholds(self) -> "Rule":
        unknown = sorted(self._named() - self.specs.keys())
        if unknown:
            raise ValueError(f"規則 {self.id} に閾値 {unknown} がありません / the rule lacks these thresholds")
        return self

    def _named(self) -> set[str]:
        """Every threshold or input that a condition speaks of."""
        whole = [one for sign in self.grades.signs for one in sign.when]
        single = [one for sign in self.marks.signs for one in sign.when] if self.marks else []
        single += [one for each in whole for one in (*each.every, *each.every_primary, *each.some_primary)]
        given = [one.given for sign in self.further.signs for one in sign.when] if self.further else []
        others = [spec.not_above for spec in self.thresholds]
        return {*(name for one in single for name in (one.above, one.at_least)), *given, *others} - {""}


@cache
def rules() -> tuple[Rule, ...]:
    """Every rule of the package: the common five first, then by id and by date."""
    folder = files("monosashi.judging").joinpath("rules")
    trees = [
        tomllib.loads(file.read_text(encoding="utf-8")) for file in folder.iterdir() if file.name.endswith(".toml")
    ]
    common = next(tree for tree in trees if tree["id"] == COMMON)
    found = (Rule.model_validate(_completed(tree, common)) for tree in trees)
    return tuple(sorted(found, key=lambda one: (one.id != COMMON, one.id, one.valid_from or dt.date.min)))


def _completed(tree: dict[str, Any], common: dict[str, Any]) -> dict[str, Any]:
    """A ministry's rule with what it shares with every other: the grades of the common five and their thresholds."""
    if tree is common:
        return tree
    shared = {"grades": common["grades"], "in_words": common["in_words"]}
    own = tree.get("thresholds", [])
    taken = {one["name"] for one in own}
    return {**shared, **tree, "thresholds": [*own, *(one for one in common["thresholds"] if one["name"] not in taken)]}


def rule(rule_id: str) -> Rule:
    """The rule of that id (the newest, where there are several). Raises ``MonosashiError`` with the ids there are."""
    found = [one for one in rules() if one.id == rule_id]
    if not found:
        known = ", ".join(dict.fromkeys(one.id for one in rules()))
        raise MonosashiError(
            "unknown-rule",
            f"「{rule_id}」という規則はありません。判定はしていません。あるのは {known} です。",
            f'There is no rule "{rule_id}"; nothing was judged. There are {known}.',
        )
    return found[-1]

"""The view of a judgement: the grade or why there is none, each measure with its steps, charts, what it would be under
other assumptions, and what the outputs led to."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from monosashi.model import Judgement, Mark, Message, Nendo, Override, Pathway, Scenario, Sheet, State, Trace
from monosashi.model.folding import unbroken
from monosashi.publishing.charts import Drawing
from monosashi.publishing.html.anchors import Anchors
from monosashi.publishing.html.judgement_figures import level_drawing, limits_of, progress_drawing
from monosashi.publishing.html.judgement_rows import Desk, Row, ShownStep, rows, shown_steps
from monosashi.publishing.html.meaning import nendo_words
from monosashi.publishing.html.pathway_view import ShownPathway, shown_pathways
from monosashi.publishing.html.words import Language, Words, words


@dataclass(frozen=True, slots=True)
class Choice:
    """Something the reader can choose: its value in the address, its name, and whether it is chosen."""

    value: str
    name: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class ScaleSign:
    """One sign of a scale: its wording, and when it is given."""

    sign: str
    label: Message
    says: Message


@dataclass(frozen=True, slots=True)
class ScaleTold:
    """A scale of the rule, its signs from the best on."""

    title: Message
    signs: tuple[ScaleSign, ...]


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around a judgement: the rules and years that can be asked for, the rule's scales and what its source
    leaves open, the addresses of the sheet's page and of its paper (to which a path is added), whether every step is to
    stand open, and how many decisions of people are on another rule's scale (``elsewhere``)."""

    rules: tuple[Choice, ...] = ()
    scales: tuple[ScaleTold, ...] = ()
    decided: tuple[Message, ...] = ()
    years: tuple[Choice, ...] = ()
    page: str = ""
    paper: str = ""
    unfolded: bool = False
    elsewhere: int = 0


ALONE = Around()


@dataclass(frozen=True, slots=True)
class Awaited:
    """A year whose actuals are still to come, and the measures that can then be judged. ``final``: those for which it is
    the year of the final target."""

    year: str
    numbers: tuple[str, ...]
    final: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ShownScenario:
    """The judgement under another assumption; ``signs``: by measure, each with whether it differs from the judgement's."""

    name: str
    grade: Mark | None
    possible: tuple[str, ...]
    grade_changed: bool
    signs: tuple[tuple[str, bool], ...]
    changed: bool


@dataclass(frozen=True)
class JudgementView:
    """One judgement, in one language."""

    judgement: Judgement
    pathways: tuple[ShownPathway, ...]
    desk: Desk
    around: Around = field(default=ALONE)

    @property
    def words(self) -> Words:
        """The reader's words."""
        return self.desk.words

    @property
    def name(self) -> str:
        """The policy's name, or what else the sheet is called by."""
        sheet = self.desk.sheet
        parts = (sheet.policy.name, sheet.title.text, sheet.identifier.plain)
        return next((unbroken(part) for part in parts if part.strip()), self.words("sheet.unnamed"))

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """The measures."""
        return rows(self.judgement, self.desk)

    @property
    def evidenced(self) -> int:
        """How many measures have a number to judge by."""
        return sum(one.footing.is_evidence for one in self.judgement.achievements)

    @property
    def year(self) -> str:
        """The year judged, in words."""
        return nendo_words(self.judgement.nendo, self.words) if self.judgement.nendo else ""

    @cached_property
    def steps(self) -> tuple[ShownStep, ...]:
        """How the grade came about."""
        return shown_steps(self.judgement.steps, self.desk)

    @cached_property
    def missing(self) -> tuple[ShownStep, ...]:
        """What is to be set or reported first."""
        return shown_steps(self.judgement.missing, self.desk)

    @property
    def has_marks(self) -> bool:
        """Whether the rule gives marks to measures, or the sheet prints some."""
        return any(row.mark or row.printed_mark or row.overrides for row in self.rows)

    @property
    def overrides(self) -> tuple[Override, ...]:
        """What people gave as the policy's grade."""
        return tuple(override for override in self.judgement.overrides if not override.path)

    @property
    def open_thresholds(self) -> int:
        """How many thresholds nobody has set."""
        return sum(one.value is None for one in self.judgement.rule.thresholds)

    @property
    def limits(self) -> tuple[str, ...]:
        """The thresholds that the charts show as lines."""
        return tuple(limit.label for limit in limits_of(self.judgement.rule))

    @cached_property
    def level(self) -> Drawing | None:
        """Actual over target as bars."""
        return level_drawing(self.judgement, self.words)

    @cached_property
    def progress(self) -> Drawing | None:
        """Progress beside the time elapsed, as bars."""
        return progress_drawing(self.judgement, self.words)

    @cached_property
    def awaited(self) -> tuple[Awaited, ...]:
        """What can be judged when, by the years for which a target is printed and no actual yet."""
        return tuple(_awaited(self.desk.sheet, self.words))

    @property
    def evaluation(self) -> str:
        """When the policy is to be evaluated: the month by the calendar of the reader, else as printed."""
        told = self.desk.sheet.policy.evaluation
        if self.words.language == "ja" or not told.month:
            return unbroken(told.text)
        return str(told.month)

    @cached_property
    def scenarios(self) -> tuple[ShownScenario, ...]:
        """What it would be under other assumptions."""
        own = [one.mark.sign if one.mark else "" for one in self.judgement.achievements]
        return tuple(self._scenario(one, own) for one in self.judgement.sensitivity)

    def _scenario(self, one: Scenario, own: Sequence[str]) -> ShownScenario:
        signs = one.marks if len(one.marks) == len(own) else ("",) * len(own)
        graded = (one.grade.sign if one.grade else "", one.possible)
        stands = self.judgement.grade
        here = (stands.sign if stands else "", tuple(mark.sign for mark in self.judgement.possible))
        return ShownScenario(
            name=self.words.of(one.name),
            grade=one.grade,
            possible=one.possible,
            grade_changed=graded != here,
            signs=tuple((sign, sign != mine) for sign, mine in zip(signs, own, strict=True)),
            changed=one.changed,
        )


def judgement_view(
    judgement: Judgement,
    pathways: Sequence[Pathway],
    sheet: Sheet,
    trace: Trace,
    language: Language = "ja",
    around: Around = ALONE,
) -> JudgementView:
    """The view of a sheet's judgement in a language."""
    desk = Desk(sheet, trace, words(language), Anchors.of(sheet), around.page, around.paper)
    return JudgementView(judgement, shown_pathways(pathways, desk), desk, around)


def _awaited(sheet: Sheet, spoken: Words) -> Iterator[Awaited]:
    asked: dict[Nendo, dict[str, bool]] = {}
    for _, indicator, measure in sheet.measures():
        reported = {actual.year.nendo for actual in measure.actuals if actual.state is State.REPORTED}
        last = measure.target.year.nendo
        years = [printed.nendo for target in measure.targets for printed in target.years]
        called = unbroken(indicator.number.text) or unbroken(measure.name.name)
        for nendo in (*years, last):
            if nendo and nendo not in reported:
                asked.setdefault(nendo, {})[called] = nendo == last
    for nendo in sorted(asked, key=lambda nendo: (nendo.year, nendo.kind)):
        found = asked[nendo]
        yield Awaited(nendo_words(nendo, spoken), tuple(found), tuple(name for name, final in found.items() if final))

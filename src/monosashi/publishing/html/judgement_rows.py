"""A judgement's measures as rows of a page: what was held against what, the result, and how it came about, step by step."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from monosashi.model import Achievement, Footing, InputRole, Judgement, Mark, Measure, Override, Sheet, Step, Trace
from monosashi.model.folding import unbroken
from monosashi.publishing.charts.attainment import per_cent
from monosashi.publishing.html.anchors import Anchors
from monosashi.publishing.html.meaning import nendo_words
from monosashi.publishing.html.shown import place_of
from monosashi.publishing.html.where import where
from monosashi.publishing.html.words import Words

#: The longest text of a cell, in letters.
_CELL = 60


@dataclass(frozen=True, slots=True)
class Desk:
    """What every place is named and found by: the sheet, its trace, the words, the addresses of its page and paper."""

    sheet: Sheet
    trace: Trace
    words: Words
    anchors: Anchors
    page: str = ""
    paper: str = ""

    def spot(self, path: str, text: str = "") -> "Spot":
        """A path as a link."""
        anchor = self.anchors.nearest(path)
        return Spot(
            where=where(self.sheet, path, self.words),
            address=f"{self.page}#{anchor}" if anchor else self.page or "#main",
            text=unbroken(text),
            place=place_of(self.trace, path),
            paper=f"{self.paper}{path}#here" if self.paper and self.trace.places(path) else "",
        )


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on the sheet: its name, the address of its value, what is printed there, and where on the paper."""

    where: str
    address: str
    text: str
    place: str
    paper: str


@dataclass(frozen=True, slots=True)
class ShownStep:
    """One step in a sentence, with the places it looks at."""

    sentence: str
    spots: tuple[Spot, ...]


@dataclass(frozen=True, slots=True)
class ShownInput:
    """A number a result rests on."""

    role: str
    year: str
    spot: Spot


@dataclass(frozen=True, slots=True)
class Row:
    """One measure. Percentages are empty where there is none; ``met`` and ``on_track`` are yes, no or nothing."""

    key: str
    number: str
    primary: bool
    name: str
    part: str
    kind: str
    spot: Spot
    year: str
    final: bool
    target: str
    actual: str
    footing: str
    provisional: bool
    disrupted: bool
    met: bool | None
    level: str
    progress: str
    final_progress: str
    elapsed: str
    on_the_way: bool
    on_track: bool | None
    mark: Mark | None
    printed_mark: str
    overrides: tuple[Override, ...]
    shape: str
    why: str
    way_assumed: bool
    inputs: tuple[ShownInput, ...]
    steps: tuple[ShownStep, ...]
    mark_steps: tuple[ShownStep, ...]

    @property
    def called(self) -> str:
        """Number and name in one line."""
        return " ".join(said for said in (self.number, self.name, self.part) if said)


def rows(judgement: Judgement, desk: Desk) -> tuple[Row, ...]:
    """Every achievement, in the judgement's order."""
    return tuple(_row(n, one, judgement.overrides, desk) for n, one in enumerate(judgement.achievements, 1))


def shown_steps(steps: Iterable[Step], desk: Desk) -> tuple[ShownStep, ...]:
    """Steps with their places."""
    return tuple(ShownStep(desk.words.of(step.says), tuple(desk.spot(path) for path in step.paths)) for step in steps)


def percent(value: Decimal | None) -> str:
    """A share for a table; nothing where there is none."""
    return "" if value is None else per_cent(value)


def _row(n: int, one: Achievement, overrides: Sequence[Override], desk: Desk) -> Row:
    words = desk.words
    aims = (InputRole.TARGET, InputRole.YEAR_TARGET)
    return Row(
        key=f"judged-{n}",
        number=unbroken(one.number),
        primary=one.primary,
        name=unbroken(one.name),
        part=words("judgement.part_of", name=one.part) if one.part else "",
        kind=words(f"logic.{one.kind.value}") if one.kind else "",
        spot=desk.spot(f"{one.path}/name"),
        year=nendo_words(one.nendo, words) if one.nendo else "",
        final=one.final,
        target=_text(one, aims if one.final else aims[::-1]) or _short(_stated_target(one, desk.sheet)),
        actual=_text(one, (InputRole.ACTUAL,)) or _short(_stated_actual(one, desk.sheet)),
        footing="" if one.footing.is_evidence else words(f"footing.{one.footing.value}"),
        provisional=one.footing is Footing.PROVISIONAL,
        disrupted=one.disrupted and one.footing.is_evidence,
        met=one.met,
        level=percent(one.level),
        progress=percent(one.progress),
        final_progress=percent(one.final_progress),
        elapsed=percent(one.elapsed),
        on_the_way=one.on_the_way,
        on_track=one.on_track,
        mark=one.mark,
        printed_mark=unbroken(one.printed_mark),
        overrides=tuple(override for override in overrides if override.path == one.path and not one.part),
        shape=words(f"goal_shape.{one.shape.value}"),
        why=words.of(one.why),
        way_assumed=one.way_assumed,
        inputs=tuple(
            ShownInput(
                words(f"input.{given.role.value}"),
                nendo_words(given.nendo, words) if given.nendo else "",
                desk.spot(given.path, given.text),
            )
            for given in one.inputs
        ),
        steps=shown_steps(one.steps, desk),
        mark_steps=shown_steps(one.mark_steps, desk),
    )


def _text(one: Achievement, roles: Sequence[InputRole]) -> str:
    """The print of the first of some roles that has one."""
    printed = {given.role: given.text for given in reversed(one.inputs)}
    return unbroken(next((printed[role] for role in roles if role in printed), ""))


def _measure(one: Achievement, sheet: Sheet) -> Measure | None:
    """The measure of an achievement; None where the judgement is of another sheet."""
    return next((measure for path, _, measure in sheet.measures() if path == one.path), None)


def _stated_target(one: Achievement, sheet: Sheet) -> str:
    """What the sheet prints as the year's target, or the final one, where it makes no number: an aim told in words."""
    measure = _measure(one, sheet)
    if measure is None or one.part:
        return ""
    own = (each.value.text for each in measure.targets if one.nendo in [year.nendo for year in each.years])
    return next(own, "") or measure.target.value.text


def _stated_actual(one: Achievement, sheet: Sheet) -> str:
    """What the sheet prints as the year's actual where it is told in words."""
    measure = _measure(one, sheet)
    if measure is None or one.part or one.footing is not Footing.IN_WORDS:
        return ""
    return next((each.value.text for each in measure.actuals if each.year.nendo == one.nendo), "")


def _short(text: str) -> str:
    """As much of a text as a cell of the table holds; the whole stands on the sheet's page."""
    flat = unbroken(text)
    return flat if len(flat) <= _CELL else f"{flat[: _CELL - 1]}…"

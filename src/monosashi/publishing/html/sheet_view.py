"""The view of a sheet: everything its page shows, looked up by path, ready for the templates."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from monosashi.forms import Form
from monosashi.model import Actual, Correction, Finding, Guess, Indicator, Sheet, Statement, StatementRole, Trace
from monosashi.model.folding import unbroken
from monosashi.model.path import resolve
from monosashi.publishing.charts import (
    Backdrop,
    Drawing,
    Logic,
    Series,
    logic_of,
    logic_picture,
    measure_series,
)
from monosashi.publishing.html.anchors import value_paths
from monosashi.publishing.html.budget_table import BudgetTable, ItemTable, budget_tables, item_table
from monosashi.publishing.html.corrections_view import ShownCorrection, corrections_shown
from monosashi.publishing.html.figures import Figure, figures
from monosashi.publishing.html.indicator_table import IndicatorTable, indicator_table
from monosashi.publishing.html.legend import Sign, legend
from monosashi.publishing.html.meaning import meaning, state_words
from monosashi.publishing.html.money_figures import MoneyFigures, money_figures
from monosashi.publishing.html.overview import Overview, overview
from monosashi.publishing.html.programme_table import ProgrammeTable, programme_table
from monosashi.publishing.html.shown import SEVERITIES, ShownFinding, place_of, short_place_of, shown
from monosashi.publishing.html.text import Piece, note_paths, pieces
from monosashi.publishing.html.where import where
from monosashi.publishing.html.words import Language, Words, words

_AIM = frozenset({StatementRole.FINAL_OUTCOME, StatementRole.INTERMEDIATE_OUTCOME})


@dataclass(frozen=True, slots=True)
class Leaf:
    """One printed value: its text in pieces, what it means, how it is missing, where it stands, what was found; where the
    reader guessed that it belongs here, why; and where a person corrected it, what was read and why that is wrong."""

    path: str
    pieces: tuple[Piece, ...]
    meaning: str
    state: str
    place: str
    short_place: str
    findings: tuple[ShownFinding, ...]
    guess: str
    correction: ShownCorrection | None


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands beside a sheet because others know it, all of it optional.

    ``checks``: the address above the explanations of codes; ``backdrops``: what the audit tells of measures for their
    charts; ``filled``: how many of how many items the form asks for are given; ``guesses``: what the reader guessed;
    ``paper``: the address that shows a place on the original, to which the path is added; ``corrections``: those whose text
    stands on the sheet; ``books``: the address at which the sheet stands beside the outside books.
    """

    checks: str = ""
    backdrops: tuple[Backdrop, ...] = ()
    filled: tuple[int, int] | None = None
    guesses: tuple[Guess, ...] = ()
    paper: str = ""
    corrections: tuple[Correction, ...] = ()
    books: str = ""


NOTHING = Beside()


@dataclass(frozen=True)
class SheetView:
    """One sheet, in one language."""

    sheet: Sheet
    form: Form | None
    trace: Trace
    words: Words
    findings: tuple[ShownFinding, ...]
    beside: Beside = NOTHING

    @property
    def checks(self) -> str:
        """The address above the explanations of codes, empty where there is none."""
        return self.beside.checks

    @property
    def books(self) -> str:
        """The address at which the sheet stands beside the outside books; empty where there is none."""
        return self.beside.books

    @property
    def paper(self) -> str:
        """The address that shows a path's place on the original once the path is added; empty where there is none."""
        return self.beside.paper

    @property
    def name(self) -> str:
        """The policy's name, or what else the sheet is called by."""
        parts = (self.sheet.policy.name, self.sheet.title.text, self.sheet.identifier.plain)
        return next((unbroken(part) for part in parts if part.strip()), self.words("sheet.unnamed"))

    @property
    def evaluation(self) -> str:
        """When the policy is to be evaluated: the month by the calendar of the reader, else as printed."""
        printed = self.sheet.policy.evaluation
        if self.words.language == "ja" or not printed.month:
            return unbroken(printed.text)
        return str(printed.month)

    @cached_property
    def values(self) -> Mapping[str, str]:
        """Each value's text by its path."""
        return value_paths(self.sheet)

    @cached_property
    def indicators(self) -> IndicatorTable:
        """The table of indicators."""
        return indicator_table(self.sheet, self.findings)

    @cached_property
    def budgets(self) -> tuple[BudgetTable, ...]:
        """The tables of the budget by stages."""
        return budget_tables(self.sheet, self.findings)

    @cached_property
    def budget_items(self) -> ItemTable:
        """The lines of the budget that pay for the policy."""
        return item_table(self.sheet, self.findings)

    @cached_property
    def programmes(self) -> ProgrammeTable:
        """The table of means."""
        return programme_table(self.sheet, self.findings)

    @cached_property
    def _series(self) -> tuple[Series, ...]:
        return tuple(measure_series(self.sheet, path, measure) for path, _, measure in self.sheet.measures())

    @cached_property
    def overview(self) -> Overview:
        """What a reader wants to know first."""
        return overview(self.sheet, self._series, self.words)

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """Each measure as a chart and a table."""
        backdrops = {backdrop.path: backdrop for backdrop in self.beside.backdrops}
        return figures(self.sheet, self._series, backdrops, self.words)

    @cached_property
    def legend(self) -> tuple[Sign, ...]:
        """The signs of the charts."""
        shaded = any(backdrop.disrupted for backdrop in self.beside.backdrops)
        return legend(self._series, disrupted=shaded)

    @cached_property
    def money_figures(self) -> MoneyFigures:
        """The money as charts and tables."""
        return money_figures(self.sheet, self.words)

    @cached_property
    def logic(self) -> Logic:
        """Goals, levers, indicators and programmes with their links."""
        return logic_of(self.sheet)

    @cached_property
    def logic_drawing(self) -> Drawing:
        """The logic as a picture."""
        known = self.logic
        names = (
            self.words("logic.title"),
            self.words(
                "logic.desc",
                goals=len(known.goals),
                indicators=len(known.indicators),
                programmes=len(known.programmes),
                unserved="、".join(one.number for one in known.unserved) or self.words("logic.none"),
            ),
        )
        return logic_picture("logic-picture", known, self.words, names)

    @cached_property
    def _notes(self) -> Mapping[str, str]:
        return note_paths(self.sheet)

    @cached_property
    def _found(self) -> Mapping[str, tuple[ShownFinding, ...]]:
        found: dict[str, tuple[ShownFinding, ...]] = {}
        for finding in self.findings:
            found[finding.anchor] = (*found.get(finding.anchor, ()), finding)
        return found

    @cached_property
    def _leaves(self) -> dict[str, Leaf]:
        return {}

    def leaf(self, path: str) -> Leaf:
        """The value at a path, looked up once. Raises ``KeyError`` where the sheet has no such place."""
        if path not in self._leaves:
            self._leaves[path] = self._leaf(path)
        return self._leaves[path]

    def _leaf(self, path: str) -> Leaf:
        noun = resolve(self.sheet, path)
        parent = resolve(self.sheet, path.removesuffix("/value")) if path.endswith("/value") else None
        return Leaf(
            path=path,
            pieces=self.pieces(self.values[path]),
            meaning=meaning(noun, self.words),
            state=state_words(parent, self.words) if isinstance(parent, Actual) else "",
            place=place_of(self.trace, path),
            short_place=short_place_of(self.trace, path),
            findings=self._found.get(path, ()),
            guess=self._guess(path),
            correction=next((one for one in self.corrections if one.path == path), None),
        )

    @cached_property
    def corrections(self) -> tuple[ShownCorrection, ...]:
        """What people have corrected, in the order they did."""
        return corrections_shown(self.sheet, self.beside.corrections, self.words)

    def _guess(self, path: str) -> str:
        """Why the reader guessed the value at a path, or what it stands in; nothing where it did not guess."""
        spoken = (guess for guess in self.beside.guesses if path == guess.path or path.startswith(f"{guess.path}/"))
        return next((self.words.of(guess.reason) for guess in spoken), "")

    def pieces(self, text: str) -> tuple[Piece, ...]:
        """A printed text with its note marks leading to their notes."""
        return pieces(text.strip(), self._notes)

    def label(self, part: str, role: str) -> tuple[Piece, ...]:
        """A printed label without its line breaks; the blank form's where the sheet keeps none."""
        printed = self.sheet.label(f"{part}.{role}") or _form_label(self.form, part, role)
        return self.pieces(unbroken(printed) or self.words(f"label.{part}.{role}"))

    def gloss(self, part: str, role: str) -> str:
        """The label in the reader's language, where that is not the paper's."""
        return "" if self.words.language == "ja" else self.words(f"label.{part}.{role}")

    def under(self, path: str) -> tuple[ShownFinding, ...]:
        """The findings about a path and what is below it, in order."""
        return tuple(f for f in self.findings if f.anchor == path or f.anchor.startswith(f"{path}/"))

    def of_anchor(self, anchor: str) -> tuple[ShownFinding, ...]:
        """The findings at exactly one anchor; the empty one is the sheet as a whole."""
        return self._found.get(anchor, ())

    def where(self, path: str) -> str:
        """The name of a path."""
        return where(self.sheet, path, self.words)

    def statement_label(self, statement: Statement) -> tuple[Piece, ...]:
        """A statement's printed label without its line breaks."""
        return self.pieces(unbroken(statement.label))

    @property
    def aim_label(self) -> tuple[Piece, ...]:
        """The label over the statements of the aim (基本目標), where the paper prints one."""
        return self.pieces(unbroken(self.sheet.label("aim")))

    def opens_aim(self, n: int) -> bool:
        """Whether the statement at that place is the first under the aim's label."""
        roles = [statement.role for statement in self.sheet.policy.statements]
        return bool(self.aim_label) and roles[n] in _AIM and not _AIM & set(roles[:n])

    def numbers(self, paths: Iterable[str]) -> str:
        """The printed numbers of some indicators, in one line."""
        found = (resolve(self.sheet, path) for path in paths)
        return "、".join(unbroken(one.number.text) for one in found if isinstance(one, Indicator))

    def primary(self, path: str) -> bool:
        """Whether the indicator at a path is a primary one."""
        indicator = resolve(self.sheet, path)
        return isinstance(indicator, Indicator) and indicator.primary

    def grouped(self, path: str) -> bool:
        """Whether the indicator at a path stands under a group's name."""
        indicator = resolve(self.sheet, path)
        return isinstance(indicator, Indicator) and bool(indicator.group.strip())

    def of_severity(self, severity: str) -> tuple[ShownFinding, ...]:
        """The findings of one severity."""
        return tuple(f for f in self.findings if f.severity == severity)

    @property
    def severities(self) -> tuple[str, ...]:
        """Every severity, gravest first."""
        return tuple(severity.value for severity in SEVERITIES)


def _form_label(form: Form | None, part: str, role: str) -> str:
    if form is None:
        return ""
    table = next((table for table in form.tables if table.part == part), None)
    if table is None:
        return ""
    wording = {"side": table.side, "total": table.total}.get(role)
    if wording is None:
        wording = next((column for column in table.columns if column.role == role), None)
    return wording.label if wording else ""


def sheet_view(
    sheet: Sheet,
    form: Form | None,
    findings: Sequence[Finding],
    trace: Trace,
    language: Language = "ja",
    beside: Beside = NOTHING,
) -> SheetView:
    """The view of a sheet with its findings and what stands beside it, in a language."""
    spoken = words(language)
    return SheetView(sheet, form, trace, spoken, shown(sheet, findings, trace, spoken), beside)

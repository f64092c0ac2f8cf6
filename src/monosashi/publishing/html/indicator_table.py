"""The table of indicators, laid out as the form has it: goals and levers span their indicators, each measure has a row
of targets over a row of actuals, and a row for what was found about it.

A rationale belongs to the measures it speaks of as far as they stand together under one goal. On paper it is a cell
beside them, as the form has it; on a screen a row below the last of them, so that nobody has to push the table aside
to read it. Where it comes up again, the row leads back to it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from monosashi.model import Goal, Indicator, Measure, Sheet
from monosashi.publishing.html.anchors import has_goals, has_levers
from monosashi.publishing.html.shown import ShownFinding
from monosashi.publishing.html.years import UNDATED, YearCell, YearColumn, year_cells, year_columns


@dataclass(frozen=True, slots=True)
class Told:
    """A rationale where it is told: the paths it shows, those it points back to, and the indicators it speaks of here."""

    paths: tuple[str, ...]
    again: tuple[str, ...]
    about: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Spanning:
    """A cell over several rows; for a rationale with what it tells."""

    rows: int
    told: Told | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """The rows of one measure, and the spanning cells that begin there.

    ``told`` is the rationale that ends here, with the numbers it speaks of; ``measure`` is empty where the paper prints a goal, lever or number without anything measured under it.
    ``findings`` are those of the measure; ``closing`` those of the goal and its levers, after its last measure.
    """

    path: str
    goal: str
    lever: str
    indicator: str
    measure: str
    targets: tuple[YearCell, ...] = ()
    actuals: tuple[YearCell, ...] = ()
    findings: tuple[ShownFinding, ...] = ()
    closing: tuple[ShownFinding, ...] = ()
    spans: Mapping[str, Spanning] = field(default_factory=dict)
    told: Told | None = None

    def span(self, part: str) -> Spanning | None:
        """The spanning cell of that part (goal, lever, indicator, rationale) if it begins here."""
        return self.spans.get(part)

    @property
    def rows(self) -> int:
        """How many rows the block has, without the closing one."""
        return (2 if self.measure else 1) + bool(self.findings) + bool(self.told)


@dataclass(frozen=True, slots=True)
class IndicatorTable:
    """The whole table."""

    years: tuple[YearColumn, ...]
    blocks: tuple[Block, ...]
    has_goals: bool
    has_levers: bool
    loose: tuple[str, ...] = ()

    @property
    def width(self) -> int:
        """The number of columns right of goal and lever."""
        return 7 + bool(self.years) + len(self.years)


def indicator_table(sheet: Sheet, findings: Sequence[ShownFinding]) -> IndicatorTable:
    """Lay the table out. ``findings``: of the whole sheet; those about goals and indicators are placed."""
    years = _years(sheet)
    blocks = [block for g, goal in enumerate(sheet.goals) for block in _goal_blocks(f"/goals/{g}", goal, years)]
    blocks = _with_findings(blocks, findings)
    told = _rationales_of(sheet)
    spanned = _span(blocks, told)
    shown = {path for block in spanned if block.told for path in block.told.paths}
    return IndicatorTable(
        years=years,
        blocks=spanned,
        has_goals=has_goals(sheet),
        has_levers=has_levers(sheet),
        loose=tuple(path for n in range(len(sheet.rationales)) if (path := f"/rationales/{n}") not in shown),
    )


def _years(sheet: Sheet) -> tuple[YearColumn, ...]:
    measures = [measure for _, _, measure in sheet.measures()]
    targets = [year for measure in measures for target in measure.targets for year in target.years]
    columns = year_columns([*targets, *(actual.year for measure in measures for actual in measure.actuals)])
    return columns or ((UNDATED,) if any(measure.targets for measure in measures) else ())


def _goal_blocks(path: str, goal: Goal, years: tuple[YearColumn, ...]) -> list[Block]:
    found: list[Block] = []
    for v, lever in enumerate(goal.levers):
        at = f"{path}/levers/{v}"
        for i, indicator in enumerate(lever.indicators):
            found += _indicator_blocks(path, at, f"{at}/indicators/{i}", indicator, years)
        if not lever.indicators:
            found.append(Block(path=at, goal=path, lever=at, indicator="", measure=""))
    return found or [Block(path=path, goal=path, lever="", indicator="", measure="")]


def _indicator_blocks(
    goal: str, lever: str, path: str, indicator: Indicator, years: tuple[YearColumn, ...]
) -> list[Block]:
    found = [
        _measure_block(Block(at, goal, lever, path, at), measure, years)
        for m, measure in enumerate(indicator.measures)
        if (at := f"{path}/measures/{m}")
    ]
    return found or [Block(path=path, goal=goal, lever=lever, indicator=path, measure="")]


def _measure_block(block: Block, measure: Measure, years: tuple[YearColumn, ...]) -> Block:
    targets = [(f"{block.path}/targets/{t}/value", target.years) for t, target in enumerate(measure.targets)]
    actuals = [(f"{block.path}/actuals/{a}/value", (actual.year,)) for a, actual in enumerate(measure.actuals)]
    return replace(block, targets=year_cells(years, targets), actuals=year_cells(years, actuals))


def _with_findings(blocks: Sequence[Block], findings: Sequence[ShownFinding]) -> list[Block]:
    """Each finding in the last block of what it concerns: its measure, its indicator, its lever or its goal."""
    placed: dict[str, dict[int, list[ShownFinding]]] = {"findings": {}, "closing": {}}
    for finding in findings:
        for part in ("measure", "indicator", "lever", "goal"):
            at = [n for n, block in enumerate(blocks) if _under(finding.anchor, getattr(block, part))]
            if at:
                row = "findings" if part in ("measure", "indicator") else "closing"
                last = at[-1] if row == "findings" else _last_of(blocks, blocks[at[-1]].goal)
                placed[row].setdefault(last, []).append(finding)
                break
    return [
        replace(
            block,
            findings=tuple(placed["findings"].get(n, ())),
            closing=tuple(placed["closing"].get(n, ())),
        )
        for n, block in enumerate(blocks)
    ]


def _last_of(blocks: Sequence[Block], goal: str) -> int:
    return max(n for n, block in enumerate(blocks) if block.goal == goal)


def _under(anchor: str, path: str) -> bool:
    return bool(path) and (anchor == path or anchor.startswith(f"{path}/"))


def _rationales_of(sheet: Sheet) -> dict[str, tuple[str, ...]]:
    """From each measure's path to the paths of the rationales that speak of it."""
    return {
        path: tuple(f"/rationales/{n}" for n, rationale in enumerate(sheet.rationales) if path in rationale.measures)
        for path, _, _ in sheet.measures()
    }


def _span(blocks: Sequence[Block], told: Mapping[str, tuple[str, ...]]) -> tuple[Block, ...]:
    """The blocks with their rationales and with the cells that span rows, each where it begins."""
    telling = _runs([(block.goal, told.get(block.measure, ()) or block.path) for block in blocks])
    blocks = _with_rationales(blocks, telling, told)
    runs: dict[str, list[list[int]]] = {
        "goal": _runs([block.goal for block in blocks]),
        "lever": _runs([(block.goal, block.lever) for block in blocks]),
        "indicator": _runs([block.indicator or block.path for block in blocks]),
        "rationale": telling,
    }
    starts: list[dict[str, Spanning]] = [{} for _ in blocks]
    for part, groups in runs.items():
        for group in groups:
            last = blocks[group[-1]]
            rows = sum(blocks[n].rows for n in group) + (part == "goal" and bool(last.closing))
            starts[group[0]][part] = Spanning(rows, last.told if part == "rationale" else None)
    return tuple(replace(block, spans=start) for block, start in zip(blocks, starts, strict=True))


def _with_rationales(
    blocks: Sequence[Block], telling: Sequence[Sequence[int]], told: Mapping[str, tuple[str, ...]]
) -> list[Block]:
    """Each rationale at the last of the neighbours it speaks of; in full where it comes up first."""
    found, seen = list(blocks), set[str]()
    for group in telling:
        last = blocks[group[-1]]
        if last.measure:
            spoken = told.get(last.measure, ())
            fresh = tuple(path for path in spoken if path not in seen)
            about = tuple(dict.fromkeys(blocks[n].indicator for n in group))
            found[group[-1]] = replace(last, told=Told(fresh, tuple(path for path in spoken if path in seen), about))
            seen.update(spoken)
    return found


def _runs(keys: Sequence[object]) -> list[list[int]]:
    """Positions of neighbours with the same key, together."""
    found: list[list[int]] = []
    for n, item in enumerate(keys):
        if found and keys[found[-1][0]] == item:
            found[-1].append(n)
        else:
            found.append([n])
    return found

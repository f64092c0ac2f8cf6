"""Budgets: the table of a policy's money by stages (当初予算 ... 執行額) and fiscal years.

The stages stand one below the other with the years over them, or side by side with the years below them. What they are
called, with or without letters, with the unit in this label or that, is a matter of wording; where the table stands on
the paper does not matter.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from monosashi.forms import Form, label_key
from monosashi.model import Budget, BudgetAmount, BudgetRow, BudgetRowKind, Label, Nendo, PrintedNendo
from monosashi.model.budget import budget_row_kind, printed_unit
from monosashi.model.folding import fold
from monosashi.model.nendo import ERA, parse_nendo
from monosashi.reading.grid import Claims, Grid, GridCell
from monosashi.reading.labels import statement_labels

#: How many rows over the first stage its years are looked for, and the table's label over those.
_HEAD_ROWS = 4
#: A stage's label is short; prose that begins with 執行額 is none.
_LONGEST_STAGE = 40
#: A table's next stage is among so many that follow on the paper.
_NEAR_STAGES = 100
_YEAR = re.compile(
    rf"\(?(?P<year>(?:{ERA})?(?:元|\d{{1,4}})年?度?)\)?(?P<rest>(?:\(?(?:[^()]{{0,6}}(?:要求|当初|予算|決算|実績|見込|補正後)[^()]{{0,6}})?\)?))"
)


@dataclass(frozen=True)
class Stage:
    """One stage's label, and the cells that print its amounts."""

    kind: BudgetRowKind
    cell: GridCell
    amounts: tuple[GridCell, ...]


@dataclass(frozen=True)
class BudgetBlock:
    """One table of a budget on the paper: its stages, its years by the cells they head, and the labels around it."""

    stages: tuple[Stage, ...]
    years: tuple[tuple[GridCell, PrintedNendo], ...]
    labels: tuple[tuple[str, GridCell], ...]
    upright: bool
    top: int
    bottom: int

    def fills(self, cell: GridCell) -> bool:
        """Whether a cell stands in the table; text beside it does not."""
        own = [head for head, _ in self.years] + [label for _, label in self.labels]
        own += [one for stage in self.stages for one in (stage.cell, *stage.amounts)]
        left, right = min(one.left for one in own), max(one.right for one in own)
        return self.top <= cell.top <= self.bottom and cell.meets_columns(left, right)

    def years_of(self, cell: GridCell) -> list[tuple[GridCell, PrintedNendo]]:
        """The years that head an amount: over its columns, or beside its row."""
        if self.upright:
            return [
                head
                for head in self.years
                if head[0].top <= cell.bottom and cell.meets_rows(head[0].top, head[0].bottom)
            ]
        most = max((cell.shared_columns(head.left, head.right) for head, _ in self.years), default=0)
        if not most:
            return []
        return [head for head in self.years if cell.shared_columns(head[0].left, head[0].right)]


def find_budgets(grid: Grid, form: Form, like: Nendo | None) -> list[BudgetBlock]:
    """Every table of a budget on the paper, from the top."""
    stages = [(kind, cell) for cell in grid.cells if (kind := _stage(cell, form))]
    found = [block for run in _runs(stages) if (block := _flat(grid, run, form, like))]
    taken = {id(stage.cell) for block in found for stage in block.stages}
    rows: dict[int, list[tuple[BudgetRowKind, GridCell]]] = {}
    for kind, cell in stages:
        if id(cell) not in taken:
            rows.setdefault(cell.top, []).append((kind, cell))
    found += [block for row in rows.values() if (block := _upright(grid, row, form, like))]
    return sorted(found, key=lambda block: block.top)


def _stage(cell: GridCell, form: Form) -> BudgetRowKind | None:
    """What a cell names as a stage of the budget; None where it names none."""
    if len(cell.text) > _LONGEST_STAGE:
        return None
    folded = label_key(cell.text)
    columns = form.table("budget").columns if form.has("budget") else ()
    named = next((column.role for column in columns if folded in column.keys), "")
    kind = BudgetRowKind(named) if named in set(BudgetRowKind) else budget_row_kind(cell.text)
    return None if kind is BudgetRowKind.OTHER else kind


def _runs(stages: list[tuple[BudgetRowKind, GridCell]]) -> Iterator[list[tuple[BudgetRowKind, GridCell]]]:
    """Stages that stand one below the other, each kind once."""
    left = list(stages)
    while left:
        run = [left.pop(0)]
        for following in left[:_NEAR_STAGES]:
            kind, cell = following
            last = run[-1][1]
            near = (
                0 <= cell.top - last.bottom <= 2 and cell.top > last.top and cell.meets_columns(last.left, last.right)
            )
            if near and kind not in {one for one, _ in run}:
                run.append(following)
                left.remove(following)
        yield run


def _tells(kinds: Iterable[BudgetRowKind]) -> bool:
    """Whether the stages are those of a budget: at least two, one of which only a budget has."""
    distinct = set(kinds)
    return len(distinct) > 1 and bool(
        distinct & {BudgetRowKind.INITIAL, BudgetRowKind.EXECUTED, BudgetRowKind.SUPPLEMENTARY}
    )


def _flat(grid: Grid, run: list[tuple[BudgetRowKind, GridCell]], form: Form, like: Nendo | None) -> BudgetBlock | None:
    """The table whose stages stand one below the other, the years over them."""
    if not _tells(kind for kind, _ in run):
        return None
    first, last = run[0][1], run[-1][1]
    right = max(cell.right for _, cell in run)
    heads, head_row = _years_over(grid, first.top, right, like)
    if not heads:
        return None
    named = _with_unnamed(grid, run)
    stages = tuple(
        Stage(kind, cell, tuple(c for c in grid.right_of(cell) if cell.top <= c.top <= cell.bottom))
        for kind, cell in named
    )
    bottom = max(last.bottom, *(c.bottom for stage in stages for c in stage.amounts), last.top)
    labels = list(_labels(grid, form, head_row, bottom, [cell for _, cell in named], heads))
    top = min([head_row, *(cell.top for role, cell in labels)])
    return BudgetBlock(stages, heads, tuple(labels), False, top, bottom)


def _with_unnamed(grid: Grid, run: list[tuple[BudgetRowKind, GridCell]]) -> list[tuple[BudgetRowKind, GridCell]]:
    """The stages with the rows between them whose label no form knows."""
    found = list(run)
    for (_, above), (_, below) in pairwise(run):
        between = (c for c in grid.in_rows(above.bottom + 1, below.top - 1) if c.meets_columns(above.left, above.right))
        found += [(BudgetRowKind.OTHER, c) for c in between if c.left >= min(above.left, below.left)]
    return sorted(found, key=lambda one: one[1].top)


def _years_over(
    grid: Grid, row: int, right: int, like: Nendo | None
) -> tuple[tuple[tuple[GridCell, PrintedNendo], ...], int]:
    """The nearest row of years over the stages, and that row."""
    for above in range(row - 1, max(0, row - 1 - _HEAD_ROWS), -1):
        cells = [cell for cell in grid.in_rows(above, above) if cell.left > right]
        heads = read_years([cell for cell in cells if _year(cell, like) is not None], like)
        if heads:
            return heads, above
    return (), row


def read_years(cells: list[GridCell], like: Nendo | None) -> tuple[tuple[GridCell, PrintedNendo], ...]:
    """The heads that print a year, those without an era by their neighbours."""
    first = [_year(cell, like) for cell in cells]
    known = next((year.nendo for year in first if year and year.nendo), like)
    return tuple((cell, year) for cell in cells if (year := _year(cell, known)))


def _year(cell: GridCell, like: Nendo | None) -> PrintedNendo | None:
    """The year a head prints, a request's too (31年度概算要求額); None where it is no year."""
    match = _YEAR.fullmatch(re.sub(r"\s+", "", fold(cell.text))) if len(cell.text) <= _LONGEST_STAGE else None
    if not match or not ("年" in match["year"] or re.match(ERA, match["year"])):
        return None
    printed = match["year"] if match["year"].endswith("度") else match["year"].removesuffix("年") + "年度"
    return PrintedNendo(text=cell.text, nendo=parse_nendo(printed, like))


def _labels(
    grid: Grid,
    form: Form,
    top: int,
    bottom: int,
    stages: list[GridCell],
    heads: tuple[tuple[GridCell, PrintedNendo], ...],
) -> Iterator[tuple[str, GridCell]]:
    """The labels around the stages: the whole table's, 区分 and what spans the stages on the left, a unit above."""
    own = {id(cell) for cell in [*stages, *(cell for cell, _ in heads)]}
    spec = form.table("budget") if form.has("budget") else None
    side = spec.side.keys if spec and spec.side else frozenset[str]()
    for cell in grid.in_rows(max(1, top - 2), bottom):
        if id(cell) in own or _is_of_head(grid, form, cell):
            continue
        beside = [stage for stage in stages if cell.meets_rows(stage.top, stage.bottom)]
        if label_key(_without_unit(cell.text)) in side:
            yield "side", cell
        elif beside and cell.top >= top and all(cell.right < stage.left for stage in beside):
            yield "state", cell
        elif cell.meets_rows(top, top) and cell.right < heads[0][0].left:
            yield "head", cell
        elif cell.top <= top and printed_unit(cell.text) and len(cell.text) <= _LONGEST_STAGE:
            yield "unit", cell


def _is_of_head(grid: Grid, form: Form, cell: GridCell) -> bool:
    """Whether a cell is a label of the head that stands beside the table, or that label's text."""
    labels = statement_labels(form)
    before = [c for c in grid.in_rows(cell.top, cell.top) if c.right < cell.left]
    nearest = max(before, key=lambda c: c.right, default=cell)
    return bool(labels.named(cell.text) or labels.named(nearest.text))


def _without_unit(text: str) -> str:
    return re.sub(r"[(（]\s*(?:単位[：:])?[^()（）]*円\s*[)）]", "", text)


def _upright(
    grid: Grid, row: list[tuple[BudgetRowKind, GridCell]], form: Form, like: Nendo | None
) -> BudgetBlock | None:
    """The table whose stages stand side by side, the years below them on the left."""
    if not _tells(kind for kind, _ in row):
        return None
    top, left = row[0][1].top, min(cell.left for _, cell in row)
    bottom = max(cell.bottom for _, cell in row)
    cells: list[GridCell] = []
    at = bottom + 1
    while found := [c for c in grid.in_rows(at, at) if c.right < left and c.top >= bottom and _year(c, like)]:
        cells.append(found[0])
        at = found[0].bottom + 1
    heads = read_years(cells, like)
    if not heads:
        return None
    stages = tuple(
        Stage(kind, cell, tuple(c for c in grid.in_rows(bottom + 1, at - 1) if c.meets_columns(cell.left, cell.right)))
        for kind, cell in row
    )
    labels = list(_labels(grid, form, top, bottom, [cell for _, cell in row], ((row[0][1], heads[0][1]),)))
    return BudgetBlock(stages, heads, tuple(labels), True, min([top, *(c.top for _, c in labels)]), at - 1)


def read_budgets(
    blocks: Iterable[BudgetBlock], claims: Claims
) -> tuple[tuple[Budget, ...], list[tuple[Label, GridCell]]]:
    """The budgets, and the labels that stand around them."""
    found: list[Budget] = []
    labels: list[tuple[Label, GridCell]] = []
    for block in blocks:
        path = f"/budgets/{len(found)}"
        side = next((cell for role, cell in block.labels if role == "side"), None)
        claims.take(f"{path}/label", [side] if side else [])
        claims.furnish(cell for _, cell in block.labels)
        labels += [
            (Label(role=f"budget.{role}", text=cell.text), cell) for role, cell in block.labels if cell is not side
        ]
        rows = tuple(_row(block, stage, f"{path}/rows/{n}", claims) for n, stage in enumerate(block.stages))
        found.append(Budget(label=side.text if side else "", rows=rows))
    return tuple(found), labels


def _row(block: BudgetBlock, stage: Stage, path: str, claims: Claims) -> BudgetRow:
    claims.take(f"{path}/label", [stage.cell])
    claims.furnish([stage.cell])
    amounts: list[BudgetAmount] = []
    for cell in stage.amounts:
        heads = block.years_of(cell)
        at = f"{path}/amounts/{len(amounts)}"
        claims.take(at, [cell])
        for n, (head, _) in enumerate(heads):
            claims.take(f"{at}/years/{n}", [head])
            claims.furnish([head])
        years = tuple(year for _, year in heads)
        amounts.append(BudgetAmount.model_validate(cell.text).model_copy(update={"years": years}))
    return BudgetRow(label=stage.cell.text, kind=stage.kind, unit=_unit(block, stage), amounts=tuple(amounts))


def _unit(block: BudgetBlock, stage: Stage) -> str:
    """The unit of a stage: in its own label, in the one that spans it, in the whole table's, in any other stage's."""
    if stage.kind is BudgetRowKind.RATE:
        return ""
    cell = stage.cell
    spanning = [c for _, c in block.labels if c.meets_rows(cell.top, cell.bottom)]
    others = [c for _, c in block.labels] + [other.cell for other in block.stages]
    return next((unit for c in (cell, *spanning, *others) if (unit := printed_unit(c.text))), "")


def sheet_unit(budgets: Iterable[Budget]) -> str:
    """The unit that the sheet's budgets are printed in, where they print one."""
    return next((row.unit for budget in budgets for row in budget.rows if row.unit), "")

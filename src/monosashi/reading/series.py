"""The values of one measure: what each cell of its rows is, and the years it speaks of.

A cell is told by the label over its column and the label of its row. Where yearly targets and actuals share their
columns, the upper row is the targets'. A target printed once over several years keeps its span.
"""

import re
from dataclasses import dataclass, field

from monosashi.model import PrintedNendo
from monosashi.model.folding import is_dash
from monosashi.reading.body import Body, Dated, dated_lines
from monosashi.reading.entry import Entry, Line
from monosashi.reading.grid import GridCell
from monosashi.reading.measure_head import YEARLY, OwnYear
from monosashi.reading.table import YearHead, heads_over

TARGET, ACTUAL, MARK = "target", "actual", "mark"
ROW_KINDS = {"yearly_target": TARGET, "target": TARGET, "yearly_actual": ACTUAL, "rate": MARK, "met": MARK}


@dataclass(frozen=True)
class Yearly:
    """A value for one year or several: the cell, its text (less a year printed in it), and the years."""

    cell: GridCell
    text: str
    years: tuple[Dated, ...]


@dataclass
class Values:
    """All cells of one measure: single ones by role, those that speak of years, the years that ask for an actual, and what
    the head says of its columns: the years of single values, which of these have a column of their own, the unit."""

    single: dict[str, list[GridCell]] = field(default_factory=dict)
    targets: list[Yearly] = field(default_factory=list)
    actuals: list[Yearly] = field(default_factory=list)
    marks: list[Yearly] = field(default_factory=list)
    furniture: list[GridCell] = field(default_factory=list)
    asked: list[YearHead] = field(default_factory=list)
    headed: list[YearHead] = field(default_factory=list)
    own_years: dict[str, OwnYear] = field(default_factory=dict)
    year_columns: set[str] = field(default_factory=set)
    unit: str = ""
    reasons: list[tuple[GridCell, str]] = field(default_factory=list)
    line: Line | None = None

    def text(self, cell: GridCell) -> str:
        """What a cell prints for this measure: its own line, where members of a group share one cell."""
        return self.line.of(cell.text) if self.line else cell.text

    def of(self, role: str) -> list[GridCell]:
        """The cells of a single value."""
        return self.single.get(role, [])

    def add(self, role: str, cell: GridCell) -> None:
        """A cell of a single value."""
        self.single.setdefault(role, []).append(cell)


def values_of(entry: Entry, body: Body, into: Values | None = None) -> Values:
    """What each cell of a measure's rows is. ``into``: values of the same measure that other rows gave."""
    found = into or Values(line=entry.line)
    names = [entry.name, *entry.numbers, *([entry.group] if entry.group else [])]
    mine = [cell for cell in entry.cells if not any(cell is name for name in names)]
    upper = _upper(mine, body)
    for cell in mine:
        if any(cell is label for label in body.row_labels):
            found.furniture.append(cell)
        elif not any(cell is year for year in body.years):
            _place(cell, entry, body, found, upper=upper)
    for role in ("baseline", "target"):
        _unstack(found, role, body)
    header = body.header
    if header.years and (header.has("yearly_actual") or header.has("yearly_actual_first") or found.actuals):
        found.asked += body.year_heads("yearly_actual")
    found.headed += header.years
    found.year_columns |= {role for role in ("baseline", "target") if _has_year_column(role, body)}
    found.own_years |= {own.role: own for own in header.own}
    found.unit = found.unit or next((unit for role, unit in header.units if role != "indicator"), "")
    return found


def _unstack(found: Values, role: str, body: Body) -> None:
    """Tell value and year apart where 基準年度 stands under 基準値 in one column."""
    if not body.header.has(f"{role}_year") or _has_year_column(role, body):
        return
    cells = sorted((*found.of(role), *found.of(f"{role}_year")), key=lambda cell: cell.top)
    found.single[role], found.single[f"{role}_year"] = cells[:1], cells[1:]


def _has_year_column(role: str, body: Body) -> bool:
    """Whether the year of 基準値 or 目標値 stands in a column of its own, not under the value."""
    values, years = body.header.heads(role), body.header.heads(f"{role}_year")
    return bool(years) and not any(year.shared_columns(value.cell) for year in years for value in values)


def _upper(cells: list[GridCell], body: Body) -> str:
    """What the upper row is where yearly targets and actuals share their columns; nothing where they do not.

    Told by the labels, one over the other or 「実績値（下段：年度ごとの目標値）」 in one; without any, two rows of values
    are targets over actuals.
    """
    header = body.header
    for target in header.heads("yearly_target"):
        for actual in header.heads("yearly_actual"):
            if target.shared_columns(actual.cell):
                return ACTUAL if actual.cell.top < target.cell.top else TARGET
    yearly = [cell for cell in cells if header.role_of(cell) in _BOTH and not _nearest_role(cell, body)]
    over_years = [cell for cell in yearly if header.years and body.dated(cell)]
    if len({cell.top for cell in over_years}) < 2:
        return ""
    return ACTUAL if header.has("yearly_actual_first") else TARGET


#: Columns that hold yearly targets and actuals both.
_BOTH = frozenset({"yearly", "yearly_actual_first"})


def _nearest_role(cell: GridCell, body: Body) -> str:
    label = body.label_of(cell)
    return body.role(label) if label else ""


def _place(cell: GridCell, entry: Entry, body: Body, found: Values, *, upper: str) -> None:
    role, row = body.header.role_of(cell), _nearest_role(cell, body)
    years = body.dated(cell, entry.top)
    if row in ("rationale", "target_rationale"):
        found.add(row, cell)
    elif role in _YEARLY_OR_NONE:
        kind = ROW_KINDS.get(row, "") or _kind(cell, role, entry, upper=upper)
        if role in _WITHIN:
            _both(found, role, cell, years)
        elif row == "baseline" or (row == "target" and not years):
            found.add(row, cell)
        elif kind:
            add_yearly(found, kind, cell, years, [] if years else dated_lines(cell.text, body.like))
    elif role in ("met", "rate"):
        if heads_over(body.header.years, cell) or _dates_row(years, body):
            found.marks.append(Yearly(cell, found.text(cell), tuple(years)))
        else:
            found.add(role, cell)
    elif role == "target" and not body.header.years and _dates_row(years, body):
        found.targets.append(Yearly(cell, found.text(cell), tuple(years)))
    elif row in ROW_KINDS and role in ("baseline", "target") and cell.top > entry.top and is_dash(cell.text):
        found.furniture.append(cell)
    else:
        found.add(role, cell)


_YEARLY_OR_NONE = YEARLY | {""}


#: What stands in brackets behind the other in one cell.
_WITHIN = {"yearly_actual_within": (TARGET, ACTUAL), "yearly_target_within": (ACTUAL, TARGET)}
_BRACKETED = re.compile(r"(?P<outer>.*?)\s*[(（](?P<inner>[^()（）]*)[)）]\s*", re.S)


def _both(found: Values, role: str, cell: GridCell, years: list[Dated]) -> None:
    """70集落（71集落）: a target and its actual in one cell."""
    match = _BRACKETED.fullmatch(found.text(cell))
    outer, inner = _WITHIN[role]
    into = {TARGET: found.targets, ACTUAL: found.actuals}
    into[outer].append(Yearly(cell, match["outer"] if match else found.text(cell), tuple(years)))
    if match:
        into[inner].append(Yearly(cell, match["inner"], tuple(years)))


def _dates_row(years: list[Dated], body: Body) -> bool:
    """Whether a year stands in a column of its own at the left, and so dates all of its row."""
    return any(not body.header.role_of(year.cell) for year in years)


def _kind(cell: GridCell, role: str, entry: Entry, *, upper: str) -> str:
    """Target or actual, by the column; one over the other, by the row."""
    if upper:
        lower = ACTUAL if upper == TARGET else TARGET
        return lower if cell.top > entry.top else upper
    return {"yearly_target": TARGET, "yearly_actual": ACTUAL, "yearly": ACTUAL, "yearly_actual_first": ACTUAL}.get(
        role, ""
    )


def add_yearly(
    found: Values, kind: str, cell: GridCell, years: list[Dated], pieces: list[tuple[PrintedNendo, str]]
) -> None:
    into = {TARGET: found.targets, ACTUAL: found.actuals, MARK: found.marks}[kind]
    if pieces:
        into += [Yearly(cell, said, (Dated(year, cell),)) for year, said in pieces]
    elif years or not is_dash(cell.text):
        into.append(Yearly(cell, found.text(cell), tuple(years)))

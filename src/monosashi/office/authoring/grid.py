"""Grid: the yearly values of all measures, a row of targets over a row of actuals for each, a column a year."""

from __future__ import annotations

from dataclasses import dataclass

from monosashi.model import Measure, PrintedNendo
from monosashi.model.folding import unbroken
from monosashi.office.authoring.fields import Field, Fields
from monosashi.office.authoring.sections import Act
from monosashi.office.authoring.structure.years import slot_of, year_heads


@dataclass(frozen=True)
class Cell:
    """Over ``span`` years: the field, and further ones that the paper prints for the same year; ``apart``: the act that
    prints a target over several years for each of them."""

    span: int
    field: Field
    more: tuple[Field, ...] = ()
    apart: str = ""


@dataclass(frozen=True)
class GridRow:
    """The targets or the actuals of a measure."""

    kind: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class GridBlock:
    """A measure: its number, name and ends (baseline, target) beside its two rows."""

    path: str
    number: str
    name: str
    primary: bool
    baseline: str
    target: str
    rows: tuple[GridRow, ...]


@dataclass(frozen=True)
class Year:
    """A column. ``slot``: its name; ``western``: the year by the western calendar."""

    slot: str
    text: str
    western: int | None
    remove: Act


@dataclass(frozen=True)
class Grid:
    """All of it."""

    years: tuple[Year, ...]
    blocks: tuple[GridBlock, ...]


def grid_of(fields: Fields) -> Grid:
    """The grid of a sheet."""
    heads = year_heads(fields.now)
    years = tuple(
        Year(
            slot,
            unbroken(head.text),
            head.nendo.year if head.nendo else None,
            Act(f"remove-year:{slot}", "remove_year", unbroken(head.text)),
        )
        for slot, head in heads.items()
    )
    blocks = tuple(
        GridBlock(
            path,
            unbroken(indicator.number.text),
            " ".join(part for part in (unbroken(indicator.group), measure.name.name) if part),
            indicator.primary,
            _end(measure.baseline.value.text, measure.baseline.year.text),
            _end(measure.target.value.text, measure.target.year.text),
            (_targets(path, measure, heads, fields), _actuals(path, measure, heads, fields)),
        )
        for path, indicator, measure in fields.now.measures()
    )
    return Grid(years, blocks)


def _end(value: str, year: str) -> str:
    return "／".join(part for part in (unbroken(value), unbroken(year)) if part.strip())


def _targets(path: str, measure: Measure, heads: dict[str, PrintedNendo], fields: Fields) -> GridRow:
    """Neighbouring years under one target are one cell."""
    over: dict[str, int] = {}
    for place, target in reversed(list(enumerate(measure.targets))):
        over |= {slot_of(year): place for year in target.years}
    cells: list[Cell] = []
    before: int | None = None
    for slot, head in heads.items():
        n = over.get(slot)
        if n is not None and n == before:
            cells[-1] = Cell(cells[-1].span + 1, cells[-1].field, (), f"apart:{path}/targets/{n}")
        else:
            cells.append(Cell(1, fields.field(f"{path}/targets/{slot}/value", _name(fields, "row.target", head))))
        before = n
    return GridRow("targets", tuple(cells))


def _actuals(path: str, measure: Measure, heads: dict[str, PrintedNendo], fields: Fields) -> GridRow:
    cells = []
    for slot, head in heads.items():
        label = _name(fields, "row.actual", head)
        field = fields.field(f"{path}/actuals/{slot}/value", label)
        marked = [place for place, one in enumerate(measure.actuals) if slot_of(one.year) == slot]
        more = [fields.field(f"{path}/actuals/{n}/value", label) for n in marked[1:]]
        more += (
            [fields.field(f"{path}/actuals/{slot}/mark", label)] if marked and measure.actuals[marked[0]].mark else []
        )
        cells.append(Cell(1, field, tuple(more)))
    return GridRow("actuals", tuple(cells))


def _name(fields: Fields, row: str, head: PrintedNendo) -> str:
    return f"{fields.words(row)} {unbroken(head.text)}"

"""Programmes: the table of 達成手段, and the row of the policy's own total below it."""

import re
from collections.abc import Iterable

from monosashi.forms import Wording, label_key
from monosashi.model import MoneyCell, MoneyLine, Nendo, Number, PrintedNendo, Programme, ProgrammeName, Related
from monosashi.model.budget import printed_unit
from monosashi.model.folding import fold
from monosashi.model.money import UNITS, parse_money
from monosashi.model.nendo import YEAR, parse_nendo
from monosashi.reading.bands import bands, joined, own_cells
from monosashi.reading.grid import Claims, Grid, GridCell
from monosashi.reading.table import Band, Header, Table, YearHead, heads_over

#: A unit stands alone over its table in so few characters: （単位：百万円）.
_LONGEST_UNIT = 14


def read_programmes(
    grid: Grid, tables: Iterable[Table], total: Wording | None, like: Nendo | None, claims: Claims
) -> tuple[Programme, ...]:
    """The programmes of every part of the table, in printed order. ``like``: a year that lends its era."""
    found: list[Programme] = []
    for table in tables:
        totals = total_cells(grid, table, total)
        skip = [cell for label in totals for cell in grid.in_rows(label.top, label.bottom)]
        unit = _unit_around(grid, table, claims)
        for band in bands(grid, table, "programme", skip):
            found.append(_programme(table, band, (unit, like), f"/programmes/{len(found)}", claims))
    return tuple(found)


def total_cells(grid: Grid, table: Table, total: Wording | None) -> list[GridCell]:
    """The labels of the row of totals in a table: in the column of the names."""
    rows = grid.in_rows(table.first, table.last)
    names = [head for head in table.header.labels if head.role == "programme"]
    return [
        cell
        for cell in rows
        if total and label_key(cell.text) in total.keys and any(head.shared_columns(cell) for head in names)
    ]


def read_total(
    grid: Grid, tables: Iterable[Table], total: Wording | None, like: Nendo | None, claims: Claims
) -> tuple[MoneyCell, ...]:
    """政策の予算額・執行額: the policy's own money by year."""
    for table in tables:
        for label in total_cells(grid, table, total):
            beside = [cell for cell in grid.right_of(label) if table.header.role_of(cell) in ("money", "executed")]
            return _money(table.header, beside, (_unit_around(grid, table, claims), like), "/money", claims)
    return ()


def _unit_around(grid: Grid, table: Table, claims: Claims) -> str:
    """The unit that stands over the table for all of it: （単位：千円）."""
    for cell in grid.in_rows(max(1, table.header.top - 2), table.header.top):
        if len(cell.text.strip()) <= _LONGEST_UNIT and (unit := printed_unit(cell.text)):
            claims.furnish([cell])
            return unit
    return ""


def _programme(table: Table, band: Band, near: tuple[str, Nendo | None], path: str, claims: Claims) -> Programme:
    claims.take(f"{path}/name", [band.name])
    if band.number:
        claims.take(f"{path}/number", [band.number])

    def text(role: str, at: str = "") -> str:
        cells = own_cells(table, band, role)
        claims.take(f"{path}/{at or role}", cells)
        return joined(cells)

    started = text("start", "started")
    # a year may stand over amounts without a label of its own
    money = [cell for role in ("money", "executed", "") for cell in own_cells(table, band, role)]
    return Programme(
        number=Number.model_validate(band.number_text),
        name=ProgrammeName.model_validate(band.name_text),
        started=PrintedNendo(text=started, nendo=start_year(started, near[1])),
        money=_money(table.header, money, near, f"{path}/money", claims),
        related=Related.model_validate(text("related")),
        outline=text("outline"),
        review_number=text("review_number"),
    )


def start_year(text: str, like: Nendo | None) -> Nendo | None:
    """The year a column of start years prints: 平成24年度, H24, 24年度開始."""
    flat = re.sub(r"[\s()]|開始|創設|から", "", fold(text))
    return (parse_nendo(flat, like) or parse_nendo(flat + "年度", like)) if flat else None


def _money(
    header: Header, cells: list[GridCell], near: tuple[str, Nendo | None], path: str, claims: Claims
) -> tuple[MoneyCell, ...]:
    """A cell for each year; budget and execution may stand in columns of their own."""
    found: list[MoneyCell] = []
    for heads in _by_year(_years(header, near[1])):
        at = f"{path}/{len(found)}"
        own = [cell for cell in cells if heads_over(heads, cell)]
        claims.take(at, own)
        claims.take(f"{at}/year", [head.cell for head in heads])
        found.append(_money_cell(header, own, heads[0], _unit(header, heads[0]) or near[0]))
    return tuple(found)


def _money_cell(header: Header, own: list[GridCell], head: YearHead, unit: str) -> MoneyCell:
    executed = [cell for cell in own if header.role_of(cell) == "executed"]
    budget = [cell for cell in own if not any(cell is one for one in executed)]
    if not executed:
        return MoneyCell.read(joined(own), head.year, unit)
    lines = columned_lines(joined(budget), joined(executed), unit)
    return MoneyCell(text=joined(own), year=head.year, lines=lines)


def columned_lines(budget: str, executed: str, unit: str) -> tuple[MoneyLine, ...]:
    """The amounts of budgets and executions that stand in columns of their own; ``unit`` as for ``parse_money``."""
    lines, spent = parse_money(budget, unit), parse_money(executed, unit)
    if len(spent) == 1 and len(lines) < 2 and spent[0].budget is not None:
        line = lines[0] if lines else MoneyLine(executed=spent[0].budget, unit=spent[0].unit)
        return (line.model_copy(update={"executed": spent[0].budget}),)
    return lines


def _by_year(heads: Iterable[YearHead]) -> list[list[YearHead]]:
    """The heads of each year: one as a rule, two where budgets and executions have years of their own."""
    found: dict[object, list[YearHead]] = {}
    for head in heads:
        found.setdefault(head.year.nendo or id(head), []).append(head)
    return list(found.values())


def _years(header: Header, like: Nendo | None) -> tuple[YearHead, ...]:
    """The years over the amounts; where none stand alone, those that the labels of the amounts lead with."""
    if header.years:
        return header.years
    found = []
    for label in (*header.heads("money"), *header.heads("executed")):
        match = re.search(YEAR, re.sub(r"\s", "", fold(label.cell.text)))
        year = parse_nendo(match.group(), like) if match else None
        found.append(YearHead(label.cell, PrintedNendo(text=label.cell.text, nendo=year), label.right))
    return tuple(found)


def _unit(header: Header, head: YearHead) -> str:
    """The unit that the label over a year gives: 予算額（執行額）（百万円）."""
    over = [label.cell for label in header.heads("money") if label.shared_columns(head.cell)]
    words = re.findall(r"\(([^()]+)\)", fold("".join(label.text for label in over)))
    plain = (word.strip().removeprefix("単位:").strip() for word in words)
    return next((word for word in plain if word in UNITS), "")

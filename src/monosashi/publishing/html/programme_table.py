"""The table of means (達成手段): a row for each programme with its money by year, and the policy's total."""

from collections.abc import Sequence
from dataclasses import dataclass

from monosashi.model import MoneyCell, Sheet
from monosashi.publishing.html.shown import ShownFinding
from monosashi.publishing.html.years import YearCell, YearColumn, year_cells, year_columns


@dataclass(frozen=True, slots=True)
class MoneyRow:
    """A row: a programme by its path, or the total where the path is ``/money``."""

    path: str
    money: tuple[YearCell, ...]
    findings: tuple[ShownFinding, ...]


@dataclass(frozen=True, slots=True)
class ProgrammeTable:
    """The whole table; ``total`` is None where the paper prints none."""

    years: tuple[YearColumn, ...]
    rows: tuple[MoneyRow, ...]
    total: MoneyRow | None

    @property
    def width(self) -> int:
        """The number of columns."""
        return 4 + len(self.years)


def programme_table(sheet: Sheet, findings: Sequence[ShownFinding]) -> ProgrammeTable:
    """Lay the table out. ``findings``: of the whole sheet; those about programmes and the total are placed."""
    cells = [cell for programme in sheet.programmes for cell in programme.money] + list(sheet.money)
    years = year_columns(cell.year for cell in cells)
    return ProgrammeTable(
        years=years,
        rows=tuple(
            _row(f"/programmes/{p}", f"/programmes/{p}/money", programme.money, years, findings)
            for p, programme in enumerate(sheet.programmes)
        ),
        total=_row("/money", "/money", sheet.money, years, findings) if sheet.money else None,
    )


def _row(
    path: str, money: str, cells: Sequence[MoneyCell], years: Sequence[YearColumn], findings: Sequence[ShownFinding]
) -> MoneyRow:
    return MoneyRow(
        path=path,
        money=year_cells(years, [(f"{money}/{m}", (cell.year,)) for m, cell in enumerate(cells)]),
        findings=tuple(finding for finding in findings if finding.anchor.startswith(f"{path}/")),
    )

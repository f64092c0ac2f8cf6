"""Projecting: the tables by which lists and searches are answered, drawn from a version. Whatever they hold can be drawn
again from the versions alone (``monosashi rebuild``)."""

from typing import Any

from monosashi.office.keeping.opening import entry_of
from monosashi.office.sheet_records import sheet_record
from monosashi.publishing.tables import table
from monosashi.store.models import (
    FindingRow,
    IndicatorRow,
    KeptSheet,
    MoneyRow,
    SheetSummary,
    Version,
    YearlyRow,
)
from monosashi.store.models.projection import Projection
from monosashi.store.versions import opened

_TABLES: tuple[type[Projection], ...] = (SheetSummary, IndicatorRow, YearlyRow, MoneyRow, FindingRow)


def project(kept: KeptSheet, version: Version, *, released: bool) -> None:
    """Draw the rows of a sheet anew, of its head or of its last released edition."""
    forget(kept, released=released)
    whose: dict[str, Any] = {"sheet": kept, "version": version, "released": released}
    entry = entry_of(version, public=released)
    identities = opened(version)[1]
    SheetSummary.objects.create(**whose, record=sheet_record(entry).model_dump(mode="json"))
    measures = [path for path, _, _ in entry.reading.sheet.measures()]
    indicators = table("indicators").rows(entry.reading)
    IndicatorRow.objects.bulk_create(
        IndicatorRow(**whose, path=path, identity=identities[path], number=row["number"], name=row["name"], record=row)
        for path, row in zip(measures, indicators, strict=True)
    )
    YearlyRow.objects.bulk_create(
        YearlyRow(**whose, number=row["number"], nendo=int(row["nendo"]) if row["nendo"] else None, record=row)
        for row in table("yearly").rows(entry.reading)
    )
    MoneyRow.objects.bulk_create(MoneyRow(**whose, record=row) for row in table("money").rows(entry.reading))
    FindingRow.objects.bulk_create(
        FindingRow(
            **whose,
            code=finding.code,
            severity=finding.severity.value,
            path=finding.path,
            record=finding.model_dump(mode="json"),
        )
        for finding in entry.findings
    )


def forget(kept: KeptSheet, *, released: bool) -> None:
    """Drop the rows of a sheet."""
    for kind in _TABLES:
        kind._default_manager.filter(sheet=kept, released=released).delete()

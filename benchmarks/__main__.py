"""``make bench``: print what was measured."""

import platform
from collections.abc import Sequence
from importlib.util import find_spec

from rich.console import Console
from rich.table import Table

from benchmarks import ledgers, reading
from benchmarks.office_formats import steps
from benchmarks.readers import absent
from benchmarks.verdict import invented, parsed, samples, verdict
from benchmarks.walk import rows

_CONSOLE = Console(width=110)
#: As many sheets as are to be audited and judged in a minute.
_SHEETS = 10_000


def main() -> None:
    """The tables, on the machine it runs on."""
    table = _table(f"Python {platform.python_version()}, {platform.machine()}", "step", "ms", "x calamine", "memory MB")
    for name, measured, ratio in rows():
        table.add_row(name, f"{measured.seconds * 1000:,.2f}", f"{ratio:,.2f}", f"{measured.peak / 1e6:,.2f}")
    _CONSOLE.print(table)
    _verdict()
    _other_formats()
    _reading()
    _ledgers()


def _verdict() -> None:
    table = _table(
        "Audit and judgement, two processes", "step", "sheets", "sheets/min", "x floor", "MB early", "MB late"
    )
    for name, texts in (("invented papers", invented()), ("bundled samples", samples())):
        floor = parsed(texts, _SHEETS)
        for step, one in (("parsed (the floor)", floor), ("parsed, audited, judged", verdict(texts, _SHEETS))):
            table.add_row(
                f"{name}: {step}",
                f"{one.sheets:,}",
                f"{one.a_minute:,.0f}",
                f"{one.a_minute / floor.a_minute:.3f}",
                f"{one.early / 1e6:,.0f}",
                f"{one.late / 1e6:,.0f}",
            )
    _CONSOLE.print(table)


def _other_formats() -> None:
    table = _table("Word, HTML, old Excel", "step", "ms", "x floor", "cells right")
    for step in steps():
        right = f"{step.right:,} of {step.cells:,}" if step.cells else "-"
        table.add_row(step.name, f"{step.milliseconds:,.2f}", f"{step.ratio:,.2f}", right)
    _CONSOLE.print(table)
    if find_spec("docx") is None:
        _CONSOLE.print("NOT MEASURED: python-docx is not installed", style="bold red")


def _reading() -> None:
    for name in absent():
        _CONSOLE.print(f"NOT MEASURED: {name} is not installed (pip install --group bench)", style="bold red")
    drawn, published = reading.papers()
    _CONSOLE.print(_readers(f"Reading {len(drawn)} drawn PDFs", list(reading.readers(drawn))))
    if published:
        _CONSOLE.print(_readers(f"Reading {len(published)} published PDFs", list(reading.readers(published))))
        _CONSOLE.print(_readers("From bytes to sheet", list(reading.whole_reads(published))))
    else:
        _CONSOLE.print("NOT MEASURED: the published PDFs (../shared) are not here", style="bold red")
    grown = _table("Growth", "pages", "stages ms/page", "stages MB", "cells ms/page", "cells MB")
    for row in reading.growth():
        grown.add_row(
            f"{row.pages:,}",
            f"{row.stages * 1000 / row.pages:,.2f}",
            f"{row.stages_peak / 1e6:,.1f}",
            f"{row.cells * 1000 / row.pages:,.2f}",
            f"{row.cells_peak / 1e6:,.1f}",
        )
    _CONSOLE.print(grown)
    one, two = reading.side_by_side(published or drawn)
    _CONSOLE.print(f"Cells in one process {one:,.0f} pages/s, in two {two:,.0f}: x {two / one:.2f}")


def _ledgers() -> None:
    if ledgers.BOOKS.is_dir():
        _CONSOLE.print(ledgers.table(ledgers.BOOKS))
    else:
        _CONSOLE.print("NOT MEASURED: the published review sheets (../shared) are not here", style="bold red")


def _readers(title: str, measured: Sequence[reading.Row]) -> Table:
    table = _table(title, "reader", "pages", "pages/s", "x floor", "x pdfplumber", "cells right", "memory MB")
    floor = measured[0].speed
    peer = next((row.speed for row in measured if row.reader.startswith("pdfplumber")), None)
    for row in measured:
        table.add_row(
            row.reader,
            f"{row.pages}",
            f"{row.speed:,.1f}",
            f"{row.speed / floor:.3f}",
            f"{row.speed / peer:.1f}" if peer else "-",
            f"{row.right:,} of {row.cells:,}" if row.right else "-",
            f"{row.peak / 1e6:,.1f}",
        )
    return table


def _table(title: str, *columns: str) -> Table:
    table = Table(title=title, title_justify="left")
    for column in columns:
        table.add_column(column, justify="left" if column in ("step", "reader") else "right")
    return table


main()

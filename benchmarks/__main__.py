"""``make bench``: print what was measured."""

import platform

from rich.console import Console
from rich.table import Table

from benchmarks.walk import rows


def main() -> None:
    """One table, on the machine it runs on."""
    table = Table(title=f"Python {platform.python_version()}, {platform.machine()}", title_justify="left")
    for column in ("step", "ms", "x calamine", "memory MB"):
        table.add_column(column, justify="left" if column == "step" else "right")
    for name, measured, ratio in rows():
        table.add_row(name, f"{measured.seconds * 1000:,.2f}", f"{ratio:,.2f}", f"{measured.peak / 1e6:,.2f}")
    Console(width=100).print(table)


main()

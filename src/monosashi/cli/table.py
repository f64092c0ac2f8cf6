"""``monosashi table``: one flat CSV of the contract."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from monosashi.cli.terminal import EXIT_USAGE, readings_of, say
from monosashi.office import TABLES
from monosashi.office import table as table_of


def table(
    name: Annotated[str, typer.Argument(help=f"表の名 / the table: {', '.join(TABLES)}")],
    file: Annotated[Path, typer.Argument(help="文書または JSON / a document or a JSON reading")],
) -> None:
    """表を CSV で標準出力に書く。 Write one flat table as CSV to standard output."""
    if name not in TABLES:
        say(f"表「{name}」はありません。 There is no table {name!r}. ({', '.join(TABLES)})")
        sys.exit(EXIT_USAGE)
    sys.stdout.buffer.write(table_of(name, readings_of(file)).encode())

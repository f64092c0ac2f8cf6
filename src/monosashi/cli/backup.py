"""``monosashi backup``: everything that is kept, in one file, while the office goes on."""

from pathlib import Path
from typing import Annotated

import typer

from monosashi.cli.office import Folder
from monosashi.cli.progress import parts_bar
from monosashi.cli.terminal import fail, say
from monosashi.model.error import MonosashiError

Target = Annotated[
    Path, typer.Argument(help="書くファイル（.zip）。上書きはしない / the file to write; none is written over")
]
Quiet = Annotated[bool, typer.Option("--quiet", help="進み具合を出さない / show no progress")]


def backup(file: Target, folder: Folder = None, quiet: Quiet = False) -> None:
    """書庫の控えを取る。 Back up everything that is kept, documents and all, in an open format."""
    from monosashi.web.setup import use_office  # noqa: PLC0415  no other verb waits for the web to load

    try:
        use_office(folder)
        from monosashi.office.operations.backing_up import back_up  # noqa: PLC0415

        with parts_bar("控え backup", shown=not quiet) as told:
            manifest = back_up(file, told)
    except MonosashiError as error:
        fail(error)
    number, hash_ = manifest.head
    rows = sum(table.rows for table in manifest.tables)
    say(
        f"控えを取りました：{file}（{rows} 行、文書 {manifest.documents}、記録の末尾 {number}）。 "
        f"Backed up: {rows} rows, {manifest.documents} documents, the log up to entry {number}."
    )
    print(f"{number}:{hash_}")

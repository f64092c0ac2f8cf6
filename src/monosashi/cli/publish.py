"""``monosashi publish``: a sheet as the official workbook, an accessible page, JSON or flat tables."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from monosashi.cli.terminal import EXIT_USAGE, fail, readings_of, say
from monosashi.model.error import MonosashiError
from monosashi.office import FORMATS
from monosashi.office import publish as publish_reading


def publish(
    file: Annotated[Path, typer.Argument(help="文書または JSON / a document or a JSON reading")],
    to: Annotated[str, typer.Option("--to", help=f"形式 / the format: {', '.join(FORMATS)}")],
    out: Annotated[Path, typer.Option("-o", "--out", help="書く先。csv はフォルダ / where to; a folder for csv")],
    lang: Annotated[str, typer.Option("--lang", help="ページの言語 / language of the page: ja, en")] = "ja",
) -> None:
    """表を公表の形にして書く。 Write a sheet in a form to publish."""
    if to not in FORMATS or lang not in ("ja", "en"):
        say(
            f"--to は {', '.join(FORMATS)}、--lang は ja か en です。 --to is one of {', '.join(FORMATS)}; --lang is ja or en."
        )
        sys.exit(EXIT_USAGE)
    for reading in readings_of(file):
        target = out if reading.ordinal == 1 else out.with_name(f"{out.stem}-{reading.ordinal}{out.suffix}")
        try:
            files = publish_reading(reading, to, lang)
        except MonosashiError as error:
            fail(error)
        for end, data in files.items():
            path = target / end if end else target
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
            say(str(path))

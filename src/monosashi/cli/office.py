"""``monosashi office``: the office with accounts, on its store."""

from pathlib import Path
from typing import Annotated

import typer

from monosashi.cli.serve import Host, Port
from monosashi.cli.terminal import fail, say
from monosashi.model.error import MonosashiError
from monosashi.office.places import default_folder

Folder = Annotated[
    Path | None, typer.Option("--folder", help="データベースを置くフォルダ / the folder of the database and its secret")
]
Workers = Annotated[int, typer.Option("--workers", help="同時に動かす数 / processes that answer", min=1, max=64)]


def office(folder: Folder = None, host: Host = "127.0.0.1", port: Port = 8000, workers: Workers = 2) -> None:
    """利用者を分けて、作成・照会・確認・公表をする。 The office: write, collect, review and release, with accounts."""
    from monosashi.web.serve import serve_office  # noqa: PLC0415  no other verb waits for the web to load
    from monosashi.web.setup import open_office  # noqa: PLC0415

    try:
        where = folder or default_folder()
        open_office(where)
        say(f"保存先 kept in: {where}")
        serve_office(host, port, workers)
    except MonosashiError as error:
        fail(error)

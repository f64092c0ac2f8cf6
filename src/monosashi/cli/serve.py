"""``monosashi serve``: the office on one machine."""

from pathlib import Path
from typing import Annotated

import typer

from monosashi.cli.terminal import fail, say
from monosashi.model.error import MonosashiError
from monosashi.office import FolderLibrary, default_folder, take_in

Folder = Annotated[Path | None, typer.Option("--folder", help="表を置くフォルダ / the folder that keeps the sheets")]
Host = Annotated[str, typer.Option("--host", help="待ち受けるアドレス / the address to listen on")]
Port = Annotated[int, typer.Option("--port", help="待ち受けるポート / the port", min=1, max=65535)]


Files = Annotated[list[Path] | None, typer.Argument(help="先に読み込む文書 / documents to take in first")]


def serve(files: Files = None, folder: Folder = None, host: Host = "127.0.0.1", port: Port = 8000) -> None:
    """表をブラウザで見る。 Show the sheets in a browser, with documents taken in first."""
    from monosashi.web.serve import serve as serve_library  # noqa: PLC0415  no other verb waits for the web to load

    library = FolderLibrary(folder or default_folder())
    try:
        for file in files or ():
            for slug in take_in(library, file):
                say(f"読み込みました taken in: {slug}")
        serve_library(library, host, port)
    except MonosashiError as error:
        fail(error)

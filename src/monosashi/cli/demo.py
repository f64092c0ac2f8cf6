"""``monosashi demo``: the office with the samples loaded, each through the whole walk."""

from pathlib import Path
from tempfile import TemporaryDirectory

from monosashi.cli.serve import Folder, Host, Port
from monosashi.cli.serve import serve as serve_folder
from monosashi.cli.terminal import fail, say
from monosashi.model.error import MonosashiError
from monosashi.office import FolderLibrary, load_samples


def demo(folder: Folder = None, host: Host = "127.0.0.1", port: Port = 8000) -> None:
    """見本を読み込んで、ブラウザで見る。 Load the samples and show them in a browser."""
    # a folder of its own each time, so that the samples of an older version are never shown beside these
    with TemporaryDirectory(prefix="monosashi-demo-") as fresh:
        where = folder or Path(fresh)
        try:
            for slug in load_samples(FolderLibrary(where)):
                say(f"見本を読み込みました sample loaded: {slug}")
        except MonosashiError as error:
            fail(error)
        serve_folder(None, where, host, port)

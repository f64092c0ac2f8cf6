"""``monosashi demo``: the office with the samples on their way, and an account in every role."""

from pathlib import Path
from tempfile import TemporaryDirectory

from monosashi.cli.serve import Folder, Host, Port
from monosashi.cli.terminal import fail, say
from monosashi.model.error import MonosashiError


def demo(folder: Folder = None, host: Host = "127.0.0.1", port: Port = 8000) -> None:
    """見本の役所を開く。 Open an office with the samples, to try everything."""
    from monosashi.web.demo import open_demo  # noqa: PLC0415  no other verb waits for the web to load
    from monosashi.web.serve import serve_office  # noqa: PLC0415

    # a folder of its own each time, so that the samples of an older version are never shown beside these
    with TemporaryDirectory(prefix="monosashi-demo-") as fresh:
        try:
            for line in open_demo(folder or Path(fresh)):
                say(line)
            serve_office(host, port, workers=1)
        except MonosashiError as error:
            fail(error)

"""The Jinja2 environment of every page: escaping on, an unknown name is an error.

Pages of the web extend the same ``base.html``, so that there is one look; their own folders are handed in.
"""

import hashlib
from functools import cache
from importlib.resources import files
from pathlib import Path

from jinja2 import BaseLoader, ChoiceLoader, Environment, PackageLoader, StrictUndefined

PACKAGE = "monosashi.publishing.html"
_CHARTS = "monosashi.publishing.charts"


def environment(loader: BaseLoader | None = None, *, auto_reload: bool = False) -> Environment:
    """The environment; ``loader``: templates to look for before those of this room."""
    ours = PackageLoader(PACKAGE, "templates")
    styles = PackageLoader(PACKAGE, "static")
    charts = PackageLoader(_CHARTS, "templates")
    return Environment(
        loader=ChoiceLoader([*([loader] if loader else []), ours, charts, styles]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=auto_reload,
    )


@cache
def documents() -> Environment:
    """The environment of documents that stand alone."""
    return environment()


def static_folder() -> Path:
    """Where the style sheet lies, for a server that hands it out as a file."""
    return Path(str(files(PACKAGE).joinpath("static")))


@cache
def style_version(name: str = "monosashi.css") -> str:
    """A short fingerprint of a style sheet, so that a browser's cache never shows yesterday's."""
    return hashlib.sha256(static_folder().joinpath(name).read_bytes()).hexdigest()[:12]

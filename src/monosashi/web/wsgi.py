"""The application, for any WSGI server. Which library it shows is handed in with each request, not kept in a global.

``gunicorn 'monosashi.web.wsgi:folder_application("sheets")'`` serves the folder ``sheets``.
"""

import os
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.wsgi import get_wsgi_application

from monosashi.office.library import FolderLibrary, Library
from monosashi.web.library_key import LIBRARY

Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


def application_for(library: Library, hosts: Sequence[str] = ()) -> Application:
    """The application that shows a library. ``hosts``: further names under which it may be asked."""
    inner = office_application(hosts)

    def application(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        return inner({**environ, LIBRARY: library}, start_response)

    return application


def office_application(hosts: Sequence[str] = ()) -> Application:
    """The application of the office on its store. ``gunicorn 'monosashi.web.wsgi:office_application()'``."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "monosashi.web.settings")
    settings.ALLOWED_HOSTS = [*settings.ALLOWED_HOSTS, *hosts]
    inner: Application = get_wsgi_application()
    return inner


def folder_application(folder: str) -> Application:
    """The application that shows the library in a folder."""
    return application_for(FolderLibrary(Path(folder)))

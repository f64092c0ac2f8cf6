"""The server that is killed: ``python -m tests.soak.serving PORT`` is the office's own, by gunicorn with two workers."""

import os
import sys

import django
from django.db.backends.signals import connection_created

from monosashi.web.serve import serve_office


def main() -> None:
    """Serve until killed."""
    django.setup()
    if os.environ.get("SOAK_SYNCHRONOUS"):
        connection_created.disconnect(dispatch_uid="monosashi.store.safety")
    serve_office(port=int(sys.argv[1]))


if __name__ == "__main__":
    main()

"""Settings of what the server tells on standard error: lines of JSON, without anything a person wrote.

``MONOSASHI_LOG``: ``requests`` (a line a request, and errors; so unless told otherwise), ``errors`` or ``off``.
"""

import os

LOGS = ("requests", "errors", "off")
LOG = os.environ.get("MONOSASHI_LOG", "requests")
_OURS = {"requests": "INFO", "errors": "WARNING", "off": "CRITICAL"}.get(LOG, "INFO")
_DJANGO = "CRITICAL" if LOG == "off" else "ERROR"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"lines": {"()": "monosashi.web.operations.json_lines.JsonLines"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "lines"}},
    "loggers": {
        "django": {"handlers": ["stderr"], "level": _DJANGO, "propagate": False},
        "monosashi": {"handlers": ["stderr"], "level": _OURS, "propagate": False},
    },
}

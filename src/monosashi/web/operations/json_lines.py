"""JSON lines: how a log record is told. Contents never are: of an error its kind, its code and where it happened, not its
message, which may quote what a person wrote."""

import datetime as dt
import json
import logging
import traceback
from typing import Any

from monosashi.web.operations.tracing import trace_now

#: The attribute of a record under which what is told of a request stands.
TOLD = "told"


class JsonLines(logging.Formatter):
    """One line a record: time, level, logger, request id, and what is told."""

    def format(self, record: logging.LogRecord) -> str:
        """The line."""
        said: dict[str, Any] = {
            "time": dt.datetime.fromtimestamp(record.created, dt.UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
        }
        if trace := trace_now():
            said["request"] = trace
        told = getattr(record, TOLD, None)
        if told is not None:
            said |= told
        else:
            # the sentence as it stands in the program; what it is filled with may be a content
            said["event"] = record.msg if isinstance(record.msg, str) else type(record.msg).__name__
        if record.exc_info and record.exc_info[1] is not None:
            said |= _fault(record.exc_info[1])
        return json.dumps(said, ensure_ascii=False)


def _fault(error: BaseException) -> dict[str, Any]:
    kind = type(error)
    frames = traceback.extract_tb(error.__traceback__)
    return {
        "error": f"{kind.__module__}.{kind.__qualname__}",
        "code": getattr(error, "code", None) if isinstance(getattr(error, "code", None), str) else None,
        "at": [f"{frame.filename.rpartition('site-packages/')[2]}:{frame.lineno} {frame.name}" for frame in frames],
    }

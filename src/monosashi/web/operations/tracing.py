"""Tracing: each request has an id, which stands in every line told of it, in its answer, and on the page of a fault."""

import re
import uuid
from contextvars import ContextVar

from django.http import HttpRequest

#: Under this key a request keeps its id.
TRACE = "monosashi.trace"
#: Under this key a request keeps the code of the error it was answered with.
CODE = "monosashi.code"
#: What a proxy may hand on as the id, and the answer bears.
HEADER = "X-Request-ID"
_SANE = re.compile(r"[A-Za-z0-9._-]{8,64}")
_now: ContextVar[str] = ContextVar("monosashi_trace", default="")


def begin_trace(request: HttpRequest) -> str:
    """The id of a request: its proxy's, if that is a sane one, else a new one."""
    given = request.headers.get(HEADER, "")
    trace = given if _SANE.fullmatch(given) else uuid.uuid4().hex
    request.META[TRACE] = trace
    _now.set(trace)
    return trace


def end_trace() -> None:
    """The request is answered: what this thread tells from now on is not about it."""
    _now.set("")


def trace_of(request: HttpRequest) -> str:
    """The id of a request; empty where none was given (a viewer)."""
    trace: str = request.META.get(TRACE, "")
    return trace


def trace_now() -> str:
    """The id of the request that this thread is answering; empty for none."""
    return _now.get()

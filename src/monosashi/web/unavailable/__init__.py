"""Unavailable: what a person sees while the store is away, full, slow or read-only. A sentence, what was typed, and a
button that sends it again; never a traceback, never a half state, and no end to it but the store's coming back."""

from monosashi.web.unavailable.answering import UnavailableMiddleware, server_error
from monosashi.web.unavailable.causes import cause_of

__all__ = ["UnavailableMiddleware", "cause_of", "server_error"]

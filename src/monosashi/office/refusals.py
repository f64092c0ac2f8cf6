"""Refusals: the kinds of error that a door to the office tells apart (a page by its status, a program by its code)."""

from monosashi.model.error import MonosashiError


class NotThere(MonosashiError):
    """What was asked for is not there, or is not the asker's to know of (HTTP 404)."""


class NotAllowed(MonosashiError):
    """The asker may see it, and may not do this to it (HTTP 403)."""


class NotAsked(MonosashiError):
    """The question is not complete, or not right (HTTP 400)."""


class Conflict(MonosashiError):
    """Someone else was first, or the thing is no longer in a state that allows it (HTTP 409)."""


class Unavailable(MonosashiError):
    """Not now: the store cannot be reached or written (HTTP 503)."""

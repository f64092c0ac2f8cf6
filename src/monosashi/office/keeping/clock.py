"""The clock: the one place the office asks what time it is."""

import datetime as dt

from django.utils import timezone


def now() -> dt.datetime:
    """This moment, in UTC."""
    return timezone.now()

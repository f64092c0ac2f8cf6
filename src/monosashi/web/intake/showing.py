"""How these pages show a moment: in the office's own time zone."""

import datetime as dt
from collections.abc import Callable

from django.utils.timezone import localtime

from monosashi.office.pages import Language


def when(language: Language) -> Callable[[dt.datetime], str]:
    """A moment as 2026年4月1日 9:05 or 2026-04-01 09:05."""
    if language == "ja":
        return _japanese
    return lambda time: f"{localtime(time):%Y-%m-%d %H:%M}"


def _japanese(time: dt.datetime) -> str:
    here = localtime(time)
    return f"{here.year}年{here.month}月{here.day}日 {here.hour}:{here.minute:02}"

"""Backdrop: what a chart shows behind the print, because somebody else knows it.

Which way is better and which years were abnormal is not printed in so many words: whoever audits the sheet tells it,
and the chart shows it as what was assumed. Nothing here is drawn unless it is told.
"""

from typing import Literal

from monosashi.model import Message, Noun


class Disrupted(Noun):
    """An abnormal year and the event that made it so."""

    year: int
    event: Message


class Backdrop(Noun):
    """What is known of one measure: which way is better and why that is assumed, and the abnormal years a finding names."""

    path: str
    way: Literal["up", "down", "keep"]
    why: Message
    disrupted: tuple[Disrupted, ...] = ()

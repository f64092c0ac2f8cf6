"""Noting: an act on the framework in the log."""

from collections.abc import Mapping
from typing import Any

from monosashi.office.keeping import Actor, clock
from monosashi.store.log import append
from monosashi.store.models import Organisation


def note(actor: Actor, act: str, object_: str, ministry: Organisation, details: Mapping[str, Any]) -> None:
    """Write an act on the framework of a ministry into the log, inside the act's transaction."""
    append(act, object_, person=actor.signed, time=clock.now(), details=details, whose=ministry)


def name_of(ministry: Organisation, first: int, last: int) -> str:
    """How a period is called in the log: framework/soumu/2023-2027."""
    return f"framework/{ministry.address}/{first}-{last}"

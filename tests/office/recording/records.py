"""Records over the small world: consultations of 国際第一課, as officers type them."""

from monosashi.model import FieldText, Record
from monosashi.office.recording.entering import Entry, Where, add
from tests.world import World

REGISTER = "consultations"
TEXTS = {
    "title": "日米政策対話",
    "held_on": "令和元年6月18日",
    "countries": "米国",
    "level": "局長級",
    "form": "政策協議",
}
#: A word that stands in one record alone.
CANARY = "カナリア台帳"


def entry(**texts: str) -> Entry:
    """The record of ``TEXTS``, with other texts."""
    return Entry(texts={**TEXTS, **texts})


def added(world: World, username: str = "division", ministry: str = "soumu", **texts: str) -> Where:
    """A record that someone has added."""
    return add(world.actor(username), ministry, REGISTER, entry(**texts))


def seminars(n: int, *, office: str = "") -> list[Record]:
    """Records of seminars with ids of their own, a day apart."""
    return [
        Record(
            kind="seminars",
            id=f"S-{number:04}",
            office=office,
            values=(
                FieldText(field="title", text=f"セミナー{number}"),
                FieldText(field="held_on", text=f"2019-{number % 12 + 1:02}-{number % 28 + 1:02}"),
            ),
        )
        for number in range(n)
    ]

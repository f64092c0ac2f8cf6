"""The parts of the office that a person is led to: those in which the role has something to do."""

from typing import NamedTuple

from monosashi.office.keeping import Actor, rules
from monosashi.office.keeping.who_may import Reach


class Part(NamedTuple):
    """An entry of the navigation: its address, and the key of its name."""

    address: str
    key: str


#: Each part, and the verbs of which one must be the person's to be led there.
_PARTS = (
    (Part("/desk/", "framework.desk"), ("see_framework", "comment", "operate")),
    (Part("/intake/", "intake.title"), ("take_in",)),
    (Part("/sheets/new/", "authoring.new"), ("edit",)),
    (Part("/framework/", "framework.title"), ("see_framework",)),
    (Part("/rounds/", "collecting.title"), ("see_round",)),
    (Part("/registers/", "registers.title"), ("see_records",)),
    (Part("/funds/", "funds.title"), ("see_records",)),
    (Part("/ledgers/", "ledgers.title"), ("see_books",)),
    (Part("/review/", "review.title"), ("see_review",)),
    (Part("/log/", "operations.title"), ("see_log",)),
    (Part("/people/", "people.title"), ("see_people",)),
    (Part("/operations/", "operations.keeper.title"), ("operate",)),
)


def navigation(actor: Actor) -> tuple[Part, ...]:
    """The parts that this person is led to, in the order of the work."""
    return tuple(
        part for part, verbs in _PARTS if any(rules()[verb].reach[actor.role] is not Reach.NONE for verb in verbs)
    )

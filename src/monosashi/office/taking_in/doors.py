"""Doors: which intakes an actor may see and work on. What is another's is not there."""

from django.db.models import QuerySet

from monosashi.office.keeping import Actor, Thing, may, require_role, rules, within
from monosashi.office.keeping.who_may import MayNot, Reach
from monosashi.office.taking_in.refusals import NoSuchIntake, NotInThatState
from monosashi.store.models import Intake

#: The states in which a person works on an intake.
OPEN = "open"
#: The states in which nothing of it is being read and nothing is settled.
AT_REST = (OPEN, "failed", "waiting")


def thing_of_intake(intake: Intake) -> Thing:
    """An intake as a thing."""
    return Thing(ministry=intake.ministry.address, bureau=intake.bureau.address if intake.bureau else "")


def has_part(actor: Actor, verb: str) -> bool:
    """Whether the actor's role may do the verb to anything at all."""
    rule = rules()[verb]
    return rule.reach[actor.role] is not Reach.NONE and (actor.scopes is None or rule.scope in actor.scopes)


def intakes(actor: Actor, verb: str = "see_intake") -> QuerySet[Intake]:
    """Every intake that the actor may do the verb to. Raises ``MayNot`` and ``SignInFirst``."""
    require_role(actor, verb)
    return Intake.objects.filter(within(actor, verb))


def intake_of(actor: Actor, number: int, verb: str = "see_intake") -> Intake:
    """The intake of that number. Raises ``NoSuchIntake`` where the actor may not see it, ``MayNot`` where it may be seen
    and not touched."""
    found = intakes(actor).select_related("ministry", "bureau", "sheet", "person").filter(pk=number).first()
    if found is None:
        raise NoSuchIntake(number)
    if not may(actor, verb, thing_of_intake(found)):
        raise MayNot(verb)
    return found


def locked_intake(actor: Actor, number: int, verb: str, states: tuple[str, ...]) -> Intake:
    """The same, its row locked until the transaction ends, in one of these states. Raises also ``NotInThatState``."""
    intake_of(actor, number, verb)
    found = Intake.objects.select_for_update(of=("self",)).select_related("ministry", "bureau").get(pk=number)
    if found.state not in states:
        raise NotInThatState(found.name)
    return found


def object_of(intake: Intake) -> str:
    """What the log calls an intake."""
    return f"intake/{intake.pk}"

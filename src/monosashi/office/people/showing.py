"""Who sees which people and organisations: the verb ``see_people``, over an organisation as a thing."""

import datetime as dt

from allauth.mfa.models import Authenticator
from django.db.models import QuerySet

from monosashi.model import Noun
from monosashi.office.keeping import Actor, Thing, may, require_role
from monosashi.office.keeping.who_may import thing_of_organisation
from monosashi.office.people import tries
from monosashi.office.refusals import NotThere
from monosashi.store.models import Organisation, OrganisationKind, Person, Role


class NoSuchPerson(NotThere):
    """An account that is not there, or is not the asker's to know of."""

    def __init__(self, username: str) -> None:
        super().__init__(
            "no-such-person",
            f"「{username}」という利用者はいません。何も変更していません。利用者の一覧から選んでください。",
            f"There is no person {username!r}. Nothing was changed. Choose one from the list.",
        )


class PersonLine(Noun):
    """An account as the list shows it. ``given_until``: until when a one-time password waits to be changed.
    ``locked_until``: when it is heard again after too many failures."""

    username: str
    name: str
    email: str
    role: Role
    organisation: str
    organisation_name: str
    ministry: str
    active: bool
    joined: dt.datetime
    last_login: dt.datetime | None
    second_factor: bool
    given_until: dt.datetime | None
    locked_until: dt.datetime | None


def thing_of_person(person: Person) -> Thing:
    """An account as a thing: whatever belongs to its organisation."""
    return thing_of_organisation(person.organisation) if person.organisation else Thing()


def ministry_of(person: Person) -> Organisation | None:
    """The ministry that may read the log's entries about an account."""
    return person.organisation.above(OrganisationKind.MINISTRY) if person.organisation else None


def full_name(organisation: Organisation | None) -> str:
    """An organisation with those above it: 総務省 国際局 国際第一課. Empty for none."""
    names: list[str] = []
    here = organisation
    while here is not None:
        names.insert(0, here.name)
        here = here.parent
    return " ".join(names)


def people(actor: Actor) -> tuple[PersonLine, ...]:
    """Every account that the actor may see, by user name. Raises ``MayNot`` and ``SignInFirst``."""
    require_role(actor, "see_people")
    seen = [person for person in _all() if may(actor, "see_people", thing_of_person(person))]
    return lines(seen)


def one(actor: Actor, username: str) -> PersonLine:
    """One account. Raises ``NoSuchPerson`` where there is none or it is not the actor's to see."""
    return lines([found(actor, username)])[0]


def found(actor: Actor, username: str) -> Person:
    """The row of an account that the actor may see. Raises as ``one``."""
    require_role(actor, "see_people")
    person = _all().filter(username=username).first()
    if person is None or not may(actor, "see_people", thing_of_person(person)):
        raise NoSuchPerson(username)
    return person


def lines(seen: list[Person]) -> tuple[PersonLine, ...]:
    """Accounts as lines, in three queries however many they are."""
    factors = set(Authenticator.objects.filter(type=Authenticator.Type.TOTP).values_list("user_id", flat=True))
    locks = tries.locks()
    return tuple(_line(person, person.pk in factors, locks) for person in seen)


def _line(person: Person, second_factor: bool, locks: dict[str, dt.datetime]) -> PersonLine:
    ministry = ministry_of(person)
    names = (key.name for key in tries.keys_of(person))
    return PersonLine(
        username=person.username,
        name=person.name,
        email=person.email,
        role=Role(person.role),
        organisation=person.organisation.address if person.organisation else "",
        organisation_name=full_name(person.organisation),
        ministry=ministry.address if ministry else "",
        active=person.is_active,
        joined=person.joined,
        last_login=person.last_login,
        second_factor=second_factor,
        given_until=person.given_until,
        locked_until=max((locks[name] for name in names if name in locks), default=None),
    )


def _all() -> "QuerySet[Person]":
    return Person.objects.select_related("organisation__parent__parent").order_by("username")

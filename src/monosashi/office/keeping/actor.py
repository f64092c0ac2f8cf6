"""Actor: who asks. A person who has signed in, a program that acts for one, or the public."""

from monosashi.model import Noun
from monosashi.store.models import OrganisationKind, Person, Role
from monosashi.store.signature import Signature, signed


class Actor(Noun):
    """``ministry``, ``bureau``, ``division``: addresses of the organisations the person belongs to, empty where the
    person stands higher. ``scopes``: what a program may do for the person; None for the person itself."""

    person: int | None = None
    username: str = ""
    name: str = ""
    role: Role = Role.PUBLIC
    ministry: str = ""
    bureau: str = ""
    division: str = ""
    scopes: frozenset[str] | None = None

    @property
    def known(self) -> bool:
        """Whether someone has signed in."""
        return self.person is not None

    @property
    def signed(self) -> Signature:
        """How the log, and the version of a sheet that the actor writes, name it."""
        return signed(self.name, self.username)


PUBLIC = Actor()


def actor_of(person: Person, scopes: frozenset[str] | None = None) -> Actor:
    """The actor that a person, or a program with these scopes, is; the public where the account is closed."""
    if not person.is_active:
        return PUBLIC
    own = person.organisation
    addresses = {kind: found.address if own and (found := own.above(kind)) else "" for kind in OrganisationKind}
    return Actor(
        person=person.pk,
        username=person.username,
        name=person.name,
        role=Role(person.role),
        ministry=addresses[OrganisationKind.MINISTRY],
        bureau=addresses[OrganisationKind.BUREAU],
        division=addresses[OrganisationKind.DIVISION],
        scopes=scopes,
    )


def actor_of_user(user: object) -> Actor:
    """The actor behind what a web request knows of its user: the public where no one has signed in."""
    return actor_of(user) if isinstance(user, Person) else PUBLIC


def person_of(actor: Actor) -> Person:
    """The account of an actor who has signed in. Raises ``Person.DoesNotExist`` for the public."""
    if actor.person is None:
        raise Person.DoesNotExist
    return Person.objects.get(pk=actor.person)

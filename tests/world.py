"""A small world for tests of the office: two ministries with bureaus and divisions, a person in every role, and sheets of
each owner in draft and released.

Names say where things belong, so that a test (and a reader of its failure) sees whose a thing is. Every draft holds a
*canary*, a word that stands nowhere else: whoever sees it has seen that draft.
"""

from dataclasses import dataclass, field

from monosashi.model import Sheet
from monosashi.office.keeping import Actor, actor_of
from monosashi.office.keeping.saving import Whose, begin
from monosashi.store.models import KeptSheet, Organisation, OrganisationKind, Person, Role
from tests.publishing.html.sheets import small_sheet

PASSWORD = "a-long-passphrase-of-tests"

#: Each organisation by address: its kind, name and parent.
ORGANISATIONS = {
    "soumu": (OrganisationKind.MINISTRY, "総務省", None),
    "soumu-kokusai": (OrganisationKind.BUREAU, "国際局", "soumu"),
    "soumu-kokusai-1": (OrganisationKind.DIVISION, "国際第一課", "soumu-kokusai"),
    "soumu-kokusai-2": (OrganisationKind.DIVISION, "国際第二課", "soumu-kokusai"),
    "soumu-jichi": (OrganisationKind.BUREAU, "自治局", "soumu"),
    "soumu-jichi-1": (OrganisationKind.DIVISION, "自治第一課", "soumu-jichi"),
    "env": (OrganisationKind.MINISTRY, "環境省", None),
    "env-shizen": (OrganisationKind.BUREAU, "自然局", "env"),
    "env-shizen-1": (OrganisationKind.DIVISION, "自然第一課", "env-shizen"),
}

#: Each person by user name: role and organisation.
PEOPLE = {
    "keeper": (Role.SYSADMIN, None),
    "office": (Role.OFFICE, "soumu"),
    "office2": (Role.OFFICE, "soumu"),
    "bureau": (Role.BUREAU, "soumu-kokusai"),
    "bureau2": (Role.BUREAU, "soumu-kokusai"),
    "division": (Role.DIVISION, "soumu-kokusai-1"),
    "other-bureau": (Role.BUREAU, "soumu-jichi"),
    "other-division": (Role.DIVISION, "soumu-jichi-1"),
    "council": (Role.COUNCIL, "soumu"),
    "auditor": (Role.AUDITOR, None),
    "other-office": (Role.OFFICE, "env"),
    "other-ministry": (Role.BUREAU, "env-shizen"),
}

#: Each sheet by slug: the organisation answerable, fiscal year and number.
SHEETS = {
    "soumu-R4-2": ("soumu-kokusai-1", 2022, "2"),
    "soumu-R4-3": ("soumu-kokusai-2", 2022, "3"),
    "soumu-R4-5": ("soumu-jichi-1", 2022, "5"),
    "env-R4-1": ("env-shizen-1", 2022, "1"),
}


@dataclass
class World:
    """What there is: organisations, people and sheets by the names above."""

    organisations: dict[str, Organisation] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=dict)
    sheets: dict[str, KeptSheet] = field(default_factory=dict)

    def actor(self, username: str) -> Actor:
        """The person of that name as an actor."""
        return actor_of(self.people[username])


def make_world() -> World:
    """Make the world in the database of the test."""
    world = World()
    for address, (kind, name, parent) in ORGANISATIONS.items():
        world.organisations[address] = Organisation.objects.create(
            address=address, kind=kind, name=name, parent=world.organisations[parent] if parent else None
        )
    for username, (role, whose) in PEOPLE.items():
        world.people[username] = Person.objects.create_user(
            username,
            PASSWORD,
            name=f"{username}さん",
            role=role,
            organisation=world.organisations[whose] if whose else None,
        )
    for slug, (whose, nendo, number) in SHEETS.items():
        office = "office" if slug.startswith("soumu") else "other-office"
        world.sheets[slug] = begin(
            world.actor(office),
            slug,
            Whose(organisation=whose, nendo=nendo, number=number),
            sheet_of(slug),
            reason_code="begun",
        )
    return world


def canary(slug: str) -> str:
    """The word that only this sheet's draft holds."""
    return f"カナリア{slug.replace('-', '')}"


def sheet_of(slug: str) -> Sheet:
    """The small sheet with the identifier of that slug and its canary in the policy's outline."""
    ministry, year, number = slug.split("-")
    name = {"soumu": "総務省", "env": "環境省"}[ministry]
    sheet = small_sheet()
    statements = tuple(
        one.model_copy(update={"text": canary(slug)}) if one.role == "outline" else one
        for one in sheet.policy.statements
    )
    return Sheet.model_validate(
        {
            **dict(sheet),
            "identifier": f"（{name}{year}－{number}）",
            "policy": sheet.policy.model_copy(update={"statements": statements}),
        }
    )

"""Organisations: 省庁 > 局等 > 課室, made, renamed, moved and closed by the keeper of the system, never deleted."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from django.db import transaction

from monosashi.model import Noun
from monosashi.office.keeping import Actor, clock, may, require_role
from monosashi.office.keeping.who_may import MayNot, thing_of_organisation
from monosashi.office.people.reason import given
from monosashi.office.refusals import Conflict, NotAsked, NotThere
from monosashi.office.slug import ministries
from monosashi.store.log import append
from monosashi.store.models import Ask, KeptSheet, Organisation, OrganisationKind, Person, PolicyNode

__all__ = [
    "ABOVE",
    "BadOrganisation",
    "NoSuchOrganisation",
    "OrganisationExists",
    "OrganisationInUse",
    "OrganisationKind",
    "OrganisationLine",
    "close",
    "make",
    "move",
    "one",
    "organisations",
    "rename",
    "reopen",
]

#: What may stand above what.
ABOVE: dict[OrganisationKind, OrganisationKind | None] = {
    OrganisationKind.MINISTRY: None,
    OrganisationKind.BUREAU: OrganisationKind.MINISTRY,
    OrganisationKind.DIVISION: OrganisationKind.BUREAU,
}
_ADDRESS = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_LONGEST_ADDRESS = 80
_LONGEST_NAME = 200


class NoSuchOrganisation(NotThere):
    """An organisation that is not there, is closed, or is not the asker's to know of."""

    def __init__(self, address: str) -> None:
        super().__init__(
            "no-such-organisation",
            f"「{address}」という組織はないか、廃止されています。何も変更していません。組織の一覧から選んでください。",
            f"There is no open organisation {address!r}. Nothing was changed. Choose one from the list.",
        )


class BadOrganisation(NotAsked):
    """An organisation that cannot be as it was asked for."""

    def __init__(self, ja: str, en: str) -> None:
        super().__init__("bad-organisation", f"{ja}何も変更していません。", f"{en} Nothing was changed.")


class OrganisationExists(Conflict):
    """There is an organisation of that address already, open or closed."""

    def __init__(self, address: str) -> None:
        super().__init__(
            "organisation-exists",
            f"組織の略号「{address}」は、もう使われています（廃止した組織も含みます）。何も作っていません。別の略号にしてください。",
            f"The address {address!r} is taken, if only by a closed organisation. Nothing was made. Take another.",
        )


class OrganisationInUse(Conflict):
    """An organisation that cannot be closed as long as something open belongs to it."""

    def __init__(self, name: str, people: int, children: int) -> None:
        super().__init__(
            "organisation-in-use",
            f"「{name}」には、有効な利用者 {people} 人と、廃止していない下の組織 {children} があります。何も変更していません。"
            "先に、利用者の所属を移すか停止し、下の組織を移すか廃止してください。",
            f"{name} has {people} active people and {children} open organisations below it. Nothing was changed. Move or close "
            "them first.",
        )


class OrganisationLine(Noun):
    """An organisation as the list shows it, with how many active people and sheets are directly its own. ``depth``: 0 for
    a ministry."""

    address: str
    kind: OrganisationKind
    name: str
    parent: str
    closed: bool
    depth: int
    people: int
    sheets: int


def organisations(actor: Actor) -> tuple[OrganisationLine, ...]:
    """Those the actor may see, each after what it belongs to. Raises ``MayNot`` and ``SignInFirst``."""
    require_role(actor, "see_people")
    rows = list(Organisation.objects.select_related("parent__parent").order_by("address"))
    below: dict[int | None, list[Organisation]] = {}
    for row in rows:
        below.setdefault(row.parent_id, []).append(row)
    people = _counts(Person.objects.filter(is_active=True).values_list("organisation_id", flat=True))
    sheets = _counts(
        division or bureau or ministry
        for division, bureau, ministry in KeptSheet.objects.values_list("division_id", "bureau_id", "ministry_id")
    )

    def walk(parent: int | None, depth: int) -> Iterator[OrganisationLine]:
        for row in below.get(parent, []):
            if may(actor, "see_people", thing_of_organisation(row)):
                yield _line(row, depth, people.get(row.pk, 0), sheets.get(row.pk, 0))
            yield from walk(row.pk, depth + 1)

    return tuple(walk(None, 0))


def one(actor: Actor, address: str) -> OrganisationLine:
    """One organisation, open or closed. Raises ``NoSuchOrganisation`` where there is none or it is not the actor's to see."""
    for line in organisations(actor):
        if line.address == address:
            return line
    raise NoSuchOrganisation(address)


@transaction.atomic
def make(actor: Actor, kind: OrganisationKind, name: str, address: str, parent: str = "") -> None:
    """A new organisation below ``parent``, or a ministry. Raises ``BadOrganisation``, ``OrganisationExists``,
    ``NoSuchOrganisation``, ``MayNot``, ``SignInFirst``."""
    _require_keeper(actor)
    above = _open(parent) if parent else None
    if (above.kind if above else None) != ABOVE[kind]:
        raise BadOrganisation(
            "上の組織を選び直してください（局等は省庁の下、課室は局等の下）。", "Choose another organisation above."
        )
    row = Organisation(kind=kind, name=_name(name), address=_address(address, above), parent=above)
    if Organisation.objects.filter(address=row.address).exists():
        raise OrganisationExists(row.address)
    row.save()
    _log(actor, row, "make-organisation", {"kind": str(kind), "name": row.name, "parent": parent})


@transaction.atomic
def rename(actor: Actor, address: str, name: str, why: str) -> None:
    """Another name; the address stays, so that what points to it still does. Raises as ``make``, and ``WhyMissing``."""
    row, reason = _managed(actor, address), given(why)
    before, row.name = row.name, _name(name)
    if before != row.name:
        row.save(update_fields=["name"])
        _log(actor, row, "rename-organisation", {"changes": _changed("name", before, row.name), "why": reason})


@transaction.atomic
def move(actor: Actor, address: str, parent: str, why: str) -> int:
    """A division goes to another bureau of its ministry, with its sheets, its places in the framework and what it is asked
    in open rounds. How many sheets went with it. A bureau does not change its ministry: it is closed there and made here.
    Raises as ``rename``."""
    row, reason = _managed(actor, address), given(why)
    to = _open(parent)
    ministry = row.above(OrganisationKind.MINISTRY)
    if row.kind != OrganisationKind.DIVISION or to.kind != OrganisationKind.BUREAU or to.parent != ministry:
        raise BadOrganisation(
            "課室を、同じ省庁の別の局等に移せます。", "A division can be moved to another bureau of its ministry."
        )
    before = row.parent
    if before == to:
        return 0
    row.parent = to
    row.save(update_fields=["parent"])
    sheets = KeptSheet.objects.filter(division=row).update(bureau=to)
    PolicyNode.objects.filter(division=row).update(bureau=to)
    Ask.objects.filter(division=row, round__state="open").update(bureau=to)
    was = before.address if before else ""
    _log(
        actor,
        row,
        "move-organisation",
        {"changes": _changed("parent", was, to.address), "sheets": sheets, "why": reason},
    )
    return sheets


@transaction.atomic
def close(actor: Actor, address: str, why: str) -> None:
    """Nobody new belongs to it; what it did stays. Raises ``OrganisationInUse``, and as ``rename``."""
    row, reason = _managed(actor, address), given(why)
    people = Person.objects.filter(organisation=row, is_active=True).count()
    children = row.children.filter(closed=False).count()
    if people or children:
        raise OrganisationInUse(row.name, people, children)
    _set_closed(actor, row, "close-organisation", reason, closed=True)


@transaction.atomic
def reopen(actor: Actor, address: str, why: str) -> None:
    """It is open again, below an open one. Raises as ``rename``."""
    row, reason = _managed(actor, address), given(why)
    if row.parent and row.parent.closed:
        raise NoSuchOrganisation(row.parent.address)
    _set_closed(actor, row, "reopen-organisation", reason, closed=False)


def _set_closed(actor: Actor, row: Organisation, act: str, reason: str, *, closed: bool) -> None:
    if row.closed != closed:
        row.closed = closed
        row.save(update_fields=["closed"])
        _log(actor, row, act, {"why": reason})


def _require_keeper(actor: Actor) -> None:
    require_role(actor, "manage_people")


def _managed(actor: Actor, address: str) -> Organisation:
    """The row, locked. Raises ``NoSuchOrganisation`` where it is not the actor's to see, ``MayNot``."""
    require_role(actor, "see_people")
    # the row alone: what is joined to a row is not read again after waiting for it
    row = Organisation.objects.select_for_update().filter(address=address).first()
    if row is None or not may(actor, "see_people", thing_of_organisation(row)):
        raise NoSuchOrganisation(address)
    if not may(actor, "manage_people", thing_of_organisation(row)):
        raise MayNot("manage_people")
    return row


def _open(address: str) -> Organisation:
    row = Organisation.objects.select_related("parent__parent").filter(address=address, closed=False).first()
    if row is None:
        raise NoSuchOrganisation(address)
    return row


def _name(name: str) -> str:
    if not 1 <= len(name.strip()) <= _LONGEST_NAME:
        raise BadOrganisation(
            f"名前を 1〜{_LONGEST_NAME} 字で書いてください。", f"Give a name of 1 to {_LONGEST_NAME} characters."
        )
    return name.strip()


def _address(address: str, above: Organisation | None) -> str:
    """The address that was asked for: a ministry's is the table's, any other begins with that of what it belongs to."""
    asked = address.strip().lower()
    if above is None:
        if asked not in {ministry.address for ministry in ministries()}:
            raise BadOrganisation(
                "省庁の略号は、一覧から選んでください。", "Choose the ministry's address from the list."
            )
        return asked
    if not _ADDRESS.fullmatch(asked):
        raise BadOrganisation(
            "略号は、半角の英小文字・数字をハイフンでつないで書いてください（例 kokusai-1）。",
            "An address is of small letters and digits with hyphens between (kokusai-1).",
        )
    full = asked if asked.startswith(f"{above.address}-") else f"{above.address}-{asked}"
    if len(full) > _LONGEST_ADDRESS:
        raise BadOrganisation(
            f"略号は、全体で {_LONGEST_ADDRESS} 字までです。", f"An address has at most {_LONGEST_ADDRESS} signs."
        )
    return full


def _line(row: Organisation, depth: int, people: int, sheets: int) -> OrganisationLine:
    return OrganisationLine(
        address=row.address,
        kind=OrganisationKind(row.kind),
        name=row.name,
        parent=row.parent.address if row.parent else "",
        closed=row.closed,
        depth=depth,
        people=people,
        sheets=sheets,
    )


def _counts(owners: Iterable[int | None]) -> dict[int | None, int]:
    return dict(Counter(owners))


def _changed(at: str, was: str, now: str) -> list[dict[str, str]]:
    return [{"at": at, "was": was, "now": now}]


def _log(actor: Actor, row: Organisation, act: str, details: dict[str, object]) -> None:
    append(
        act,
        row.address,
        person=actor.signed,
        time=clock.now(),
        whose=row.above(OrganisationKind.MINISTRY),
        details=details,
    )

"""Policies and fields made, renamed, renumbered, moved and taken away."""

from django.db import transaction

from monosashi.model import Noun
from monosashi.office.framework.noting import name_of, note
from monosashi.office.framework.refusals import BadEntry, NumberTaken, PolicyInUse
from monosashi.office.framework.tree import (
    FieldLine,
    PolicyLine,
    found_field,
    found_period,
    found_policy,
    policy_line,
)
from monosashi.office.framework.typed import typed_text
from monosashi.office.framework.years import number_key, typed_years
from monosashi.office.keeping import Actor
from monosashi.store.models import Field, KeptSheet, Organisation, OrganisationKind, Period, PolicyNode


class PolicyEntry(Noun):
    """A policy as it is typed. ``field``: its id, none for a policy without a field; ``answerable``: the address of the
    bureau or division; ``evaluated``: years as people write them (令和6年度、R9)."""

    number: str
    name: str
    field: int | None = None
    answerable: str = ""
    evaluated: str = ""


@transaction.atomic
def make_policy(actor: Actor, period: int, entry: PolicyEntry) -> PolicyLine:
    """A new policy in a period. Raises ``NoSuchPeriod``, ``NumberTaken``, ``BadEntry``."""
    kept = found_period(actor, period, "arrange")
    node = PolicyNode(period=kept)
    fill(node, entry)
    node.save()
    note(actor, "make-policy", object_of(node), kept.ministry, told(node))
    return policy_line(node)


@transaction.atomic
def change_policy(actor: Actor, policy: int, entry: PolicyEntry) -> PolicyLine:
    """Another name, number, field, office or years of evaluation. What stays as it was is not logged. Raises
    ``NoSuchPolicy``, ``NumberTaken``, ``BadEntry``."""
    node = found_policy(actor, policy, "arrange")
    was = told(node)
    fill(node, entry)
    now = told(node)
    if now != was:
        node.save()
        changed = {name: {"was": was[name], "now": now[name]} for name in was if was[name] != now[name]}
        note(actor, "change-policy", object_of(node), node.period.ministry, changed)
    return policy_line(node)


@transaction.atomic
def remove_policy(actor: Actor, policy: int) -> int:
    """Take a policy away on which nothing rests; the id of its period. Raises ``NoSuchPolicy``, ``PolicyInUse``."""
    node = found_policy(actor, policy, "arrange")
    if KeptSheet.objects.filter(policy=node).exists() or node.became.exists() or node.came_from.exists():
        raise PolicyInUse(node.name)
    note(actor, "remove-policy", object_of(node), node.period.ministry, told(node))
    period: int = node.period_id
    node.delete()
    return period


@transaction.atomic
def make_field(actor: Actor, period: int, name: str) -> FieldLine:
    """A new field behind the others. Raises ``NoSuchPeriod``, ``BadEntry``."""
    kept, name = found_period(actor, period, "arrange"), typed_text(name, 300)
    if not name:
        raise BadEntry("分野の名前がありません。", "The field has no name.")
    last = kept.fields.order_by("-place").first()
    made = Field.objects.create(period=kept, name=name, place=last.place + 1 if last else 0)
    note(actor, "make-field", name_of(kept.ministry, kept.first, kept.last), kept.ministry, {"name": made.name})
    return FieldLine(id=made.pk, name=made.name)


@transaction.atomic
def change_field(actor: Actor, field: int, name: str, move: int = 0) -> FieldLine:
    """Another name for a field, or another place: ``move`` -1 is one up, 1 one down. Raises ``NoSuchPolicy``,
    ``BadEntry``."""
    row, name = found_field(actor, field, "arrange"), typed_text(name, 300)
    if not name:
        raise BadEntry("分野の名前がありません。", "The field has no name.")
    if move:
        _move(row, move)
    if move or row.name != name:
        details = {"was": row.name, "now": name, "moved": move}
        row.name = name
        row.save(update_fields=["name"])
        period = row.period
        note(actor, "change-field", name_of(period.ministry, period.first, period.last), period.ministry, details)
    return FieldLine(id=row.pk, name=row.name)


@transaction.atomic
def remove_field(actor: Actor, field: int) -> int:
    """Take a field without policies away; the id of its period. Raises ``NoSuchPolicy``, ``PolicyInUse``."""
    row = found_field(actor, field, "arrange")
    if row.policies.exists():
        raise PolicyInUse(row.name)
    period = row.period
    note(
        actor, "remove-field", name_of(period.ministry, period.first, period.last), period.ministry, {"name": row.name}
    )
    row.delete()
    return int(period.pk)


def _move(row: Field, by: int) -> None:
    order = list(row.period.fields.order_by("place", "id"))
    at = next(n for n, one in enumerate(order) if one.pk == row.pk)
    order.insert(max(0, at + by), order.pop(at))
    for place, one in enumerate(order):
        Field.objects.filter(pk=one.pk).update(place=place)


def fill(node: PolicyNode, entry: PolicyEntry) -> None:
    """Put an entry into a policy, not yet saved. Raises ``BadEntry``, ``NumberTaken``."""
    number, name = typed_text(entry.number, 40), typed_text(entry.name, 500)
    if not number or not name:
        raise BadEntry("政策には番号と名前が要ります。", "A policy needs a number and a name.")
    years = typed_years(entry.evaluated)
    if years is None:
        raise BadEntry(
            f"評価書の年度「{entry.evaluated}」が読めません（例：令和6年度、R9、2030）。",
            f"{entry.evaluated!r} are no years (write 2024 or R6).",
        )
    taken = next(
        (one for one in _others(node) if number_key(one.number) == number_key(number)),
        None,
    )
    if taken:
        raise NumberTaken(number, taken.name)
    node.number, node.name, node.evaluated = number, name, " ".join(str(year) for year in years)
    node.field = _field(node.period, entry.field)
    node.bureau, node.division = office_of(node.period.ministry, entry.answerable)


def _others(node: PolicyNode) -> list[PolicyNode]:
    return list(PolicyNode.objects.filter(period_id=node.period_id).exclude(pk=node.pk).order_by("pk"))


def _field(period: Period, field: int | None) -> Field | None:
    if field is None:
        return None
    found = period.fields.filter(pk=field).first()
    if found is None:
        raise BadEntry("その分野は、この期間にはありません。", "The period has no such field.")
    return found


def office_of(ministry: Organisation, address: str) -> tuple[Organisation | None, Organisation | None]:
    """The bureau and the division that an address means within a ministry; none for an empty one. Raises ``BadEntry``."""
    if not address:
        return None, None
    office = Organisation.objects.select_related("parent__parent").filter(address=address).first()
    if office is None or office.above(OrganisationKind.MINISTRY) != ministry:
        raise BadEntry(
            f"「{address}」という局・課は、この府省にありません。", f"The ministry has no office {address!r}."
        )
    return office.above(OrganisationKind.BUREAU), office.above(OrganisationKind.DIVISION)


def told(node: PolicyNode) -> dict[str, str]:
    """A policy as the log tells it."""
    office = node.division or node.bureau
    return {
        "number": node.number,
        "name": node.name,
        "field": node.field.name if node.field else "",
        "office": office.address if office else "",
        "evaluated": node.evaluated,
    }


def object_of(node: PolicyNode) -> str:
    """How a policy is called in the log."""
    return f"{name_of(node.period.ministry, node.period.first, node.period.last)}/{node.number}"

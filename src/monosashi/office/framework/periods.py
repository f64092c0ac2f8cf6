"""Periods made, changed, and begun from the last one."""

from django.db import transaction

from monosashi.office.framework.noting import name_of, note
from monosashi.office.framework.refusals import BadEntry, PolicyInUse, YearsTaken
from monosashi.office.framework.tree import PeriodLine, found_period, period_line
from monosashi.office.framework.typed import typed_text
from monosashi.office.framework.years import EARLIEST, LATEST, kept_years
from monosashi.office.keeping import Actor, Thing, may, require_role
from monosashi.office.keeping.who_may import MayNot
from monosashi.store.models import Field, KeptSheet, Lineage, Organisation, OrganisationKind, Period, PolicyNode

#: No plan is longer; a period of more years is a slip.
_LONGEST = 15


@transaction.atomic
def make_period(actor: Actor, name: str, first: int, last: int) -> PeriodLine:
    """A new, empty period of the actor's ministry. Raises ``MayNot``, ``BadEntry``, ``YearsTaken``."""
    ministry = _own_ministry(actor)
    _check(ministry, name, first, last)
    made = Period.objects.create(ministry=ministry, name=name.strip(), first=first, last=last)
    note(actor, "make-period", name_of(ministry, first, last), ministry, {"name": made.name})
    return period_line(made)


@transaction.atomic
def change_period(actor: Actor, period: int, name: str, first: int, last: int) -> PeriodLine:
    """Another name or other years for a period. Raises as ``make_period``, and ``NoSuchPeriod``, ``PolicyInUse`` where
    a sheet is linked in a year that would fall out."""
    kept = found_period(actor, period, "arrange")
    _check(kept.ministry, name, first, last, but=kept.pk)
    linked = KeptSheet.objects.filter(policy__period=kept)
    if linked.exclude(nendo__gte=first, nendo__lte=last).exists():
        raise PolicyInUse(kept.name)
    was = {"name": kept.name, "first": kept.first, "last": kept.last}
    kept.name, kept.first, kept.last = name.strip(), first, last
    kept.save(update_fields=["name", "first", "last"])
    now = {"name": kept.name, "first": first, "last": last}
    note(actor, "change-period", name_of(kept.ministry, first, last), kept.ministry, {"was": was, "now": now})
    return period_line(kept)


@transaction.atomic
def remove_period(actor: Actor, period: int) -> None:
    """Take an empty period away. Raises ``NoSuchPeriod``, ``PolicyInUse`` where it holds a policy."""
    kept = found_period(actor, period, "arrange")
    if kept.policies.exists():
        raise PolicyInUse(kept.name)
    note(actor, "remove-period", name_of(kept.ministry, kept.first, kept.last), kept.ministry, {"name": kept.name})
    kept.fields.all().delete()
    kept.delete()


@transaction.atomic
def begin_next(actor: Actor, period: int, name: str, first: int, last: int) -> PeriodLine:
    """A new period with the fields and policies of this one, each linked to what it came from; years of evaluation
    move on by as many years as the periods lie apart. Raises as ``make_period``, and ``NoSuchPeriod``."""
    before = found_period(actor, period, "arrange")
    _check(before.ministry, name, first, last)
    after = Period.objects.create(ministry=before.ministry, name=name.strip(), first=first, last=last)
    fields: dict[int | None, Field | None] = {None: None}
    for field in before.fields.order_by("place", "id"):
        fields[field.pk] = Field.objects.create(period=after, place=field.place, name=field.name)
    nodes = list(before.policies.order_by("pk"))
    for node in nodes:
        moved = PolicyNode.objects.create(
            period=after,
            field=fields[node.field_id],
            number=node.number,
            name=node.name,
            bureau=node.bureau,
            division=node.division,
            evaluated=_moved_on(node.evaluated, first - before.first),
        )
        Lineage.objects.create(before=node, after=moved)
    details = {"name": after.name, "from": name_of(before.ministry, before.first, before.last), "policies": len(nodes)}
    note(actor, "begin-period", name_of(after.ministry, first, last), after.ministry, details)
    return period_line(after)


def _moved_on(evaluated: str, by: int) -> str:
    return " ".join(str(year + by) for year in kept_years(evaluated))


def _own_ministry(actor: Actor) -> Organisation:
    require_role(actor, "arrange")
    if not may(actor, "arrange", Thing(ministry=actor.ministry)):
        raise MayNot("arrange")
    # the row is locked so that two periods made at once cannot overlap
    return Organisation.objects.select_for_update(of=("self",)).get(
        address=actor.ministry, kind=OrganisationKind.MINISTRY
    )


def _check(ministry: Organisation, name: str, first: int, last: int, but: int | None = None) -> None:
    if not typed_text(name, 200):
        raise BadEntry("期間の名前がありません。", "The period has no name.")
    if not (EARLIEST <= first <= last <= LATEST and last - first < _LONGEST):
        raise BadEntry(
            f"期間の年度が正しくありません（{first}～{last}）。",
            f"The years of the period are not right ({first} to {last}).",
        )
    same = Period.objects.filter(ministry=ministry, first__lte=last, last__gte=first).order_by("first")
    if taken := next((one for one in same if one.pk != but), None):
        raise YearsTaken(taken.name)

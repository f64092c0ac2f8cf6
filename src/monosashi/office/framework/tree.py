"""The tree as pages show it: periods, fields, policies."""

from collections.abc import Iterable

from monosashi.model import Noun
from monosashi.office.framework.refusals import NoSuchPeriod, NoSuchPolicy
from monosashi.office.framework.years import kept_years, number_key
from monosashi.office.keeping import Actor, Thing, may, require_role, within
from monosashi.office.keeping.who_may import MayNot
from monosashi.store.models import Field, Period, PolicyNode


class PeriodLine(Noun):
    """A period: the years a plan of policy evaluation is for, both ends among them."""

    id: int
    ministry: str
    ministry_name: str
    name: str
    first: int
    last: int

    @property
    def years(self) -> tuple[int, ...]:
        """Every fiscal year of the period."""
        return tuple(range(self.first, self.last + 1))


class FieldLine(Noun):
    """A field (分野) of a period."""

    id: int
    name: str


class PolicyLine(Noun):
    """A policy of a period. ``bureau``, ``division``: addresses, empty where none answers for it; ``answerable``: the
    name of the lowest that does. ``evaluated``: the fiscal years in which its 評価書 is due."""

    id: int
    number: str
    name: str
    field: FieldLine | None
    bureau: str
    division: str
    answerable: str
    evaluated: tuple[int, ...]


class Branch(Noun):
    """A field with its policies, in the order of their numbers; last those without a field."""

    field: FieldLine | None
    policies: tuple[PolicyLine, ...]


def periods(actor: Actor) -> tuple[PeriodLine, ...]:
    """Every period the actor may see, by ministry, the newest first. Raises ``MayNot``, ``SignInFirst``."""
    require_role(actor, "see_framework")
    rows = Period.objects.filter(within(actor, "see_framework")).select_related("ministry")
    return tuple(period_line(row) for row in rows.order_by("ministry__address", "-first", "id"))


def period_line(period: Period) -> PeriodLine:
    """A period as a line."""
    return PeriodLine(
        id=period.pk,
        ministry=period.ministry.address,
        ministry_name=period.ministry.name,
        name=period.name,
        first=period.first,
        last=period.last,
    )


def tree(actor: Actor, period: int) -> tuple[Branch, ...]:
    """The tree of a period. Raises ``NoSuchPeriod``."""
    return branches(policies_of(found_period(actor, period)), fields(actor, period))


def fields(actor: Actor, period: int) -> tuple[FieldLine, ...]:
    """The fields of a period in their order. Raises ``NoSuchPeriod``."""
    kept = found_period(actor, period)
    return tuple(FieldLine(id=row.pk, name=row.name) for row in kept.fields.order_by("place", "id"))


def branches(policies: Iterable[PolicyLine], known: Iterable[FieldLine]) -> tuple[Branch, ...]:
    """Policies under their fields; a field without policies is a branch too."""
    told = tuple(policies)
    alone = tuple(one for one in told if one.field is None)
    grown = tuple(Branch(field=field, policies=tuple(p for p in told if p.field == field)) for field in known)
    return (*grown, Branch(field=None, policies=alone)) if alone else grown


def policies_of(period: Period) -> tuple[PolicyLine, ...]:
    """The policies of a period in the order of their numbers."""
    rows = period.policies.select_related("field", "bureau", "division", "period__ministry")
    return tuple(sorted((policy_line(row) for row in rows), key=lambda one: (number_key(one.number), one.id)))


def policy_line(node: PolicyNode) -> PolicyLine:
    """A policy as a line."""
    lowest = node.division or node.bureau
    return PolicyLine(
        id=node.pk,
        number=node.number,
        name=node.name,
        field=FieldLine(id=node.field.pk, name=node.field.name) if node.field else None,
        bureau=node.bureau.address if node.bureau else "",
        division=node.division.address if node.division else "",
        answerable=lowest.name if lowest else "",
        evaluated=kept_years(node.evaluated),
    )


def found_period(actor: Actor, period: int, verb: str = "see_framework") -> Period:
    """The row of a period that the actor may do a verb to. Raises ``NoSuchPeriod``, ``MayNot``, ``SignInFirst``."""
    require_role(actor, "see_framework")
    found = Period.objects.select_related("ministry").filter(pk=period).first()
    if found is None or not may(actor, "see_framework", Thing(ministry=found.ministry.address)):
        raise NoSuchPeriod
    if not may(actor, verb, Thing(ministry=found.ministry.address)):
        raise MayNot(verb)
    return found


def found_policy(actor: Actor, policy: int, verb: str = "see_framework") -> PolicyNode:
    """The row of a policy. Raises ``NoSuchPolicy``, ``MayNot``, ``SignInFirst``."""
    require_role(actor, "see_framework")
    rows = PolicyNode.objects.select_related("period__ministry", "field", "bureau", "division")
    node = rows.filter(pk=policy).first()
    if node is None or not may(actor, "see_framework", Thing(ministry=node.period.ministry.address)):
        raise NoSuchPolicy
    if not may(actor, verb, Thing(ministry=node.period.ministry.address)):
        raise MayNot(verb)
    return node


def found_field(actor: Actor, field: int, verb: str = "see_framework") -> Field:
    """The row of a field. Raises as ``found_policy``."""
    require_role(actor, "see_framework")
    row = Field.objects.select_related("period__ministry").filter(pk=field).first()
    if row is None or not may(actor, "see_framework", Thing(ministry=row.period.ministry.address)):
        raise NoSuchPolicy
    if not may(actor, verb, Thing(ministry=row.period.ministry.address)):
        raise MayNot(verb)
    return row


def found_line(actor: Actor, period: int, verb: str = "see_framework") -> PeriodLine:
    """A period that the actor may do a verb to, as a line. Raises as ``found_period``."""
    return period_line(found_period(actor, period, verb))


def policy_period(actor: Actor, policy: int) -> tuple[PeriodLine, PolicyLine]:
    """A policy with its period. Raises as ``found_policy``."""
    node = found_policy(actor, policy)
    return period_line(node.period), policy_line(node)


def may_arrange(actor: Actor, ministry: str) -> bool:
    """Whether the actor may change the framework of a ministry."""
    return may(actor, "arrange", Thing(ministry=ministry))

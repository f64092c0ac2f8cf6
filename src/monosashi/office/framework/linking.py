"""Sheets and policies: which belong together, which sheets have none, which policies have no sheet in a year."""

from collections.abc import Iterable

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet

from monosashi.model import Noun
from monosashi.model.folding import key
from monosashi.office.framework.lineage import forebears
from monosashi.office.framework.noting import note
from monosashi.office.framework.policies import object_of
from monosashi.office.framework.refusals import BadEntry
from monosashi.office.framework.tree import PolicyLine, found_period, found_policy, policies_of
from monosashi.office.framework.years import number_key
from monosashi.office.keeping import Actor, Thing, may, require, thing_of, within
from monosashi.office.keeping.saving import locked
from monosashi.store.models import KeptSheet, Release, SheetKind, SheetState, SheetSummary


class SheetLine(Noun):
    """A sheet in the framework. ``released``: its last edition, 0 for none. ``state`` is empty where only the released
    edition is the asker's to see."""

    slug: str
    kind: SheetKind
    nendo: int
    number: str
    name: str
    state: SheetState | None
    edition: int
    policy: int | None


class Unlinked(Noun):
    """A sheet without a policy, and the policies of its year it may belong to by number or name, the likelier first."""

    sheet: SheetLine
    likely: tuple[PolicyLine, ...]


def sheet_lines(actor: Actor, rows: QuerySet[KeptSheet]) -> tuple[SheetLine, ...]:
    """Of some sheets those that the actor may see, by year and number."""
    own = set(rows.filter(within(actor, "see")).values_list("pk", flat=True))
    shown = rows.filter(Q(pk__in=own) | Exists(Release.objects.filter(sheet=OuterRef("pk"))))
    found = list(shown.order_by("nendo", "slug"))
    names = _names(found, own)
    releases = Release.objects.filter(sheet__in=[one.pk for one in found]).order_by("edition")
    editions = dict(releases.values_list("sheet_id", "edition"))
    lines = [
        SheetLine(
            slug=one.slug,
            kind=SheetKind(one.kind),
            nendo=one.nendo,
            number=one.number,
            name=names.get(one.pk, ""),
            state=SheetState(one.state) if one.pk in own else None,
            edition=editions.get(one.pk, 0),
            policy=one.policy_id,
        )
        for one in found
    ]
    return tuple(sorted(lines, key=lambda one: (one.nendo, number_key(one.number), one.kind, one.slug)))


def _names(sheets: Iterable[KeptSheet], own: set[int]) -> dict[int, str]:
    """The name of each sheet: its head's where that is the actor's to see, else its last edition's."""
    rows = SheetSummary.objects.filter(sheet__in=[one.pk for one in sheets]).values_list(
        "sheet_id", "released", "record__name"
    )
    return {sheet: name for sheet, released, name in rows if released != (sheet in own)}


def sheets_of(actor: Actor, policy: int) -> tuple[SheetLine, ...]:
    """The sheets of a policy, and of what it came from, that the actor may see, over the years. Raises
    ``NoSuchPolicy``."""
    nodes = forebears(found_policy(actor, policy))
    return sheet_lines(actor, KeptSheet.objects.filter(policy__in=[node.pk for node in nodes]))


def linked(actor: Actor, period: int) -> dict[int, tuple[SheetLine, ...]]:
    """The sheets that the actor may see, by the policy of the period. Raises ``NoSuchPeriod``."""
    kept = found_period(actor, period)
    found: dict[int, list[SheetLine]] = {}
    for line in sheet_lines(actor, KeptSheet.objects.filter(policy__period=kept)):
        if line.policy is not None:
            found.setdefault(line.policy, []).append(line)
    return {policy: tuple(lines) for policy, lines in found.items()}


def without_policy(actor: Actor, period: int) -> tuple[Unlinked, ...]:
    """The sheets of a period's years that have no policy, as far as the actor may see them. Raises ``NoSuchPeriod``."""
    kept = found_period(actor, period)
    rows = KeptSheet.objects.filter(ministry=kept.ministry, policy=None, nendo__gte=kept.first, nendo__lte=kept.last)
    policies = policies_of(kept)
    return tuple(Unlinked(sheet=line, likely=_likely(line, policies)) for line in sheet_lines(actor, rows))


def without_sheets(actor: Actor, period: int, nendo: int) -> tuple[PolicyLine, ...]:
    """The policies of a period that have no sheet in a year. Of a policy that is not the actor's, whether a sheet was
    begun is not told: only own ones are named. Raises ``NoSuchPeriod``."""
    kept = found_period(actor, period)
    with_one = set(
        KeptSheet.objects.filter(policy__period=kept, nendo=nendo, kind=SheetKind.PLAN).values_list(
            "policy_id", flat=True
        )
    )
    return tuple(
        one
        for one in policies_of(kept)
        if one.id not in with_one and may(actor, "see", thing_of_policy(one, kept.ministry.address))
    )


def thing_of_policy(policy: PolicyLine, ministry: str) -> Thing:
    """A policy as a thing: whose sheets it is about."""
    return Thing(ministry=ministry, bureau=policy.bureau, division=policy.division)


@transaction.atomic
def link_sheets(actor: Actor, chosen: Iterable[tuple[str, int | None]]) -> None:
    """Link several sheets, all or none. Raises as ``link_sheet``."""
    for slug, policy in chosen:
        link_sheet(actor, slug, policy)


@transaction.atomic
def link_sheet(actor: Actor, slug: str, policy: int | None) -> None:
    """Say which policy a sheet belongs to; None takes it from the one it had. Raises ``NotInLibrary``,
    ``NoSuchPolicy``, ``BadEntry``."""
    kept = locked(slug)
    require(actor, "arrange", thing_of(kept))
    node = found_policy(actor, policy, "arrange") if policy is not None else None
    if node and (
        node.period.ministry_id != kept.ministry_id or not node.period.first <= kept.nendo <= node.period.last
    ):
        raise BadEntry(
            f"「{node.name}」の期間に、「{slug}」の年度は入りません。",
            f"The year of {slug} is not in the period of {node.name!r}.",
        )
    was = kept.policy
    kept.policy = node
    kept.save(update_fields=["policy"])
    details = {"was": object_of(was) if was else "", "now": object_of(node) if node else ""}
    note(actor, "link-sheet", slug, kept.answerable, details)


def _likely(sheet: SheetLine, policies: Iterable[PolicyLine]) -> tuple[PolicyLine, ...]:
    """The policies with the sheet's number, then those with its name."""
    told = tuple(policies)
    by_number = [one for one in told if number_key(one.number) == number_key(sheet.number)]
    by_name = [one for one in told if one not in by_number and key(one.name) and key(one.name) in key(sheet.name)]
    return (*by_number, *by_name)

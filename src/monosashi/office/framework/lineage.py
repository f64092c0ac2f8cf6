"""Lineage: what became of each policy at the next period, as a table of correspondences."""

from enum import StrEnum

from django.db import transaction

from monosashi.model import Noun
from monosashi.office.framework.noting import note
from monosashi.office.framework.policies import object_of
from monosashi.office.framework.refusals import BadEntry, NoSuchPolicy
from monosashi.office.framework.tree import (
    PeriodLine,
    PolicyLine,
    found_period,
    found_policy,
    period_line,
    policies_of,
    policy_line,
)
from monosashi.office.framework.typed import typed_text
from monosashi.office.framework.years import number_key
from monosashi.office.keeping import Actor
from monosashi.store.models import Lineage, Period, PolicyNode


class Became(StrEnum):
    """What became of a policy: 継続, 番号変更, 統合, 分割, 終了, 新規."""

    CONTINUED = "continued"
    RENUMBERED = "renumbered"
    MERGED = "merged"
    SPLIT = "split"
    ENDED = "ended"
    NEW = "new"


class Correspondence(Noun):
    """A line of the table: a policy, what became of it, and the policy it became; one of them missing for ``ended`` and
    ``new``."""

    before: PolicyLine | None
    became: Became
    after: PolicyLine | None
    note: str = ""


class Correspondences(Noun):
    """The table between a period and the one before it; None where it is the first."""

    before: PeriodLine | None
    after: PeriodLine
    lines: tuple[Correspondence, ...]


def correspondences(actor: Actor, period: int) -> Correspondences:
    """The table between a period and the one before. Raises ``NoSuchPeriod``."""
    after = found_period(actor, period)
    before = _before(after)
    if before is None:
        return Correspondences(before=None, after=period_line(after), lines=())
    links = list(Lineage.objects.filter(before__period=before, after__period=after).select_related("before", "after"))
    olds, news = policies_of(before), policies_of(after)
    by_id = {one.id: one for one in (*olds, *news)}
    lines = [_line(link, links, by_id) for link in sorted(links, key=lambda one: _order(one, by_id))]
    gone = {link.before_id for link in links}
    come = {link.after_id for link in links}
    lines += [Correspondence(before=one, became=Became.ENDED, after=None) for one in olds if one.id not in gone]
    lines += [Correspondence(before=None, became=Became.NEW, after=one) for one in news if one.id not in come]
    return Correspondences(before=period_line(before), after=period_line(after), lines=tuple(lines))


@transaction.atomic
def link(actor: Actor, before: int, after: int, why: str = "") -> None:
    """Say that a policy became another of a later period. Said again, the note is the new one. Raises ``NoSuchPolicy``,
    ``BadEntry``."""
    old, new = found_policy(actor, before, "arrange"), found_policy(actor, after, "arrange")
    if old.period.ministry_id != new.period.ministry_id:
        raise NoSuchPolicy
    if old.period.last >= new.period.first:
        raise BadEntry(
            "対応は、前の期間の政策から後の期間の政策へ付けます。",
            "A link leads from a policy of an earlier period to one of a later.",
        )
    why = typed_text(why, 500)
    Lineage.objects.update_or_create(before=old, after=new, defaults={"note": why})
    note(actor, "link-policies", object_of(new), new.period.ministry, {"from": object_of(old), "note": why})


@transaction.atomic
def unlink(actor: Actor, before: int, after: int) -> None:
    """Take a link away. Raises ``NoSuchPolicy`` where there is none."""
    old, new = found_policy(actor, before, "arrange"), found_policy(actor, after, "arrange")
    gone, _ = Lineage.objects.filter(before=old, after=new).delete()
    if not gone:
        raise NoSuchPolicy
    note(actor, "unlink-policies", object_of(new), new.period.ministry, {"from": object_of(old)})


def forebears(policy: PolicyNode) -> list[PolicyNode]:
    """A policy and all it came from, the newest first."""
    found, waiting = [], [policy]
    known: set[int] = set()
    while waiting:
        node = waiting.pop(0)
        if node.pk not in known:
            known.add(node.pk)
            found.append(node)
            links = node.came_from.select_related("before__period__ministry").order_by("before__number", "pk")
            waiting += [one.before for one in links]
    return found


def successors(policy: PolicyNode, nendo: int) -> list[PolicyLine]:
    """What a policy is in a year: itself within its period, else what it became in the period of that year, if that is
    known."""
    if policy.period.first <= nendo <= policy.period.last:
        return [policy_line(policy)]
    found: dict[int, PolicyLine] = {}
    waiting = [policy]
    while waiting:
        node = waiting.pop(0)
        links = node.became.select_related(
            "after__period", "after__field", "after__bureau", "after__division"
        ).order_by("after__number", "pk")
        for one in links:
            if one.after.period.first <= nendo <= one.after.period.last:
                found[one.after_id] = policy_line(one.after)
            elif one.after.period.last < nendo:
                waiting.append(one.after)
    return list(found.values())


def _before(period: Period) -> Period | None:
    rows = Period.objects.select_related("ministry").filter(ministry=period.ministry, last__lt=period.first)
    return rows.order_by("-last").first()


def _order(link: Lineage, by_id: dict[int, PolicyLine]) -> tuple[object, object]:
    return number_key(by_id[link.before_id].number), number_key(by_id[link.after_id].number)


def _line(link: Lineage, links: list[Lineage], by_id: dict[int, PolicyLine]) -> Correspondence:
    before, after = by_id[link.before_id], by_id[link.after_id]
    if sum(one.after_id == link.after_id for one in links) > 1:
        became = Became.MERGED
    elif sum(one.before_id == link.before_id for one in links) > 1:
        became = Became.SPLIT
    else:
        same = number_key(before.number) == number_key(after.number)
        became = Became.CONTINUED if same else Became.RENUMBERED
    return Correspondence(before=before, became=became, after=after, note=link.note)

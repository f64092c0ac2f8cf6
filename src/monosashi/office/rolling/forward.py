"""Rolling one sheet forward: looked at first, then made as a new sheet's first version, every measure with its lasting id."""

from dataclasses import dataclass

from django.db import transaction

from monosashi.model import Noun, Sheet
from monosashi.office.framework.lineage import successors
from monosashi.office.framework.noting import note
from monosashi.office.framework.policies import object_of
from monosashi.office.framework.tree import PolicyLine
from monosashi.office.framework.years import number_key
from monosashi.office.keeping import Actor, SavedMeanwhile, Whose, begin, require, thing_of
from monosashi.office.keeping.saving import SheetExists, locked
from monosashi.office.library import NotInLibrary
from monosashi.office.review.comments import comment
from monosashi.office.rolling.carrying import WAYS, Carried, Choices, Group, carried_forward
from monosashi.office.rolling.refusals import PolicyEnded, UnknownChoice
from monosashi.office.slug import identifier_slug
from monosashi.store.models import KeptSheet, PolicyNode, SheetKind
from monosashi.store.versions import opened


class Preview(Noun):
    """What rolling a sheet forward would make. ``version``: of the sheet, from which it would be made; ``policies``: what
    the policy may be in the next year, ``policy`` the one taken; ``exists``: next year's sheet where there is one
    already."""

    slug: str
    version: int
    new_slug: str
    nendo: int
    number: str
    policy: PolicyLine | None
    policies: tuple[PolicyLine, ...]
    carried: Carried
    choices: Choices
    exists: str = ""


class RolledForward(Noun):
    """A sheet that was made, and the one it was made from."""

    slug: str
    made: str


def preview(actor: Actor, slug: str, choices: Choices, policy: int | None = None) -> Preview:
    """What rolling forward would make of a sheet, with every change. ``policy``: the successor taken, where there are
    several. Raises ``NotInLibrary``, ``MayNot``, ``PolicyEnded``, ``UnknownChoice``."""
    plan = _plan(actor, _found(slug), choices, policy)
    return Preview(
        slug=slug,
        version=plan.kept.newest.number,
        new_slug=plan.slug,
        nendo=plan.nendo,
        number=plan.number,
        policy=plan.policy,
        policies=plan.policies,
        carried=plan.carried,
        choices=plan.choices,
        exists=_existing(plan),
    )


@transaction.atomic
def roll_forward(actor: Actor, slug: str, version: int, choices: Choices, policy: int | None = None) -> RolledForward:
    """Make next year's sheet. ``version``: the one that was looked at. What must be renewed is marked in it by comments
    that are to be resolved before it can be released. Raises as ``preview``, and ``SheetExists``, ``SavedMeanwhile``."""
    kept = locked(slug)
    plan = _plan(actor, kept, choices, policy)
    if kept.newest.number != version:
        raise SavedMeanwhile(slug, version, kept.newest.number)
    if exists := _existing(plan):
        raise SheetExists(exists)
    whose = Whose(
        organisation=kept.answerable.address,
        nendo=plan.nendo,
        number=plan.number,
        kind=SheetKind(kept.kind),
        policy=plan.policy.id if plan.policy else None,
    )
    made = begin(
        actor,
        plan.slug,
        whose,
        plan.carried.sheet,
        reason_code="rolled-forward",
        reason=f"{slug} 第{version}版",
        identities=plan.identities,
    )
    details = {"from": slug, "version": version, "sha256": kept.newest.sha256, "policy": _told(plan)}
    note(actor, "roll-forward", made.slug, made.answerable, details)
    for renewal in plan.carried.renewals:
        comment(actor, made.slug, renewal.path, renewal.what.ja, must_resolve=True)
    return RolledForward(slug=slug, made=made.slug)


def _told(plan: "_Plan") -> str:
    return (
        object_of(PolicyNode.objects.select_related("period__ministry").get(pk=plan.policy.id)) if plan.policy else ""
    )


@dataclass(frozen=True)
class _Plan:
    """Everything that is decided before a sheet is made."""

    kept: KeptSheet
    nendo: int
    number: str
    slug: str
    policy: PolicyLine | None
    policies: tuple[PolicyLine, ...]
    choices: Choices
    carried: Carried
    identities: dict[str, str]


def _found(slug: str) -> KeptSheet:
    rows = KeptSheet.objects.select_related("head", "ministry", "bureau", "division", "policy__period")
    kept = rows.filter(slug=slug).first()
    if kept is None:
        raise NotInLibrary(slug)
    return kept


def _plan(actor: Actor, kept: KeptSheet, choices: Choices, policy: int | None) -> _Plan:
    require(actor, "edit", thing_of(kept), NotInLibrary(kept.slug))
    for group in Group:
        if choices.way(group) not in WAYS[group]:
            raise UnknownChoice(choices.way(group))
    nendo = kept.nendo + 1
    policies = tuple(successors(kept.policy, nendo)) if kept.policy else ()
    taken = _taken(kept, policies, policy)
    renumbered = taken is not None and number_key(taken.number) != number_key(kept.number)
    number = taken.number if taken and renumbered else kept.number
    told = choices.model_copy(
        update={"number": number if renumbered else "", "evaluated": taken.evaluated if taken else ()}
    )
    sheet, identities = opened(kept.newest)
    carried = carried_forward(sheet, told)
    slug = _slug(kept, sheet, carried.sheet, nendo)
    return _Plan(kept, nendo, number, slug, taken, policies, told, carried, identities)


def _taken(kept: KeptSheet, policies: tuple[PolicyLine, ...], policy: int | None) -> PolicyLine | None:
    """The policy of the next year: the one chosen, else the one of the same number, else the first; none where the sheet
    has none, or where no period is there yet for the next year."""
    if policy is not None:
        chosen = next((one for one in policies if one.id == policy), None)
        if chosen is None:
            raise UnknownChoice(str(policy))
        return chosen
    if policies:
        same = (one for one in policies if number_key(one.number) == number_key(kept.number))
        return next(same, policies[0])
    if kept.policy and _has_framework(kept):
        raise PolicyEnded(kept.slug, kept.nendo + 1)
    return None


def _has_framework(kept: KeptSheet) -> bool:
    """Whether the ministry has a framework for the next year."""
    return kept.ministry.periods.filter(first__lte=kept.nendo + 1, last__gte=kept.nendo + 1).exists()


def _slug(kept: KeptSheet, before: Sheet, after: Sheet, nendo: int) -> str:
    """The name of the new sheet in addresses, with what the old one has beyond its identifier."""
    old, new = identifier_slug(before.identifier), identifier_slug(after.identifier)
    if old and new and old != new and kept.slug.startswith(old):
        return new + kept.slug.removeprefix(old)
    return f"{kept.slug.removesuffix(f'-{kept.nendo}')}-{nendo}"


def _existing(plan: _Plan) -> str:
    """The name of next year's sheet where there is one."""
    same = KeptSheet.objects.filter(
        ministry=plan.kept.ministry, nendo=plan.nendo, number=plan.number, kind=plan.kept.kind
    )
    found = same.order_by("pk").first() or KeptSheet.objects.filter(slug=plan.slug).first()
    return found.slug if found else ""

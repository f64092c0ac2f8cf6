"""Hands that do a review's acts in the small world, so that a test says only what it is about.

Of 総務省's sheets the evaluation office (``office``) began each; so ``bureau`` checks for the bureau, ``office2`` for the
office, ``office`` approves and ``office2`` releases.
"""

from monosashi.model import Sheet
from monosashi.office.keeping import Actor, save
from monosashi.office.reprinting import reprinted
from monosashi.office.review.releasing import release
from monosashi.office.review.settling import decided, waive
from monosashi.office.review.steps import take_step
from monosashi.store.models import FindingRow, KeptSheet, Release, SheetState, Version
from monosashi.store.versions import opened
from tests.world import World

SLUG = "soumu-R4-2"
OUTLINE = "/policy/statements/1/text"
#: Who takes each step, in order.
WAY = (("check_bureau", "bureau"), ("check_office", "office2"), ("approve", "office"), ("release", "office2"))
STATES = (
    SheetState.DRAFT,
    SheetState.BUREAU_CHECKED,
    SheetState.OFFICE_CHECKED,
    SheetState.APPROVED,
    SheetState.RELEASED,
)


def kept(slug: str = SLUG) -> KeptSheet:
    """The sheet as it is now."""
    return KeptSheet.objects.get(slug=slug)


def sheet_now(slug: str = SLUG) -> Sheet:
    """What its newest version says."""
    return opened(kept(slug).newest)[0]


def changed(world: World, text: str, path: str = OUTLINE, who: str = "division", slug: str = SLUG) -> Version:
    """A new version with another text at a place."""
    return save(
        world.actor(who),
        slug,
        kept(slug).newest.number,
        reprinted(sheet_now(slug), path, text),
        reason_code="edited",
        reason="見直し",
    )


def brought_to(world: World, state: SheetState, slug: str = SLUG, reason: str = "誤記の訂正") -> KeptSheet:
    """The sheet, led to a state from wherever it stands."""
    clear(world.actor("bureau"), slug)
    for verb, who in WAY[STATES.index(SheetState(kept(slug).state)) : STATES.index(state)]:
        one_step(world.actor(who), verb, slug, reason)
    return kept(slug)


def one_step(actor: Actor, verb: str, slug: str = SLUG, reason: str = "") -> None:
    """A step on the newest version."""
    number = kept(slug).newest.number
    if verb == "release":
        release(actor, slug, number, reason, erratum=True)
    else:
        take_step(actor, slug, verb, number)


def released(world: World, slug: str = SLUG, reason: str = "誤記の訂正") -> Release:
    """The sheet released, with whatever its newest version says."""
    brought_to(world, SheetState.RELEASED, slug, reason)
    last = kept(slug).releases.order_by("-edition").first()
    assert last is not None
    return last


def clear(actor: Actor, slug: str = SLUG) -> None:
    """Answer for every error that the sheet's checks find, so that nothing but the steps is in the way."""
    if not FindingRow.objects.filter(sheet=kept(slug), released=False, severity="error").exists():
        return
    for finding in decided(actor, slug).findings:
        if finding.severity == "error" and finding.id is None:
            waive(actor, slug, finding.code, finding.path, "確認済み")

"""Releasing: the approved version becomes the next edition, for good."""

from django.db import transaction

from monosashi.office.keeping import Actor, thing_of
from monosashi.office.keeping.projecting import project
from monosashi.office.keeping.saving import locked
from monosashi.office.keeping.who_may import require
from monosashi.office.library import NotInLibrary
from monosashi.office.review.blockers import in_the_way
from monosashi.office.review.proofs import proof_of
from monosashi.office.review.refusals import NothingNew, ReasonWanted, ReleaseBlocked
from monosashi.office.review.steps import ready, record
from monosashi.store.models import KeptSheet, Release


def release(actor: Actor, slug: str, version: int, reason: str = "", *, erratum: bool = False) -> Release:
    """Release a sheet's newest version as its next edition. ``reason``: why there is another edition, shown to the public
    (none for the first); ``erratum``: whether it mends a mistake, or carries the sheet on.

    Raises ``NotInLibrary``, ``MayNot``, ``WrongState``, ``VersionMoved``, ``SamePerson``, ``ReleaseBlocked``,
    ``ReasonWanted``, ``NothingNew``.
    """
    _prove(actor, slug)
    return _release(actor, slug, version, reason.replace("\x00", "").strip(), erratum=erratum)


def _prove(actor: Actor, slug: str) -> None:
    """Print and read back before anything is locked; what is found is remembered."""
    kept = KeptSheet.objects.select_related("head").filter(slug=slug).first()
    if kept is None or kept.head is None:
        raise NotInLibrary(slug)
    require(actor, "release", thing_of(kept))
    proof_of(kept.head)


@transaction.atomic
def _release(actor: Actor, slug: str, number: int, reason: str, *, erratum: bool) -> Release:
    kept = locked(slug)
    require(actor, "release", thing_of(kept))
    step = ready(actor, kept, "release", number)
    if waiting := in_the_way(kept):
        raise ReleaseBlocked(slug, waiting)
    last = kept.releases.select_related("version").order_by("edition").last()
    if last is not None and last.version.sha256 == kept.newest.sha256:
        raise NothingNew(slug, last.edition)
    if last is not None and not reason:
        raise ReasonWanted
    edition = last.edition + 1 if last else 1
    told = {"edition": edition, "erratum": bool(last) and erratum}
    taken = record(actor, kept, "release", step.now, reason, told)
    released = Release.objects.create(
        sheet=kept,
        edition=edition,
        version=kept.newest,
        erratum=bool(last) and erratum,
        reason=reason if last else "",
        person_name=actor.name,
        time=taken.time,
    )
    project(kept, kept.newest, released=True)
    return released

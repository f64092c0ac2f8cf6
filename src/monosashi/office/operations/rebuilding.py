"""Rebuilding: every projection dropped and drawn anew from the versions alone."""

from django.db import transaction

from monosashi.office.keeping.projecting import forget, project
from monosashi.office.recording.projecting import redraw
from monosashi.store.archive import Told
from monosashi.store.models import KeptSheet, Organisation, OrganisationKind, Release, Version
from monosashi.store.models.projection import Projection


def rebuild(told: Told = lambda _done, _all: None) -> list[str]:
    """Draw the tables behind lists and searches anew, all or none. Gives the slugs of sheets that cannot be opened; they
    are in no list until they can; and so with records of registers (soumu/consultations/K-2018-0007)."""
    with transaction.atomic():
        for kind in Projection.__subclasses__():
            kind._default_manager.all().delete()
        slugs = list(KeptSheet.objects.order_by("slug").values_list("slug", flat=True))
        broken = []
        for done, slug in enumerate(slugs, start=1):
            if not _drawn(slug):
                broken.append(slug)
            told(done, len(slugs))
        for ministry in Organisation.objects.filter(kind=OrganisationKind.MINISTRY).order_by("address"):
            broken += [f"{ministry.address}/{address}" for address in redraw(ministry)]
    return broken


def _drawn(slug: str) -> bool:
    kept = KeptSheet.objects.select_related("head__sheet", "head__source__document").get(slug=slug)
    last = (
        Release.objects.filter(sheet=kept)
        .select_related("version__sheet", "version__source")
        .order_by("edition")
        .last()
    )
    whole = kept.head is not None
    for version, released in ((kept.head, False), (last.version if last else None, True)):
        if version is not None and not _projected(kept, version, released=released):
            whole = False
    return whole


def _projected(kept: KeptSheet, version: Version, *, released: bool) -> bool:
    try:
        with transaction.atomic():
            project(kept, version, released=released)
    except (ValueError, KeyError):
        forget(kept, released=released)
        return False
    return True

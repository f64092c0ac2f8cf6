"""Sheets opened for rounds: each version parsed once and remembered, with its measures by their lasting ids."""

from collections.abc import Mapping
from functools import lru_cache

from monosashi.model import Noun, Sheet
from monosashi.store.models import KeptSheet, Version
from monosashi.store.versions import opened

#: How many versions are kept opened.
_REMEMBERED = 512


class SheetNow(Noun):
    """A sheet as it stands. ``paths``: of each measure by its lasting id, in printed order."""

    slug: str
    version: int
    sheet: Sheet
    paths: Mapping[str, str]

    @property
    def identifier(self) -> str:
        """What its number is called in lists."""
        return self.sheet.identifier.plain or self.slug

    @property
    def name(self) -> str:
        """The policy's name."""
        return " ".join(self.sheet.policy.name.split())


def sheet_now(kept: KeptSheet) -> SheetNow:
    """The head of a sheet."""
    head = kept.newest
    return _opened(head.pk, head.sha256, kept.slug)


@lru_cache(maxsize=_REMEMBERED)
def _opened(version: int, _sha256: str, slug: str) -> SheetNow:
    found = Version.objects.get(pk=version)
    sheet, identities = opened(found)
    paths = {identities[path]: path for path, _, _ in sheet.measures() if path in identities}
    return SheetNow(slug=slug, version=found.number, sheet=sheet, paths=paths)

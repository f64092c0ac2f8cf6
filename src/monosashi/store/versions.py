"""Versions of a sheet: appended, never changed."""

import datetime as dt
import json
from collections.abc import Mapping

from monosashi.model import Sheet
from monosashi.store.canonical import canonical, sha256_of
from monosashi.store.models import KeptReading, KeptSheet, Person, Version
from monosashi.store.signature import Signature


def append_version(
    kept: KeptSheet,
    sheet: Sheet,
    identities: Mapping[str, str],
    *,
    author: Person | None,
    author_name: Signature,
    time: dt.datetime,
    reason_code: str,
    reason: str,
    source: KeptReading | None = None,
) -> Version:
    """The next version of a sheet, which becomes its head. The caller holds the sheet's row locked. ``identities``: the
    lasting id of each measure by its path. Without a ``source`` the parent's goes on."""
    parent = kept.head
    content = content_of(sheet, identities)
    version = Version.objects.create(
        sheet=kept,
        number=parent.number + 1 if parent else 1,
        parent=parent,
        author=author,
        author_name=author_name,
        time=time,
        reason_code=reason_code,
        reason=reason,
        content=content,
        sha256=sha256_of(content),
        source=source or (parent.source if parent else None),
    )
    kept.head = version
    kept.save(update_fields=["head"])
    return version


def content_of(sheet: Sheet, identities: Mapping[str, str]) -> str:
    """The canonical JSON of a version."""
    return canonical({"identities": dict(identities), "sheet": sheet.model_dump(mode="json")})


def opened(version: Version) -> tuple[Sheet, dict[str, str]]:
    """The sheet of a version and the lasting ids of its measures."""
    content = json.loads(version.content)
    return Sheet.model_validate(content["sheet"]), content["identities"]

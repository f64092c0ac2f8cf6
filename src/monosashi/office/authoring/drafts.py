"""Drafts: what a person has typed and not saved, kept from keystroke to keystroke on the server, seen by nobody else.

A draft is texts by address against a version. When another version is saved, the draft is carried to it: what collides
keeps the person's own words, and the page says what the other wrote.
"""

from collections.abc import Mapping

from django.db import transaction

from monosashi.model import Noun, Sheet
from monosashi.office.authoring.editing import NoSuchPlace, edit, edits_between, slot_address, standing, text_at
from monosashi.office.authoring.merging import Collision, merge
from monosashi.office.authoring.opened_sheet import OpenedSheet, authored_of, open_sheet, told_time
from monosashi.office.keeping import clock
from monosashi.office.keeping.actor import Actor, person_of
from monosashi.store.models import Draft, KeptSheet, Version

#: A draft is one person's typing, not a store of files.
_MOST_CHARACTERS = 2_000_000


class KeptDraft(Noun):
    """A person's draft of a sheet. ``started_from``: the number of the version it was typed against."""

    started_from: int
    edits: dict[str, str]
    saved: str


class Carried(Noun):
    """Edits carried to another version, and the fields in which they met someone else's."""

    edits: dict[str, str]
    collisions: tuple[Collision, ...] = ()


def draft_of(actor: Actor, slug: str) -> KeptDraft | None:
    """The actor's draft of a sheet, if there is one. Raises as ``open_sheet``."""
    kept = open_sheet(actor, slug).kept
    row = Draft.objects.filter(sheet=kept, person=person_of(actor)).select_related("base").first()
    if row is None or not row.edits:
        return None
    return KeptDraft(started_from=row.base.number, edits=row.edits, saved=told_time(row.saved))


@transaction.atomic
def keep_draft(actor: Actor, slug: str, started_from: int, edits: Mapping[str, str]) -> KeptDraft:
    """Keep texts beside those kept before; a text that stands in the version itself is no longer one of them. Raises
    ``NoSuchPlace`` and as ``open_sheet``."""
    sheet = open_sheet(actor, slug)
    base = sheet.version(started_from)
    row = Draft.objects.select_for_update().filter(sheet=sheet.kept, person=person_of(actor)).first()
    before: Mapping[str, str] = row.edits if row else {}
    if row and row.base_id != base.pk:
        older, newer = sorted((row.base, base), key=lambda version: version.number)
        if newer.pk == base.pk:
            before = carried(before, older, newer).edits
        else:
            edits, base = carried(edits, older, newer).edits, newer
    text = authored_of(base).sheet
    every = {**before, **edits}
    now = {at: said for at, said in every.items() if said != text_at(text, at)}
    if sum(map(len, now.values())) > _MOST_CHARACTERS:
        now = dict(before)
    saved = clock.now()
    Draft.objects.update_or_create(
        sheet=sheet.kept, person=person_of(actor), defaults={"base": base, "edits": now, "saved": saved}
    )
    return KeptDraft(started_from=base.number, edits=now, saved=told_time(saved))


def discard_draft(actor: Actor, slug: str) -> None:
    """Throw the draft away. Raises as ``open_sheet``."""
    kept = open_sheet(actor, slug).kept
    Draft.objects.filter(sheet=kept, person=person_of(actor)).delete()


def draft_on(actor: Actor, sheet: OpenedSheet) -> Carried:
    """The actor's draft, carried to the sheet as it is now."""
    row = Draft.objects.filter(sheet=sheet.kept, person=person_of(actor)).select_related("base").first()
    if row is None:
        return Carried(edits={})
    if row.base_id == sheet.head.pk:
        return Carried(edits={at: text for at, text in row.edits.items() if _known(sheet.authored.sheet, at)})
    return carried(row.edits, row.base, sheet.head)


def carried(edits: Mapping[str, str], base: Version, head: Version) -> Carried:
    """Texts typed against one version as texts against a later one."""
    old, now = authored_of(base), authored_of(head)
    mine = old._replace(sheet=edit(old.sheet, edits))
    merged = merge(old, mine, now)
    typed = {one.path: one.mine for one in merged.collisions if not one.removed}
    wanted = edit(merged.sheet, typed)
    between = edits_between(now.sheet, wanted)
    addresses = {slot_address(merged.sheet, path): path for path in typed}
    told = tuple(
        one.model_copy(update={"path": address})
        for address, path in addresses.items()
        for one in merged.collisions
        if one.path == path
    )
    return Carried(edits={at: text for at, text in between.items() if _known(now.sheet, at)}, collisions=told)


def _known(sheet: Sheet, address: str) -> bool:
    try:
        standing(sheet, address)
    except NoSuchPlace:
        return False
    return True


def after_saving(actor: Actor, kept: KeptSheet, before: Version, after: Version, saved: Mapping[str, str]) -> None:
    """Take what was saved out of the draft and carry the rest to the new version; nothing left, no draft."""
    row = Draft.objects.filter(sheet=kept, person=person_of(actor)).select_related("base").first()
    if row is None:
        return
    left = {at: text for at, text in row.edits.items() if at not in saved} if row.base_id == before.pk else row.edits
    now = carried(left, row.base, after).edits if left else {}
    if now:
        Draft.objects.filter(pk=row.pk).update(base=after, edits=now)
    else:
        row.delete()

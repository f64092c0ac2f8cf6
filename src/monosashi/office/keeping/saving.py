"""Saving: a sheet's next version, with its log entry and projections, in one transaction or not at all.

A save names the version it started from. If another was saved since, ``SavedMeanwhile`` is raised and nothing is kept
here; what to do then (show both, merge by field) is authoring's.
"""

from collections.abc import Mapping, Sequence

from django.db import IntegrityError, transaction

from monosashi.model import Noun, Sheet
from monosashi.model.path import leaves
from monosashi.office.keeping import clock
from monosashi.office.keeping.actor import Actor, person_of
from monosashi.office.keeping.identities import carried, fresh_identities
from monosashi.office.keeping.projecting import project
from monosashi.office.keeping.who_may import require, thing_of, thing_of_organisation
from monosashi.office.library import NotInLibrary
from monosashi.office.refusals import Conflict
from monosashi.store.log import append
from monosashi.store.models import (
    KeptReading,
    KeptSheet,
    Organisation,
    OrganisationKind,
    PolicyNode,
    Role,
    SheetKind,
    SheetState,
    Version,
)
from monosashi.store.versions import append_version, opened

#: No log entry lists more changes than this; the versions themselves hold all.
_MOST_CHANGES = 400


class SavedMeanwhile(Conflict):
    """Another version was saved since the one this save started from."""

    def __init__(self, slug: str, started_from: int, now: int) -> None:
        super().__init__(
            "saved-meanwhile",
            f"「{slug}」は、第{started_from}版から書き始めたあと、ほかの人が第{now}版を保存しました。書いたものは下書きに残っています。"
            "両方を見比べて、保存し直してください。",
            f"{slug} was at version {started_from} when you began and is at {now} now. What you wrote is kept as your draft. "
            "Look at both and save again.",
        )
        self.started_from = started_from
        self.now = now


class SheetExists(Conflict):
    """There is a sheet of that ministry, year, number and kind already."""

    def __init__(self, slug: str) -> None:
        super().__init__(
            "sheet-exists",
            f"その年度・番号の表「{slug}」は、もうあります。何も作っていません。ある表を開いて直すか、番号を変えてください。",
            f"There is a sheet {slug} of that year and number already. Nothing was made. Open that one, or take another number.",
        )


class Locked(Conflict):
    """The sheet is past the step at which this person may change it."""

    def __init__(self, slug: str) -> None:
        super().__init__(
            "sheet-locked",
            f"「{slug}」は確認が済んでいるので、このままでは変更できません。何も変更していません。直すには、差し戻しを頼んでください。",
            f"{slug} has been checked and cannot be changed as it is. Nothing was changed. Ask for it to be sent back.",
        )


class Whose(Noun):
    """Where a new sheet belongs. ``organisation``: the division, bureau or ministry answerable, by address."""

    organisation: str
    nendo: int
    number: str
    kind: SheetKind = SheetKind.PLAN
    policy: int | None = None


@transaction.atomic
def begin(
    actor: Actor,
    slug: str,
    whose: Whose,
    sheet: Sheet,
    *,
    reason_code: str,
    reason: str = "",
    verb: str = "edit",
    identities: Mapping[str, str] | None = None,
    source: KeptReading | None = None,
) -> KeptSheet:
    """A new sheet with its first version. ``identities``: ids that are known already (rolled forward from last year's).
    Raises ``SheetExists``, ``MayNot``, ``NotInLibrary``."""
    organisation = Organisation.objects.filter(address=whose.organisation).first()
    if organisation is None:
        raise NotInLibrary(slug)
    require(actor, verb, thing_of_organisation(organisation))
    ministry, bureau, division = (organisation.above(kind) for kind in OrganisationKind)
    if ministry is None:
        raise NotInLibrary(slug)
    same = KeptSheet.objects.filter(ministry=ministry, nendo=whose.nendo, number=whose.number, kind=whose.kind)
    if same.exists() or KeptSheet.objects.filter(slug=slug).exists():
        raise SheetExists(slug)
    try:
        with transaction.atomic():
            kept = KeptSheet.objects.create(
                slug=slug,
                kind=whose.kind,
                ministry=ministry,
                bureau=bureau,
                division=division,
                nendo=whose.nendo,
                number=whose.number,
                policy=PolicyNode.objects.get(pk=whose.policy) if whose.policy else None,
                created=clock.now(),
            )
    except IntegrityError as error:
        # another began it since it was looked for
        raise SheetExists(slug) from error
    ids = {**fresh_identities(sheet), **(identities or {})}
    _write(actor, kept, sheet, ids, ("begin", reason_code, reason), [], source)
    return kept


@transaction.atomic
def save(
    actor: Actor,
    slug: str,
    started_from: int,
    sheet: Sheet,
    *,
    reason_code: str,
    reason: str = "",
    identities: Mapping[str, str] | None = None,
    source: KeptReading | None = None,
    verb: str = "edit",
) -> Version:
    """The sheet's next version. The same content again is no version: the head is given back. ``identities``: told where
    the caller knows them (a measure added, moved); else they are carried over. A checked sheet becomes a draft again.

    Raises ``SavedMeanwhile``, ``Locked``, ``MayNot``, ``NotInLibrary``.
    """
    kept = locked(slug)
    require(actor, verb, thing_of(kept))
    head = kept.newest
    if head.number != started_from:
        raise SavedMeanwhile(slug, started_from, head.number)
    if not open_to(actor, kept):
        raise Locked(slug)
    before, known = opened(head)
    if before == sheet and identities in (None, known):
        return head
    ids = identities if identities is not None else carried(before, known, sheet)
    return _write(actor, kept, sheet, ids, ("save", reason_code, reason), changes(before, sheet), source)


def locked(slug: str) -> KeptSheet:
    """The sheet's row, locked until the transaction ends. Raises ``NotInLibrary``."""
    try:
        # only the row itself. A row that was waited for is read anew, and one joined to it is not: PostgreSQL would give
        # the new head's number with the old moment's versions, among which it is not
        return KeptSheet.objects.select_for_update().get(slug=slug)
    except KeptSheet.DoesNotExist as error:
        raise NotInLibrary(slug) from error


def open_to(actor: Actor, kept: KeptSheet) -> bool:
    """Whether the sheet's state lets this person change it: a bureau's officers a draft or what was released, the
    evaluation office everything that is not approved."""
    if kept.state == SheetState.APPROVED:
        return False
    return actor.role == Role.OFFICE or kept.state in (SheetState.DRAFT, SheetState.RELEASED)


def changes(before: Sheet, after: Sheet) -> list[dict[str, str]]:
    """Each leaf that reads otherwise: where, from and to. A leaf that came or went has no text on one side."""
    olds, news = dict(leaves(before)), dict(leaves(after))
    return [
        {"at": path, "was": olds.get(path, ""), "now": news.get(path, "")}
        for path in dict.fromkeys([*olds, *news])
        if olds.get(path, "") != news.get(path, "")
    ]


def _write(
    actor: Actor,
    kept: KeptSheet,
    sheet: Sheet,
    identities: Mapping[str, str],
    told: tuple[str, str, str],
    changed: Sequence[Mapping[str, str]],
    source: KeptReading | None,
) -> Version:
    act, reason_code, reason = told
    time = clock.now()
    parent = kept.head
    version = append_version(
        kept,
        sheet,
        identities,
        author=person_of(actor),
        author_name=actor.signed,
        time=time,
        reason_code=reason_code,
        reason=reason,
        source=source,
    )
    if kept.state != SheetState.DRAFT:
        kept.state = SheetState.DRAFT
        kept.save(update_fields=["state"])
    append(
        act,
        kept.slug,
        person=actor.signed,
        time=time,
        whose=kept.answerable,
        details={
            "version": version.number,
            "sha256": version.sha256,
            "parent": parent.sha256 if parent else "",
            "source": version.source.sha256 if version.source else "",
            "reason_code": reason_code,
            "reason": reason,
            "changes": list(changed[:_MOST_CHANGES]),
            "more_changes": max(0, len(changed) - _MOST_CHANGES),
        },
    )
    project(kept, version, released=False)
    return version

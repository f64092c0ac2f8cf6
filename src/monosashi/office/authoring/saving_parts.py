"""Saving what was typed on a part's page: texts, at most one act on the structure, and a reason where one is needed."""

from django.db import transaction
from pydantic import Field

from monosashi.model import Noun
from monosashi.office.authoring.commitments import changed_commitments, require_reason
from monosashi.office.authoring.drafts import after_saving, keep_draft
from monosashi.office.authoring.editing import edit, text_at
from monosashi.office.authoring.opened_sheet import authored_of, open_sheet
from monosashi.office.authoring.structure import Authored, done
from monosashi.office.keeping.actor import Actor
from monosashi.office.keeping.reasons import REASONS
from monosashi.office.keeping.saving import Locked, SavedMeanwhile, save
from monosashi.office.refusals import NotAsked
from monosashi.store.models import Version


class NoSuchReason(NotAsked):
    """A code that is no reason."""

    def __init__(self, code: str) -> None:
        super().__init__(
            "no-such-reason",
            f"「{code}」という理由の種類はありません。まだ保存していません。一覧から選んでください。",
            f"There is no kind of reason {code!r}. Nothing is saved yet. Choose one of the list.",
        )


class Typed(Noun):
    """What a page sends: the version its texts were typed against, the texts by address, an act (see
    ``monosashi.office.authoring.structure.acts``), and why."""

    started_from: int
    edits: dict[str, str] = Field(default_factory=dict)
    act: str = ""
    reason_code: str = ""
    reason: str = ""


class Saved(Noun):
    """What came of a save: the version that stands now, and whether it is a new one."""

    version: int
    new: bool


def save_typed(actor: Actor, slug: str, typed: Typed) -> Saved:
    """Save as the sheet's next version. Raises ``ReasonNeeded`` and, with what was typed kept as a draft,
    ``SavedMeanwhile``; as ``edit``, ``done`` and ``open_sheet``."""
    sheet = open_sheet(actor, slug)
    base = sheet.version(typed.started_from)
    before = authored_of(base)
    edits = changed_texts(before, typed)
    after = with_typed(before, typed)
    if sheet.locked:
        raise Locked(slug)
    if sheet.head.number != typed.started_from:
        keep_draft(actor, slug, typed.started_from, edits)
        raise SavedMeanwhile(slug, typed.started_from, sheet.head.number)
    require_reason(changed_commitments(before, after), typed.reason_code, typed.reason)
    try:
        return _saved(actor, slug, typed, before, after)
    except SavedMeanwhile:
        keep_draft(actor, slug, typed.started_from, edits)
        raise


def with_typed(before: Authored, typed: Typed) -> Authored:
    """The sheet with what was typed and done. Raises as ``edit`` and ``done``."""
    texts = changed_texts(before, typed)
    return done(Authored(edit(before.sheet, texts), before.identities), typed.act)


def changed_texts(before: Authored, typed: Typed) -> dict[str, str]:
    """The texts that read otherwise than the sheet; a browser's line ends are the paper's."""
    texts = {at: text.replace("\r\n", "\n") for at, text in typed.edits.items()}
    return {at: text for at, text in texts.items() if text != text_at(before.sheet, at)}


@transaction.atomic
def _saved(actor: Actor, slug: str, typed: Typed, before: Authored, after: Authored) -> Saved:
    version = save(
        actor,
        slug,
        typed.started_from,
        after.sheet,
        reason_code=reason_of(before, after, typed),
        reason=typed.reason.strip(),
        identities=after.identities,
    )
    parent: Version | None = version.parent
    if version.number == typed.started_from or parent is None:
        return Saved(version=version.number, new=False)
    after_saving(actor, version.sheet, parent, version, typed.edits)
    return Saved(version=version.number, new=True)


def reason_of(before: Authored, after: Authored, typed: Typed) -> str:
    """The code a version is saved under: the one that was chosen; else that actuals were entered where nothing else was,
    else that something was edited. Raises ``NoSuchReason``."""
    if typed.reason_code:
        if typed.reason_code not in REASONS:
            raise NoSuchReason(typed.reason_code)
        return typed.reason_code
    changed = changed_texts(before, typed)
    only_actuals = bool(changed) and all("/actuals/" in at for at in changed) and not typed.act
    return "actuals" if only_actuals else "edited"

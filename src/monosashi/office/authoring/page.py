"""The editing pages of a sheet: the overview of its parts, and each part with its fields."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from monosashi.model import Finding, Reading, Sheet, Trace
from monosashi.model.reading import Document
from monosashi.office.authoring.commitments import Change, Revision, changed_commitments, revisions
from monosashi.office.authoring.drafts import Carried, KeptDraft, draft_of, draft_on
from monosashi.office.authoring.editing import edit
from monosashi.office.authoring.fields import Fields
from monosashi.office.authoring.grid import Grid, grid_of
from monosashi.office.authoring.opened_sheet import OpenedSheet, open_sheet, told_time, who_can_send_back
from monosashi.office.authoring.parts import Part, part_named, part_of, parts_of
from monosashi.office.authoring.sections import Section, sections
from monosashi.office.authoring.structure import numbered_through
from monosashi.office.completeness import completeness
from monosashi.office.keeping.actor import Actor
from monosashi.office.keeping.reasons import FOR_COMMITMENTS, REASONS
from monosashi.office.verbs import findings_of, form_of
from monosashi.publishing.html.sheet_view import sheet_view
from monosashi.publishing.html.words import Words


@dataclass(frozen=True)
class Frame:
    """What stands around every editing page of a sheet: its name, its version, who saved it, whether it is locked and who
    can open it again."""

    slug: str
    name: str
    version: int
    saved_by: str
    saved_at: str
    reason: str
    locked: bool
    state: str
    send_back: tuple[str, ...]


@dataclass(frozen=True)
class PartLine:
    """A part in the overview: how many fields wait, and the findings by severity."""

    part: Part
    missing: int
    findings: Mapping[str, int]
    typed: int


@dataclass(frozen=True)
class Overview:
    """The contents of the editing pages. ``rest``: findings about the sheet as a whole."""

    frame: Frame
    parts: tuple[PartLine, ...]
    filled: int
    asked: int
    draft: KeptDraft | None
    numbered: bool
    form: str


@dataclass(frozen=True)
class PartPage:
    """A part to write. ``carried``: the draft that was carried on, with what it met;
    ``waiting``: a draft that was not opened yet; ``changes``: commitments that need a reason."""

    frame: Frame
    part: Part
    parts: tuple[Part, ...]
    sections: tuple[Section, ...]
    grid: Grid | None
    carried: Carried
    waiting: int
    waiting_since: str
    changes: tuple[Change, ...]
    names: Mapping[str, str]
    reasons: tuple[tuple[str, str], ...]
    findings: tuple[str, ...]


@dataclass(frozen=True)
class Asked:
    """What a part's page is asked to show: with the draft laid over it, or with what was typed and not saved (then
    ``changes`` that need a reason)."""

    draft: bool = False
    typed: Mapping[str, str] | None = None
    changes: tuple[Change, ...] = ()


def overview(actor: Actor, slug: str, words: Words) -> Overview:
    """The overview. Raises as ``open_sheet``."""
    sheet = open_sheet(actor, slug)
    now = sheet.authored.sheet
    form = form_of(now)
    full = completeness(now, form)
    missing = Counter(part_of(one.path) for one in full.missing)
    found: dict[str, Counter[str]] = {}
    for one in _findings(now):
        found.setdefault(part_of(one.path), Counter())[one.severity.value] += 1
    draft = draft_of(actor, slug)
    typed = Counter(part_of(at) for at in draft.edits) if draft else Counter[str]()
    lines = tuple(
        PartLine(part, missing[part.key], found.get(part.key, Counter()), typed[part.key])
        for part in parts_of(now, form)
    )
    return Overview(
        _frame(sheet, words), lines, full.filled, full.asked, draft, numbered_through(now), words.of(form.name)
    )


def part_page(actor: Actor, slug: str, key: str, words: Words, asked: Asked) -> PartPage:
    """A part's page. Raises ``NoSuchPart`` and as ``open_sheet``."""
    sheet = open_sheet(actor, slug)
    saved = sheet.authored.sheet
    form = form_of(saved)
    part = part_named(saved, form, key)
    draft = draft_on(actor, sheet)
    carried = draft if asked.draft else Carried(edits={})
    typed = asked.typed if asked.typed is not None else carried.edits
    fields = fields_of(sheet, words, typed, all_revisions=True)
    own = {at: text for at, text in draft.edits.items() if part_of(at) == part.key}
    waiting = 0 if asked.draft or asked.typed is not None else len(own)
    since = draft_of(actor, slug) if waiting else None
    changes = asked.changes or (changed_commitments(sheet.authored, sheet.authored._replace(sheet=fields.now)))
    return PartPage(
        frame=_frame(sheet, words),
        part=part,
        parts=parts_of(saved, form),
        sections=sections(part, fields),
        grid=grid_of(fields) if part.kind == "values" else None,
        carried=carried,
        waiting=waiting,
        waiting_since=since.saved if since else "",
        changes=changes,
        names={
            at: _name(fields, at) for at in (*(one.address for one in changes), *(c.path for c in carried.collisions))
        },
        reasons=tuple((code, words.of(REASONS[code])) for code in FOR_COMMITMENTS),
        findings=tuple(words.of(one.message) for one in fields.found if part_of(one.path) == part.key),
    )


def fields_of(sheet: OpenedSheet, words: Words, typed: Mapping[str, str], *, all_revisions: bool = False) -> Fields:
    """What makes the fields of a page, with texts typed over the sheet."""
    saved = sheet.authored.sheet
    now = edit(saved, typed) if typed else saved
    full = completeness(now, form_of(now))
    earlier = _earlier(sheet, words) if all_revisions else {}
    return Fields(
        saved,
        now,
        form_of(saved),
        words,
        typed,
        _findings(now),
        frozenset(one.path.removesuffix("/kind") for one in full.missing),
        earlier,
    )


def _findings(sheet: Sheet) -> tuple[Finding, ...]:
    """What the audit says of a sheet as it is written."""
    document = Document(name="", sha256="0" * 64)
    return findings_of(Reading(document=document, sheet=sheet, trace=Trace()))


def _earlier(sheet: OpenedSheet, words: Words) -> dict[str, str]:
    found = {}
    for address, ones in revisions(sheet.kept, sheet.authored).items():
        found[address] = told(ones[0], words)
    return found


def told(one: Revision, words: Words) -> str:
    """A revision in a line: what stood there, and who changed it when and why."""
    reason = words.of(REASONS[one.reason_code]) if one.reason_code in REASONS else one.reason_code
    why = "：".join(part for part in (reason, one.reason) if part)
    was = " ".join(one.was.split())
    if words.language == "ja":
        return f"変更前「{was}」（第{one.version}版、{one.who}、{one.when[:10]}、{why}）"
    return f"Before: {was} (version {one.version}, {one.who}, {one.when[:10]}, {why})"


def _name(fields: Fields, address: str) -> str:
    try:
        return fields.name(address)
    except KeyError:
        return address


def _frame(sheet: OpenedSheet, words: Words) -> Frame:
    now, head = sheet.authored.sheet, sheet.head
    reason = words.of(REASONS[head.reason_code]) if head.reason_code in REASONS else head.reason_code
    return Frame(
        slug=sheet.kept.slug,
        name=sheet_view(now, None, (), Trace(), words.language).name,
        version=head.number,
        saved_by=head.author_name,
        saved_at=told_time(head.time),
        reason=reason,
        locked=sheet.locked,
        state=sheet.kept.state,
        send_back=who_can_send_back(sheet.kept) if sheet.locked else (),
    )

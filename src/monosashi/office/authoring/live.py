"""Live: what is found about texts while they are typed, field by field, without saving anything."""

from __future__ import annotations

from collections.abc import Mapping

from monosashi.model import Noun
from monosashi.office.authoring.fields import field_key
from monosashi.office.authoring.opened_sheet import open_sheet
from monosashi.office.authoring.page import fields_of
from monosashi.office.keeping.actor import Actor
from monosashi.publishing.html.words import Words


class LiveFinding(Noun):
    """What was found about a field."""

    code: str
    severity: str
    sentence: str


class LiveField(Noun):
    """A field as it would stand: what its text means, and what was found about it."""

    key: str
    address: str
    meaning: str
    findings: tuple[LiveFinding, ...]


def live(actor: Actor, slug: str, texts: Mapping[str, str], words: Words) -> tuple[LiveField, ...]:
    """Each field that was sent, as it would stand. Raises as ``edit`` and ``open_sheet``."""
    sheet = open_sheet(actor, slug)
    clean = {at: text.replace("\r\n", "\n") for at, text in texts.items()}
    fields = fields_of(sheet, words, clean)
    found = []
    for address in clean:
        one = fields.field(address)
        told = tuple(LiveFinding(code=f.code, severity=f.severity, sentence=f.sentence) for f in one.findings)
        found.append(LiveField(key=field_key(address), address=address, meaning=one.meaning, findings=told))
    return tuple(found)

"""Citing: how an edition, or an indicator in it, is named by who quotes it."""

from django.utils.timezone import localtime

from monosashi.model.folding import unbroken
from monosashi.office.pages import Language
from monosashi.office.review.editions import Edition
from monosashi.store.models import SheetKind

_KINDS = {
    SheetKind.PLAN: ("事前分析表", "policy evaluation sheet"),
    SheetKind.EVALUATION: ("評価書", "evaluation report"),
}


def edition_name(edition: Edition) -> str:
    """What the edition's sheet is called: the policy's name, else its title."""
    sheet = edition.entry.reading.sheet
    parts = (sheet.policy.name, sheet.title.text, sheet.identifier.plain)
    return next((unbroken(part) for part in parts if part.strip()), edition.slug)


def citation(edition: Edition, address: str, language: Language, what: str = "") -> str:
    """The edition in one line. ``address``: in full; ``what``: a part of it that is quoted (an indicator and year)."""
    day = localtime(edition.told.time).date()
    number, name = unbroken(edition.entry.reading.sheet.identifier.plain), edition_name(edition)
    ja, en = _KINDS[edition.key.kind]
    if language == "ja":
        part = f"、{what}" if what else ""
        numbered = f"（{number}）" if number else ""
        return (
            f"{edition.ministry}「{name}」{ja}{numbered}公表第{edition.told.edition}版{part}、"
            f"{day.year}年{day.month}月{day.day}日公表、{address}（sha256: {edition.told.sha256}）"
        )
    part = f", {what}" if what else ""
    numbered = f" ({number})" if number else ""
    return (
        f"{edition.ministry}, “{name}”, {en}{numbered}, edition {edition.told.edition}{part}, released {day.isoformat()}, "
        f"{address} (sha256: {edition.told.sha256})"
    )

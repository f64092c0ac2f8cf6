"""Pages: what the web shows, made by the publishing room. The web knows the office and the nouns, never that room."""

from collections.abc import Sequence

from monosashi.auditing import catalogue
from monosashi.model.error import MonosashiError
from monosashi.office.library import Entry
from monosashi.office.verbs import form_of
from monosashi.publishing.html import (
    LANGUAGES,
    Addresses,
    Asked,
    CheckExplanation,
    FindingsView,
    Language,
    SheetView,
    Words,
    environment,
    findings_view,
    sheet_view,
    static_folder,
    style_version,
    where,
    words,
)

__all__ = [
    "LANGUAGES",
    "Language",
    "NoSuchCheck",
    "Words",
    "check",
    "checks",
    "environment",
    "findings_page",
    "gaps",
    "sheet_page",
    "static_folder",
    "style_version",
    "words",
]


class NoSuchCheck(MonosashiError):
    """A code that no check bears."""

    def __init__(self, code: str) -> None:
        super().__init__(
            "no-such-check",
            f"「{code}」という検査はありません。検査の一覧から選んでください。",
            f"There is no check {code!r}. Choose one from the list of checks.",
        )


def sheet_page(entry: Entry, language: Language, *, checks_at: str = "") -> SheetView:
    """The view of a sheet's page. ``checks_at``: the address above the explanations of codes."""
    sheet = entry.reading.sheet
    return sheet_view(sheet, form_of(sheet), entry.findings, entry.reading.trace, language, checks=checks_at)


def findings_page(
    entry: Entry,
    language: Language,
    severities: Sequence[str],
    codes: Sequence[str],
    addresses: tuple[str, str] = ("", ""),
) -> FindingsView:
    """The view of a sheet's findings. ``addresses``: of the sheet's page, and above the explanations of codes."""
    asked = Asked(tuple(severities), tuple(codes))
    at = Addresses(sheet=addresses[0], checks=addresses[1])
    return findings_view(entry.reading.sheet, entry.findings, entry.reading.trace, language, asked, at)


def gaps(entry: Entry, language: Language) -> tuple[str, ...]:
    """The names of what the form asks for and the sheet does not give."""
    spoken = words(language)
    return tuple(
        gap.label if gap.path == "/policy/statements" else where(entry.reading.sheet, gap.path, spoken)
        for gap in entry.completeness.missing
    )


def checks() -> tuple[CheckExplanation, ...]:
    """Every check with its explanation, in the order of the rule set."""
    return tuple(CheckExplanation.model_validate(text.model_dump()) for text in catalogue())


def check(code: str) -> CheckExplanation:
    """The explanation of a code. Raises ``NoSuchCheck``."""
    for one in checks():
        if one.code == code:
            return one
    raise NoSuchCheck(code)

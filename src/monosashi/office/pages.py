"""Pages: what the web shows, made by the publishing room. The web knows the office and the nouns, never that room."""

from collections.abc import Sequence
from functools import lru_cache

from monosashi.auditing import RULE_SET, catalogue
from monosashi.model.error import MonosashiError
from monosashi.office.backdrops import backdrops
from monosashi.office.corrections import applied
from monosashi.office.entry import Entry
from monosashi.office.same import Same
from monosashi.office.verbs import form_of
from monosashi.publishing.html import (
    GROUPINGS,
    LANGUAGES,
    Addresses,
    Anchors,
    Asked,
    Beside,
    CheckExplanation,
    FindingsView,
    Language,
    SheetView,
    Words,
    environment,
    findings_view,
    flat_words,
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
    "flat_words",
    "gaps",
    "guesses",
    "sheet_name",
    "sheet_page",
    "static_folder",
    "style_version",
    "words",
]

#: How many views of sheets a server remembers; one takes a few hundred kilobytes.
_REMEMBERED = 512


class NoSuchCheck(MonosashiError):
    """A code that no check bears."""

    def __init__(self, code: str) -> None:
        super().__init__(
            "no-such-check",
            f"「{code}」という検査はありません。検査の一覧から選んでください。",
            f"There is no check {code!r}. Choose one from the list of checks.",
        )


def sheet_page(
    entry: Entry, language: Language, *, checks_at: str = "", paper_at: str = "", books_at: str = ""
) -> SheetView:
    """The view of a sheet's page. ``checks_at``: the address above the explanations of codes; ``paper_at``: the one that
    shows a path's place on the original, the path added; ``books_at``: that of the sheet beside the outside books. Charts and tables are made once for an entry."""
    return _sheet_page(Same(entry), language, checks_at, paper_at, books_at)


@lru_cache(maxsize=_REMEMBERED)
def _sheet_page(same: Same[Entry], language: Language, checks_at: str, paper_at: str, books_at: str) -> SheetView:
    entry = same.it
    sheet, full = entry.reading.sheet, entry.completeness
    shown = backdrops(sheet, entry.findings)
    made = tuple(applied(entry.reading))
    beside = Beside(checks_at, shown, (full.filled, full.asked), entry.reading.guesses, paper_at, made, books_at)
    return sheet_view(sheet, form_of(sheet), entry.findings, entry.reading.trace, language, beside)


def sheet_name(entry: Entry, language: Language) -> str:
    """What a sheet is called in the heads of pages."""
    sheet = entry.reading.sheet
    return sheet_view(sheet, None, (), entry.reading.trace, language).name


def findings_page(
    entry: Entry,
    language: Language,
    severities: Sequence[str],
    codes: Sequence[str],
    addresses: tuple[str, str] = ("", ""),
    by: str = "",
) -> FindingsView:
    """The view of a sheet's findings. ``addresses``: of the sheet's page, and above the explanations of codes; ``by``:
    how they are grouped, by severity unless by code is asked for."""
    asked = Asked(tuple(severities), tuple(codes), by if by in GROUPINGS else GROUPINGS[0])
    titles = {check.code: check.title for check in checks()}
    at = Addresses(addresses[0], addresses[1], titles, f"{addresses[0]}paper/?at=" if addresses[0] else "", RULE_SET)
    return findings_view(entry.reading.sheet, entry.findings, entry.reading.trace, language, asked, at)


def gaps(entry: Entry, language: Language) -> tuple[str, ...]:
    """The names of what the form asks for and the sheet does not give."""
    spoken = words(language)
    return tuple(
        gap.label
        if gap.label and gap.path in ("/policy/statements", "/budgets")
        else where(entry.reading.sheet, gap.path, spoken)
        for gap in entry.completeness.missing
    )


def guesses(entry: Entry, language: Language) -> tuple[tuple[str, str, str], ...]:
    """What the reader placed by guess: where it stands on the page, its name, and why."""
    spoken, sheet = words(language), entry.reading.sheet
    anchors = Anchors.of(sheet)
    return tuple(
        (anchors.nearest(guess.path), where(sheet, guess.path, spoken), spoken.of(guess.reason))
        for guess in entry.reading.guesses
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

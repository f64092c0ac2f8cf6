"""The page of a sheet's evaluation report: the draft's texts to edit, and the file made of what was written."""

from collections.abc import Mapping
from dataclasses import dataclass

from monosashi.judging.rule import rule
from monosashi.model import Sheet, StatementRole
from monosashi.model.error import MonosashiError
from monosashi.office.entry import Entry
from monosashi.office.judging import judge_reading, rules_to_choose, years_printed
from monosashi.office.pages import sheet_name
from monosashi.office.report import EDITED, REPORT_FORMATS, edited, publish_report, report_of
from monosashi.office.report.forms import report_forms
from monosashi.publishing.html.judgement_view import Choice
from monosashi.publishing.html.meaning import nendo_words
from monosashi.publishing.html.words import Language, Words, words

#: How a field of the page's form is called: this, then the role of its text.
FIELD = "text-"
_LINE = 44


class NoSuchFormat(MonosashiError):
    """A format that no report is made in."""

    def __init__(self, name: str) -> None:
        super().__init__(
            "no-such-format",
            f"「{name}」という形式はありません。{', '.join(REPORT_FORMATS)} から選んでください。",
            f"There is no format {name!r}. Choose one of {', '.join(REPORT_FORMATS)}.",
        )


@dataclass(frozen=True)
class Asked:
    """What a report is asked to be: by which rule, for which year, on which form; empty for the usual."""

    rule: str = ""
    year: str = ""
    form: str = ""


@dataclass(frozen=True)
class Field:
    """A text to edit: its label as printed and in the reader's language, the draft's words, and how many lines it needs."""

    name: str
    label: str
    gloss: str
    text: str
    lines: int


@dataclass(frozen=True)
class ReportPage:
    """The page in one language."""

    name: str
    asked: Asked
    rules: tuple[Choice, ...]
    years: tuple[Choice, ...]
    forms: tuple[Choice, ...]
    rule: str
    form: str
    graded: bool
    fields: tuple[Field, ...]


def report_page(entry: Entry, language: Language, asked: Asked) -> ReportPage:
    """The page of a sheet of the library. Raises as ``report_of``."""
    draft, spoken = _draft(entry, asked), words(language)
    judgement = judge_reading(entry.reading, asked.rule, asked.year).judgement
    sheet = entry.reading.sheet
    return ReportPage(
        name=sheet_name(entry, language),
        asked=asked,
        rules=tuple(Choice(one.id, spoken.of(one.title), one.id == asked.rule) for one in rules_to_choose()),
        years=tuple(
            Choice(str(nendo.year), nendo_words(nendo, spoken), str(nendo.year) == asked.year)
            for nendo in years_printed(sheet)
        ),
        forms=tuple(Choice(one.id, spoken.of(one.name), one.id == asked.form) for one in report_forms()),
        rule=spoken.of(rule(judgement.rule.id).title),
        form=next(spoken.of(one.name) for one in report_forms() if one.id == draft.form),
        graded=bool(draft.policy.text(StatementRole.RESULT).strip()),
        fields=tuple(_fields(draft, spoken)),
    )


def report_file(entry: Entry, asked: Asked, written: Mapping[str, str], to: str, style: str = "") -> bytes:
    """The report with what was written in the fields of its page, in a format. ``style``: as for ``publish_report``. Raises
    ``NoSuchFormat``, ``CannotPublish``, and as ``report_of``."""
    if to not in REPORT_FORMATS:
        raise NoSuchFormat(to)
    return publish_report(report_sheet(entry, asked, written), entry.reading, to, style)


def report_sheet(entry: Entry, asked: Asked, written: Mapping[str, str]) -> Sheet:
    """The report itself with what was written in the fields of its page. Raises as ``report_of``."""
    texts = {
        role: "\n".join(written[FIELD + role.value].splitlines()) for role in EDITED if FIELD + role.value in written
    }
    return edited(_draft(entry, asked), texts)


def report_name(slug: str, to: str) -> str:
    """What the file of a report is called."""
    return f"{slug}-report{REPORT_FORMATS[to]}"


def _draft(entry: Entry, asked: Asked) -> Sheet:
    return report_of(entry.reading, asked.rule, asked.year, form_name=asked.form)


def _fields(draft: Sheet, spoken: Words) -> list[Field]:
    """The texts that the form has a place for, in the order of its paper."""
    return [
        Field(
            name=FIELD + one.role.value,
            label=one.plain_label,
            gloss="" if spoken.language == "ja" else spoken(f"label.head.{one.role.value}"),
            text=one.text,
            lines=min(24, max(2, 1 + sum(1 + len(line) // _LINE for line in one.text.splitlines()))),
        )
        for one in draft.policy.statements
        if one.role in EDITED
    ]

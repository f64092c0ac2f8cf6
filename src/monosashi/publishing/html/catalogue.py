"""The explanations of the checks, as a page: what each code means, when it does not apply, an example each way."""

from collections.abc import Sequence

from monosashi.model import Message, Noun, Severity
from monosashi.publishing.html.environment import documents
from monosashi.publishing.html.words import Language, words


class CheckExplanation(Noun):
    """What a page says of one check. ``pair``: whether it holds two sheets of one policy against each other; ``records``: a
    sheet against what was counted from records; ``ledgers``: a sheet against the outside books."""

    code: str
    severity: Severity
    version: int = 1
    pair: bool = False
    records: bool = False
    ledgers: bool = False
    title: Message
    rule: Message
    does_not_apply: Message
    right: Message
    wrong: Message

    @property
    def beside(self) -> str:
        """What it needs beside a sheet: pair, records, ledgers; empty where a sheet alone is enough."""
        return next((name for name in ("pair", "records", "ledgers") if getattr(self, name)), "")


def checks_to_html(checks: Sequence[CheckExplanation], lang: Language = "ja") -> str:
    """Every check with its explanation, on one page that stands alone."""
    spoken = words(lang)
    return documents().get_template("checks_document.html").render(checks=checks, t=spoken, lang=lang)

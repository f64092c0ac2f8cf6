"""Words: what the labels of an indicators' table mean, in any ministry's form.

A form names its own labels. Beside them stand the words that other forms print for the same thing, so that a column no
form describes is known by its label, and a table in a layout nobody described is read by what it says.
"""

import re
import tomllib
from functools import cache, cached_property
from importlib.resources import files

from pydantic import Field

from monosashi.forms.form import Form, label_key
from monosashi.model import Noun

#: The foreign words of a label in two languages: Baseline 基準値.
_OTHER_SCRIPT = re.compile(r"^[a-z./'&-]+(?=[^a-z])|(?<=[^a-z])[a-z./'&-]+$")


class Word(Noun):
    """The labels of one role."""

    role: str
    labels: tuple[str, ...] = ()
    pattern: str = Field(default="", description="For labels that vary in the middle; it matches the comparison key")

    @cached_property
    def keys(self) -> frozenset[str]:
        """The comparison keys of the labels."""
        return frozenset(label_key(label) for label in self.labels)

    @cached_property
    def _whole(self) -> re.Pattern[str] | None:
        return re.compile(self.pattern) if self.pattern else None

    def means(self, folded: str) -> bool:
        """Whether a label, given by its comparison key, has this role."""
        return folded in self.keys or bool(self._whole and self._whole.fullmatch(folded))


class IndicatorWords(Noun):
    """The words of one form's tables of indicators: its own labels, then those that are known everywhere."""

    own: tuple[Word, ...]
    known: tuple[Word, ...]

    def role(self, folded: str) -> str:
        """The role of a label, given by its comparison key; nothing where it is no label."""
        return self._role(folded) or self._role(_OTHER_SCRIPT.sub("", folded))

    def _role(self, folded: str) -> str:
        return next((word.role for word in (*self.own, *self.known) if word.means(folded)), "") if folded else ""


@cache
def _known() -> tuple[Word, ...]:
    text = files("monosashi.forms").joinpath("indicator_words.toml").read_text(encoding="utf-8")
    return tuple(Word.model_validate(entry) for entry in tomllib.loads(text)["words"])


def indicator_words(form: Form) -> IndicatorWords:
    """What labels mean in the tables of indicators of a form."""
    own = tuple(
        Word(role=column.role, labels=(column.label, *column.variants))
        for table in form.tables
        if table.part == "indicators"
        for column in table.columns
    )
    return IndicatorWords(own=own, known=_known())

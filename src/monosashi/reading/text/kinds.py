"""What a piece of text can be by its own words: a label, a mark, a year, a value, a name with its tag, or prose.

Only what the grammar settles is settled here; where a thing belongs is not asked yet.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from monosashi.forms import Form, label_key
from monosashi.model import Identifier, MeasureName, Number, ProgrammeName
from monosashi.model.date import parse_date
from monosashi.model.folding import fold, is_dash, key, unbroken
from monosashi.model.mark import CIRCLED
from monosashi.model.money import UNITS, parse_money
from monosashi.model.nendo import ERA, parse_nendo
from monosashi.model.programme import parse_related
from monosashi.model.quantity import parse_quantity


class Kind(StrEnum):
    """What a text is."""

    LABEL = "label"
    FRAGMENT = "fragment"
    TITLE = "title"
    IDENTIFIER = "identifier"
    NUMBER = "number"
    YEAR = "year"
    DATE = "date"
    MONTH = "month"
    DASH = "dash"
    QUANTITY = "quantity"
    MONEY = "money"
    NAME = "name"
    PROGRAMME = "programme"
    DATED = "dated"
    POLICY = "policy"
    INNER = "inner"
    RELATED = "related"
    REVIEW = "review"
    MARK = "mark"
    NOTE = "note"
    REFERENCES = "references"
    REFERENCE = "reference"
    REMARK = "remark"
    PROSE = "prose"


_NOTE_MARK = re.compile(r"※\s*\d{1,2}")
_NOTE = re.compile(r"※\s*\d{1,2}[\s\u3000:：]*\S{4}.*", re.S)
_REFERENCES = re.compile(r"[【\[［(（]\s*参\s*考\s*[】\]］)）].*", re.S)
_REFERENCE = re.compile(rf"(?:{ERA})?\s*(?:元|\d{{1,2}})\s*年\s*度\s*:\s*(\S.*)", re.S)
_MONTH = re.compile(rf"(?:{ERA})?(?:元|\d{{1,4}})年\d{{1,2}}月(?:頃|中|末)?")
_REMARK = re.compile(r"[※*＊](?!\s*\d).+", re.S)
_REVIEW = re.compile(r"\d{4}|新\d\d-\d{3,4}")
_RELATED = re.compile(rf"[\d{CIRCLED}]{{1,2}}(?:\s*[,、]\s*[\d{CIRCLED}]{{1,2}})+")
_PROGRAMME = re.compile(r"[(]\d{1,2}[)]\s*\S.{3,}", re.S)
_POLICY = re.compile(r"(?:政策|施策)\s*\d{1,3}(?:-\d+)?\s*:\s*\S+")
_SENTENCE = re.compile(r"[。．](?!$)|。$")
_LONGEST_NAME = 90
#: Longer texts are neither value, name nor label.
_LONGEST_SHORT = 130
_SHORTEST_FRAGMENT = 6


@dataclass(frozen=True, eq=False)
class Reader:
    """The classifier for a form."""

    form: Form
    _known: dict[str, Kind] = field(default_factory=dict)

    @cached_property
    def labels(self) -> frozenset[str]:
        """The keys of every label of the form."""
        wordings = [*self.form.statements, *(c for table in self.form.tables for c in table.columns)]
        sides = [w for table in self.form.tables for w in (table.side, table.total) if w]
        return frozenset().union(*(wording.keys for wording in (*wordings, *sides)))

    @cached_property
    def titles(self) -> tuple[str, ...]:
        """The words a title speaks."""
        return tuple(key(words) for words in (self.form.title.label, *self.form.title.variants))

    @cached_property
    def inner(self) -> tuple[str, ...]:
        """The labels that stand inside a statement's text."""
        return tuple(key(label) for s in self.form.statements for i in s.inner for label in (i.label, *i.variants))

    def _is_fragment(self, words: str) -> bool:
        """Whether a text is part of a label that a line break cut, maybe with another label at its end."""
        if len(words) < _SHORTEST_FRAGMENT:
            return False
        ends = (words.removesuffix(label) for label in self.labels if words.endswith(label))
        return any(rest in label for rest in (words, *ends) if len(rest) >= _SHORTEST_FRAGMENT for label in self.labels)

    def long_kind(self, text: str) -> Kind:
        """What a long text is: only how it begins can tell."""
        head = unbroken(text[:40])
        if key(head).startswith(self.inner):
            return Kind.INNER
        folded = fold(head)
        tests = ((Kind.NOTE, _NOTE), (Kind.REFERENCES, _REFERENCES), (Kind.REMARK, _REMARK))
        return next((kind for kind, pattern in tests if pattern.fullmatch(folded)), Kind.PROSE)

    def kind(self, text: str) -> Kind:
        """What a text is. The same lines are asked about again and again while a block is cut."""
        if text not in self._known:
            self._known[text] = self._kind(text)
        return self._known[text]

    def _kind(self, text: str) -> Kind:
        flat = unbroken(text)
        if len(flat) > _LONGEST_SHORT:
            return self.long_kind(text)
        folded = fold(flat).strip()
        tests = (*_VALUES, *_FORMS)
        return self._by_words(flat) or next((kind for kind, fits in tests if fits(folded)), Kind.PROSE)

    def _by_words(self, text: str) -> Kind | None:
        if len(text) <= _LONGEST_NAME and label_key(text) in self.labels:
            return Kind.LABEL
        if len(text) <= _LONGEST_NAME and self._is_fragment(label_key(text)):
            return Kind.FRAGMENT
        folded = key(text)
        if folded.startswith(self.inner):
            return Kind.INNER
        if len(folded) <= _LONGEST_NAME and not folded.startswith("※") and any(t in folded for t in self.titles):
            return Kind.TITLE
        return None


def _is_bracketed_number(text: str) -> bool:
    return text.startswith("(") and Number.model_validate(text).value is not None


def _is_reference(text: str) -> bool:
    match = _REFERENCE.fullmatch(text)
    return bool(match and parse_quantity(match[1]))


def _is_review(text: str) -> bool:
    return bool(_REVIEW.fullmatch(text)) and not (len(text) == 4 and text.startswith(("19", "20")))


def _is_money(text: str) -> bool:
    lines = parse_money(text)
    return bool(lines) and all(line.unit in UNITS for line in lines)


def _is_name(text: str) -> bool:
    tagged = MeasureName.model_validate(text)
    ends = text.endswith((">", ")", "]", "】"))
    return bool(
        tagged.kind and tagged.name and ends and len(tagged.name) <= _LONGEST_NAME and not _SENTENCE.search(text)
    )


def _is_programme(text: str) -> bool:
    short = len(text) <= _LONGEST_NAME and bool(_PROGRAMME.fullmatch(text))
    return short and ProgrammeName.model_validate(text).start is not None


def _is_dated(text: str) -> bool:
    """A programme's name without its number: it ends with the year it started in."""
    return (
        len(text) <= _LONGEST_NAME
        and not _SENTENCE.search(text)
        and ProgrammeName.model_validate(text).start is not None
    )


#: What a cell that holds one value is: the first that fits, on folded text. A bracket belongs to the value before it;
#: alone it is at most a number.
_VALUES: tuple[tuple[Kind, Callable[[str], object]], ...] = (
    (Kind.DASH, is_dash),
    (Kind.NUMBER, _is_bracketed_number),
    (Kind.REFERENCE, _is_reference),
    (Kind.MARK, _NOTE_MARK.fullmatch),
    (Kind.REVIEW, _is_review),
    (Kind.YEAR, lambda text: parse_nendo("".join(text.split()))),
    (Kind.NUMBER, lambda text: Number.model_validate(text).value is not None),
    (Kind.RELATED, lambda text: _RELATED.fullmatch(text) and parse_related(text)),
    (Kind.MONEY, lambda text: not text.startswith("(") and _is_money(text)),
    (Kind.DATE, parse_date),
    (Kind.MONTH, lambda text: _MONTH.fullmatch("".join(text.split()))),
    (Kind.QUANTITY, lambda text: not text.startswith("(") and parse_quantity(text)),
)

#: What a text is by how it begins or ends.
_FORMS: tuple[tuple[Kind, Callable[[str], object]], ...] = (
    (Kind.IDENTIFIER, lambda text: text.startswith("(") and Identifier.model_validate(text).number),
    (Kind.NOTE, _NOTE.fullmatch),
    (Kind.REFERENCES, _REFERENCES.fullmatch),
    (Kind.REMARK, _REMARK.fullmatch),
    (Kind.PROGRAMME, _is_programme),
    (Kind.DATED, _is_dated),
    (Kind.POLICY, lambda text: len(text) <= _LONGEST_NAME and _POLICY.fullmatch(text)),
    (Kind.NAME, _is_name),
)

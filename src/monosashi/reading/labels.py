"""Labels: which labelled text of the head a cell names, alone or before its own text.

A label stands in a cell of its own (施策名), leads the text in the same cell (施策目標：…, 【達成すべき目標】…), or numbers
itself (政策目標５－１：…, 達成目標1について).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from monosashi.forms import Form, StatementSpec, label_key
from monosashi.model.folding import fold

#: Labels seen have up to 60 characters; a longer text before a colon is prose.
_LONGEST = 64
#: A label's own number: 政策目標５－１, 達成目標1.
_OWN_NUMBER = re.compile(r"(?<=\D)[0-9ivx]+(?:-[0-9]+)*$")
_PLAIN_NUMBER = re.compile(r"(?<=\D)[0-9]{1,2}$")
#: What a label adds in brackets: 担当部局名（課室名）.
_ADDED = re.compile(r"(?<=\S)\s*[(（【〔][^()（）【】〔〕]*[)）】〕]\s*$")
#: Where a label that leads its text may end: after its bracket, at a colon, at a blank or a line's end.
_END = re.compile(r"[】\])〕＞>]\s*[:：]?\s*|[:：]\s*|[\s\u3000]+")
#: Ends that are a mark of a label, not only a blank.
_MARKED = re.compile(r"[】\]〕＞>:：]")


@dataclass(frozen=True)
class Lead:
    """A label before its own text: where the text begins, and whether a mark (not only a blank) parts the two."""

    spec: StatementSpec
    label: str
    text: str
    marked: bool


@dataclass(frozen=True)
class StatementLabels:
    """The labels of a form's head, by their comparison keys."""

    by_key: dict[str, StatementSpec]

    def named(self, text: str) -> StatementSpec | None:
        """The labelled text whose label a cell is, with or without a number of its own."""
        return self._named(text, _PLAIN_NUMBER)

    def _named(self, text: str, number: re.Pattern[str]) -> StatementSpec | None:
        if len(text) > 2 * _LONGEST:
            return None
        folded = label_key(text)
        bare = label_key(_ADDED.sub("", text))
        return self.by_key.get(folded) or self.by_key.get(bare) or self.by_key.get(number.sub("", folded))

    def leading(self, text: str) -> Lead | None:
        """The label that leads a cell's text: the longest that a bracket, a colon or a blank ends."""
        found = list(self._leads(text))
        return max(found, key=lambda lead: (lead.marked, len(lead.label)), default=None)

    def _leads(self, text: str) -> Iterator[Lead]:
        for match in _END.finditer(fold(text), 0, _LONGEST):
            rest = text[match.end() :].strip()
            label = text[: match.end()].strip().rstrip(":：")
            marked = bool(_MARKED.search(match.group()))
            spec = self._named(label, _OWN_NUMBER) if rest else None
            if spec and (marked or label_key(label) in self.by_key):
                yield Lead(spec, label, rest, marked)


@lru_cache(maxsize=32)
def statement_labels(form: Form) -> StatementLabels:
    """The labels of a form's head. The first statement that prints a label has it."""
    found: dict[str, StatementSpec] = {}
    for spec in form.statements:
        for key in spec.keys:
            found.setdefault(key, spec)
    return StatementLabels(found)

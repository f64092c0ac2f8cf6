"""Rationale (選定理由): why an indicator was chosen and its target set, with the past actuals printed under 【参考】.

One rationale may speak of several indicators; then each line under 【参考】 is a total whose named parts belong to
them (42回（政策協議等：17回　国際会議：25回）).

>>> r = Rationale.model_validate("指標として設定。\\n【参考】\\n令和2年度：42回（政策協議等：17回　国際会議：25回）")
>>> r.references[0].quantity.parts[0].amount.value
Decimal('17')
"""

import re
from typing import Any, ClassVar

from pydantic import Field

from monosashi.model.folding import fold, key
from monosashi.model.nendo import ERA, PrintedNendo, parse_nendo
from monosashi.model.noun import NOT_PRINTED, Noun, Printed
from monosashi.model.quantity import Amount, Part, Quantity, parse_quantity

_HEAD = re.compile(r"[【\[［(（]\s*+参\s*+考\s*+[】\]］)）]")
_YEAR = re.compile(rf"((?:(?:{ERA})\s*+)?(?:元|\d{{1,4}})\s*+年\s*+度)\s*+(?:実績)?\s*+:")
_BLANK_LINE = re.compile(r"\n[^\S\n]*+\n")
#: A value broken over more lines than this has not been seen.
_MOST_LINES = 8
_TRIM = " \t\n\u3000、,。"


class Reference(Noun):
    """One past actual under 【参考】."""

    year: PrintedNendo
    text: str
    quantity: Quantity | None = None


class Rationale(Printed):
    """The reasons one cell gives, and the measures it speaks of (their paths)."""

    measures: tuple[str, ...] = Field(default=(), json_schema_extra=NOT_PRINTED, description="Paths of the measures")
    references: tuple[Reference, ...] = ()

    meant: ClassVar[frozenset[str]] = frozenset({"references"})
    meaning: ClassVar[Any] = staticmethod(lambda text: {"references": parse_references(text)})

    @property
    def reference_text(self) -> str:
        """The words under 【参考】, up to the end of the list of years."""
        return _reference_part(self.text)


def _reference_part(text: str) -> str:
    # fold keeps offsets: the pattern may look at folded text and cut the printed one
    head = _HEAD.search(text)
    if not head:
        return ""
    rest = text[head.end() :].lstrip()
    first = _YEAR.search(fold(rest))
    return (rest[: _end_of_list(rest, first.end())] if first else rest).strip()


def _end_of_list(text: str, start: int) -> int:
    """Where the list of years ends: at a blank line, or at the ※ or 【 that begins other words."""
    blank = _BLANK_LINE.search(text, start)
    end, depth = blank.start() if blank else len(text), 0
    for n, c in enumerate(fold(text[start:end]), start):
        depth += (c == "(") - (c == ")")
        if c in "※【[" and depth <= 0:
            return n
    return end


def parse_references(text: str) -> tuple[Reference, ...]:
    """The past actuals under 【参考】, in printed order; none where the head or the years are missing."""
    part = _reference_part(text)
    found = list(_YEAR.finditer(fold(part)))
    ends = [match.start() for match in found[1:]] + [len(part)] * bool(found)
    return tuple(_reference(part, match, end) for match, end in zip(found, ends, strict=True))


def _reference(part: str, match: re.Match[str], end: int) -> Reference:
    printed_year = part[match.start(1) : match.end(1)]
    value, quantity = _leading_quantity(part[match.end() : end].strip(_TRIM))
    year = PrintedNendo(text=printed_year, nendo=parse_nendo(re.sub(r"\s", "", match[1])))
    return Reference(year=year, text=value, quantity=quantity)


def _leading_quantity(text: str) -> tuple[str, Quantity | None]:
    """The most lines that make a quantity, for prose may follow the last year; all of them where none do."""
    lines = text.split("\n", _MOST_LINES)
    for n in range(len(lines), 0, -1):
        head = "\n".join(lines[:n]).strip(_TRIM)
        if quantity := parse_quantity(head):
            return head, quantity
    return text, None


def share_of(line: Quantity, label: str, *, shared: bool) -> tuple[Amount, tuple[Part, ...]] | None:
    """What of a line under 【参考】 is a measure's: the amount, and the parts of it that are named; None where the line
    does not say whose it is. ``label``: what the measure's values lead with; ``shared``: the rationale speaks of several."""
    mine = next((part for part in line.parts if label and key(part.name) == key(label)), None)
    if mine:
        return mine.amount, ()
    if shared and not (label and key(line.label) == key(label)):
        return None
    return line.amount, line.parts

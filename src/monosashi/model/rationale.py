"""Rationale (選定理由): why an indicator was chosen and its target set, with the past actuals printed under 【参考】.

One rationale may speak of several indicators; then each line under 【参考】 is a total whose named parts belong to
them (42回（政策協議等：17回　国際会議：25回）).

>>> r = Rationale.model_validate("指標として設定。\\n【参考】\\n令和2年度：42回（政策協議等：17回　国際会議：25回）")
>>> r.references[0].quantity.parts[0].amount.value
Decimal('17')
"""

import re
from typing import Any, ClassVar

from monosashi.model.folding import fold
from monosashi.model.nendo import ERA, PrintedNendo, parse_nendo
from monosashi.model.noun import Noun, Printed
from monosashi.model.quantity import Quantity, parse_quantity

_HEAD = re.compile(r"[【\[［(（]\s*参\s*考\s*[】\]］)）]")
_YEAR = re.compile(rf"((?:{ERA})?\s*(?:元|\d{{1,4}})\s*年\s*度)\s*(?:実績)?\s*[:：]")
_LINE_END = re.compile(r"\n\s*(?=[※【\[])|\n\s*\n")


class Reference(Noun):
    """One past actual under 【参考】."""

    year: PrintedNendo
    text: str
    quantity: Quantity | None = None


class Rationale(Printed):
    """The reasons one cell gives, and the measures it speaks of (their paths)."""

    measures: tuple[str, ...] = ()
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
    end = _LINE_END.search(rest, first.end()) if first else None
    return (rest[: end.start()] if end else rest).strip()


def parse_references(text: str) -> tuple[Reference, ...]:
    """The past actuals under 【参考】, in printed order; none where the head or the years are missing."""
    part = _reference_part(text)
    folded = fold(part)
    found = list(_YEAR.finditer(folded))
    ends = [match.start() for match in found[1:]] + [len(part)]
    return tuple(_reference(folded, part, match, end) for match, end in zip(found, ends, strict=True))


def _reference(folded: str, part: str, match: re.Match[str], end: int) -> Reference:
    printed_year = part[match.start(1) : match.end(1)]
    value = part[match.end() : end].strip(" \t\n\u3000、,。")
    year = PrintedNendo(text=printed_year, nendo=parse_nendo(re.sub(r"\s", "", match[1])))
    return Reference(year=year, text=value, quantity=parse_quantity(value))

"""References: which of the past actuals under 【参考】 belong to which measure.

One rationale may speak of several measures; then a line under 【参考】 is a composite, and its named part is the
measure's whose values carry that label (政策協議等：17回 is the measure that prints 政策協議等：41回). Where a rationale
speaks of one measure, the line is the measure's, and the line's parts are those of the measure by name.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from monosashi.model import Amount, Evidence, Measure, Nendo, Quantity, Rationale, Sheet
from monosashi.model.folding import key, unbroken
from monosashi.model.measuring.arithmetic import is_sane
from monosashi.model.measuring.once import once
from monosashi.model.measuring.strand import Strand, strands
from monosashi.model.rationale import share_of

#: A sentence, or one remark of those that begin with ※.
_SENTENCE = re.compile(r"※?[^。※]+。?")


@dataclass(frozen=True)
class Past:
    """A past actual: the path of its line under 【参考】 (or of the actual), its year and its number."""

    path: str
    nendo: Nendo
    amount: Amount


def rationales_of(sheet: Sheet, measure_path: str) -> Iterator[tuple[str, Rationale]]:
    """The rationales that speak of a measure, with their paths."""
    yield from _rationales(sheet).get(measure_path, ())


@once
def _rationales(sheet: Sheet) -> dict[str, list[tuple[str, Rationale]]]:
    """The rationales by the measures they speak of."""
    found: dict[str, list[tuple[str, Rationale]]] = {}
    for n, rationale in enumerate(sheet.rationales):
        for path in dict.fromkeys(rationale.measures):
            found.setdefault(path, []).append((f"/rationales/{n}", rationale))
    return found


def references_of(sheet: Sheet, strand: Strand) -> tuple[Past, ...]:
    """The past actuals of a strand, in printed order."""
    known = _by_strand(sheet).get((strand.path, strand.part))
    return _pasts(sheet, strand) if known is None else known


@once
def _by_strand(sheet: Sheet) -> dict[tuple[str, str], tuple[Past, ...]]:
    return {(strand.path, strand.part): _pasts(sheet, strand) for strand in strands(sheet)}


def _pasts(sheet: Sheet, strand: Strand) -> tuple[Past, ...]:
    return tuple(
        Past(f"{path}/references/{n}", line.year.nendo, amount)
        for path, rationale in rationales_of(sheet, strand.path)
        for n, line in enumerate(rationale.references)
        if line.quantity and line.year.nendo
        if (amount := _share(line.quantity, strand, shared=len(rationale.measures) > 1)) and is_sane(amount.value)
    )


def _share(line: Quantity, strand: Strand, *, shared: bool) -> Amount | None:
    """What of a line is the strand's: the measure's share, or the part of it by that name."""
    share = share_of(line, strand.measure.label, shared=shared)
    if share is None or not strand.part:
        return share[0] if share else None
    return next((part.amount for part in share[1] if key(part.name) == key(strand.part)), None)


def saying(sheet: Sheet, strand: Strand, pattern: re.Pattern[str]) -> tuple[Evidence, ...]:
    """The sentences of a measure's rationales in which a pattern is found."""
    return tuple(
        Evidence(path=path, text=sentence.strip())
        for path, rationale in rationales_of(sheet, strand.path)
        for sentence in _SENTENCE.findall(unbroken(rationale.text))
        if pattern.search(sentence)
    )


def owner(sheet: Sheet, rationale: Rationale, part_name: str) -> tuple[str, str] | None:
    """Whose a line's named part is: the measure's path, and the part's name within it (empty: the whole measure)."""
    measures = {path: measure for path, _, measure in sheet.measures() if path in rationale.measures}
    for path, measure in measures.items():
        if _is_label(measure, part_name):
            return path, ""
    return (next(iter(measures)), part_name) if len(measures) == 1 else None


def _is_label(measure: Measure, name: str) -> bool:
    return bool(measure.label) and key(measure.label) == key(name)

"""Candidates: the earlier sheets of the ministry that a new one may continue, best first, each with its reasons. A person
decides; the measures' lasting ids are then carried over."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from monosashi.model import Noun, Sheet
from monosashi.model.folding import key
from monosashi.model.measuring.likeness import likeness
from monosashi.office.keeping import Actor, within
from monosashi.office.sheet_records import SheetRecord
from monosashi.store.models import IndicatorRow, KeptSheet, Organisation, SheetSummary

#: How many years back a policy is looked for, and how many candidates are shown.
_YEARS = 6
_SHOWN = 6
#: Below this a sheet is no candidate; from ``SURE`` on it is the one proposed.
_LEAST = 0.25
SURE = 0.55
#: What counts how much: the policy's name, the measures in common, the number.
_WEIGHTS = (0.4, 0.4, 0.2)


class Candidate(Noun):
    """An earlier sheet. ``alike``: how alike the policies' names are, in per cent; ``common`` of the new sheet's
    ``measures`` bear the name of one of its; ``score``: 0 to 1."""

    slug: str
    identifier: str
    name: str
    nendo: int
    number: str
    same_number: bool
    alike: int
    common: int
    measures: int
    score: float


def candidates(
    actor: Actor, ministry: Organisation, sheet: Sheet, nendo: int | None, number: str, kind: str
) -> tuple[Candidate, ...]:
    """The earlier sheets that the actor may see and this one may continue."""
    rows = SheetSummary.objects.filter(
        within(actor, "see", "sheet__"), released=False, sheet__ministry=ministry, sheet__kind=kind
    )
    if nendo is not None:
        rows = rows.filter(sheet__nendo__lt=nendo, sheet__nendo__gte=nendo - _YEARS)
    found = list(rows.select_related("sheet").order_by("sheet__slug"))
    names = _names([row.sheet_id for row in found])
    own = [key(measure.name.name) for _, _, measure in sheet.measures()]
    scored = [_scored(row, sheet, own, names, number) for row in found]
    likely = [one for one in scored if one.score >= _LEAST]
    return tuple(sorted(likely, key=lambda one: (-one.score, -one.nendo, one.slug)))[:_SHOWN]


def proposed(found: Sequence[Candidate]) -> str:
    """The slug of the candidate that is sure enough to be proposed; else nothing."""
    return found[0].slug if found and found[0].score >= SURE else ""


def _names(sheets: Sequence[int]) -> Mapping[int, frozenset[str]]:
    """The keys of the names of each sheet's measures."""
    held: dict[int, set[str]] = defaultdict(set)
    rows = IndicatorRow.objects.filter(sheet__in=sheets, released=False).values_list("sheet_id", "name")
    for sheet, name in rows:
        held[sheet].add(key(name))
    return {sheet: frozenset(names) for sheet, names in held.items()}


def _scored(
    row: SheetSummary, sheet: Sheet, own: Sequence[str], names: Mapping[int, frozenset[str]], number: str
) -> Candidate:
    record, kept = SheetRecord.model_validate(row.record), row.sheet
    common = sum(name in names.get(kept.pk, frozenset()) for name in own)
    alike = likeness(record.name, sheet.policy.name) if record.name and sheet.policy.name.strip() else 0.0
    same_number = bool(number) and key(kept.number) == key(number)
    parts = (alike, common / len(own) if own else 0.0, float(same_number))
    return Candidate(
        slug=kept.slug,
        identifier=record.identifier,
        name=record.name,
        nendo=kept.nendo,
        number=kept.number,
        same_number=same_number,
        alike=round(alike * 100),
        common=common,
        measures=len(own),
        score=round(sum(weight * part for weight, part in zip(_WEIGHTS, parts, strict=True)), 3),
    )


def visible_sheet(actor: Actor, ministry: Organisation, slug: str) -> KeptSheet | None:
    """The sheet of that name in the ministry, if the actor may see its head."""
    rows = KeptSheet.objects.select_related("head", "ministry", "bureau", "division", "policy")
    return rows.filter(within(actor, "see"), ministry=ministry, slug=slug).first()

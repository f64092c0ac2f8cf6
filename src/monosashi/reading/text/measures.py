"""Measures of a text: names with their tags, the numbers beside them, and the strands of values that fit them."""

from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import pairwise

from monosashi.model import Message, Nendo, Number
from monosashi.model.folding import key, unbroken
from monosashi.model.mark import parse_number
from monosashi.reading.text.desk import Desk
from monosashi.reading.text.items import Item
from monosashi.reading.text.kinds import Kind
from monosashi.reading.text.likeness import share
from monosashi.reading.text.reasons import Reason, baseline_of, find_reasons, fit, speaks_of
from monosashi.reading.text.strands import Strand, find_strands
from monosashi.reading.text.why import NEAREST, ORDER, SHARED_NUMBER
from monosashi.reading.text.years import year_of, year_runs


@dataclass(eq=False)
class Draft:
    """One measure while it is put together. ``number_why``: why the number is a guess, where it is one."""

    name: Item
    number: Item | None = None
    shares_number: bool = False
    strand: Strand | None = None
    base_year: Item | None = None
    target_year: Item | None = None
    reasons: list[Reason] = field(default_factory=list)
    number_why: Message | None = None

    @property
    def value(self) -> int:
        """The number's value; unknown numbers come last."""
        return (parse_number(self.number.text).value if self.number else None) or 999


def draft_measures(desk: Desk, like: Nendo | None, years: int) -> list[Draft]:
    """The measures in the order of their numbers."""
    drafts = [Draft(name) for name in desk.free(Kind.NAME)]
    _match_strands(desk, drafts, find_strands(desk, years))
    _match_numbers(desk, drafts)
    _match_years(desk, drafts, like)
    _match_reasons(desk, drafts)
    return sorted(drafts, key=lambda draft: (draft.value, draft.shares_number))


def _best_first(
    rows: list[Draft], columns: list[Strand] | list[Reason] | list[Item], score: Callable[[int, int], float]
) -> list[tuple[int, int]]:
    """Pairs of row and column, the best fitting first, each row and column once."""
    ranked = sorted((-score(r, c), r, c) for r in range(len(rows)) for c in range(len(columns)))
    pairs: list[tuple[int, int]] = []
    for _, r, c in ranked:
        if all(r != row and c != column for row, column in pairs):
            pairs.append((r, c))
    return pairs


def _match_strands(desk: Desk, drafts: list[Draft], strands: list[Strand]) -> None:
    def score(d: int, s: int) -> float:
        name, strand = drafts[d].name, strands[s]
        words, unit = unbroken(name.text), key(strand.quantity.unit)
        near = min(desk.distance(name, item) for item in strand.items)
        found = -min(near, 30.0) * (1.0 if desk.columns else 0.2)
        found += 5 * share(strand.quantity.label, words)
        return found + (1.5 if unit and unit + "数" in key(words) else 0.3 if unit and unit in key(words) else 0)

    for d, s in _best_first(drafts, strands, score):
        drafts[d].strand = strands[s]


def _match_numbers(desk: Desk, drafts: list[Draft]) -> None:
    """A number right before a name is its own; the others go to the nearest name or value that has none."""
    numbers = [n for n in desk.free(Kind.NUMBER) if parse_number(n.text).value and not _is_bracketed(n)]
    for draft in drafts:
        before = [n for n in numbers if _leads(desk, n, draft.name) and all(d.number is not n for d in drafts)]
        draft.number = before[0] if before else None
    if drafts and not any(draft.number for draft in drafts):
        for draft, number in zip(drafts, _run_in_order(numbers, len(drafts)), strict=False):
            draft.number = number
            draft.number_why = ORDER
    known = {parse_number(d.number.text).value for d in drafts if d.number}
    missing = set(range(1, max((value or 0 for value in known), default=0) + 1)) - known
    for number in numbers:
        bare = [draft for draft in drafts if draft.number is None]
        if parse_number(number.text).value in missing and bare:
            nearest = min(bare, key=lambda d: min(desk.distance(number, item) for item in _own(d)))
            nearest.number = number
            nearest.number_why = NEAREST
            missing.discard(parse_number(number.text).value)
    for one, other in pairwise(drafts):
        if other.number is None and one.number is not None:
            other.number, other.shares_number = one.number, True
            other.number_why = SHARED_NUMBER


def _run_in_order(numbers: list[Item], count: int) -> list[Item]:
    """As many numbers in a row as there are names, running from 1 without a gap; none where they do not run so."""
    for start in range(len(numbers) - count + 1):
        run = numbers[start : start + count]
        values = [parse_number(number.text).value or 0 for number in run]
        if values[0] == 1 and all(b - a in (0, 1) for a, b in pairwise(values)):
            return run
    return []


def _own(draft: Draft) -> list[Item]:
    return [draft.name, *(draft.strand.items if draft.strand else [])]


def _is_bracketed(item: Item) -> bool:
    return item.text.strip()[:1] in "(（"


def _leads(desk: Desk, number: Item, name: Item) -> bool:
    if not desk.columns:
        return desk.index(name) - desk.index(number) == 1
    first, last = name.line - 1, name.pieces[-1].line + 1
    gap = min(piece.left for piece in name.pieces) - number.pieces[0].right
    return first <= number.line <= last and 0 <= gap <= 12


def _match_years(desk: Desk, drafts: list[Draft], like: Nendo | None) -> None:
    """Years before the sheet's own are baseline years, the others target years; each goes to the nearest value."""

    def is_before(item: Item) -> bool:
        year = year_of(item, like)
        return bool(year and like and year.year < like.year)

    heads = {id(item) for run in year_runs(desk, like) for item in run}
    singles = [item for item in desk.free(Kind.YEAR) if id(item) not in heads]
    before, after = [i for i in singles if is_before(i)], [i for i in singles if not is_before(i)]
    for draft in drafts:
        strand = draft.strand
        draft.base_year = _take_nearest(desk, draft, strand.baseline if strand else None, before)
        draft.target_year = _take_nearest(desk, draft, strand.target if strand else None, after)


def _take_nearest(desk: Desk, draft: Draft, value: Item | None, pool: list[Item]) -> Item | None:
    """The year nearest to the value or to the number, taken out of the pool; one that follows is nearer."""
    if value is None:
        return None
    ends = [value, *([draft.number] if draft.number and not draft.shares_number else [])]

    def far(year: Item) -> float:
        return min(desk.distance(end, year) + (0.5 if desk.index(year) < desk.index(end) else 0) for end in ends)

    found = min(pool, key=far, default=None)
    if found is not None:
        pool.remove(found)
    return found


def _match_reasons(desk: Desk, drafts: list[Draft]) -> None:
    reasons = find_reasons(desk)

    def score(d: int, r: int) -> float:
        draft, strand = drafts[d], drafts[d].strand
        quantity = baseline_of(strand.baseline if strand else None) or (strand.quantity if strand else None)
        near = desk.distance(draft.name, reasons[r].items[0])
        if quantity is None:
            return -1 - near / 100
        return fit(reasons[r], quantity, quantity.label, unbroken(draft.name.text), near)

    for d, r in _best_first(drafts, reasons, score):
        drafts[d].reasons.append(reasons[r])
    for draft in drafts:
        label = draft.strand.quantity.label if draft.strand else ""
        shared = next((reason for reason in reasons if speaks_of(reason, label)), None)
        if shared:
            draft.reasons = [shared]


def number_of(draft: Draft) -> Number:
    """The printed number of a measure."""
    return Number.model_validate(draft.number.text if draft.number else "")

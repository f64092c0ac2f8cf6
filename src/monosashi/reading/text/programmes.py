"""Programmes, money, cabinet links and notes of a text."""

import re
from dataclasses import dataclass
from itertools import groupby

from monosashi.forms import Form, label_key
from monosashi.model import CabinetLink, MoneyCell, Nendo, Note, Number, PrintedDate, Programme, ProgrammeName, Related
from monosashi.model.folding import unbroken
from monosashi.model.mark import parse_number
from monosashi.model.money import parse_money
from monosashi.reading.text.desk import Desk
from monosashi.reading.text.items import Item
from monosashi.reading.text.kinds import Kind
from monosashi.reading.text.why import NEAR, ORDER
from monosashi.reading.text.years import printed_year

_LISTS = (Kind.RELATED, Kind.NUMBER)
_NAMED = re.compile(r"\s*(?P<number>[(（][0-9０-９]{1,2}[)）])\s*(?P<name>.*)", re.S)
_NOTE = re.compile(r"\s*(?P<mark>※\s*[0-9０-９]{1,2})[\s\u3000:：]*(?P<text>.*)", re.S)


@dataclass(frozen=True, eq=False)
class Entry:
    """One programme's number and name: of one item, or of two that go by their order."""

    name: Item
    number: Item
    number_text: str
    name_text: str

    @property
    def lines(self) -> set[int]:
        """The lines it stands on."""
        return {piece.line for item in (self.name, self.number) for piece in item.pieces}


def _entries(desk: Desk) -> list[Entry]:
    """The programmes in the order of their numbers. Names that stand apart from their numbers go by their order."""
    whole = [Entry(item, item, *_parts(item)) for item in desk.free(Kind.PROGRAMME)]
    names = list(desk.free(Kind.DATED))
    numbers = [item for item in desk.free(Kind.NUMBER) if item.text.strip()[:1] in "(（"]
    apart = zip(numbers, names, strict=True) if len(numbers) == len(names) else ()
    found = whole + [Entry(name, number, number.text, name.text) for number, name in apart]
    return sorted(found, key=lambda entry: parse_number(entry.number_text).value or 999)


def read_programmes(desk: Desk, years: list[Item], like: Nendo | None) -> tuple[Programme, ...]:
    """The programmes in the order of their numbers, each with what stands on its line or follows in order."""
    entries = _entries(desk)
    reviews = _reviews(desk, entries)
    cells = _money_cells(desk, entries)
    found: list[Programme] = []
    for n, entry in enumerate(entries):
        path = f"/programmes/{n}"
        desk.take(f"{path}/name", [entry.name], None if entry.name is entry.number else ORDER)
        desk.take(f"{path}/number", [entry.number])
        review, guess = reviews.get(n, (None, False))
        desk.take(f"{path}/review_number", [review] if review else [], ORDER if guess else None)
        found.append(
            Programme(
                number=Number.model_validate(entry.number_text),
                name=ProgrammeName.model_validate(entry.name_text),
                money=_money(desk, cells.get(n, []), years, f"{path}/money", like),
                related=_related(desk, entry, review, path),
                outline=_outline(desk, entry.name, path),
                review_number=review.text if review else "",
            )
        )
    return tuple(found)


def _parts(item: Item) -> tuple[str, str]:
    match = _NAMED.fullmatch(item.text)
    return (match["number"], match["name"]) if match else ("", item.text)


def _on_lines(desk: Desk, lines: set[int], *kinds: Kind) -> list[Item]:
    """The free items of these kinds that begin on one of the lines."""
    return [other for other in desk.free(*kinds) if other.line in lines]


def _reviews(desk: Desk, entries: list[Entry]) -> dict[int, tuple[Item, bool]]:
    """Review numbers: on the programme's line; the others in order, where as many numbers as gaps are left."""
    found: dict[int, tuple[Item, bool]] = {}
    for n, entry in enumerate(entries):
        beside = _on_lines(desk, entry.lines, Kind.REVIEW)
        if beside:
            found[n] = (beside[0], False)
    taken = {id(item) for item, _ in found.values()}
    rest = sorted((item for item in desk.free(Kind.REVIEW) if id(item) not in taken), key=lambda item: item.text)
    gaps = [n for n in range(len(entries)) if n not in found]
    known = sorted((found[n][0].text, n) for n in found)
    for n, item in zip(gaps, rest, strict=False):
        if all((item.text < text) == (n < other) for text, other in known):
            found[n] = (item, True)
    return found


def _related(desk: Desk, entry: Entry, review: Item | None, path: str) -> Related:
    """The indicators a programme serves: on its line, or on its review number's."""
    own = _on_lines(desk, entry.lines, *_LISTS)
    if not own and review:
        own = _on_lines(desk, {review.line}, *_LISTS)
    desk.take(f"{path}/related", own[:1])
    return Related.model_validate(own[0].text if own else "")


def _outline(desk: Desk, name: Item, path: str) -> str:
    """The sentence that follows a programme."""
    after = desk.next_free(name, Kind.PROSE, within=3)
    if after is None or not unbroken(after.text).endswith("。"):
        return ""
    desk.take(f"{path}/outline", [after], NEAR)
    return after.text


def _money_cells(desk: Desk, entries: list[Entry]) -> dict[int, list[list[Item]]]:
    """Labelled amounts after a programme, a new cell where the labels begin again."""
    found: dict[int, list[list[Item]]] = {}
    open_entries = [n for n, entry in enumerate(entries) if not _has_marks(desk, entry)]
    labelled = [item for item in desk.free(Kind.MONEY) if parse_money(item.text)[0].label]
    owners = [(n, item) for item in labelled if (n := _owner(desk, entries, open_entries, item)) is not None]
    for n, run in groupby(owners, key=lambda owner: owner[0]):
        cells: list[list[Item]] = []
        for _, item in run:
            label = parse_money(item.text)[0].label
            if not cells or any(parse_money(other.text)[0].label == label for other in cells[-1]):
                cells.append([])
            cells[-1].append(item)
        found[n] = cells
    return found


def _has_marks(desk: Desk, entry: Entry) -> bool:
    """Whether dashes or note marks stand where the programme's money would."""
    return len(_on_lines(desk, entry.lines, Kind.MARK, Kind.DASH)) > 1


def _owner(desk: Desk, entries: list[Entry], among: list[int], item: Item) -> int | None:
    """The programme an amount belongs to: the nearest before it, or nearest at all where columns are kept."""
    before = [n for n in among if desk.columns or desk.index(entries[n].name) < desk.index(item)]
    return min(before or among, key=lambda n: desk.distance(entries[n].name, item), default=None)


def _money(
    desk: Desk, cells: list[list[Item]], years: list[Item], path: str, like: Nendo | None
) -> tuple[MoneyCell, ...]:
    found: list[MoneyCell] = []
    for y, (head, items) in enumerate(zip(years, cells, strict=False)):
        desk.take(f"{path}/{y}", items, NEAR)
        desk.take(f"{path}/{y}/year", [head])
        found.append(MoneyCell.read("\n".join(item.text for item in items), printed_year(head, like)))
    return tuple(found)


def read_total(desk: Desk, form: Form, years: list[Item], like: Nendo | None) -> tuple[MoneyCell, ...]:
    """The policy's own money: the amounts without an account that follow the label of the total."""
    total = form.table("programmes").total
    label = next((i for i in desk.furniture if total and _is(i, total.keys)), None)
    if label is None:
        return ()
    plain = [item for item in desk.free(Kind.MONEY) if not parse_money(item.text)[0].label]
    after = [item for item in plain if desk.columns or desk.index(item) > desk.index(label)]
    nearest = sorted(after, key=lambda item: desk.distance(label, item))[: len(years)]
    in_order = sorted(nearest, key=_position if desk.columns else desk.index)
    if not desk.columns:  # the running year has no execution yet, wherever a program put it
        in_order.sort(key=lambda item: parse_money(item.text)[0].executed is None)
    return _money(desk, [[item] for item in in_order], years, "/money", like)


def _position(item: Item) -> int:
    return min(piece.left for piece in item.pieces)


def _is(item: Item, keys: frozenset[str]) -> bool:
    return label_key(item.text) in keys


def read_cabinet(desk: Desk) -> tuple[CabinetLink, ...]:
    """Documents by their days: the name stands right before the day, the passage after it."""
    dates = list(desk.free(Kind.DATE))
    names = [_name_before(desk, date) for date in dates]
    found: list[CabinetLink] = []
    for date, name in zip(dates, names, strict=True):
        if name is None:
            continue
        path = f"/cabinet/{len(found)}"
        desk.take(f"{path}/name", [name], NEAR)
        desk.take(f"{path}/date", [date])
        passage = desk.next_free(date, Kind.PROSE, within=1)
        if passage is not None and any(passage is other for other in names):
            passage = None
        desk.take(f"{path}/excerpt", [passage] if passage else [], NEAR if passage else None)
        printed = PrintedDate.model_validate(date.text)
        found.append(CabinetLink(name=name.text, date=printed, excerpt=passage.text if passage else ""))
    return tuple(found)


def _name_before(desk: Desk, date: Item) -> Item | None:
    before = desk.items[max(0, desk.index(date) - 1) : desk.index(date)]
    if desk.columns:
        before = [i for i in desk.items if abs(i.middle - date.middle) <= 1 and _position(i) < _position(date)]
    names = [i for i in before if desk.is_free(i) and i.kind is Kind.PROSE and len(unbroken(i.text)) <= 60]
    return names[-1] if names else None


def read_notes(desk: Desk) -> tuple[Note, ...]:
    """The notes, in the order of the text."""
    found: list[Note] = []
    for item in list(desk.free(Kind.NOTE)):
        match = _NOTE.fullmatch(item.text)
        if match:
            desk.take(f"/notes/{len(found)}", [item])
            found.append(Note(mark=match["mark"], text=match["text"]))
    return tuple(found)

"""Notes: matched by their words, so that one whose mark moved up is the same note."""

from collections.abc import Iterator, Sequence

from monosashi.model import Message, Note
from monosashi.model.folding import unbroken
from monosashi.model.mark import note_key
from monosashi.model.measuring.matching import Item, match
from monosashi.model.measuring.same_wording import same_wording
from monosashi.office.compare.comparison import Change
from monosashi.office.compare.kinds import ChangeKind, Part
from monosashi.office.compare.telling import NOWHERE, Spot, Subject, both, came_or_went, moved

_KINDS = (ChangeKind.NOTE_ADDED, ChangeKind.NOTE_ENDED)


def note_changes(before: Sequence[Note], after: Sequence[Note]) -> Iterator[Change]:
    """What changed of the notes, in printed order."""
    for pair in match(_items(before), _items(after)):
        item = pair.after or pair.before
        mark = unbroken(item.noun.mark) if item else ""
        subject = Subject(Part.NOTES, Message(ja=f"注記{mark}", en=f"Note {mark}"))
        if not pair.before or not pair.after:
            yield came_or_went(subject, _KINDS, (_spot(pair.before), _spot(pair.after)))
            continue
        yield from _note_changes(subject, pair.before, pair.after, pair.score)


def _note_changes(subject: Subject, old: Item[Note], new: Item[Note], score: float) -> Iterator[Change]:
    if note_key(old.noun.mark) != note_key(new.noun.mark):
        marks = both(lambda item: Spot(f"{item.path}/mark", item.noun.mark, value=True), old, new)
        yield moved(subject, ChangeKind.NOTE_RENUMBERED, Message(ja="印", en="mark"), marks, score=score)
    if not same_wording(old.noun.text, new.noun.text):
        texts = both(lambda item: Spot(f"{item.path}/text", item.noun.text), old, new)
        yield moved(subject, ChangeKind.NOTE_REWORDED, Message(ja="文言", en="wording"), texts, score=score)


def _items(notes: Sequence[Note]) -> list[Item[Note]]:
    return [Item(f"/notes/{n}", note, note.text, marks=(note_key(note.mark),)) for n, note in enumerate(notes)]


def _spot(item: Item[Note] | None) -> Spot:
    return Spot(item.path, item.noun.text) if item else NOWHERE

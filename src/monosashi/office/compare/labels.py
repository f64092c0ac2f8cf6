"""Labels of columns and sections: only their words count, not the note marks and years printed in them."""

from collections.abc import Iterator
from itertools import chain

from monosashi.model import Label, Message, Sheet
from monosashi.model.mark import without_note_marks
from monosashi.model.measuring.matching import Item, match
from monosashi.office.compare.comparison import Change
from monosashi.office.compare.head import statement_matches, without_years
from monosashi.office.compare.kinds import ChangeKind, Part
from monosashi.office.compare.telling import Spot, Subject, both, moved

_LABELS = Subject(Part.LABELS, Message(ja="", en=""))
_LABEL = Message(ja="見出し", en="label")


def label_changes(before: Sheet, after: Sheet) -> Iterator[Change]:
    """The labels that both sheets print in other words. One that only one prints belongs to what it is the label of."""
    columns = (
        both(lambda item: Spot(f"{item.path}/text", item.noun.text), pair.before, pair.after)
        for pair in match(_items(before), _items(after))
        if pair.before and pair.after
    )
    statements = (
        both(lambda item: Spot(f"{item.path}/label", item.noun.label), pair.before, pair.after)
        for pair in statement_matches(before, after)
        if pair.before and pair.after
    )
    for old, new in chain(statements, columns):
        if _words(old.text) != _words(new.text):
            yield moved(_LABELS, ChangeKind.LABEL_CHANGED, _LABEL, (old, new))


def _items(sheet: Sheet) -> list[Item[Label]]:
    return [Item(f"/labels/{n}", label, name="", kind=label.role) for n, label in enumerate(sheet.labels)]


def _words(text: str) -> str:
    return without_years(without_note_marks(text))

"""The shelf: the part of the store that an actor may see, behind the interface of every library.

Of a sheet whose drafts are the actor's to see it shows the head; of a released one that is not, the last edition; of any
other nothing, as if it were not there.
"""

from collections.abc import Callable, Sequence

from django.db.models import Count, Q

from monosashi.model import Decisions, Reading, Terms
from monosashi.office.entry import Entry
from monosashi.office.keeping.actor import Actor
from monosashi.office.keeping.lines import Line, records_of
from monosashi.office.keeping.opening import decisions_of, entry_of, with_decisions
from monosashi.office.keeping.who_may import may, thing_of, within
from monosashi.office.library import BrokenReading, NotInLibrary, OriginalMissing
from monosashi.office.refusals import NotAllowed
from monosashi.office.sheet_records import SheetRecord
from monosashi.store.models import FindingRow, KeptSheet, SheetSummary, Version

#: Columns that may hold megabytes.
_LONG = ("head__content", "head__source__content", "head__source__document__data")


class TakeInInstead(NotAllowed):
    """A document put on the shelf past the desk of intake."""

    def __init__(self) -> None:
        super().__init__(
            "take-in-instead",
            "文書は「取り込み」のページから入れてください。何も保存していません。",
            "Put documents in by the page of intake. Nothing was kept.",
        )


class Shelf:
    """A ``Library`` of what one actor may see."""

    def __init__(self, actor: Actor) -> None:
        self.actor = actor

    def records(self) -> tuple[SheetRecord, ...]:
        """Every sheet the actor may see, as a line of the list, from the projections."""
        return tuple(records_of(self._lines()).values())

    def having(self, code: str) -> tuple[tuple[SheetRecord, int], ...]:
        """The sheets of which findings of that code speak, with how many."""
        counted = FindingRow.objects.filter(code=code).values_list("sheet", "released").annotate(Count("pk"))
        many = {(sheet, released): n for sheet, released, n in counted}
        lines = [line for line in self._lines() if (line.sheet, line.released) in many]
        return tuple((record, many[line.sheet, line.released]) for line, record in records_of(lines).items())

    def settings(self, name: str) -> tuple[Terms, Decisions]:
        """The decisions kept for a sheet whose drafts the actor may see; the public sees none that is not released."""
        kept, own = self._kept(name)
        return Terms(), decisions_of(kept) if own else Decisions()

    def broken(self) -> tuple[BrokenReading, ...]:
        """Nothing: a version that cannot be opened is told by ``monosashi check``."""
        return ()

    def get(self, name: str) -> Entry:
        """The sheet of that name, as the actor may see it. Raises ``NotInLibrary``."""
        kept, own = self._kept(name)
        if own:
            return with_decisions(entry_of(kept.newest, public=False), decisions_of(kept))
        return entry_of(_released(kept), public=True)

    def document(self, name: str) -> bytes:
        """The original, for those who may see drafts. Raises ``NotInLibrary`` and ``OriginalMissing``."""
        kept, own = self._kept(name)
        source = kept.head.source if own and kept.head else None
        if source is None:
            raise OriginalMissing(name)
        return bytes(source.document.data)

    def picture(self, name: str, key: str, draw: Callable[[bytes], bytes]) -> bytes:
        """What ``draw`` makes of the original. Raises as ``document``."""
        return draw(self.document(name))

    def add(self, data: bytes, readings: Sequence[Reading]) -> tuple[Entry, ...]:
        """Refused: a document enters by intake. Raises ``TakeInInstead``."""
        raise TakeInInstead

    def _kept(self, name: str) -> tuple[KeptSheet, bool]:
        """The sheet, and whether its head is the actor's to see. Raises ``NotInLibrary``."""
        rows = KeptSheet.objects.select_related(
            "head__source__document", "head__sheet", "ministry", "bureau", "division"
        )
        # what is long is fetched only where it was not opened before
        kept = rows.defer(*_LONG).filter(slug=name).first()
        if kept is None:
            raise NotInLibrary(name)
        thing = thing_of(kept)
        own = may(self.actor, "see", thing)
        if not own and not thing.released:
            raise NotInLibrary(name)
        return kept, own

    def _lines(self) -> list[Line]:
        """One line a sheet: its head's where that may be seen, else its last edition's."""
        own = within(self.actor, "see", "sheet__")
        rows = SheetSummary.objects.filter((Q(released=False) & own) | Q(released=True)).order_by(
            "sheet__slug", "released"
        )
        first: dict[int, Line] = {}
        for row in rows.values_list("sheet", "released", "version", "version__sha256"):
            first.setdefault(row[0], Line(*row))
        return list(first.values())


def _released(kept: KeptSheet) -> Version:
    """The version of the last edition."""
    rows = kept.releases.select_related("version__sheet", "version__source")
    found = rows.defer("version__content", "version__source__content").order_by("-edition").first()
    if found is None:
        raise NotInLibrary(kept.slug)
    return found.version

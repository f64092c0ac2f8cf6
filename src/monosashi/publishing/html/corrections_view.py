"""What people have corrected on a sheet, ready for the templates."""

from collections.abc import Iterable
from dataclasses import dataclass

from monosashi.model import Correction, Sheet
from monosashi.publishing.html.anchors import Anchors
from monosashi.publishing.html.where import where
from monosashi.publishing.html.words import Words


@dataclass(frozen=True, slots=True)
class ShownCorrection:
    """One correction: the value's place on the page and its name, what was read, what it should read, and whose it is."""

    path: str
    anchor: str
    where: str
    was: str
    now: str
    why: str
    who: str
    when: str


def corrections_shown(sheet: Sheet, corrections: Iterable[Correction], words: Words) -> tuple[ShownCorrection, ...]:
    """The corrections as the page shows them; the time is that of the clock they were made by, to the minute."""
    anchors = Anchors.of(sheet)
    return tuple(
        ShownCorrection(
            path=one.at,
            anchor=anchors.nearest(one.at),
            where=where(sheet, one.at, words),
            was=one.was,
            now=one.now,
            why=one.why,
            who=one.who,
            when=f"{one.when:%Y-%m-%d %H:%M}",
        )
        for one in corrections
    )

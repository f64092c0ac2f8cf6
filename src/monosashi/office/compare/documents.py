"""Which sheets of two documents belong together."""

from collections.abc import Sequence

from monosashi.model import Reading
from monosashi.model.mark import plain_number
from monosashi.model.measuring.same_wording import wording

#: A sheet of the earlier document with the one it became.
ReadingPair = tuple[Reading, Reading]


def matched_readings(before: Sequence[Reading], after: Sequence[Reading]) -> tuple[ReadingPair, ...]:
    """The only sheet of each, whatever their numbers; of several, those of the same number, else of the same number in
    another year (総務省R3－⑭ and 総務省R4－⑭), else of the same policy's name. The rest is left out."""
    if len(before) == len(after) == 1:
        return ((before[0], after[0]),)
    found: dict[int, int] = {}
    for name in (_number, _number_without_year, _policy):
        named = {name(reading): n for n, reading in reversed(list(enumerate(before)))}
        for j, reading in enumerate(after):
            i = named.get(name(reading)) if name(reading) else None
            if i is not None and j not in found and i not in found.values():
                found[j] = i
    return tuple((before[i], after[j]) for j, i in sorted(found.items()))


def _number(reading: Reading) -> str:
    return wording(reading.sheet.identifier.plain)


def _number_without_year(reading: Reading) -> str:
    identifier = reading.sheet.identifier
    number = plain_number(identifier.number) if identifier.number else ""
    return f"{wording(identifier.ministry)}-{number}" if number else ""


def _policy(reading: Reading) -> str:
    return wording(reading.sheet.policy.name)

"""The key: for every invented record whether it counts, for which measure and year, and if not, why. Settled while the
records are made, from what they were made to be; nothing that counts is asked."""

from monosashi.model import Noun, Record
from monosashi.registers.invented.wanted import Wanted


class KeyLine(Noun):
    """What one record comes to in one year of one measure. ``rule``: the shipped rule that derives the measure; ``code``
    and ``instead`` as in ``monosashi.model.LeftOut``; ``trap``: what the record was made to try."""

    rule: str
    nendo: int
    part: str = ""
    record: str
    counts: bool
    code: str = ""
    instead: str = ""
    trap: str = ""


class Invented(Noun):
    """Invented records, and the key apart."""

    seed: int
    wanted: Wanted
    records: tuple[Record, ...]
    key: tuple[KeyLine, ...]

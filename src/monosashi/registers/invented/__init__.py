"""Invented records, for the demonstration and the tests: from a seed, clearly marked, with the key apart.

They yield the reference years that 総務省R3－⑭ prints, or whatever else is wanted; three rows in ten and more must not
count. The same seed gives the same bytes on every machine.

>>> made = invented(1)
>>> sum(line.counts for line in made.key if (line.rule, line.nendo) == ("consultations", 2018))
56
>>> all(record.invented for record in made.records)
True
"""

from monosashi.model import Record
from monosashi.registers.invented.chance import Chance
from monosashi.registers.invented.events import Kind, events
from monosashi.registers.invented.fund import fund_lines, fund_rows
from monosashi.registers.invented.key import Invented, KeyLine
from monosashi.registers.invented.kinds import CONFERENCES, CONSULTATIONS, SEMINARS, STUDIES, agreements, orders
from monosashi.registers.invented.rows import Row, lines_of, numbered, record_of_row
from monosashi.registers.invented.wanted import Wanted
from monosashi.registers.kinds import shipped_registers

__all__ = ["SEED", "Invented", "KeyLine", "Wanted", "invented"]

#: The seed of the demonstration.
SEED = 14


def invented(seed: int = SEED, wanted: Wanted | None = None) -> Invented:
    """Invented records with their key: what each counts for, and if not, why."""
    asked = wanted or Wanted()
    made: dict[str, list[Row]] = {}
    for kind in (CONSULTATIONS, CONFERENCES, SEMINARS, STUDIES):
        made[kind.register] = _rows(kind, asked, seed)
    talks = _addresses("consultations", made) + _addresses("conferences", made)
    made["agreements"] = _rows(agreements(talks), asked, seed, asked.political)
    work = _addresses("studies", made) + _addresses("seminars", made)
    made["orders"] = _rows(orders(work), asked, seed)
    made["fund_cases"] = numbered(fund_rows(asked, Chance(seed, "fund_cases")), "F")
    return Invented(seed=seed, wanted=asked, records=tuple(_records(made)), key=tuple(_key(made, asked.years)))


def _rows(kind: Kind, wanted: Wanted, seed: int, parts: tuple[int, ...] = ()) -> list[Row]:
    rows = events(kind, wanted.of(kind.register), wanted.years, Chance(seed, kind.register), parts)
    return numbered(rows, kind.letter)


def _addresses(register: str, made: dict[str, list[Row]]) -> list[str]:
    """Those that another record may refer to: they were done, and entered once."""
    return [f"{register}/{row.id}" for row in made[register] if not row.code and row.copy_of is None]


def _records(made: dict[str, list[Row]]) -> list[Record]:
    return [record_of_row(row, register) for register in shipped_registers() for row in made.get(register.code, ())]


def _key(made: dict[str, list[Row]], years: tuple[int, ...]) -> list[KeyLine]:
    lines = []
    for register in sorted(made):
        if register == "fund_cases":
            lines += fund_lines(made[register], years)
        else:
            part = "政務レベル" if register == "agreements" else ""
            lines += lines_of(made[register], register, register, years, part)
    return lines

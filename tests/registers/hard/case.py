"""A hard case: records as an official types them, the rule, and what must come of it and why.

``measure`` names a shipped rule by what it counts; ``[rule]`` is a rule of the case's own. ``@A``, ``@B`` and ``@X`` stand
for a corporate number, another one, and one whose check digit is wrong; no number in a case is that of a company.
"""

import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

from pydantic import Field

from monosashi.model import CountingRule, Noun, Record, RecordFault, RecordState
from monosashi.registers.entering import record_of
from monosashi.registers.kinds import shipped_registers
from monosashi.registers.rules import shipped_rules

FOLDER = Path(__file__).parent
POLICY = "ICT分野における国際戦略の推進"

#: Bases of corporate numbers begin with 0 to 5 or with 7: those with 9 are nobody's.
_NUMBERS = {
    "@A全角": "７－９９００－０１００－０００１",
    "@A": "7990001000001",
    "@B": "6990001000002",
    "@X": "8990001000001",
}
#: What the cases call a number, and the shipped rule that derives it.
_RULES = {"partners": "jict-partners", "inducement": "jict-inducement"}


class Typed(Noun):
    """One record as it is typed, and what entering must make of it."""

    id: str
    kind: str = ""
    office: str = ""
    policy: str = POLICY
    state: RecordState = RecordState.ENTERED
    typed: dict[str, str]
    entered: dict[str, str] = Field(default_factory=dict)
    faults: tuple[str, ...] = ()


class Expected(Noun):
    """What a year must come to. ``none``: nothing can be said."""

    nendo: int
    of: int | None = None
    part: str = ""
    value: Decimal | None = None
    none: bool = False
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    counted: tuple[str, ...] = ()
    left_out: dict[str, str] = Field(default_factory=dict)
    instead: dict[str, str] = Field(default_factory=dict)


class Case(Noun):
    """One file."""

    title: str
    why: str
    reading: str = ""
    measure: str = ""
    rule: CountingRule | None = None
    records: tuple[Typed, ...]
    expected: tuple[Expected, ...] = ()

    @property
    def counting_rule(self) -> CountingRule:
        """The rule that counts."""
        if self.rule:
            return self.rule
        code = _RULES.get(self.measure, self.measure)
        return next(rule for rule in shipped_rules() if rule.code == code)

    def entered(self, typed: Typed) -> tuple[Record, tuple[RecordFault, ...]]:
        """A record as entering makes it of what was typed."""
        code = typed.kind or self.counting_rule.register_code
        register = next(one for one in shipped_registers() if one.code == code)
        texts = {field: _NUMBERS.get(text, text) for field, text in typed.typed.items()}
        return record_of(register, typed.id, texts, office=typed.office, policy=typed.policy, state=typed.state)


def number(name: str) -> str:
    """The corporate number that a case calls by a name."""
    return _NUMBERS.get(name, name)


def cases() -> dict[str, Case]:
    """Every case by its file's name."""
    return {file.stem: _case(file) for file in sorted(FOLDER.glob("*.toml"))}


def _case(file: Path) -> Case:
    written: dict[str, Any] = tomllib.loads(file.read_text(encoding="utf-8"))
    if rule := written.get("rule"):
        rule["valid_from"] = {"year": rule["valid_from"]}
    return Case.model_validate(written)

"""A rule with the fields it names, found in its register once; and a register's fault: a field it does not have."""

from dataclasses import dataclass
from functools import cached_property

from monosashi.model import Condition, CountedUnit, CountingRule, Register, RegisterField
from monosashi.model.error import MonosashiError
from monosashi.model.naming import policy_key
from monosashi.registers.kinds import shipped_registers


class BadRule(MonosashiError):
    """A counting rule that cannot count."""

    def __init__(self, name: str, why_ja: str, why_en: str) -> None:
        super().__init__(
            "bad-counting-rule",
            f"{name} は算定の規則として読めません。{why_ja}。何も数えていません。その箇所を直して、もう一度お試しください。",
            f"{name} holds no counting rule: {why_en}. Nothing was counted; correct it and try again.",
        )


#: Fields of which the first that is filled tells.
Alternatives = tuple[RegisterField, ...]


@dataclass(frozen=True)
class Terms:
    """A rule beside its register. ``policies``: by key, those whose records it counts; empty where it does not matter."""

    rule: CountingRule
    register: Register
    policies: frozenset[str]

    @cached_property
    def day(self) -> RegisterField:
        """The field by whose day records fall into years."""
        return self.field(self.rule.day)

    @cached_property
    def counted(self) -> RegisterField | None:
        """The field of DISTINCT and SUM, the numerator of RATIO."""
        return self.field(self.rule.counted) if self.rule.counted else None

    @cached_property
    def below(self) -> RegisterField | None:
        """The denominator of RATIO; None where each record counts as one."""
        return self.field(self.rule.below) if self.rule.below else None

    @cached_property
    def conditions(self) -> tuple[tuple[RegisterField, Condition], ...]:
        """Each condition with its field."""
        return self.conditioned(self.rule.conditions)

    @cached_property
    def groups(self) -> tuple[tuple[Alternatives, ...], ...]:
        """The groups of fields that make two entries one event; of ``company|company_name`` the first that is filled."""
        return tuple(
            tuple(tuple(self.field(code) for code in one.split("|")) for one in group) for group in self.rule.same_event
        )

    @property
    def adds_up(self) -> bool:
        """Whether the number is made of the records themselves or of amounts in them, not of different values."""
        return self.rule.counts is not CountedUnit.DISTINCT

    def conditioned(self, conditions: tuple[Condition, ...]) -> tuple[tuple[RegisterField, Condition], ...]:
        """Conditions, each with its field."""
        return tuple((self.field(condition.field), condition) for condition in conditions)

    def field(self, code: str) -> RegisterField:
        """The register's field of that code. Raises ``BadRule`` where it has none."""
        found = self.register.field(code)
        if found is None:
            raise BadRule(
                self.rule.code,
                f"台帳「{self.register.name.ja}」（{self.register.code}）に項目「{code}」がありません",
                f"the register {self.register.code} has no field {code!r}",
            )
        return found


def terms_of(rule: CountingRule, register: Register | None = None, policy: str = "") -> Terms:
    """A rule beside its register: the one given, else the package's. ``policy``: the one counted for, with or without its
    number; empty: those the rule itself names. Raises ``BadRule``."""
    found = register or next((one for one in shipped_registers() if one.code == rule.register_code), None)
    if found is None or found.code != rule.register_code:
        raise BadRule(
            rule.code,
            f"台帳「{rule.register_code}」がありません",
            f"there is no register {rule.register_code!r}",
        )
    named = [policy] if policy else [one.policy for one in rule.applies_to]
    keys = frozenset(filter(None, map(policy_key, named)))
    return Terms(rule, found, keys if rule.own_policy_only else frozenset())

"""Registers and counting rules as a ministry has them: those that come with the program, and its own, of which one of the
same code takes the place of the shipped."""

from functools import lru_cache

from monosashi.model import CountingRule, Noun, Register
from monosashi.office.keeping import Actor, may, require_role
from monosashi.office.keeping.who_may import Thing
from monosashi.office.recording.refusals import NoSuchRegister, NoSuchRule
from monosashi.registers.kinds import shipped_registers
from monosashi.registers.rules import shipped_rules
from monosashi.store.models import DefinitionKind, KeptDefinition, KeptRecord, Organisation, OrganisationKind


class RegisterLine(Noun):
    """A register of a ministry, with whose it is: ``own`` where the ministry defined it, and the bureau's address where
    one did; ``version`` of the definition, 0 of one that is shipped."""

    defined: Register
    ministry: str
    ministry_name: str
    own: bool = False
    bureau: str = ""
    bureau_name: str = ""
    version: int = 0
    entered: int = 0
    drafts: int = 0
    cancelled: int = 0

    @property
    def records(self) -> int:
        """How many records stand in it."""
        return self.entered + self.drafts + self.cancelled


class RuleLine(Noun):
    """A counting rule of a ministry; as ``RegisterLine``."""

    rule: CountingRule
    ministry: str
    own: bool = False
    bureau: str = ""
    bureau_name: str = ""
    version: int = 0


def ministries_for(actor: Actor) -> tuple[tuple[str, str], ...]:
    """The ministries whose registers the actor may see: address and name. Raises ``SignInFirst``, ``MayNot``."""
    require_role(actor, "see_records")
    rows = Organisation.objects.filter(kind=OrganisationKind.MINISTRY).order_by("address")
    return tuple((row.address, row.name) for row in rows if may(actor, "see_records", Thing(ministry=row.address)))


def ministry_seen(actor: Actor, address: str) -> Organisation:
    """The ministry, if the actor may see its registers. Raises ``NoSuchRegister``, ``SignInFirst``, ``MayNot``."""
    require_role(actor, "see_records")
    found = Organisation.objects.filter(address=address, kind=OrganisationKind.MINISTRY).first()
    if found is None or not may(actor, "see_records", Thing(ministry=address)):
        raise NoSuchRegister
    return found


def register_lines(actor: Actor, ministry: str) -> tuple[RegisterLine, ...]:
    """The registers of a ministry with how many records each holds: the shipped in their order, then its own by code.
    Raises as ``ministry_seen``."""
    whose = ministry_seen(actor, ministry)
    counts = _counts(whose)
    own = {kept.code: kept for kept in _kept(whose, DefinitionKind.REGISTER)}
    lines = []
    for register in (*shipped_registers(), *(register_of_definition(kept) for kept in own.values())):
        kept = own.get(register.code)
        if kept and register != register_of_definition(kept):
            continue
        lines.append(_line(whose, register, kept, counts.get(register.code, {})))
    return tuple(lines)


def _line(whose: Organisation, register: Register, kept: KeptDefinition | None, counts: dict[str, int]) -> RegisterLine:
    return RegisterLine(
        defined=register,
        ministry=whose.address,
        ministry_name=whose.name,
        own=kept is not None,
        bureau=kept.bureau.address if kept and kept.bureau else "",
        bureau_name=kept.bureau.name if kept and kept.bureau else "",
        version=kept.head.number if kept and kept.head else 0,
        entered=counts.get("entered", 0),
        drafts=counts.get("draft", 0),
        cancelled=counts.get("cancelled", 0),
    )


def _counts(whose: Organisation) -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = {}
    for register, state in KeptRecord.objects.filter(ministry=whose).values_list("register", "row__state"):
        by_state = found.setdefault(register, {})
        by_state[state] = by_state.get(state, 0) + 1
    return found


def register_line(actor: Actor, ministry: str, code: str) -> RegisterLine:
    """One register of a ministry. Raises ``NoSuchRegister``, ``SignInFirst``, ``MayNot``."""
    for line in register_lines(actor, ministry):
        if line.defined.code == code:
            return line
    raise NoSuchRegister


def registers_of(whose: Organisation) -> dict[str, Register]:
    """Every register of a ministry by its code; asks nobody who they are."""
    own = [register_of_definition(kept) for kept in _kept(whose, DefinitionKind.REGISTER)]
    return {register.code: register for register in (*shipped_registers(), *own)}


def rule_lines(actor: Actor, ministry: str) -> tuple[RuleLine, ...]:
    """The counting rules of a ministry: every version of a shipped one, and its own, of which one of the same code takes
    the place of all the shipped. Raises as ``ministry_seen``."""
    whose = ministry_seen(actor, ministry)
    own = {kept.code: kept for kept in _kept(whose, DefinitionKind.RULE)}
    lines = [
        RuleLine(rule=rule, ministry=whose.address, version=rule.version)
        for rule in shipped_rules()
        if rule.code not in own
    ]
    for kept in own.values():
        lines.append(
            RuleLine(
                rule=rule_of_definition(kept),
                ministry=whose.address,
                own=True,
                bureau=kept.bureau.address if kept.bureau else "",
                bureau_name=kept.bureau.name if kept.bureau else "",
                version=kept.head.number if kept.head else 0,
            )
        )
    return tuple(lines)


def rule_line(actor: Actor, ministry: str, code: str) -> RuleLine:
    """One counting rule of a ministry, its newest. Raises ``NoSuchRule`` and as ``ministry_seen``."""
    found = [line for line in rule_lines(actor, ministry) if line.rule.code == code]
    if not found:
        raise NoSuchRule
    return found[-1]


def register_of_definition(kept: KeptDefinition) -> Register:
    """The register that a definition says now."""
    return _register(kept.head.content if kept.head else "")


def rule_of_definition(kept: KeptDefinition) -> CountingRule:
    """The counting rule that a definition says now."""
    return _rule(kept.head.content if kept.head else "")


@lru_cache(maxsize=256)
def _register(content: str) -> Register:
    return Register.model_validate_json(content)


@lru_cache(maxsize=256)
def _rule(content: str) -> CountingRule:
    return CountingRule.model_validate_json(content)


def _kept(whose: Organisation, kind: DefinitionKind) -> list[KeptDefinition]:
    rows = KeptDefinition.objects.filter(ministry=whose, kind=kind, head__isnull=False)
    return list(rows.select_related("head", "bureau").order_by("code"))

"""Own registers and own counting rules: tried first, then kept. Versions are only added; a definition that is in use may
change, and what was entered under it stays readable."""

import re

from django.db import IntegrityError, transaction

from monosashi.model import CountingRule, Message, Noun, Register
from monosashi.model.error import MonosashiError
from monosashi.office.keeping import Actor, clock, may
from monosashi.office.keeping.actor import person_of
from monosashi.office.keeping.who_may import MayNot, Thing
from monosashi.office.recording.projecting import redraw
from monosashi.office.recording.refusals import BadDefinition, DefinitionRefused
from monosashi.office.recording.register_toml import register_toml
from monosashi.office.recording.seeing_registers import (
    RegisterLine,
    ministry_seen,
    register_of_definition,
    registers_of,
    rule_of_definition,
)
from monosashi.registers.kinds import parse_register, shipped_registers
from monosashi.registers.rules import parse_rules
from monosashi.store.log import append
from monosashi.store.models import DefinitionKind, KeptDefinition, Organisation, RecordRow
from monosashi.store.records import Deed, append_definition, opened_record, told_definition

_CODE = re.compile(r"[a-z][a-z0-9_-]{0,79}")
#: Words that stand in addresses where a register's code would.
_TAKEN = frozenset({"define", "rules", "uploads"})
_LONGEST = 500_000


class FieldUse(Noun):
    """How many records of a register have a field filled that a new definition would leave out."""

    field: str
    records: int


def may_define(actor: Actor, ministry: str) -> bool:
    """Whether the actor may define registers and rules in a ministry: for it, or for its own bureau."""
    return actor.ministry == ministry and may(
        actor, "define_register", Thing(ministry=ministry, bureau=actor.bureau, division=actor.division)
    )


def may_redefine(actor: Actor, line: RegisterLine) -> bool:
    """Whether the actor may change a register: its own bureau's, or, for a whole ministry, any, a shipped one too."""
    return actor.ministry == line.ministry and may(
        actor, "define_register", Thing(ministry=line.ministry, bureau=line.bureau)
    )


def read_register(text: str, name: str) -> Register:
    """The register that a TOML tells of. Raises ``DefinitionRefused``, ``BadDefinition``."""
    try:
        register = parse_register(text[:_LONGEST], name)
    except MonosashiError as error:
        raise DefinitionRefused(error) from error
    if register.code in _TAKEN:
        raise BadDefinition(
            Message(
                ja=f"符号「{register.code}」は、アドレスに使われているので付けられません。",
                en=f"The code {register.code} is used in addresses and cannot be given.",
            )
        )
    return register


def checked(register: Register) -> Register:
    """The register, if it can be kept and written as TOML. Raises as ``read_register``."""
    return read_register(register_toml(register), register.code)


def read_rules(actor: Actor, ministry: str, text: str, name: str) -> tuple[CountingRule, ...]:
    """The counting rules that a TOML tells of, for the registers of a ministry. Raises ``DefinitionRefused``,
    ``BadDefinition``, and as ``ministry_seen``."""
    registers = registers_of(ministry_seen(actor, ministry))
    try:
        rules = tuple(parse_rules(text[:_LONGEST], name, registers.values()))
    except MonosashiError as error:
        raise DefinitionRefused(error) from error
    if not rules:
        raise BadDefinition(Message(ja="規則が一つもありません。", en="There is no rule in it."))
    for rule in rules:
        if not _CODE.fullmatch(rule.code):
            raise BadDefinition(
                Message(
                    ja=f"規則の符号「{rule.code[:80]}」は、英小文字、数字、「_」「-」の80文字までではありません。",
                    en=f"The code {rule.code[:80]!r} is not made of up to 80 small letters, digits, _ and -.",
                )
            )
    return rules


def left_out(actor: Actor, ministry: str, register: Register) -> tuple[FieldUse, ...]:
    """The fields that records of the register have filled and that this definition has no more: their values stay, as
    earlier fields. Raises as ``ministry_seen``."""
    whose = ministry_seen(actor, ministry)
    known = {field.code for field in register.fields}
    counts: dict[str, int] = {}
    rows = RecordRow.objects.filter(record__ministry=whose, record__register=register.code).select_related("version")
    for row in rows.order_by("record__code"):
        for value in opened_record(row.version).values:
            if value.field not in known:
                counts[value.field] = counts.get(value.field, 0) + 1
    return tuple(FieldUse(field=field, records=n) for field, n in sorted(counts.items()))


@transaction.atomic
def keep_register(actor: Actor, ministry: str, register: Register, *, written: str = "", reason: str = "") -> int:
    """Keep a register's definition: a new register, or the next version of one. The lines of its list are drawn anew.
    Gives the version's number. Raises ``BadDefinition``, ``NoSuchRegister``, ``MayNot``."""
    whose = ministry_seen(actor, ministry)
    kept = _definition(actor, whose, DefinitionKind.REGISTER, checked(register).code)
    if kept.head and register_of_definition(kept) == register:
        return kept.head.number
    number = _keep(actor, kept, register, written, reason)
    redraw(whose, register.code)
    return number


@transaction.atomic
def keep_rules(
    actor: Actor, ministry: str, rules: tuple[CountingRule, ...], *, written: str = "", reason: str = ""
) -> int:
    """Keep counting rules, each a new one or the next version of one of that code. Gives how many changed. Raises
    ``BadDefinition``, ``NoSuchRegister``, ``MayNot``."""
    whose = ministry_seen(actor, ministry)
    changed = 0
    for rule in rules:
        kept = _definition(actor, whose, DefinitionKind.RULE, rule.code)
        if kept.head and rule_of_definition(kept) == rule:
            continue
        _keep(actor, kept, rule, written, reason)
        changed += 1
    return changed


def _definition(actor: Actor, whose: Organisation, kind: DefinitionKind, code: str) -> KeptDefinition:
    """The definition's row, locked; a new one belongs to the actor's bureau, or to the ministry. Raises ``MayNot`` for one
    that is another bureau's, and where the code is a shipped one and the actor is no one of the ministry's office."""
    rows = KeptDefinition.objects.filter(ministry=whose, kind=kind, code=code)
    bureau = Organisation.objects.filter(address=actor.bureau).first() if actor.bureau else None
    if not rows.exists():
        shipped = kind is DefinitionKind.REGISTER and code in {one.code for one in shipped_registers()}
        thing = Thing(ministry=whose.address, bureau="" if shipped or bureau is None else bureau.address)
        if not may(actor, "define_register", thing):
            raise MayNot("define_register")
        try:
            with transaction.atomic():
                KeptDefinition.objects.create(
                    kind=kind, code=code, ministry=whose, bureau=None if shipped else bureau, created=clock.now()
                )
        except IntegrityError:
            # another defined it since it was looked for: it is that one's next version
            pass
    locked = rows.select_for_update(of=("self",)).get()
    kept = KeptDefinition.objects.select_related("head", "bureau", "ministry").get(pk=locked.pk)
    if not may(
        actor, "define_register", Thing(ministry=whose.address, bureau=kept.bureau.address if kept.bureau else "")
    ):
        raise MayNot("define_register")
    return kept


def _keep(actor: Actor, kept: KeptDefinition, defined: Register | CountingRule, written: str, reason: str) -> int:
    time = clock.now()
    deed = Deed(
        author=person_of(actor), signed=actor.signed, time=time, reason=reason.replace("\x00", "").strip()[:500]
    )
    version = append_definition(kept, defined, written, deed)
    append(
        f"define_{kept.kind}",
        f"{kept.kind}/{kept.code}",
        person=actor.signed,
        time=time,
        whose=kept.bureau or kept.ministry,
        details={"definitions": [told_definition(version)], "reason": deed.reason},
    )
    return version.number

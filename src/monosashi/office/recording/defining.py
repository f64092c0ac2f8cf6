"""Own registers and own counting rules: tried first, then kept. Versions are only added; a definition that is in use may
change, and what was entered under it stays readable."""

import re

from django.db import IntegrityError, transaction

from monosashi.model import CountingRule, FieldKind, Message, Noun, Register
from monosashi.model.error import MonosashiError
from monosashi.office.keeping import Actor, clock, may
from monosashi.office.keeping.actor import person_of
from monosashi.office.keeping.who_may import MayNot, Thing
from monosashi.office.recording.projecting import redraw
from monosashi.office.recording.refusals import BadDefinition
from monosashi.office.recording.seeing_registers import (
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
_MOST_FIELDS = 60
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


def read_register(text: str, name: str) -> Register:
    """The register that a TOML tells of. Raises ``BadDefinition``."""
    try:
        register = parse_register(text[:_LONGEST], name)
    except MonosashiError as error:
        raise BadDefinition(error.message) from error
    return checked(register)


def read_rules(text: str, name: str) -> tuple[CountingRule, ...]:
    """The counting rules that a TOML tells of. Raises ``BadDefinition``."""
    try:
        rules = parse_rules(text[:_LONGEST], name)
    except MonosashiError as error:
        raise BadDefinition(error.message) from error
    if not rules:
        raise BadDefinition(Message(ja="規則が一つもありません。", en="There is no rule in it."))
    for rule in rules:
        _check_code(rule.code)
    return tuple(rules)


def checked(register: Register) -> Register:
    """The register, if it can be worked with. Raises ``BadDefinition``."""
    _check_code(register.code)
    codes = [field.code for field in register.fields]
    for code in codes:
        _check_code(code)
    day = register.field(register.day)
    faults = (
        (len(codes) != len(set(codes)), "同じ符号の項目が二つあります。", "Two fields bear one code."),
        (len(codes) > _MOST_FIELDS, f"項目は{_MOST_FIELDS}までです。", f"A register has up to {_MOST_FIELDS} fields."),
        (
            day is None or day.kind is not FieldKind.DATE,
            "一覧の日付にする項目は、日付の項目から選んでください。",
            "The field of the list's day must be one that holds a day.",
        ),
        (register.field(register.title) is None, "一覧の名前にする項目がありません。", "There is no field of that title."),
        (not register.name.ja.strip(), "台帳の名前がありません。", "The register has no name."),
        (
            any(not field.name.ja.strip() for field in register.fields),
            "名前のない項目があります。",
            "A field has no name.",
        ),
        (
            any(field.kind is FieldKind.CHOICE and not field.choices for field in register.fields),
            "選択の項目に、選択肢がありません。",
            "A choice has nothing to choose from.",
        ),
    )
    for wrong, ja, en in faults:
        if wrong:
            raise BadDefinition(Message(ja=ja, en=en))
    return register


def _check_code(code: str) -> None:
    if not _CODE.fullmatch(code):
        raise BadDefinition(
            Message(
                ja=f"符号「{code[:80]}」は使えません。英小文字で始め、英小文字・数字・「_」「-」で80文字までにしてください。",
                en=f"The code {code[:80]!r} cannot be used: begin with a small letter, then small letters, digits, _ and -, "
                "up to 80.",
            )
        )


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
    registers = registers_of(whose)
    changed = 0
    for rule in rules:
        if rule.register_code not in registers:
            raise BadDefinition(
                Message(
                    ja=f"規則「{rule.code}」の台帳「{rule.register_code}」がありません。",
                    en=f"There is no register {rule.register_code}, which the rule {rule.code} counts.",
                )
            )
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
    if not may(actor, "define_register", Thing(ministry=whose.address, bureau=kept.bureau.address if kept.bureau else "")):
        raise MayNot("define_register")
    return kept


def _keep(actor: Actor, kept: KeptDefinition, defined: Register | CountingRule, written: str, reason: str) -> int:
    time = clock.now()
    deed = Deed(author=person_of(actor), signed=actor.signed, time=time, reason=reason.strip()[:500])
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

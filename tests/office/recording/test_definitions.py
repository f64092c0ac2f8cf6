"""Own registers and own counting rules: kept as versions, old records readable, what a rule counts told before."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monosashi.model import Choice, FieldKind, Message, Register, RegisterField
from monosashi.office.recording.counting_preview import preview
from monosashi.office.recording.defining import keep_register, keep_rules, left_out, read_register, read_rules
from monosashi.office.recording.entering import Entry, add, edit
from monosashi.office.recording.one_record import record
from monosashi.office.recording.reading_out import add_records, registers_for, rules_for
from monosashi.office.recording.refusals import BadDefinition, DefinitionRefused
from monosashi.office.recording.register_toml import register_toml
from monosashi.office.recording.seeing import Wanted, page_of
from monosashi.registers.kinds import parse_register, shipped_registers
from tests.office.recording.records import seminars
from tests.world import World

TRAININGS = """
code = "trainings"
name = { ja = "研修", en = "Trainings" }
counted = { ja = "一つの研修", en = "One training" }
day = "held_on"
title = "title"

[[fields]]
code = "title"
name = { ja = "件名", en = "Title" }
kind = "text"
required = true

[[fields]]
code = "held_on"
name = { ja = "実施日", en = "Day" }
kind = "date"
required = true

[[fields]]
code = "people"
name = { ja = "人数", en = "People" }
kind = "number"
unit = "人"
"""
RULE = """
[[rules]]
code = "seminars-held"
register_code = "seminars"
text = { ja = "行ったセミナーを数える", en = "Seminars that were held" }
day = "held_on"
valid_from = 2018
source = { ja = "局の申合せ", en = "The bureau's own decision" }
"""


def test_a_changed_definition_keeps_old_records_readable(world: World) -> None:
    actor = world.actor("bureau")
    register = read_register(TRAININGS, "trainings.toml")
    assert keep_register(actor, "soumu", register, written=TRAININGS) == 1
    where = add(actor, "soumu", "trainings", Entry(texts={"title": "初任研修", "held_on": "R1.5.1", "people": "1,234"}))
    fewer = register.model_copy(update={"fields": register.fields[:2]})
    assert [(one.field, one.records) for one in left_out(actor, "soumu", fewer)] == [("people", 1)]
    assert keep_register(actor, "soumu", fewer) == 2
    assert keep_register(actor, "soumu", fewer) == 2
    seen = record(actor, "soumu", "trainings", where.code)
    assert [(one.field, one.text) for one in seen.earlier] == [("people", "1234")]
    edit(actor, where, 1, Entry(texts={"title": "初任者研修", "held_on": "R1.5.1"}))
    now = record(actor, "soumu", "trainings", where.code).line
    assert (now.title, now.record.text("people")) == ("初任者研修", "1234")
    assert [one.code for one in registers_for(world.actor("other-office"), "env")] == [
        one.code for one in shipped_registers()
    ]


def test_the_list_is_drawn_by_the_day_of_the_definition_that_stands(world: World) -> None:
    office = world.actor("office")
    add_records(office, seminars(3))
    seminar = next(one for one in registers_for(office, "soumu") if one.code == "seminars")
    later = RegisterField(
        code="counted_on", name=Message(ja="計上日", en="Counted on"), kind=FieldKind.DATE, required=True
    )
    moved = seminar.model_copy(update={"fields": (*seminar.fields, later), "day": "counted_on"})
    keep_register(office, "soumu", moved)
    found = page_of(office, "soumu", "seminars", Wanted(nendo="none"))
    assert (found.found, found.total) == (3, 3)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("これは定義ではない", "bad-register"),
        (TRAININGS.replace('day = "held_on"', 'day = "title"'), "bad-register"),
        (TRAININGS.replace('code = "trainings"', 'code = "rules"'), "bad-definition"),
    ],
)
def test_what_defines_no_register_is_refused(text: str, code: str) -> None:
    with pytest.raises((BadDefinition, DefinitionRefused)) as refused:
        read_register(text, "x.toml")
    assert refused.value.code == code


_NAMES = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=12).filter(str.strip)
_MESSAGES = st.builds(Message, ja=_NAMES, en=_NAMES)


@given(_MESSAGES, st.lists(_NAMES, min_size=1, max_size=4, unique_by=str.casefold))
def test_a_register_written_as_toml_is_read_as_it_was(name: Message, choices: list[str]) -> None:
    shipped = shipped_registers()[0]
    field = RegisterField(
        code="extra",
        name=Message(ja="別の項目", en="Another"),
        kind=FieldKind.CHOICE,
        note=name,
        choices=tuple(Choice(code=f"c{n}", name=Message(ja=one, en=one)) for n, one in enumerate(choices)),
    )
    register = shipped.model_copy(update={"name": name, "fields": (*shipped.fields, field)})
    assert _read(register) == register


def _read(register: Register) -> Register:
    return parse_register(register_toml(register), "own.toml")


def test_every_shipped_register_written_as_toml_is_read_as_it_was() -> None:
    assert tuple(_read(register) for register in shipped_registers()) == shipped_registers()


def test_a_rule_tells_what_it_counts_before_it_is_kept(world: World) -> None:
    bureau = world.actor("bureau")
    add_records(bureau, seminars(24))
    rules = read_rules(bureau, "soumu", RULE, "own.toml")
    (tried,) = preview(bureau, "soumu", rules)
    assert [(count.nendo.year, count.value) for count in tried.counts] == [
        (2018, Decimal(6)),
        (2019, Decimal(18)),
    ]
    assert keep_rules(bureau, "soumu", rules, written=RULE) == 1
    assert keep_rules(bureau, "soumu", rules, written=RULE) == 0
    assert "seminars-held" in [rule.code for rule in rules_for(bureau, "soumu")]
    assert "seminars-held" not in [rule.code for rule in rules_for(world.actor("other-office"), "env")]
    with pytest.raises(DefinitionRefused):
        read_rules(bureau, "soumu", RULE.replace('"seminars"', '"nothing"'), "own.toml")

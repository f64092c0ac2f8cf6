"""Registers as data: those that are shipped, and what a definition must be."""

import pytest

from monosashi.model import FieldKind, Nendo
from monosashi.registers.kinds import BadRegister, parse_register
from tests.registers.shipped import REGISTERS

PLAIN = """
code = "visits"
name = { ja = "視察の受入れ", en = "Visits received" }
counted = { ja = "一つの視察", en = "One visit" }
day = "came_on"
title = "title"
[[fields]]
code = "title"
name = { ja = "件名", en = "Title" }
kind = "text"
required = true
[[fields]]
code = "came_on"
name = { ja = "来訪日", en = "Day" }
kind = "date"
required = true
"""


def test_seven_registers_are_shipped_each_with_its_day() -> None:
    assert {code: register.day for code, register in REGISTERS.items()} == {
        "agreements": "signed_on",
        "conferences": "held_on",
        "consultations": "held_on",
        "fund_cases": "decided_on",
        "orders": "ordered_on",
        "seminars": "held_on",
        "studies": "started_on",
    }


def test_what_rules_and_records_are_written_against() -> None:
    choices = {
        (code, field.code): [choice.code for choice in field.choices]
        for code, register in REGISTERS.items()
        for field in register.fields
        if field.choices
    }
    assert choices["consultations", "level"] == [
        *("leaders", "ministerial", "vice_ministerial", "senior", "director_general", "working"),
    ]
    assert choices["agreements", "instrument"] == [
        *("memorandum", "joint_statement", "minutes", "action_plan", "letters", "confirmed", "other"),
    ]
    assert {
        code: [field.code for field in register.fields if field.required] for code, register in REGISTERS.items()
    } == {
        "agreements": ["title", "signed_on", "instrument", "political_level"],
        "conferences": ["title", "held_on", "level", "form"],
        "consultations": ["title", "held_on", "level", "form"],
        "fund_cases": ["title", "decided_on"],
        "orders": ["title", "ordered_on", "company_name"],
        "seminars": ["title", "held_on", "form"],
        "studies": ["title", "form", "started_on"],
    }


def test_records_refer_only_to_registers_that_are_there() -> None:
    referred = {
        code for register in REGISTERS.values() for field in register.fields for code in field.refers_to.split()
    }
    assert referred == {"studies", "seminars", "consultations", "conferences"}


def test_an_office_defines_a_register_of_its_own() -> None:
    register = parse_register(f"valid_from = 2021\n{PLAIN}", "visits.toml")
    assert register.valid_from == Nendo(year=2021)
    assert [(field.code, field.kind) for field in register.fields] == [
        ("title", FieldKind.TEXT),
        ("came_on", FieldKind.DATE),
    ]


MORE = '\n[[fields]]\ncode = "{}"\nname = {{ ja = "{}", en = "{}" }}\nkind = "{}"\n'


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("code = ", "TOML として読めません"),
        (PLAIN.replace('day = "came_on"', 'day = "title"'), "day の「title」"),
        (PLAIN.replace('title = "title"\n[[', 'title = "none"\n[['), "title の「none」"),
        (PLAIN.replace('code = "visits"', 'code = "Visits!"'), "Visits!"),
        (PLAIN.replace('kind = "date"', 'kind = "day"'), "fields.1.kind"),
        (PLAIN.replace("counted", "count"), "count"),
        (PLAIN + MORE.format("title", "題", "Heading", "text"), "「title」が二度"),
        (PLAIN + MORE.format("again", "来訪日", "Again", "text"), "「来訪日」が二度"),
        (PLAIN + MORE.format("state", "様子", "How it went", "text"), "「state」"),
        (PLAIN + MORE.format("how", "状態", "How", "text"), "状態"),
        (PLAIN + MORE.format("form", "形式", "Form", "choice"), "選択肢"),
        (PLAIN + MORE.format("cost", "費用", "Cost", "money"), "単位"),
        (PLAIN + MORE.format("from", "もと", "From", "record"), "refers_to"),
        (PLAIN + MORE.format("until", "まで", "Until", "date") + 'not_before = "title"\n', "not_before"),
        (
            PLAIN
            + MORE.format("form", "形式", "Form", "choice")
            + 'choices = [{ code = "a", name = { ja = "甲", en = "A" } }, { code = "b", name = { ja = "Ａ", en = "B" } }]\n',
            "二度",
        ),
        (PLAIN + "".join(MORE.format(f"f{n}", f"項{n}", f"F{n}", "text") for n in range(59)), "60"),
    ],
)
def test_what_cannot_work_is_told_with_its_place(text: str, part: str) -> None:
    with pytest.raises(BadRegister) as told:
        parse_register(text, "visits.toml")
    assert told.value.code == "bad-register"
    assert part in told.value.message.ja
    assert told.value.message.ja.startswith("visits.toml は台帳の定義として読めません。")

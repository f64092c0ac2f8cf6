"""A register's definition as the TOML in which it can be sent: ``parse_register`` reads it back as it was."""

import json
from collections.abc import Iterator

from monosashi.model import Message, Register, RegisterField

#: The one character that JSON lets stand in a string and TOML does not.
_DELETE = "\x7f"


def register_toml(register: Register) -> str:
    """The TOML of a register."""
    return "\n".join(_lines(register)) + "\n"


def _lines(register: Register) -> Iterator[str]:
    yield f"code = {_text(register.code)}"
    yield f"name = {_message(register.name)}"
    yield f"counted = {_message(register.counted)}"
    yield f"day = {_text(register.day)}"
    yield f"title = {_text(register.title)}"
    if register.valid_from:
        yield f"valid_from = {register.valid_from.year}"
    for field in register.fields:
        yield ""
        yield "[[fields]]"
        yield from _field(field)


def _field(field: RegisterField) -> Iterator[str]:
    yield f"code = {_text(field.code)}"
    yield f"name = {_message(field.name)}"
    yield f"kind = {_text(field.kind.value)}"
    if field.required:
        yield "required = true"
    for part in ("unit", "refers_to", "not_before"):
        if said := getattr(field, part):
            yield f"{part} = {_text(said)}"
    if field.note:
        yield f"note = {_message(field.note)}"
    if field.choices:
        yield "choices = ["
        for choice in field.choices:
            yield f"  {{ code = {_text(choice.code)}, name = {_message(choice.name)} }},"
        yield "]"


def _message(message: Message) -> str:
    return f"{{ ja = {_text(message.ja)}, en = {_text(message.en)} }}"


def _text(text: str) -> str:
    return json.dumps(text, ensure_ascii=False).replace(_DELETE, "\\u007f")

"""Kinds of records: the registers that come with the package, and those an office writes, as TOML.

>>> [register.code for register in shipped_registers()]
['agreements', 'conferences', 'consultations', 'fund_cases', 'orders', 'seminars', 'studies']
>>> shipped_registers()[0].field("signed_on").name.ja
'署名・合意の日'

What a file must hold, with every field: ``docs/registers.md``.
"""

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

from pydantic import ValidationError

from monosashi.model import FieldKind, Register, RegisterField
from monosashi.model.error import MonosashiError
from monosashi.model.folding import key
from monosashi.model.money import UNITS
from monosashi.model.register_paper import FIXED_COLUMNS

#: What every record has beside its register's fields, so that no field may bear the name.
FIXED = ("register", "id", "state", "office", "policy", "proofs", "invented", "values", "record", "records")
_CODE = re.compile(r"[a-z][a-z0-9_]{0,49}")
_MOST_FIELDS = 60


class BadRegister(MonosashiError):
    """A file that defines no register."""

    def __init__(self, name: str, why_ja: str, why_en: str) -> None:
        super().__init__(
            "bad-register",
            f"{name} は台帳の定義として読めません。{why_ja}。何も変えていません。その箇所を直して、もう一度お試しください。",
            f"{name} does not define a register: {why_en}. Nothing was changed; correct it and try again.",
        )


@cache
def shipped_registers() -> tuple[Register, ...]:
    """The registers that come with the package, in the order of their codes."""
    folder = files("monosashi.registers").joinpath("data")
    found = sorted((file for file in folder.iterdir() if file.name.endswith(".toml")), key=lambda file: file.name)
    return tuple(parse_register(file.read_text(encoding="utf-8"), file.name) for file in found)


def parse_register(text: str, name: str) -> Register:
    """The register a TOML file defines. ``name``: what an error calls the file. Raises ``BadRegister``."""
    try:
        written: dict[str, Any] = tomllib.loads(text.lstrip("\ufeff"))
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise BadRegister(name, f"TOML として読めません（{error}）", f"it is no TOML ({error})") from error
    year = written.get("valid_from")
    if isinstance(year, int) and not isinstance(year, bool):
        written["valid_from"] = {"year": year}
    try:
        register = Register.model_validate(written)
    except ValidationError as error:
        first = error.errors()[0]
        at = ".".join(str(part) for part in first["loc"])
        raise BadRegister(name, f"「{at}」が書き方に合いません（{first['msg']}）", f"{at}: {first['msg']}") from error
    for ja, en in _odds(register):
        raise BadRegister(name, ja, en)
    return register


def _odds(register: Register) -> Iterator[tuple[str, str]]:
    """What of a definition cannot work together, in Japanese and English."""
    if not _CODE.fullmatch(register.code):
        yield _no_code(register.code)
    if not 1 <= len(register.fields) <= _MOST_FIELDS:
        yield (f"項目は1から{_MOST_FIELDS}までです", f"a register has 1 to {_MOST_FIELDS} fields")
    for said in _names_of(register):
        for code, times in Counter(said).items():
            if times > 1:
                yield (f"「{code}」が二度あります", f"{code!r} stands twice")
    for field in register.fields:
        yield from _odds_of_field(field, register)
    day, title = register.field(register.day), register.field(register.title)
    if day is None or day.kind is not FieldKind.DATE or not day.required:
        yield (
            f"day の「{register.day}」は、必ず書く日付の項目ではありません",
            f"day names {register.day!r}, which is no required field of a day",
        )
    if title is None or title.kind not in {FieldKind.TEXT, FieldKind.NAMES, FieldKind.CHOICE} or not title.required:
        yield (
            f"title の「{register.title}」は、必ず書く文字の項目ではありません",
            f"title names {register.title!r}, which is no required field of text",
        )


def _names_of(register: Register) -> tuple[list[str], ...]:
    """What must be different: the fields' codes, and their names, by which a file's heading is known."""
    return (
        [field.code for field in register.fields],
        [key(field.name.ja) for field in register.fields],
        [key(field.name.en) for field in register.fields],
    )


def _odds_of_field(field: RegisterField, register: Register) -> Iterator[tuple[str, str]]:
    if not _CODE.fullmatch(field.code):
        yield _no_code(field.code)
    headings = {key(word) for name in FIXED_COLUMNS.values() for word in (name.ja, name.en)}
    if taken := headings & {key(field.code), key(field.name.ja), key(field.name.en)} - {*FIXED}:
        yield (
            f"項目「{field.code}」の名前（{min(taken)}）は、どの記録にもある欄の名前です",
            f"{field.code}: its name ({min(taken)}) is that of something every record has",
        )
    if field.code in FIXED:
        yield (
            f"「{field.code}」はどの記録にもある欄の名前なので、項目の code に使えません",
            f"{field.code!r} is the name of something every record has",
        )
    if bool(field.choices) != (field.kind is FieldKind.CHOICE):
        yield (
            f"項目「{field.code}」：選択肢（choices）は choice の項目に、choice の項目には選択肢が要ります",
            f"{field.code}: choices are for a field of choice, which must have some",
        )
    answers = [
        word for choice in field.choices for word in {key(choice.code), key(choice.name.ja), key(choice.name.en)}
    ]
    for word, times in Counter(answers).items():
        if times > 1:
            yield (
                f"項目「{field.code}」の選択肢「{word}」が二度あります",
                f"{field.code}: the choice {word!r} stands twice",
            )
    if field.kind is FieldKind.MONEY and field.unit not in UNITS:
        listed = "、".join(UNITS)
        yield (
            f"項目「{field.code}」：金額の単位（unit）は{listed}のどれかです",
            f"{field.code}: the unit of money is one of {listed}",
        )
    if bool(field.refers_to) != (field.kind is FieldKind.RECORD):
        yield (
            f"項目「{field.code}」：refers_to は record の項目に、record の項目には refers_to が要ります",
            f"{field.code}: refers_to is for a field of a record, which must have it",
        )
    earlier = register.field(field.not_before) if field.not_before else None
    if field.not_before and (earlier is None or earlier.kind is not FieldKind.DATE or field.kind is not FieldKind.DATE):
        yield (
            f"項目「{field.code}」：not_before は、日付の項目から日付の項目を指します",
            f"{field.code}: not_before is said of a day and names a field of a day",
        )


def _no_code(code: str) -> tuple[str, str]:
    return (
        f"code「{code}」は、英小文字で始まる英小文字、数字、_ の50字までではありません",
        f"the code {code!r} is not made of up to 50 small letters, digits and _, a letter first",
    )

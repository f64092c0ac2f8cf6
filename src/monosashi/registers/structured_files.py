"""Records in TOML (written by hand), JSON and JSON Lines -> what they tell, with lines.

TOML and JSON hold ``records``, with ``register`` beside them or in each, or a list under each register's code:

>>> given = given_toml('[[seminars]]\\nid = "S-1"\\ntitle = "港の通信"\\nheld_on = 2019-04-01\\n', "a.toml", ("seminars",))
>>> [(one.register, one.line, one.texts["held_on"], one.line_of("held_on")) for one in given.records]
[('seminars', 1, '2019-04-01', 4)]
"""

import json
import re
import tomllib
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from monosashi.registers.given import (
    GivenFile,
    GivenRecord,
    UnreadableRecords,
    fault_of,
    given_record,
    place_of,
)
from monosashi.registers.not_entered import NotEntered

_HEADER = re.compile(r"\s*\[\[\s*\"?([\w-]+)\"?\s*\]\]")
_FIELD = re.compile(r"\s*\"?([\w-]+)\"?\s*=")
_BLANK = re.compile(r"[ \t\r\n]*")
_NAME = re.compile(r"\"(\w+)\"[ \t\r\n]*:")
#: What may stand beside the lists, for all their records.
_SHARED = ("policy", "office", "invented")
_BESIDE = {"register", "note", *_SHARED}

#: Of a list, by its key, each entry: its line, the lines of its fields, and what it says.
_Lists = dict[str, list[tuple[int, dict[str, int], Any]]]


def given_toml(text: str, name: str, codes: Sequence[str]) -> GivenFile:
    """The records of a TOML file. Raises ``UnreadableRecords``."""
    try:
        said = tomllib.loads(text, parse_float=Decimal)
    except (tomllib.TOMLDecodeError, RecursionError, ArithmeticError) as error:
        raise UnreadableRecords(name, f"TOML として読めません（{error}）", f"it is no TOML ({error})") from error
    places = _toml_places(text)
    lists: _Lists = {}
    for key, value in said.items():
        if isinstance(value, list):
            at = places.get(key, [])
            lists[key] = [(*(at[n] if n < len(at) else (1, {})), one) for n, one in enumerate(value)]
    return _given({key: value for key, value in said.items() if key not in lists}, lists, name, codes)


def _toml_places(text: str) -> dict[str, list[tuple[int, dict[str, int]]]]:
    """Of every list of tables, the line of each and of its fields."""
    places: dict[str, list[tuple[int, dict[str, int]]]] = {}
    fields: dict[str, int] = {}
    for number, line in enumerate(text.split("\n"), 1):
        if header := _HEADER.match(line):
            fields = {}
            places.setdefault(header[1], []).append((number, fields))
        elif field := _FIELD.match(line):
            fields.setdefault(field[1], number)
    return places


def given_json(text: str, name: str, codes: Sequence[str]) -> GivenFile:
    """The records of a JSON file. Raises ``UnreadableRecords``."""
    try:
        beside, lists = _json_lists(text)
    except (ValueError, RecursionError, ArithmeticError) as error:
        raise UnreadableRecords(name, f"JSON として読めません（{error}）", f"it is no JSON ({error})") from error
    return _given(beside, lists, name, codes)


def given_json_lines(text: str, name: str) -> GivenFile:
    """The records of a file with one a line; a broken line is told, the rest taken."""
    records: list[GivenRecord] = []
    faults = []
    for line, said in enumerate(text.split("\n"), 1):
        if not said.strip():
            continue
        try:
            value = _DECODER.decode(said)
        except (ValueError, RecursionError, ArithmeticError) as error:
            faults.append(fault_of(place_of(name, line), _broken_line(str(error))))
            continue
        if isinstance(value, dict):
            records.append(given_record("", line, value, {}))
        else:
            faults.append(fault_of(place_of(name, line), _no_record()))
    return GivenFile(tuple(records), tuple(faults))


def _given(beside: Mapping[str, Any], lists: _Lists, name: str, codes: Sequence[str]) -> GivenFile:
    """The records of the lists, each with what the file says for all of them."""
    own = beside.get("register")
    register = own if isinstance(own, str) else ""
    known = [key for key in lists if key in {"", "records"} or key in codes]
    if not known:
        raise UnreadableRecords(
            name,
            "記録の並び（records、又は台帳の符号を名前とする並び）がありません",
            "it holds no list of records, neither under records nor under a register's code",
        )
    unknown = sorted(({*beside} - _BESIDE) | ({*lists} - {*known}))
    faults = [fault_of(place_of(name, 1), _unknown_key(key), code=key) for key in unknown]
    shared = {key: beside[key] for key in _SHARED if key in beside}
    records: list[GivenRecord] = []
    for key in known:
        for line, fields, said in lists[key]:
            if isinstance(said, dict):
                records.append(given_record(key if key in codes else register, line, {**shared, **said}, fields))
            else:
                faults.append(fault_of(place_of(name, line), _no_record()))
    return GivenFile(tuple(records), tuple(faults))


def _json_lists(text: str) -> tuple[dict[str, Any], _Lists]:
    """What a JSON document holds: its lists with the lines of their entries, and what stands beside them."""
    at = _skip(text, 0)
    beside: dict[str, Any] = {}
    lists: _Lists = {}
    if text.startswith("[", at):
        lists[""], at = _json_list(text, at)
    elif text.startswith("{", at):
        at = _skip(text, at + 1)
        while not text.startswith("}", at):
            key, at = _DECODER.raw_decode(text, at)
            at = _expect(text, at, ":")
            if key in beside or key in lists or not isinstance(key, str):
                raise ValueError(f"{key!r}")
            if text.startswith("[", at):
                lists[key], at = _json_list(text, at)
            else:
                beside[key], at = _DECODER.raw_decode(text, at)
            at = _skip(text, at)
            at = at if text.startswith("}", at) else _expect(text, at, ",")
        at += 1
    if at == _skip(text, 0) or _skip(text, at) != len(text):
        raise json.JSONDecodeError("Extra data", text, at)
    return beside, lists


def _json_list(text: str, at: int) -> tuple[list[tuple[int, dict[str, int], Any]], int]:
    """The entries of a list that begins at an offset, and the offset behind it."""
    entries: list[tuple[int, dict[str, int], Any]] = []
    at = _skip(text, at + 1)
    line, counted = text.count("\n", 0, at) + 1, at
    while not text.startswith("]", at):
        line, counted = line + text.count("\n", counted, at), at
        value, end = _DECODER.raw_decode(text, at)
        fields: dict[str, int] = {}
        if "\n" in text[at:end]:
            for match in _NAME.finditer(text, at, end):
                fields.setdefault(match[1], line + text.count("\n", at, match.start()))
        entries.append((line, fields, value))
        at = _skip(text, end)
        at = at if text.startswith("]", at) else _expect(text, at, ",")
    return entries, at + 1


def _skip(text: str, at: int) -> int:
    match = _BLANK.match(text, at)
    return match.end() if match else at


def _expect(text: str, at: int, mark: str) -> int:
    """The offset of what follows a mark. Raises ``ValueError`` where it does not stand."""
    at = _skip(text, at)
    if not text.startswith(mark, at):
        raise json.JSONDecodeError(f"Expecting {mark!r}", text, at)
    return _skip(text, at + 1)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """A table whose names are all different: of two, none may win in silence."""
    found = dict(pairs)
    if len(found) < len(pairs):
        twice = next(name for n, (name, _) in enumerate(pairs) if name in dict(pairs[:n]))
        raise ValueError(f"{twice!r} stands twice")
    return found


def _no_constant(word: str) -> Any:
    raise ValueError(f"{word} is no number")


_DECODER = json.JSONDecoder(object_pairs_hook=_once, parse_float=Decimal, parse_constant=_no_constant)


def _broken_line(why: str) -> NotEntered:
    return NotEntered(
        "broken-line",
        f"この行は JSON として読めません（{why}）",
        f"This line is no JSON ({why})",
        "この行を直してください。ほかの行は読んでいます",
        "Mend the line; the others were read",
    )


def _no_record() -> NotEntered:
    return NotEntered(
        "no-record",
        "記録ではありません",
        "This is no record",
        "項目の名前と値の組にしてください",
        "Write it as names and values of fields",
    )


def _unknown_key(key: str) -> NotEntered:
    return NotEntered(
        "unknown-key",
        f"「{key}」が何か分かりません",
        f"It is not known what {key!r} is",
        "records か、台帳の符号を使ってください",
        "Use records, or a register's code",
    )

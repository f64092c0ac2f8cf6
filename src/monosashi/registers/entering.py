"""Entering: what people type -> the canonical text a record keeps; and a record from its typed texts, faults apart.

>>> from monosashi.registers.kinds import shipped_registers
>>> registers = {one.code: one for one in shipped_registers()}
>>> register = registers["consultations"]
>>> canonical(register.field("countries"), "米国、ベトナム"), canonical(register.field("level"), "局長級")
('US VN', 'director_general')
>>> record, faults = record_of(register, "K-1", {"title": "日米政策対話", "held_on": "令和3年2月30日"})
>>> record.text("title"), [(fault.field, fault.code) for fault in faults if fault.field == "held_on"]
('日米政策対話', [('held_on', 'day-impossible')])

What a field cannot hold is a fault of that field: the rest of the record is kept.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from monosashi.model import FieldKind, FieldText, Proof, Record, RecordFault, RecordState, Register, RegisterField
from monosashi.model.folding import fold, is_dash, key
from monosashi.model.nendo import YearKind, parse_nendo
from monosashi.registers.company_number import company_number
from monosashi.registers.countries import countries_in
from monosashi.registers.not_entered import NotEntered, quoted
from monosashi.registers.typed_amounts import money_of, number_of
from monosashi.registers.typed_days import day_of

__all__ = ["NotEntered", "canonical", "is_id", "record_of"]

#: What no text may hold: controls but line breaks and tabs, lone halves of surrogate pairs.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_LONGEST = 4000
_BLANKS = " \t\n\r\u3000"
_YES = frozenset(
    map(key, ("true", "はい", "yes", "y", "有", "あり", "有り", "○", "〇", "◯", "該当", "1", "真", "✓", "レ", "TRUE"))
)
_NO = frozenset(
    map(key, ("false", "いいえ", "no", "n", "無", "なし", "無し", "×", "✕", "非該当", "該当なし", "0", "偽", "FALSE"))
)
_NAMES = re.compile(r"[\n、;；]")
_ADDRESS = re.compile(r"(?:(?P<register>[a-z][a-z0-9_]{0,49})/)?(?P<id>[^\s/]{1,80})")
#: The numbers that ids may be made of.
_ID = re.compile(r"(?!\*)[^\s/\x00-\x1f\x7f]{1,80}")


def canonical(field: RegisterField, typed: str) -> str:
    """The text a record keeps for what was typed; empty for nothing typed. Raises ``NotEntered``."""
    text = typed.replace("\r\n", "\n").replace("\r", "\n").strip(_BLANKS)
    if not text:
        return ""
    if _CONTROL.search(text):
        raise NotEntered(
            "control-character",
            "読めない制御文字が入っています",
            "It holds a control character",
            "消して書き直してください",
            "Delete it and write the text again",
        )
    if len(text) > _LONGEST:
        raise NotEntered(
            "too-long",
            f"{_LONGEST:,}文字までのところに{len(text):,}文字あります",
            f"It has {len(text):,} characters; {_LONGEST:,} are allowed",
            "短くしてください",
            "Shorten it",
        )
    if is_dash(text) and field.kind is not FieldKind.TEXT:
        raise NotEntered(
            "only-a-dash",
            "「－」だけでは、何を表すか分かりません",
            "A dash alone does not say what it means",
            "ないときは空けてください",
            "Leave the field empty where there is nothing to say",
        )
    return _BY_KIND[field.kind](field, text)


def record_of(
    register: Register,
    id: str,  # noqa: A002  the record's own word
    texts: Mapping[str, str],
    *,
    office: str = "",
    policy: str = "",
    state: RecordState = RecordState.ENTERED,
    proofs: Sequence[Proof] = (),
    invented: bool = False,
    place: str = "",
) -> tuple[Record, tuple[RecordFault, ...]]:
    """The record of what was typed, by field code, and what is wrong with it. Fields at fault are left empty; a required
    field that is empty is a fault unless the record is a draft. ``place``: where the texts stood, told with each fault."""
    values: dict[str, str] = {}
    faults: list[RecordFault] = []

    def told(field: str, error: NotEntered) -> None:
        faults.append(RecordFault(place=place, record=id, field=field, code=error.code, ja=error.ja, en=error.en))

    for field in register.fields:
        try:
            values[field.code] = canonical(field, texts.get(field.code, ""))
            if field.required and not values[field.code] and state is not RecordState.DRAFT:
                told(field.code, _unfilled(field))
        except NotEntered as error:
            told(field.code, error)
    for code in sorted(texts.keys() - {field.code for field in register.fields}):
        if texts[code].strip(_BLANKS):
            told(code, _no_field(code, register))
    for code, odd in _at_odds(register, values):
        told(code, odd)
    kept = tuple(FieldText(field=code, text=text) for code, text in values.items() if text)
    record = Record(
        kind=register.code,
        id=id,
        office=office,
        policy=policy,
        state=state,
        values=kept,
        proofs=tuple(proofs),
        invented=invented,
    )
    return record, tuple(faults)


def is_id(text: str) -> bool:
    """Whether a text can be a record's id: up to 80 characters without blanks and strokes."""
    return bool(_ID.fullmatch(text))


def _at_odds(register: Register, values: Mapping[str, str]) -> Iterator[tuple[str, NotEntered]]:
    """Days that come before the day they must follow. Both stay as they are."""
    for field in register.fields:
        day, earlier = values.get(field.code, ""), values.get(field.not_before, "")
        if day and earlier and day < earlier:
            before = register.field(field.not_before) or field
            yield (
                field.code,
                NotEntered(
                    "day-before",
                    f"「{field.name.ja}」（{day}）が「{before.name.ja}」（{earlier}）より前です",
                    f"{field.name.en} ({day}) is before {before.name.en} ({earlier})",
                    "どちらかを直してください",
                    "Mend one of the two",
                ),
            )


def _unfilled(field: RegisterField) -> NotEntered:
    return NotEntered(
        "unfilled",
        f"「{field.name.ja}」が空です",
        f"{field.name.en} is empty",
        "書いてください。まだ分からなければ、下書きにしておきます",
        "Fill it in, or leave the record a draft until it is known",
    )


def _no_field(code: str, register: Register) -> NotEntered:
    return NotEntered(
        "no-such-field",
        f"「{register.name.ja}」に「{quoted(code)}」という項目はありません",
        f"{register.name.en} has no field {quoted(code)!r}",
        "項目の名前を確かめてください",
        "Check the field's name",
    )


def _text(field: RegisterField, text: str) -> str:
    return text


def _date(field: RegisterField, text: str) -> str:
    return day_of(text)


def _year(field: RegisterField, text: str) -> str:
    nendo = parse_nendo(re.sub(r"\s+", "", fold(text)))
    if nendo is None or nendo.kind is not YearKind.FISCAL or nendo.year < 1000:
        raise NotEntered(
            "no-year",
            f"「{quoted(text)}」は年度として読めません",
            f"{quoted(text)!r} is no fiscal year",
            "令和3年度、R3、2021 のように書いてください",
            "Write it as 2021, FY2021 or 令和3年度",
        )
    return str(nendo.year)


def _choice(field: RegisterField, text: str) -> str:
    wanted = key(text)
    found = next(
        (one.code for one in field.choices if wanted in {key(one.code), key(one.name.ja), key(one.name.en)}), None
    )
    if found is None:
        raise NotEntered(
            "no-such-choice",
            f"「{quoted(text)}」という選択肢はありません",
            f"There is no choice {quoted(text)!r}",
            "、".join(one.name.ja for one in field.choices) + "から選んでください",
            "Choose one of " + ", ".join(one.name.en for one in field.choices),
        )
    return found


def _countries(field: RegisterField, text: str) -> str:
    found = countries_in(text)
    if found.unknown:
        raise NotEntered(
            "country-unknown",
            f"「{quoted(found.unknown[0])}」という国は見つかりません",
            f"No country is called {quoted(found.unknown[0])!r}",
            "国名を日本語、英語、又は ISO 3166 の符号（US など）で、「、」で区切って書いてください",
            "Write names in Japanese or English, or codes of ISO 3166 (US), with commas between",
        )
    if found.bodies:
        raise NotEntered(
            "no-state",
            f"「{found.bodies[0]}」は、ISO 3166 に符号のある国ではありません",
            f"{found.bodies[0]!r} is no country that ISO 3166 has a code for",
            "国でない相手は、相手機関の欄に書いてください",
            "Enter what is no country under the counterpart bodies",
        )
    return " ".join(found.codes)


def _flag(field: RegisterField, text: str) -> str:
    if key(text) in _YES:
        return "true"
    if key(text) in _NO:
        return "false"
    raise NotEntered(
        "no-yes-or-no",
        f"「{quoted(text)}」は「はい」か「いいえ」か分かりません",
        f"{quoted(text)!r} says neither yes nor no",
        "「はい」か「いいえ」と書いてください",
        "Write yes or no",
    )


def _number(field: RegisterField, text: str) -> str:
    return number_of(text, field.unit)


def _money(field: RegisterField, text: str) -> str:
    return money_of(text, field.unit)


def _company(field: RegisterField, text: str) -> str:
    return company_number(text)


def _names(field: RegisterField, text: str) -> str:
    """Names one a line, each once; blanks inside a name are kept."""
    names = [name.strip(_BLANKS) for name in _NAMES.split(text)]
    return "\n".join(dict.fromkeys(name for name in names if name))


def _record(field: RegisterField, text: str) -> str:
    """The address of a record: studies/S-1. Its id alone where the field is of one register."""
    allowed = field.refers_to.split()
    match = _ADDRESS.fullmatch(fold(text))
    register = (match["register"] if match else "") or (allowed[0] if len(allowed) == 1 else "")
    if match is None or register not in allowed:
        raise NotEntered(
            "no-record-address",
            f"「{quoted(text)}」は、記録の番号として読めません",
            f"{quoted(text)!r} is no address of a record",
            f"台帳と番号を {allowed[0]}/K-0012 のように書いてください（書ける台帳：{'、'.join(allowed)}）",
            f"Write the register and the id, such as {allowed[0]}/K-0012 (registers: {', '.join(allowed)})",
        )
    return f"{register}/{match['id']}"


_BY_KIND: dict[FieldKind, Callable[[RegisterField, str], str]] = {
    FieldKind.TEXT: _text,
    FieldKind.DATE: _date,
    FieldKind.CHOICE: _choice,
    FieldKind.COUNTRIES: _countries,
    FieldKind.FLAG: _flag,
    FieldKind.NUMBER: _number,
    FieldKind.MONEY: _money,
    FieldKind.COMPANY: _company,
    FieldKind.NAMES: _names,
    FieldKind.YEAR: _year,
    FieldKind.RECORD: _record,
}

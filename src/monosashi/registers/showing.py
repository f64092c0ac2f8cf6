"""Showing: a record's canonical texts as people read them. What is shown can be entered again and means the same.

>>> from monosashi.registers.kinds import shipped_registers
>>> register = {one.code: one for one in shipped_registers()}["consultations"]
>>> shown(register.field("held_on"), "2021-06-18", "ja"), shown(register.field("held_on"), "2021-06-18", "en")
('令和3年6月18日', '18 June 2021')
>>> shown(register.field("countries"), "US VN", "ja"), shown(register.field("level"), "director_general", "en")
('米国、ベトナム', 'Directors-general')
"""

import datetime as dt

from monosashi.model import FieldKind, RecordState, RegisterField
from monosashi.model.date import print_date
from monosashi.model.folding import key
from monosashi.model.message import Message
from monosashi.model.nendo import print_year
from monosashi.registers.countries import country_name
from monosashi.registers.typed_days import MONTHS

#: The states of a record, as they are shown and may be typed.
STATE_NAMES = {
    RecordState.ENTERED: Message(ja="登録", en="Entered"),
    RecordState.DRAFT: Message(ja="下書き", en="Draft"),
    RecordState.CANCELLED: Message(ja="取消し", en="Cancelled"),
}
_ALSO = {
    "中止": RecordState.CANCELLED,
    "取消": RecordState.CANCELLED,
    "取り消し": RecordState.CANCELLED,
    "登録済み": RecordState.ENTERED,
}
_STATES = {
    **{key(word): state for word, state in _ALSO.items()},
    **{key(word): state for state, name in STATE_NAMES.items() for word in (state.value, name.ja, name.en)},
}
_UNITS_EN = {"百万円": "million yen", "円": "yen", "千円": "thousand yen", "十億円": "billion yen"}


def shown(field: RegisterField, text: str, language: str) -> str:
    """A canonical text in a language (ja, else English). A text that is not canonical is shown as it is."""
    if not text:
        return ""
    try:
        return _shown(field, text, language)
    except ValueError:
        return text


def state_of(text: str) -> RecordState | None:
    """The state a word tells; None where it tells none.

    >>> state_of("下書き"), state_of("中止"), state_of("？")
    (<RecordState.DRAFT: 'draft'>, <RecordState.CANCELLED: 'cancelled'>, None)
    """
    return _STATES.get(key(text))


def _shown(field: RegisterField, text: str, language: str) -> str:
    japanese = language == "ja"
    match field.kind:
        case FieldKind.DATE | FieldKind.YEAR:
            return _time(text, japanese)
        case FieldKind.CHOICE:
            name = next((one.name for one in field.choices if one.code == text), Message(ja=text, en=text))
            return name.ja if japanese else name.en
        case FieldKind.COUNTRIES:
            return ("、" if japanese else ", ").join(country_name(code, language) for code in text.split())
        case FieldKind.NUMBER | FieldKind.MONEY:
            return _amount(text, field.unit, japanese)
        case FieldKind.NAMES:
            return text.replace("\n", "、" if japanese else "; ")
    words = {"true": "はい" if japanese else "Yes", "false": "いいえ" if japanese else "No"}
    return words.get(text, text) if field.kind is FieldKind.FLAG else text


def _time(text: str, japanese: bool) -> str:
    if len(text) == 4:
        return f"{print_year(int(text))}年度" if japanese else f"FY{text}"
    day = dt.date.fromisoformat(text)
    return print_date(day) if japanese else f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _amount(text: str, unit: str, japanese: bool) -> str:
    """1,234.5百万円, -3人."""
    whole, point, part = text.lstrip("-").partition(".")
    number = f"{'-' if text.startswith('-') else ''}{int(whole):,}{point}{part}"
    return f"{number}{unit}" if japanese or not unit else f"{number} {_UNITS_EN.get(unit, unit)}"

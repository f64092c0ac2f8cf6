"""Given (与えられた記録): a record as a file tells it, before it is entered: texts by column, with the lines they stand on."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal

from monosashi.model import RecordFault
from monosashi.model.error import MonosashiError
from monosashi.registers.not_entered import NotEntered


class UnreadableRecords(MonosashiError):
    """A file of which no record can be read."""

    def __init__(self, name: str, why_ja: str, why_en: str) -> None:
        super().__init__(
            "unreadable-records",
            f"「{name}」から記録を読めません。{why_ja}。何も取り込んでいません。直して、もう一度お試しください。",
            f'No record can be read from "{name}": {why_en}. Nothing was taken over. Mend it and try again.',
        )


@dataclass(frozen=True, slots=True)
class GivenRecord:
    """One record of a file. ``register``: the code it names, empty where it names none; ``line``: where it begins;
    ``lines``: where its fields stand, if they have lines of their own."""

    register: str
    line: int
    texts: Mapping[str, str]
    lines: Mapping[str, int] = field(default_factory=dict)
    odd: tuple[tuple[str, NotEntered], ...] = ()

    def line_of(self, code: str) -> int:
        """The line a field stands on, else the record's."""
        return self.lines.get(code, self.line)


@dataclass(frozen=True, slots=True)
class GivenFile:
    """The records of a file, and what is wrong with the file itself."""

    records: tuple[GivenRecord, ...]
    faults: tuple[RecordFault, ...] = ()


def place_of(name: str, line: int) -> str:
    """How a fault names a place in a file: consultations.csv:12."""
    return f"{name}:{line}"


def fault_of(place: str, error: NotEntered, record: str = "", code: str = "") -> RecordFault:
    """What is wrong at a place."""
    return RecordFault(place=place, record=record, field=code, code=error.code, ja=error.ja, en=error.en)


def given_record(register: str, line: int, said: Mapping[str, object], lines: Mapping[str, int]) -> GivenRecord:
    """A record of TOML or JSON, its values as texts."""
    texts: dict[str, str] = {}
    odd: list[tuple[str, NotEntered]] = []
    for code, value in said.items():
        try:
            texts[code] = _proofs(value) if code == "proofs" else text_of(value)
        except NotEntered as error:
            odd.append((code, error))
    return GivenRecord(texts.pop("register", register) or register, line, texts, lines, tuple(odd))


def text_of(value: object) -> str:
    """A value of TOML or JSON as one would type it; a list one a line. Raises ``NotEntered`` for what is no value."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return value
    if isinstance(value, int | Decimal):
        return f"{value:f}" if isinstance(value, Decimal) and value.is_finite() else str(value)
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, list) and not any(isinstance(one, list | dict) for one in value):
        return "\n".join(text_of(one) for one in value)
    raise NotEntered(
        "no-text",
        "文字、数、日付、はい・いいえ、又はその並びではありません",
        "It is neither a text, a number, a day, yes or no, nor a list of them",
        "一つの項目には一つの値を書いてください",
        "Write one value a field",
    )


def _proofs(value: object) -> str:
    """Proofs told as texts, or as tables of url, sha256 and name."""
    if isinstance(value, list):
        return "\n".join(_proof(one) if isinstance(one, dict) else text_of(one) for one in value)
    return _proof(value) if isinstance(value, dict) else text_of(value)


def _proof(table: Mapping[str, object]) -> str:
    url, sha256, name = (text_of(table.get(part)) for part in ("url", "sha256", "name"))
    return " ".join(filter(None, (url or f"sha256:{sha256}", name)))

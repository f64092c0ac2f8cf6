"""Doubts: printed values whose text means nothing to a program where the form expects a number, a year or a day.

A blank, a dash, a ※ that points to a note, and the words for a missing actual (集計中 ...) are answers, no doubts; and so
are words without a figure, and whole sentences, in a place for values: a qualitative target is told in words.
"""

import re
from collections.abc import Callable, Iterator

from monosashi.model import Actual, Identifier, Message, MoneyCell, Noun, PrintedDate, PrintedNendo, State, Title, Value
from monosashi.model.folding import fold, is_dash
from monosashi.model.mark import note_marks, without_note_marks

#: A figure in words that are no sentence.
_FIGURE = re.compile(r"[^。]*[0-9][^。]*")

_NO_NUMBER = Message(
    ja="数字がありますが、一つの数値として読めません。原本と同じか、読み誤りかを確かめてください。",
    en="It holds digits but cannot be read as one number. See whether the original says so, or it was misread.",
)
_NO_YEAR = Message(ja="年度として読めません。", en="It cannot be read as a fiscal year.")
_NO_MONEY = Message(
    ja="金額として読めません（単位、括弧、区切りを確かめてください）。",
    en="It cannot be read as money (look at units, brackets and separators).",
)
_NO_DATE = Message(ja="日付として読めません。", en="It cannot be read as a day.")
_NO_TITLE_YEAR = Message(ja="標題から年度が読めません。", en="The title names no fiscal year that can be read.")
_NO_IDENTIFIER = Message(
    ja="「省庁・年度・番号」の形に読めません。", en="It cannot be read as ministry, year and number."
)


def doubts(noun: Noun, path: str = "") -> Iterator[tuple[str, str, Message]]:
    """Each doubtful value below a noun: its path, its text, and what cannot be read."""
    why = _doubt(noun)
    if why is not None:
        yield path, str(getattr(noun, "text", "")), why
    reported = not (isinstance(noun, Actual) and noun.state is not State.REPORTED)
    for name in type(noun).model_fields:
        value = getattr(noun, name)
        if isinstance(value, Noun) and (reported or name != "value"):
            yield from doubts(value, f"{path}/{name}")
        elif isinstance(value, tuple):
            for n, item in enumerate(value):
                if isinstance(item, Noun):
                    yield from doubts(item, f"{path}/{name}/{n}")


def _doubt(noun: Noun) -> Message | None:
    text = getattr(noun, "text", "")
    if not isinstance(text, str) or not text.strip() or is_dash(text) or _only_marks(text):
        return None
    return next((why for meant, why in _MEANT if meant(noun)), None)


def _no_number(noun: Noun) -> bool:
    return isinstance(noun, Value) and noun.quantity is None and bool(_FIGURE.fullmatch(fold(noun.text)))


def _no_year(noun: Noun) -> bool:
    return isinstance(noun, PrintedNendo) and noun.nendo is None


def _no_money(noun: Noun) -> bool:
    return isinstance(noun, MoneyCell) and not noun.lines


def _no_date(noun: Noun) -> bool:
    return isinstance(noun, PrintedDate) and noun.date is None


def _no_title_year(noun: Noun) -> bool:
    return isinstance(noun, Title) and noun.nendo is None


def _no_identifier(noun: Noun) -> bool:
    return isinstance(noun, Identifier) and noun.number is None


#: What a printed noun may lack, with what is said of it.
_MEANT: tuple[tuple[Callable[[Noun], bool], Message], ...] = (
    (_no_number, _NO_NUMBER),
    (_no_year, _NO_YEAR),
    (_no_money, _NO_MONEY),
    (_no_date, _NO_DATE),
    (_no_title_year, _NO_TITLE_YEAR),
    (_no_identifier, _NO_IDENTIFIER),
)


def _only_marks(text: str) -> bool:
    """Whether a cell prints nothing but marks that point to notes (※５)."""
    return bool(note_marks(text)) and not without_note_marks(text).strip("()（） \u3000\n")

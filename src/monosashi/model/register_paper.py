"""Register's paper (台帳のブック): a register as a workbook that is filled in, and what comes back of it.

``RegisterPaper`` is what is written, ``ReturnedRegister`` what is read again. Texts are as people read and type them, by
column; what they mean is decided where records are entered. A cell that says what it said when the workbook was made was
left alone, whatever has happened to the record since.

>>> text_digest("米国\\r\\n") == text_digest(" 米国 ") != text_digest("英国")
True
"""

import hashlib
from collections.abc import Mapping

from pydantic import Field

from monosashi.model.asked import CellFault
from monosashi.model.message import Message
from monosashi.model.noun import Noun
from monosashi.model.register import Register

#: What every record has beside its register's fields, by column, with its heading.
FIXED_COLUMNS = {
    "id": Message(ja="番号", en="Id"),
    "state": Message(ja="状態", en="State"),
    "office": Message(ja="担当", en="Office"),
    "policy": Message(ja="政策", en="Policy"),
    "proofs": Message(ja="根拠資料", en="Evidence"),
}
#: Of those, what is told and not filled in: an office is decided when a record is added.
TOLD_COLUMNS = ("id", "office")
#: The layout of workbooks; one of another is refused.
REGISTER_LAYOUT = "register-1"
_BLANKS = " \t\n\u3000"


class PaperRecord(Noun):
    """A record as the workbook shows it: its id and its texts by column."""

    id: str
    texts: Mapping[str, str] = Field(default_factory=dict)


class PaperColumn(Noun):
    """A column of the workbook. ``choices``: the words that may be chosen; ``example``: what a cell may say."""

    code: str
    name: str
    prompt: str = ""
    required: bool = False
    told: bool = Field(default=False, description="Told only, not to be filled in")
    wide: bool = False
    choices: tuple[str, ...] = ()


class RegisterPaper(Noun):
    """A register's workbook before it is written. ``key``: by what the workbook is known again; ``whose``: the address of
    the office new records are for; ``blank_rows``: how many empty rows are to be filled."""

    key: str
    register_code: str
    name: str
    counted: str
    whose: str = ""
    whose_name: str = ""
    made_on: str = Field(default="", description="The day it was made, as it is shown")
    columns: tuple[PaperColumn, ...]
    records: tuple[PaperRecord, ...] = ()
    blank_rows: int = 50


class ReturnedRecord(Noun):
    """A row of a workbook that came back. ``id``: empty for a new record; ``touched``: the columns that say something else
    than when the workbook was made (of a new record, those that are filled); ``cells``: where each stands."""

    id: str = ""
    worksheet: str
    row: int
    texts: Mapping[str, str]
    touched: tuple[str, ...] = ()
    cells: Mapping[str, str] = Field(default_factory=dict)


class ReturnedRegister(Noun):
    """What a register's workbook says that came back. ``missing``: records it was made with that no row bears any more,
    which deletes nothing; ``made_with``: of each record the digests of its texts by column; ``told``: what was changed or
    written where nothing is asked, and is not taken."""

    key: str
    register_code: str
    whose: str = ""
    records: tuple[ReturnedRecord, ...] = ()
    missing: tuple[str, ...] = ()
    made_with: Mapping[str, Mapping[str, str]] = Field(default_factory=dict)
    faults: tuple[CellFault, ...] = ()
    told: tuple[CellFault, ...] = ()


def column_codes(register: Register) -> tuple[str, ...]:
    """The columns of a register's workbook and files, in order: number and state, its fields, and what else is told."""
    return ("id", "state", *(field.code for field in register.fields), "policy", "proofs", "office")


def text_digest(text: str) -> str:
    """By what a cell's text is known again; blanks around it and the kind of its line breaks do not count."""
    return digest(text.replace("\r\n", "\n").replace("\r", "\n").strip(_BLANKS))[:12]


def row_mark(key: str, record: str) -> str:
    """What stands in a row's hidden cell: the record's id and a check, so that no slip makes one record another."""
    return f"{record}#{digest(key, record)[:8]}"


def digest(*texts: str) -> str:
    """The sha256 of texts, each told apart from the next."""
    return hashlib.sha256("\x1f".join(texts).encode(errors="surrogatepass")).hexdigest()

"""Asked (照会): what a round asks of a bureau, with what one must see to answer, and what comes back.

A round's workbook carries these nouns out of the office and back: ``RoundPaper`` is what is written into it,
``ReturnedPaper`` what is read from it. A reply is kept as it was typed; nothing of it is rounded or folded.

>>> Reply(state=State.REPORTED, text="１２．５０").blank, Reply().blank
(False, True)
"""

import datetime as dt
import hashlib
from collections.abc import Mapping

from pydantic import Field

from monosashi.model.folding import key
from monosashi.model.indicator import Kind, State
from monosashi.model.message import Message
from monosashi.model.noun import Noun

#: The states that one may answer with, each by the word it is chosen by. The word is also what the sheet then prints,
#: but for the first (the value itself) and the last (a dash).
STATE_CHOICES = {
    State.REPORTED: "実績",
    State.COMPILING: "集計中",
    State.NOT_SURVEYED: "未調査",
    State.NOT_PUBLISHED: "未公表",
    State.NOT_APPLICABLE: "該当なし",
    State.NOT_YET: "まだない",
}


#: The columns of a round's workbook by role, each with its heading; {year} is the year asked for. Those of ``INPUTS`` are
#: to be filled in, the hidden one holds ``ask_mark``.
COLUMNS = {
    "ask": "（管理用）",
    "number": "番号",
    "name": "測定指標",
    "definition": "定義・選定理由",
    "baseline": "基準値",
    "target": "目標値",
    "year_target": "{year}の目標",
    "past": "これまでの実績",
    "unit": "単位",
    "remark": "差戻しの理由",
    "state": "回答の区分",
    "value": "{year}の実績値",
    "year": "値の年度",
    "note": "補足",
    "evidence": "根拠資料",
}
INPUTS = ("state", "value", "year", "note", "evidence")
#: The worksheet, hidden, that says whose the workbook is, and the one on which what is to be put right is listed.
HIDDEN_WORKSHEET = "monosashi"
FAULTS_WORKSHEET = "直すところ"
#: The first worksheet: how to fill in.
GUIDE_WORKSHEET = "記入のしかた"
#: What the hidden row over the headings writes before each role.
ROLE_SIGN = "monosashi:"
#: The layout of workbooks; one of another is refused.
LAYOUT = "1"


class Reply(Noun):
    """An answer to one ask, as typed. ``year``: the year of the value where it is not the year asked for but the latest
    there is."""

    state: State | None = None
    text: str = ""
    year: int | None = None
    note: str = ""
    evidence: str = ""

    @property
    def blank(self) -> bool:
        """Whether it says nothing at all."""
        return self == Reply()


class PastValue(Noun):
    """An actual of an earlier year, as the sheet prints it."""

    year: str
    nendo: int | None = None
    text: str


class AskedMeasure(Noun):
    """A measure that is asked for, with what is in sight when one answers. ``ask``: the number of the ask; ``number``,
    ``name``: as the sheet prints them now; ``now``: what the sheet says of the year asked for; ``remark``: why the last
    answer was returned; ``reply``: the answer so far."""

    ask: int
    number: str
    name: str
    kind: Kind | None = None
    unit: str = ""
    unit_in_values: bool = Field(default=False, description="Whether the sheet prints the unit behind each value")
    definition: str = ""
    baseline: str = ""
    baseline_year: str = ""
    target: str = ""
    target_year: str = ""
    year_target: str = Field(default="", description="The target of the year asked for")
    now: str = ""
    past: tuple[PastValue, ...] = ()
    remark: str = ""
    reply: Reply = Reply()

    @property
    def printed(self) -> dict[str, str]:
        """What the columns of a line say that are not to be filled in, by role."""
        kind = {Kind.OUTPUT: "＜アウトプット＞", Kind.OUTCOME: "＜アウトカム＞", None: ""}[self.kind]
        return {
            "number": self.number,
            "name": "\n".join(filter(None, (self.name, kind))),
            "definition": self.definition,
            "baseline": _with_year(self.baseline, self.baseline_year),
            "target": _with_year(self.target, self.target_year),
            "year_target": self.year_target,
            "past": "\n".join(f"{past.year}：{past.text}" for past in self.past),
            "unit": self.unit,
            "remark": self.remark,
        }


def _with_year(value: str, year: str) -> str:
    return f"{value}\n（{year}）" if value and year else value


class AskedSheet(Noun):
    """A sheet with those of its measures that are asked for."""

    slug: str
    identifier: str
    name: str
    measures: tuple[AskedMeasure, ...]


class RoundPaper(Noun):
    """What one organisation is asked in a round. ``key``: the round's lasting random name; ``whose``: the organisation's
    address."""

    key: str
    name: str
    nendo: int
    deadline: dt.date
    note: str = ""
    whose: str
    whose_name: str
    sheets: tuple[AskedSheet, ...]


class CellFault(Noun):
    """What is wrong with a cell of a workbook that came back."""

    worksheet: str
    cell: str
    message: Message


class ReturnedLine(Noun):
    """A line of a workbook that came back. ``cells``: where each part of the reply stands; ``touched``: whether it differs
    from what the workbook was made with; ``edited``: whether what is not to be filled in was changed, which is not taken
    over."""

    ask: int
    worksheet: str
    row: int
    reply: Reply
    touched: bool
    made_with: str = Field(default="", description="``reply_digest`` of the answer that stood in it when it was made")
    edited: bool = False
    cells: Mapping[str, str] = Field(default_factory=dict)


class ReturnedPaper(Noun):
    """What a workbook says that came back: whose it is, its lines by id wherever they stand, and what is wrong."""

    key: str
    whose: str
    lines: tuple[ReturnedLine, ...]
    faults: tuple[CellFault, ...] = ()
    unread: tuple[CellFault, ...] = Field(default=(), description="Words that stand where nothing is asked, not taken")


def ask_mark(paper_key: str, whose: str, ask: int) -> str:
    """What stands in a line's hidden cell: the ask's number and a check, so that no slip of a hand makes one ask another.

    >>> ask_mark("a1", "soumu-kokusai", 7)
    '7-5ffa9136'
    """
    return f"{ask}-{_digest(paper_key, whose, str(ask))[:8]}"


def reply_digest(reply: Reply) -> str:
    """By what a reply is known again, as it was typed."""
    state = reply.state.value if reply.state else ""
    return _digest(state, reply.text, str(reply.year or ""), reply.note, reply.evidence)[:16]


def fixed_digest(texts: tuple[str, ...]) -> str:
    """By what the cells of a line that are not to be filled in are known again; blanks and widths do not count."""
    return _digest(*map(key, texts))[:16]


def _digest(*texts: str) -> str:
    return hashlib.sha256("\x1f".join(texts).encode()).hexdigest()

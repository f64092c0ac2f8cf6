"""Policy (政策): what the head of a sheet states, label by label, in the form's order.

Three levels exist in law: 政策 - 施策 - 事務事業. What 総務省 prints as 政策 is the guideline's 施策 (its note ※１), so a
policy keeps both the level's name as printed and the level in law.
"""

import re
from enum import StrEnum
from typing import Any, ClassVar

from pydantic import Field

from monosashi.model.date import PrintedMonth, parse_month
from monosashi.model.folding import fold
from monosashi.model.mark import CIRCLED, Number, parse_number, without_note_marks
from monosashi.model.nendo import ERA, Nendo, parse_nendo
from monosashi.model.noun import NOT_PRINTED, Noun, Printed


class StatementRole(StrEnum):
    """What a labelled text of the head is about."""

    NAME = "name"
    OUTLINE = "outline"
    FIELD = "field"
    AIM = "aim"
    AIM_REASON = "aim_reason"
    FINAL_OUTCOME = "final_outcome"
    INTERMEDIATE_OUTCOME = "intermediate_outcome"
    OFFICE = "office"
    RESPONSIBLE = "responsible"
    EVALUATION_MONTH = "evaluation_month"
    OTHER = "other"


class Statement(Noun):
    """One labelled text of the head: 政策の概要, 担当部局課室名 ..."""

    role: StatementRole
    label: str = Field(description="As printed, note marks included")
    text: str

    @property
    def plain_label(self) -> str:
        """The label without line breaks, note marks and brackets around the whole."""
        plain = re.sub(r"[\s\u3000]+", "", without_note_marks(self.label))
        bracketed = re.fullmatch(r"[(（［\[](.+)[)）］\]][:：]?", plain)
        return bracketed[1] if bracketed else plain


_IDENTIFIER = re.compile(
    rf"[(（]?\s*+(?!(?:{ERA})\s*+\d)(?P<ministry>[^\d\s()（）Ⅰ-ⅿ]{{1,20}}?)\s*+(?P<year>(?:{ERA})?\s*+(?:元|\d{{1,4}}))\s*+(?:政|[-－−―‐–ー])\s*+"
    rf"(?P<number>[{CIRCLED}]|\d{{1,3}}(?:[-－−―‐–ー]\d{{1,3}}){{0,3}})\s*+[)）]?"
)


def _identifier_meaning(text: str) -> dict[str, Any]:
    match = _IDENTIFIER.fullmatch(fold(text).strip())
    if not match:
        return {"ministry": "", "nendo": None, "number": None}
    return {
        "ministry": match["ministry"],
        "nendo": parse_nendo(match["year"] + "年度", like=Nendo(year=2020)),
        "number": parse_number(match["number"]),
    }


class Identifier(Printed):
    """A sheet's number: 総務省R3－⑭."""

    ministry: str = ""
    nendo: Nendo | None = None
    number: Number | None = None

    meant: ClassVar[frozenset[str]] = frozenset({"ministry", "nendo", "number"})
    meaning: ClassVar[Any] = staticmethod(_identifier_meaning)

    @property
    def plain(self) -> str:
        """The number without the brackets around it."""
        text = self.text.strip()
        return text[1:-1].strip() if text[:1] in "(（" and text[-1:] in ")）" else text


_TITLE_YEAR = re.compile(rf"(?:(?:{ERA})\s*+)?(?:元|\d{{1,4}})\s*+年\s*+度")


class Title(Printed):
    """標題, with the fiscal year it speaks of."""

    nendo: Nendo | None = None

    meant: ClassVar[frozenset[str]] = frozenset({"nendo"})
    meaning: ClassVar[Any] = staticmethod(lambda text: {"nendo": title_nendo(text)})


def title_nendo(text: str) -> Nendo | None:
    """The first year a title names: 「…事前分析表（令和３年度実施政策）」 is 2021."""
    match = _TITLE_YEAR.search(fold(text))
    return parse_nendo(match.group()) if match else None


class Policy(Noun):
    """What the sheet says the policy is, in labelled texts; what a text means is a question to it."""

    level: str = Field(default="", json_schema_extra=NOT_PRINTED, description="The level as the form names it: 政策")
    level_in_law: str = Field(default="施策", json_schema_extra=NOT_PRINTED)
    statements: tuple[Statement, ...] = ()

    def statement(self, role: StatementRole) -> Statement | None:
        """The first statement of that role."""
        return next((statement for statement in self.statements if statement.role is role), None)

    def text(self, role: StatementRole) -> str:
        """The text of the first statement of that role, or nothing."""
        statement = self.statement(role)
        return statement.text if statement else ""

    @property
    def name(self) -> str:
        """The policy's name."""
        return self.text(StatementRole.NAME)

    @property
    def evaluation(self) -> PrintedMonth:
        """When the policy is to be evaluated (政策評価実施予定時期)."""
        text = self.text(StatementRole.EVALUATION_MONTH)
        return PrintedMonth(text=text, month=parse_month(text))

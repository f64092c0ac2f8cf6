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
    """What a labelled text of the head is about: the policy and its aim, whose it is, and in a 評価書 what came of it.

    ``measures``: the 施策 by which a 政策目標 is approached; ``effort``: what is done for one of them (取組内容).
    ``result``: 目標達成度合いの測定結果, ``result_reason``: 判断根拠, ``grade``: 評定 or 総合判定 (a ministry's own
    scale), ``next_steps``: 次期目標等への反映の方向性, ``experts``: 学識経験を有する者の知見の活用, ``sources``:
    使用した資料その他の情報, ``method``: 評価方式.
    """

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
    BACKGROUND = "background"
    MEASURES = "measures"
    EFFORT = "effort"
    RESULT = "result"
    RESULT_REASON = "result_reason"
    GRADE = "grade"
    ANALYSIS = "analysis"
    NEXT_STEPS = "next_steps"
    EXPERTS = "experts"
    SOURCES = "sources"
    METHOD = "method"
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
        bracketed = re.fullmatch(r"[(（［\[【〔＜<](.+)[)）］\]】〕＞>][:：]?", plain)
        return bracketed[1] if bracketed else plain


_HYPHEN = "[-－−―‐–ー]"
#: 総務省R3－⑭, 財務省 31 政5-1, 環境省22-24.
_IDENTIFIER = re.compile(
    rf"[(（]?\s*+(?!(?:{ERA})\s*+\d)(?P<ministry>[^\d\s()（）Ⅰ-ⅿ]{{1,20}}?)\s*+(?P<year>(?:{ERA})?\s*+(?:元|\d{{1,4}}))\s*+(?:政|{_HYPHEN})\s*+"
    rf"(?P<number>[{CIRCLED}]|\d{{1,3}}(?:{_HYPHEN}\d{{1,3}}){{0,3}})\s*+[)）]?"
)
#: 施策目標Ⅰ-11-2, Ⅶー4, 厚生労働省R4（Ⅰ－11－2）: the place in a ministry's own tree of policies.
_TREE_IDENTIFIER = re.compile(
    rf"[(（]?\s*+(?P<ministry>[^\d\s()（）Ⅰ-ⅿ]{{0,20}}?)\s*+(?P<year>(?:{ERA})?\s*+(?:元|\d{{1,4}}))?\s*+{_HYPHEN}?\s*+[(（]?\s*+"
    rf"(?P<number>[Ⅰ-Ⅻⅰ-ⅻ](?:\s*+{_HYPHEN}\s*+\d{{1,3}}){{1,4}})\s*+[)）]{{0,2}}"
)


#: What numbers a page, a table or a project and no sheet: 個別票１－２, 表2-1, 新28-0003.
_NOT_A_MINISTRY = re.compile(r"(?:票|表|別紙|別添|様式|資料|参考|第|図|注|番号|指標|項目|頁|^新|^[-－]+)$")


def _identifier_meaning(text: str) -> dict[str, Any]:
    flat = fold(text).strip()
    if flat[:1] in "[【〔" and flat[-1:] in "]】〕":
        flat = flat[1:-1].strip()
    match = _IDENTIFIER.fullmatch(flat) or _TREE_IDENTIFIER.fullmatch(flat)
    if not match or len(flat) > _LONGEST_IDENTIFIER or _NOT_A_MINISTRY.search(match["ministry"]):
        return {"ministry": "", "nendo": None, "number": None}
    return {
        "ministry": match["ministry"],
        "nendo": parse_nendo(match["year"] + "年度", like=Nendo(year=2020)) if match["year"] else None,
        "number": parse_number(match["number"]),
    }


#: The longest seen has 17 characters.
_LONGEST_IDENTIFIER = 60


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
        return text[1:-1].strip() if text[:1] in "(（[［【〔" and text[-1:] in ")）]］】〕" else text


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

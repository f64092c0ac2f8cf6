"""Evaluation (評価書): what a sheet says of the result: the grade with its grounds, the analysis, what follows from it.

A 評価書 is a sheet with more on it: its money by stages stands in ``Sheet.budgets``, its actuals and marks with the
measures, its texts among the policy's statements. An Evaluation gathers the texts of the result, each with its path.

>>> common_grade("③【相当程度進展あり】"), common_grade("目標達成"), common_grade("A")
(<CommonGrade.CONSIDERABLE: 3>, <CommonGrade.MET: 2>, None)

Source: 目標管理型の政策評価の実施に関するガイドライン (20 December 2013), 別紙2; the common five grades
(各行政機関共通区分) by their wording; that guideline gives no thresholds.
"""

import re
from enum import IntEnum

from monosashi.model.folding import key
from monosashi.model.message import Message
from monosashi.model.noun import Noun
from monosashi.model.policy import StatementRole


class CommonGrade(IntEnum):
    """目標達成度合いの測定結果（各行政機関共通区分）: 1 is best."""

    EXCEEDED = 1
    MET = 2
    CONSIDERABLE = 3
    LITTLE = 4
    NOT_TOWARD = 5

    @property
    def label(self) -> Message:
        """The grade's wording."""
        return _LABELS[self]


_LABELS = {
    CommonGrade.EXCEEDED: Message(ja="目標超過達成", en="target exceeded"),
    CommonGrade.MET: Message(ja="目標達成", en="target met"),
    CommonGrade.CONSIDERABLE: Message(ja="相当程度進展あり", en="considerable progress"),
    CommonGrade.LITTLE: Message(ja="進展が大きくない", en="little progress"),
    CommonGrade.NOT_TOWARD: Message(ja="目標に向かっていない", en="not moving toward the target"),
}
_NUMBER = re.compile(r"[(\[【]?([1-5])[)\]】.]?")
_CIRCLED = "①②③④⑤"


def common_grade(text: str) -> CommonGrade | None:
    """The grade of the common five that a text states; None where it states none, or more than one."""
    flat = key(text)
    worded = {grade for grade, label in _LABELS.items() if key(label.ja) in flat}
    if len(worded) == 1:
        return worded.pop()
    if worded:
        return None
    bare = text.strip()
    if len(bare) == 1 and bare in _CIRCLED:
        return CommonGrade(_CIRCLED.index(bare) + 1)
    number = _NUMBER.fullmatch(flat)
    return CommonGrade(int(number[1])) if number else None


class Told(Noun):
    """A text of the result with its path; empty where the sheet prints none."""

    path: str = ""
    text: str = ""


class Evaluation(Noun):
    """The result as the sheet states it."""

    result: Told = Told()
    own_grade: Told = Told()
    grounds: Told = Told()
    analysis: Told = Told()
    next_steps: Told = Told()
    experts: Told = Told()
    sources: Told = Told()

    @property
    def grade(self) -> CommonGrade | None:
        """The stated grade of the common five."""
        return common_grade(self.result.text)


#: Which statement of the head tells which part of the result.
TOLD_BY = {
    "result": StatementRole.RESULT,
    "own_grade": StatementRole.GRADE,
    "grounds": StatementRole.RESULT_REASON,
    "analysis": StatementRole.ANALYSIS,
    "next_steps": StatementRole.NEXT_STEPS,
    "experts": StatementRole.EXPERTS,
    "sources": StatementRole.SOURCES,
}

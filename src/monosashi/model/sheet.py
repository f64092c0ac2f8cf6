"""Sheet (事前分析表): everything one form says.

The tree follows the paper: the head, goals with their levers, indicators and measures, the rationales beside them,
the programmes with their money, the cabinet decisions, the notes. Labels of columns are kept as printed, because
they carry note marks and units.

Source: 目標管理型の政策評価の実施に関するガイドライン (20 December 2013), 別紙1.
"""

from collections.abc import Iterator
from typing import Any

from pydantic import Field

from monosashi.model.budget import Budget, BudgetItem
from monosashi.model.cabinet import CabinetLink
from monosashi.model.evaluation import TOLD_BY, Evaluation, Told
from monosashi.model.folding import unbroken
from monosashi.model.goal import Goal
from monosashi.model.indicator import Indicator, Measure
from monosashi.model.money import MoneyCell
from monosashi.model.note import Note
from monosashi.model.noun import NOT_PRINTED, Noun
from monosashi.model.policy import Identifier, Policy, Title
from monosashi.model.programme import Programme
from monosashi.model.rationale import Rationale


class Label(Noun):
    """A printed label of a column or section: the form's role for it, and the words on the paper."""

    role: str = Field(json_schema_extra=NOT_PRINTED)
    text: str


class Sheet(Noun):
    """One 事前分析表."""

    form: str = Field(default="", json_schema_extra=NOT_PRINTED, description="The blank form it was read by")
    title: Title = Title(text="")
    identifier: Identifier = Identifier(text="")
    policy: Policy = Policy()
    labels: tuple[Label, ...] = ()
    goals: tuple[Goal, ...] = ()
    rationales: tuple[Rationale, ...] = ()
    programmes: tuple[Programme, ...] = ()
    money: tuple[MoneyCell, ...] = Field(default=(), description="政策の予算額・執行額")
    budgets: tuple[Budget, ...] = Field(default=(), description="施策の予算額・執行額等, by the stages of the budget")
    budget_items: tuple[BudgetItem, ...] = Field(default=(), description="The items of the budget that pay for it")
    cabinet: tuple[CabinetLink, ...] = ()
    notes: tuple[Note, ...] = ()

    def indicators(self) -> Iterator[tuple[str, Indicator]]:
        """Each indicator with its path, in printed order."""
        for g, goal in enumerate(self.goals):
            for v, lever in enumerate(goal.levers):
                for i, indicator in enumerate(lever.indicators):
                    yield f"/goals/{g}/levers/{v}/indicators/{i}", indicator

    def measures(self) -> Iterator[tuple[str, Indicator, Measure]]:
        """Each measure with its path and the indicator it stands under."""
        for path, indicator in self.indicators():
            for m, measure in enumerate(indicator.measures):
                yield f"{path}/measures/{m}", indicator, measure

    @property
    def evaluation(self) -> Evaluation:
        """What the sheet states of the result; empty texts where it is no 評価書. A label over further labels
        (目標達成度合いの測定結果 over 各行政機関共通区分) has no text of its own, so the first that has one counts."""
        told = sorted(enumerate(self.policy.statements), key=lambda one: (bool(one[1].text.strip()), -one[0]))
        at = {statement.role: n for n, statement in told}
        return Evaluation(
            **{
                field: Told(path=f"/policy/statements/{at[role]}/text", text=self.policy.statements[at[role]].text)
                for field, role in TOLD_BY.items()
                if role in at
            }
        )

    def label(self, role: str) -> str:
        """The label printed for a role, or nothing."""
        return next((label.text for label in self.labels if label.role == role), "")


def same(left: Noun, right: Noun) -> bool:
    """Whether two nouns say the same: equal trees, their texts compared without line breaks and the blanks beside
    them, because where a line breaks is never part of a value."""
    return bool(_comparable(left.model_dump()) == _comparable(right.model_dump()))


def _comparable(tree: Any) -> Any:
    if isinstance(tree, str):
        return unbroken(tree)
    if isinstance(tree, dict):
        return {name: _comparable(value) for name, value in tree.items()}
    return [_comparable(item) for item in tree] if isinstance(tree, list | tuple) else tree

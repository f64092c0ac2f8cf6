"""The head: title, number, and the labelled texts of the policy."""

import re
from collections.abc import Iterator, Sequence

from monosashi.model import Message, Sheet, Statement, StatementRole
from monosashi.model.date import parse_month
from monosashi.model.measuring.matching import Item, Match, match
from monosashi.model.measuring.same_wording import same_wording, wording
from monosashi.model.nendo import YEAR
from monosashi.office.compare.comparison import Change
from monosashi.office.compare.kinds import ChangeKind, Part
from monosashi.office.compare.telling import NOWHERE, Spot, Subject, both, came_or_went, moved

_HEAD = Subject(Part.HEAD, Message(ja="", en=""))
_YEAR = re.compile(YEAR)
_KINDS = {
    StatementRole.NAME: ChangeKind.POLICY_REWORDED,
    StatementRole.OUTLINE: ChangeKind.POLICY_OUTLINE_CHANGED,
    StatementRole.EVALUATION_MONTH: ChangeKind.EVALUATION_MONTH_MOVED,
}
_ENGLISH = {
    StatementRole.NAME: "name of the policy",
    StatementRole.OUTLINE: "outline of the policy",
    StatementRole.FIELD: "field",
    StatementRole.AIM: "aim",
    StatementRole.AIM_REASON: "reason for the aim",
    StatementRole.FINAL_OUTCOME: "final outcome",
    StatementRole.INTERMEDIATE_OUTCOME: "intermediate outcome",
    StatementRole.OFFICE: "office in charge",
    StatementRole.RESPONSIBLE: "person responsible",
    StatementRole.EVALUATION_MONTH: "month of the evaluation",
    StatementRole.BACKGROUND: "background",
    StatementRole.MEASURES: "measures",
    StatementRole.EFFORT: "what is done",
    StatementRole.RESULT: "result",
    StatementRole.RESULT_REASON: "ground of the result",
    StatementRole.GRADE: "ministry's own grade",
    StatementRole.ANALYSIS: "analysis",
    StatementRole.NEXT_STEPS: "what follows for the next period",
    StatementRole.EXPERTS: "use of experts' knowledge",
    StatementRole.SOURCES: "sources used",
    StatementRole.METHOD: "method of evaluation",
}


def without_years(text: str) -> str:
    """The words of a print without the years in it: 令和３年度事業番号 is 事業番号."""
    return _YEAR.sub("", wording(text))


def head_changes(before: Sheet, after: Sheet) -> Iterator[Change]:
    """What changed in the head of the sheet."""
    old, new = before.title, after.title
    if old.nendo != new.nendo:
        years = both(lambda title: Spot("/title", str(title.nendo or ""), value=True), old, new)
        yield moved(_HEAD, ChangeKind.SHEET_YEAR_MOVED, Message(ja="対象年度", en="year of the sheet"), years)
    if without_years(old.text) != without_years(new.text):
        title = Message(ja="標題", en="title")
        yield moved(_HEAD, ChangeKind.TITLE_REWORDED, title, both(lambda each: Spot("/title", each.text), old, new))
    if not same_wording(before.identifier.plain, after.identifier.plain):
        spots = both(lambda sheet: Spot("/identifier", sheet.identifier.plain), before, after)
        yield moved(_HEAD, ChangeKind.IDENTIFIER_CHANGED, Message(ja="整理番号", en="number of the sheet"), spots)
    for pair in statement_matches(before, after):
        yield from _statement_changes(pair)


def statement_matches(before: Sheet, after: Sheet) -> tuple[Match[Statement], ...]:
    """The labelled texts of both sheets, matched by what they are about; others by their label."""
    return match(_items(before.policy.statements), _items(after.policy.statements))


def _items(statements: Sequence[Statement]) -> list[Item[Statement]]:
    return [
        Item(
            path=f"/policy/statements/{n}",
            noun=each,
            name=each.plain_label if each.role is StatementRole.OTHER else "",
            kind=each.role.value,
        )
        for n, each in enumerate(statements)
    ]


def _statement_changes(pair: Match[Statement]) -> Iterator[Change]:
    old, new = pair.before, pair.after
    if old and new:
        if not _same_text(old.noun, new.noun):
            kind = _KINDS.get(new.noun.role, ChangeKind.STATEMENT_CHANGED)
            yield moved(_HEAD, kind, _label(new.noun), (_spot(old), _spot(new)))
        return
    (only,) = [each for each in (old, new) if each]
    if wording(only.noun.text):
        subject = Subject(Part.HEAD, _label(only.noun))
        kinds = (ChangeKind.STATEMENT_ADDED, ChangeKind.STATEMENT_ENDED)
        yield came_or_went(subject, kinds, (_spot(old), _spot(new)))


def _label(statement: Statement) -> Message:
    label = statement.plain_label
    return Message(ja=label, en=_ENGLISH.get(statement.role, label))


def _spot(item: Item[Statement] | None) -> Spot:
    return Spot(f"{item.path}/text", item.noun.text) if item else NOWHERE


def _same_text(old: Statement, new: Statement) -> bool:
    if old.role is new.role is StatementRole.EVALUATION_MONTH:
        months = parse_month(old.text), parse_month(new.text)
        if all(months) and without_years(old.text) == without_years(new.text):
            return months[0] == months[1]
    return same_wording(old.text, new.text)

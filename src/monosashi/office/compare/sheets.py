"""The verb: what changed between two sheets, or two versions of one."""

from collections.abc import Iterator

from monosashi.model import Message, Sheet
from monosashi.model.folding import unbroken
from monosashi.model.measuring.same_measures import match_measures
from monosashi.office.compare.budget_items import budget_item_changes
from monosashi.office.compare.budgets import budget_changes
from monosashi.office.compare.cabinet import cabinet_changes
from monosashi.office.compare.comparison import Change, ComparedSheet, Comparison
from monosashi.office.compare.goals import goal_changes, match_goals, match_levers
from monosashi.office.compare.head import head_changes
from monosashi.office.compare.indicators import indicator_changes
from monosashi.office.compare.kinds import Part
from monosashi.office.compare.labels import label_changes
from monosashi.office.compare.money import money_changes
from monosashi.office.compare.notes import note_changes
from monosashi.office.compare.programmes import programme_changes
from monosashi.office.compare.rationales import rationale_changes
from monosashi.office.compare.telling import Subject
from monosashi.office.compare.years import money_reach

_POLICY = Subject(Part.MONEY, Message(ja="", en=""))


def compare(before: Sheet, after: Sheet) -> Comparison:
    """What changed from one sheet to the other, each change once, in the printed order of the later sheet.

    Print alone (line breaks, widths, a target merged over years or repeated) is no change. Never raises for what is
    printed on a sheet; the same two sheets give the same comparison.
    """
    return Comparison(before=_compared(before), after=_compared(after), changes=tuple(_changes(before, after)))


def _compared(sheet: Sheet) -> ComparedSheet:
    return ComparedSheet(
        identifier=unbroken(sheet.identifier.plain),
        title=unbroken(sheet.title.text),
        policy=unbroken(sheet.policy.name),
    )


def _changes(before: Sheet, after: Sheet) -> Iterator[Change]:
    measures = match_measures(before, after)
    levers = match_levers(before, after, measures)
    yield from head_changes(before, after)
    yield from goal_changes(match_goals(before, after, measures), levers)
    yield from indicator_changes(before, after, measures, levers)
    yield from rationale_changes(before, after, measures)
    yield from programme_changes(before, after, measures)
    reaches = money_reach(before), money_reach(after)
    yield from money_changes(_POLICY, ("/money", before.money), ("/money", after.money), reaches)
    yield from budget_changes(before, after)
    yield from budget_item_changes(before, after)
    yield from cabinet_changes(before.cabinet, after.cabinet)
    yield from note_changes(before.notes, after.notes)
    yield from label_changes(before, after)

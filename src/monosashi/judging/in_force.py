"""Which rule is in force for a sheet: that of the ministry it names, in the year it speaks of."""

import datetime as dt
from collections.abc import Iterator

from monosashi.judging.rule import COMMON, Rule, rule, rules
from monosashi.model import Sheet, StatementRole
from monosashi.model.folding import key


def rule_in_force(sheet: Sheet, among: tuple[Rule, ...] | None = None) -> Rule:
    """The rule of the sheet's ministry and year; the common five where no ministry of ours is named.

    ``among``: the rules to choose from, those of the package where none are given.

    The ministry is that of the sheet's number (総務省R3－⑭), else one whose name the responsible office or the title
    holds, else the one whose blank form it is. A number that names another ministry ends the search. The longest name that is found decides, so that a
    ministry named within another's does not.
    """
    year = sheet.identifier.nendo or sheet.title.nendo
    day = year.first_day if year else None
    own = [one for one in among or rules() if one.id != COMMON and _in_force(one, day)]
    for words in _said(sheet):
        named = [(len(name), one) for one in own for name in one.ministries if key(name) in words]
        if named:
            return max(named, key=lambda found: (found[0], found[1].valid_from or dt.date.min))[1]
    by_form = [one for one in own if sheet.form in one.forms and not _names_a_ministry(sheet)]
    return by_form[-1] if by_form else rule(COMMON)


def _said(sheet: Sheet) -> Iterator[str]:
    """Where a sheet names its ministry, most telling first."""
    yield key(sheet.identifier.ministry)
    if _names_a_ministry(sheet):
        return
    yield key(sheet.identifier.text)
    yield key(sheet.title.text)
    yield key(sheet.policy.text(StatementRole.OFFICE))


def _names_a_ministry(sheet: Sheet) -> bool:
    """Whether the sheet's number names a body; 施策目標Ⅰ-11-2 names a level."""
    return sheet.identifier.ministry.endswith(("省", "庁", "府", "委員会", "院"))


def _in_force(one: Rule, day: dt.date | None) -> bool:
    """Whether a rule was in force on a day; one without dates always is, and a sheet without a year asks for none."""
    if day is None:
        return one.valid_to is None
    return (one.valid_from is None or one.valid_from <= day) and (one.valid_to is None or day <= one.valid_to)

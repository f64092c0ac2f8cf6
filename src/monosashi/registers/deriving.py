"""Deriving: every number of a sheet that a counting rule is for, counted anew from records.

A rule is for a measure by the names of ministry, policy and measure, and in force by the sheet's own year, so that one
sheet counts all its years one way. Of two rules for one measure in one unit the one that names more decides, then the one
in force later, then the higher version, then the one given later (an office's own after the package's).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from monosashi.model import (
    AppliesTo,
    Count,
    CountingRule,
    Measure,
    Nendo,
    Record,
    Register,
    Sheet,
    StatementRole,
)
from monosashi.model.folding import key
from monosashi.model.mark import without_note_marks
from monosashi.model.measuring.amounts import one_measure
from monosashi.model.measuring.counted import PrintedNumber, printed_numbers
from monosashi.model.measuring.strand import strands
from monosashi.model.measuring.units import unit_key
from monosashi.model.naming import policy_key
from monosashi.registers.counting import Tally, counts_of, tally
from monosashi.registers.counting_terms import terms_of


@dataclass(frozen=True)
class RulesOf:
    """A measure on the sheet with its rules, one for each unit; the first counts in the unit of its values."""

    path: str
    rules: tuple[CountingRule, ...]

    def of(self, number: PrintedNumber) -> CountingRule:
        """The rule by which a printed number is counted: one in its unit, else the first."""
        unit = number.amount.unit if number.amount else ""
        return next((rule for rule in self.rules if one_measure(unit, rule.unit)), self.rules[0])


def derive(
    sheet: Sheet,
    records: Iterable[Record],
    rules: Iterable[CountingRule],
    registers: Iterable[Register],
) -> tuple[Count, ...]:
    """Every count of a sheet, in printed order: by measure, rule and year, each whole before its parts.

    Counted are the years of which the sheet prints a value (actuals, 【参考】, the baseline and the years it is the mean
    of), and of its empty actuals those that have begun when the newest record was made. Raises ``BadRule`` and
    ``RecordTwice``.
    """
    tallies = _Tallies(sheet, tuple(records), {register.code: register for register in registers})
    numbers: dict[str, list[PrintedNumber]] = {}
    for strand in strands(sheet):
        numbers.setdefault(strand.path, []).extend(printed_numbers(sheet, strand))
    return tuple(
        count.model_copy(update={"path": measure.path})
        for measure in rules_of_sheet(sheet, rules)
        for rule in measure.rules
        for nendo in _years(tallies.of(rule), [one for one in numbers[measure.path] if measure.of(one) is rule])
        for count in counts_of(tallies.of(rule), nendo)
    )


def rules_of_sheet(sheet: Sheet, rules: Iterable[CountingRule]) -> tuple[RulesOf, ...]:
    """The measures of a sheet that rules in force are for, in printed order."""
    year = sheet.title.nendo or sheet.identifier.nendo
    given = [rule for rule in rules if _in_force(rule, year)]
    found = ((path, measure, _rules_of(sheet, measure, given)) for path, _, measure in sheet.measures())
    return tuple(
        RulesOf(path, tuple(sorted(chosen, key=lambda rule: (not one_measure(rule.unit, measure.unit), rule.code))))
        for path, measure, chosen in found
        if chosen
    )


def _rules_of(sheet: Sheet, measure: Measure, given: Sequence[CountingRule]) -> tuple[CountingRule, ...]:
    """Of the rules for a measure the one that decides, in each unit."""
    best: dict[str, tuple[tuple[int, int, int, int], CountingRule]] = {}
    for n, rule in enumerate(given):
        names = [_names(one) for one in rule.applies_to if _applies(one, sheet, measure)]
        if names:
            ranked = (max(names), rule.valid_from.year, rule.version, n), rule
            best[unit_key(rule.unit)] = max(best.get(unit_key(rule.unit), ranked), ranked, key=lambda one: one[0])
    return tuple(rule for _, rule in best.values())


def _in_force(rule: CountingRule, year: Nendo | None) -> bool:
    """Whether a rule was in force in the sheet's year; for a sheet without a year, whether it still is."""
    if year is None:
        return rule.valid_to is None
    return rule.valid_from.year <= year.year and (rule.valid_to is None or year.year <= rule.valid_to.year)


def _names(one: AppliesTo) -> int:
    """How much it names beside the measure."""
    return bool(one.ministry) + bool(one.policy)


def _applies(one: AppliesTo, sheet: Sheet, measure: Measure) -> bool:
    if key(one.measure) != key(without_note_marks(measure.name.name)):
        return False
    if one.policy and policy_key(one.policy) != policy_key(sheet.policy.name):
        return False
    return not one.ministry or _of_ministry(sheet, key(one.ministry))


def _of_ministry(sheet: Sheet, ministry: str) -> bool:
    """Whether the sheet is the ministry's: by its number (総務省R3－⑭); where that names none, by title or office."""
    if named := key(sheet.identifier.ministry):
        return named == ministry
    told = (sheet.identifier.text, sheet.title.text, sheet.policy.text(StatementRole.OFFICE))
    return any(ministry in key(text) for text in told)


def _years(tallied: Tally, numbers: Iterable[PrintedNumber]) -> list[Nendo]:
    """The years of the numbers in their order; of those without a printed value only as far as there are records."""
    newest = tallied.days[-1] if tallied.days else None
    asked = {
        year
        for number in numbers
        for year in number.years
        if number.amount is not None or (newest is not None and year.first_day <= newest)
    }
    return sorted(asked, key=lambda year: (year.year, year.kind))


@dataclass
class _Tallies:
    """What each rule makes of the records, made once a rule."""

    sheet: Sheet
    records: tuple[Record, ...]
    registers: dict[str, Register]
    known: dict[tuple[str, int, int], Tally] = field(default_factory=dict)

    def of(self, rule: CountingRule) -> Tally:
        """A rule's, counted for the sheet's policy."""
        name = rule.code, rule.version, id(rule)
        if name not in self.known:
            terms = terms_of(rule, self.registers.get(rule.register_code), self.sheet.policy.name)
            self.known[name] = tally(terms, self.records)
        return self.known[name]

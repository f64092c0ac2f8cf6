"""What a counting rule would count now: its numbers, year by year, before it is kept."""

import datetime as dt
from contextlib import suppress

from monosashi.model import Count, CountingRule, Nendo, Noun, Record, Register
from monosashi.office.keeping import Actor
from monosashi.office.recording.projecting import nendo_of
from monosashi.office.recording.reading_out import records_for, registers_for
from monosashi.registers.counting import count

#: So many years are told at most, the newest.
_MOST_YEARS = 12


class RulePreview(Noun):
    """A rule with what it counts: of each year in which its register has a record, the whole first, then each part."""

    rule: CountingRule
    years: tuple[int, ...]
    counts: tuple[Count, ...]


def preview(actor: Actor, ministry: str, rules: tuple[CountingRule, ...]) -> tuple[RulePreview, ...]:
    """What each rule counts of the records that there are. Raises ``NoSuchRegister``, ``SignInFirst``, ``MayNot``."""
    registers = {register.code: register for register in registers_for(actor, ministry)}
    return tuple(
        _preview(rule, records_for(actor, ministry, rule.register_code), registers.get(rule.register_code))
        for rule in rules
    )


def _preview(rule: CountingRule, records: tuple[Record, ...], register: Register | None) -> RulePreview:
    years = _years(rule, records)
    counts = tuple(one for year in years for one in count(rule, records, Nendo(year=year), register=register))
    return RulePreview(rule=rule, years=years, counts=counts)


def _years(rule: CountingRule, records: tuple[Record, ...]) -> tuple[int, ...]:
    """The fiscal years in which a record has its day, as far as the rule is in force."""
    found = set()
    for record in records:
        with suppress(ValueError):
            found.add(nendo_of(dt.date.fromisoformat(record.text(rule.day))))
    last = rule.valid_to.year if rule.valid_to else max(found, default=0)
    return tuple(sorted(year for year in found if rule.valid_from.year <= year <= last)[-_MOST_YEARS:])

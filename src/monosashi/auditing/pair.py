"""Pair: two sheets of one policy, an earlier and a later one, with the measures of both that are the same.

Which is the earlier one is told by the year of the title, else of the identifier; where that does not tell, the order in
which they are given holds.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from monosashi.model import Sheet, StatementRole
from monosashi.model.folding import key
from monosashi.model.mark import plain_number
from monosashi.model.measuring.same_measures import match_measures
from monosashi.model.measuring.strand import Strand, strands

#: Names less alike are two indicators: a finding must not rest on a guess. (Two names of which five of eight pairs of
#: characters stay, with the unit.)
SURE = 0.6
#: What a sheet that reports a result states.
_RESULTS = frozenset({StatementRole.RESULT, StatementRole.RESULT_REASON, StatementRole.GRADE})


@dataclass(frozen=True)
class StrandPair:
    """One measure (or one part of it) in both sheets."""

    earlier: Strand
    later: Strand


@dataclass(frozen=True)
class Pair:
    """Two sheets of one policy. ``measures``: the path of each measure of the later sheet that the earlier one has, with
    its path there."""

    earlier: Sheet
    later: Sheet
    measures: tuple[tuple[str, str], ...] = ()

    @cached_property
    def strands(self) -> tuple[StrandPair, ...]:
        """Each measure of both with each part of both, in the later sheet's order."""
        old = {(strand.path, key(strand.part)): strand for strand in strands(self.earlier)}
        paths = dict(self.measures)
        found = ((old.get((paths.get(new.path, ""), key(new.part))), new) for new in strands(self.later))
        return tuple(StrandPair(before, new) for before, new in found if before)

    @cached_property
    def year(self) -> int | None:
        """The fiscal year of the later sheet."""
        return year_of(self.later)

    @cached_property
    def beside(self) -> bool:
        """Whether they are sheets of two policies of one year, which stand side by side rather than one after the
        other."""
        one_year = (
            self.year is not None and self.year == year_of(self.earlier) and not _years_apart(self.earlier, self.later)
        )
        return one_year and _two_policies(self.earlier, self.later)

    @cached_property
    def judges(self) -> bool:
        """Whether the later sheet reports the result of what the earlier one set."""
        return not self.beside and is_report(self.later) and not is_report(self.earlier)

    def over(self, strand: Strand) -> bool:
        """Whether the target year of a measure of the earlier sheet had ended when the later one's year began."""
        year = strand.measure.target.year.nendo
        return year is not None and self.year is not None and year.year < self.year


def pair_of(earlier: Sheet, later: Sheet) -> Pair:
    """The two sheets in the order of their years (as given where these do not tell), with the measures they share."""
    if _is_later(earlier, later):
        earlier, later = later, earlier
    found = [match for match in match_measures(earlier, later) if match.before and match.after and match.score >= SURE]
    return Pair(earlier, later, tuple((m.after.path, m.before.path) for m in found if m.after and m.before))


def _is_later(one: Sheet, other: Sheet) -> bool:
    """Whether one sheet is plainly the later: of a later year, or of one year the report on what the other set."""
    apart = _years_apart(one, other)
    return apart > 0 if apart else is_report(one) and not is_report(other)


def _years_apart(one: Sheet, other: Sheet) -> int:
    """By how many years the first is the later: by the titles, where these do not tell by the identifiers; 0 where neither
    does."""
    told = ((one.title.nendo, other.title.nendo), (one.identifier.nendo, other.identifier.nendo))
    return next((a.year - b.year for a, b in told if a and b and a.year != b.year), 0)


def year_of(sheet: Sheet) -> int | None:
    """The fiscal year a sheet speaks of: its title's, else its identifier's."""
    nendo = sheet.title.nendo or sheet.identifier.nendo
    return nendo.year if nendo else None


def is_report(sheet: Sheet) -> bool:
    """Whether the sheet is a 評価書: by its title, or by its places for a result."""
    stated = any(statement.role in _RESULTS for statement in sheet.policy.statements)
    return stated or "評価書" in key(sheet.title.text)


def _two_policies(one: Sheet, other: Sheet) -> bool:
    """Whether number and name both say so, as far as both sheets print them."""
    told: tuple[Callable[[Sheet], str], ...] = (_number, lambda sheet: key(sheet.policy.name))
    names = [(name(one), name(other)) for name in told]
    differ = [left != right for left, right in names if left and right]
    return bool(differ) and all(differ)


def _number(sheet: Sheet) -> str:
    number = sheet.identifier.number
    return f"{key(sheet.identifier.ministry)}-{plain_number(number)}" if number else ""

"""Sensitivity: what the judgement would be under other assumptions, so that a reader sees how much hangs on them.

Every combination of a tolerance of 0, 5 or 10 per cent, of disrupted years kept or left out, and of provisional values
kept or taken as missing.
"""

from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from itertools import product

from monosashi.forms.disrupted import disruption
from monosashi.judging.verdict import Verdict, verdict
from monosashi.model import Achievement, Footing, Message, Nendo, Scenario, Sheet

_WHOLE = Decimal(100)
#: By how many per cent any target may be missed.
TOLERANCES = (Decimal(0), Decimal(5), Decimal(10))


def sensitivity(sheet: Sheet, own: Verdict, nendo: Nendo | None) -> tuple[Scenario, ...]:
    """The scenarios in a fixed order, each compared with the judgement's own verdict. The same terms are judged once."""
    found = _Verdicts(sheet, own, nendo)
    return tuple(
        _scenario(own, found.under(tolerance, disrupted, provisional), tolerance, disrupted, provisional)
        for tolerance, disrupted, provisional in product(TOLERANCES, (False, True), (False, True))
    )


class _Verdicts:
    """Verdicts by the terms that matter; terms that cannot change a verdict are not judged again.

    Where no year was disrupted, leaving such years out changes nothing, and where nothing was missed by a little, no
    tolerance does.
    """

    def __init__(self, sheet: Sheet, own: Verdict, nendo: Nendo | None) -> None:
        self._sheet, self._own, self._nendo = sheet, own, nendo
        self._found: dict[tuple[Decimal, bool, bool], Verdict] = {}
        full = self._judged(own.terms.tolerance, disrupted=False, provisional=False)
        self._any_disrupted = any(_is_of_disruption(one) for one in full.reached)
        self._any_provisional = any(one.footing is Footing.PROVISIONAL for one in full.reached)

    def under(self, tolerance: Decimal, disrupted: bool, provisional: bool) -> Verdict:
        """The verdict under these terms."""
        disrupted, provisional = disrupted and self._any_disrupted, provisional and self._any_provisional
        strict = self._judged(TOLERANCES[0], disrupted=disrupted, provisional=provisional)
        if not any(_missed_by_little(one, tolerance) for one in strict.reached):
            return strict
        return self._judged(tolerance, disrupted=disrupted, provisional=provisional)

    def _judged(self, tolerance: Decimal, *, disrupted: bool, provisional: bool) -> Verdict:
        asked = (tolerance, disrupted, provisional)
        if asked not in self._found:
            self._found[asked] = self._new(*asked)
        return self._found[asked]

    def _new(self, tolerance: Decimal, disrupted: bool, provisional: bool) -> Verdict:
        terms = self._own.terms.model_copy(
            update={"tolerance": tolerance, "without_disrupted": disrupted, "without_provisional": provisional}
        )
        return self._own if terms == self._own.terms else verdict(self._sheet, self._own.rule, terms, self._nendo)


def _is_of_disruption(one: Achievement) -> bool:
    """Whether leaving disrupted years out could change what is concluded: a baseline alone matters only beside an actual."""
    return one.disrupted and (one.footing.is_evidence or bool(one.nendo and disruption(one.nendo)))


def _missed_by_little(one: Achievement, tolerance: Decimal) -> bool:
    """Whether a tolerance might turn missed into met. It is a share of the target, so an actual whose level falls short
    of 100 by more than that stays missed; where there is no level, it might."""
    if not one.footing.is_evidence or one.met:
        return False
    return one.level is None or one.level >= _WHOLE - tolerance


def _scenario(own: Verdict, other: Verdict, tolerance: Decimal, disrupted: bool, provisional: bool) -> Scenario:
    return Scenario(
        name=_name(tolerance, disrupted, provisional),
        tolerance=tolerance,
        without_disrupted=disrupted,
        without_provisional=provisional,
        grade=other.grade,
        possible=tuple(one.sign for one in other.possible),
        marks=tuple(one.sign if one else "" for one in other.marks),
        changed=other is not own and (other.grade, other.possible, other.marks) != (own.grade, own.possible, own.marks),
    )


@cache
def _name(tolerance: Decimal, disrupted: bool, provisional: bool) -> Message:
    said = list(_parts(tolerance, disrupted, provisional))
    return Message(ja="、".join(one.ja for one in said), en=", ".join(one.en for one in said))


def _parts(tolerance: Decimal, disrupted: bool, provisional: bool) -> Iterator[Message]:
    yield Message(ja=f"許容差{tolerance}%", en=f"tolerance {tolerance}%")
    if disrupted:
        yield Message(ja="混乱のあった年を除く", en="without disrupted years")
    if provisional:
        yield Message(ja="暫定値を欠けたものとする", en="provisional values taken as missing")

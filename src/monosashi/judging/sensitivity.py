"""Sensitivity: what the judgement would be under other assumptions, so that a reader sees how much hangs on them.

Every combination of a tolerance of 0, 5 or 10 per cent, of disrupted years kept or left out, and of provisional values
kept or taken as missing.
"""

from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from itertools import product

from monosashi.forms.disrupted import disruption
from monosashi.judging.achievement import MeasuredSheet
from monosashi.judging.verdict import Verdict, verdict
from monosashi.model import Achievement, Footing, Message, Scenario, Terms

_WHOLE = Decimal(100)
#: By how many per cent any target may be missed.
TOLERANCES = (Decimal(0), Decimal(5), Decimal(10))


def sensitivity(measured: MeasuredSheet, own: Verdict) -> tuple[Scenario, ...]:
    """The scenarios in a fixed order, each compared with the judgement's own verdict. The same terms are judged once."""
    found = _Verdicts(measured, own)
    return tuple(
        _scenario(own, found.under(asked), *asked) for asked in product(TOLERANCES, (False, True), (False, True))
    )


#: On what terms one measure was reckoned: the tolerance, without disrupted years, without provisional values; each only
#: where it could change anything about that measure.
_Asked = tuple[Decimal, bool, bool]


class _Verdicts:
    """Verdicts by the terms that matter: only what a term could change is reckoned again.

    A tolerance matters to what was missed by a little, disrupted years to what rests on one, provisional values to
    those that are.
    """

    def __init__(self, measured: MeasuredSheet, own: Verdict) -> None:
        self._measured, self._own = measured, own
        self._strict = own if own.terms == self._terms(_STRICT) else verdict(measured, own.rule, self._terms(_STRICT))
        self._reached: dict[tuple[int, _Asked], Achievement] = {}
        self._found: dict[tuple[_Asked, ...], Verdict] = {}

    def under(self, asked: _Asked) -> Verdict:
        """The verdict under these terms."""
        if self._terms(asked) == self._own.terms:
            return self._own
        each = tuple(self._that_matters(n, one, asked) for n, one in enumerate(self._strict.reached))
        if each not in self._found:
            same = all(one == _STRICT for one in each)
            self._found[each] = self._strict if same else self._new(asked, each)
        return self._found[each]

    def _new(self, asked: _Asked, each: tuple[_Asked, ...]) -> Verdict:
        reached = tuple(self._one(n, one) for n, one in enumerate(each))
        return Verdict(self._own.rule, self._terms(asked), reached)

    def _that_matters(self, n: int, one: Achievement, asked: _Asked) -> _Asked:
        tolerance, disrupted, provisional = asked
        matters = (disrupted and _is_of_disruption(one), provisional and one.footing is Footing.PROVISIONAL)
        return (self._tolerance(n, tolerance, matters), *matters)

    def _tolerance(self, n: int, tolerance: Decimal, matters: tuple[bool, bool]) -> Decimal:
        """The least tolerance that comes to the same: met by a smaller one is met by a larger, and too far is too far."""
        least = TOLERANCES[0]
        for one in TOLERANCES[1:]:
            if one <= tolerance and _missed_by_little(self._one(n, (least, *matters)), one):
                least = one
        return least

    def _one(self, n: int, asked: _Asked) -> Achievement:
        if asked == _STRICT:
            return self._strict.reached[n]
        if (n, asked) not in self._reached:
            self._reached[n, asked] = self._measured.one(n, self._terms(asked))
        return self._reached[n, asked]

    def _terms(self, asked: _Asked) -> Terms:
        tolerance, disrupted, provisional = asked
        return self._own.terms.model_copy(
            update={"tolerance": tolerance, "without_disrupted": disrupted, "without_provisional": provisional}
        )


_STRICT: _Asked = (TOLERANCES[0], False, False)


def _is_of_disruption(one: Achievement) -> bool:
    """Whether leaving disrupted years out could change what is concluded: a baseline alone matters only beside an actual."""
    return one.disrupted and (one.footing.is_evidence or bool(one.nendo and disruption(one.nendo)))


def _missed_by_little(one: Achievement, tolerance: Decimal) -> bool:
    """Whether a tolerance might turn missed into met. It is a share of the target, so an actual whose level falls short
    of 100 by more than that stays missed; where there is no level, it might."""
    if not tolerance or not one.footing.is_evidence or one.met:
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
        yield Message(ja="異常な年度を除く", en="without disrupted years")
    if provisional:
        yield Message(ja="暫定値を欠けたものとする", en="provisional values taken as missing")

"""Means sums: the money of the projects behind a policy's means, added up by year, beside the policy's own.

A settled year adds 予算計 and 執行額 of the review sheets, the running year 当初予算. A project that stands behind two means
counts once. The review sheets round each amount to a million yen, so half a unit a project is allowed.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from monosashi.ledgers.policy_differences import BUDGET, EXECUTED, SIDES
from monosashi.ledgers.rebuilding import SETTLED
from monosashi.model.book import Project, ProjectYear
from monosashi.model.folding import key, unbroken
from monosashi.model.measuring.arithmetic import difference, minus, rounded_to, total
from monosashi.model.message import Message
from monosashi.model.money import UNITS
from monosashi.model.reconciliation import Difference, MeansSum, PolicyYear, ProgrammeMatch

_MILLION: Final = UNITS["百万円"]


@dataclass(frozen=True)
class Behind:
    """The projects behind a policy's means, the others of the same offices, and the means without one (of those that
    bear a review number)."""

    projects: tuple[Project, ...]
    others: tuple[Project, ...]
    unmatched: tuple[str, ...]


def behind(matches: Sequence[ProgrammeMatch], projects: Sequence[Project]) -> Behind:
    """What stands behind the means. A matched project counts once; so does its office."""
    by_id = {project.id: project for project in projects}
    ids = dict.fromkeys(match.matched for match in matches if match.matched in by_id)
    own = tuple(by_id[one] for one in ids)
    offices = {(one.ministry, key(one.bureau)) for one in own if one.bureau}
    others = tuple(one for one in projects if one.id not in ids and (one.ministry, key(one.bureau)) in offices)
    without = (unbroken(m.name) for m in matches if m.matched not in by_id and m.printed_review_number.strip("-－ー― "))
    return Behind(own, others, tuple(without))


def means_sums(years: Sequence[PolicyYear], stand: Behind) -> tuple[MeansSum, ...]:
    """The sum of each year of the sheet; none where no means has a project."""
    told = [one for one in years if not one.predicted]
    return tuple(_sum(year, stand) for year in told) if stand.projects else ()


def _sum(year: PolicyYear, stand: Behind) -> MeansSum:
    settled = year.basis == SETTLED
    budget = year.rebuilt_budget if year.printed_budget is None else year.printed_budget
    executed = year.rebuilt_executed if year.printed_executed is None else year.printed_executed
    sides = [(BUDGET, budget), (EXECUTED, executed if settled else None)]
    made = {side: _added([amount(one, year, side) for one in stand.projects]) for side, _ in sides}
    found = (_difference(year, side, stated, stand) for side, stated in sides)
    return MeansSum(
        nendo=year.nendo,
        unit=year.unit,
        basis=year.basis,
        summed_budget=made[BUDGET],
        policy_budget=budget,
        summed_executed=made[EXECUTED] if settled else None,
        policy_executed=executed if settled else None,
        projects=tuple(one.id for one in stand.projects),
        unmatched=stand.unmatched,
        differences=tuple(one for one in found if one),
    )


def amount(project: Project, year: PolicyYear, side: str) -> Decimal | None:
    """What the project's review sheet states of the year, in the policy's unit."""
    own = next((one for one in project.years if one.nendo.year == year.nendo.year), None)
    stated = _stated(own, side, year.basis == SETTLED) if own else None
    return None if stated is None else stated * _MILLION / UNITS.get(year.unit, _MILLION)


def _stated(own: ProjectYear, side: str, settled: bool) -> Decimal | None:
    if side == EXECUTED:
        return own.executed
    return own.total if settled else own.initial


def _added(amounts: Sequence[Decimal | None]) -> Decimal | None:
    stated = [one for one in amounts if one is not None]
    return total(stated) if stated else None


def _difference(year: PolicyYear, side: str, stated: Decimal | None, stand: Behind) -> Difference | None:
    made = _added([amount(one, year, side) for one in stand.projects])
    if stated is None or made is None or made == stated:
        return None
    off = minus(stated, made)
    code, message = next(_reasons(year, side, off, stand))
    apart = f"{rounded_to(off, 0):+,f}{year.unit}"
    return Difference(
        code=code,
        side=side,
        amount=off,
        ja=f"{SIDES[side].ja}の差 {apart}：{message.ja}",
        en=f"{SIDES[side].en}, difference {apart}: {message.en}",
    )


def _reasons(year: PolicyYear, side: str, off: Decimal, stand: Behind) -> Iterator[tuple[str, Message]]:
    """Why the sum is not the policy's amount; ``off``: the policy's less the sum. The last always comes."""
    unit = _MILLION / UNITS.get(year.unit, _MILLION)
    allowed = unit * max(len(stand.projects), 1) / 2

    def closes(added: Decimal | None) -> bool:
        return bool(added) and difference(added or Decimal(0), off) <= allowed

    if abs(off) <= allowed:
        yield "rounding", _ROUNDING
    special = [one for one in stand.projects if any("特別" in account for account in one.accounts)]
    apart = _added([amount(one, year, side) for one in special])
    if apart is not None and closes(-apart):
        yield "special-account", _SPECIAL
    for one in stand.projects:
        own = amount(one, year, side)
        if own is not None and closes(-own):
            yield "project-of-several", _without(one)
    for one in stand.others:
        if closes(amount(one, year, side)):
            yield "project-not-on-sheet", _with(one)
    if stand.unmatched and off > 0:
        yield "means-unmatched", _unmatched(stand.unmatched)
    yield "unexplained", _UNEXPLAINED


_ROUNDING = Message(ja="事業ごとの百万円への丸めの範囲", en="within the rounding of each project to a million yen")
_SPECIAL = Message(ja="特別会計の事業を除くと一致する", en="agrees without the projects of special accounts")
_UNEXPLAINED = Message(
    ja="丸め、特別会計、複数の政策にまたがる事業、表にない事業のいずれでも説明できない。レビューシートの額は項を問わず、終わった事業は載らない",
    en="neither rounding, special accounts, a project of several policies nor one that the sheet does not name explains it; "
    "the review sheets count money whatever its 項, and no longer hold a project that has ended",
)


def _without(one: Project) -> Message:
    return Message(
        ja=f"「{one.name}」（{one.id}）を除くと一致する。他の政策にもまたがる事業か、別の項の事業と見られる",
        en=f"agrees without “{one.name}” ({one.id}), which may be a project of several policies, or of another 項",
    )


def _with(one: Project) -> Message:
    return Message(
        ja=f"同じ部局の「{one.name}」（{one.id}）を加えると一致する。表の達成手段にはない",
        en=f"agrees with “{one.name}” ({one.id}) of the same office, which is not among the sheet’s means",
    )


def _unmatched(names: tuple[str, ...]) -> Message:
    return Message(
        ja=f"事業が見つからない達成手段がある（{'、'.join(names)}）",
        en=f"for some means no project was found ({', '.join(names)})",
    )
